"""The conventions C1-C17 for deadlines in words, a table of phrases for each."""

import datetime as dt

import pytest

from ledger.core.deadlines import (
    Calendar,
    Window,
    find_deadline,
    find_deadlines,
    read_deadline,
    without,
)

WEDNESDAY = dt.date(2022, 6, 15)


def read(phrase, anchor=WEDNESDAY, calendar=None):
    reading = read_deadline(phrase, anchor, calendar or Calendar())
    assert reading is not None, f"{phrase!r} is not recognised"
    return reading


def deadline(phrase, anchor=WEDNESDAY, calendar=None):
    found = read(phrase, anchor, calendar).deadline
    return found.isoformat() if found else None


CONVENTIONS = [
    ("C1", "by the end of 2024", "2024-12-31"),
    ("C1", "by year-end", "2022-12-31"),
    ("C1", "by 2024-06-30", "2024-06-30"),
    ("C2", "within six months", "2022-12-15"),
    ("C2", "another two weeks", "2022-06-29"),
    ("C2", "in less than a year", "2023-06-15"),
    ("C2", "within 72 hours", "2022-06-18"),
    ("C2", "in a year and a half", "2023-12-15"),
    ("C2", "within ten working days", "2022-06-29"),
    ("C3", "in 18 to 24 months", "2024-06-15"),
    ("C3", "in July or August", "2022-08-31"),
    ("C3", "in late 2023 or early 2024", "2024-03-31"),
    ("C4", "by 2030", "2030-12-31"),
    ("C4", "in September", "2022-09-30"),
    ("C4", "by the summer", "2022-08-31"),
    ("C5", "before 2030", "2029-12-31"),
    ("C5", "before Christmas", "2022-12-24"),
    ("C5", "before the end of the month", "2022-06-30"),
    ("C5", "until 2027", "2026-12-31"),
    ("C5", "until the end of 2027", "2027-12-31"),
    ("C6", "by June", "2022-06-30"),
    ("C6", "by May", "2023-05-31"),
    ("C6", "by Wednesday", "2022-06-22"),
    ("C7", "next spring", "2023-05-31"),
    ("C7", "next summer", "2023-08-31"),
    ("C7", "by winter", "2023-02-28"),
    ("C8", "early August", "2022-08-10"),
    ("C8", "by mid-August", "2022-08-20"),
    ("C8", "late August", "2022-08-31"),
    ("C8", "in the first half of August", "2022-08-15"),
    ("C8", "in the third week of August", "2022-08-21"),
    ("C9", "in early 2024", "2024-03-31"),
    ("C9", "by mid-2024", "2024-07-31"),
    ("C9", "late next year", "2023-12-31"),
    ("C9", "by the start of 2024", "2024-01-31"),
    ("C10", "early next week", "2022-06-22"),
    ("C10", "by the middle of next week", "2022-06-23"),
    ("C10", "by the weekend", "2022-06-19"),
    ("C10", "over the next week", "2022-06-22"),
    ("C11", "this decade", "2029-12-31"),
    ("C11", "by the mid-2030s", "2036-12-31"),
    ("C11", "over the next decade", "2032-06-15"),
    ("C11", "by mid-century", "2050-12-31"),
    ("C11", "by the end of the century", "2100-12-31"),
    ("C12", "in the third quarter", "2022-09-30"),
    ("C12", "over the next two quarters", "2022-12-31"),
    ("C12", "in H1 2023", "2023-06-30"),
    ("C13", "in the coming weeks", "2022-07-27"),
    ("C13", "within several months", "2023-03-15"),
    ("C13", "in a couple of weeks", "2022-06-29"),
    ("C14", "soon", None),
    ("C14", "in our lifetime", None),
    ("C14", "for years to come", None),
    ("C14", "by the time the siege ends", None),
    ("C14", "six months after the withdrawal", None),
    ("C14", "before the next election", None),
    ("C14", "weeks of fierce battles", None),
    ("C14", "not until September at the earliest", None),
    ("C15", "for two more years", "2024-06-15"),
    ("C15", "through 2025", "2025-12-31"),
    ("C15", "for the rest of the year", "2022-12-31"),
    ("C17", "within the year", "2022-12-31"),
    ("C17", "by next year", "2023-12-31"),
]


