"""Calibration in the large: hits promised against hits that came.

If the stated probabilities are right, the number of events is Poisson-binomial: a sum of one
binomial per cell of the tally. Up to a variance of 40 (a few hundred forecasts) its distribution
is computed exactly; beyond, the normal approximation with a correction for skewness is used,
whose error in P is then below .001 (Volkova 1996, Theory Probab. Appl. 40:791).
"""

import math
from dataclasses import dataclass

from ledger.core.measures.distributions import (
    MINLIKE_SLACK,
    binomial_pmf,
    normal_cdf,
    normal_density,
)
from ledger.core.measures.tally import Cell, Tally
from ledger.errors import InputError

EXACT_VARIANCE = 40.0
"""Largest variance of the number of events whose distribution is computed exactly."""

_FEW = 8  # forecasts in a cell up to which they are added singly
_NEGLIGIBLE = 1e-18


@dataclass(frozen=True, slots=True)
class CalibrationInTheLarge:
    """Events expected from the stated probabilities against events observed, out of n.

    `difference` is mean(p) - mean(y): above 0 means too many yes were promised. `p_value` is
    two-sided under "the stated probabilities are right" and the forecasts are independent; None
    where they are not. `exact` says how it was computed.
    """

    n: int
    expected: float
    observed: int
    difference: float
    p_value: float | None
    exact: bool


@dataclass(frozen=True, slots=True)
class CountDistribution:
    """P(number of events = first, first + 1, ...); what is left out is below 1e-15 in all."""

    first: int
    masses: tuple[float, ...]

    def at(self, k: int) -> float:
        """P(number of events = k)."""
        inside = 0 <= k - self.first < len(self.masses)
        return self.masses[k - self.first] if inside else 0.0


def calibration_in_the_large(tally: Tally) -> CalibrationInTheLarge:
    """Compare sum(p) with the observed number of events. Fit to show at any n >= 1.

    Raise InputError for an empty tally.
    """
    if not tally.n:
        raise InputError("calibration needs at least one forecast with a probability: none given")
    exact = _variance(tally) <= EXACT_VARIANCE
    p_value = _exact_two_sided(tally) if exact else _approximate_two_sided(tally)
    expected = tally.expected_yes
    difference = (expected - tally.yes) / tally.n
    return CalibrationInTheLarge(tally.n, expected, tally.yes, difference, p_value, exact)


def hits_in_the_large(tally: Tally) -> CalibrationInTheLarge:
    """Compare promised with observed hits: sides taken, p below .5 turned, .5 left out.

    Raise InputError when no forecast took a side.
    """
    counts: dict[float, tuple[int, int]] = {}
    for cell in tally.cells:
        p, miss, hit = cell.probability, cell.no, cell.yes
        if p == 0.5:
            continue
        if p < 0.5:
            p, miss, hit = 1.0 - p, hit, miss
        misses, hits = counts.get(p, (0, 0))
        counts[p] = misses + miss, hits + hit
    return calibration_in_the_large(Tally(tuple(Cell(p, *counts[p]) for p in sorted(counts))))


def count_distribution(tally: Tally) -> CountDistribution:
    """Exact distribution of the number of events if the stated probabilities are right."""
    first, masses = 0, [1.0]
    for cell in tally.cells:
        if cell.n <= _FEW:
            skipped, masses = _trimmed(_one_by_one(masses, cell))
            first += skipped
            continue
        cell_first, cell_masses = _binomial_window(cell)
        convolved = [0.0] * (len(masses) + len(cell_masses) - 1)
        for i, weight in enumerate(cell_masses):
            for j, mass in enumerate(masses, start=i):
                convolved[j] += weight * mass
        skipped, masses = _trimmed(convolved)
        first += cell_first + skipped
    return CountDistribution(first, tuple(masses))


def _one_by_one(masses: list[float], cell: Cell) -> list[float]:
    """Add the forecasts of a small cell singly: a shift and a sum each."""
    p, q = cell.probability, 1.0 - cell.probability
    for _ in range(cell.n):
        masses = [
            q * stays + p * comes
            for stays, comes in zip([*masses, 0.0], [0.0, *masses], strict=True)
        ]
    return masses


def _binomial_window(cell: Cell) -> tuple[int, list[float]]:
    """Binomial masses around their mode, as far as they matter: (first count, masses)."""
    n, p = cell.n, cell.probability
    mode = min(math.floor((n + 1) * p), n)
    masses, first, last = [binomial_pmf(mode, n, p)], mode, mode
    if p in (0.0, 1.0):
        return mode, masses
    odds = p / (1.0 - p)
    upper: list[float] = []
    mass = masses[0]
    while last < n and mass > _NEGLIGIBLE:
        mass *= (n - last) / (last + 1) * odds
        upper.append(mass)
        last += 1
    lower: list[float] = []
    mass = masses[0]
    while first > 0 and mass > _NEGLIGIBLE:
        mass *= first / (n - first + 1) / odds
        lower.append(mass)
        first -= 1
    return first, [*reversed(lower), *masses, *upper]


def _trimmed(masses: list[float]) -> tuple[int, list[float]]:
    start, end = 0, len(masses)
    while end - start > 1 and masses[start] < _NEGLIGIBLE:
        start += 1
    while end - start > 1 and masses[end - 1] < _NEGLIGIBLE:
        end -= 1
    return start, masses[start:end]


def _variance(tally: Tally) -> float:
    return math.fsum([c.n * c.probability * (1.0 - c.probability) for c in tally.cells])


def _exact_two_sided(tally: Tally) -> float:
    """Sum all outcomes no likelier than the observed one, as the binomial test does."""
    counts = count_distribution(tally)
    limit = counts.at(tally.yes) * MINLIKE_SLACK
    return min(1.0, math.fsum(mass for mass in counts.masses if mass <= limit))


def _approximate_two_sided(tally: Tally) -> float:
    moments = _moments(tally)
    at_most = _approximate_at_most(tally.yes, *moments)
    at_least = 1.0 - _approximate_at_most(tally.yes - 1, *moments)
    return min(1.0, 2.0 * min(at_most, at_least))


def _moments(tally: Tally) -> tuple[float, float, float]:
    """Return mean, standard deviation and skewness of the number of events."""
    spreads = [(c.n * c.probability * (1.0 - c.probability), c.probability) for c in tally.cells]
    sigma = math.sqrt(math.fsum([v for v, _ in spreads]))
    skewness = math.fsum([v * (1.0 - 2.0 * p) for v, p in spreads]) / sigma**3
    return tally.expected_yes, sigma, skewness


def _approximate_at_most(k: int, mean: float, sigma: float, skewness: float) -> float:
    x = (k + 0.5 - mean) / sigma
    bend = skewness * (1.0 - x * x) * normal_density(x) / 6.0
    return min(max(normal_cdf(x) + bend, 0.0), 1.0)
