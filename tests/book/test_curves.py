"""Calibration, lateness and comparisons of a book."""

import datetime as dt

import pytest

from ledger.book import ScorecardRequest
from ledger.errors import InputError
from ledger.formats.lateness import lateness as text
from tests.book.builders import TODAY, add, rule
from tests.book.scoring import NO, YES, record, said


def forty(book, questions=40):
    """Forty forecasts at .8, three of four of which come true."""
    record(
        book,
        *(
            said(ruling=YES if n % 4 else NO, probability="0.8", question=f"q{n % questions}")
            for n in range(40)
            if questions == 40 or n % questions % 4
        ),
    )


def calibration(book, **asked):
    return book.calibration(ScorecardRequest(**asked), TODAY)


def lateness(book, **asked):
    return book.lateness(ScorecardRequest(**asked), TODAY)


def test_thirty_forecasts_on_ten_questions_have_a_curve(book):
    forty(book)
    found = calibration(book)
    assert (found.n, found.questions, found.reason) == (40, 40, None)
    assert found.curve.score == pytest.approx(found.curve.mcb - found.curve.dsc + found.curve.unc)
    assert found.curve.mcb == pytest.approx(0.05**2)
    assert (found.perfect.seed, found.perfect.draws) == (1, 999)


def test_too_few_questions_have_a_reason_and_calibration_in_the_large(book):
    forty(book, questions=12)
    found = calibration(book)
    assert (found.curve, found.perfect) == (None, None)
    assert found.reason == "9 questions: fewer than 10, too few for a curve"
    assert found.large.expected == pytest.approx(0.8 * found.n)


def test_forecasts_that_share_questions_have_no_p(book):
    """A.9: `forecasts on one question are not independent`; a P would claim that they are."""
    record(book, *(said(ruling=YES if n % 4 else NO, probability="0.8", question=f"q{n}")
                   for n in range(20)))  # fmt: skip
    assert calibration(book).large.p_value is not None
    assert lateness(book).summary.p_value is not None
    record(book, *(said("Bob", probability="0.8", question=f"q{n}") for n in range(20)))
    found, late = calibration(book), lateness(book)
    assert (found.n, found.questions) == (40, 20)
    assert found.curve is not None
    assert (found.large.p_value, found.perfect.p_value, late.summary.p_value) == (None, None, None)
    assert {found.p_reason, late.p_reason} == {"forecasts share questions: no P"}
    alone = calibration(book, by="Bob")
    assert (alone.p_reason, alone.large.p_value is None) == (None, False)


def test_one_forecast_is_named_as_one(book):
    record(book, said(ruling=YES, probability="0.8"))
    assert calibration(book).reason == "1 forecast: fewer than 30, too few for a curve"


def test_an_empty_record_says_why_there_is_no_curve(book):
    record(book, said(ruling=YES))
    found = calibration(book)
    assert (found.n, found.large, found.counts) == (0, None, None)
    assert "no forecast with a probability" in found.reason


def test_a_lexicon_makes_numbers_for_the_curve(book):
    record(book, *(said(ruling=YES, phrase="likely") for _ in range(30)))
    found = calibration(book, lexicon="icd203")
    assert (found.from_lexicon, found.stated, found.lexicon) == (30, 0, "icd203")
    assert found.curve.points[0].probability == pytest.approx(0.675)


def test_lateness_counts_those_still_waited_for_as_outstanding(book):
    record(
        book, said(ruling={"on": "2017-08-18"}), said(ruling={"on": "2017-07-29"}),
        said(ruling={"not_by": "2018-01-01"}), said(), said(ruling=YES, negated=True),
        said(deadline="2030-01-01"),
    )  # fmt: skip
    found = lateness(book)
    assert (found.summary.n, found.summary.late, found.summary.early) == (2, 1, 1)
    assert found.survival.n == 4, "negated forecasts and those not due are left out"
    assert [(s.days, s.events, s.censored) for s in found.survival.steps] == [
        (-10, 1, 0), (10, 1, 0), ((TODAY - dt.date(2017, 8, 8)).days, 0, 2),
    ]  # fmt: skip


def test_the_as_of_day_moves_the_due_line_of_lateness_and_nothing_else(book):
    """`--as-of DATE moves the due line and nothing else: the rulings are those of now`.

    What the scorecard says of days late and what `lateness` says are the same.
    """
    record(book, said(ruling={"on": "2017-12-01"}), said(),
           said(ruling={"on": "2018-02-01"}, deadline="2017-12-31"))  # fmt: skip
    then = lateness(book, as_of="2017-10-01")
    assert (then.summary.n, then.survival.n, then.summary.median_days) == (1, 2, 115)
    card = book.scorecard(ScorecardRequest(as_of="2017-10-01"), TODAY)
    assert card.everyone.median_days_late == then.summary.median_days
    waited = (TODAY - dt.date(2017, 8, 8)).days
    assert [(s.days, s.events, s.censored) for s in then.survival.steps] == [
        (115, 1, 0), (waited, 0, 1),
    ]  # fmt: skip
    assert then.waited_until == TODAY
    assert lateness(book).survival.n == 3


@pytest.mark.parametrize(("n", "share"), [(1, None), (4, None), (5, 1.0)])
def test_under_five_events_there_is_no_share_late(book, n, share):
    """A.12: `below 5 k/n [...] but no percentage`."""
    record(book, *(said(ruling={"on": "2017-08-18"}) for _ in range(n)))
    found = lateness(book)
    assert (found.summary.late, found.summary.share_late) == (n, share)
    assert f"{n} late, 0 on the day, 0 early" in text(found).replace("\n", " ")
    assert ("1.00 late" in text(found)) == (share is not None)


