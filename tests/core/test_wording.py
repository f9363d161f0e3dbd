"""Answers, rulings and accepted answers in plain words."""

from decimal import Decimal

import pytest

from ledger.core import rulings, wording
from ledger.core.model import Interval, Kind, Part, Question
from tests.core.builders import (
    CHOICE,
    EVENT,
    NUMBER,
    d,
    event,
    knowing,
    not_by,
    of,
    on,
    value,
)

OPEN = Question(1, "k", "The Fed cuts", opens=d("2016-01-01"))


@pytest.mark.parametrize(
    ("question", "said", "words"),
    [
        (EVENT, [], "not known"),
        (EVENT, [on("2017-07-10")], "yes, 2017-07-10"),
        (EVENT, [on("2017-07-10..2017-07-12")], "yes, 2017-07-10..2017-07-12"),
        (EVENT, [not_by("2017-07-10")], "not by 2017-07-10"),
        (EVENT, [not_by("2017-07-10"), on("2017-08-01")], "yes, 2017-08-01"),
        (EVENT, [rulings.never()], "no, and it no longer can"),
        (EVENT, [rulings.annul()], "annulled: no such city"),
        (OPEN, [], "not known"),
        (OPEN, [not_by("2017-07-10")], "not by 2017-07-10"),
        (NUMBER, [], "not known"),
        (NUMBER, [value("4.2")], "4.2 %"),
        (NUMBER, [value("3", "5")], "3..5 %"),
        (CHOICE, [rulings.options(CHOICE, ["Bob"])], "Bob"),
        (CHOICE, [rulings.options_out(CHOICE, ["Bob"])], "Ann or Cy"),
    ],
)
def test_an_answer_is_said_in_words(question, said, words):
    known = knowing(*said, question=question)
    assert wording.answer(question, known, "no such city") == words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"on": "2017-07-10"}, "on 2017-07-10"),
        ({"on": "2017-07-10", "on_latest": "2017-07-10"}, "on 2017-07-10"),
        ({"on": "2017-07-10", "on_latest": "2017-07-12"}, "on 2017-07-10..2017-07-12"),
        ({"not_by": "2017-07-10"}, "not by 2017-07-10"),
        ({"not_by": "2017-07-10", "final": True}, "not by 2017-07-10 (final)"),
        ({"never": True}, "never"),
        ({"value": "0"}, "0"),
        ({"low": "3", "high": "5"}, "3..5"),
        ({"option": "Bob"}, "Bob"),
        ({"not_options": ["Bob", "Cy"]}, "not Bob, Cy"),
        ({"void": "no such city"}, "annulled: no such city"),
    ],
)
def test_a_ruling_is_said_as_it_was_made(said, words):
    assert wording.ruling(said) == words


def number(low=None, high=None, open_low=False, open_high=False, no=False) -> Part:
    ends = [None if x is None else Decimal(x) for x in (low, high)]
    return Part(2, Kind.NUMBER, no, interval=Interval(*ends, open_low, open_high))


@pytest.mark.parametrize(
    ("part", "question", "deadline", "words"),
    [
        (event(), EVENT, None, "on any day"),
        (event(), EVENT, "2017-12-31", "by 2017-12-31"),
        (event(by="2017-06-30"), EVENT, "2017-12-31", "by 2017-06-30"),
        (event(no=True), EVENT, "2017-12-31", "not by 2017-12-31"),
        (event(after="2017-06-01"), EVENT, None, "from 2017-06-01"),
        (event(after="2017-06-01"), EVENT, "2017-12-31", "from 2017-06-01 by 2017-12-31"),
        (event(after="2017-06-01", by="2017-06-01"), EVENT, None, "on 2017-06-01"),
        (event(by="2017-06-01..2017-06-30"), EVENT, None, "by 2017-06-01..2017-06-30"),
        (event(by=of(4, -1)), EVENT, None, "before the day of q4"),
        (event(by=of(4)), EVENT, None, "by the day of q4"),
        (number("4"), NUMBER, None, "at least 4 %"),
        (number("4", open_low=True), NUMBER, None, "more than 4 %"),
        (number(None, "4"), NUMBER, None, "at most 4 %"),
        (number("1", "4", open_high=True), NUMBER, None, "at least 1 and less than 4 %"),
        (number("4", no=True), NUMBER, None, "not at least 4 %"),
        (Part(3, Kind.CHOICE, options=(0, 2)), CHOICE, None, "Ann or Cy"),
        (Part(3, Kind.CHOICE, negated=True, options=(1,)), CHOICE, None, "not Bob"),
    ],
)
def test_accepted_answers_are_said_in_words(part, question, deadline, words):
    assert wording.accepts(part, question, d(deadline) if deadline else None) == words
