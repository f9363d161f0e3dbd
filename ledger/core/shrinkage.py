"""Hit rates pulled towards the field, so that 1 of 1 does not outrank 15 of 17.

The posterior mean (k + a)/(n + a + b) under a Beta(a, b) prior. The prior is learnt from all
forecasters by beta-binomial maximum likelihood when there are enough of them, otherwise it is
their pooled rate with the weight of ten forecasts. Ranks use it, never the raw rate.
Reference: Efron & Morris 1975, JASA 70:311; Griffiths 1973, Biometrics 29:637.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ledger.core.distributions import beta_cdf, beta_quantile
from ledger.core.intervals import Interval
from ledger.errors import InputError

STRENGTH = 10.0
"""Weight of the pooled prior, in forecasts."""
MINIMUM_FORECASTERS, MINIMUM_RESOLVED = 10, 5
"""Maximum likelihood needs 10 forecasters with 5 resolved forecasts each."""

_STRENGTH_RANGE = (math.log(0.01), math.log(1e6))
_MEAN_RANGE = (-12.0, 12.0)


@dataclass(frozen=True, slots=True)
class Record:
    """Hits k out of n resolved forecasts of one forecaster."""

    hits: int
    n: int


@dataclass(frozen=True, slots=True)
class Prior:
    """Beta(a, b): mean a/(a+b), weight a+b forecasts; `method` says where it comes from."""

    a: float
    b: float
    method: str

    @property
    def mean(self) -> float:
        """The rate that a forecaster without a record is given."""
        return self.a / (self.a + self.b)

    @property
    def strength(self) -> float:
        """How many forecasts the prior weighs."""
        return self.a + self.b


@dataclass(frozen=True, slots=True)
class Shrunken:
    """Posterior of a hit rate: Beta(a, b). A table needs its mean only, so the rest can wait."""

    a: float
    b: float

    @property
    def mean(self) -> float:
        """The shrunken rate: (k + a)/(n + a + b) in terms of record and prior."""
        return self.a / (self.a + self.b)

    @property
    def better_than_coin(self) -> float:
        """P(true rate > .5)."""
        return 1.0 - beta_cdf(0.5, self.a, self.b)

    def interval(self, level: float = 0.95) -> Interval:
        """Equal-tailed interval that holds the true rate with P = `level`."""
        tail = (1.0 - level) / 2.0
        low = beta_quantile(tail, self.a, self.b)
        return Interval(low, beta_quantile(1.0 - tail, self.a, self.b))


def fixed_prior(mean: float = 0.5, strength: float = STRENGTH, method: str = "fixed") -> Prior:
    """Build a prior from its mean (between 0 and 1) and its weight in forecasts (> 0)."""
    if not 0.0 < mean < 1.0 or strength <= 0.0:
        raise InputError(f"a prior needs a mean in (0, 1) and a weight above 0: {mean}, {strength}")
    return Prior(mean * strength, (1.0 - mean) * strength, method)


def choose_prior(records: Iterable[Record]) -> Prior:
    """Choose the prior that a table of forecasters is shrunk with.

    Maximum likelihood with at least 10 forecasters of at least 5 resolved; otherwise the pooled
    rate with strength 10; a coin with strength 10 when there is nobody to pool with. A pooled
    rate of 0 or 1 is moved half a forecast inwards: nobody is certain to be right.
    """
    kept = [r for r in records if r.n]
    if sum(r.n >= MINIMUM_RESOLVED for r in kept) >= MINIMUM_FORECASTERS:
        return beta_binomial(kept)
    if len(kept) < 2:
        return fixed_prior(method="coin, strength 10")
    n = sum(r.n for r in kept)
    hits = min(max(sum(r.hits for r in kept), 0.5), n - 0.5)
    return fixed_prior(hits / n, method="pooled mean, strength 10")


def shrink(record: Record, prior: Prior) -> Shrunken:
    """Posterior of a hit rate: Beta(k + a, n - k + b). Raise InputError unless 0 <= k <= n."""
    if not 0 <= record.hits <= record.n:
        raise InputError(f"{record.hits} hits of {record.n} is not a count: hits lie in 0..n")
    return Shrunken(record.hits + prior.a, record.n - record.hits + prior.b)


def ranks(rates: Mapping[str, float]) -> dict[str, int]:
    """Rank names by shrunken rate, best first; equals share the better rank (1, 2, 2, 4)."""
    first: dict[float, int] = {}
    for place, rate in enumerate(sorted(rates.values(), reverse=True), start=1):
        first.setdefault(rate, place)
    return {name: first[rate] for name, rate in rates.items()}


def beta_binomial(records: Sequence[Record]) -> Prior:
    """Maximise the beta-binomial likelihood by damped Newton steps in (logit mean, log strength).

    When the records differ no more than chance allows, the likelihood rises with the strength
    for ever: it stops at 10^6, where everybody gets the pooled rate.
    """
    counted = Counter((r.hits, r.n) for r in records if r.n)
    n = sum(k * times for (_, k), times in counted.items())
    hits = min(max(sum(k * times for (k, _), times in counted.items()), 0.5), n - 0.5)
    at = (math.log(hits / (n - hits)), math.log(STRENGTH))
    value, damping = _log_likelihood(counted, *at), 1.0
    for _ in range(200):
        step = _newton_step(counted, at, damping)
        trial = (_clip(at[0] + step[0], _MEAN_RANGE), _clip(at[1] + step[1], _STRENGTH_RANGE))
        trial_value = _log_likelihood(counted, *trial)
        if trial_value < value:
            damping *= 4.0
            if damping > 1e12:
                break
            continue
        moved = max(abs(trial[0] - at[0]), abs(trial[1] - at[1]))
        at, value, damping = trial, trial_value, damping / 8.0
        if moved < 1e-9:
            break
    return Prior(*_shape(*at), "beta-binomial maximum likelihood")


def log_likelihood(records: Iterable[Record], prior: Prior) -> float:
    """Beta-binomial log likelihood of records, without the binomial coefficients."""
    counted = Counter((r.hits, r.n) for r in records if r.n)
    mean, strength = math.log(prior.a / prior.b), math.log(prior.strength)
    return _log_likelihood(counted, mean, strength)


_Counted = Mapping[tuple[int, int], int]


def _shape(logit_mean: float, log_strength: float) -> tuple[float, float]:
    strength = math.exp(log_strength)
    a = strength / (1.0 + math.exp(-logit_mean))
    return a, strength - a


def _log_likelihood(counted: _Counted, logit_mean: float, log_strength: float) -> float:
    a, b = _shape(logit_mean, log_strength)
    base = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    return math.fsum(
        times * (base + math.lgamma(a + k) + math.lgamma(b + n - k) - math.lgamma(a + b + n))
        for (k, n), times in counted.items()
    )


def _newton_step(counted: _Counted, at: tuple[float, float], damping: float) -> tuple[float, float]:
    """Solve (-H + damping) step = g, with derivatives by central differences of width 1e-3."""
    h, (x, y) = 1e-3, at

    def f(dx: int, dy: int) -> float:
        return _log_likelihood(counted, x + dx * h, y + dy * h)

    middle, right, left, up, down = f(0, 0), f(1, 0), f(-1, 0), f(0, 1), f(0, -1)
    g = ((right - left) / (2 * h), (up - down) / (2 * h))
    xx = -(right - 2 * middle + left) / h**2 + damping
    yy = -(up - 2 * middle + down) / h**2 + damping
    xy = -(f(1, 1) - f(1, -1) - f(-1, 1) + f(-1, -1)) / (4 * h**2)
    determinant = xx * yy - xy * xy
    if xx <= 0.0 or determinant <= 0.0:
        # Not a hill here: follow the gradient, not too far.
        length = math.hypot(*g) or 1.0
        return 0.5 * g[0] / length, 0.5 * g[1] / length
    step = ((yy * g[0] - xy * g[1]) / determinant, (xx * g[1] - xy * g[0]) / determinant)
    scale = min(1.0, 2.0 / (max(abs(step[0]), abs(step[1])) or 1.0))
    return step[0] * scale, step[1] * scale


def _clip(value: float, bounds: tuple[float, float]) -> float:
    return min(max(value, bounds[0]), bounds[1])
