"""Comparisons on shared questions: two forecasters, or everybody at once."""

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace

from ledger.core.measures.comparison import (
    Paired,
    PairedHits,
    QuestionScore,
    compare_pair,
    paired_hits,
)
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
class Outcome:
    """Who did better on `questions`, and whether by more than chance.

    Judged by `measure`: "score" where they share questions with numbers, else "hits", None
    where they share neither. `better` is a name, None where they did equally well; it, `p_value`
    and `sure` are None too where the questions are fewer than AT_LEAST.
    """

    measure: str | None
    questions: int
    better: str | None = None
    p_value: float | None = None
    sure: bool | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A against B on the questions that both answered.

    `scores` is None where they share no question with numbers, `hits` where they share none on
    which both took a side.
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
    outcome: Outcome


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
    one, other = _scores(mine), _scores(theirs)
    numbers = compare_pair(one, other) if one.keys() & other.keys() else None
    if numbers and not lower_is_better:
        numbers = replace(numbers, a_better=numbers.b_better, b_better=numbers.a_better)
    hits = paired_hits((mine[claim].hit, theirs[claim].hit) for claim in shared)
    return Pair(len(shared), numbers, hits)


def _scores(entries: Mapping[str, Compared]) -> dict[Hashable, float]:
    return {claim: one.score for claim, one in entries.items() if one.score is not None}


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


def outcome(a: str, b: str, found: Pair, *, lower_is_better: bool) -> Outcome:
    """Return who did better on shared questions, and whether that may be chance.

    The questions are those that the P value is of: with numbers, or else with sides, of both.
    """
    if found.scores is None:
        return _hits_outcome(a, b, found)
    n, gap = found.scores.questions, found.scores.difference.mean
    if n < AT_LEAST:
        return Outcome("score", n)
    p = found.scores.sign_flip.p_value
    if gap == 0.0:
        return Outcome("score", n, None, p, sure=False)
    return Outcome("score", n, a if (gap < 0.0) == lower_is_better else b, p, sure=p < SURE)


def _hits_outcome(a: str, b: str, found: Pair) -> Outcome:
    hits = found.hits
    if hits is None:
        return Outcome(None, found.shared)
    n = hits.both + hits.only_a + hits.only_b + hits.neither
    if n < AT_LEAST:
        return Outcome("hits", n)
    ahead = hits.only_a - hits.only_b
    better = (a if ahead > 0 else b) if ahead else None
    return Outcome("hits", n, better, hits.p_value, sure=hits.p_value < SURE)
