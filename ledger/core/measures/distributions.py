"""Distribution functions that the intervals and tests need, without a numerical library.

Normal, beta, Student t and binomial; each agrees with scipy to about 1e-12 for the sizes
a ledger meets (see tests/core/measures/test_distributions.py).
"""

import functools
import math
from collections.abc import Callable

from ledger.errors import InputError

SQRT_2 = math.sqrt(2.0)
Z_95 = 1.959963984540054
"""The normal quantile of .975, half the width of a 95 % interval in standard errors."""

_FEW_DEGREES = 30.0  # below, the expansion of Student's t around the normal starts too far off
_MANY_DEGREES = 10_000.0  # from there on it needs no steps of Newton's
_TINY = 1e-300
MINLIKE_SLACK = 1.0 + 1e-7
"""Outcomes so little likelier than the observed one are as likely: R's binom.test has the same."""


def normal_cdf(x: float) -> float:
    """P(Z <= x) for a standard normal Z."""
    return 0.5 * math.erfc(-x / SQRT_2)


def normal_density(x: float) -> float:
    """Density of a standard normal at x."""
    return math.exp(-0.5 * x * x) / math.sqrt(2.0 * math.pi)


def two_sided_normal(z: float) -> float:
    """P(|Z| >= |z|) for a standard normal Z."""
    return math.erfc(abs(z) / SQRT_2)


def normal_quantile(q: float) -> float:
    """Return the x with P(Z <= x) = q, for 0 < q < 1."""
    if q < 0.5:
        return -normal_quantile(1.0 - q)
    if math.isclose(q, 0.975, abs_tol=1e-15):
        return Z_95
    return _solve(normal_cdf, normal_density, q, (0.0, 1.0, 40.0))


def beta_cdf(x: float, a: float, b: float) -> float:
    """Regularised incomplete beta function I_x(a, b): P(X <= x) for X ~ Beta(a, b).

    Continued fraction by Lentz's method (Press et al., Numerical Recipes, section 6.4).
    """
    if x <= 0.0:
        return 0.0
    if x >= 1.0:
        return 1.0
    front = math.exp(_log_beta_front(x, a, b))
    if x < (a + 1.0) / (a + b + 2.0):
        return front * _beta_fraction(x, a, b) / a
    return 1.0 - front * _beta_fraction(1.0 - x, b, a) / b


def beta_quantile(q: float, a: float, b: float) -> float:
    """Return the x with I_x(a, b) = q; 0 for q <= 0 and 1 for q >= 1."""
    if q <= 0.0:
        return 0.0
    if q >= 1.0:
        return 1.0
    return _solve(
        lambda x: beta_cdf(x, a, b),
        lambda x: math.exp(_log_beta_front(x, a, b)) / (x * (1.0 - x)),
        q,
        (0.0, a / (a + b), 1.0),
    )


def t_two_sided(t: float, df: float) -> float:
    """P(|T| >= |t|) for Student's T with `df` degrees of freedom."""
    if t * t < df:
        # Near 0 the complement keeps the digits that df / (df + t^2) would lose.
        return 1.0 - beta_cdf(t * t / (df + t * t), 0.5, df / 2.0)
    return beta_cdf(df / (df + t * t), df / 2.0, 0.5)


@functools.lru_cache(maxsize=4096)
def t_quantile(q: float, df: float) -> float:
    """Return the x with P(T <= x) = q, for 0.5 <= q < 1; kept, since tables ask again."""
    if df < _FEW_DEGREES:
        x = beta_quantile(2.0 * (1.0 - q), df / 2.0, 0.5)
        return math.sqrt(df * (1.0 - x) / x)
    t = _t_near_normal(normal_quantile(q), df)
    for _ in range(2 if df < _MANY_DEGREES else 0):
        t += (0.5 * t_two_sided(t, df) - (1.0 - q)) / _t_density(t, df)
    return t


def _t_density(t: float, df: float) -> float:
    front = math.exp(math.lgamma((df + 1.0) / 2.0) - math.lgamma(df / 2.0))
    tail = math.exp(-0.5 * (df + 1.0) * math.log1p(t * t / df))
    return front * tail / math.sqrt(df * math.pi)