@pytest.mark.parametrize(("convention", "phrase", "expected"), CONVENTIONS)
def test_each_convention_gives_the_last_day_on_time(convention, phrase, expected):
    assert deadline(phrase) == expected, f"{convention}: {phrase}"


@pytest.mark.parametrize(
    ("anchor", "phrase", "expected"),
    [
        ("2023-01-31", "in one month", "2023-02-28"),
        ("2023-08-31", "in a month", "2023-09-30"),
        ("2023-11-30", "in three months", "2024-02-29"),
        ("2024-02-29", "within a year", "2025-02-28"),
        ("2020-02-29", "in four years", "2024-02-29"),
    ],
)
def test_c2_calendar_arithmetic_clips_the_end_of_a_month(anchor, phrase, expected):
    assert deadline(phrase, dt.date.fromisoformat(anchor)) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("by Easter 2024", "2024-03-31"),
        ("by Orthodox Easter 2024", "2024-05-05"),
        ("by Good Friday", "2023-04-07"),
        ("by Thanksgiving", "2022-11-24"),
        ("by Memorial Day", "2023-05-29"),
        ("by Labor Day", "2022-09-05"),
        ("by Black Friday", "2022-11-25"),
        ("before Lunar New Year", "2023-01-21"),
        ("by Chinese New Year 2020", "2020-01-25"),
        ("by New Year's Eve", "2022-12-31"),
    ],
)
def test_c6_a_movable_holiday_falls_on_its_day_of_that_year(phrase, expected):
    # The days are those of public calendars of these years.
    assert deadline(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "not_before"),
    [
        ("no earlier than 2026", "2026-01-01"),
        ("not before the spring of 2024", "2024-03-01"),
        ("after 2030", "2031-01-01"),
        ("as early as next month", "2022-07-01"),
        ("at least two years away", "2024-06-15"),
        ("in 2027 at the earliest", "2027-01-01"),
        ("not for another three years", "2025-06-15"),
        ("from next April", "2023-04-01"),
    ],
)
def test_c14_a_lower_bound_is_kept_and_no_date_is_invented(phrase, not_before):
    reading = read(phrase)
    assert reading.deadline is None
    assert reading.not_before == dt.date.fromisoformat(not_before)


@pytest.mark.parametrize(
    ("phrase", "precision"),
    [("soon", "none"), ("before he leaves office", "event"), ("in the coming weeks", "vague")],
)
def test_what_is_not_crisp_says_so(phrase, precision):
    reading = read(phrase)
    assert (reading.precision, reading.vague) == (precision, True)


def test_c13_vague_amounts_have_a_window_from_three_units_to_the_next_larger_unit():
    reading = read("in a few weeks")
    assert (reading.earliest, reading.latest) == (dt.date(2022, 7, 6), dt.date(2022, 9, 15))


def test_other_readings_of_crisp_words_are_noted_and_not_stored_as_a_window():
    reading = read("by 2030")
    assert reading.earliest == reading.latest == reading.deadline
    assert "2029-12-31" in reading.note


@pytest.mark.parametrize(
    ("phrase", "on_day"),
    [
        ("on 21 May 2023", True),
        ("21 May 2023", True),
        ("by 21 May 2023", False),
        ("before 21 May 2023", False),
        ("in May 2023", False),
        ("on Saturday", True),
    ],
)
def test_a_day_that_is_named_as_the_day_is_told_from_a_limit(phrase, on_day):
    assert read(phrase).on_day is on_day


def test_the_rule_says_in_words_how_the_day_was_found():
    assert read("within six months").rule == "within six months of 2022-06-15"
    assert read("within 60 days").rule == "within 60 days of 2022-06-15"
    assert read("in two or three years").rule == "within two to three years of 2022-06-15"
    assert read("by March").rule == "the last day of March 2023"


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("in early 2024", "early 2024"),
        ("early next week", "the early part of the week of 2022-06-20"),
        ("by the mid-2030s", "the middle of the 2030s"),
        ("late this century", "the late part of the century 2001-2100"),
    ],
)
def test_the_part_of_a_period_is_told_in_words_that_people_use(phrase, words):
    assert read(phrase).rule == f"the last day of {words}"


