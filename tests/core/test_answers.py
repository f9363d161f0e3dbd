"""What accepted answers must be to each other: ends, options, distributions."""

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from ledger.core import answers
from ledger.errors import InputError

NUMBERS = st.decimals(-1000, 1000, places=2).map(str)


@pytest.mark.parametrize(
    "ends",
    [{}, {"at_least": "5"}, {"less_than": "5"}, {"at_least": "5", "at_most": "5"},
     {"more_than": "4", "less_than": "5"}, {"at_least": "-5", "less_than": "5.0"}],
)  # fmt: skip
def test_ends_with_a_number_between_them_are_taken(ends):
    answers.interval(ends)


@pytest.mark.parametrize(
    ("ends", "why"),
    [
        ({"at_least": "5", "more_than": "6"}, "same side"),
        ({"at_most": "5", "less_than": "6"}, "same side"),
        ({"at_least": "6", "at_most": "5"}, "swap"),
        ({"more_than": "5", "less_than": "5"}, "correct one"),
        ({"at_least": "5", "less_than": "5.00"}, "correct one"),
        ({"more_than": "5", "at_most": "5"}, "correct one"),
    ],
)
def test_ends_without_a_number_between_them_are_refused(ends, why):
    """A forecast that no answer can make true is none: it would be settled without a ruling."""
    with pytest.raises(InputError, match=why):
        answers.interval(ends)


@given(st.sampled_from(answers.LOWER), st.sampled_from(answers.UPPER), NUMBERS, NUMBERS)
def test_ends_are_taken_where_a_number_lies_between_them(low, high, first, last):
    fits = Decimal(first) < Decimal(last) or (
        Decimal(first) == Decimal(last) and (low, high) == ("at_least", "at_most")
    )
    try:
        answers.interval({low: first, high: last})
    except InputError:
        assert not fits
    else:
        assert fits


@pytest.mark.parametrize("names", [[], ["Ann"], ["Ann", "ann"], ["Ann", "Bob", "BOB"]])
def test_a_choice_has_two_options_or_more_each_different(names):
    with pytest.raises(InputError, match="two options or more"):
        answers.options(names)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ([("A", "0.6"), ("B", "0.6")], "add up"),
        ([("A", "0.6"), ("B", "0.389")], "add up"),
        ([("A", "0.5"), ("a", "0.5")], "two probabilities"),
    ],
)
def test_probabilities_of_options_are_one_for_each_and_add_up(said, why):
    with pytest.raises(InputError, match=why):
        answers.shares(said)


def test_probabilities_may_be_rounded():
    answers.shares([("A", "0.33"), ("B", "0.33"), ("C", "0.33")])


@pytest.mark.parametrize(
    ("said", "top"),
    [({"A": "0.6", "B": "0.4"}, ["A"]), ({"A": "0.5", "B": "0.50"}, ["A", "B"]), ({}, [])],
)
def test_the_top_is_the_most_probable_option_or_several(said, top):
    assert answers.top(said) == top


def test_quantiles_ascend_with_their_levels_however_they_are_listed():
    answers.quantiles({"0.95": "80", "0.05": "60"})
    answers.quantiles({"0.1": "9", "0.5": "9", "0.9": "10"})
    with pytest.raises(InputError, match="put them in order"):
        answers.quantiles({"0.05": "80", "0.95": "60"})


@pytest.mark.parametrize("beside", [{"probability": "0"}, {"probability": "0.5"}, {"phrase": "x"}])
def test_a_distribution_says_how_sure_one_is(beside):
    answers.said_once(beside)
    with pytest.raises(InputError, match="says already"):
        answers.said_once({"spread": {"options": {"A": "1"}}, **beside})


def test_a_distribution_is_not_denied():
    spread = {"spread": {"options": {"A": "1"}}}
    answers.not_denied(spread, None)
    answers.not_denied({}, True)
    with pytest.raises(InputError, match="cannot be denied"):
        answers.not_denied(spread, True)
