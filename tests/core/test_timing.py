"""Days late, deadlines that hang, and answers that were known before the statement."""

from dataclasses import replace

import pytest

from ledger.core import rulings
from ledger.core.model import Bound, Join, Knowledge, Standing, Verdict
from ledger.core.timing import (
    already_known,
    days_late,
    deadline_that_hangs,
    event_day,
    hangs,
    standing,
)
from tests.core.builders import (
    ANNULLED,
    CHOICE,
    EVENT,
    NEVER,
    NOTHING,
    NUMBER,
    any_of,
    at_least,
    choice,
    claim,
    d,
    event,
    knowing,
    not_by,
    number,
    of,
    on,
    value,
    window,
)

OVERRULED = knowing(on("2017-07-10"), rulings.annul(replaces=True))
MOSUL = knowing(on("2017-07-10"))
RAQQA = knowing(on("2017-10-17"))
WAR_OVER = knowing(on("2017-12-09"))
MADE = window("2017-02-08")
BY = "2017-08-08"
BOTH = (event(1), event(4))


# Days and outcomes of public statements about the war in Iraq and Syria, 2016-17, with
# evidence in the sample book: Mosul declared retaken 2017-07-10, Raqqa 2017-10-17, the end
# of the war in Iraq declared 2017-12-09, the last town retaken 2017-11-17.
@pytest.mark.parametrize(
    ("forecast", "known", "verdict", "late"),
    [
        (claim(*BOTH, by=BY), {1: MOSUL, 4: RAQQA}, "false", 70),  # Townsend
        (claim(event(1), by=BY), {1: MOSUL}, "true", -29),
        (claim(event(4), by=BY), {4: RAQQA}, "false", 70),
        (claim(event(1), by="2017-03-27"), {1: WAR_OVER}, "false", 257),  # Abadi
        (claim(event(1), by="2017-12-31"), {1: knowing(on("2017-11-17"))}, "true", -44),  # Fallon
    ],
)
def test_late_is_never_right_and_lateness_is_told_beside_the_verdict(
    forecast, known, verdict, late
):
    assert standing(forecast, MADE, known) == Standing(Verdict(verdict), late)


@pytest.mark.parametrize(
    ("forecast", "known", "late"),
    [
        (claim(event(), by="2017-07-10"), {1: MOSUL}, 0),
        (claim(event(), by=BY), {1: NOTHING}, None),
        (claim(event(), by=BY), {1: NEVER}, None),
        (claim(event(), by=BY), {1: knowing(not_by("2017-12-31", final=True))}, None),
        (claim(event()), {1: MOSUL}, None),  # undated
        # the day of a window: the event's first day, the deadline's last
        (claim(event(), by=BY), {1: knowing(on("2017-08-10..2017-08-20"))}, 2),
        (claim(event(), by="2017-08-01..2017-08-08"), {1: knowing(on("2017-08-10"))}, 2),
        # a compound: the latest part of `all`, the earliest of `any`
        (claim(*BOTH, by=BY), {1: MOSUL, 4: NOTHING}, None),
        (claim(*BOTH, by=BY), {1: MOSUL, 4: NEVER}, None),
        (claim(event(1, by="2017-01-01"), event(4), by=BY), {1: MOSUL, 4: RAQQA}, 190),
        (any_of(*BOTH, by=BY), {1: MOSUL, 4: RAQQA}, -29),
        (any_of(*BOTH, by=BY), {1: NEVER, 4: RAQQA}, 70),
        (any_of(*BOTH, by=BY), {1: ANNULLED, 4: RAQQA}, 70),
        (any_of(*BOTH, by=BY), {1: NEVER, 4: NEVER}, None),
        (any_of(*BOTH, by=BY), {1: NOTHING, 4: RAQQA}, None),  # Mosul could still be earlier
        (any_of(*BOTH, by=BY), {1: knowing(not_by("2017-10-17")), 4: RAQQA}, 70),
        # only when every part is an affirmative event
        (claim(event(no=True), by=BY), {1: RAQQA}, None),
        (claim(event(1), event(4, no=True), by=BY), {1: MOSUL, 4: RAQQA}, None),
        (claim(event(), at_least(3), by=BY), {1: MOSUL, 2: knowing(value(4))}, None),
        # a deadline that is another question's day
        (claim(event(1, by=of(4, -1))), {1: RAQQA, 4: MOSUL}, 100),
        (claim(event(1, by=of(4))), {1: RAQQA, 4: knowing(on("2017-07-01..2017-07-10"))}, 99),
        (claim(event(1, by=of(4))), {1: RAQQA, 4: knowing(not_by("2017-07-10"))}, None),
        (claim(event(1, by=of(4))), {1: RAQQA, 4: NEVER}, None),
        (claim(event(1, by=of(4))), {1: RAQQA, 4: ANNULLED}, None),
        (claim(event(1, by=of(4))), {1: RAQQA, 4: OVERRULED}, None),
    ],
)
def test_days_late_exist_only_when_every_part_is_an_affirmative_event(forecast, known, late):
    assert days_late(forecast, known) == late


