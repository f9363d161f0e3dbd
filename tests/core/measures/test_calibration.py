"""A.7: CORP from the tally, against scikit-learn, and what perfect calibration would look like."""

import random

import pytest
from hypothesis import given, settings, strategies as st
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import roc_auc_score

from ledger.core.measures.calibration import auc, corp, murphy, pool_adjacent_violators
from ledger.core.measures.calibration_tests import brier_under_calibration, spiegelhalter
from ledger.core.measures.consistency import perfect_calibration
from ledger.core.measures.tally import Tally
from ledger.errors import InputError
from tests.core.tallies import tallied

percents = st.integers(0, 100).map(lambda k: k / 100)
rows = st.lists(st.tuples(percents, st.sampled_from([0, 1])), min_size=1, max_size=80)


def calibrated(rng, n, choices):
    """Forecasts whose probabilities are right."""
    stated = [rng.choice(choices) for _ in range(n)]
    return tallied((p, int(rng.random() < p)) for p in stated)


TENS = [k / 10 for k in range(1, 10)]


@given(rows)
def test_recalibrated_probabilities_are_scikit_learns(rows):
    ps, ys = zip(*rows, strict=True)
    fit = IsotonicRegression(y_min=0, y_max=1).fit(ps, ys)
    points = corp(tallied(rows)).points
    expected = fit.predict([point.probability for point in points])
    assert [point.recalibrated for point in points] == pytest.approx(list(expected))


@given(rows)
def test_score_is_mcb_minus_dsc_plus_unc(rows):
    tally = tallied(rows)
    found = corp(tally)
    assert found.score == pytest.approx(found.mcb - found.dsc + found.unc)
    assert found.score == pytest.approx(tally.mean_brier)
    assert min(found.mcb, found.dsc, found.unc) >= -1e-12


@given(rows)
def test_the_curve_rises_and_keeps_the_number_of_events(rows):
    points = corp(tallied(rows)).points
    fit = [point.recalibrated for point in points]
    assert fit == sorted(fit)
    assert sum(p.n * p.recalibrated for p in points) == pytest.approx(sum(y for _, y in rows))


@given(rows)
def test_ten_percent_is_never_folded_onto_ninety(rows):
    """Turning every question round mirrors the curve; it does not merge its two halves."""
    turned = corp(tallied((round(1 - p, 2), 1 - y) for p, y in rows))
    there = corp(tallied(rows))
    mirrored = [1 - point.recalibrated for point in reversed(turned.points)]
    assert mirrored == pytest.approx([point.recalibrated for point in there.points])
    assert turned.mcb == pytest.approx(there.mcb)


def test_pooling_is_exact_for_counts_that_floats_would_round():
    assert pool_adjacent_violators([(3, 1), (6, 2), (3, 1)]) == [1 / 3] * 3


@given(rows)
def test_murphys_parts_add_up(rows):
    found = murphy(tallied(rows))
    parts = found.reliability - found.resolution + found.uncertainty
    assert found.brier == pytest.approx(parts)


@given(rows)
def test_discrimination_is_scikit_learns_auc(rows):
    ps, ys = zip(*rows, strict=True)
    found = auc(tallied(rows))
    if len(set(ys)) == 2:
        assert found == pytest.approx(roc_auc_score(ys, ps))
    else:
        assert found is None


@pytest.mark.parametrize("measure", [corp, murphy, perfect_calibration, brier_under_calibration])
def test_nothing_stated_nothing_to_calibrate(measure):
    with pytest.raises(InputError):
        measure(Tally())


@pytest.mark.parametrize(("n", "mean"), [(10, 0.071), (50, 0.022)])
def test_mcb_under_perfect_calibration(n, mean):
    """A.7: a small record looks miscalibrated by chance alone (forecasts in steps of 10 %)."""
    rng = random.Random(n)
    found = [corp(calibrated(rng, n, TENS)).mcb for _ in range(1500)]
    assert sum(found) / len(found) == pytest.approx(mean, abs=0.003)


def test_resampling_reproduces_that_reference():
    tally = calibrated(random.Random(1), 50, TENS)
    found = perfect_calibration(tally, draws=600, seed=3)
    assert found.expected_mcb == pytest.approx(0.022, abs=0.006)
    assert (found.draws, found.seed) == (600, 3)
    assert perfect_calibration(tally, draws=600, seed=3) == found


def test_its_p_value_is_uniform_for_the_calibrated_and_small_for_the_rest():
    rng = random.Random(2)
    ps = [
        perfect_calibration(calibrated(rng, 40, TENS), draws=99, seed=i).p_value for i in range(200)
    ]
    assert sum(p <= 0.1 for p in ps) / 200 == pytest.approx(0.1, abs=0.06)
    assert sum(ps) / 200 == pytest.approx(0.5, abs=0.07)
    boaster = Tally.from_counts({(0.9, 1): 50, (0.9, 0): 50, (0.1, 0): 50, (0.1, 1): 50})
    assert perfect_calibration(boaster, draws=199).p_value == pytest.approx(1 / 200)


def test_the_band_holds_the_diagonal_and_narrows_with_n():
    few = Tally.from_counts({(p, y): 5 for p in TENS for y in (0, 1)})
    many = Tally.from_counts({(p, y): 500 for p in TENS for y in (0, 1)})
    bands = [perfect_calibration(tally, draws=300).band for tally in (few, many)]
    for band in bands:
        assert [b.probability for b in band] == TENS
        assert all(b.low <= b.probability <= b.high for b in band)
    widths = [sum(b.high - b.low for b in band) for band in bands]
    assert widths[1] < widths[0] / 5


def test_the_resampled_mcb_is_that_of_corp_itself():
    """Sure forecasts can only come out one way, so nothing is left to chance."""
    found = perfect_calibration(Tally.from_counts({(0.0, 0): 9, (1.0, 1): 9}), draws=20)
    assert (found.mcb, found.expected_mcb, found.p_value) == (0, 0, 1)


@given(rows)
@settings(max_examples=30)
def test_brier_under_calibration_is_a_probability(rows):
    found = brier_under_calibration(tallied(rows), draws=50)
    assert 0 <= found.p_value <= 1


def test_a_long_record_is_drawn_and_agrees_with_spiegelhalter():
    tally = calibrated(random.Random(8), 800, [0.15, 0.3, 0.6, 0.85])
    drawn, normal = brier_under_calibration(tally, draws=2000), spiegelhalter(tally)
    assert not drawn.exact
    one_sided = normal.p_value / 2 if normal.z > 0 else 1 - normal.p_value / 2
    assert drawn.p_value == pytest.approx(one_sided, abs=0.04)


def test_spiegelhalter_is_undefined_for_halves_and_certainties():
    found = spiegelhalter(tallied([(0.5, 1), (0.0, 0), (1.0, 1)]))
    assert (found.z, found.p_value) == (None, None)
