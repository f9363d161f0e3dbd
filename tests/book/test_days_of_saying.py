"""Days of saying that cannot be read: the refusal says what is wrong with them (C1)."""

import pytest

from ledger.book import NewCitation, NewForecast
from ledger.errors import InputError
from tests.book.builders import TODAY, add, d, shown


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("12/11/2016", "12/11/2016 can be 12 November or 11 December: write 2016-11-12"),
        ("31 June 2016", "there is no 31 June 2016"),
        ("5 Septmber 2016", r"\"Septmber\" is not understood \(did you mean September\?\)"),
        ("whenever", "as --published; write 2017-02-08"),
    ],
)  # fmt: skip
def test_a_day_that_can_be_two_is_refused_with_both(book, day, why):
    with pytest.raises(InputError, match=why):
        add(book, "Mosul falls by 2018", citation=NewCitation("Mail", published=day))
    with pytest.raises(InputError, match=why.replace("--published", "--made")):
        add(book, "Mosul falls by 2018", made=day)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("around the new year", "2016-12-25..2017-01-08"),
        ("last month", "2017-02-01..2017-02-28"),
        ("just days ago", "2017-02-22..2017-02-28"),
        ("Tuesday", "2017-02-28..2017-02-28"),
        ("2017-02-20", "2017-02-20..2017-02-20"),
        ("this week", "2017-02-27..2017-03-01"),  # nobody prints what is said later
        ("this year", "2017-01-01..2017-03-01"),
    ],
)
def test_words_for_the_day_of_saying_count_from_the_day_of_publication(book, words, days):
    """WHEN is a date, ... or words (... "around the new year"), as an article has them."""
    printed = NewCitation("Daily Mail", published="2017-03-01")
    added = add(book, "Mosul falls", made=words, citation=printed)
    said = shown(book).forecast
    assert f"{said.made_on}..{said.made_on_latest}" == days
    if words == "2017-02-20":
        assert added.said is None
    else:
        assert added.said.endswith(f'"{words}" as of 2017-03-01, the day of publication')


def test_an_amended_day_of_saying_counts_from_the_day_of_publication_too(book):
    printed = NewCitation("Daily Mail", published="2017-03-01")
    add(book, "Mosul falls", made="2017-02-20", citation=printed)
    book.amend(1, NewForecast(made="last month"), "misread", TODAY)
    assert shown(book).forecast.made_on == d("2017-02-01")


def test_a_retraction_in_words_counts_from_the_day_of_its_publication(book):
    add(book, "Mosul falls", made="2016-02-20")
    printed = NewCitation("Daily Mail", published="2017-03-01")
    book.retract(1, "yesterday", TODAY, source=printed)
    assert shown(book).retracted_on == d("2017-02-28")
