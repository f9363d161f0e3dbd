"""What is known of several answers: relative bounds, `all`, `any` and `given`."""

import itertools

import pytest

from ledger.core.model import Join, Knowledge, Verdict
from ledger.core.verdict import SETTLED, claim_verdict, conditional, joined
from tests.core.builders import (
    ANNULLED,
    EARLY,
    LATE,
    LOST_TRACK,
    NEVER,
    NOT_IN_TIME,
    NOT_YET,
    NOTHING,
    any_of,
    claim,
    event,
    knowing,
    of,
    on,
)

TRUE, FALSE, PENDING, UNCLEAR, VOID, ANSWERED = Verdict
SIDES = (TRUE, FALSE, PENDING, UNCLEAR, VOID)
"""The verdicts that a part may have: only a whole distribution takes no side."""


BY = event(by="2017-08-08")
BEFORE_Q4 = event(by=of(4, -1))
WITHIN_72_HOURS = event(after=of(4), by=of(4, 3))
AFTER_Q4 = event(after=of(4, 1))
MAY = knowing(on("2017-05-20..2017-05-22"))
EITHER = Knowledge(knowing(on("2017-05-01")).possible | knowing(on("2017-09-01")).possible, True)


@pytest.mark.parametrize(
    ("part", "knowledge", "other", "verdict"),
    [
        (BEFORE_Q4, EARLY, LATE, TRUE),
        (BEFORE_Q4, LATE, EARLY, FALSE),
        (BEFORE_Q4, EARLY, EARLY, FALSE),  # the same day is not before
        (BEFORE_Q4, EARLY, NOTHING, PENDING),
        (BEFORE_Q4, EARLY, NOT_YET, PENDING),
        (BEFORE_Q4, EARLY, NOT_IN_TIME, TRUE),  # q4 had not happened by then
        (BEFORE_Q4, EARLY, NEVER, TRUE),
        (BEFORE_Q4, NEVER, NEVER, FALSE),
        (BEFORE_Q4, NOTHING, EARLY, PENDING),
        (BEFORE_Q4, NOT_IN_TIME, EARLY, FALSE),
        (BEFORE_Q4, EARLY, MAY, UNCLEAR),  # what is known of that day is its window
        (BEFORE_Q4, knowing(on("2017-05-19")), MAY, TRUE),
        (BEFORE_Q4, knowing(on("2017-05-22")), MAY, FALSE),
        (BEFORE_Q4, EARLY, LOST_TRACK, UNCLEAR),
        (BEFORE_Q4, EARLY, ANNULLED, VOID),
        (WITHIN_72_HOURS, EARLY, EARLY, TRUE),
        (WITHIN_72_HOURS, knowing(on("2017-05-24")), EARLY, TRUE),
        (WITHIN_72_HOURS, knowing(on("2017-05-25")), EARLY, FALSE),
        (WITHIN_72_HOURS, knowing(on("2017-05-20")), EARLY, FALSE),
        (WITHIN_72_HOURS, knowing(on("2017-05-23")), MAY, TRUE),
        (WITHIN_72_HOURS, knowing(on("2017-05-24")), MAY, UNCLEAR),
        (WITHIN_72_HOURS, knowing(on("2017-05-26")), MAY, FALSE),
        (WITHIN_72_HOURS, EARLY, NEVER, FALSE),
        (WITHIN_72_HOURS, EARLY, ANNULLED, VOID),
        (AFTER_Q4, LATE, EARLY, TRUE),
        (AFTER_Q4, EARLY, EARLY, FALSE),
        (AFTER_Q4, EARLY, NEVER, FALSE),
        (AFTER_Q4, knowing(on("2017-08-01")), EITHER, UNCLEAR),
        (AFTER_Q4, knowing(on("2017-04-01")), EITHER, FALSE),
        (AFTER_Q4, LATE, EITHER, TRUE),
        (event(after=of(4, -2)), knowing(on("9999-12-31")), NEVER, FALSE),
        (event(by=of(4, -2)), knowing(on("9999-12-31")), NEVER, TRUE),
    ],
)
def test_a_bound_may_be_another_questions_day_plus_an_offset(part, knowledge, other, verdict):
    assert claim_verdict(claim(part), {1: knowledge, 4: other}) is verdict


def test_the_two_ends_of_within_72_hours_of_q4_move_together():
    known = {1: knowing(on("2017-07-01")), 4: EITHER}
    assert claim_verdict(claim(WITHIN_72_HOURS), known) is FALSE


# The table of the design: `all` is false if a part is false, else pending if one is,
# else unclear, else void, else true; `any` mirrors true and false.
ALL_TABLE = [FALSE, PENDING, UNCLEAR, VOID, TRUE]
ANY_TABLE = [TRUE, PENDING, UNCLEAR, VOID, FALSE]


@pytest.mark.parametrize("verdicts", [*itertools.combinations_with_replacement(SIDES, 3)])
def test_all_is_as_weak_as_its_weakest_part_and_any_mirrors_it(verdicts):
    assert joined(verdicts, Join.ALL) is min(verdicts, key=ALL_TABLE.index)
    assert joined(verdicts, Join.ANY) is min(verdicts, key=ANY_TABLE.index)


@pytest.mark.parametrize(
    ("condition", "body", "verdict"),
    [
        (TRUE, TRUE, TRUE),
        (TRUE, FALSE, FALSE),
        (TRUE, PENDING, PENDING),
        (TRUE, UNCLEAR, UNCLEAR),
        (FALSE, TRUE, VOID),
        (FALSE, FALSE, VOID),
        (FALSE, PENDING, VOID),
        (PENDING, TRUE, PENDING),
        (PENDING, FALSE, PENDING),
        (PENDING, UNCLEAR, PENDING),
        (UNCLEAR, TRUE, UNCLEAR),
        (UNCLEAR, FALSE, UNCLEAR),
        (UNCLEAR, PENDING, PENDING),
        (VOID, TRUE, VOID),
        (TRUE, VOID, VOID),
        (PENDING, VOID, VOID),
    ],
)
def test_a_condition_that_failed_makes_a_forecast_void(condition, body, verdict):
    assert conditional(condition, body) is verdict


@pytest.mark.parametrize(
    ("condition", "verdict"), [(EARLY, FALSE), (NEVER, VOID), (NOTHING, PENDING), (ANNULLED, VOID)]
)
def test_given_is_one_more_part(condition, verdict):
    conditional_claim = claim(BY, given=event(4, by="2017-06-30"))
    assert claim_verdict(conditional_claim, {1: LATE, 4: condition}) is verdict


def test_both_mosul_and_raqqa_within_six_months_is_false_as_one_came_late():
    known = {1: knowing(on("2017-07-10")), 4: LATE}
    by = "2017-08-08"
    assert claim_verdict(claim(event(1), event(4), by=by), known) is FALSE
    assert claim_verdict(any_of(event(1), event(4), by=by), known) is TRUE
    assert claim_verdict(claim(event(1), by=by), known) is TRUE
    assert claim_verdict(claim(event(4), by=by), known) is FALSE


def test_settled_are_true_false_void_and_answered():
    assert set(Verdict) - SETTLED == {PENDING, UNCLEAR}
    assert ANSWERED in SETTLED
