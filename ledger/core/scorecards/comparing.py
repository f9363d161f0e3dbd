"""Comparisons on shared questions: two forecasters, or everybody at once."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ledger.core.measures.comparison import Answer, Paired, PairedHits, QuestionScore, compare_pair
from ledger.core.measures.fixed_effects import Adjusted, fixed_effects
from ledger.errors import InputError

AT_LEAST = 5
"""With fewer shared questions nothing is said about who is better."""
SURE = 0.05


@dataclass(frozen=True, slots=True)
class Compared:
    """One forecast as it is compared: who, on which claim, score (None: no number) and hit.

    Entries of one forecaster come in the order in which they are to replace each other.
    """

    forecaster: str
    claim: str
    score: float | None
    hit: bool | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A against B on the questions that both answered.

    `scores` is None where they share no question with numbers, `hits` where they share none on
    which both took a side. `summary` says it in plain words.
    """

    a: str
    b: str
    as_of: dt.date
    time_zone: str
    filters: tuple[str, ...]
    retrospective: bool
    score: str
    score_scale: str
    lexicon: str | None
    update_rule: str
    shared: int
    scores: Paired | None
    hits: PairedHits | None
    summary: str


@dataclass(frozen=True, slots=True)
class Field:
    """Everybody made comparable by two-way fixed effects, best first."""

    as_of: dt.date
    time_zone: str
    filters: tuple[str, ...]
    retrospective: bool
    score: str
    score_scale: str
    lexicon: str | None
    update_rule: str
    forecasts: int
    questions: int
    rows: tuple[Adjusted, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """What two forecasters share: scores where both gave numbers, hits where both took sides."""

    shared: int
    scores: Paired | None
    hits: PairedHits | None


def pair(a: Iterable[Compared], b: Iterable[Compared], *, lower_is_better: bool = True) -> Pair:
    """Compare two forecasters. Raise InputError where they share no question."""
    mine, theirs = _by_claim(a), _by_claim(b)
    shared = [claim for claim in mine if claim in theirs]
    if not shared:
        raise InputError(
            "they share no question that is due and settled; `ledger scorecard` shows each apart"
        )
    numbers = _compared(mine, theirs, [c for c in shared if _scored(mine[c], theirs[c])])
    sides = _compared(mine, theirs, [c for c in shared if _sided(mine[c], theirs[c])])
    if numbers and not lower_is_better:
        numbers = replace(numbers, a_better=numbers.b_better, b_better=numbers.a_better)
    return Pair(len(shared), numbers, sides.hits if sides else None)


def _scored(a: Compared, b: Compared) -> bool:
    return a.score is not None and b.score is not None


def _sided(a: Compared, b: Compared) -> bool:
    return a.hit is not None and b.hit is not None


def _compared(
    a: Mapping[str, Compared], b: Mapping[str, Compared], claims: Sequence[str]
) -> Paired | None:
    if not claims:
        return None
    return compare_pair(
        {claim: Answer(a[claim].score or 0.0, a[claim].hit) for claim in claims},
        {claim: Answer(b[claim].score or 0.0, b[claim].hit) for claim in claims},
    )


def _by_claim(entries: Iterable[Compared]) -> dict[str, Compared]:
    """Return one answer to each claim: of several forecasts on it, the one that comes last."""
    return {entry.claim: entry for entry in entries}


def field_of(
    entries: Iterable[Compared], *, lower_is_better: bool
) -> tuple[list[Adjusted], int, int]:
    """Adjust everybody's mean score for the difficulty of the questions, best first.

    Returns the rows, the number of scores and of questions. Raise InputError without shared
    questions, or where forecasters fall into groups that share none (they are named).
    """
    by_name: dict[str, list[Compared]] = defaultdict(list)
    for entry in entries:
        if entry.score is not None:
            by_name[entry.forecaster].append(entry)
    rows = [
        QuestionScore(name, claim, one.score)
        for name, mine in by_name.items()
        for claim, one in _by_claim(mine).items()
        if one.score is not None
    ]
    found = fixed_effects(rows)
    if not lower_is_better:
        found.reverse()
    return found, len(rows), len({row.question for row in rows})


def summary(a: str, b: str, found: Pair, *, lower_is_better: bool) -> str:
    """Say in plain words who did better on shared questions, and whether that may be chance.

    The questions named are those that the P value is of: with numbers, or else with sides, of both.
    """
    if found.scores is None:
        return _hits_summary(a, b, found)
    shared = _shared(found.scores.questions)
    if found.scores.questions < AT_LEAST:
        return f"On {shared} nothing can be said about who is better."
    gap, p = found.scores.difference.mean, found.scores.sign_flip.p_value
    if gap == 0.0:
        return f"On {shared} {a} and {b} did equally well."
    better = a if (gap < 0.0) == lower_is_better else b
    if p >= SURE:
        return f"On {shared} {better} did better, by no more than chance allows ({_p(p)})."
    return f"On {shared} {better} did better, by more than chance allows ({_p(p)})."


def _shared(n: int) -> str:
    return f"{n} shared question" + ("" if n == 1 else "s")


def _p(value: float) -> str:
    return "P < 0.001" if value < 0.0005 else f"P = {value:.3f}"


def _hits_summary(a: str, b: str, found: Pair) -> str:
    hits = found.hits
    if hits is None:
        shared = _shared(found.shared)
        return f"On {shared} they cannot be compared: no numbers, and no sides taken by both."
    n = hits.both + hits.only_a + hits.only_b + hits.neither
    if n < AT_LEAST:
        return f"On {_shared(n)} nothing can be said about who is better."
    said = f"On {_shared(n)} {a} alone was right {hits.only_a} times, {b} alone {hits.only_b} times"
    sure = "more" if hits.p_value < SURE else "no more"
    return f"{said}: {sure} than chance allows ({_p(hits.p_value)})."
