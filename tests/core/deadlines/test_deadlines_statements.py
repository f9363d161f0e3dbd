"""Days of saying in words (C16): the window in which something was said."""

import datetime as dt

import pytest

from ledger.core.deadlines import Window, read_statement, read_when

WEDNESDAY = dt.date(2022, 6, 15)


def days(window):
    return (window.earliest.isoformat(), window.latest.isoformat())


@pytest.mark.parametrize(
    ("phrase", "earliest", "latest"),
    [
        ("yesterday", "2022-06-14", "2022-06-14"),
        ("on Monday", "2022-06-13", "2022-06-13"),
        ("on Wednesday", "2022-06-15", "2022-06-15"),
        ("on Friday", "2022-06-10", "2022-06-10"),
        ("last week", "2022-06-06", "2022-06-12"),
        ("last month", "2022-05-01", "2022-05-31"),
        ("last year", "2021-01-01", "2021-12-31"),
        ("in March", "2022-03-01", "2022-03-31"),
        ("in December", "2021-12-01", "2021-12-31"),
        ("in March 2016", "2016-03-01", "2016-03-31"),
        ("in the spring", "2022-03-01", "2022-05-31"),
        ("late last year", "2021-09-01", "2021-12-31"),
        ("two weeks ago", "2022-06-01", "2022-06-01"),
        ("three weeks ago", "2022-05-22", "2022-05-28"),
        ("just days ago", "2022-06-08", "2022-06-14"),
        ("around the new year", "2021-12-25", "2022-01-08"),
        ("earlier this month", "2022-06-01", "2022-06-15"),
        ("in a note published on Monday", "2022-06-13", "2022-06-13"),
        ("on 24 October", "2021-10-24", "2021-10-24"),
        ("at this time last year", "2021-06-01", "2021-06-29"),
        ("this time last week", "2022-06-05", "2022-06-11"),
    ],
)
def test_a_day_of_saying_is_a_window_before_the_article(phrase, earliest, latest):
    assert days(read_statement(phrase, WEDNESDAY)) == (earliest, latest)


@pytest.mark.parametrize("phrase", ["this week", "this month", "this year", "over the summer"])
def test_nothing_was_said_after_the_article(phrase):
    assert read_statement(phrase, dt.date(2022, 7, 6)).latest <= dt.date(2022, 7, 6)


@pytest.mark.parametrize("phrase", ["", "banana", "tomorrow", "by 2030", "next week"])
def test_the_future_and_other_words_are_no_day_of_saying(phrase):
    assert read_statement(phrase, WEDNESDAY) is None


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2016-10-31", "2016-10-31", "2016-10-31"),
        ("2016-10", "2016-10-01", "2016-10-31"),
        ("2016", "2016-01-01", "2016-12-31"),
        ("October 2016", "2016-10-01", "2016-10-31"),
        ("2016-10..2016-12", "2016-10-01", "2016-12-31"),
        ("2016-10-03..2016-10-05", "2016-10-03", "2016-10-05"),
        ("3 October 2016", "2016-10-03", "2016-10-03"),
        ("last month", "2022-05-01", "2022-05-31"),
        ("around the new year", "2021-12-25", "2022-01-08"),
    ],
)
def test_made_takes_a_date_a_month_a_year_a_range_or_words(text, earliest, latest):
    assert days(read_when(text, WEDNESDAY)) == (earliest, latest)


def test_a_range_that_ends_before_it_starts_is_not_taken():
    assert read_when("2016-12-01..2016-10-01", WEDNESDAY) != Window(
        dt.date(2016, 12, 1), dt.date(2016, 10, 1)
    )
