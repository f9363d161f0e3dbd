"""A.10: days late, overrun, sign test, and Kaplan-Meier over what is still open."""

import datetime as dt

import pytest
from hypothesis import given, strategies as st
from scipy import stats
from statsmodels.duration.survfunc import SurvfuncRight

from ledger.core.measures.lateness import delay, lateness
from ledger.core.measures.survival import Observation, kaplan_meier
from ledger.errors import InputError

MADE = dt.date(2017, 1, 1)


def after(stated, actual):
    days = dt.timedelta
    return delay(MADE, MADE + days(stated), MADE + days(actual))


@pytest.mark.parametrize(
    ("stated", "actual", "late", "ratio"),
    [(100, 170, 70, 1.7), (100, 56, -44, 0.56), (100, 100, 0, 1.0), (0, 3, 3, None)],
)
def test_days_late_and_overrun(stated, actual, late, ratio):
    found = after(stated, actual)
    assert (found.days_late, found.overrun_ratio) == (late, ratio)


def test_a_deadline_before_the_statement_is_refused():
    with pytest.raises(InputError, match="before the statement"):
        after(-1, 4)


def test_medians_and_the_share_late():
    found = lateness([after(100, a) for a in (170, 56, 100, 250)])
    assert (found.n, found.late, found.on_time, found.early) == (4, 2, 1, 1)
    assert found.median_days == 35
    assert found.median_overrun == pytest.approx(1.35)
    assert found.share_late == 0.5


def test_a_day_on_the_deadline_is_neither_late_nor_early_in_the_sign_test():
    found = lateness([after(10, a) for a in (11,) * 6 + (10,) * 5])
    assert found.p_value == pytest.approx(stats.binomtest(6, 6).pvalue)


def test_nothing_happened_yet():
    found = lateness([])
    assert (found.median_days, found.median_overrun, found.share_late) == (None, None, None)
    assert found.p_value == 1


observations = st.lists(
    st.tuples(st.integers(1, 30), st.booleans()), min_size=1, max_size=40
).filter(lambda rows: any(happened for _, happened in rows))


@given(observations)
def test_the_curve_is_statsmodels(rows):
    times, events = zip(*rows, strict=True)
    expected = SurvfuncRight(times, [int(e) for e in events])
    steps = {s.days: s for s in kaplan_meier(Observation(t, e) for t, e in rows).steps}
    for day, share, se in zip(
        expected.surv_times, expected.surv_prob, expected.surv_prob_se, strict=True
    ):
        assert steps[day].outstanding == pytest.approx(share, abs=1e-12)
        if share > 0:
            assert steps[day].se == pytest.approx(se)
        else:
            assert steps[day].se is None


def test_events_of_days_early_have_negative_times():
    curve = kaplan_meier([Observation(-44, happened=True), Observation(70, happened=True)])
    assert [(s.days, s.outstanding) for s in curve.steps] == [(-44, 0.5), (70, 0)]
    assert curve.median_days == -44


def test_median_not_reached_is_a_valid_answer():
    rows = [Observation(10, happened=True)] + [Observation(90, happened=False)] * 3
    curve = kaplan_meier(rows)
    assert curve.median_days is None
    assert [(s.events, s.censored, s.at_risk) for s in curve.steps] == [(1, 0, 4), (0, 3, 3)]


def test_dropping_the_open_ones_would_look_quicker():
    happened = [Observation(d, happened=True) for d in (10, 20, 30)]
    waiting = [Observation(40, happened=False)] * 3
    assert kaplan_meier(happened).median_days < kaplan_meier(happened + waiting).median_days


def test_no_observation_no_curve():
    assert kaplan_meier([]).steps == ()
