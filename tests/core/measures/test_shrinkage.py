"""A.8: rank on the shrunken rate, with a prior learnt from the field when there is one."""

import random
from collections import Counter

import pytest
from hypothesis import given, settings, strategies as st
from scipy import optimize, stats

from ledger.core.measures.beta_binomial import log_likelihood_of, margins_of
from ledger.core.measures.shrinkage import (
    Record,
    beta_binomial,
    choose_prior,
    fixed_prior,
    ranks,
    shrink,
)
from ledger.errors import InputError


def field(seed, forecasters, a, b, most=40):
    rng = random.Random(seed)
    records = []
    for _ in range(forecasters):
        n, rate = rng.randint(1, most), rng.betavariate(a, b)
        records.append(Record(sum(rng.random() < rate for _ in range(n)), n))
    return records


def test_the_examples_of_the_specification():
    """15/17 -> .741, 1/1 -> .545 under a coin with strength 10."""
    coin = fixed_prior()
    assert round(shrink(Record(15, 17), coin).mean, 3) == 0.741
    assert round(shrink(Record(1, 1), coin).mean, 3) == 0.545


def test_one_of_one_does_not_outrank_fifteen_of_seventeen():
    records = {"long": Record(15, 17), "lucky": Record(1, 1), "poor": Record(3, 12)}
    prior = choose_prior(records.values())
    found = ranks({name: shrink(r, prior).mean for name, r in records.items()})
    assert found == {"long": 1, "lucky": 2, "poor": 3}


def test_equals_share_the_better_rank():
    assert ranks({"a": 0.5, "b": 0.7, "c": 0.5, "d": 0.1}) == {"b": 1, "a": 2, "c": 2, "d": 4}


@pytest.mark.parametrize("seed", range(6))
def test_maximum_likelihood_is_scipys(seed):
    records = field(seed, 15 + 5 * seed, 6, 4)
    found = beta_binomial(records)
    k, n = [r.hits for r in records], [r.n for r in records]

    def cost(x):
        a, b = (2.718281828459045**v for v in x)
        return -stats.betabinom.logpmf(k, n, a, b).sum()

    best = optimize.minimize(
        cost, [1.0, 1.0], method="Nelder-Mead", options={"xatol": 1e-7, "fatol": 1e-10}
    )
    a, b = (2.718281828459045**v for v in best.x)
    if a + b < 1e5:
        assert (found.a, found.b) == pytest.approx((a, b), rel=2e-3)
    counted = Counter((r.hits, r.n) for r in records)
    likelihoods = [log_likelihood_of(margins_of(counted), p.a, p.b) for p in (found, fixed_prior())]
    assert likelihoods[0] >= likelihoods[1] - 1e-9


def test_a_field_that_differs_no_more_than_chance_is_pooled():
    found = beta_binomial([Record(6, 10)] * 20)
    assert found.mean == pytest.approx(0.6, abs=1e-6)
    assert shrink(Record(9, 10), found).mean == pytest.approx(0.6, abs=0.001)


def test_who_differs_no_more_than_chance_allows_shares_the_rank():
    """A.8: `Rank on it`: where everybody's rate is the pooled one, nobody is before another."""
    records = {n: Record(5 + n % 3, 10 + n % 2) for n in range(12)}
    prior = beta_binomial(records.values())
    rates = {n: shrink(record, prior).mean for n, record in records.items()}
    assert set(rates.values()) == {prior.mean}
    assert prior.mean == pytest.approx(72 / 126, abs=1e-6)
    assert set(ranks(rates).values()) == {1}


@pytest.mark.parametrize(
    ("records", "method"),
    [
        (field(1, 40, 3, 3, most=20), "beta-binomial maximum likelihood"),
        ([Record(3, 5)] * 9 + [Record(1, 4)] * 50, "pooled mean, strength 10"),
        ([Record(3, 5)] * 9 + [Record(4, 5)], "beta-binomial maximum likelihood"),
        ([Record(3, 5), Record(4, 4)], "pooled mean, strength 10"),
        ([Record(15, 17), Record(0, 0)], "coin, strength 10"),
        ([], "coin, strength 10"),
    ],
)
def test_which_prior_is_used(records, method):
    """Ten forecasters with five resolved each, or the pooled mean with strength 10."""
    assert choose_prior(records).method == method


def test_the_pooled_prior():
    prior = choose_prior([Record(3, 5), Record(5, 5)])
    assert (prior.mean, prior.strength) == (pytest.approx(0.8), pytest.approx(10))


@pytest.mark.parametrize("hits", [0, 5])
def test_a_flawless_field_is_not_taken_for_certain(hits):
    prior = choose_prior([Record(hits, 5)] * 2)
    assert 0 < shrink(Record(hits, 5), prior).mean < 1
    uniform = choose_prior([Record(hits, 5)] * 12)
    assert uniform.method == "pooled mean, strength 10"
    assert abs(uniform.mean - hits / 5) == pytest.approx(0.5 / 60)


@given(st.integers(0, 40), st.integers(0, 40), st.floats(0.05, 0.95), st.floats(0.5, 100))
@settings(max_examples=60)
def test_the_posterior_is_scipys_beta_and_lies_between_record_and_prior(hits, misses, mean, weight):
    n = hits + misses
    prior = fixed_prior(mean, weight)
    found = shrink(Record(hits, n), prior)
    law = stats.beta(hits + prior.a, misses + prior.b)
    assert found.mean == pytest.approx(law.mean())
    assert (found.a, found.b) == pytest.approx(law.args)
    rate = hits / n if n else mean
    assert min(rate, mean) - 1e-12 <= found.mean <= max(rate, mean) + 1e-12


def test_impossible_priors_and_records_are_refused():
    with pytest.raises(InputError):
        fixed_prior(1.0)
    with pytest.raises(InputError):
        fixed_prior(0.5, 0)
    with pytest.raises(InputError):
        shrink(Record(3, 2), fixed_prior())
