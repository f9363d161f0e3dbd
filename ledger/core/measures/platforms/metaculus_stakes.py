"""What a forecast gave the outcome, in the terms of Metaculus: ln p and a baseline score.

Probabilities of options are clipped to [.001, .999]. A continuous question is cut into buckets,
and the baseline spreads what the open bounds leave (5 % each) evenly over the inner ones.
"""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from ledger.core.measures.brier import check_outcome, check_probability
from ledger.core.measures.log_score import clipped
from ledger.errors import InputError

TAIL_BASELINE = 0.05
"""Share of the baseline that each open bound of a continuous question gets."""


@dataclass(frozen=True, slots=True)
class Stake:
    """What one forecast gave the outcome: ln p, its baseline score, and the peer scale."""

    log_p: float
    baseline: float
    peer_scale: float = 100.0


def stake_binary(outcome: int, probability: float) -> Stake:
    """Stake of P(yes) on a yes/no question."""
    check_outcome(outcome)
    check_probability(probability)
    p = clipped(probability)
    return _stake_of_options(p if outcome else 1.0 - p, 2)


def stake_choice(outcome: int, probabilities: Sequence[float | None]) -> Stake:
    """Stake on several options; None is an option that was not offered yet.

    Such an option is read from the last one ("Other"). `outcome` is an index. On no scorecard,
    where options have a Brier score: kept to be held against Metaculus's own values.
    """
    offered = [p for p in probabilities if p is not None]
    if len(offered) < 2 or not 0 <= outcome < len(probabilities):
        raise InputError("a choice needs two offered options and an outcome among them")
    given = probabilities[outcome]
    p = offered[-1] if given is None else given
    check_probability(p)
    return _stake_of_options(clipped(p), len(offered))


def stake_continuous(bucket: int, pmf: Sequence[float], open_bounds: int) -> Stake:
    """Stake on a continuous question: `pmf` per bucket, the first and last beyond the bounds.

    `open_bounds` is 0, 1 or 2. On no scorecard, where quantiles have a WIS: kept to be held
    against Metaculus's own values. Raise InputError for a bucket of probability 0: its score is
    minus infinity.
    """
    p = pmf[bucket]
    if p <= 0.0:
        raise InputError("the outcome was given probability 0: a log score of it is infinite")
    inner = (1.0 - TAIL_BASELINE * open_bounds) / (len(pmf) - 2)
    baseline = TAIL_BASELINE if bucket in (0, len(pmf) - 1) else inner
    return Stake(math.log(p), 50.0 * math.log(p / baseline), peer_scale=50.0)


def pmf_of_cdf(cdf: Sequence[float]) -> list[float]:
    """Probability per bucket from the CDF at the bounds between them: below, ..., above.

    On no scorecard: kept for what `stake_continuous` takes.
    """
    edges = [0.0, *cdf, 1.0]
    return [b - a for a, b in itertools.pairwise(edges)]


def geometric_mean(pmfs: Sequence[Sequence[float]]) -> list[float]:
    """Geometric mean of several forecasts per bucket, not rescaled: what peers are held against.

    On no scorecard: kept to be held against Metaculus's own values.
    """
    logs = [[math.log(p) for p in bucket] for bucket in zip(*pmfs, strict=True)]
    return [math.exp(math.fsum(bucket) / len(bucket)) for bucket in logs]


def _stake_of_options(p: float, options: int) -> Stake:
    return Stake(math.log(p), 100.0 * math.log(p * options) / math.log(options))
