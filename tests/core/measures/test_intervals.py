"""A.3 and A.9: Wilson for hit rates, errors by question for means."""

import random

import numpy as np
import pytest
from hypothesis import given, strategies as st
from scipy import stats
from statsmodels.api import OLS
from statsmodels.stats.proportion import proportion_confint

from ledger.core.measures.clusters import (
    TOO_FEW_QUESTIONS,
    Cluster,
    ClusterSums,
    bootstrap_mean,
    clustered_mean,
)
from ledger.core.measures.intervals import clopper_pearson, jeffreys, wilson
from ledger.core.measures.order_statistics import median, percentile
from ledger.errors import InputError


@st.composite
def counts(draw):
    n = draw(st.integers(1, 3000))
    return draw(st.integers(0, n)), n


@given(counts(), st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.99]))
def test_intervals_are_statsmodels(count, level):
    k, n = count
    for mine, method in ((wilson, "wilson"), (clopper_pearson, "beta"), (jeffreys, "jeffreys")):
        low, high = proportion_confint(k, n, alpha=1 - level, method=method)
        found = mine(k, n, level)
        assert (found.low, found.high) == pytest.approx((low, high), abs=1e-8)


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"), [(15, 17, 0.657, 0.967), (3, 5, 0.231, 0.882), (1, 1, 0.207, 1)]
)
def test_wilson_as_the_specification_prints_it(hits, n, low, high):
    found = wilson(hits, n)
    assert (round(found.low, 3), round(found.high, 3)) == (low, high)


def test_without_forecasts_nothing_is_known():
    assert (wilson(0, 0).low, wilson(0, 0).high) == (0, 1)


@given(counts())
def test_wilson_holds_the_observed_rate_and_stays_in_0_1(count):
    k, n = count
    found = wilson(k, n)
    assert 0 <= found.low <= k / n <= found.high <= 1
    assert k / n in found


def test_wilson_covers_at_n_5_what_wald_does_not():
    """Mean coverage over true rates of 5 to 95 %: .957 against .70."""
    rates = [0.05 + 0.9 * (i + 0.5) / 1000 for i in range(1000)]

    def coverage(interval):
        ends = [interval(k) for k in range(6)]
        return sum(
            stats.binom.pmf(k, 5, p)
            for p in rates
            for k, (low, high) in enumerate(ends)
            if low <= p <= high
        ) / len(rates)

    def wald(k):
        half = 1.959964 * (k / 5 * (1 - k / 5) / 5) ** 0.5
        return k / 5 - half, k / 5 + half

    assert coverage(lambda k: (wilson(k, 5).low, wilson(k, 5).high)) == pytest.approx(
        0.957, abs=0.002
    )
    assert coverage(wald) == pytest.approx(0.70, abs=0.005)


@pytest.mark.parametrize(
    ("hits", "n", "level"), [(3, 2, 0.95), (-1, 2, 0.95), (1, 2, 1.0), (1, 2, 95)]
)
def test_impossible_counts_and_levels_are_refused(hits, n, level):
    for interval in (wilson, clopper_pearson, jeffreys):
        with pytest.raises(InputError):
            interval(hits, n, level)


def random_questions(seed, questions):
    rng = random.Random(seed)
    groups = []
    for _ in range(questions):
        centre = rng.random()
        groups.append([(centre + rng.random()) / 2 for _ in range(rng.randint(1, 6))])
    return groups


def clusters_of(groups):
    return [Cluster(len(g), sum(g)) for g in groups]


@pytest.mark.parametrize("seed", range(5))
def test_clustered_standard_error_is_statsmodels_cr1(seed):
    groups = random_questions(seed, 12 + seed)
    scores = [s for g in groups for s in g]
    labels = [i for i, g in enumerate(groups) for _ in g]
    fit = OLS(scores, np.ones(len(scores))).fit(
        cov_type="cluster", cov_kwds={"groups": np.array(labels)}, use_t=True
    )
    found = clustered_mean(ClusterSums.of(clusters_of(groups)))
    assert found.mean == pytest.approx(fit.params[0])
    assert found.se == pytest.approx(fit.bse[0])
    low, high = fit.conf_int()[0]
    assert (found.interval.low, found.interval.high) == pytest.approx((low, high))


def test_sums_over_clusters_add_up():
    groups = clusters_of(random_questions(1, 20))
    whole, parts = ClusterSums.of(groups), ClusterSums.of(groups[:7]) + ClusterSums.of(groups[7:])
    assert clustered_mean(parts).se == pytest.approx(clustered_mean(whole).se)


@pytest.mark.parametrize(("questions", "shown"), [(1, False), (2, False), (9, False), (10, True)])
def test_under_ten_questions_there_is_a_reason_instead_of_an_interval(questions, shown):
    groups = clusters_of(random_questions(questions, questions))
    found = clustered_mean(ClusterSums.of(groups))
    assert (found.interval is not None) is shown
    assert found.reason == (None if shown else TOO_FEW_QUESTIONS)


def test_equal_scores_have_no_error_rather_than_a_nan():
    found = clustered_mean(ClusterSums.of([Cluster(3, 3 * 0.1)] * 11))
    assert found.se == pytest.approx(0, abs=1e-8)


def test_ten_forecasts_on_one_question_count_as_one():
    crowd = [Cluster(10, 10 * s) for s in (0.1, 0.9) * 6]
    alone = [Cluster(1, s) for s in (0.1, 0.9) * 6]
    wide, narrow = (clustered_mean(ClusterSums.of(c)).se for c in (crowd, alone))
    assert wide == pytest.approx(narrow)


def test_bootstrap_over_questions_agrees_with_the_closed_form_and_repeats():
    groups = clusters_of(random_questions(3, 60))
    closed = clustered_mean(ClusterSums.of(groups)).interval
    boot = bootstrap_mean(groups, draws=4000, seed=5)
    assert (boot.draws, boot.seed) == (4000, 5)
    assert boot.interval.low == pytest.approx(closed.low, abs=0.01)
    assert boot.interval.high == pytest.approx(closed.high, abs=0.01)
    assert bootstrap_mean(groups, draws=4000, seed=5) == boot
    assert bootstrap_mean(groups, draws=4000, seed=6) != boot


def test_nothing_scored_has_no_mean():
    with pytest.raises(InputError):
        clustered_mean(ClusterSums())
    with pytest.raises(InputError):
        bootstrap_mean([])


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=50), st.floats(0.01, 0.99))
def test_order_statistics_are_numpys(values, q):
    assert median(values) == pytest.approx(np.median(values))
    exact = len(values) * q
    if abs(exact - round(exact)) > 1e-6:
        expected = np.quantile(values, q, method="inverted_cdf")
        assert percentile(sorted(values), q) == expected


def test_the_median_of_nothing():
    assert median([]) is None
