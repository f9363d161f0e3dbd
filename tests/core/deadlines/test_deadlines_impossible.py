"""A date that is meant and is none is not read as another one: the reading says what is wrong."""

import datetime as dt

import pytest

from ledger.core.deadlines import (
    find_deadline,
    find_deadlines,
    read_deadline,
    read_statement,
    read_when,
)

WEDNESDAY = dt.date(2022, 6, 15)

IMPOSSIBLE = [
    ("by 31 June 2023", "there is no 31 June 2023"),
    ("by June 31st", "there is no 31 June"),
    ("by the 31st of April", "there is no 31 April"),
    ("before 30 February", "there is no 30 February"),
    ("by February 29, 2023", "there is no 29 February 2023"),
    ("by 32 June", "there is no 32 June"),
    ("by 2023-02-30", "there is no 30 February 2023"),
    ("by 2023-13-01", "there is no month 13"),
    ("by 2023-13", "there is no month 13"),
    ("by 2023/02/30", "there is no 30 February 2023"),
    ("by 31/02/2023", "there is no 31 February 2023"),
    ("by 4/31/2023", "there is no 31 April 2023"),
    ("by 3/4/2023", "3/4/2023 can be 3 April or 4 March: write 2023-04-03"),
    ("by 3-4-2023", "3-4-2023 can be 3 April or 4 March: write 2023-04-03"),
    ("by 3/4/23", "3/4/23 can be 3 April or 4 March: write 2023-04-03"),
    ("within 9000 years", "9000 years end after the year 9999"),
    ("within 99999999999 years", "99,999,999,999 years end after the year 9999"),
    ("in the next ten million years", "10,000,000 years end after the year 9999"),
    ("by the year 12000", "the year 12000 is beyond the calendar, which ends with 9999"),
]


@pytest.mark.parametrize(("phrase", "problem"), IMPOSSIBLE)
def test_an_impossible_or_ambiguous_date_is_no_date_and_says_why(phrase, problem):
    reading = read_deadline(phrase, WEDNESDAY)
    assert (reading.deadline, reading.precision, reading.problem) == (None, "none", problem)


@pytest.mark.parametrize(
    "text", ["Mosul falls by 31 June 2023", "Mosul falls by 3/4/2023", "It ends in 9000 years"]
)
def test_in_a_claim_the_whole_impossible_date_is_found(text):
    reading = find_deadline(text, WEDNESDAY)
    assert reading.problem
    assert text.endswith(reading.phrase)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("by 13/4/2023", "2023-04-13"),
        ("by 4/13/2023", "2023-04-13"),
        ("by 3/3/2023", "2023-03-03"),
        ("by 13-4-2023", "2023-04-13"),
        ("by 3.4.2023", "2023-04-03"),
        ("by 13/4/23", "2023-04-13"),
        ("by 29 February", "2024-02-29"),
        ("by 2026-27", "2027-12-31"),
        ("by 2023/06/30", "2023-06-30"),
        ("by 2023-6-3", "2023-06-03"),
        ("by 3500", "3500-12-31"),
    ],
)
def test_a_date_that_can_be_one_day_only_is_read(phrase, expected):
    reading = read_deadline(phrase, WEDNESDAY)
    assert (str(reading.deadline), reading.problem) == (expected, "")


@pytest.mark.parametrize(
    "text",
    ["In June 31 people died", "May 40 ships sail", "The universe is 13 billion years old",
     "They won 3-1-2 on points", "Call 12-34-5678", "Odds of 3/4 were cut to 5/1 by 2024"],
)  # fmt: skip
def test_numbers_of_other_things_are_no_impossible_dates(text):
    assert not any(reading.problem for reading in find_deadlines(text, WEDNESDAY))
    found = find_deadline(text, WEDNESDAY)
    assert found is None or not found.problem


@pytest.mark.parametrize("phrase", ["31 June 2021", "on 30 February", "3/4/2021", "2021-02-30"])
def test_no_part_of_an_impossible_day_of_saying_is_taken_for_another(phrase):
    assert read_statement(phrase, WEDNESDAY) is None
    assert read_when(phrase, WEDNESDAY) is None
