"""Words that no rule reads are asked about: C1 "no other date is read in its place", C14."""

import datetime as dt

import pytest

from ledger.core.deadlines import find_deadline, read_deadline, read_when
from ledger.core.deadlines.unread import near

SPRING = dt.date(2026, 3, 1)

SLIPS = [
    ("by Septmber 2026", "Septmber", "September"),
    ("by 30 Febuary 2026", "Febuary", "February"),
    ("by 5 Sepember 2026", "Sepember", "September"),
    ("by mid-Agust 2026", "Agust", "August"),
    ("by late Octber 2026", "Octber", "October"),
    ("by Jnue 2027", "Jnue", "June"),
    ("in Aplir 2027", "Aplir", "April"),
    ("within six mounths", "mounths", "months"),
    ("by the end of the yaer", "yaer", "year"),
    ("next sumer", "sumer", "summer"),
    ("by next Wendesday", "Wendesday", "Wednesday"),
    ("befor June 2026", "befor", "before"),
    ("untill June 2026", "untill", "until"),
]


@pytest.mark.parametrize(("phrase", "word", "meant"), SLIPS)
def test_c1_a_misspelt_date_is_no_other_date(phrase, word, meant):
    problem = f'"{word}" is not understood (did you mean {meant}?)'
    reading = read_deadline(phrase, SPRING)
    assert (reading.deadline, reading.problem) == (None, problem)
    claim = find_deadline("Prices drop " + phrase, SPRING)
    assert (claim.deadline, claim.problem) == (None, problem)


@pytest.mark.parametrize(
    ("phrase", "word"),
    [
        ("by the summer Olympics", "Olympics"),
        ("by 2026 in Paris", "Paris"),
        ("by 5 2026", "5"),
        ("within -3 days", "-3"),
    ],
)
def test_c1_a_date_with_words_that_are_not_understood_is_asked_about(phrase, word):
    assert read_deadline(phrase, SPRING).problem == f'"{word}" is not understood'


@pytest.mark.parametrize(
    ("phrase", "note"),
    [
        ("by the World Cup 2026", 'if "2026" is meant, write only that'),
        ("by the World Cup in 2026", 'if "in 2026" is meant, write only that'),
        ("by the election in November 2026", 'if "in November 2026" is meant, write only that'),
        ("before the 2026 election", ""),
    ],
)
def test_c14_no_date_is_invented_for_an_event_with_a_year(phrase, note):
    reading = read_deadline(phrase, SPRING)
    assert (reading.deadline, reading.precision, reading.note) == (None, "event", note)


@pytest.mark.parametrize(
    ("claim", "phrase"),
    [
        ("It opens by the World Cup 2026", "by the World Cup 2026"),
        ("The bridge opens before the Expo 2026", "before the Expo 2026"),
    ],
)
def test_c14_in_a_claim_the_year_of_an_event_is_not_its_deadline(claim, phrase):
    reading = find_deadline(claim, SPRING)
    assert (reading.phrase, reading.deadline) == (phrase, None)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("it will be ready by June 2026", "2026-06-30"),
        ("2026, says the ministry", "2026-12-31"),
        ("31 December 2026 (treaty)", "2026-12-31"),
        ("5 May 2026, 17:00 CET", "2026-05-05"),
        ("by 5pm on 5 May 2026", "2026-05-05"),
        ("hopefully sometime in 2027", "2027-12-31"),
        ("deadline: 2027", "2027-12-31"),
    ],
)
def test_words_that_do_not_change_a_date_may_stand_beside_it(phrase, expected):
    assert str(read_deadline(phrase, SPRING).deadline) == expected


@pytest.mark.parametrize(
    "claim",
    [
        "The winner takes office", "Marco wins the match", "The jury decides in 2027",
        "Prices fall by half 2027", "The quartet plays in March", "Though late, it opens in May",
        "The summit ends in Augusta", "He sings on Sundays until May",
    ],
)  # fmt: skip
def test_words_that_resemble_a_word_of_time_are_no_slips(claim):
    reading = find_deadline(claim, SPRING)
    assert reading is None or (reading.deadline and not reading.problem)


@pytest.mark.parametrize("word", ["june", "march", "match", "mondays", "bear", "weak", "jury", ""])
def test_a_word_that_is_one_is_not_taken_for_another(word):
    assert near(word) == ""


@pytest.mark.parametrize(
    "text", ["5 Septmber 2025", "last Octber", "last sumer", "5 banana 2025", "on 30 Febuary 2025"]
)
def test_c16_no_part_of_a_misspelt_day_of_saying_is_taken_for_the_whole(text):
    assert read_when(text, SPRING) is None


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("5 September 2025", "2025-09-05"),
        ("told Reuters on 5 September 2025", "2025-09-05"),
        ("last summer", "2025-08-31"),
        ("2025-10..2025-12", "2025-12-31"),
        ("three weeks ago", "2026-02-11"),
    ],
)
def test_c16_days_of_saying_are_read_among_other_words(text, latest):
    assert str(read_when(text, SPRING).latest) == latest


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("2027-01-05T00:00:00", "2027-01-05"),
        ("2027-01-05T23:59:59Z", "2027-01-05"),
        ("by 2027-01-05T12:30:00.123+02:00", "2027-01-05"),
        ("2027-01-05 17:00", "2027-01-05"),
        ("Tue, 05 Jan 2027 00:00:00 GMT", "2027-01-05"),
        ("2027-Q1", "2027-03-31"),
    ],
)
def test_c1_a_day_that_a_machine_wrote_is_that_day(phrase, day):
    assert read_deadline(phrase, SPRING).deadline == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    "text", ["2017-02-08 10:05:07", "2017-02-08T10:05", " 2017-02-08 10:05Z", "2017-02-08 00:00:00"]
)
def test_c1_a_day_of_saying_that_a_machine_wrote_is_that_day(text):
    assert str(read_when(text, SPRING)) == str(read_when("2017-02-08", SPRING))


@pytest.mark.parametrize("phrase", ["5-Jan-27", "2027-W01-1", "2027-005", "2027-01-05T"])
def test_c1_what_a_machine_wrote_otherwise_is_no_other_day(phrase):
    assert read_deadline(phrase, SPRING).deadline is None
