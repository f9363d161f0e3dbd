"""How a forecast counts: its state, and which statement of a series is the one scored."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from ledger.core.model import Claim, Known, Standing, Verdict, Window
from ledger.core.spans import NEVER, first_day, last_day


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a series: when it was made, the number and the words."""

    made: Window
    probability: float | None
    phrase: str | None


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
    """Return the last statement made on or before a day; the first one always qualifies."""
    first, *later = series
    in_time = [s for s in later if before is None or s.made.latest <= before]
    return max(in_time, key=lambda s: s.made.latest, default=first) if in_time else first


def last_day_to_update(claim: Claim, known: Known) -> dt.date | None:
    """Return the last day on which a new number still counts: deadline or answer."""
    days = [_answer_day(part.question, known) for part in claim.parts]
    answered = max(days) if None not in days else None  # type: ignore[type-var]
    ends = [d for d in (answered, claim.deadline and claim.deadline.latest) if d]
    return min(ends, default=None)


def _answer_day(question: int, known: Known) -> dt.date | None:
    knowledge = known[question]
    if not knowledge.final:
        return None
    if knowledge.public_on:
        return knowledge.public_on
    first, last = first_day(knowledge.possible), last_day(knowledge.possible)
    is_day = isinstance(knowledge.possible.cuts[0][0], int) and last != NEVER and first > 0
    return dt.date.fromordinal(last) if is_day and first == last else None
