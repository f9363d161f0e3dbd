"""The distribution functions agree with scipy."""

import math
import random

import pytest
from hypothesis import given, settings, strategies as st
from scipy import stats

from ledger.core.measures import distributions as d
from ledger.core.measures.sampling import binomial_draw

shapes = st.floats(0.3, 500)
inside = st.floats(0.001, 0.999)


@given(x=inside, a=shapes, b=shapes)
def test_beta_cdf_is_scipys(x, a, b):
    assert d.beta_cdf(x, a, b) == pytest.approx(stats.beta.cdf(x, a, b), abs=1e-11)


@given(q=inside, a=shapes, b=shapes)
@settings(max_examples=50)
def test_beta_quantile_is_scipys(q, a, b):
    assert d.beta_quantile(q, a, b) == pytest.approx(stats.beta.ppf(q, a, b), rel=1e-8, abs=1e-10)


def test_beta_has_ends():
    assert (d.beta_cdf(0, 2, 3), d.beta_cdf(1, 2, 3)) == (0, 1)
    assert (d.beta_quantile(0, 2, 3), d.beta_quantile(1, 2, 3)) == (0, 1)


def test_beta_of_ten_million_forecasts_is_still_good():
    a, b = 6_000_001, 4_000_001
    assert d.beta_cdf(0.6, a, b) == pytest.approx(stats.beta.cdf(0.6, a, b), abs=1e-6)


@given(x=st.floats(-8, 8), q=inside)
def test_normal_is_scipys(x, q):
    assert d.normal_cdf(x) == pytest.approx(stats.norm.cdf(x), rel=1e-12)
    assert d.two_sided_normal(x) == pytest.approx(2 * stats.norm.sf(abs(x)), rel=1e-12)
    assert d.normal_quantile(q) == pytest.approx(stats.norm.ppf(q), abs=1e-9)


def test_the_95_percent_constant():
    assert pytest.approx(stats.norm.ppf(0.975), abs=1e-15) == d.normal_quantile(0.975)


@given(t=st.floats(-30, 30), df=st.integers(1, 400), q=st.floats(0.51, 0.999))
@settings(max_examples=50)
def test_student_t_is_scipys(t, df, q):
    # Nearer to t = 0 scipy is up to 4e-10 off; the closed forms below hold there.
    if t == 0 or abs(t) > 1e-3:
        assert d.t_two_sided(t, df) == pytest.approx(2 * stats.t.sf(abs(t), df), abs=1e-11)
    assert d.t_quantile(q, df) == pytest.approx(stats.t.ppf(q, df), rel=1e-7)


@given(t=st.one_of(st.floats(0, 30), st.floats(0, 1e-6)))
def test_student_t_with_one_or_two_degrees_has_a_closed_form(t):
    assert d.t_two_sided(t, 1) == pytest.approx(1 - 2 * math.atan(t) / math.pi, abs=1e-14)
    assert d.t_two_sided(t, 2) == pytest.approx(1 - t / math.sqrt(2 + t * t), abs=1e-14)


@st.composite
def counts(draw):
    n = draw(st.integers(0, 400))
    return draw(st.integers(0, n)), n


@given(counts(), st.sampled_from([0.05, 0.3, 0.5, 0.6, 0.97]))
def test_binomial_tails_and_two_sided_p_are_scipys(count, p):
    k, n = count
    assert d.binomial_pmf(k, n, p) == pytest.approx(stats.binom.pmf(k, n, p), abs=1e-11)
    assert d.binomial_at_least(k, n, p) == pytest.approx(stats.binom.sf(k - 1, n, p), abs=1e-11)
    assert d.binomial_at_most(k, n, p) == pytest.approx(stats.binom.cdf(k, n, p), abs=1e-11)
    if n:
        expected = stats.binomtest(k, n, p).pvalue
        assert d.binomial_two_sided(k, n, p) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("p", [0.0, 1.0])
def test_a_sure_event_has_one_possible_count(p):
    assert [d.binomial_pmf(k, 3, p) for k in range(4)] == [1 - p, 0, 0, p]


@pytest.mark.parametrize("p", [0.0, 0.02, 0.4, 0.5, 0.97, 1.0])
@pytest.mark.parametrize("n", [0, 1, 7, 60, 5000])
def test_draws_are_binomial(n, p):
    rng = random.Random(20260101)
    draws = [binomial_draw(rng, n, p) for _ in range(4000)]
    assert all(0 <= k <= n for k in draws)
    sd = (n * p * (1 - p)) ** 0.5
    assert sum(draws) / 4000 == pytest.approx(n * p, abs=4.5 * sd / 4000**0.5 + 1e-12)
    spread = (sum((k - n * p) ** 2 for k in draws) / 4000) ** 0.5
    assert spread == pytest.approx(sd, rel=0.1)


def test_draws_fit_their_distribution_in_detail():
    rng = random.Random(7)
    draws = [binomial_draw(rng, 60, 0.4) for _ in range(20_000)]
    bins = [*range(17, 33)]
    seen = [
        sum(k <= 16 for k in draws),
        *(draws.count(k) for k in bins),
        sum(k > 32 for k in draws),
    ]
    law = stats.binom(60, 0.4)
    expected = [law.cdf(16), *(law.pmf(k) for k in bins), law.sf(32)]
    assert stats.chisquare(seen, [20_000 * e for e in expected]).pvalue > 0.001