def _t_near_normal(z: float, df: float) -> float:
    """Expand the quantile in 1/df (Abramowitz & Stegun 1964, 26.7.5): error of order df^-4."""
    g1 = (z**3 + z) / 4.0
    g2 = (5.0 * z**5 + 16.0 * z**3 + 3.0 * z) / 96.0
    g3 = (3.0 * z**7 + 19.0 * z**5 + 17.0 * z**3 - 15.0 * z) / 384.0
    return z + g1 / df + g2 / df**2 + g3 / df**3


def binomial_pmf(k: int, n: int, p: float) -> float:
    """P(X = k) for X ~ Binomial(n, p)."""
    if p in (0.0, 1.0):
        return float(k == round(n * p))
    log_choose = math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
    return math.exp(log_choose + k * math.log(p) + (n - k) * math.log1p(-p))


def binomial_at_least(k: int, n: int, p: float) -> float:
    """P(X >= k) for X ~ Binomial(n, p)."""
    if k <= 0:
        return 1.0
    return 0.0 if k > n else beta_cdf(p, k, n - k + 1)


def binomial_at_most(k: int, n: int, p: float) -> float:
    """P(X <= k) for X ~ Binomial(n, p)."""
    if k >= n:
        return 1.0
    return 0.0 if k < 0 else beta_cdf(1.0 - p, n - k, k + 1)


def check_hits(hits: int, n: int) -> None:
    """Raise InputError unless 0 <= hits <= n."""
    if not 0 <= hits <= n:
        raise InputError(f"{hits} hits of {n} is not a count: hits lie in 0..n")


def binomial_two_sided(k: int, n: int, p: float) -> float:
    """Sum the probabilities of all outcomes no likelier than k, as R's binom.test does."""
    limit = binomial_pmf(k, n, p) * MINLIKE_SLACK
    mode = min(math.floor((n + 1) * p), n)
    if binomial_pmf(mode, n, p) <= limit:
        return 1.0
    if k < mode:
        first = _first(lambda j: binomial_pmf(j, n, p) <= limit, mode, n + 1)
        return min(1.0, binomial_at_most(k, n, p) + binomial_at_least(first, n, p))
    first = _first(lambda j: binomial_pmf(j, n, p) > limit, 0, mode)
    return min(1.0, binomial_at_least(k, n, p) + binomial_at_most(first - 1, n, p))


def _first(holds: Callable[[int], bool], low: int, high: int) -> int:
    """Return the smallest j in low..high with holds(j), taking holds(high) for granted."""
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low


def _log_beta_front(x: float, a: float, b: float) -> float:
    log_beta = math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
    return a * math.log(x) + b * math.log1p(-x) - log_beta


def _beta_fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1.0 / _away_from_zero(1.0 - (a + b) * x / (a + 1.0))
    total = d
    for m in range(1, 1_000_000):
        even = m * (b - m) * x / ((a + 2 * m - 1.0) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1.0))
        change = 1.0
        for term in (even, odd):
            d = 1.0 / _away_from_zero(1.0 + term * d)
            c = _away_from_zero(1.0 + term / c)
            change = d * c
            total *= change
        if abs(change - 1.0) < 3e-16:
            break
    return total


def _away_from_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def _solve(
    cdf: Callable[[float], float],
    density: Callable[[float], float],
    q: float,
    bracket: tuple[float, float, float],
) -> float:
    """Newton's method kept inside a shrinking bracket (low, start, high).

    The bracket keeps flat tails from throwing it out; halving alone would end in 200 steps.
    """
    low, x, high = bracket
    for _ in range(200):
        gap = cdf(x) - q
        low, high = (low, x) if gap > 0.0 else (x, high)
        slope = density(x)
        step = x - gap / slope if slope > _TINY else low
        following = step if low < step < high else 0.5 * (low + high)
        if abs(following - x) <= 1e-15 * abs(x):
            return following
        x = following
    return x
