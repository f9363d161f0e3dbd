"""Forecasts that take no side: options that share the top, and quantiles of a number."""

import pytest

from ledger.book import ScorecardRequest
from ledger.errors import InputError
from tests.book.builders import TODAY, add, rule, shown, status, verdict

DUE = "2017-06-30"
EVEN = {"option": ("A=.5", "B=.5"), "options": "A,B"}
SHARED = {"option": ("A=.4", "B=.4", "C=.2"), "options": "A,B,C"}
LEANING = {"option": ("A=.6", "B=.4"), "options": "A,B"}
QUANTILES = {"quantiles": ("0.05=60", "0.95=80"), "unit": "USD"}


def card(book):
    return book.scorecard(ScorecardRequest(name="Ann"), TODAY)


@pytest.mark.parametrize("accepts", [EVEN, SHARED, LEANING, QUANTILES])
def test_no_distribution_is_true_before_anybody_ruled(book, accepts):
    add(book, "The race of 2017", deadline=DUE, accepts=accepts)
    assert (status(book), verdict(book)) == ("due", "pending")


@pytest.mark.parametrize(("accepts", "score"), [(EVEN, 0.5), (SHARED, 0.36 + 0.16 + 0.04)])
def test_options_that_share_the_top_take_no_side_and_enter_brier_only(book, accepts, score):
    add(book, "The race of 2017", deadline=DUE, accepts=accepts)
    rule(book, "q1", option="A")
    assert (status(book), verdict(book)) == ("answered", "answered")
    row = card(book).everyone
    assert (row.due, row.resolved, row.answered, row.scored, row.sided) == (1, 1, 1, 0, 0)
    assert row.choices == 1
    assert row.choice_brier == pytest.approx(score)


@pytest.mark.parametrize("value", ["70", "59", "81"])
def test_quantiles_are_neither_hit_nor_miss(book, value):
    add(book, "The price of oil", deadline=DUE, accepts=QUANTILES)
    rule(book, "q1", value=value)
    row = card(book).everyone
    assert (status(book), row.resolved, row.answered, row.sided) == ("answered", 1, 1, 0)
    (scored,) = card(book).page.forecasts
    assert scored.hit is None
    assert scored.wis is not None


def test_what_is_known_in_part_leaves_quantiles_open_and_unclear_when_no_more_is_learned(book):
    add(book, "The price of oil", deadline=DUE, accepts=QUANTILES)
    rule(book, "q1", value="65..75")
    assert verdict(book) == "pending"
    rule(book, "q1", value="65..70", final=True)
    assert verdict(book) == "unclear"


def test_an_annulled_question_makes_quantiles_void(book):
    add(book, "The price of oil", deadline=DUE, accepts=QUANTILES)
    rule(book, "q1", void="no market")
    assert verdict(book) == "void"


def test_a_single_top_option_is_the_side_taken(book):
    add(book, "The race of 2017", deadline=DUE, accepts=LEANING)
    rule(book, "q1", option="A")
    assert verdict(book) == "true"
    assert card(book).everyone.hits == 1


def test_the_part_says_that_no_side_is_taken(book):
    add(book, "The price of oil", deadline=DUE, accepts=QUANTILES)
    add(book, "The race of 2017", deadline=DUE, accepts=EVEN)
    assert [shown(book, n).parts[0].accepts for n in (1, 2)] == [
        "takes no side: 5 % up to 60, 95 % up to 80 USD", "takes no side: A 50 %, B 50 %",
    ]  # fmt: skip


def test_an_answer_that_was_out_before_the_statement_is_known_already(book):
    add(book, "The price of oil", deadline=DUE, accepts=QUANTILES)
    rule(book, "q1", value="70", evidence=("https://example.org 2016-01-01",))
    assert status(book) == "known"


def test_a_book_with_distributions_replays_whatever_the_order_of_their_options(book):
    add(book, "The race of 2017", deadline=DUE, accepts=EVEN)
    turned = {"option": ("Yes=.6", "No=.4"), "options": "Yes,No"}
    add(book, "The vote of 2017", deadline=DUE, accepts=turned)
    rule(book, "q1", option="A")
    assert book.verify() == ()


@pytest.mark.parametrize(
    ("level", "expected"),
    [("90%", {"0.05": "60", "0.95": "80"}), ("0.5", {"0.25": "60", "0.75": "80"})],
)
def test_a_range_with_a_level_states_two_quantiles(book, level, expected):
    add(book, "The price of oil", deadline=DUE, accepts={"range": "60..80", "level": level})
    assert shown(book).spread == {"quantiles": expected}


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"accepts": {"range": "60..80"}}, "a range needs its level"),
        ({"accepts": {"level": "90%"}}, "a range needs its level"),
        ({"accepts": {"range": "60", "level": "90%"}}, "is no range"),
        ({"accepts": {"range": "80..60", "level": "90%"}}, "swap the ends"),
        ({"accepts": {"range": "60..80", "level": "1"}}, "between 0 and 1"),
        ({"accepts": {**QUANTILES, "range": "6..8", "level": ".9"}}, "leave out --quantile"),
        ({"accepts": {**QUANTILES, "at_least": "60"}}, "quantiles take no side"),
        ({"accepts": QUANTILES, "negated": True}, "cannot be denied"),
        ({"accepts": EVEN, "negated": True}, "cannot be denied"),
        ({"accepts": LEANING, "probability": "0.7"}, "how sure one is"),
        ({"accepts": QUANTILES, "phrase": "probably"}, "how sure one is"),
    ],
)
def test_statements_that_contradict_themselves_are_refused(book, fields, message):
    with pytest.raises(InputError, match=message):
        add(book, "The price of oil", deadline=DUE, **fields)