def test_a_void_forecast_is_not_late():
    conditional = claim(event(4), by=BY, given=event(1))
    known = {1: NEVER, 4: RAQQA}
    assert standing(conditional, MADE, known) == Standing(Verdict.VOID, None)
    assert standing(conditional, MADE, {1: MOSUL, 4: RAQQA}).days_late == 70


@pytest.mark.parametrize(
    ("forecast", "known", "verdict"),
    [
        (claim(event(4), by=BY, given=event(1)), {1: NOTHING, 4: MOSUL}, "pending"),
        (claim(event(1, after="2017-08-01"), by=BY), {1: MOSUL}, "false"),
        (claim(event(1, after="2017-08-01"), event(4), by="2017-12-31"),
         {1: MOSUL, 4: RAQQA}, "false"),
        (any_of(event(1, after="2017-08-01"), by=BY), {1: MOSUL}, "false"),
        (claim(event(), by="2017-08-08..2017-08-12"),
         {1: knowing(on("2017-08-10"))}, "unclear"),
    ],
)  # fmt: skip
def test_lateness_is_told_beside_a_verdict_of_true_or_false(forecast, known, verdict):
    """ "Lateness falls out": of an event that did not happen in its window none does, and
    where nothing is settled yet nobody is early."""
    assert standing(forecast, MADE, known) == Standing(Verdict(verdict), None)


@pytest.mark.parametrize(
    ("part", "knowledge", "day"),
    [
        (event(), MOSUL, "2017-07-10"),
        (event(), knowing(on("2017-07-01..2017-07-10")), "2017-07-01"),
        (event(), NEVER, None),
        (event(), NOTHING, None),
        (event(), ANNULLED, None),
        (event(), OVERRULED, None),
        (number(1, 3, question=1), knowing(value(2), question=NUMBER), None),
    ],
)
def test_an_event_has_a_day_once_it_surely_happened(part, knowledge, day):
    assert event_day(part, {1: knowledge}) == (d(day).toordinal() if day else None)


def public(text, question, ruling) -> Knowledge:
    return knowing(replace(ruling, public_on=d(text)), question=question)


ANN = rulings.options(CHOICE, ["Ann"])


