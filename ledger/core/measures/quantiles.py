"""Scores for forecasts of a number or a day given as quantiles, a range or a distribution.

All are in the unit of the number (for dates: days), lower is better, 0 is perfect. The argument
order is score(outcome, forecast). References: Gneiting & Raftery 2007, JASA 102:359 (pinball,
interval score, CRPS); Bracher et al. 2021, PLoS Comput. Biol. 17:e1008618 (WIS).
"""

import itertools
import math
from collections.abc import Mapping, Sequence

from ledger.core.measures.distributions import normal_cdf, normal_density
from ledger.errors import InputError

_PAIR_SLACK = 1e-9


def pinball(outcome: float, quantile: float, level: float) -> float:
    """Quantile score: level (y - q) above the quantile, (1 - level)(q - y) below it."""
    _check_level(level)
    gap = outcome - quantile
    return level * gap if gap >= 0.0 else (level - 1.0) * gap


def interval_score(outcome: float, low: float, high: float, level: float) -> float:
    """Interval score of a central range that should hold the outcome with P = `level`.

    (u - l) + 2/alpha (l - y)+ + 2/alpha (y - u)+ with alpha = 1 - level: the width, and a fine
    for missing (Winkler 1972, JASA 67:187). Raise InputError if low > high.
    """
    _check_level(level)
    if low > high:
        raise InputError(f"a range runs from low to high, not {low} to {high}: swap its ends")
    # 1 - .8 is not quite .2 in floats; rounding keeps the fine a round number.
    alpha = round(1.0 - level, 12)
    return (high - low) + 2.0 / alpha * (max(low - outcome, 0.0) + max(outcome - high, 0.0))


def mean_pinball(outcome: float, quantiles: Mapping[float, float]) -> float:
    """Mean quantile score over the quantiles of one forecast (level -> value).

    Raise InputError if values fall while levels rise.
    """
    check_quantiles(quantiles)
    return math.fsum(pinball(outcome, q, a) for a, q in quantiles.items()) / len(quantiles)


def wis(outcome: float, quantiles: Mapping[float, float]) -> float:
    """Weighted interval score: the mean over quantiles of 2 x pinball.

    With a median and K central ranges it equals Bracher's weighted sum of interval scores,
    divided by K + 1/2. Of a median alone it is the CRPS of a point: its absolute error.
    """
    return 2.0 * mean_pinball(outcome, quantiles)


def wis_median_twice(outcome: float, quantiles: Mapping[float, float]) -> float:
    """Weighted interval score as scoringutils counts it: the median weighs as much as a range.

    (|y - m| + sum over K ranges of alpha/2 x interval score) / (K + 1). On no scorecard, which has
    Bracher's: kept to be held against the values of programs that print it. Raise InputError
    unless the levels are a median and pairs that are symmetric around it.
    """
    check_quantiles(quantiles)
    levels = sorted(quantiles)
    pairs = list(zip(levels, reversed(levels), strict=True))[: len(levels) // 2]
    symmetric = all(abs(a + b - 1.0) < _PAIR_SLACK for a, b in pairs)
    if not symmetric or 0.5 not in quantiles:
        raise InputError("this WIS needs a median and symmetric pairs of quantiles: use the other")
    ranges = math.fsum(
        a * interval_score(outcome, quantiles[a], quantiles[b], 1.0 - 2.0 * a) for a, b in pairs
    )
    return (abs(outcome - quantiles[0.5]) + ranges) / (len(pairs) + 1)


def outer_range(quantiles: Mapping[float, float]) -> tuple[float, float, float] | None:
    """Return (low, high, level) of the widest central range; None where none is central."""
    first, last = min(quantiles), max(quantiles)
    if first >= last or abs(first + last - 1.0) > _PAIR_SLACK:
        return None
    return quantiles[first], quantiles[last], round(last - first, 12)


def check_quantiles(quantiles: Mapping[float, float]) -> None:
    """Raise InputError unless there are quantiles, with levels inside (0, 1), that do not cross."""
    if not quantiles:
        raise InputError("a quantile forecast needs at least one quantile: give level=value")
    values = [quantiles[level] for level in sorted(quantiles)]
    for level in quantiles:
        _check_level(level)
    if any(a > b for a, b in itertools.pairwise(values)):
        raise InputError("quantiles cross: a higher level needs a value at least as high")


def crps_sample(outcome: float, sample: Sequence[float]) -> float:
    """CRPS of equally likely values: mean |x - y| - half the mean |x - x'|, in O(n log n).

    On no scorecard: kept for what WIS comes to with ever more quantiles.
    """
    if not sample:
        raise InputError("a sample needs at least one value: none given")
    n, ordered = len(sample), sorted(sample)
    error = math.fsum(abs(x - outcome) for x in ordered) / n
    # The sum over pairs |x_i - x_j|, i < j, counts x_(i) once for each smaller, minus each larger.
    spread = math.fsum((2 * i - n + 1) * x for i, x in enumerate(ordered)) / (n * n)
    return error - spread


def crps_normal(outcome: float, mean: float, sd: float) -> float:
    """CRPS of a normal: sd (z (2 Phi(z) - 1) + 2 phi(z) - 1/sqrt(pi)), z = (y - mean)/sd.

    On no scorecard: kept for what WIS comes to with ever more quantiles.
    """
    if sd <= 0.0:
        raise InputError(f"a standard deviation is above 0, not {sd}: score a point instead")
    z = (outcome - mean) / sd
    inner = z * (2.0 * normal_cdf(z) - 1.0) + 2.0 * normal_density(z)
    return sd * (inner - 1.0 / math.sqrt(math.pi))


def crps_uniform(outcome: float, low: float, high: float) -> float:
    """CRPS of a uniform range, e.g. "within six months": any day of it equally likely.

    width (u^2 - u + 1/3) inside, with u the share of the range passed; outside, the distance
    to the range is added. On no scorecard: kept for what WIS comes to with ever more quantiles.
    """
    if low >= high:
        raise InputError(f"a range runs from low to high, not {low} to {high}: swap its ends")
    width = high - low
    inside = min(max(outcome, low), high)
    u = (inside - low) / width
    return abs(outcome - inside) + width * (u * u - u + 1.0 / 3.0)


def _check_level(level: float) -> None:
    if not 0.0 < level < 1.0:
        raise InputError(f"a quantile's level lies between 0 and 1, not {level}: write 0.9")
