"""Calibration in the large: hits promised against hits that came.

If the stated probabilities are right, the number of events is Poisson-binomial. Its exact
distribution is cheap for a few hundred forecasts; beyond, the normal approximation with a
correction for skewness is used, whose error in P is then below .001
(Volkova 1996, Theory Probab. Appl. 40:791; Hong 2013, CSDA 59:41).
"""

import math
from dataclasses import dataclass

from ledger.core.distributions import normal_cdf
from ledger.core.tally import Tally
from ledger.errors import InputError

EXACT_LIMIT = 300
"""Largest number of forecasts whose distribution is computed exactly (a few milliseconds)."""

_MINLIKE_SLACK = 1.0 + 1e-7


@dataclass(frozen=True, slots=True)
class CalibrationInTheLarge:
    """Events expected from the stated probabilities against events observed, out of n.

    `difference` is mean(p) - mean(y): above 0 means too many yes were promised. `p_value` is
    two-sided under "the stated probabilities are right"; `exact` says how it was computed.
    """

    n: int
    expected: float
    observed: int
    difference: float
    p_value: float
    exact: bool


def calibration_in_the_large(tally: Tally) -> CalibrationInTheLarge:
    """Compare sum(p) with the observed number of events. Fit to show at any n >= 1.

    Raise InputError for an empty tally.
    """
    if not tally.n:
        raise InputError("calibration needs at least one forecast with a probability: none given")
    exact = tally.n <= EXACT_LIMIT
    p_value = _exact_two_sided(tally) if exact else _approximate_two_sided(tally)
    gap = tally.expected_yes - tally.yes
    return CalibrationInTheLarge(
        tally.n, tally.expected_yes, tally.yes, gap / tally.n, p_value, exact
    )


def hits_in_the_large(tally: Tally) -> CalibrationInTheLarge:
    """Compare promised with observed hits: sides taken, p below .5 turned, .5 left out.

    Raise InputError when no forecast took a side.
    """
    counts: dict[tuple[float, int], int] = {}
    for cell in tally.cells:
        if cell.probability == 0.5:
            continue
        turned = cell.probability < 0.5
        p = 1.0 - cell.probability if turned else cell.probability
        hit, miss = (cell.no, cell.yes) if turned else (cell.yes, cell.no)
        counts[p, 1] = counts.get((p, 1), 0) + hit
        counts[p, 0] = counts.get((p, 0), 0) + miss
    return calibration_in_the_large(Tally.from_counts(counts))


def poisson_binomial_pmf(tally: Tally) -> list[float]:
    """P(number of events = 0..n) if the stated probabilities are right; exact, O(n^2)."""
    pmf = [1.0]
    for cell in tally.cells:
        p, q = cell.probability, 1.0 - cell.probability
        for _ in range(cell.n):
            stays = [q * mass for mass in pmf]
            comes = [p * mass for mass in pmf]
            inner = [a + b for a, b in zip(stays[1:], comes, strict=False)]
            pmf = [stays[0], *inner, comes[-1]]
    return pmf


def poisson_binomial_at_most(tally: Tally, k: int) -> float:
    """P(number of events <= k): exact up to 300 forecasts, approximate beyond."""
    if tally.n > EXACT_LIMIT:
        return _approximate_at_most(tally, k)
    return min(1.0, math.fsum(poisson_binomial_pmf(tally)[: max(k + 1, 0)]))


def _exact_two_sided(tally: Tally) -> float:
    """Sum all outcomes no likelier than the observed one, as the binomial test does."""
    pmf = poisson_binomial_pmf(tally)
    limit = pmf[tally.yes] * _MINLIKE_SLACK
    return min(1.0, math.fsum(mass for mass in pmf if mass <= limit))


def _approximate_two_sided(tally: Tally) -> float:
    at_most = _approximate_at_most(tally, tally.yes)
    at_least = 1.0 - _approximate_at_most(tally, tally.yes - 1)
    return min(1.0, 2.0 * min(at_most, at_least))


def _approximate_at_most(tally: Tally, k: int) -> float:
    spreads = [(c.n * c.probability * (1.0 - c.probability), c.probability) for c in tally.cells]
    variance = math.fsum(v for v, _ in spreads)
    if variance == 0.0:
        return float(k >= round(tally.expected_yes))
    sigma = math.sqrt(variance)
    skewness = math.fsum(v * (1.0 - 2.0 * p) for v, p in spreads) / sigma**3
    x = (k + 0.5 - tally.expected_yes) / sigma
    density = math.exp(-0.5 * x * x) / math.sqrt(2.0 * math.pi)
    return min(max(normal_cdf(x) + skewness * (1.0 - x * x) * density / 6.0, 0.0), 1.0)
