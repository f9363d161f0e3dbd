"""Logarithmic and spherical scores: proper, but never the headline.

The log score is infinite for a sure forecast that fails, so probabilities are clipped to
[.001, .999] and a scorecard says so. Reference: Gneiting & Raftery 2007, JASA 102:359.
"""

import math
from collections.abc import Sequence

from ledger.core.measures.brier import check_distribution, check_outcome, check_probability

CLIP = 0.001
"""Probabilities are moved into [CLIP, 1 - CLIP] before a logarithm is taken."""


def clipped(probability: float) -> float:
    """Move a probability into [.001, .999]."""
    return min(max(probability, CLIP), 1.0 - CLIP)


def log_score(outcome: int, probability: float) -> float:
    """Return -ln p(outcome) in nats for a yes/no forecast, clipped; lower is better (coin .693).

    Raise InputError if outcome is not 0 or 1 or probability is outside 0..1.
    """
    check_outcome(outcome)
    check_probability(probability)
    p = clipped(probability)
    return -math.log(p if outcome else 1.0 - p)


def log_score_multi(outcome: int, probabilities: Sequence[float]) -> float:
    """Return -ln p(outcome) in nats over several options, clipped; `outcome` is an index.

    On no scorecard, where options have a Brier score: kept to be held against published values.
    """
    check_distribution(outcome, probabilities)
    return -math.log(clipped(probabilities[outcome]))


def spherical_score(outcome: int, probabilities: Sequence[float]) -> float:
    """Return p(outcome) / sqrt(sum of p_k^2), 0..1, HIGHER is better; `outcome` is an index.

    The pseudospherical score with alpha = 2 (Gneiting & Raftery 2007, section 3.2). On no
    scorecard: kept to be held against the values of programs that print it.
    """
    check_distribution(outcome, probabilities)
    return probabilities[outcome] / math.hypot(*probabilities)
