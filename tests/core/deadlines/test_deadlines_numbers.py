"""Numbers in words and amounts of several units, where the whole number counts (C2, C3, C13)."""

import datetime as dt

import pytest
from hypothesis import given, strategies as st

from ledger.core.deadlines import Window, find_deadline, read_deadline, read_statement

WEDNESDAY = dt.date(2022, 6, 15)


def after(**units):
    return WEDNESDAY + dt.timedelta(**units)


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("within a hundred days", 100),
        ("within one hundred and eighty days", 180),
        ("within one hundred eighty days", 180),
        ("within one-hundred-and-eighty-five days", 185),
        ("one hundred twenty days", 120),
        ("in two hundred and fifty days", 250),
        ("a hundred and one days", 101),
        ("over the next hundred and twenty days", 120),
        ("another hundred and twenty days", 120),
        ("one hundred and twenty more days", 120),
        ("in a thousand days", 1000),
        ("within one thousand days", 1000),
        ("within one thousand two hundred and fifty days", 1250),
        ("in twelve hundred days", 1200),
        ("in 1.5 thousand days", 1500),
        ("within two hundred-odd days", 200),
        ("in a hundred or so days", 100),
        ("within one hundred and eighty (180) days", 180),
        ("within three dozen days", 36),
        ("in a dozen days", 12),
        ("in a couple hundred days", 200),
        ("in a couple of hundred days", 200),
    ],
)
def test_c2_a_number_in_words_is_read_to_its_end(phrase, days):
    reading = read_deadline(phrase, WEDNESDAY)
    assert reading.deadline == reading.earliest == after(days=days)


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("between one hundred and two hundred days", 200),
        ("between one hundred and one hundred and fifty days", 150),
        ("between a hundred and twenty and a hundred and fifty days", 150),
        ("between fifty and one hundred days", 100),
        ("between a hundred and 120 days", 120),
        ("in two to three hundred days", 300),
        ("within one to two thousand days", 2000),
        ("anywhere between 80 and 100 days", 100),
    ],
)
def test_c3_of_a_range_of_numbers_in_words_the_upper_one_counts(phrase, days):
    assert read_deadline(phrase, WEDNESDAY).deadline == after(days=days)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("within a month and two weeks", "2022-07-29"),
        ("within a year and a day", "2023-06-16"),
        ("18 months and a day", "2023-12-16"),
        ("within four weeks and three days", "2022-07-16"),
        ("within three years and two months", "2025-08-15"),
        ("in one year six months", "2023-12-15"),
        ("within 2 years, 3 months and 5 days", "2024-09-20"),
        ("within a year plus a day", "2023-06-16"),
        ("for another year and two weeks", "2023-06-29"),
        ("over the next year and three months", "2023-09-15"),
        ("six months and two weeks more", "2022-12-29"),
        ("a year and two weeks after 1 July", "2023-07-15"),
        ("a year and two weeks before Christmas 2024", "2023-12-11"),
        ("in a year and a half", "2023-12-15"),
        ("in two and a half years", "2024-12-15"),
        ("in two and a quarter years", "2024-09-15"),
        ("in one and three-quarter years", "2024-03-15"),
        ("for another year and a half", "2023-12-15"),
        ("in a year and a half to two years", "2024-06-15"),
        ("in two and a half to three years", "2025-06-15"),
        ("in a day and a half", "2022-06-17"),  # like 36 hours
        ("in a week and a half", "2022-06-26"),
    ],
)
def test_c2_every_part_of_an_amount_is_counted(phrase, expected):
    """Nothing is left out in silence: "a word that is not understood is not left out"."""
    reading = read_deadline(phrase, WEDNESDAY)
    assert reading.deadline.isoformat() == expected
    sentence = find_deadline(f"The dam fails {phrase}", WEDNESDAY)
    assert sentence is None or sentence.deadline.isoformat() == expected


@pytest.mark.parametrize(
    ("anchor", "phrase", "expected"),
    [
        ("2023-12-31", "within a year and two months", "2025-02-28"),
        ("2024-02-29", "within a year and a month", "2025-03-29"),  # 13 months, clipped once
        ("2024-02-29", "within a year and a day", "2025-03-01"),
    ],
)
def test_c2_months_are_added_at_once_and_days_after_them(anchor, phrase, expected):
    reading = read_deadline(phrase, dt.date.fromisoformat(anchor))
    assert reading.deadline.isoformat() == expected


