"""Which of a forecaster's updates on one claim counts, and how much.

The rule can decide a ranking, so it is always stated. Weights, not probabilities, are averaged:
the score of a series is the weighted mean of its updates' scores.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ledger.errors import InputError


class UpdateRule(StrEnum):
    """How a series of updates on one claim is scored."""

    LAST = "last"
    """The last update before deadline and answer; the default."""
    FIRST = "first"
    MEAN = "mean"
    """Each update counts alike: 1 / number of updates."""
    TIME_WEIGHTED = "time-weighted"
    """Each update counts for the days it stood."""

    @property
    def averages(self) -> bool:
        """Whether several updates make one score; a side or a number is that of one of them."""
        return self in {UpdateRule.MEAN, UpdateRule.TIME_WEIGHTED}

    @property
    def counts(self) -> int:
        """Place in a series of the update whose side and number count: the first or the last."""
        return 0 if self is UpdateRule.FIRST else -1


@dataclass(frozen=True, slots=True)
class Update:
    """One update: `day` it was made (any number that counts days) and its score."""

    day: float
    score: float


def update_weights(days: Sequence[float], end: float, rule: UpdateRule) -> list[float]:
    """Weights, summing to 1, of updates made on ascending `days` before the series ends.

    `end` is the deadline or the day of the answer, whichever came first: updates after it must
    be left out by the caller. When all were made on the last day, time-weighted means last.
    Raise InputError without updates, out of order, or after the end.
    """
    if not days:
        raise InputError("a series needs at least one update before its end: none was made")
    if list(days) != sorted(days) or days[-1] > end:
        raise InputError("updates run in order of their day, none after the end: sort and cut them")
    if rule is UpdateRule.MEAN:
        return [1.0 / len(days)] * len(days)
    stood = [b - a for a, b in zip(days, [*days[1:], end], strict=True)]
    if rule is UpdateRule.TIME_WEIGHTED and sum(stood) > 0.0:
        return [share / sum(stood) for share in stood]
    weights = [0.0] * len(days)
    weights[rule.counts] = 1.0
    return weights


def series_score(updates: Sequence[Update], end: float, rule: UpdateRule) -> float:
    """Score of a series of updates under a rule: the weighted mean of their scores.

    They come in the order in which they replace each other. Where a statement's day is only known
    as a window its last day may lie after the end, or after the next statement: it is cut there.
    """
    days = list(itertools.accumulate((min(u.day, end) for u in updates), max))
    weights = update_weights(days, end, rule)
    return sum(w * u.score for w, u in zip(weights, updates, strict=True))
