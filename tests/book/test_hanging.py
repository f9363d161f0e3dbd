"""Deadlines that hang on another question's day ("before q4"), and quarters, which do not."""

import re
from dataclasses import replace

import pytest

from ledger.book import NewForecast
from ledger.errors import InputError, NotFoundError, QuarterError
from tests.book.builders import TODAY, add, d, listed, rule


@pytest.fixture
def book_of_three(book):
    for claim in ("The king dies", "Mosul falls", "Peace comes"):
        add(book, claim)
    return book


@pytest.mark.parametrize("deadline", ["by q3", "q3", "before q3", "within 72 hours of q3"])
def test_the_reply_names_the_question_and_how_the_quarter_is_written(book_of_three, deadline):
    """C1: no other date is read in its place; a reader who meant the quarter can tell."""
    added = add(book_of_three, "The heir marries", deadline=deadline)
    assert added.reading == f'{deadline}: the day of q3 "Peace comes" (not known)'
    assert "Q3 in capitals is the quarter" in added.notes


def test_the_reply_says_a_day_that_is_known(book_of_three):
    rule(book_of_three, "q3", on="2017-06-10")
    added = add(book_of_three, "The heir marries", deadline="by q3")
    assert added.reading == 'by q3: the day of q3 "Peace comes" (yes, 2017-06-10)'
    assert listed(book_of_three, 4).deadline == d("2017-06-10")


@pytest.mark.parametrize("deadline", ["by Q3", "by q3 2017", "by the end of q3"])
def test_capitals_a_year_and_an_end_make_a_quarter(book_of_three, deadline):
    add(book_of_three, "The heir marries", deadline=deadline)
    assert listed(book_of_three, 4).deadline == d("2017-09-30")


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        ("two weeks after q1", "2017-06-24"),
        ("3 days from q1", "2017-06-13"),
        ("within a fortnight of q1", "2017-06-24"),
        ("within six months of q1", None),
        ("within a week of q1", "2017-06-17"),
        ("within two days following q1", "2017-06-12"),
    ],
)
def test_an_amount_after_a_question_is_counted_from_its_day(book_of_three, deadline, expected):
    """An amount after q1 is one rule, with "within" or without, in digits or words."""
    rule(book_of_three, "q1", on="2017-06-10")
    if expected is None:
        with pytest.raises(InputError, match='write hours, days or weeks: "within 26 weeks of q1"'):
            add(book_of_three, "The heir marries", deadline=deadline)
    else:
        add(book_of_three, "The heir marries", deadline=deadline)
        assert listed(book_of_three, 4).deadline == d(expected)


def test_a_quarter_that_no_question_is_called_after_is_asked_about(book_of_three):
    with pytest.raises(NotFoundError, match="there is no question q4; write Q4 for the quarter"):
        add(book_of_three, "The heir marries", deadline="by q4")
    add(book_of_three, "The heir marries", deadline="two weeks after q4")
    assert listed(book_of_three, 4).deadline == d("2018-01-14")


@pytest.mark.parametrize("deadline", ["by q24", "by Q24", "two weeks after q24"])
def test_only_four_names_can_be_quarters(book_of_three, deadline):
    with pytest.raises(NotFoundError, match="q24"):
        add(book_of_three, "The heir marries", deadline=deadline)


def test_a_claim_that_ends_in_a_question_tells_how_to_hang_on_it(book_of_three):
    for n in (4, 5):
        add(book_of_three, f"Thing {n} happens")
    added = add(book_of_three, "The heir marries within 72 hours of q5")
    assert added.deadline is None
    assert 'if meant, write --deadline "within 72 hours of q5"' in added.notes


def test_a_misspelt_deadline_leaves_a_good_one_alone(book):
    """`amend` with words that are not understood is refused, and nothing is lost."""
    add(book, "Mosul retaken by 2017-08-08")
    with pytest.raises(InputError, match=r'"sumer" is not understood \(did you mean summer\?\)'):
        book.amend(1, NewForecast(deadline="next sumer"), "misheard", TODAY)
    assert listed(book, 1).deadline == d("2017-08-08")


@pytest.mark.parametrize(
    "request_",
    [
        NewForecast(question="q1", deadline="by q1"),
        NewForecast(question="q1", after="q1"),
        NewForecast(all_of=("q1 by q1", "q2")),
        NewForecast(all_of=("q1 by q2", "q2 by q1")),
    ],
)
def test_a_question_does_not_bound_its_own_day(book_of_three, request_):
    """Bounds are relative to *another* question's day."""
    with pytest.raises(InputError, match=r"bounded by itself|bound each other"):
        book_of_three.add(replace(request_, claim="X", by="Ann", made="2017-01-01"), today=TODAY)
    assert len(book_of_three.questions()) == 3


def test_no_later_change_lets_a_question_bound_its_own_day(book_of_three):
    added = add(book_of_three, "The heir marries", deadline="by q1")
    assert added.questions == ("q4",)
    for change in (
        lambda: book_of_three.merge_questions("q4", "q1", "one", today=TODAY),
        lambda: book_of_three.merge_questions("q1", "q4", "one", today=TODAY),
        lambda: book_of_three.move(4, "q1", today=TODAY),
        lambda: book_of_three.amend(4, NewForecast(deadline="by q4"), "w", today=TODAY),
    ):
        with pytest.raises(InputError, match="bounded by itself in forecast 4"):
            change()
    assert listed(book_of_three, 4).question == "q4"


@pytest.mark.parametrize("claim", ["Raqqa falls before q1", "Raqqa falls two weeks after q2"])
def test_a_small_q_in_a_claim_without_a_year_is_in_doubt(book, claim):
    """q3 is a question, Q3 a quarter: neither is guessed where a claim says "before q1"."""
    with pytest.raises(QuarterError, match=r"write Q[12] with its year, or --deadline"):
        add(book, claim)


@pytest.mark.parametrize("claim", ["GDP falls in q1", "GDP falls during q1", "GDP falls before q1"])
def test_the_way_out_of_the_doubt_names_the_question(book, claim):
    add(book, "Alpha opens by 2018")
    with pytest.raises(QuarterError) as doubt:
        add(book, claim)
    offered = re.search(r'--deadline "(.*?)"', str(doubt.value))[1]
    assert add(book, "GDP falls", deadline=offered).deadline is None  # the day of q1 is not known


@pytest.mark.parametrize(
    "claim", ["Raqqa falls in q1 2018", "Raqqa falls in 2018 q1", "Raqqa falls before Q1"]
)
def test_with_a_year_or_a_capital_it_is_a_quarter(book, claim):
    assert add(book, claim).deadline in {d("2018-03-31"), d("2017-12-31")}
