"""B: the rule for several updates on one claim is stated, and can decide a ranking."""

import pytest
from hypothesis import given, strategies as st

from ledger.core.measures.updates import Update, UpdateRule, series_score, update_weights
from ledger.errors import InputError

SERIES = [Update(0, 0.64), Update(6, 0.16), Update(8, 0.04)]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("last", 0.04),
        ("first", 0.64),
        ("mean", (0.64 + 0.16 + 0.04) / 3),
        ("time-weighted", 0.6 * 0.64 + 0.2 * 0.16 + 0.2 * 0.04),
    ],
)
def test_the_rules(rule, expected):
    assert series_score(SERIES, 10, UpdateRule(rule)) == pytest.approx(expected)


def test_the_rule_can_decide_the_ranking():
    steady = [Update(0, 0.2)]
    late = [Update(0, 0.5), Update(9, 0.0)]
    last, weighted = (
        [series_score(who, 10, rule) for who in (steady, late)]
        for rule in (UpdateRule.LAST, UpdateRule.TIME_WEIGHTED)
    )
    assert last[0] > last[1]
    assert weighted[0] < weighted[1]


days = st.lists(st.integers(0, 50), min_size=1, max_size=9).map(sorted)


@given(days, st.integers(0, 20), st.sampled_from(UpdateRule))
def test_weights_sum_to_one_and_one_update_has_it_all(made, more, rule):
    weights = update_weights(made, made[-1] + more, rule)
    assert sum(weights) == pytest.approx(1)
    assert min(weights) >= 0
    assert update_weights([3], 3, rule) == [1]


@pytest.mark.parametrize(("made", "end"), [([], 1), ([2, 1], 5), ([1, 7], 5)])
def test_updates_out_of_order_or_after_the_end_are_refused(made, end):
    with pytest.raises(InputError):
        update_weights(made, end, UpdateRule.LAST)