def shared(book, claims=6, **b):
    for n in range(claims):
        question = f"s{n}"
        record(book, said("Ann", YES, probability="0.9", question=question),
               said("Bob", **{"probability": "0.6", "question": question, **b}))  # fmt: skip


def test_two_are_compared_on_the_questions_that_both_answered(book):
    shared(book)
    record(book, said("Ann", NO, probability="0.9"), said("Bob", probability="0.1"))
    found = book.compare("Ann", "Bob", ScorecardRequest(), TODAY)
    assert (found.shared, found.scores.mean_a, found.scores.mean_b) == (
        6, pytest.approx(0.01), pytest.approx(0.16),
    )  # fmt: skip
    assert found.scores.sign_flip.p_value == pytest.approx(2 / 2**6)
    assert (found.outcome.questions, found.outcome.better, found.outcome.sure) == (6, "Ann", True)


def test_of_several_forecasts_on_one_question_the_last_is_compared(book):
    """B: `Default is the last forecast made before the deadline or the answer`."""
    record(
        book, said("Ann", YES, probability="0.9", question="s", made_on="2017-04-01"),
        said("Ann", probability="0.6", question="s"), said("Bob", probability="0.6", question="s"),
    )  # fmt: skip
    last = book.compare("Ann", "Bob", ScorecardRequest(), TODAY)
    assert (last.shared, last.scores.mean_a) == (1, pytest.approx(0.01))
    first = book.compare("Ann", "Bob", ScorecardRequest(update_rule="first"), TODAY)
    assert first.scores.mean_a == pytest.approx(0.16)


def test_distributions_over_options_are_compared_by_their_brier_score(book):
    """`choice questions by multi-category Brier`: halved, so that it is (p - y)^2 over two."""
    asked = {"key": "c", "text": "which", "kind": "choice", "options": ["A", "B"]}
    for name, share, ruled in (
        ("Ann", "0.9", [{"question": "c", "option": "A"}]),
        ("Bob", "0.6", []),
    ):
        rest = {"0.9": "0.1", "0.6": "0.4"}[share]
        record(book, said(name, spread={"options": {"A": share, "B": rest}}, rulings=ruled,
                          parts=[{"question": asked, "options": ["A"]}]))  # fmt: skip
    found = book.compare("Ann", "Bob", ScorecardRequest(), TODAY)
    assert (found.scores.mean_a, found.scores.mean_b) == (pytest.approx(0.01), pytest.approx(0.16))


def test_options_that_share_the_top_are_compared_by_their_score_and_have_no_hit(book):
    """`only the distance is scored`, and `McNemar for hits`: there is a distance and no hit."""
    for n in range(6):
        asked = {"key": f"c{n}", "text": "which", "kind": "choice", "options": ["A", "B"]}
        for name, share, ruled in (
            ("Ann", "0.6", [{"question": f"c{n}", "option": "B"}]),
            ("Bob", "0.5", []),
        ):
            rest = {"0.6": "0.4", "0.5": "0.5"}[share]
            record(book, said(name, spread={"options": {"A": share, "B": rest}}, rulings=ruled,
                              parts=[{"question": asked, "options": ["A"]}]))  # fmt: skip
    found = book.compare("Ann", "Bob", ScorecardRequest(), TODAY)
    assert (found.shared, found.hits) == (6, None)
    assert (found.scores.mean_a, found.scores.mean_b) == (pytest.approx(0.36), pytest.approx(0.25))
    assert found.outcome.better == "Bob"
    everybody = book.compare_all(ScorecardRequest(), TODAY)
    assert [(r.forecaster, r.n) for r in everybody.rows] == [("Bob", 6), ("Ann", 6)]


def test_another_deadline_is_another_claim(book):
    shared(book, deadline="2018-08-08")
    with pytest.raises(InputError, match="share no question"):
        book.compare("Ann", "Bob", ScorecardRequest(), TODAY)


def test_the_other_side_of_the_same_claim_is_shared(book):
    shared(book, negated=True, probability="0.4")
    found = book.compare("Ann", "Bob", ScorecardRequest(), TODAY)
    assert found.scores.mean_b == pytest.approx(0.16)
    assert (found.hits.both, found.hits.only_a) == (6, 0)


@pytest.mark.parametrize("score", ["log", "metaculus-baseline", "metaculus-peer", "gjopen"])
def test_every_score_tells_its_scale_and_direction(book, score):
    shared(book)
    found = book.compare("Ann", "Bob", ScorecardRequest(score=score), TODAY)
    assert "is better" in found.score_scale
    assert found.outcome.better == "Ann"
    assert found.scores.a_better == 6


def test_everybody_is_compared_with_difficulty_taken_out(book):
    shared(book)
    found = book.compare_all(ScorecardRequest(), TODAY)
    assert [(r.forecaster, r.n) for r in found.rows] == [("Ann", 6), ("Bob", 6)]
    assert (found.forecasts, found.questions) == (12, 6)


def test_groups_that_share_nothing_are_named(book):
    record(book, said("Ann", YES, probability="0.9"), said("Bob", YES, probability="0.9"))
    with pytest.raises(InputError, match="Ann; Bob"):
        book.compare_all(ScorecardRequest(), TODAY)


def test_what_waits_for_its_condition_alone_is_not_waited_for(book):
    """What is still waited for is followed up to today: an event that came is not waited for."""
    add(book, given="Raqqa retaken by 2017-03-01")
    assert lateness(book).survival.n == 1
    rule(book, "q1", on="2017-07-10")
    assert lateness(book).survival.n == 0
