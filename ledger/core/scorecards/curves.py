"""The curves of a record: reliability of probabilities, and how late events come."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ledger.core.measures.calibration import Corp, corp
from ledger.core.measures.consistency import PerfectCalibration, perfect_calibration
from ledger.core.measures.lateness import Delay, Lateness, delay, lateness
from ledger.core.measures.poisson_binomial import (
    CalibrationInTheLarge,
    CountDistribution,
    calibration_in_the_large,
    count_distribution,
)
from ledger.core.measures.presentation import CURVE_FROM, RATE_FROM, SHARE_QUESTIONS, too_short
from ledger.core.measures.survival import Observation, Survival, kaplan_meier
from ledger.core.measures.tally import Tally


@dataclass(frozen=True, slots=True)
class Calibration:
    """CORP's curve with MCB, DSC, UNC (0-1 scale) beside MCB under perfect calibration.

    `curve` and `perfect` are None below 30 forecasts or 10 questions, `reason` then says so;
    `large`, expected against observed events, is shown at any n, and `counts` is how likely each
    number of events is if the probabilities are right. Where forecasts share questions there is
    no P, and `p_reason` says so.
    """

    name: str
    as_of: dt.date
    time_zone: str
    filters: tuple[str, ...]
    retrospective: bool
    n: int
    questions: int
    stated: int
    from_lexicon: int
    inferred: int
    lexicon: str | None
    large: CalibrationInTheLarge | None
    counts: CountDistribution | None
    curve: Corp | None
    perfect: PerfectCalibration | None
    reason: str | None
    p_reason: str | None


@dataclass(frozen=True, slots=True)
class LatenessCurve:
    """Days between deadline and event of forecasts that are due, and of those still waited for.

    `summary` is of the events that happened; `survival` counts the others as outstanding up to
    `waited_until` (censored), today. Under 5 events there is no share late; where forecasts share
    questions there is no P (`p_reason`).
    """

    name: str
    as_of: dt.date
    time_zone: str
    filters: tuple[str, ...]
    retrospective: bool
    waited_until: dt.date
    questions: int
    summary: Lateness
    survival: Survival
    p_reason: str | None


def no_p(n: int, questions: int) -> str | None:
    """Return why n forecasts on so many questions have no P; None where each has its own."""
    return SHARE_QUESTIONS if questions < n else None


def curve_of(tally: Tally, questions: int) -> tuple[Corp, PerfectCalibration] | str:
    """Return the curve and its band, or the reason why there is none."""
    if not tally.n:
        return "no forecast with a probability is due and settled"
    if short := too_short(tally.n, questions):
        return f"{short}, too few for a curve"
    perfect = perfect_calibration(tally)
    return corp(tally), replace(perfect, p_value=None) if questions < tally.n else perfect


def in_the_large(tally: Tally, questions: int) -> CalibrationInTheLarge | None:
    """Return expected against observed events; None without forecasts."""
    if not tally.n:
        return None
    found = calibration_in_the_large(tally)
    return replace(found, p_value=None) if questions < tally.n else found


def chances(tally: Tally, questions: int) -> CountDistribution | None:
    """Return how likely each number of events is; None where a curve says more.

    None also where forecasts share questions: how likely then depends on more than they say.
    """
    few = 0 < tally.n < CURVE_FROM
    return count_distribution(tally) if few and questions >= tally.n else None


@dataclass(frozen=True, slots=True)
class Timing:
    """So many forecasts of an event made on one day, due on one day, that came on one day.

    `occurred` is None while the event has not happened; it is then outstanding up to
    `waited_until`.
    """

    made: dt.date
    deadline: dt.date
    occurred: dt.date | None
    waited_until: dt.date
    n: int


def timing_curve(timings: Iterable[Timing], questions: int) -> tuple[Lateness, Survival]:
    """Summarise delays, and draw the share outstanding by days after the deadline."""
    delays: list[Delay] = []
    observed: list[Observation] = []
    for t in timings:
        if t.occurred is not None:
            found = delay(min(t.made, t.deadline), t.deadline, t.occurred)
            delays += [found] * t.n
            observed += [Observation(found.days_late, happened=True)] * t.n
        else:
            waited = (t.waited_until - t.deadline).days
            observed += [Observation(waited, happened=False)] * t.n
    summary = lateness(delays)
    if summary.n < RATE_FROM:
        summary = replace(summary, share_late=None)
    if questions < len(observed):
        summary = replace(summary, p_value=None)
    return summary, kaplan_meier(observed)
