"""Time expressions in sentences: what is one, what only looks like one, and where it ends."""

import datetime as dt

import pytest

from ledger.core.deadlines import find_deadline, find_deadlines, read_deadline, without

WEDNESDAY = dt.date(2022, 6, 15)


def phrases(text):
    return [reading.phrase for reading in find_deadlines(text, WEDNESDAY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mosul is close to victory", []),
        ("Prices close higher", []),
        ("Shares close on Friday above 100", ["on Friday"]),
        ("The talks come to a close on Monday", ["on Monday"]),
        ("The shares will close Monday at a high", ["Monday"]),
        ("They fight at close quarters until May", ["until May"]),
        ("Shares are above 100 by close on Friday", ["by close on Friday"]),
        ("It is done by the close of business", ["by the close of business"]),
        ("It is done by close of play Thursday", ["by close of play Thursday"]),
    ],
)
def test_close_is_a_time_only_as_the_close_of_a_market_or_a_day(text, expected):
    assert phrases(text) == expected
    assert find_deadline(text, WEDNESDAY) is not None or not expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tuesday will bring rain", ["Tuesday"]),
        ("Monday and Tuesday look very warm", ["Monday and Tuesday"]),
        ("The storm will hit Sunday", ["Sunday"]),
        ("He is to resign Tuesday, aides said", ["Tuesday"]),
        ("Either Saturday or Sunday will be wet", ["Either Saturday or Sunday"]),
        ("He said Tuesday that rates would rise", []),
        ("Tuesday's vote will be close", []),
        ("Sheffield Wednesday will be relegated", []),
        ("The Sunday Times will publish the list", []),
    ],
)
def test_a_weekday_without_a_preposition_is_a_day_where_a_verb_asks_for_one(text, expected):
    assert phrases(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The government will not see out the year", ["the year"]),
        ("The regime will survive the winter", ["the winter"]),
        ("The truce won't last the month", ["the month"]),
        ("It will take up to a fortnight to clear", ["up to a fortnight"]),
        ("It would take six months to finish", []),
        ('He might be back in "five, maybe six weeks"', ["five, maybe six weeks"]),
        ("Sales will double over its two-year horizon", ["over its two-year horizon"]),
        ("Flights will be few over the coming weekend", ["over the coming weekend"]),
        ("Rain is likely by the weekend of July 23", ["by the weekend of July 23"]),
    ],
)
def test_the_words_beside_it_show_that_a_period_is_a_deadline(text, expected):
    assert phrases(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It will be free of ice in summer as soon as 2035", ["as soon as 2035"]),
        ("It will be free of ice in the summer", ["in the summer"]),
        ("They cut the need for winter imports by half", []),
        ("They plan for winter", ["for winter"]),
        ("Rates will fall 2 points", []),
        ("Rates will fall in fall", ["in fall"]),
        ("They pay an extra 420 crowns a month from September", ["from September"]),
        ("It will cost $40 a week in 2024", ["in 2024"]),
        ("He trains three times a week until August", ["until August"]),
        ("They finish within a month", ["within a month"]),
    ],
)
def test_seasons_of_other_years_and_rates_are_no_deadlines(text, expected):
    assert phrases(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The odds of it before the end of the month from 5/1 to 6/4 were cut",
         ["before the end of the month"]),
        ("It will fall by the end of the year to 6 per cent", ["by the end of the year"]),
        ("Profit falls in the year to March", ["in the year to March"]),
        ("It peaks in the third quarter, before easing to 3% by the end of 2023",
         ["in the third quarter", "by the end of 2023"]),
        ("It drags on until autumn", ["until autumn"]),
        ("The launch is pencilled in for Q4", ["for Q4"]),
        ("They open in Sept. Then they close", ["in Sept"]),
        ("By Nov. the launch is over", ["By Nov."]),
    ],
)  # fmt: skip
def test_a_span_ends_where_the_time_ends(text, expected):
    assert phrases(text) == expected


def test_a_past_clause_is_no_event_to_wait_for():
    assert phrases("When the concrete was poured in 2008, they promised power") == []
    assert phrases("Until the merger was completed last year they were rivals") == []
    assert phrases("Once a year he predicts rain") == []
    assert phrases("When the dam is full, they have power") == ["When the dam is full"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is due in July and will be out by the end of that month", "2022-07-31"),
        ("He starts on 3 August 2022 and finishes by the end of that month", "2022-08-31"),
        ("Growth slows in 2023 and rates will fall by the end of that year", "2023-12-31"),
        ("It should be out by the end of that month", "None"),
    ],
)
def test_that_month_is_the_one_named_before_or_an_event(text, expected):
    reading = find_deadlines(text, WEDNESDAY)[-1]
    assert reading.phrase.endswith(("that month", "that year"))
    assert str(reading.deadline) == expected


