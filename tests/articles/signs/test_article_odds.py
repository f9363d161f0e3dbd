"""Stated probabilities: a number that was said, exactly as it was said, and no other."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from ledger.articles.signs.chances import as_text, number
from ledger.articles.signs.odds import find_odds

STATED = [
    ("She put the probability at 60%.", "0.6"),
    ("There is a 70% chance of rain.", "0.7"),
    ("A deal is two-thirds likely.", "0.667"),
    ("I'd put the odds of a soft landing at one in three.", "0.333"),
    ("There's a one in five chance that it survives.", "0.2"),
    ("Bookmakers make them 9-1 to go up.", "0.1"),
    ("Bookmakers have them at 1-4 on to win.", "0.2"),
    ("It is a coin toss.", "0.5"),
    # in words as in digits
    ("There is a five per cent chance of rain.", "0.05"),
    ("There is a Forty-five per cent chance of rain.", "0.45"),
    ("She is a hundred per cent certain.", "1"),
    ('He put the risk at "forty percent".', "0.4"),
    # large numbers, with and without commas
    ("A one in 1,000 chance that the dam will fail.", "0.001"),
    ("The odds of anyone being hit are about one in 9,000.", "0.000111"),
    ("There is a one in 10,000 chance.", "0.0001"),
    ("It is a one-in-a-million chance.", "0.000001"),
    ("A one in ten thousand chance.", "0.0001"),
    # near a number is that number
    ("There is about a 60% chance of rain.", "0.6"),
    ("I'd put that at maybe 30 percent.", "0.3"),
    # what it is now, not what it was
    ("He raised the odds from 60% to 70%.", "0.7"),
    # two numbers that make a hundred are for and against, others are a price
    ("She put the chance of a deal at 60-40.", "0.6"),
    ("The bookmakers make it 6-4 against.", "0.4"),
]
NOT_STATED = [
    "They won 9-1 on Saturday.",
    "Imports would put one in ten dairies out of business.",
    "Prices rose 70%.",
    "He is a hundred and ten per cent sure.",
    "Delays are likely in the winter of 2024-25.",
    "The chance of a one-in-100-year flood will double.",
    "They won 3 in 2019 and are likely to win again.",
]
BOUNDS = [
    ("There is less than a 10% chance of rain.", "less than a 10% chance"),
    ("It is more than 90 per cent likely.", "more than 90 per cent likely"),
    ("The risk is over 30%.", "risk is over 30%"),
    ("He put the odds at no better than one in four.", "no better than one in four"),
    ("There is a better than one-in-four chance.", "better than one-in-four chance"),
    ("It has, at best, an up to 40% chance.", "up to 40% chance"),
    ("He put the chance at 10% or less.", "chance at 10% or less"),
    ('She put the odds at "eight in ten or better."', "eight in ten or better"),
    ("The chance is one in ten, no more.", "one in ten, no more"),
    ("It is a 70-plus per cent chance.", "70-plus per cent chance"),
    ("The chances are better than fifty-fifty.", "better than fifty-fifty"),
    ("A deal is more than two-thirds likely.", "more than two-thirds likely"),
]
RANGES = [
    ("There is a 5-10% chance of rain.", "5-10% chance"),
    ("There is a 5–10 per cent chance of rain.", "5–10 per cent chance"),
    ("There is a 60% to 70% chance of rain.", "60% to 70% chance"),
    ("There is a forty to fifty per cent chance.", "forty to fifty per cent chance"),
    ("The risk is between 5 and 10 per cent.", "risk is between 5 and 10 per cent"),
    ("There is a 5 or 10 per cent chance.", "5 or 10 per cent chance"),
    ("He put the odds at one in three to one in four.", "one in three to one in four"),
]


@pytest.mark.parametrize(("text", "value"), STATED)
def test_a_stated_probability_is_read_as_it_was_said(text, value):
    odds = find_odds(text)
    assert (odds.value if odds else None) == value


@pytest.mark.parametrize("text", NOT_STATED)
def test_no_other_number_is_a_probability(text):
    assert find_odds(text) is None


@pytest.mark.parametrize(("text", "words"), BOUNDS + RANGES)
def test_a_bound_or_a_range_is_kept_in_words_and_is_no_probability(text, words):
    """Design: a probability is stored only if the forecaster gave one."""
    odds = find_odds(text)
    assert odds is not None
    assert (odds.phrase, odds.value) == (words, None)


def test_a_forecast_with_a_bound_keeps_its_words_instead_of_a_number(read):
    (one,) = read("There is less than a 10% chance that the dam will fail by June, Ann Orr said.")
    assert (one.phrase, one.probability) == ("less than a 10% chance", None)
    assert one.claim == "The dam will fail"


EXACT = [("0.04", "0.0004"), ("99.96", "0.9996"), ("0", "0"), ("100", "1"), ("33.3", "0.333")]


@pytest.mark.parametrize(("percent", "value"), EXACT)
def test_a_percentage_is_kept_to_its_last_digit(percent, value):
    odds = find_odds(f"There is a {percent} % chance of rain.")
    assert odds is not None
    assert odds.value == value


@given(st.integers(1, 10**7), st.integers(2, 10**7))
def test_nothing_is_rounded_to_0_or_1_and_three_digits_hold(won, of):
    chance = Fraction(won, of)
    if chance < 1:
        text = Fraction(as_text(chance))
        assert 0 < text < 1
        assert abs(text - chance) * 199 <= min(chance, 1 - chance)


NUMBERS = [("forty-five", 45), ("1,000", 1000), ("a hundred", 100), ("10 million", 10_000_000),
           ("a hundred and ten", 110), ("nineteen", 19), ("2.5", Fraction(5, 2))]  # fmt: skip


@pytest.mark.parametrize(("words", "value"), NUMBERS)
def test_numbers_in_words_and_digits(words, value):
    assert number(words) == value
