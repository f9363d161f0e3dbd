"""Which of the time words of a sentence is the deadline of its claim, and what the claim keeps.

The sentences are invented. The claim, the deadline phrase and the deadline it was read as are
separate fields, and no word of the claim gets lost between them.
"""

import datetime as dt

import pytest

PUBLISHED = dt.date(2026, 2, 3)

VERBS = [
    ("Ann Lee said that the war will end this year.", "The war will end", "this year"),
    ("Ann Lee said that the strike would end next week.", "The strike would end", "next week"),
    ("Ann Lee said that the war is unlikely to end this year.", "The war will end", "this year"),
    ("Ann Lee said the summer would come around 2050.", "The summer would come", "around 2050"),
    ("The bank does not expect sales to go up until 2028.", "Sales to go up", "until 2028"),
    (
        "Ann Lee said that work would get under way next month.",
        "Work would get under way",
        "next month",
    ),
]


@pytest.mark.parametrize(("text", "claim", "phrase"), VERBS)
def test_a_claim_keeps_its_verb(read, text, claim, phrase):
    (found,) = read(text, PUBLISHED)
    assert (found.claim, found.deadline_phrase) == (claim, phrase)


# docs, deadlines: "at least" is a bound from below (C14); the later of two bounds holds (C3).
CHOSEN = [
    (
        "The Arctic is likely to be free of sea ice in September by the mid-2030s, Ann Lee said.",
        "The Arctic will be free of sea ice in September",
        "by the mid-2030s",
        "2036-12-31",
    ),
    (
        "Inflation will fall from 3% in January to 2% by June, Ann Lee said.",
        "Inflation will fall from 3% in January to 2%",
        "by June",
        "2026-06-30",
    ),
    (
        "Ann Lee expects the price to rise to 12 crowns from 9 crowns in the first quarter.",
        "The price to rise to 12 crowns from 9 crowns",
        "in the first quarter",
        "2026-03-31",
    ),
    (
        "Ann Lee expects a cut in June by the Kern bank.",
        "A cut by the Kern bank",
        "in June",
        "2026-06-30",
    ),
]


@pytest.mark.parametrize(("text", "claim", "phrase", "day"), CHOSEN)
def test_of_two_days_the_one_that_bounds_the_claim_counts(read, text, claim, phrase, day):
    (found,) = read(text, PUBLISHED)
    assert (found.claim, found.deadline_phrase) == (claim, phrase)
    assert str(found.reading.deadline) == day


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said it will take at least three years to get the outbreaks under control.",
        "It would be at least three years before the town is rebuilt, Ann Lee said.",
    ],
)
def test_at_least_three_years_is_no_deadline_of_three_years(read, text):
    (found,) = read(text, PUBLISHED)
    assert found.deadline_phrase == "at least three years"
    assert (found.reading.deadline, found.reading.not_before) == (None, dt.date(2029, 2, 3))
    assert "at least three years" in found.claim


# The condition, where the forecast has one, and the claim without it.
CONDITIONS = [
    (
        "Only if the euro falls will rates rise this year, Ann Lee said.",
        "Rates will rise",
        "affirmative",
        "the euro falls",
    ),
    (
        "Only if talks succeed would there be a deal this year, Ann Lee said.",
        "There would be a deal",
        "affirmative",
        "talks succeed",
    ),
    (
        "Even if the euro falls, rates will not rise this year, Ann Lee said.",
        "Rates will rise",
        "negative",
        None,
    ),
    (
        "Ann Lee said that rates would rise this year even if the euro fell.",
        "Rates would rise",
        "affirmative",
        None,
    ),
    (
        "Rates will rise this year should talks fail, Ann Lee said.",
        "Rates will rise",
        "affirmative",
        "talks fail",
    ),
    (
        "Rates should always rise this year, Ann Lee said.",
        "Rates should always rise",
        "affirmative",
        None,
    ),
    (
        "Ann Lee said the firm would break even if sales doubled this year.",
        "The firm would break even",
        "affirmative",
        "sales doubled this year",
    ),
]


@pytest.mark.parametrize(("text", "claim", "polarity", "condition"), CONDITIONS)
def test_a_condition_is_cut_out_and_even_if_is_none(read, text, claim, polarity, condition):
    (found,) = read(text, PUBLISHED)
    assert (found.claim, found.polarity, found.condition) == (claim, polarity, condition)


@pytest.mark.parametrize(
    ("text", "polarity", "day"),
    [
        ("Not until 2030 will the plant open, Ann Lee said.", "negative", "2029-12-31"),
        ("The plant will not open until 2030, Ann Lee said.", "negative", "2029-12-31"),
        ("Only in 2030 will the plant open, Ann Lee said.", "affirmative", "2030-12-31"),
    ],
)
def test_verb_before_subject_says_the_same_as_behind_it(read, text, polarity, day):
    (found,) = read(text, PUBLISHED)
    assert (found.claim, found.polarity) == ("The plant will open", polarity)
    assert str(found.reading.deadline) == day


def test_what_is_told_beside_a_changed_forecast_loses_its_own_deadline(read):
    found = read(
        "The bank cut its forecast for 2026, saying growth would recover in 2027.", PUBLISHED
    )
    assert (found[-1].claim, found[-1].deadline_phrase) == ("Growth would recover", "in 2027")
