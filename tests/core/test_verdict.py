"""The domain model as tables of cases: what is known, what is accepted, the verdict.

everything still possible is accepted     -> true
nothing still possible is accepted        -> false
otherwise                                 -> pending; unclear once nothing more will be learned
condition failed, or question annulled    -> void
"""

import pytest

from ledger.core import rulings
from ledger.core.model import Kind, Part, Verdict
from ledger.core.verdict import claim_verdict
from tests.core.builders import (
    ANNULLED,
    CHOICE,
    EARLY,
    LATE,
    LOST_TRACK,
    NEVER,
    NOT_IN_TIME,
    NOT_YET,
    NOTHING,
    NUMBER,
    at_least,
    choice,
    claim,
    event,
    knowing,
    not_by,
    number,
    on,
    value,
)

TRUE, FALSE, PENDING, UNCLEAR, VOID, _ANSWERED = Verdict

ABOUT = knowing(on("2017-08-01..2017-08-15"))

BY = event(by="2017-08-08")
NOT_BY = event(by="2017-08-08", no=True)
ON_DAY = event(after="2017-05-21", by="2017-05-21")
NOT_BEFORE = event(after="2017-05-22")
SOME_DAY = event()
IN_WEEKS = event(by="2017-08-01..2017-08-31")


@pytest.mark.parametrize(
    ("part", "knowledge", "verdict"),
    [
        (BY, NOTHING, PENDING),
        (BY, EARLY, TRUE),
        (BY, knowing(on("2017-08-08")), TRUE),  # the deadline is inclusive
        (BY, knowing(on("2017-08-09")), FALSE),
        (BY, LATE, FALSE),
        (BY, NEVER, FALSE),
        (BY, NOT_YET, PENDING),  # `not by D` settles the early deadlines
        (BY, NOT_IN_TIME, FALSE),
        (event(by="2017-08-09"), NOT_IN_TIME, PENDING),  # and leaves the later ones open
        (BY, ABOUT, UNCLEAR),
        (BY, LOST_TRACK, UNCLEAR),
        (BY, ANNULLED, VOID),
        (NOT_BY, NOTHING, PENDING),
        (NOT_BY, EARLY, FALSE),
        (NOT_BY, LATE, TRUE),
        (NOT_BY, NEVER, TRUE),
        (NOT_BY, NOT_IN_TIME, TRUE),
        (NOT_BY, ABOUT, UNCLEAR),
        (NOT_BY, ANNULLED, VOID),
        (ON_DAY, EARLY, TRUE),
        (ON_DAY, LATE, FALSE),
        (ON_DAY, NOT_YET, PENDING),
        (ON_DAY, NOT_IN_TIME, FALSE),
        (NOT_BEFORE, EARLY, FALSE),
        (NOT_BEFORE, LATE, TRUE),
        (NOT_BEFORE, NOT_IN_TIME, PENDING),  # it may still never happen
        (NOT_BEFORE, NEVER, FALSE),
        (event(by="2017-05-21", no=True), NOT_IN_TIME, TRUE),  # "will not before D": nor never
    ],
)
def test_an_event_forecast_accepts_the_days_from_to(part, knowledge, verdict):
    assert claim_verdict(claim(part), {1: knowledge}) is verdict


@pytest.mark.parametrize(
    ("knowledge", "verdict"),
    [
        (NOTHING, PENDING),
        (NOT_YET, PENDING),
        (NOT_IN_TIME, PENDING),
        (knowing(not_by("2100-12-31")), PENDING),
        (LATE, TRUE),
        (ABOUT, TRUE),
        (NEVER, FALSE),  # said outright, which no day that passes can do
    ],
)
def test_without_a_deadline_no_day_that_passes_makes_a_forecast_false(knowledge, verdict):
    assert claim_verdict(claim(SOME_DAY), {1: knowledge}) is verdict
    swapped = {TRUE: FALSE, FALSE: TRUE}.get(verdict, verdict)
    assert claim_verdict(claim(event(no=True)), {1: knowledge}) is swapped


@pytest.mark.parametrize(
    ("knowledge", "verdict"),
    [
        (knowing(on("2017-07-31")), TRUE),
        (knowing(on("2017-08-01")), TRUE),
        (knowing(on("2017-08-02")), UNCLEAR),
        (knowing(on("2017-08-31")), UNCLEAR),
        (knowing(on("2017-09-01")), FALSE),
        (knowing(not_by("2017-08-10")), PENDING),
        (knowing(not_by("2017-08-31")), FALSE),
        (knowing(on("2017-07-20..2017-07-31")), TRUE),
        (knowing(on("2017-07-20..2017-08-02")), UNCLEAR),
        (NOTHING, PENDING),
    ],
)
def test_a_verdict_that_depends_on_where_in_the_window_the_truth_lies_is_unclear(
    knowledge, verdict
):
    assert claim_verdict(claim(IN_WEEKS), {1: knowledge}) is verdict


