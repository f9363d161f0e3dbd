"""How a forecast counts: its state, and which statement of a series is the one scored."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ledger.core.model import Claim, Kind, Knowledge, Known, Part, Standing, Verdict, Window
from ledger.core.spans import NEVER, last_day

STATES = ("struck", "vague", "void", "known", "undated", "pending", "unclear", "answered",
          "true", "false")  # fmt: skip
"""The words under which forecasts are counted: see `state`."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a series: when it was made, the number and the words."""

    made: Window
    probability: float | None
    phrase: str | None


def takes_side(spread: Mapping[str, Any] | None) -> bool:
    """Say whether a statement can be right or wrong, and not only near or far.

    A distribution over options stands for its top one; where several share the top, no side
    is taken, like p = .5. Quantiles are scored by how near they are, and by that alone.
    """
    if not spread or spread.get("quantiles"):
        return not spread
    shares = [Decimal(str(share)) for share in (spread.get("options") or {}).values()]
    return shares.count(max(shares, default=Decimal(1))) <= 1


def state(standing: Standing, *, struck: bool, vague: bool, void: bool, dated: bool) -> str:
    """Return the one word under which a forecast is counted.

    A struck record is out of all counts; a vague one is counted as vague and never
    scored; without a deadline it can only ever come true, so that it is never scored.
    """
    if struck:
        return "struck"
    if vague:
        return "vague"
    if void or standing.verdict is Verdict.VOID:
        return "void"
    if standing.already_known:
        return "known"
    return standing.verdict.value if dated else "undated"


def statement_that_counts(series: Iterable[Statement], before: dt.date | None) -> Statement:
    """Return the last statement made on or before a day; the first one always qualifies.

    Of several made on one day the one recorded last counts.
    """
    first, *later = series
    in_time = [s for s in later if before is None or s.made.latest <= before]
    return max(reversed(in_time), key=lambda s: s.made.latest, default=first)


def last_day_to_update(claim: Claim, known: Known) -> dt.date | None:
    """Return the last day on which a new number still counts: deadline or answer."""
    days = [_answer_day(part, known[part.question]) for part in claim.parts]
    answered = max(days) if None not in days else None  # type: ignore[type-var]
    ends = [d for d in (answered, claim.deadline and claim.deadline.latest) if d]
    return min(ends, default=None)


def _answer_day(part: Part, knowledge: Knowledge) -> dt.date | None:
    """Return the day on which an answer could be seen: an event's own, else its publication."""
    if not knowledge.final:
        return None
    if part.kind is Kind.EVENT and last_day(knowledge.possible) != NEVER:
        return dt.date.fromordinal(last_day(knowledge.possible))
    return knowledge.public_on
