"""Scores that need every statement of a series: rules for updates, platforms, log scores."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.core.measures.platforms.gjopen import DatedScore, gjopen_accuracy
from ledger.core.measures.platforms.metaculus import (
    QuestionPeriod,
    StandingForecast,
    baseline_score,
    peer_scores,
)
from ledger.core.measures.platforms.metaculus_stakes import stake_binary
from ledger.core.measures.score_scales import SCALES, ScoreName
from ledger.core.measures.updates import Update, UpdateRule, series_score


@dataclass(frozen=True, slots=True)
class DatedProbability:
    """What was said on a day (an ordinal): P that the claim comes true."""

    day: int
    probability: float


@dataclass(frozen=True, slots=True)
class Series:
    """The statements of one forecast that were made in time, oldest first.

    `claim` is shared by forecasts about the same thing. `outcome` is 1 where this claim came
    true. `ends` is the last day (ordinal) before deadline or answer, `scheduled` the deadline.
    """

    forecast: int
    forecaster: int
    question: int
    claim: str
    outcome: int
    statements: tuple[DatedProbability, ...]
    ends: int
    scheduled: int


def scores(series: Sequence[Series], name: ScoreName, rule: UpdateRule) -> dict[int, float]:
    """Return the score of each forecast by number; peers need two on a claim, others have none.

    Metaculus and Good Judgment Open average over time, whatever the rule for updates.
    """
    if name is ScoreName.METACULUS_BASELINE:
        opens = _openings(series)
        return {s.forecast: _baseline(s, opens[s.claim]) for s in series}
    if name in {ScoreName.METACULUS_PEER, ScoreName.GJOPEN}:
        score = _peers if name is ScoreName.METACULUS_PEER else _accuracies
        return {k: v for group in _claims(series) if len(group) > 1 for k, v in score(group)}
    return {s.forecast: _by_rule(s, name, rule) for s in series}


def _by_rule(series: Series, name: ScoreName, rule: UpdateRule) -> float:
    score = SCALES[name].score
    assert score is not None  # noqa: S101 - the platforms' scores have gone their own way
    updates = [Update(s.day, score(series.outcome, s.probability)) for s in series.statements]
    return series_score(updates, series.ends, rule)


def _claims(series: Iterable[Series]) -> Iterable[list[Series]]:
    groups: dict[str, list[Series]] = defaultdict(list)
    for one in series:
        groups[one.claim].append(one)
    return groups.values()


def _openings(series: Iterable[Series]) -> dict[str, int]:
    """A claim is open from the day on which anybody first spoke of it."""
    return {group[0].claim: _opens(group) for group in _claims(series)}


def _opens(group: Iterable[Series]) -> int:
    return min(min(s.statements[0].day, s.ends) for s in group)


def _period(series: Series, opens: int) -> QuestionPeriod:
    # Days end at midnight, so that the last one counts in full.
    return QuestionPeriod(float(opens), series.ends + 1.0, max(series.scheduled, series.ends) + 1.0)


def _standings(series: Series) -> list[StandingForecast]:
    days = [float(min(s.day, series.ends)) for s in series.statements]
    ends = [*days[1:], None]
    return [
        StandingForecast(day, end, stake_binary(series.outcome, s.probability))
        for s, day, end in zip(series.statements, days, ends, strict=True)
    ]


def _baseline(series: Series, opens: int) -> float:
    return baseline_score(_standings(series), _period(series, opens)).score


def _peers(group: list[Series]) -> Iterable[tuple[int, float]]:
    period = _period(group[0], _opens(group))
    found = peer_scores({str(s.forecast): _standings(s) for s in group}, period)
    return [(int(name), timed.score) for name, timed in found.items()]


def _accuracies(group: list[Series]) -> Iterable[tuple[int, float]]:
    dated = [
        DatedScore(
            str(s.forecast),
            date.fromordinal(min(said.day, s.ends)),
            2.0 * (said.probability - s.outcome) ** 2,
        )
        for s in group
        for said in s.statements
    ]
    opens, closes = date.fromordinal(_opens(group)), date.fromordinal(group[0].ends)
    found = gjopen_accuracy(opens, closes, sorted(dated, key=lambda d: d.day))
    return [(int(name), accuracy.accuracy) for name, accuracy in found.items()]
