"""Good Judgment Open: a Brier score for every day, compared with the crowd's median of that day.

A forecast stands from its day until it is replaced; the last one of a day counts for that day.
Scores are on the 0-2 scale (`brier_multi`, `brier_ordered`), lower is better.
Reference: Good Judgment Open, frequently asked questions; the platform's text leaves open over
which days the median is averaged, so both readings are given.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from ledger.core.measures.order_statistics import median
from ledger.errors import InputError


@dataclass(frozen=True, slots=True)
class DatedScore:
    """The score that a forecast made on `day` will have (its Brier score, scale 0-2)."""

    forecaster: str
    day: dt.date
    score: float


@dataclass(frozen=True, slots=True)
class Accuracy:
    """One forecaster on one question.

    `mean_daily` is over the days with a forecast standing, `participation` their share of all
    days. `accuracy` is (mean_daily - mean of the median over the same days) x participation:
    below 0 is better than the crowd. `accuracy_all_days` takes the median over all days.
    """

    mean_daily: float
    participation: float
    accuracy: float
    accuracy_all_days: float


def gjopen_accuracy(
    opens: dt.date, closes: dt.date, forecasts: Iterable[DatedScore]
) -> dict[str, Accuracy]:
    """Score everybody on one question, open from `opens` to `closes` (both inclusive).

    Forecasts come in the order they were made; those made after the close are left out, those
    made before the opening stand from the first day. Raise InputError if it closes before it
    opens.
    """
    days = (closes - opens).days + 1
    if days < 1:
        raise InputError(f"the question closes on {closes}, before it opens on {opens}: swap them")
    daily = _daily_scores(opens, days, forecasts)
    medians = {
        day: middle
        for day in range(days)
        if (middle := median(scores[day] for scores in daily.values() if day in scores)) is not None
    }
    return {name: _accuracy(scores, medians, days) for name, scores in daily.items()}


def _daily_scores(
    opens: dt.date, days: int, forecasts: Iterable[DatedScore]
) -> dict[str, dict[int, float]]:
    made: dict[str, dict[int, float]] = {}
    for forecast in forecasts:
        day = max((forecast.day - opens).days, 0)
        if day < days:
            made.setdefault(forecast.forecaster, {})[day] = forecast.score
    daily: dict[str, dict[int, float]] = {}
    for name, changes in made.items():
        standing = daily[name] = {}
        for day in range(min(changes), days):
            standing[day] = changes[day] if day in changes else standing[day - 1]
    return daily


def _accuracy(scores: dict[int, float], medians: dict[int, float], days: int) -> Accuracy:
    mean = sum(scores.values()) / len(scores)
    participation = len(scores) / days
    middle_active = sum(medians[day] for day in scores) / len(scores)
    middle_all = sum(medians.values()) / len(medians)
    return Accuracy(
        mean,
        participation,
        (mean - middle_active) * participation,
        (mean - middle_all) * participation,
    )