class TestSettings:
    def test_the_hemisphere_turns_the_seasons(self):
        southern = Calendar(southern=True)
        assert deadline("by the end of the summer", calendar=southern) == "2023-02-28"
        assert deadline("next spring", calendar=southern) == "2022-11-30"
        assert deadline("this winter", calendar=southern) == "2022-08-31"

    @pytest.mark.parametrize(
        ("phrase", "year_end", "expected"),
        [
            ("this fiscal year", (3, 31), "2023-03-31"),
            ("next fiscal year", (9, 30), "2023-09-30"),
            ("by the end of fiscal 2024", (9, 30), "2024-09-30"),
            ("in FY2025-26", (3, 31), "2026-03-31"),
            ("in H2 FY25", (9, 30), "2025-09-30"),
            ("in the first quarter of fiscal 2024", (9, 30), "2023-12-31"),
            ("in the 2023-24 financial year", (6, 30), "2024-06-30"),
        ],
    )
    def test_c12_a_fiscal_year_ends_where_the_book_says(self, phrase, year_end, expected):
        calendar = Calendar(fiscal_year_end=year_end)
        reading = read(phrase, calendar=calendar)
        assert (reading.deadline.isoformat(), reading.vague) == (expected, False)

    def test_c12_without_a_year_end_a_fiscal_year_is_vague(self):
        reading = read("this fiscal year")
        assert (reading.deadline, reading.vague) == (dt.date(2022, 12, 31), True)
        assert reading.earliest < reading.deadline < reading.latest


class TestFuzzyAnchor:
    AROUND_NEW_YEAR = Window(dt.date(2016, 12, 25), dt.date(2017, 1, 8))

    def test_c16_a_counted_deadline_is_a_window_that_ends_with_the_latest_anchor(self):
        reading = read("three more months", self.AROUND_NEW_YEAR)
        assert reading.deadline == reading.latest == dt.date(2017, 4, 8)
        assert reading.earliest == dt.date(2017, 3, 25)

    def test_c16_a_named_deadline_stays_crisp(self):
        reading = read("by the end of 2017", self.AROUND_NEW_YEAR)
        assert reading.earliest == reading.latest == dt.date(2017, 12, 31)

    def test_a_counted_deadline_in_a_sentence_is_a_window_too(self):
        reading = find_deadline("Mosul is retaken within three months", self.AROUND_NEW_YEAR)
        assert (reading.earliest, reading.latest) == (dt.date(2017, 3, 25), dt.date(2017, 4, 8))


class TestFinding:
    @pytest.mark.parametrize(
        ("text", "phrases"),
        [
            ("He said on Monday it would be over by the end of next year.",
             ["on Monday", "by the end of next year"]),
            ("By 2030 the ice will be gone; a port could open within a decade.",
             ["By 2030", "within a decade"]),
            ("The city, captured in 2014, will fall in the coming weeks.", ["in the coming weeks"]),
            ("Last month they hoped to finish soon.", ["soon"]),
            ("Three weeks ago the bank, founded in 1998, cut its forecast.", []),
            ("It sees first-quarter revenue of $3.6bn.", ["first-quarter"]),
            ("The minister may march to the fall of the city.", []),
            ("The army will leave once the ground thaws, by April at the latest.",
             ["once the ground thaws", "by April at the latest"]),
            ("Over 2020 people, more than 12 per cent, lost 2000 dollars.", []),
        ],
    )  # fmt: skip
    def test_every_time_expression_that_can_be_a_deadline_is_found(self, text, phrases):
        assert [r.phrase for r in find_deadlines(text, WEDNESDAY)] == phrases

    def test_spans_are_the_words_themselves(self):
        text = "“Mosul’s fall – perhaps within six months – is near,” he said on Monday."
        for reading in find_deadlines(text, WEDNESDAY):
            start, end = reading.span
            assert text[start:end] == reading.phrase

    @pytest.mark.parametrize(
        ("claim", "phrase"),
        [
            ("Mosul and Raqqa retaken within six months", "within six months"),
            ("In March he said the war would end by Christmas", "by Christmas"),
            ("Raqqa retaken, six months", "six months"),
            ("The ice is gone by 2031, said Dr Feld on Monday", "by 2031"),
            ("Rates will be cut next year", "next year"),
            ("He will run as soon as next week, aides said on Friday", "as soon as next week"),
        ],
    )
    def test_the_deadline_of_a_claim_is_its_surest_words(self, claim, phrase):
        assert find_deadline(claim, WEDNESDAY).phrase == phrase

    @pytest.mark.parametrize("claim", ["Raqqa falls", "Theresa May resigns", "They march on"])
    def test_words_that_are_something_else_are_no_deadline(self, claim):
        assert find_deadline(claim, WEDNESDAY) is None

    @pytest.mark.parametrize(
        ("sentence", "expected"),
        [
            ("The bridge will not open before 2025.", "2024-12-31"),
            ("The bridge will not open until 2027 at the earliest.", "2026-12-31"),
            ("We don't see a cut before September.", "2022-08-31"),
            ("A cure is unlikely until after 2030.", "2030-12-31"),
            ("Prices won't fall before the end of 2023 at the earliest.", "2023-12-31"),
            ("The defenders will hold out beyond the summer.", "2022-08-31"),
            ("The war will last well beyond the summer.", "2022-08-31"),
        ],
    )
    def test_c15_a_negated_lower_bound_is_the_last_day_of_the_state(self, sentence, expected):
        assert find_deadline(sentence, WEDNESDAY).deadline.isoformat() == expected

    def test_c15_an_affirmative_lower_bound_stays_without_date(self):
        reading = find_deadline("The bridge will open no earlier than 2025.", WEDNESDAY)
        assert (reading.deadline, reading.not_before) == (None, dt.date(2025, 1, 1))


