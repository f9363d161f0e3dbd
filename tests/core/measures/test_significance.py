"""A.6, A.12 and C: exact tests, checked against scipy and statsmodels."""

import itertools
import random

import pytest
from hypothesis import given, settings, strategies as st
from scipy import stats
from statsmodels.stats.contingency_tables import mcnemar as statsmodels_mcnemar
from statsmodels.stats.multitest import multipletests

from ledger.core.measures import poisson_binomial
from ledger.core.measures.poisson_binomial import (
    calibration_in_the_large,
    count_distribution,
    hits_in_the_large,
)
from ledger.core.measures.presentation import presentation, too_short
from ledger.core.measures.sign_flip import sign_flip
from ledger.core.measures.significance import (
    benjamini_hochberg,
    binomial_test,
    mcnemar,
    sign_test,
)
from ledger.core.measures.tally import Tally
from ledger.errors import InputError
from tests.core.tallies import tallied

percents = st.integers(0, 100).map(lambda k: k / 100)


@given(st.integers(0, 60), st.integers(0, 60), st.sampled_from([0.3, 0.5, 0.6]))
def test_binomial_test_is_scipys(hits, misses, rate):
    n = hits + misses
    found = binomial_test(hits, n, rate)
    if n:
        for side in ("greater", "two-sided"):
            expected = stats.binomtest(hits, n, rate, alternative=side).pvalue
            assert getattr(found, side.replace("-", "_")) == pytest.approx(expected, abs=1e-9)
    else:
        assert (found.greater, found.two_sided) == (1, 1)


@given(st.integers(0, 40), st.integers(0, 40))
def test_mcnemar_is_statsmodels(only_a, only_b):
    expected = statsmodels_mcnemar([[0, only_a], [only_b, 0]], exact=True).pvalue
    assert mcnemar(only_a, only_b) == pytest.approx(min(expected, 1.0), abs=1e-9)
    assert sign_test(only_a, only_b) == pytest.approx(mcnemar(only_b, only_a), abs=1e-12)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_benjamini_hochberg_is_statsmodels(p_values):
    expected = multipletests(p_values, method="fdr_bh")[1]
    assert benjamini_hochberg(p_values) == pytest.approx(list(expected))


def test_nothing_to_adjust():
    assert benjamini_hochberg([]) == []


@pytest.mark.parametrize(("hits", "n", "rate"), [(3, 2, 0.5), (1, 2, 0.0), (1, 2, 1.0)])
def test_impossible_tests_are_refused(hits, n, rate):
    with pytest.raises(InputError):
        binomial_test(hits, n, rate)


def test_the_best_of_26_coin_flippers_with_18_calls_averages_73_percent():
    """A.12: why the number compared is printed and adjusted for."""
    at_most = [stats.binom.cdf(k, 18, 0.5) ** 26 for k in range(19)]
    best = sum(k * (at_most[k] - (at_most[k - 1] if k else 0)) for k in range(19)) / 18
    assert best == pytest.approx(0.73, abs=0.005)
    luckiest = binomial_test(round(best * 18), 18).greater
    assert luckiest < 0.05 < benjamini_hochberg([luckiest] + [0.5] * 25)[0]


@pytest.mark.parametrize(("rate", "n"), [(0.6, 169), (0.7, 42), (0.8, 18)])
def test_power_to_beat_a_coin(rate, n):
    """A.12: 80 % power needs n = 169 / 42 / 18 at a true rate of .6 / .7 / .8."""

    def power(n):
        needed = next(k for k in range(n + 2) if binomial_test(min(k, n), n).greater <= 0.05)
        return stats.binom.sf(needed - 1, n, rate)

    assert power(n - 1) < 0.8
    assert all(power(m) >= 0.8 for m in range(n, n + 60))


@pytest.mark.parametrize(
    ("n", "rate", "ranked", "all_shown"),
    [
        (0, False, False, False),
        (1, False, False, False),
        (4, False, False, False),
        (5, True, False, False),
        (9, True, False, False),
        (10, True, True, False),
        (29, True, True, False),
        (30, True, True, True),
        (3000, True, True, True),
    ],
)
def test_the_minimum_n_rule(n, rate, ranked, all_shown):
    shown = presentation(n)
    assert (shown.rate, shown.ranked) == (rate, ranked)
    assert (shown.reason is None) is all_shown


@pytest.mark.parametrize(
    ("n", "questions", "reason"),
    [
        (1, 1, "1 forecast: fewer than 30"),
        (29, 29, "29 forecasts: fewer than 30"),
        (40, 1, "1 question: fewer than 10"),
        (40, 9, "9 questions: fewer than 10"),
        (30, 10, None),
    ],
)
def test_a_curve_is_shown_from_30_forecasts_on_10_questions_up(n, questions, reason):
    assert too_short(n, questions) == reason


# Poisson-binomial


def at_most(counts, k):
    return sum(counts.at(j) for j in range(k + 1))


def enumerated(ps):
    masses = [0.0] * (len(ps) + 1)
    for outcomes in itertools.product([0, 1], repeat=len(ps)):
        mass = 1.0
        for p, y in zip(ps, outcomes, strict=True):
            mass *= p if y else 1 - p
        masses[sum(outcomes)] += mass
    return masses


