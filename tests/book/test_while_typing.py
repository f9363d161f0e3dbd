"""What is refused while somebody types (on a terminal `add` asks for fields)."""

import datetime as dt

import pytest

from ledger.book import NewCitation, NewForecast, NewRuling
from ledger.core.deadlines import Window
from ledger.errors import InputError, LedgerError
from tests.book.builders import TODAY, add, d

WORDS = "ISIS expelled by the end of 2017"


def day(text):
    return Window(d(text), d(text))


READ = {
    "nothing yet": (NewForecast(), (None, Window(TODAY, TODAY), None)),
    "an outlet alone": (NewForecast(citation=NewCitation("Daily Post")), (None, None, None)),
    "an outlet and its day": (
        NewForecast(citation=NewCitation("Daily Post", published="1 March 2017")),
        ("2017-03-01", day("2017-03-01"), None),
    ),
    "the day of saying counts from that": (
        NewForecast(citation=NewCitation("Daily Post", published="2017-03-01"), made="yesterday"),
        ("2017-03-01", day("2017-02-28"), None),
    ),
    "the deadline of the claim": (
        NewForecast(claim=WORDS, made="2017-02-11"),
        (None, day("2017-02-11"), "2017-12-31"),
    ),
    "the deadline that is typed": (
        NewForecast(claim=WORDS, made="2017-02-11", deadline="within six months"),
        (None, day("2017-02-11"), "2017-08-11"),
    ),
}


@pytest.mark.parametrize(("typed", "days"), READ.values(), ids=READ)
def test_days_are_read_of_a_request_that_lacks_the_rest(book, typed, days):
    found = book.read_days(typed, TODAY)
    assert (found.published, found.made, found.deadline) == days


REFUSED = {
    "a day of publication": NewForecast(citation=NewCitation("Daily Post", published="soon")),
    "an address": NewForecast(citation=NewCitation("Daily Post", url="no address")),
    "a day of saying": NewForecast(made="next year"),
    "a deadline": NewForecast(claim=WORDS, made="2017-02-11", deadline="2016"),
}


@pytest.mark.parametrize("typed", REFUSED.values(), ids=REFUSED)
def test_what_add_would_refuse_is_refused_at_its_field(book, typed):
    with pytest.raises(InputError):
        book.read_days(typed, TODAY)


def test_checking_records_nothing(book):
    add(book, WORDS, made="2017-02-11")
    entries = book.log()
    book.check_forecast(NewForecast(claim="Raqqa taken", by="Fallon", made="2017-02-11"), TODAY)
    book.check_ruling("q1", NewRuling(on="2017-10-17"), TODAY)
    for refused in (
        lambda: book.check_forecast(NewForecast(claim="Raqqa taken"), TODAY),
        lambda: book.check_ruling("q1", NewRuling(on=str(TODAY + dt.timedelta(days=1))), TODAY),
    ):
        with pytest.raises(LedgerError):
            refused()
    assert book.log() == entries
