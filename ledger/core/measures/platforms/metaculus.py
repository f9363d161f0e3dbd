"""Metaculus baseline and peer scores; HIGHER is better, 0 is ignorance, 100 is certainty.

    baseline  100 ln(p N) / ln N          against knowing nothing   (yes/no: 100 (log2 p + 1))
    peer      100 mean over others of (ln p_i - ln p_j)             against the other forecasters

Both are averaged over time up to the SCHEDULED close, and time without a forecast scores 0: to
be early counts, and an early answer does not shrink the denominator. Continuous questions have
half the scale. Reference: Metaculus scores FAQ, and the values stated in the project's own tests.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ledger.core.measures.platforms.metaculus_stakes import Stake

LEADERBOARD_MINIMUM = 30.0


@dataclass(frozen=True, slots=True)
class StandingForecast:
    """A forecast that stood from `start` to `end` (None: to the close), in days."""

    start: float
    end: float | None
    stake: Stake


@dataclass(frozen=True, slots=True)
class QuestionPeriod:
    """A question's life in days: when it opened, closed, and was scheduled to close."""

    opens: float
    closes: float
    scheduled: float

    @property
    def length(self) -> float:
        """Days from the opening to the scheduled close: what scores are divided by."""
        return self.scheduled - self.opens

    def part(self, standing: StandingForecast) -> tuple[float, float]:
        """Cut a standing forecast to the time the question was open: (start, end)."""
        start = max(standing.start, self.opens)
        end = self.closes if standing.end is None else min(standing.end, self.closes)
        return start, max(start, end)


@dataclass(frozen=True, slots=True)
class TimedScore:
    """A score, and the share of the question's scheduled life that it covers (0..1)."""

    score: float
    coverage: float


NOTHING = TimedScore(0.0, 0.0)


def baseline_score(standings: Iterable[StandingForecast], period: QuestionPeriod) -> TimedScore:
    """Time-averaged baseline score of one forecaster's standings (which must not overlap)."""
    score = covered = 0.0
    for standing in standings:
        start, end = period.part(standing)
        score += (end - start) * standing.stake.baseline
        covered += end - start
    return TimedScore(score / period.length, covered / period.length)


def spot_baseline(standings: Iterable[StandingForecast], spot: float) -> TimedScore:
    """Baseline score of what stood at one moment; 0 with coverage 0 if nothing did.

    On no scorecard, which averages over time: kept to be held against Metaculus's own values.
    """
    stake = _at(standings, spot)
    return TimedScore(stake.baseline, 1.0) if stake else NOTHING


def peer_gaps(log_scores: Sequence[float]) -> list[float]:
    """Mean over the others of own minus theirs; 0 for one alone. They sum to 0."""
    n, total = len(log_scores), math.fsum(log_scores)
    return [(n * own - total) / (n - 1) if n > 1 else 0.0 for own in log_scores]


def spot_peer(
    by_name: Mapping[str, Iterable[StandingForecast]], spot: float
) -> dict[str, TimedScore]:
    """Peer scores of what stood at one moment; 0 with coverage 0 for those without.

    On no scorecard, which averages over time: kept to be held against Metaculus's own values.
    """
    stakes = {name: _at(standings, spot) for name, standings in by_name.items()}
    present = {name: stake for name, stake in stakes.items() if stake}
    gaps = peer_gaps([stake.log_p for stake in present.values()])
    scores = {
        name: TimedScore(stake.peer_scale * gap, 1.0)
        for (name, stake), gap in zip(present.items(), gaps, strict=True)
    }
    return {name: scores.get(name, NOTHING) for name in by_name}


def peer_scores(
    by_name: Mapping[str, Sequence[StandingForecast]], period: QuestionPeriod
) -> dict[str, TimedScore]:
    """Time-averaged peer scores of everybody on one question.

    While n > 1 forecasts stand, i's gap is (n ln p_i - sum of ln p_j)/(n - 1); it is integrated
    over time by two running integrals, so the work is linear in the number of forecasts.
    """
    parts = {
        name: [(*period.part(s), s.stake) for s in standings] for name, standings in by_name.items()
    }
    own_weight, others = _integrals([part for mine in parts.values() for part in mine])
    scores = {}
    for name, mine in parts.items():
        score = covered = 0.0
        for start, end, stake in mine:
            covered += end - start
            gap = stake.log_p * (own_weight[end] - own_weight[start]) - others[end] + others[start]
            score += stake.peer_scale * gap
        scores[name] = TimedScore(score / period.length, covered / period.length)
    return scores


def leaderboard(scores: Sequence[TimedScore]) -> float:
    """Peer leaderboard: sum of scores / max(30, sum of coverages), which shrinks short records.

    On no scorecard, which prints means: kept to be held against Metaculus's own values.
    """
    coverage = math.fsum(s.coverage for s in scores)
    return math.fsum(s.score for s in scores) / max(LEADERBOARD_MINIMUM, coverage)


def _at(standings: Iterable[StandingForecast], spot: float) -> Stake | None:
    for standing in standings:
        if standing.start <= spot and (standing.end is None or standing.end > spot):
            return standing.stake
    return None


def _integrals(
    parts: Sequence[tuple[float, float, Stake]],
) -> tuple[dict[float, float], dict[float, float]]:
    """Running integrals of n/(n-1) and of sum(ln p)/(n-1) while n > 1, at each start and end."""
    events = sorted(
        [(start, 1, stake.log_p) for start, _, stake in parts]
        + [(end, -1, -stake.log_p) for _, end, stake in parts]
    )
    own_weight: dict[float, float] = {}
    others: dict[float, float] = {}
    n, total, own_sum, others_sum, last = 0, 0.0, 0.0, 0.0, 0.0
    for time, change, log_p in events:
        if n > 1:
            own_sum += (time - last) * n / (n - 1)
            others_sum += (time - last) * total / (n - 1)
        own_weight[time], others[time], last = own_sum, others_sum, time
        n, total = n + change, total + log_p
    return own_weight, others