@pytest.mark.parametrize(
    ("day", "verdict"),
    [("2017-02-28", FALSE), ("2017-03-01", UNCLEAR), ("2017-03-10", TRUE), ("2017-03-09", UNCLEAR)],
)
def test_a_start_can_be_a_window_too(day, verdict):
    part = event(after="2017-03-01..2017-03-10", by="2017-08-08")
    assert claim_verdict(claim(part), {1: knowing(on(day))}) is verdict


def said(*names, **more):
    return knowing(rulings.options(CHOICE, names, **more), question=CHOICE)


def measured(low, high=None, **more):
    return knowing(value(low, high, **more), question=NUMBER)


@pytest.mark.parametrize(
    ("part", "knowledge", "verdict"),
    [
        (at_least(3), measured(3), TRUE),
        (at_least(3), measured("2.99"), FALSE),
        (number(3, open_low=True), measured(3), FALSE),  # more than
        (number(3, open_low=True), measured("3.01"), TRUE),
        (number(None, 3), measured(3), TRUE),  # at most
        (number(None, 3, open_high=True), measured(3), FALSE),  # less than
        (number(None, 3, open_high=True), measured("2.999"), TRUE),
        (number("4.45", "4.55", open_high=True), measured("4.45"), TRUE),  # about 4.5
        (number("4.45", "4.55", open_high=True), measured("4.55"), FALSE),
        (at_least(3), knowing(question=NUMBER), PENDING),
        (at_least(3), measured(2, 4), PENDING),
        (at_least(3), measured(2, 4, final=True), UNCLEAR),
        (at_least(3), measured(3, 4), TRUE),
        (at_least(3), measured(1, 2), FALSE),
        (number(3, open_low=True), measured(2, 3), FALSE),
        (at_least(3, no=True), measured(3), FALSE),
        (at_least(3, no=True), measured("2.99"), TRUE),
        (at_least(3, no=True), measured(2, 4), PENDING),
        (number(5, 4), measured(4), FALSE),  # an empty interval accepts nothing
    ],
)
def test_a_number_forecast_accepts_an_interval(part, knowledge, verdict):
    assert claim_verdict(claim(part, by="2017-08-08"), {2: knowledge}) is verdict


@pytest.mark.parametrize(
    ("part", "knowledge", "verdict"),
    [
        (choice(0), said("Ann"), TRUE),
        (choice(0), said("Bob"), FALSE),
        (choice(0, 2), said("Cy"), TRUE),
        (choice(0, 2), said("Bob"), FALSE),
        (choice(0), knowing(question=CHOICE), PENDING),
        (choice(0), said("Ann", "Bob"), PENDING),
        (choice(0), said("Ann", "Bob", final=True), UNCLEAR),
        (choice(0), said("Bob", "Cy"), FALSE),
        (choice(0, 1), said("Ann", "Bob"), TRUE),
        (choice(0, no=True), said("Ann"), FALSE),
        (choice(0, no=True), said("Bob", "Cy"), TRUE),
    ],
)
def test_a_choice_forecast_accepts_one_or_more_options(part, knowledge, verdict):
    assert claim_verdict(claim(part), {3: knowledge}) is verdict


def test_options_ruled_out_one_after_the_other_settle_a_choice():
    left = [rulings.options_out(CHOICE, [name]) for name in ("Bob", "Cy")]
    assert claim_verdict(claim(choice(0)), {3: knowing(*left[:1], question=CHOICE)}) is PENDING
    assert claim_verdict(claim(choice(0)), {3: knowing(*left, question=CHOICE)}) is TRUE


@pytest.mark.parametrize("part", [Part(2, Kind.NUMBER), number(5, 4)])
def test_a_part_that_accepts_no_answer_is_false(part):
    assert claim_verdict(claim(part), {2: knowing(question=NUMBER)}) is FALSE


@pytest.mark.parametrize(
    ("own", "verdict"), [("2017-10-17", TRUE), ("2017-10-16", FALSE), (None, FALSE)]
)
def test_a_parts_own_deadline_stands_before_the_forecasts(own, verdict):
    assert claim_verdict(claim(event(by=own), by="2017-08-08"), {1: LATE}) is verdict


def test_one_ruling_settles_everybodys_deadline_at_once():
    deadlines = {"2017-08-08": FALSE, "2017-10-17": TRUE, "2017-12-31": TRUE}
    for deadline, verdict in deadlines.items():
        assert claim_verdict(claim(event(), by=deadline), {1: LATE}) is verdict
