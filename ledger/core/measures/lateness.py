"""How late the world was: days between deadline and event.

Late is never right: the verdict at the deadline stands, lateness is printed beside it. Forecasts
whose event has not happened yet belong to the survival curve (`survival`), not to the median.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from ledger.core.measures.order_statistics import median
from ledger.core.measures.significance import sign_test
from ledger.errors import InputError


@dataclass(frozen=True, slots=True)
class Delay:
    """One event that happened, against its deadline; all in days, negative is early.

    `overrun_ratio` is actual over stated days since the statement: 2 took twice as long as
    said. None when the deadline was the day of the statement.
    """

    days_late: int
    stated_days: int
    actual_days: int
    overrun_ratio: float | None


def delay(made: dt.date, deadline: dt.date, occurred: dt.date) -> Delay:
    """Compare the day of an event with its deadline, counted from the day of the statement.

    Raise InputError for a deadline before the statement.
    """
    stated, actual = (deadline - made).days, (occurred - made).days
    if stated < 0:
        raise InputError(f"deadline {deadline} is before the statement of {made}: correct one")
    ratio = actual / stated if stated else None
    return Delay((occurred - deadline).days, stated, actual, ratio)


@dataclass(frozen=True, slots=True)
class Lateness:
    """Delays of n events: medians, how many came after, on and before their deadline.

    `median_days` in days; `share_late` is late / n. `p_value` is a two-sided sign test of late
    against early: events exactly on the deadline are left out of it. It is None where forecasts
    share questions.
    """

    n: int
    median_days: float | None
    median_overrun: float | None
    late: int
    on_time: int
    early: int
    share_late: float | None
    p_value: float | None


def lateness(delays: Sequence[Delay]) -> Lateness:
    """Summarise delays; the medians and the share are None when there are none."""
    days = [d.days_late for d in delays]
    late, early = sum(d > 0 for d in days), sum(d < 0 for d in days)
    return Lateness(
        n=len(days),
        median_days=median(days),
        median_overrun=median(d.overrun_ratio for d in delays if d.overrun_ratio is not None),
        late=late,
        on_time=len(days) - late - early,
        early=early,
        share_late=late / len(days) if days else None,
        p_value=sign_test(late, early),
    )
