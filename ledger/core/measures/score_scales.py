"""The scores one can choose, each with its scale and direction, as they are to be printed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ledger.core.measures.brier import brier
from ledger.core.measures.log_score import log_score
from ledger.core.measures.platforms.metaculus_stakes import stake_binary


class ScoreName(StrEnum):
    """What can be asked for by name."""

    BRIER = "brier"
    LOG = "log"
    METACULUS_BASELINE = "metaculus-baseline"
    METACULUS_PEER = "metaculus-peer"
    GJOPEN = "gjopen"


@dataclass(frozen=True, slots=True)
class ScoreScale:
    """How a score is read.

    `scale` says what always saying 50 % gets, or what 0 means where that depends on others.
    `score(outcome, probability)` is the score of one forecast; None where it takes several
    forecasters or days to compute.
    """

    title: str
    scale: str
    lower_is_better: bool
    score: Callable[[int, float], float] | None

    @property
    def direction(self) -> str:
        """Say which way is better, in words."""
        return "lower is better" if self.lower_is_better else "higher is better"


def _baseline(outcome: int, probability: float) -> float:
    return stake_binary(outcome, probability).baseline


SCALES: Mapping[ScoreName, ScoreScale] = {
    ScoreName.BRIER: ScoreScale(
        "Brier score", "0-1, always 50 % = .25", lower_is_better=True, score=brier
    ),
    ScoreName.LOG: ScoreScale(
        "log score",
        "nats, p clipped to .001-.999, always 50 % = .693",
        lower_is_better=True,
        score=log_score,
    ),
    ScoreName.METACULUS_BASELINE: ScoreScale(
        "Metaculus baseline score",
        "100 = certain and right, always 50 % = 0, p clipped to .001-.999",
        lower_is_better=False,
        score=_baseline,
    ),
    ScoreName.METACULUS_PEER: ScoreScale(
        "Metaculus peer score",
        "0 = as good as the others, p clipped to .001-.999",
        lower_is_better=False,
        score=None,
    ),
    ScoreName.GJOPEN: ScoreScale(
        "Good Judgment Open accuracy",
        "daily Brier 0-2 less the daily median, times participation; 0 = the median",
        lower_is_better=True,
        score=None,
    ),
}
