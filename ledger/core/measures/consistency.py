"""What a calibration curve would look like if the stated probabilities were right.

A small record is never exactly on the diagonal, so MCB stands beside its value under perfect
calibration and the curve beside a band: outcomes are drawn anew from the stated probabilities,
the curve is fitted again, and percentiles are taken (consistency resampling, Bröcker & Smith
2007, Weather and Forecasting 22:651).
"""

import math
from dataclasses import dataclass
from random import Random

from ledger.core.measures.calibration import corp, pool_adjacent_violators
from ledger.core.measures.order_statistics import percentile
from ledger.core.measures.sampling import binomial_draw
from ledger.core.measures.tally import Tally

DRAWS = 999
LEVEL = 0.9  # of the band


@dataclass(frozen=True, slots=True)
class BandPoint:
    """At one stated probability, where CORP's value falls if the forecaster is calibrated."""

    probability: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class PerfectCalibration:
    """MCB observed, its mean under perfect calibration, and P(MCB at least as large).

    Forecasts are taken for independent; `p_value` is None where they share questions.

    The band holds CORP's value at each stated probability with probability `level`. All come
    from `draws` resamples with `seed`.
    """

    mcb: float
    expected_mcb: float
    p_value: float | None
    band: tuple[BandPoint, ...]
    level: float
    draws: int
    seed: int


def perfect_calibration(tally: Tally, draws: int = DRAWS, seed: int = 1) -> PerfectCalibration:
    """Resample outcomes from the stated probabilities. Raise InputError for an empty tally."""
    observed = corp(tally).mcb
    rng = Random(seed)  # noqa: S311 - a printed seed, not a secret
    mcbs: list[float] = []
    fits: list[list[float]] = []
    for _ in range(draws):
        mcb, fit = _resample(tally, rng)
        mcbs.append(mcb)
        fits.append(fit)
    # Rounding in a sum of squares must not make an equal MCB look smaller.
    extreme = sum(mcb >= observed - 1e-12 for mcb in mcbs)
    return PerfectCalibration(
        observed,
        math.fsum(mcbs) / draws,
        (extreme + 1) / (draws + 1),
        _band(tally, fits, LEVEL),
        LEVEL,
        draws,
        seed,
    )


def _resample(tally: Tally, rng: Random) -> tuple[float, list[float]]:
    counts = [(c.n, binomial_draw(rng, c.n, c.probability)) for c in tally.cells]
    fit = pool_adjacent_violators(counts)
    gains = (
        # (p - y)^2 - (fit - y)^2 summed over the cell's n forecasts, `yes` of them with y = 1
        n * (cell.probability**2 - value**2) - 2.0 * yes * (cell.probability - value)
        for cell, (n, yes), value in zip(tally.cells, counts, fit, strict=True)
    )
    return sum(gains) / tally.n, fit


def _band(tally: Tally, fits: list[list[float]], level: float) -> tuple[BandPoint, ...]:
    tail = (1.0 - level) / 2.0
    points = []
    for cell, values in zip(tally.cells, zip(*fits, strict=True), strict=True):
        ordered = sorted(values)
        low, high = percentile(ordered, tail), percentile(ordered, 1.0 - tail)
        points.append(BandPoint(cell.probability, low, high))
    return tuple(points)
