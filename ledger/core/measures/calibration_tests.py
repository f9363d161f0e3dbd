"""Tests of all stated probabilities at once: could they be right, given what came.

Both compare the Brier score with what it would be if the forecaster's own probabilities were
true: Spiegelhalter's Z by a normal approximation, the other by counting outcomes.
"""

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from ledger.core.measures.distributions import binomial_pmf, two_sided_normal
from ledger.core.measures.sampling import binomial_draw
from ledger.core.measures.tally import Tally
from ledger.errors import InputError

DRAWS = 999
EXACT_PATTERNS = 20_000
"""Up to so many distinct sets of outcomes the test of the Brier score enumerates them all."""


@dataclass(frozen=True, slots=True)
class Spiegelhalter:
    """Z test of calibration: z above 0 means a worse Brier score than the forecasts imply.

    Both are None when every probability is 0, .5 or 1: the test is then undefined.
    """

    z: float | None
    p_value: float | None


def spiegelhalter(tally: Tally) -> Spiegelhalter:
    """Compare the Brier score with its expectation, in standard errors (Stat. Med. 1986, 5:421).

    z = sum (y - p)(1 - 2p) / sqrt(sum (1 - 2p)^2 p (1 - p)); P is two-sided, normal. On no
    scorecard, which counts hits exactly: kept to be held against published values.
    """
    excess, variance = [], []
    for c in tally.cells:
        p, tilt = c.probability, 1.0 - 2.0 * c.probability
        excess.append((c.yes - c.n * p) * tilt)
        variance.append(c.n * tilt * tilt * p * (1.0 - p))
    spread = math.sqrt(math.fsum(variance))
    if spread == 0.0:
        return Spiegelhalter(None, None)
    z = math.fsum(excess) / spread
    return Spiegelhalter(z, two_sided_normal(z))


@dataclass(frozen=True, slots=True)
class BrierUnderCalibration:
    """Brier score observed and expected (0-1 scale) if the probabilities are right.

    `p_value` is P(Brier at least as bad); `exact` if enumerated, otherwise drawn with `seed`.
    """

    brier: float
    expected: float
    p_value: float
    exact: bool
    seed: int | None = None


def brier_under_calibration(
    tally: Tally, draws: int = DRAWS, seed: int = 1
) -> BrierUnderCalibration:
    """Test whether the Brier score is worse than the forecaster's own probabilities allow.

    On no scorecard, which tests hits and MCB: kept to be held against enumerated values.
    Raise InputError for an empty tally.
    """
    brier = tally.mean_brier
    if brier is None:
        raise InputError("calibration needs at least one forecast with a probability: none given")
    expected = math.fsum(c.n * c.probability * (1.0 - c.probability) for c in tally.cells) / tally.n
    limit = brier * tally.n - 1e-9
    if math.prod(c.n + 1 for c in tally.cells) <= EXACT_PATTERNS:
        p = math.fsum(mass for mass, total in _patterns(tally) if total >= limit)
        return BrierUnderCalibration(brier, expected, min(p, 1.0), exact=True)
    rng = Random(seed)  # noqa: S311 - a printed seed, not a secret
    extreme = sum(_drawn_total(tally, rng) >= limit for _ in range(draws))
    return BrierUnderCalibration(
        brier, expected, (extreme + 1) / (draws + 1), exact=False, seed=seed
    )


def _patterns(tally: Tally) -> Iterator[tuple[float, float]]:
    """Yield every combination of events per cell: its probability and its sum of Brier scores."""
    per_cell = [
        [
            (binomial_pmf(k, c.n, c.probability), _total(c.probability, c.n, k))
            for k in range(c.n + 1)
        ]
        for c in tally.cells
    ]
    for choice in itertools.product(*per_cell):
        yield math.prod(mass for mass, _ in choice), sum(total for _, total in choice)


def _drawn_total(tally: Tally, rng: Random) -> float:
    return sum(
        _total(c.probability, c.n, binomial_draw(rng, c.n, c.probability)) for c in tally.cells
    )


def _total(p: float, n: int, yes: int) -> float:
    return yes * (1.0 - p) ** 2 + (n - yes) * p * p