@pytest.mark.parametrize(
    ("forecast", "known", "already"),
    [
        (claim(event()), {1: knowing(on("2017-02-07"))}, True),
        (claim(event()), {1: knowing(on("2017-02-08"))}, False),  # the very day of the statement
        (claim(event()), {1: knowing(on("2017-02-01..2017-02-08"))}, False),
        (claim(event()), {1: NOTHING}, False),
        (claim(event()), {1: NEVER}, False),
        (claim(event()), {1: ANNULLED}, False),
        (claim(event(no=True)), {1: knowing(on("2017-02-07"))}, True),
        # an answer that could be read, on either side
        (claim(event(by="2016-12-31")), {1: knowing(on("2017-12-31"))}, True),
        (claim(event(), by=BY), {1: knowing(not_by("2017-03-31"))}, False),
        (claim(at_least(3)), {2: public("2017-02-07", NUMBER, value(4))}, True),
        (claim(at_least(3)), {2: public("2017-02-07", NUMBER, value(2))}, True),
        (claim(at_least(3)), {2: public("2017-02-08", NUMBER, value(4))}, False),
        (claim(at_least(3)), {2: knowing(value(4), question=NUMBER)}, False),  # not on record
        (claim(choice(0)), {3: public("2017-02-07", CHOICE, ANN)}, True),
        (claim(choice(0)), {3: public("2017-02-08", CHOICE, ANN)}, False),
        # a range that was public early does not make the figure known early
        (
            claim(at_least(3)),
            {
                2: knowing(
                    replace(value(2, 6), public_on=d("2017-01-10")),
                    replace(value(4), public_on=d("2017-06-10")),
                    question=NUMBER,
                )
            },
            False,
        ),
        # of several parts those that decide
        (claim(*BOTH, by=BY), {1: knowing(on("2017-02-07")), 4: RAQQA}, False),
        (any_of(*BOTH, by=BY), {1: knowing(on("2017-02-07")), 4: RAQQA}, True),
        (any_of(*BOTH, by=BY), {1: MOSUL, 4: RAQQA}, False),
        # a relative bound: on the day of the statement q4 was known not to have come yet
        (claim(event(by=of(4, -1))), {1: knowing(on("2017-02-07")), 4: RAQQA}, True),
        (claim(event(by=of(4, -1))), {1: MOSUL, 4: knowing(on("2017-02-07"))}, True),
        (claim(event(by=of(4, -1))), {1: MOSUL, 4: RAQQA}, False),
        (claim(event(after=of(4), by=of(4, 3))), {1: MOSUL, 4: MOSUL}, False),
        # the condition does not matter: what was said of the body was known
        (claim(event(), given=event(4)), {1: knowing(on("2017-02-07")), 4: NOTHING}, True),
        (claim(event(), given=event(4)), {1: MOSUL, 4: knowing(on("2017-02-07"))}, False),
    ],
)
def test_a_forecast_whose_answer_was_known_before_its_statement_day(forecast, known, already):
    assert already_known(forecast, MADE, known) is already
    assert standing(forecast, MADE, known).already_known is already


def test_of_a_fuzzy_statement_day_the_earliest_counts():
    known = {1: knowing(on("2017-01-20"))}
    assert already_known(claim(event()), window("2017-01-21..2017-02-08"), known)
    assert not already_known(claim(event()), window("2017-01-20..2017-02-08"), known)


def test_the_join_of_a_single_part_changes_nothing():
    one = claim(event(), by=BY)
    assert days_late(one, {1: MOSUL}) == days_late(replace(one, join=Join.ANY), {1: MOSUL}) == -29


HANGING = event(1, by=of(4, -1))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [((HANGING,), True), ((event(by="2017-01-01"),), False), ((event(),), False),
     ((HANGING, event()), False), ((at_least(3),), False)],
)  # fmt: skip
def test_a_claim_hangs_when_every_part_ends_on_another_questions_day(parts, expected):
    assert hangs(claim(*parts)) is expected


@pytest.mark.parametrize(
    ("known", "ends"),
    [
        (rulings.unknown(EVENT), None),
        (knowing(not_by("2017-01-01")), None),
        (knowing(rulings.never()), None),
        (Knowledge(knowing(on("2017-06-10")).possible, final=True, annulled=True), None),
        (knowing(on("2017-06-10")), "2017-06-09"),
        (knowing(on("2017-06-10..2017-06-20")), "2017-06-09..2017-06-19"),
    ],
)
def test_its_deadline_is_known_with_that_day(known, ends):
    assert deadline_that_hangs(claim(HANGING), {4: known}) == window(ends)


def test_the_last_of_several_such_deadlines_counts():
    parts = (HANGING, event(2, by=Bound(question=5, offset=3)))
    known = {4: knowing(on("2017-06-10")), 5: knowing(on("2017-06-01"))}
    assert deadline_that_hangs(claim(*parts), known) == window("2017-06-09")


@pytest.mark.parametrize(
    ("offset", "other", "deadline", "late"),
    [
        (-1, "0001-01-01", "0001-01-01", 1),  # on its first day an event is late all the same
        (-9, "0001-01-03", "0001-01-01", 7),
        (3, "9999-12-30", "9999-12-31", None),
    ],
)
def test_a_deadline_beyond_the_calendar_is_shown_as_its_nearest_day(offset, other, deadline, late):
    """What hangs on a day follows it beyond either end of the calendar: "before q4"."""
    hanging = claim(event(1, by=of(4, offset)))
    known = {1: knowing(on("0001-01-01")), 4: knowing(on(other))}
    assert deadline_that_hangs(hanging, known) == window(deadline)
    assert late is None or days_late(hanging, known) == late
