"""Scores that need every statement of a series: rules for updates, platforms, log scores."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter

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


PEERS = frozenset({ScoreName.METACULUS_PEER, ScoreName.GJOPEN})
"""Scores against the others on a claim: one forecaster alone has none."""
PLATFORMS = PEERS | {ScoreName.METACULUS_BASELINE}
"""Scores of a forecaster on a claim, averaged over the time that it was open."""


def scores(series: Iterable[Series], name: ScoreName, rule: UpdateRule) -> dict[int, float]:
    """Return the score of each forecast by number, its statements weighed by the rule."""
    return {s.forecast: _by_rule(s, name, rule) for s in series}


def platform_scores(
    series: Iterable[Series], name: ScoreName, opens: Mapping[str, int]
) -> dict[int, float]:
    """Return the score of each forecast by number, as Metaculus or Good Judgment Open count it.

    `series` are everybody's, `opens` the day (ordinal) of the first statement on each claim.
    Forecasts of one forecaster on one claim are one series, in which the later replaces the
    earlier: each has the score of that series. Peers need two forecasters; others have none.
    """
    found: dict[int, float] = {}
    for group in _claims(series):
        players = _players(group)
        if len(players) > 1 or name not in PEERS:
            of_player = _SCORERS[name](players, opens[players[0].claim])
            found |= {s.forecast: of_player[s.forecaster] for s in group}
    return found


def _players(group: Iterable[Series]) -> list[Series]:
    """Join what one forecaster said on a claim: repeats are updates, and nobody is his own peer."""
    by_forecaster: dict[int, list[Series]] = defaultdict(list)
    for one in group:
        by_forecaster[one.forecaster].append(one)
    return [_joined(mine) for mine in by_forecaster.values()]


def _joined(mine: Sequence[Series]) -> Series:
    outcome = mine[0].outcome
    # Who took the other side of the claim gave it 1 - p.
    told = [
        said if s.outcome == outcome else DatedProbability(said.day, 1.0 - said.probability)
        for s in mine
        for said in s.statements
    ]
    return replace(mine[0], statements=tuple(sorted(told, key=attrgetter("day"))))


def _by_rule(series: Series, name: ScoreName, rule: UpdateRule) -> float:
    score = SCALES[name].score
    assert score is not None  # noqa: S101 - the platforms' scores go their own way
    updates = [Update(s.day, score(series.outcome, s.probability)) for s in series.statements]
    return series_score(updates, series.ends, rule)


def _claims(series: Iterable[Series]) -> Iterable[list[Series]]:
    groups: dict[str, list[Series]] = defaultdict(list)
    for one in series:
        groups[one.claim].append(one)
    return groups.values()


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


def _baselines(players: Iterable[Series], opens: int) -> dict[int, float]:
    return {s.forecaster: baseline_score(_standings(s), _period(s, opens)).score for s in players}


def _peers(players: Sequence[Series], opens: int) -> dict[int, float]:
    standings = {str(s.forecaster): _standings(s) for s in players}
    found = peer_scores(standings, _period(players[0], opens))
    return {int(name): timed.score for name, timed in found.items()}


def _accuracies(players: Sequence[Series], opens: int) -> dict[int, float]:
    dated = [
        DatedScore(
            str(s.forecaster),
            date.fromordinal(min(said.day, s.ends)),
            2.0 * (said.probability - s.outcome) ** 2,
        )
        for s in players
        for said in s.statements
    ]
    closes = date.fromordinal(players[0].ends)
    found = gjopen_accuracy(date.fromordinal(opens), closes, sorted(dated, key=attrgetter("day")))
    return {int(name): accuracy.accuracy for name, accuracy in found.items()}


_SCORERS: Mapping[ScoreName, Callable[[Sequence[Series], int], dict[int, float]]] = {
    ScoreName.METACULUS_BASELINE: _baselines,
    ScoreName.METACULUS_PEER: _peers,
    ScoreName.GJOPEN: _accuracies,
}