@given(st.lists(percents, max_size=8))
@settings(max_examples=40)
def test_the_distribution_of_hits_is_that_of_all_outcomes(ps):
    found = count_distribution(tallied((p, 0) for p in ps))
    masses = [found.at(k) for k in range(len(ps) + 1)]
    assert masses == pytest.approx(enumerated(ps), abs=1e-12)
    assert found.at(-1) == found.at(len(ps) + 1) == 0


@pytest.mark.parametrize("choices", [[0.001, 0.004], [0.3, 0.5, 0.77], [0.03, 0.98], [1.0, 0.2]])
def test_the_distribution_of_hits_is_scipys(choices):
    rng = random.Random(1)
    ps = [rng.choice(choices) for _ in range(500)]
    found = count_distribution(tallied((p, 0) for p in ps))
    expected = stats.poisson_binom(ps)
    for k in range(0, 500, 7):
        assert at_most(found, k) == pytest.approx(expected.cdf(k), abs=1e-11)


def test_said_7_1_of_10_got_4():
    """A.6 in its own words."""
    ps = [0.71] * 10
    found = calibration_in_the_large(tallied(zip(ps, [1] * 4 + [0] * 6, strict=True)))
    assert (found.expected, found.observed, found.n) == (pytest.approx(7.1), 4, 10)
    assert found.p_value == pytest.approx(stats.binomtest(4, 10, 0.71).pvalue)
    assert found.exact


def test_a_large_record_uses_an_approximation_close_to_the_exact_value_inside():
    rng = random.Random(1)
    rows = [(rng.choice([0.02, 0.1, 0.3, 0.55, 0.8]), int(rng.random() < 0.35)) for _ in range(400)]
    tally = tallied(rows)
    counts = count_distribution(tally)
    for k in range(100, 200, 7):
        found = poisson_binomial._approximate_at_most(k, *poisson_binomial._moments(tally))
        assert found == pytest.approx(at_most(counts, k), abs=1e-3)
    found = calibration_in_the_large(tally)
    exact = sum(m for m in counts.masses if m <= counts.at(tally.yes) * (1 + 1e-7))
    assert not found.exact
    assert found.p_value == pytest.approx(exact, abs=0.02)


def test_sure_forecasts_leave_nothing_to_chance():
    tally = Tally.from_counts({(1.0, 1): 200, (0.0, 0): 200})
    assert calibration_in_the_large(tally).p_value == 1
    broken = Tally.from_counts({(1.0, 1): 199, (1.0, 0): 1, (0.0, 0): 200})
    assert calibration_in_the_large(broken).p_value == 0


def test_promised_hits_turn_forecasts_below_half_and_leave_half_out():
    found = hits_in_the_large(tallied([(0.2, 0), (0.8, 1), (0.5, 1), (0.9, 0)]))
    assert (found.n, found.observed) == (3, 2)
    assert found.expected == pytest.approx(0.8 + 0.8 + 0.9)


def test_no_forecast_no_calibration():
    with pytest.raises(InputError):
        calibration_in_the_large(Tally())
    with pytest.raises(InputError):
        hits_in_the_large(tallied([(0.5, 1)]))


# Sign flips

differences = st.lists(st.integers(-20, 20).map(lambda k: k / 20), min_size=2, max_size=9).filter(
    any
)


@given(differences)
@settings(max_examples=40)
def test_sign_flip_counts_all_patterns(ds):
    total = abs(sum(ds))
    patterns = itertools.product([1, -1], repeat=len(ds))
    extreme = sum(
        abs(sum(s * d for s, d in zip(signs, ds, strict=True))) >= total - 1e-9
        for signs in patterns
    )
    found = sign_flip(ds)
    assert found.method == "exact"
    assert found.p_value == pytest.approx(extreme / 2 ** len(ds))


def test_sign_flip_is_scipys_permutation_test():
    rng = random.Random(3)
    ds = [rng.gauss(0.2, 1) for _ in range(12)]
    expected = stats.permutation_test(
        (ds,), sum, permutation_type="samples", n_resamples=10_000
    ).pvalue
    assert sign_flip(ds).p_value == pytest.approx(expected)


@pytest.mark.parametrize(("n", "method"), [(20, "exact"), (21, "monte carlo"), (10_001, "normal")])
def test_past_20_questions_signs_are_drawn_with_a_printed_seed(n, method):
    rng = random.Random(n)
    ds = [rng.gauss(2 / n**0.5, 1) for _ in range(n)]
    found = sign_flip(ds)
    assert found.method == method
    assert (found.seed is not None) == (method == "monte carlo")
    t = sum(ds) / sum(d * d for d in ds) ** 0.5
    assert found.p_value == pytest.approx(2 * stats.norm.sf(abs(t)), abs=0.03)
    assert sign_flip(ds) == found


@pytest.mark.parametrize("ds", [[], [0.0], [0.0] * 30, [0.0] * 10_001])
def test_no_difference_is_never_significant(ds):
    assert (sign_flip(ds).mean, sign_flip(ds).p_value) == (0, 1)
