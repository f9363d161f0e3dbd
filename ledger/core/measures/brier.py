"""Brier scores and the figures made from them.

All are negatively oriented (lower is better) except the Brier index and skill. The scale is part
of a score: 0-1 for two outcomes (always-50 % = .25), 0-2 for several categories.
Public functions validate; the formulas behind them do not.
Reference: Brier 1950, Monthly Weather Review 78:1.
"""

import math
from collections.abc import Sequence

from ledger.errors import InputError

COIN = 0.25
"""Brier score of somebody who always says 50 %, on the 0-1 scale."""

_SUM_SLACK = 1e-6


def brier(outcome: int, probability: float) -> float:
    """Squared error of P(yes), scale 0-1: (p - y)^2.

    Raise InputError if outcome is not 0 or 1 or probability is outside 0..1.
    """
    check_outcome(outcome)
    check_probability(probability)
    return (probability - outcome) ** 2


def brier_multi(outcome: int, probabilities: Sequence[float]) -> float:
    """Multi-category Brier score, scale 0-2: sum over options of (p_k - [k is the outcome])^2.

    `outcome` is the index of the option that came. For two options it is twice `brier`.
    Raise InputError if the probabilities are not a distribution or the index is not in it.
    """
    check_distribution(outcome, probabilities)
    return math.fsum((p - (k == outcome)) ** 2 for k, p in enumerate(probabilities))


def rps(outcome: int, probabilities: Sequence[float]) -> float:
    """Ranked probability score of ordered options, scale 0 to K-1.

    Sum over the K-1 cuts of (F_k - [outcome <= k])^2 (Epstein 1969, J. Appl. Meteor. 8:985).
    """
    check_distribution(outcome, probabilities)
    return math.fsum((below - happened) ** 2 for below, happened in cuts(outcome, probabilities))


def brier_ordered(outcome: int, probabilities: Sequence[float]) -> float:
    """Ordered Brier score of Good Judgment Open, scale 0-2: 2 RPS / (K - 1).

    The mean over the K-1 cuts of the two-category Brier score, so a near miss costs less.
    """
    return 2.0 * rps(outcome, probabilities) / (len(probabilities) - 1)


def cuts(outcome: int, probabilities: Sequence[float]) -> list[tuple[float, int]]:
    """Split ordered options at each of the K-1 cuts: (P(at or below), 1 if it came there)."""
    pairs, below = [], 0.0
    for k, p in enumerate(probabilities[:-1]):
        below += p
        pairs.append((below, int(outcome <= k)))
    return pairs


def brier_index(mean_brier: float) -> float:
    """Display a mean Brier score (0-1 scale) as 0..100, higher is better: 100 (1 - sqrt(B)).

    100 is perfect, 50 is always-50 %, 0 is always wrong and sure (ForecastBench). The root is
    taken after averaging: the index of single forecasts must not be averaged.
    """
    if not 0.0 <= mean_brier <= 1.0:
        raise InputError(f"a mean Brier score lies in 0..1, not {mean_brier}: use the 0-1 scale")
    return 100.0 * (1.0 - math.sqrt(mean_brier))


def skill(score: float, reference: float) -> float | None:
    """Share of the reference's score that was avoided: 1 - score / reference; 1 is perfect.

    None when the reference was perfect (score 0): no one can be compared with it.
    The reference has to be fixed before the outcome is known.
    """
    return None if reference == 0.0 else 1.0 - score / reference


def check_outcome(outcome: int) -> None:
    """Raise InputError unless the outcome is 0 (no) or 1 (yes)."""
    if outcome not in (0, 1):
        raise InputError(f"an outcome is 0 (no) or 1 (yes), not {outcome}: score settled ones only")


def check_probability(probability: float) -> None:
    """Raise InputError unless 0 <= probability <= 1 (a nan is refused too)."""
    if not 0.0 <= probability <= 1.0:
        raise InputError(f"a probability lies in 0..1, not {probability}: write 0.7 for 70 %")


def check_distribution(outcome: int, probabilities: Sequence[float]) -> None:
    """Raise InputError unless two or more probabilities sum to 1 and the outcome is among them."""
    if len(probabilities) < 2:
        raise InputError("a choice needs at least two options: give each a probability")
    for p in probabilities:
        check_probability(p)
    total = math.fsum(probabilities)
    if abs(total - 1.0) > _SUM_SLACK:
        raise InputError(f"the options' probabilities sum to {total:g}, not 1: complete them")
    if not 0 <= outcome < len(probabilities):
        raise InputError(
            f"option {outcome} is not among {len(probabilities)} options: give its index"
        )
