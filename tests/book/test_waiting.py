"""The due list: parts and conditions wait from their own day on, whatever the whole waits for."""

import json

import pytest

from ledger.book import Condition, NewRuling
from ledger.formats.due import due as text
from tests.book.builders import TODAY, add, asked, d, listed, rule
from tests.book.test_moving_parts import asking, document, taken

FALLS = ("Mosul falls by June 2017", "Raqqa falls by 2021")


def waiting(book, today="2018-01-01", within=0):
    return [
        (one.forecast.id, one.waits_for, str(one.due_on), one.days_over, len(one.waiting))
        for one in book.due(d(today), within)
    ]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (asked("Both fall", all_of=FALLS), [(1, "q1", "2017-06-30", 185, 1)]),
        (asked("One falls", any_of=FALLS), [(1, "q1", "2017-06-30", 185, 1)]),
        (asked("C by 2019", given=Condition("A deal", "2017-03-31")),
         [(1, "q2", "2017-03-31", 276, 1)]),
        (asked("C", given=Condition("A deal", "2017-03-31")), [(1, "q2", "2017-03-31", 276, 1)]),
        (asked("C by 2019", given=Condition("A deal", "2018-03-31")), []),
        (asked("C by 2019", given="A deal"), []),
        (asked("C by June 2017", given=Condition("A deal", "2017-03-31")),
         [(1, "q2", "2017-03-31", 276, 2)]),
    ],
)  # fmt: skip
def test_a_part_or_condition_whose_own_day_passed_is_due(book, new, expected):
    """`due`: deadlines that passed without a ruling, naming the part or condition that waits."""
    book.add(new, TODAY)
    assert waiting(book) == expected


def test_an_answer_takes_it_off_the_list(book):
    add(book, "Both fall", all_of=FALLS)
    rule(book, "q1", on="2017-05-01")
    assert waiting(book) == []
    assert waiting(book, "2022-01-01") == [(1, "q2", "2021-12-31", 1, 1)]
    assert book.waiting(1, d("2018-01-01")) is None


def test_what_falls_due_names_the_part_too(book):
    add(book, "Both fall", all_of=FALLS)
    assert waiting(book, "2017-06-30") == []
    assert waiting(book, "2017-06-30", 1) == [(1, "q1", "2017-06-30", 0, 1)]
    assert waiting(book, "2017-06-01", 30) == [(1, "q1", "2017-06-30", -29, 1)]


def test_the_oldest_day_stands_first_whoever_it_belongs_to(book):
    add(book, "A by 2017-09-01")
    add(book, "Both fall", all_of=FALLS)
    add(book, "B by 2017-05-01")
    assert [number for number, *_ in waiting(book)] == [3, 2, 1]


def test_a_part_that_hangs_waits_from_the_day_that_is_known(book):
    hanging = asking("a", until_question={"key": "g", "text": "G"}, until_offset=-1)
    taken(book, document(hanging, asking("b"), deadline="2021-12-31"))
    assert waiting(book) == []
    rule(book, "q2", on="2017-06-10")
    assert waiting(book) == [(1, "q1", "2017-06-09", 206, 1)]


@pytest.mark.parametrize("word", ["void", "vague"])
def test_what_is_void_or_vague_waits_for_nothing(book, word):
    add(book, "Both fall", all_of=FALLS)
    book.answer(1, word, "a forged quote", NewRuling(), TODAY)
    assert waiting(book) == []


def test_scorecards_go_by_the_deadline_of_the_whole(book):
    """Silence is never a miss: the whole is due at its own deadline."""
    add(book, "Both fall", all_of=FALLS)
    assert listed(book).status == "open"


def test_the_page_tells_both_days(book):
    add(book, "Both fall", all_of=FALLS)
    add(book, "C", given=Condition("A deal", "2017-03-31"))
    found = book.due(d("2018-01-01"))
    assert text(found).splitlines()[1:] == [
        "   2  Ann: C",
        "      2017-03-31, 276 days over; the whole: undated",
        "      waits for q4: A deal (no agreed source)",
        "   1  Ann: Both fall",
        "      2017-06-30, 185 days over; the whole: 2021-12-31",
        "      waits for q1: Mosul falls (no agreed source)",
    ]
    first = json.loads(text(found, "json"))[0]
    assert (first["deadline"], first["due_on"]) == (None, "2017-03-31")
    assert first["waiting"][0]["deadline"] == "2017-03-31"
