"""Uncertainty by question: forecasts on one question share its fate and are not independent.

A cluster is a question: how many forecasts it has and the sum of their scores. The closed form
needs six sums over the clusters, which a database can add up; the bootstrap needs the clusters.
References: Liang & Zeger 1986, Biometrika 73:13; Cameron & Miller 2015, J. Human Res. 50:317.
"""

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from ledger.core.measures.distributions import t_quantile
from ledger.core.measures.intervals import Interval
from ledger.core.measures.order_statistics import percentile
from ledger.errors import InputError

MINIMUM_QUESTIONS = 10
"""With fewer independent questions a mean gets a reason instead of an interval."""
TOO_FEW_QUESTIONS = "too few independent questions"
EXACT_BOOTSTRAP_CLUSTERS = 6


@dataclass(frozen=True, slots=True)
class Cluster:
    """One question: `n` scores on it, and their sum `total`."""

    n: int
    total: float


@dataclass(frozen=True, slots=True)
class ClusterSums:
    """What the clustered standard error needs of all clusters (n_g, s_g); add with +."""

    clusters: int = 0
    n: int = 0
    total: float = 0.0
    """Sum of s_g: of all scores."""
    total_squares: float = 0.0
    """Sum of s_g^2."""
    cross: float = 0.0
    """Sum of n_g s_g."""
    n_squares: int = 0
    """Sum of n_g^2."""

    @classmethod
    def of(cls, clusters: Iterable[Cluster]) -> "ClusterSums":
        """Sum up clusters; those without scores are left out."""
        kept = [c for c in clusters if c.n]
        return cls(
            len(kept),
            sum(c.n for c in kept),
            math.fsum(c.total for c in kept),
            math.fsum(c.total**2 for c in kept),
            math.fsum(c.n * c.total for c in kept),
            sum(c.n**2 for c in kept),
        )

    def __add__(self, other: "ClusterSums") -> "ClusterSums":
        return ClusterSums(
            self.clusters + other.clusters,
            self.n + other.n,
            self.total + other.total,
            self.total_squares + other.total_squares,
            self.cross + other.cross,
            self.n_squares + other.n_squares,
        )


@dataclass(frozen=True, slots=True)
class ClusteredMean:
    """A mean score with its error by question.

    `interval` is None under 10 questions, and `reason` then says why; `se` is None for one.
    """

    mean: float
    n: int
    clusters: int
    se: float | None
    interval: Interval | None
    reason: str | None = None


def clustered_mean(sums: ClusterSums) -> ClusteredMean:
    """Mean with the cluster-robust (CR1) standard error and a 95 % t interval on G - 1 degrees.

    se^2 = G/(G-1) sum over clusters of (s_g - n_g mean)^2 / n^2, which is CR1 for a mean.
    Raise InputError when there are no scores.
    """
    if not sums.n:
        raise InputError("a mean needs at least one score: nothing was scored")
    mean, groups = sums.total / sums.n, sums.clusters
    if groups < 2:
        return ClusteredMean(mean, sums.n, groups, None, None, TOO_FEW_QUESTIONS)
    squares = sums.total_squares - 2.0 * mean * sums.cross + mean * mean * sums.n_squares
    # The difference of sums can fall a rounding error below zero when all scores are equal.
    se = math.sqrt(max(squares, 0.0) * groups / (groups - 1)) / sums.n
    if groups < MINIMUM_QUESTIONS:
        return ClusteredMean(mean, sums.n, groups, se, None, TOO_FEW_QUESTIONS)
    half = t_quantile(0.975, groups - 1) * se
    return ClusteredMean(mean, sums.n, groups, se, Interval(mean - half, mean + half))


@dataclass(frozen=True, slots=True)
class Bootstrap:
    """Percentile interval of a mean over resampled questions; `draws` is None if exact."""

    mean: float
    interval: Interval
    draws: int | None
    seed: int | None


def bootstrap_mean(
    clusters: Sequence[Cluster], level: float = 0.95, draws: int = 1000, seed: int = 1
) -> Bootstrap:
    """Resample whole questions with replacement and take percentiles of the mean score.

    Up to 6 questions all equally likely resamples are enumerated and nothing is random.
    """
    kept = [c for c in clusters if c.n]
    if not kept:
        raise InputError("a bootstrap needs at least one score: nothing was scored")
    exact = len(kept) <= EXACT_BOOTSTRAP_CLUSTERS
    if exact:
        samples: Iterable[Sequence[Cluster]] = itertools.product(kept, repeat=len(kept))
    else:
        rng = Random(seed)  # noqa: S311 - a printed seed, not a secret
        samples = (rng.choices(kept, k=len(kept)) for _ in range(draws))
    means = sorted(sum(c.total for c in s) / sum(c.n for c in s) for s in samples)
    tail = (1.0 - level) / 2.0
    interval = Interval(percentile(means, tail), percentile(means, 1.0 - tail))
    centre = math.fsum(means) / len(means)
    return Bootstrap(centre, interval, None if exact else draws, None if exact else seed)
