"""B: pinball, interval score, WIS and CRPS agree with each other and refuse crossed input."""

import pytest
from hypothesis import given, strategies as st
from scipy import integrate, stats

from ledger.core.measures import quantiles
from ledger.errors import InputError

numbers = st.floats(-1000, 1000)


@given(numbers, numbers, st.floats(0, 500), st.sampled_from([0.5, 0.8, 0.9, 0.95]))
def test_the_interval_score_is_the_sum_of_its_ends_pinballs(y, low, width, level):
    alpha, high = 1 - level, low + width
    ends = quantiles.pinball(y, low, alpha / 2) + quantiles.pinball(y, high, 1 - alpha / 2)
    expected = 2 / alpha * ends
    assert quantiles.interval_score(y, low, high, level) == pytest.approx(expected, rel=1e-6)


@given(numbers, st.lists(numbers, min_size=5, max_size=5))
def test_wis_is_bracher_weights_over_interval_scores(y, values):
    levels = [0.05, 0.25, 0.5, 0.75, 0.95]
    q = dict(zip(levels, sorted(values), strict=True))
    weighted = 0.5 * abs(y - q[0.5])
    for alpha, low, high in ((0.1, 0.05, 0.95), (0.5, 0.25, 0.75)):
        weighted += alpha / 2 * quantiles.interval_score(y, q[low], q[high], 1 - alpha)
    assert quantiles.wis(y, q) == pytest.approx(weighted / 2.5, rel=1e-9, abs=1e-9)


@given(numbers)
def test_wis_of_a_median_is_the_absolute_error(y):
    assert quantiles.wis(y, {0.5: 3.0}) == abs(y - 3.0)


@given(numbers, st.lists(numbers, min_size=1, max_size=25))
def test_the_sample_crps_is_the_mean_error_less_half_the_mean_difference(y, sample):
    n = len(sample)
    error = sum(abs(x - y) for x in sample) / n
    spread = sum(abs(a - b) for a in sample for b in sample) / (2 * n * n)
    assert quantiles.crps_sample(y, sample) == pytest.approx(error - spread, abs=1e-6)


@pytest.mark.parametrize("y", [-3.0, 0.2, 4.0])
def test_wis_of_ever_more_quantiles_comes_to_the_crps(y):
    levels = [(k + 0.5) / 500 for k in range(500)]
    normal = dict(zip(levels, stats.norm(1, 2).ppf(levels), strict=True))
    assert quantiles.wis(y, normal) == pytest.approx(quantiles.crps_normal(y, 1, 2), rel=5e-3)
    uniform = {level: 3 * level - 1 for level in levels}
    assert quantiles.wis(y, uniform) == pytest.approx(quantiles.crps_uniform(y, -1, 2), rel=5e-3)


def test_a_range_with_a_level_is_two_quantiles():
    stated = {0.1: 60.0, 0.9: 80.0}
    alone = quantiles.interval_score(90, 60, 80, 0.8)
    assert quantiles.wis(90, stated) == pytest.approx(0.2 / 2 * alone)


@pytest.mark.parametrize("y", [-3.0, 0.2, 1.0, 4.0])
def test_crps_integrates_the_squared_distance_of_the_distribution_functions(y):
    def by_integration(law):
        below = integrate.quad(lambda x: law.cdf(x) ** 2, -40, y, limit=200)[0]
        return below + integrate.quad(lambda x: law.sf(x) ** 2, y, 40, limit=200)[0]

    normal = quantiles.crps_normal(y, 1.0, 2.0)
    assert normal == pytest.approx(by_integration(stats.norm(1, 2)), abs=1e-6)
    uniform = quantiles.crps_uniform(y, -1.0, 2.0)
    assert uniform == pytest.approx(by_integration(stats.uniform(-1, 3)), abs=1e-6)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: quantiles.pinball(1, 2, 1.0), "level"),
        (lambda: quantiles.interval_score(1, 3, 2, 0.8), "low to high"),
        (lambda: quantiles.interval_score(1, 2, 3, 80), "level"),
        (lambda: quantiles.wis(1, {}), "at least one quantile"),
        (lambda: quantiles.wis(1, {0.1: 5, 0.9: 4}), "cross"),
        (lambda: quantiles.wis(1, {1.5: 5}), "level"),
        (lambda: quantiles.wis_median_twice(1, {0.1: 1, 0.9: 4}), "median"),
        (lambda: quantiles.wis_median_twice(1, {0.1: 1, 0.5: 2, 0.8: 4}), "symmetric"),
        (lambda: quantiles.crps_sample(1, []), "at least one value"),
        (lambda: quantiles.crps_normal(1, 0, 0), "standard deviation"),
        (lambda: quantiles.crps_uniform(1, 2, 2), "low to high"),
    ],
)
def test_what_is_no_forecast_of_a_number_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