@pytest.mark.parametrize(
    ("phrase", "earliest", "latest"),
    [
        ("around the new year", "2022-12-25", "2023-01-08"),
        ("around Christmas", "2022-12-18", "2023-01-01"),
        ("some time around Christmas", "2022-12-18", "2023-01-01"),
        ("about mid-May", "2023-05-09", "2023-05-22"),
        ("some time around September", "2022-08-25", "2022-10-07"),
    ],
)
def test_c13_around_a_day_or_a_month_is_a_window(phrase, earliest, latest):
    reading = read_deadline(phrase, WEDNESDAY)
    assert (str(reading.earliest), str(reading.latest)) == (earliest, latest)
    assert reading.deadline == reading.latest
    assert reading.vague


@pytest.mark.parametrize("phrase", ["around 2030", "around the end of next year", "about a year"])
def test_around_a_long_period_changes_nothing(phrase):
    assert not read_deadline(phrase, WEDNESDAY).vague


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("by St Nicholas' Day", "2022-12-06"),
        ("by St. Nicholas's Day", "2022-12-06"),
        ("by Saint Patrick's Day", "2023-03-17"),
        ("before St Valentine's Day", "2023-02-13"),
        ("by the feast of St Stephen", "2022-12-26"),
        ("by Bonfire Night", "2022-11-05"),
        ("by Michaelmas", "2022-09-29"),
        ("by St Oswin's Day", "None"),
    ],
)
def test_c6_the_days_of_saints_are_known_however_they_are_written(phrase, expected):
    assert str(find_deadline(f"It ends {phrase}", WEDNESDAY).deadline) == expected


def test_a_bare_time_word_before_a_noun_is_no_deadline_of_a_claim():
    assert find_deadline("Two-year yields fall below 3%", WEDNESDAY) is None
    claim = "Raqqa retaken, six months"
    assert without(claim, find_deadline(claim, WEDNESDAY)) == "Raqqa retaken"


@pytest.mark.parametrize(
    ("claim", "rest"),
    [
        ('"By the end of the year", he said', "he said"),
        ('He might be back in training in "five, maybe six weeks"', "He might be back in training"),
        ('It will be ready by "early summer"', "It will be ready"),
    ],
)
def test_no_empty_quotation_is_left_of_a_claim(claim, rest):
    assert without(claim, find_deadline(claim, WEDNESDAY)) == rest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is a desert by the year 3000", "3000-12-31"),
        ("Mars has a city by 2300", "2300-12-31"),
        ("It is over by this time tomorrow", "2022-06-16"),
        ("Same time next year they meet", "2023-06-15"),
        ("We are rich by this point next year", "2023-06-15"),
    ],
)
def test_c2_far_years_and_this_time_next_year(text, expected):
    assert str(find_deadline(text, WEDNESDAY).deadline) == expected


@pytest.mark.parametrize(
    ("phrase", "expected", "on_day"),
    [
        ("on 5-9 July", "2022-07-09", False),
        ("July 5-9", "2022-07-09", False),
        ("between 5 and 9 July 2023", "2023-07-09", False),
        ("on Thursday or Friday", "2022-06-17", False),
        ("on Friday", "2022-06-17", True),
    ],
)
def test_c3_of_several_days_the_last_counts_and_none_is_the_day(phrase, expected, on_day):
    reading = read_deadline(phrase, WEDNESDAY)
    assert (str(reading.deadline), reading.on_day) == (expected, on_day)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("before noon on Friday", "2022-06-17"),
        ("before the close on Friday", "2022-06-17"),
        ("before markets close on Friday", "2022-06-17"),
        ("before midnight", "2022-06-15"),
        ("before dawn", "2022-06-16"),
        ("before Friday", "2022-06-16"),
        ("in the week before Christmas", "2022-12-24"),
        ("two weeks before Christmas", "2022-12-11"),
        ("for the next two winters", "2024-02-29"),
    ],
)
def test_c5_before_an_hour_is_its_day_before_a_day_is_the_day_before(phrase, expected):
    assert str(read_deadline(phrase, WEDNESDAY).deadline) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It will peak in July 2023, and end by that summer", "2023-08-31"),
        ("It grows in 2023 and shrinks the year after", "2024-12-31"),
        ("It grows in 2023 and shrinks the following year", "2024-12-31"),
        ("It opens in March 2023 and closes a year later", "2024-03-31"),
        ("They vote on 4 July and resign the next day", "2022-07-05"),
        ("It will peak in the second or third week of July", "2022-07-21"),
        ("It will open in mid to late August", "2022-08-31"),
        ("It will land in May 2023, give or take a month", "2023-06-30"),
        ("It will land in May 2023, plus or minus two weeks", "2023-06-14"),
    ],
)
def test_a_period_can_lean_on_the_one_named_before_it(text, expected):
    assert find_deadlines(text, WEDNESDAY)[-1].deadline.isoformat() == expected


@pytest.mark.parametrize(
    "text",
    ["They will raise fares the day after", "It will end that summer", "It closes a year later"],
)
def test_words_that_lean_on_nothing_have_no_date(text):
    assert all(reading.deadline is None for reading in find_deadlines(text, WEDNESDAY))
