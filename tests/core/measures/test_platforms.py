"""B: what holds for platform scores beyond the published values."""

import datetime as dt
import random

import pytest
from hypothesis import given, settings, strategies as st

from ledger.core.measures.platforms.fatebook import Timed, fatebook_scores
from ledger.core.measures.platforms.gjopen import DatedScore, gjopen_accuracy
from ledger.core.measures.platforms.metaculus import (
    QuestionPeriod,
    StandingForecast,
    TimedScore,
    baseline_score,
    leaderboard,
    peer_gaps,
    peer_scores,
)
from ledger.core.measures.platforms.metaculus_stakes import (
    stake_binary,
    stake_choice,
    stake_continuous,
)
from ledger.errors import InputError

OPEN, CLOSE = dt.date(2026, 1, 1), dt.date(2026, 1, 10)


def day(k):
    return OPEN + dt.timedelta(days=k)


def test_gjopen_a_forecast_stands_until_it_is_replaced():
    rows = [DatedScore("A", day(0), 1.0), DatedScore("A", day(5), 0.0)]
    found = gjopen_accuracy(OPEN, CLOSE, rows)["A"]
    assert (found.mean_daily, found.participation, found.accuracy) == (0.5, 1.0, 0.0)


def test_gjopen_the_last_forecast_of_a_day_counts_for_it():
    rows = [DatedScore("A", day(0), 1.0), DatedScore("A", day(0), 0.2)]
    assert gjopen_accuracy(OPEN, CLOSE, rows)["A"].mean_daily == pytest.approx(0.2)


def test_gjopen_forecasts_before_the_opening_stand_and_after_the_close_do_not():
    rows = [DatedScore("A", day(-4), 0.3), DatedScore("A", day(10), 2.0)]
    found = gjopen_accuracy(OPEN, CLOSE, rows)["A"]
    assert (found.mean_daily, found.participation) == (pytest.approx(0.3), 1.0)
    assert gjopen_accuracy(OPEN, CLOSE, rows[1:]) == {}


def test_gjopen_the_median_is_over_the_days_one_was_active():
    rows = [DatedScore("A", day(0), 2.0), DatedScore("B", day(9), 0.0)]
    found = gjopen_accuracy(OPEN, CLOSE, rows)
    assert found["B"].accuracy == pytest.approx((0.0 - 1.0) * 0.1)
    assert found["B"].accuracy_all_days == pytest.approx((0.0 - 1.9) * 0.1)


def test_gjopen_a_question_cannot_close_before_it_opens():
    with pytest.raises(InputError):
        gjopen_accuracy(CLOSE, OPEN, [])


def test_fatebook_averages_probabilities_within_a_day():
    rows = [Timed("A", 0.0, 0.2), Timed("A", 0.5, 0.6)]
    assert fatebook_scores(1, 1.0, rows)["A"].absolute == pytest.approx(2 * 0.6**2)


def test_fatebook_a_last_part_of_a_day_weighs_its_length():
    rows = [Timed("A", 0.0, 0.0), Timed("A", 1.0, 1.0)]
    assert fatebook_scores(1, 1.5, rows)["A"].absolute == pytest.approx(2 * 1 / 1.5)


def test_fatebook_a_lone_forecaster_has_no_relative_score():
    assert fatebook_scores(0, 3.0, [Timed("A", 0.0, 0.1)])["A"].relative is None
    with pytest.raises(InputError):
        fatebook_scores(0, 0.0, [])


def peers_by_hand(standings, period, steps=2000):
    """Sample the definition: 100 x mean over the others, at many moments."""
    width = (period.closes - period.opens) / steps
    total = dict.fromkeys(standings, 0.0)
    for i in range(steps):
        now = period.opens + (i + 0.5) * width
        present = {
            name: s.stake.log_p
            for name, mine in standings.items()
            for s in mine
            if s.start <= now and (s.end is None or s.end > now)
        }
        for name, log_p in present.items():
            rest = [other for peer, other in present.items() if peer != name]
            if rest:
                total[name] += 100 * width * (log_p - sum(rest) / len(rest))
    return {name: value / period.length for name, value in total.items()}


@pytest.mark.parametrize("seed", range(4))
def test_metaculus_peer_scores_are_the_mean_over_others_at_every_moment(seed):
    rng = random.Random(seed)
    period = QuestionPeriod(0.0, 8.0, 10.0)
    standings = {}
    for name in "ABCDE":
        a, b, c = sorted(rng.randint(0, 2000) / 200 for _ in range(3))
        p, q = rng.random(), rng.random()
        standings[name] = [
            StandingForecast(a, b, stake_binary(1, p)),
            StandingForecast(b, rng.choice([None, c]), stake_binary(1, q)),
        ]
    found = {name: s.score for name, s in peer_scores(standings, period).items()}
    assert found == pytest.approx(peers_by_hand(standings, period), abs=1.0)
    assert sum(found.values()) == pytest.approx(0, abs=1e-9)


@given(st.lists(st.floats(-7, 0), min_size=1, max_size=12))
@settings(max_examples=50)
def test_metaculus_peer_gaps_sum_to_zero(log_scores):
    assert sum(peer_gaps(log_scores)) == pytest.approx(0, abs=1e-9)


def test_metaculus_an_early_answer_does_not_shrink_the_denominator():
    stake = [StandingForecast(0.0, None, stake_binary(1, 0.9))]
    full = baseline_score(stake, QuestionPeriod(0.0, 10.0, 10.0))
    early = baseline_score(stake, QuestionPeriod(0.0, 5.0, 10.0))
    assert early.score == pytest.approx(full.score / 2)
    assert early.coverage == 0.5


def test_metaculus_a_short_record_is_shrunk():
    assert leaderboard([TimedScore(20.0, 1.0)] * 60) == pytest.approx(20)
    assert leaderboard([TimedScore(20.0, 1.0)] * 3) == pytest.approx(2)


def test_metaculus_sure_forecasts_are_clipped_not_infinite():
    missed = stake_binary(1, 0.0).baseline
    assert missed == pytest.approx(stake_binary(0, 1.0).baseline)
    assert missed == pytest.approx(-896.578, abs=1e-3)
    assert stake_choice(0, [0.0, 1.0]).baseline > -1000


@pytest.mark.parametrize(
    "call",
    [
        lambda: stake_binary(1, 1.5),
        lambda: stake_choice(0, [1.0, None]),
        lambda: stake_choice(3, [0.5, 0.5]),
        lambda: stake_continuous(0, [0.0, 0.5, 0.5], 2),
    ],
)
def test_metaculus_what_has_no_score_is_refused(call):
    with pytest.raises(InputError):
        call()
