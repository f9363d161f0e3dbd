"""Small exact tests: against a coin or a base rate, signs, hits of two, and many at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from ledger.core.measures.distributions import binomial_at_least, binomial_two_sided, check_hits
from ledger.errors import InputError


@dataclass(frozen=True, slots=True)
class BinomialTest:
    """Exact P values of k hits in n: `greater` one-sided (better than p0), and `two_sided`."""

    greater: float
    two_sided: float


def binomial_test(hits: int, n: int, rate: float = 0.5) -> BinomialTest:
    """Test k of n against a hit rate (0.5: a coin). n = 0 gives P = 1.

    Two-sided in the sense of R's binom.test: all outcomes no likelier than the observed one.
    Raise InputError unless 0 <= hits <= n and 0 < rate < 1.
    """
    check_hits(hits, n)
    if not 0.0 < rate < 1.0:
        raise InputError(f"a reference rate lies between 0 and 1, not {rate}: write 0.6 for 60 %")
    return BinomialTest(binomial_at_least(hits, n, rate), binomial_two_sided(hits, n, rate))


def sign_test(positive: int, negative: int) -> float:
    """Two-sided P that signs fall like a coin; ties (zeros) are left out by the caller."""
    return binomial_test(positive, positive + negative).two_sided


def mcnemar(only_a: int, only_b: int) -> float:
    """Exact McNemar test for hits on shared questions: two-sided P.

    `only_a` questions A alone had right, `only_b` B alone; those both had right or wrong say
    nothing (McNemar 1947, Psychometrika 12:153).
    """
    return sign_test(only_a, only_b)


def benjamini_hochberg(p_values: Sequence[float]) -> list[float]:
    """Adjust P values for their number, in the order given (false discovery rate).

    Benjamini & Hochberg 1995, JRSS B 57:289: min over j >= i of p_(j) m / j.
    """
    ranked = sorted(range(len(p_values)), key=lambda i: p_values[i], reverse=True)
    adjusted, smallest = [1.0] * len(p_values), 1.0
    for below, index in enumerate(ranked):
        rank = len(p_values) - below
        smallest = min(smallest, p_values[index] * len(p_values) / rank)
        adjusted[index] = smallest
    return adjusted
