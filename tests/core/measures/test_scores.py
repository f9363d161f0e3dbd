"""A.4, A.5 and B: Brier on its two scales, log score clipped, skill, index; bad input refused."""

import math

import pytest
from hypothesis import given, strategies as st
from sklearn.metrics import brier_score_loss

from ledger.core.measures import brier, log_score
from ledger.errors import InputError

probabilities = st.floats(0, 1)
outcomes = st.sampled_from([0, 1])


@st.composite
def distributions(draw):
    weights = draw(st.lists(st.floats(0.01, 1), min_size=2, max_size=6))
    shares = [w / math.fsum(weights) for w in weights]
    return draw(st.integers(0, len(shares) - 1)), shares


@given(st.lists(st.tuples(outcomes, probabilities), min_size=1, max_size=30))
def test_mean_brier_is_scikit_learns(rows):
    ys, ps = zip(*rows, strict=True)
    mean = sum(brier.brier(y, p) for y, p in rows) / len(rows)
    assert mean == pytest.approx(brier_score_loss(ys, ps, labels=[0, 1]))


@given(outcomes, probabilities)
def test_the_0_2_scale_is_twice_the_0_1_scale(outcome, p):
    multi = brier.brier_multi(outcome, [1 - p, p])
    assert multi == pytest.approx(2 * brier.brier(outcome, p), abs=1e-12)
    assert brier.brier_ordered(outcome, [1 - p, p]) == pytest.approx(multi, abs=1e-12)


@given(distributions())
def test_multi_category_scores_stay_on_their_scales(case):
    outcome, shares = case
    assert 0 <= brier.brier_multi(outcome, shares) <= 2
    assert 0 <= brier.rps(outcome, shares) <= len(shares) - 1
    assert 0 <= brier.brier_ordered(outcome, shares) <= 2
    assert 0 < log_score.spherical_score(outcome, shares) <= 1


@given(distributions())
def test_scores_are_proper_the_truth_is_the_best_answer(case):
    _, truth = case
    other = [*truth[1:], truth[0]]

    def expected(score, answer):
        return sum(t * score(k, answer) for k, t in enumerate(truth))

    for score in (brier.brier_multi, brier.rps):
        assert expected(score, truth) <= expected(score, other) + 1e-12


def test_a_near_miss_costs_less_when_options_are_ordered():
    sure = [1.0, 0.0, 0.0, 0.0]
    assert brier.rps(1, sure) < brier.rps(3, sure)
    assert brier.brier_multi(1, sure) == brier.brier_multi(3, sure)


def test_always_half_scores_a_quarter():
    assert brier.brier(1, 0.5) == brier.brier(0, 0.5) == brier.COIN == 0.25
    assert brier.brier_index(0.25) == 50
    assert brier.skill(0.25, brier.COIN) == 0


@pytest.mark.parametrize(
    ("score", "reference", "expected"), [(0, 0.25, 1), (0.125, 0.25, 0.5), (0.5, 0.25, -1)]
)
def test_skill_is_the_share_of_the_reference_avoided(score, reference, expected):
    assert brier.skill(score, reference) == expected


def test_no_skill_against_a_perfect_reference():
    assert brier.skill(0.1, 0.0) is None


def test_the_log_score_is_clipped_to_a_thousandth():
    assert log_score.log_score(1, 0.0) == pytest.approx(-math.log(0.001))
    assert log_score.log_score(0, 1.0) == pytest.approx(-math.log(0.001))
    assert log_score.log_score_multi(0, [0.0, 1.0]) == pytest.approx(-math.log(0.001))
    assert log_score.log_score(1, 0.5) == pytest.approx(math.log(2))


@pytest.mark.parametrize("p", [-0.01, 1.01, math.nan, math.inf, 70])
def test_a_probability_outside_0_1_is_refused(p):
    for score in (brier.brier, log_score.log_score):
        with pytest.raises(InputError, match="lies in 0"):
            score(1, p)


@pytest.mark.parametrize("outcome", [2, -1, 0.5, None])
def test_an_outcome_that_is_not_settled_is_refused(outcome):
    with pytest.raises(InputError, match="outcome"):
        brier.brier(outcome, 0.5)


@pytest.mark.parametrize(
    ("outcome", "shares", "message"),
    [
        (0, [1.0], "two options"),
        (0, [0.5, 0.4], "sum to"),
        (2, [0.5, 0.5], "not among"),
        (0, [1.2, -0.2], "lies in 0"),
    ],
)
def test_what_is_no_distribution_is_refused(outcome, shares, message):
    with pytest.raises(InputError, match=message):
        brier.brier_multi(outcome, shares)


def test_a_brier_index_of_the_other_scale_is_refused():
    with pytest.raises(InputError, match="0-1 scale"):
        brier.brier_index(1.3)