def test_c14_a_lower_bound_counts_every_part_too():
    reading = read_deadline("at least a year and two weeks away", WEDNESDAY)
    assert (reading.deadline, reading.not_before) == (None, dt.date(2023, 6, 29))


@pytest.mark.parametrize(
    ("phrase", "low", "read", "high"),
    [
        ("within a few hundred days", 300, 600, 1000),
        ("in several hundred days", 300, 800, 1000),
        ("in a few dozen days", 36, 72, 120),
    ],
)
def test_c13_a_few_hundred_are_vague_hundreds(phrase, low, read, high):
    reading = read_deadline(phrase, WEDNESDAY)
    assert reading.vague
    days = (reading.earliest, reading.deadline, reading.latest)
    assert days == tuple(after(days=n) for n in (low, read, high))


def test_c13_an_amount_whose_smaller_part_is_vague_is_vague_from_there():
    reading = read_deadline("within a year and a few weeks", WEDNESDAY)
    assert reading.vague
    assert (reading.earliest, reading.latest) == (dt.date(2023, 7, 6), dt.date(2023, 9, 15))


@pytest.mark.parametrize(
    "phrase",
    ["within hundreds of days", "in thousands of years", "in the first hundred days",
     "in a hundred", "within ninety (60) days"],
)  # fmt: skip
def test_c14_no_number_is_made_of_words_that_give_none(phrase):
    reading = read_deadline(phrase, WEDNESDAY)
    assert reading is None or reading.deadline is None


def test_a_number_that_belongs_to_something_else_is_no_part_of_an_amount():
    """Of two numbers that "and" joins without "between" each has its own unit."""
    reading = find_deadline("The strike ends in one hundred days and two unions sign", WEDNESDAY)
    assert (reading.phrase, reading.deadline) == ("in one hundred days", after(days=100))


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("in a few centuries", "within a few centuries (read as 3)"),
        ("within a quarter of a century", "within a quarter of a century"),
        ("within half an hour", "within half an hour"),
        ("within three quarters of a year", "within three quarters of a year"),
        ("in two and three-quarter years", "within two and three-quarter years"),
        ("within one working day", "within one working day"),
        ("within a year and a day", "within one year and one day"),
        ("within a few hundred days", "within a few hundred days (read as 600)"),
    ],
)
def test_an_amount_is_told_in_words_that_people_use(phrase, words):
    assert read_deadline(phrase, WEDNESDAY).rule == f"{words} of 2022-06-15"


@pytest.mark.parametrize(
    ("phrase", "earliest", "latest"),
    [
        ("one hundred and twenty days ago", "2022-02-15", "2022-02-15"),
        ("a year and two weeks ago", "2021-05-29", "2021-06-04"),
        ("in the past hundred and twenty days", "2022-02-15", "2022-06-15"),
        ("a few hundred days ago", "2019-09-19", "2021-08-19"),
    ],
)
def test_c16_days_of_saying_are_counted_back_by_the_same_numbers(phrase, earliest, latest):
    window = Window(dt.date.fromisoformat(earliest), dt.date.fromisoformat(latest))
    assert read_statement(phrase, WEDNESDAY) == window


ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
TEENS = [*ONES.split(), "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(n, joint):
    """A number below ten thousand in English; an oracle that shares nothing with the rules."""
    if n < 20:
        return TEENS[n - 1]
    if n < 100:
        return TENS[n // 10 - 2] + (f"-{TEENS[n % 10 - 1]}" if n % 10 else "")
    size, name = (1000, "thousand") if n >= 1000 else (100, "hundred")
    rest = n % size
    between = joint if rest < 100 else " "
    return f"{in_words(n // size, joint)} {name}" + (between + in_words(rest, joint)) * bool(rest)


@given(st.integers(2, 9999), st.sampled_from([" and ", " "]))
def test_every_number_is_read_as_people_write_it(n, joint):
    assert read_deadline(f"within {in_words(n, joint)} days", WEDNESDAY).deadline == after(days=n)