@pytest.mark.parametrize(
    ("claim", "rest"),
    [
        ("Mosul and Raqqa retaken within six months", "Mosul and Raqqa retaken"),
        ("By 2030, the ice will be gone", "The ice will be gone"),
        ("The war is over, by the end of 2024.", "The war is over."),
        ("Rates fall within a year to 2 per cent", "Rates fall to 2 per cent"),
        ("Bitcoin hits 100k by the end of 2027, Lee says", "Bitcoin hits 100k, Lee says"),
        ("Russia, by the end of 2027, invades", "Russia invades"),
        ("War ends by 2027; peace holds", "War ends; peace holds"),
    ],
)
def test_a_claim_without_its_deadline_is_tidy(claim, rest):
    assert without(claim, find_deadline(claim, WEDNESDAY)) == rest


@pytest.mark.parametrize(
    "claim",
    [
        "The ceasefire lasts less than a week",
        "The strike lasts at least three weeks",
        "The inquiry takes six months",
        "Euro 2028 is held in Britain",
        "Spain wins Euro 2028",
        "The mission launches in Q2/Q3 2027",
    ],
)
def test_words_of_time_that_say_what_else_is_claimed_stay_in_a_claim(claim):
    """The question's text is "the claim without its deadline", and without no other word."""
    reading = find_deadline(claim, WEDNESDAY)
    assert reading is not None
    assert without(claim, reading) == claim


@pytest.mark.parametrize(
    ("phrase", "first"),
    [
        ("between 2025 and 2030", "2025-01-01"),
        ("2023-10..2023-12", "2023-10-01"),
        ("between 1 July and 30 September", "2022-07-01"),
        ("between December and March", "2022-12-01"),
        ("between now and 2030", "None"),
        ("between May and July 2030", "None"),  # of which year, the rules do not know
    ],
)
def test_c3_a_range_takes_the_upper_bound_and_keeps_the_lower_one(phrase, first):
    """C3 "ranges take the upper bound"; the lower one is `not_before`, as of other bounds (C14)."""
    assert str(read_deadline(phrase, WEDNESDAY).not_before) == first


@pytest.mark.parametrize("phrase", ["", "   ", "?!", "banana", "the very best of luck"])
def test_words_without_time_are_not_recognised(phrase):
    assert read_deadline(phrase, WEDNESDAY) is None


@pytest.mark.parametrize(
    "phrase", ["by 31/02/2023", "by 30 February 2023", "within 99999 years", "by 3/4/2023"]
)
def test_a_day_that_no_calendar_has_is_never_made_up(phrase):
    reading = read_deadline(phrase, WEDNESDAY)
    assert reading is None or reading.deadline is None or reading.deadline.year <= 2023
