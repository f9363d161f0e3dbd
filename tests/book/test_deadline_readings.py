"""How a deadline was read is kept and shown, with what else the words could mean."""

import json

import pytest

from ledger.book import NewCitation, NewForecast
from ledger.formats.showing import showing
from tests.book.builders import TODAY, add, asked, shown


def test_the_rule_and_the_other_reading_are_kept(book):
    add(book, "Peace by 2020")
    found = shown(book)
    assert found.deadline_rule
    assert found.deadline_note.startswith("can also be read")
    assert found.deadline_note in " ".join(showing(found).split())


def test_a_plain_day_needs_no_rule(book):
    add(book, "Peace", deadline="2017-08-08")
    assert (shown(book).deadline_rule, shown(book).deadline_note) == (None, None)


def test_a_new_deadline_brings_its_own_reading(book):
    add(book, "Peace by 2020")
    book.amend(1, NewForecast(deadline="2019-08-08"), "misread", TODAY)
    assert shown(book).deadline_rule is None


def test_where_it_was_taken_back_is_shown(book):
    add(book)
    book.retract(1, "2017-03-01", TODAY, NewCitation("Le Monde", "Regrets"))
    where = shown(book).retracted_in
    assert (where.source, where.title) == ("Le Monde", "Regrets")
    assert "in Le Monde, Regrets" in showing(shown(book))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ()),
        ({"accepts": {"at_least": "4", "unit": "%"}}, ("accepts at least 4 %",)),
        ({"accepts": {"option": ("A",), "options": "A,B"}}, ("accepts A",)),
        ({"accepts": {"quantiles": ("0.5=4",)}}, ("takes no side: 50 % up to 4",)),
        (
            {"given": "Rain by 2017-03-01"},
            ("q1: Peace, accepts by 2017-08-08", "if q2: Rain, accepts by 2017-03-01"),
        ),
        (
            {"all_of": ("A", "B")},
            ("q1: A, accepts by 2017-08-08", "and q2: B, accepts by 2017-08-08"),
        ),
        (
            {"any_of": ("A", "B"), "given": "Rain"},
            (
                "q1: A, accepts by 2017-08-08",
                "or q2: B, accepts by 2017-08-08",
                "if q3: Rain, accepts by 2017-08-08",
            ),
        ),
        (
            {"any_of": ("A", "B"), "negated": True},
            ("q1: A, accepts not by 2017-08-08", "and q2: B, accepts not by 2017-08-08"),
        ),
    ],
)
def test_the_reply_says_what_is_accepted(book, fields, expected):
    added = book.add(asked("Peace", deadline="2017-08-08", **fields), TODAY)
    assert added.accepts == expected


def test_a_cell_of_a_table_holds_json_on_one_line(book):
    add(book)
    rows = showing(shown(book), "csv").splitlines()
    parts = next(row for row in rows if row.startswith("parts,"))
    assert json.loads(parts.removeprefix('parts,"').removesuffix('"').replace('""', '"'))


@pytest.mark.parametrize(
    "claim",
    [
        "Talks after the ceasefire fail",
        "Pressure on his ministers to resign grows",
        "Arrests following the riots exceed 500",
        "War ends before he leaves office",
        "Russia attacks soon",
    ],
)
def test_where_no_deadline_was_taken_the_whole_claim_is_asked(book, claim):
    """The question's text is "the claim without its deadline": without one it stays whole."""
    add(book, claim)
    assert shown(book).parts[0].text == claim
    assert shown(book).forecast.deadline is None


def test_the_first_day_of_a_range_is_told_and_counts_where_after_says_so(book):
    """C3: of "between 2018 and 2020" only the last day is a deadline."""
    told = "earlier than 2018-01-01 counts too; write --after 2017-12-31 if it should not"
    assert told in add(book, "Raqqa falls between 2018 and 2020").notes
    added = add(book, "Raqqa falls between 2018 and 2020", after="2017-12-31")
    assert told not in added.notes
