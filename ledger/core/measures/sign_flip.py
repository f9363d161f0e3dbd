"""Paired permutation test: is the mean difference per question more than chance.

If two forecasters are equally good, each difference could as well have had the other sign
(Fisher 1935, The Design of Experiments, section 21). Differences are one per question.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import getitem
from random import Random

from ledger.core.measures.distributions import two_sided_normal

EXACT_LIMIT = 20
"""Up to so many questions all 2^n sign patterns are counted."""
MONTE_CARLO_LIMIT = 10_000
"""Beyond so many questions the sum of signs is normal for every practical purpose."""
DRAWS = 9_999
SEED = 1


@dataclass(frozen=True, slots=True)
class SignFlip:
    """Mean difference over n questions and its two-sided P.

    `method` is "exact", "monte carlo" (then with `draws` and `seed`) or "normal".
    """

    mean: float
    n: int
    p_value: float
    method: str
    draws: int | None = None
    seed: int | None = None


def sign_flip(differences: Sequence[float]) -> SignFlip:
    """Test mean difference = 0 by flipping signs. Without differences P = 1 and mean 0.

    Monte Carlo counts the observed pattern too, (b + 1)/(m + 1), so that P is never 0
    (Phipson & Smyth 2010).
    """
    n = len(differences)
    total = math.fsum(differences)
    mean = total / n if n else 0.0
    # Sums that are equal on paper differ by rounding: the slack counts them as ties.
    observed = abs(total) - 1e-12 * math.fsum(map(abs, differences))
    if n <= EXACT_LIMIT:
        return SignFlip(mean, n, _exact(differences, observed), "exact")
    if n > MONTE_CARLO_LIMIT:
        spread = math.sqrt(math.fsum(d * d for d in differences))
        p = two_sided_normal(total / spread) if spread else 1.0
        return SignFlip(mean, n, p, "normal")
    return SignFlip(mean, n, _monte_carlo(differences, observed), "monte carlo", DRAWS, SEED)


def _exact(differences: Sequence[float], observed: float) -> float:
    """Count sign patterns by halves: 2^10 + 2^10 sums and a search instead of 2^20 sums."""
    half = len(differences) // 2
    left = _signed_sums(differences[:half])
    right = sorted(_signed_sums(differences[half:]))
    if observed <= 0.0:
        return 1.0
    extreme = 0
    for part in left:
        extreme += len(right) - bisect_left(right, observed - part)
        extreme += bisect_right(right, -observed - part)
    return extreme / (len(left) * len(right))


def _monte_carlo(differences: Sequence[float], observed: float) -> float:
    """Draw signs eight questions at a time: one random byte picks one of 256 ready sums."""
    tables = [_signed_sums(differences[i : i + 8]) for i in range(0, len(differences), 8)]
    # A short last table is repeated, so that every byte finds a sum.
    tables[-1] *= 256 // len(tables[-1])
    rng = Random(SEED)  # noqa: S311 - a printed seed, not a secret
    extreme = sum(
        abs(sum(map(getitem, tables, rng.randbytes(len(tables))))) >= observed for _ in range(DRAWS)
    )
    return (extreme + 1) / (DRAWS + 1)


def _signed_sums(differences: Iterable[float]) -> list[float]:
    sums = [0.0]
    for d in differences:
        sums = [s + d for s in sums] + [s - d for s in sums]
    return sums
