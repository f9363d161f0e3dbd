"""`show` and `log` tell what an entry changed: what stood before stays in the journal."""

import pytest

from ledger.book import NewForecast
from tests.book.builders import TODAY, add, shown


def last(book, number=1):
    return shown(book, number).history[-1]


def test_an_amendment_is_told_by_its_fields_old_and_new(book):
    add(book, "It rains by 2018-12-31")
    new = NewForecast(role="Boss", deadline="2019", probability="0.2")
    book.amend(1, new, "fix", TODAY)
    entry = last(book)
    assert [(c.field, c.before, c.after) for c in entry.changes] == [
        ("role", None, "Boss"), ("due", "2018-12-31", "2019-12-31"), ("probability", None, "0.2"),
    ]  # fmt: skip
    assert entry.summary == (
        "corrected; role: none -> Boss; due: 2018-12-31 -> 2019-12-31; "
        "probability: none -> 0.2 (fix)"
    )
    book.amend(1, NewForecast(role="Chief"), "again", TODAY)
    assert last(book).summary == "corrected; role: Boss -> Chief (again)"
    assert [entry.changes for entry in book.log()] == [
        entry.changes for entry in (book.log()[0], *book.log(1))
    ]


def test_what_a_question_said_is_known_also_where_another_forecast_worded_it(book):
    add(book, "It rains by 2018-12-31")
    add(book, "It rains by 2019-12-31", question="q1")
    book.edit_question("q1", {"text": "It pours"}, TODAY)
    assert last(book, 2).summary == "text: It rains -> It pours"


@pytest.mark.parametrize("field", ["criteria", "judge"])
def test_an_edit_of_a_question_is_told_likewise(book, field):
    add(book, "It rains by 2018-12-31")
    book.edit_question("q1", {field: "one"}, TODAY)
    assert last(book).summary == f"{field}: none -> one"
    book.edit_question("q1", {field: "two"}, TODAY)
    assert last(book).summary == f"{field}: one -> two"


def test_questions_are_called_as_everywhere(book):
    for claim in ("It rains", "It pours", "It snows"):
        add(book, claim)
    book.merge_questions("q2", "q1", "the same", TODAY)
    assert last(book, 2).summary == "merged into q1 (the same)"
    book.move(3, "q1", TODAY)
    assert last(book, 3).summary == "part 1 asks q1"
