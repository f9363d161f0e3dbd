"""Fatebook: Brier scores per day of a question's life, forecasts averaged within the day.

Within a day a forecaster's probability is the time-weighted mean of what stood; its Brier score
is on the 0-2 scale, lower is better. The relative score takes off the median of all forecasters
of that day. Days are averaged; a last part of a day weighs its length.
Reference: Sage-Future/fatebook, lib/_scoring.ts (MIT), whose rule this states anew.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ledger.core.measures.order_statistics import median
from ledger.errors import InputError


@dataclass(frozen=True, slots=True)
class Timed:
    """P(yes) given by a forecaster, `day` days (fractions allowed) after the question opened."""

    forecaster: str
    day: float
    probability: float


@dataclass(frozen=True, slots=True)
class FatebookScore:
    """Time-averaged Brier score (0-2), and minus the daily median (None for a lone forecaster).

    Both divide by the whole life of the question, so days without a forecast count as 0, except
    that a question of less than a day is not divided.
    """

    absolute: float
    relative: float | None


def fatebook_scores(
    outcome: int, length: float, forecasts: Iterable[Timed]
) -> dict[str, FatebookScore]:
    """Score everybody on a question that was open for `length` days and resolved to 0 or 1.

    On no scorecard: kept to be held against the values that Fatebook states.
    Raise InputError unless length > 0.
    """
    if length <= 0.0:
        raise InputError(f"a question is open for more than 0 days, not {length}: give its length")
    by_name: dict[str, list[Timed]] = defaultdict(list)
    for forecast in sorted(forecasts, key=lambda f: f.day):
        by_name[forecast.forecaster].append(forecast)
    absolute: dict[str, float] = defaultdict(float)
    relative: dict[str, float] = defaultdict(float)
    for day in range(math.ceil(length)):
        end = min(day + 1.0, length)
        weight = (end - day) / length if length > 1.0 else 1.0
        scores = _scores_of_day(outcome, by_name, float(day), end)
        middle = median(scores.values()) or 0.0
        for name, score in scores.items():
            absolute[name] += weight * score
            relative[name] += weight * (score - middle)
    alone = len(by_name) == 1
    return {n: FatebookScore(absolute[n], None if alone else relative[n]) for n in absolute}


def _scores_of_day(
    outcome: int, by_name: dict[str, list[Timed]], start: float, end: float
) -> dict[str, float]:
    scores = {}
    for name, timed in by_name.items():
        mean = _mean_probability(timed, start, end)
        if mean is not None:
            scores[name] = 2.0 * (mean - outcome) ** 2
    return scores


def _mean_probability(timed: list[Timed], start: float, end: float) -> float | None:
    """Average what stood from `start` to `end`, over the part of it that had a forecast."""
    weighted = covered = 0.0
    for i, forecast in enumerate(timed):
        until = timed[i + 1].day if i + 1 < len(timed) else end
        stood = min(until, end) - max(forecast.day, start)
        if stood > 0.0:
            weighted += stood * forecast.probability
            covered += stood
    return weighted / covered if covered else None
