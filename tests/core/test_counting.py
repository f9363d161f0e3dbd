"""How a forecast counts: its one word, and the statement that is scored."""

import itertools
from dataclasses import replace

import pytest

from ledger.core import rulings
from ledger.core.counting import (
    STATES,
    Statement,
    last_day_to_update,
    state,
    statement_that_counts,
)
from ledger.core.model import Claim, Standing, Verdict, Window
from tests.core.builders import (
    EVENT,
    NUMBER,
    at_least,
    d,
    event,
    knowing,
    not_by,
    on,
    value,
    window,
)

PLAIN = {"struck": False, "vague": False, "void": False, "dated": True}
TRUE, PENDING = Standing(Verdict.TRUE, -3), Standing(Verdict.PENDING)
KNOWN, VOID = Standing(Verdict.TRUE, None, already_known=True), Standing(Verdict.VOID)


@pytest.mark.parametrize(
    ("standing", "marks", "word"),
    [
        (TRUE, {}, "true"),
        (PENDING, {}, "pending"),
        (Standing(Verdict.UNCLEAR), {}, "unclear"),
        (TRUE, {"dated": False}, "undated"),
        (KNOWN, {}, "known"),
        (KNOWN, {"dated": False}, "known"),
        (VOID, {}, "void"),
        (VOID, {"dated": False}, "void"),
        (TRUE, {"void": True}, "void"),
        (TRUE, {"vague": True}, "vague"),
        (VOID, {"vague": True}, "vague"),
        (TRUE, {"struck": True, "vague": True, "void": True}, "struck"),
    ],
)
def test_a_forecast_counts_under_one_word(standing, marks, word):
    assert state(standing, **{**PLAIN, **marks}) == word


def test_the_words_are_all_that_a_forecast_can_count_under():
    marks = [
        dict(zip(PLAIN, given, strict=True)) for given in itertools.product((True, False), repeat=4)
    ]
    stands = [
        Standing(verdict, None, already_known=k) for verdict in Verdict for k in (True, False)
    ]
    assert {state(one, **given) for one in stands for given in marks} == set(STATES)


def said(day: str, probability: float) -> Statement:
    made = window(day)
    assert made is not None
    return Statement(made, probability, None)


@pytest.mark.parametrize(
    ("series", "before", "counts"),
    [
        ([("2017-01-01", 0.1)], "2017-06-30", 0.1),
        ([("2017-01-01", 0.1), ("2017-02-01", 0.2)], "2017-06-30", 0.2),
        ([("2017-01-01", 0.1), ("2017-02-01", 0.2)], None, 0.2),
        ([("2017-01-01", 0.1), ("2017-06-30", 0.2)], "2017-06-30", 0.2),
        ([("2017-01-01", 0.1), ("2017-07-01", 0.2)], "2017-06-30", 0.1),
        ([("2017-01-01", 0.1), ("2017-06-01..2017-07-01", 0.2)], "2017-06-30", 0.1),
        ([("2017-01-01", 0.1), ("2017-03-01", 0.3), ("2017-02-01", 0.2)], "2017-06-30", 0.3),
        ([("2017-01-01", 0.1), ("2017-02-01", 0.2), ("2017-02-01", 0.3)], "2017-06-30", 0.3),
        ([("2017-07-01", 0.1)], "2017-06-30", 0.1),
    ],
)
def test_the_last_statement_in_time_counts(series, before, counts):
    statements = [said(*s) for s in series]
    found = statement_that_counts(statements, d(before) if before else None)
    assert found.probability == counts


JUNE = Window.on(d("2017-06-30"))
PUBLIC = replace(value("4"), public_on=d("2017-05-02"))


@pytest.mark.parametrize(
    ("claim", "known", "last"),
    [
        (Claim((event(),), deadline=JUNE), {}, "2017-06-30"),
        (Claim((event(),)), {}, None),
        (Claim((event(),), deadline=JUNE), {1: knowing(on("2017-03-01"))}, "2017-03-01"),
        (Claim((event(),), deadline=JUNE), {1: knowing(on("2017-09-01"))}, "2017-06-30"),
        (
            Claim((event(),), deadline=JUNE),
            {1: knowing(on("2017-03-01..2017-03-09"))},
            "2017-03-09",
        ),
        (Claim((event(),), deadline=JUNE), {1: knowing(not_by("2017-03-01"))}, "2017-06-30"),
        (Claim((event(),), deadline=JUNE), {1: knowing(rulings.never())}, "2017-06-30"),
        (
            Claim((at_least(3),), deadline=JUNE),
            {2: knowing(PUBLIC, question=NUMBER)},
            "2017-05-02",
        ),
        (
            Claim((at_least(3),), deadline=JUNE),
            {2: knowing(value("4"), question=NUMBER)},
            "2017-06-30",
        ),
        (
            Claim((event(1), event(4)), deadline=JUNE),
            {1: knowing(on("2017-03-01")), 4: knowing(on("2017-04-01"))},
            "2017-04-01",
        ),
        (
            Claim((event(1), event(4)), deadline=JUNE),
            {1: knowing(on("2017-03-01"))},
            "2017-06-30",
        ),
    ],
)
def test_a_new_number_counts_up_to_deadline_and_answer(claim, known, last):
    nothing = {n: rulings.unknown(EVENT) for n in (1, 4)} | {2: rulings.unknown(NUMBER)}
    assert last_day_to_update(claim, nothing | known) == (d(last) if last else None)


def test_an_event_is_seen_when_it_happens_whenever_it_was_written_about():
    """Evidence of a later day does not make later numbers count."""
    late = replace(on("2017-03-01"), public_on=d("2018-01-01"))
    claim = Claim((event(),), deadline=JUNE)
    assert last_day_to_update(claim, {1: knowing(late)}) == d("2017-03-01")
