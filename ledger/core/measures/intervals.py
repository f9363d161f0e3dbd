"""Intervals for a hit rate k/n.

Wilson's is the one scorecards print. Clopper-Pearson and Jeffreys are there to compare with.
Wald's (rate -+ 1.96 standard errors) is left out on purpose: at n = 5 it covers the truth 70 % of
the time, Wilson's 95.7 %. References: Wilson 1927, JASA 22:209; Newcombe 1998, Stat. Med. 17:857;
Brown, Cai & DasGupta 2001, Statistical Science 16:101.
"""

import math
from dataclasses import dataclass

from ledger.core.measures.distributions import beta_quantile, check_hits, normal_quantile
from ledger.errors import InputError


@dataclass(frozen=True, slots=True)
class Interval:
    """Lower and upper end, in the unit of what is estimated (a rate: 0..1)."""

    low: float
    high: float

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high


def wilson(hits: int, n: int, level: float = 0.95) -> Interval:
    """Wilson score interval: (k + z^2/2 -+ z sqrt(k(n-k)/n + z^2/4)) / (n + z^2).

    0..1 when n = 0: nothing is known. Raise InputError unless 0 <= hits <= n.
    """
    _check(hits, n, level)
    if n == 0:
        return Interval(0.0, 1.0)
    z = normal_quantile((1.0 + level) / 2.0)
    centre = hits + z * z / 2.0
    half = z * math.sqrt(hits * (n - hits) / n + z * z / 4.0)
    low = 0.0 if hits == 0 else (centre - half) / (n + z * z)
    high = 1.0 if hits == n else (centre + half) / (n + z * z)
    return Interval(low, high)


def clopper_pearson(hits: int, n: int, level: float = 0.95) -> Interval:
    """Exact interval of Clopper & Pearson 1934: covers at least `level`, often far more.

    On no scorecard: kept to compare Wilson's with, and to be held against published values.
    """
    _check(hits, n, level)
    tail = (1.0 - level) / 2.0
    low = 0.0 if hits == 0 else beta_quantile(tail, hits, n - hits + 1)
    high = 1.0 if hits == n else beta_quantile(1.0 - tail, hits + 1, n - hits)
    return Interval(low, high)


def jeffreys(hits: int, n: int, level: float = 0.95) -> Interval:
    """Equal-tailed posterior interval under Jeffreys' prior Beta(1/2, 1/2).

    On no scorecard: kept to compare Wilson's with, and to be held against published values.
    """
    _check(hits, n, level)
    tail = (1.0 - level) / 2.0
    a, b = hits + 0.5, n - hits + 0.5
    return Interval(beta_quantile(tail, a, b), beta_quantile(1.0 - tail, a, b))


def _check(hits: int, n: int, level: float) -> None:
    check_hits(hits, n)
    if not 0.0 < level < 1.0:
        raise InputError(f"a confidence level lies between 0 and 1, not {level}: write 0.95")
