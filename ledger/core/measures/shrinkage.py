"""Hit rates pulled towards the field, so that 1 of 1 does not outrank 15 of 17.

The posterior mean (k + a)/(n + a + b) under a Beta(a, b) prior. The prior is learnt from all
forecasters by beta-binomial maximum likelihood when there are enough of them, otherwise it is
their pooled rate with the weight of ten forecasts. Ranks use it, never the raw rate.
Reference: Efron & Morris 1975, JASA 70:311.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from ledger.core.measures.beta_binomial import ENDLESS, Counted, maximise
from ledger.core.measures.distributions import check_hits
from ledger.errors import InputError

Name = TypeVar("Name", bound=Hashable)

STRENGTH = 10.0
"""Weight of the pooled prior, in forecasts."""
MINIMUM_FORECASTERS, MINIMUM_RESOLVED = 10, 5
"""Maximum likelihood needs 10 forecasters with 5 resolved forecasts each."""


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
    """Posterior of a hit rate: Beta(a, b)."""

    a: float
    b: float

    @property
    def mean(self) -> float:
        """The shrunken rate: (k + a)/(n + a + b) in terms of record and prior."""
        return self.a / (self.a + self.b)


def fixed_prior(mean: float = 0.5, strength: float = STRENGTH, method: str = "fixed") -> Prior:
    """Build a prior from its mean (between 0 and 1) and its weight in forecasts (> 0)."""
    if not 0.0 < mean < 1.0 or strength <= 0.0:
        raise InputError(f"a prior needs a mean in (0, 1) and a weight above 0: {mean}, {strength}")
    return Prior(mean * strength, (1.0 - mean) * strength, method)


def choose_prior(records: Iterable[Record]) -> Prior:
    """Choose the prior that a table of forecasters is shrunk with.

    Maximum likelihood with at least 10 forecasters of at least 5 resolved; otherwise the pooled
    rate with strength 10; a coin with strength 10 when there is nobody to pool with. A field
    without a miss, or without a hit, has no likeliest prior: its pooled rate is moved half a
    forecast inwards, for nobody is certain to be right.
    """
    kept = [r for r in records if r.n]
    if len(kept) < 2:
        return fixed_prior(method="coin, strength 10")
    n, hits = sum(r.n for r in kept), sum(r.hits for r in kept)
    enough = sum(r.n >= MINIMUM_RESOLVED for r in kept) >= MINIMUM_FORECASTERS
    if enough and 0 < hits < n:
        return beta_binomial(kept)
    inside = min(max(hits, 0.5), n - 0.5)
    return fixed_prior(inside / n, method="pooled mean, strength 10")


def shrink(record: Record, prior: Prior) -> Shrunken:
    """Posterior of a hit rate: Beta(k + a, n - k + b). Raise InputError unless 0 <= k <= n.

    Where a field differs no more than chance allows the likeliest prior has no end of weight, and
    everybody the same rate: the posterior then is the prior.
    """
    check_hits(record.hits, record.n)
    if prior.strength >= ENDLESS:
        return Shrunken(prior.a, prior.b)
    return Shrunken(record.hits + prior.a, record.n - record.hits + prior.b)


def ranks(rates: Mapping[Name, float]) -> dict[Name, int]:
    """Rank names by shrunken rate, best first; equals share the better rank (1, 2, 2, 4)."""
    first: dict[float, int] = {}
    for place, rate in enumerate(sorted(rates.values(), reverse=True), start=1):
        first.setdefault(rate, place)
    return {name: first[rate] for name, rate in rates.items()}


def beta_binomial(records: Iterable[Record]) -> Prior:
    """Prior that makes the records likeliest (needs at least one forecast in all)."""
    return Prior(*maximise(_counted(records)), "beta-binomial maximum likelihood")


def _counted(records: Iterable[Record]) -> Counted:
    return Counter((r.hits, r.n) for r in records if r.n)
