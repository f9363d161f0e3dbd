"""Scores of whole series: rules for updates, Metaculus, Good Judgment Open."""

import pytest

from ledger.core.measures.score_scales import ScoreName
from ledger.core.measures.updates import UpdateRule
from ledger.core.scorecards.series import DatedProbability, Series, scores


def series(*said, forecast=1, outcome=1, claim="c", ends=110, scheduled=110):
    """Statements (day, p) of one forecast."""
    made = tuple(DatedProbability(day, p) for day, p in said)
    return Series(forecast, forecast, 1, claim, outcome, made, ends, scheduled)


ONE = series((100, 0.5), (105, 0.9))


@pytest.mark.parametrize(
    ("rule", "brier"),
    [
        (UpdateRule.LAST, 0.01),
        (UpdateRule.FIRST, 0.25),
        (UpdateRule.MEAN, 0.13),
        (UpdateRule.TIME_WEIGHTED, 0.13),
    ],
)
def test_scores_and_not_probabilities_are_averaged_over_a_series(rule, brier):
    assert scores([ONE], ScoreName.BRIER, rule)[1] == pytest.approx(brier)


def test_the_baseline_score_divides_by_the_time_up_to_the_scheduled_close():
    sure = series((100, 0.999))
    late = series((110, 0.999), forecast=2)
    found = scores([sure, late], ScoreName.METACULUS_BASELINE, UpdateRule.LAST)
    # Both are on one claim, open since day 100: who comes on the last of 11 days has 1/11 of it.
    assert found[2] == pytest.approx(found[1] / 11)


def test_an_early_answer_does_not_shrink_the_denominator():
    early = series((100, 0.999), ends=104)
    full = series((100, 0.999), claim="d", forecast=2)
    found = scores([early, full], ScoreName.METACULUS_BASELINE, UpdateRule.LAST)
    assert found[1] == pytest.approx(found[2] * 5 / 11)


def test_always_half_has_a_baseline_score_of_zero():
    half = series((100, 0.5))
    assert scores([half], ScoreName.METACULUS_BASELINE, UpdateRule.LAST)[1] == pytest.approx(0.0)


def test_peer_scores_sum_to_zero_and_need_somebody_else():
    found = scores(
        [series((100, 0.9)), series((100, 0.6), forecast=2), series((100, 0.8), claim="alone",
                                                                    forecast=3)],
        ScoreName.METACULUS_PEER, UpdateRule.LAST,
    )  # fmt: skip
    assert found[1] == pytest.approx(-found[2])
    assert found[1] > 0
    assert 3 not in found


def test_on_good_judgment_open_the_median_is_zero():
    found = scores(
        [series((100, p), forecast=n) for n, p in enumerate((0.9, 0.7, 0.4), 1)],
        ScoreName.GJOPEN, UpdateRule.LAST,
    )  # fmt: skip
    assert found[2] == pytest.approx(0.0)
    assert found[1] < 0 < found[3]


def test_an_update_said_on_the_day_of_the_answer_counts_that_day():
    after = series((100, 0.5), (104, 0.9), ends=104)
    assert scores([after], ScoreName.LOG, UpdateRule.LAST)[1] == pytest.approx(0.105360516)
