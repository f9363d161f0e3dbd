"""Reading: list, due, show and log."""

import datetime as dt

import pytest

from ledger.book import Filter, NewCitation, NewUpdate
from ledger.errors import InputError, NotFoundError
from tests.book.builders import TODAY, add, d, rule, shown

RACE = {"options": "Ann,Bob", "option": ("Ann",)}


@pytest.fixture
def many(book):
    """A book with one forecast for each status."""
    add(book, "Open by 2021", citation=NewCitation("Mail", "A"), tags=("war",))
    add(book, "Due by 2018", by="Bob Smith", tags=("war", "oil"))
    add(book, "Undated", by="Bobby Jones")
    add(book, "True by 2018", note="see 50% of it")
    add(book, "False by 2018")
    add(book, "Void by 2018")
    add(book, "Unclear by 2018")
    add(book, "Vague", vague="nobody could tell")
    add(book, "Known by 2018")
    add(book, "Retracted by 2021")
    add(book, "Struck by 2018")
    rule(book, "q4", on="2017-05-01")
    rule(book, "q5", never=True)
    rule(book, "q6", void="no such thing")
    rule(book, "q7", on="2018-12-01..2019-01-31")
    rule(book, "q9", on="2016-05-01")
    book.retract(10, "2017-05-01", TODAY)
    book.strike(11, "twice", TODAY)
    return book


STATUSES = {
    "open": [1], "due": [2], "undated": [3], "true": [4, 9], "false": [5], "void": [6],
    "unclear": [7], "vague": [8], "known": [9], "retracted": [10], "struck": [11],
}  # fmt: skip


@pytest.mark.parametrize(("status", "found"), STATUSES.items())
def test_forecasts_are_listed_by_status(many, status, found):
    assert [f.id for f in many.list(Filter(status=status), TODAY)] == found


def test_the_status_is_one_word_for_where_it_stands(many):
    words = [f.status for f in many.list(Filter(), TODAY)]
    assert words == ["open", "due", "undated", "true", "false", "void", "unclear", "vague",
                     "known", "retracted", "struck"]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(by="Bob Smith"), [2]),
        (Filter(by="jones"), [3]),
        (Filter(source="mail"), [1]),
        (Filter(tag="war"), [1, 2]),
        (Filter(search="DUE"), [2]),
        (Filter(search="smith"), [2]),
        (Filter(search="50%"), [4]),
        (Filter(search="%"), [4]),
        (Filter(search="_"), []),
        (Filter(tag="war", status="due"), [2]),
        (Filter(status=" Due"), [2]),
        (Filter(limit=2), [1, 2]),
    ],
)
def test_forecasts_are_found_by_who_where_tag_and_words(many, wanted, found):
    assert [f.id for f in many.list(wanted, TODAY)] == found


@pytest.mark.parametrize(
    "typed", ["österreich", "ÖSTERREICH", "Österreich  wählt", "O\u0308sterreich", "wÄHLT NEU"]
)
def test_words_are_found_whatever_case_and_alphabet(book, typed):
    """`--search TEXT`: letters beyond ASCII have a case too."""
    add(book, "It rains")
    add(book, "Österreich wählt neu")
    assert [f.id for f in book.list(Filter(search=typed), TODAY)] == [2]
    assert [q.text for q in book.questions(typed)] == ["Österreich wählt neu"]


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        (Filter(status="lost"), InputError),
        (Filter(limit=0), InputError),
        (Filter(by="Bob"), InputError),
        (Filter(by="Zed"), NotFoundError),
        (Filter(source="Post"), NotFoundError),
    ],
)
def test_what_cannot_be_listed_is_refused(many, wanted, error):
    with pytest.raises(error):
        many.list(wanted, TODAY)


def test_due_are_the_deadlines_that_passed_unruled_oldest_first_then_what_falls_due(book):
    add(book, "C by 2019-12-01")
    add(book, "A by 2018-01-31")
    add(book, "B by 2019-12-31")
    add(book, "Today by 2020-01-01")
    add(book, "Soon by 2020-01-15")
    add(book, "Later by 2021")
    rule(book, "q2", not_by="2017-12-31")
    assert [w.forecast.id for w in book.due(TODAY)] == [2, 1, 3]
    assert [w.forecast.id for w in book.due(TODAY, 30)] == [2, 1, 3, 4, 5]
    assert [w.days_over for w in book.due(TODAY, 30)] == [700, 31, 1, 0, -14]


def test_a_deadline_is_inclusive(book):
    add(book, "A by 2020-01-01")
    assert book.due(d("2020-01-01")) == ()
    assert [w.forecast.id for w in book.due(d("2020-01-02"))] == [1]


def test_due_names_the_part_that_waits_and_whether_a_source_is_agreed(book):
    add(book, "Both by 2018", all_of=("Mosul", "Raqqa"))
    rule(book, "q1", on="2017-07-10")
    (waiting,) = book.due(TODAY)
    assert (waiting.waits_for, waiting.text, waiting.agreed) == ("q2", "Raqqa", False)
    book.edit_question("q2", {"judge": "the UN"}, TODAY)
    assert book.due(TODAY)[0].agreed is True


def test_due_names_the_condition_that_waits(book):
    add(book, "War by 2018", given="The deal collapses")
    rule(book, "q1", never=True)
    (waiting,) = book.due(TODAY)
    assert (waiting.waits_for, waiting.text) == ("q2", "The deal collapses")


def test_show_and_log_tell_the_history_with_that_of_the_questions(book):
    add(book)
    add(book, "Another by 2018")
    rule(book, "q1", on="2017-07-10")
    rule(book, "q2", never=True)
    book.strike(1, "twice", TODAY)
    assert [e.kind for e in shown(book).history] == ["forecast", "ruling", "mark"]
    assert [e.kind for e in book.log(1)] == ["forecast", "ruling", "mark"]
    assert [e.kind for e in book.log()] == [
        "book", "forecast", "forecast", "ruling", "ruling", "mark",
    ]  # fmt: skip


def test_the_history_keeps_rulings_on_a_question_that_was_merged_away(book):
    add(book, "A by 2018")
    add(book, "B by 2018")
    rule(book, "q1", on="2017-07-10")
    book.merge_questions("q1", "q2", "the same", TODAY)
    assert [e.kind for e in book.log(1)] == ["forecast", "ruling", "merge"]


def test_every_entry_has_one_line_of_words(many):
    for entry in many.log():
        assert entry.summary.strip()
        assert "\n" not in entry.summary


def test_the_last_day_of_the_calendar_is_no_trouble(book):
    add(book, "X by 9999-12-31")
    assert book.show(1, dt.date.max).forecast.status == "open"
    assert book.due(dt.date.max, 30)[0].forecast.id == 1


def test_updates_are_listed_by_day_whenever_they_were_recorded(book):
    """`show ID` tells a series; the last update before deadline and answer counts."""
    add(book)
    for day in ("2017-06-01", "2017-03-01", "2017-04-01"):
        book.update(1, NewUpdate("0.8", made=day), TODAY)
    assert [str(u.made_on) for u in shown(book).updates] == [
        "2017-03-01", "2017-04-01", "2017-06-01",
    ]  # fmt: skip
