"""Scores of whole series: rules for updates, Metaculus, Good Judgment Open."""

import pytest

from ledger.core.measures.score_scales import ScoreName
from ledger.core.measures.updates import UpdateRule
from ledger.core.scorecards.series import (
    PLATFORMS,
    DatedProbability,
    Series,
    platform_scores,
    scores,
)


def series(*said, forecast=1, by=None, outcome=1, claim="c", ends=110, scheduled=110):
    """Statements (day, p) of one forecast; each has a forecaster of its own unless told."""
    made = tuple(DatedProbability(day, p) for day, p in said)
    return Series(forecast, by or forecast, 1, claim, outcome, made, ends, scheduled)


class OpenSince(dict):
    """Every claim is open since one day."""

    def __missing__(self, claim):
        return 100


def on_platform(found, name):
    return platform_scores(found, name, OpenSince())


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
    found = on_platform([sure, late], ScoreName.METACULUS_BASELINE)
    # Both are on one claim, open since day 100: who comes on the last of 11 days has 1/11 of it.
    assert found[2] == pytest.approx(found[1] / 11)


def test_an_early_answer_does_not_shrink_the_denominator():
    early = series((100, 0.999), ends=104)
    full = series((100, 0.999), claim="d", forecast=2)
    found = on_platform([early, full], ScoreName.METACULUS_BASELINE)
    assert found[1] == pytest.approx(found[2] * 5 / 11)


def test_always_half_has_a_baseline_score_of_zero():
    half = series((100, 0.5))
    assert on_platform([half], ScoreName.METACULUS_BASELINE)[1] == pytest.approx(0.0)


def test_peer_scores_sum_to_zero_and_need_somebody_else():
    found = on_platform(
        [series((100, 0.9)), series((100, 0.6), forecast=2), series((100, 0.8), claim="alone",
                                                                    forecast=3)],
        ScoreName.METACULUS_PEER,
    )  # fmt: skip
    assert found[1] == pytest.approx(-found[2])
    assert found[1] > 0
    assert 3 not in found


def test_on_good_judgment_open_the_median_is_zero():
    found = on_platform(
        [series((100, p), forecast=n) for n, p in enumerate((0.9, 0.7, 0.4), 1)],
        ScoreName.GJOPEN,
    )  # fmt: skip
    assert found[2] == pytest.approx(0.0)
    assert found[1] < 0 < found[3]


def test_an_update_said_on_the_day_of_the_answer_counts_that_day():
    after = series((100, 0.5), (104, 0.9), ends=104)
    assert scores([after], ScoreName.LOG, UpdateRule.LAST)[1] == pytest.approx(0.105360516)


@pytest.mark.parametrize("name", [ScoreName.METACULUS_PEER, ScoreName.GJOPEN])
def test_nobody_is_his_own_peer(name):
    """B: `peer 100 mean over others`: two forecasts of one forecaster are no two forecasters."""
    twice = [series((100, 0.8), outcome=0), series((105, 0.2), forecast=2, by=1, outcome=0)]
    assert on_platform(twice, name) == {}


@pytest.mark.parametrize("name", sorted(PLATFORMS))
def test_forecasts_of_one_forecaster_on_a_claim_are_one_series(name):
    """E: `Repeats are updates`: a second forecast scores as an update of the first would."""
    other = series((100, 0.6), forecast=9)
    one = on_platform([series((100, 0.8), (105, 0.3)), other], name)
    again = [series((105, 0.3), forecast=2, by=1), series((100, 0.8)), other]
    turned = [series((105, 0.7), forecast=2, by=1, outcome=0), series((100, 0.8)), other]
    for repeated in (again, turned):
        found = on_platform(repeated, name)
        assert found[1] == found[2] == pytest.approx(one[1])
        assert found[9] == pytest.approx(one[9])
