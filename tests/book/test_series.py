"""Citations, later statements, taking back and striking."""

import pytest

from ledger.book import NewCitation, NewUpdate
from ledger.errors import InputError
from ledger.store.journal import writing
from tests.book.builders import (
    TODAY,
    add,
    d,
    fingerprint,
    listed,
    rule,
    scored,
    shown,
    state,
    status,
    verdict,
)


def update(book, made, probability="0.8", phrase=None, forecast=1):
    book.update(forecast, NewUpdate(probability, phrase, made), TODAY)


def counted(book):
    return list(book.con.execute("SELECT s.name, c.counted FROM citation c JOIN source s "
                                 "ON s.id = c.source_id ORDER BY c.id"))  # fmt: skip


def test_one_forecast_in_several_outlets_is_one_forecast(book):
    add(book, citation=NewCitation("Mail", "A", published="2017-02-09"))
    book.cite(1, NewCitation("Post", "B", via="Reuters"), TODAY)
    book.cite(1, NewCitation("Mail", "C"), TODAY)
    assert listed(book).sources == ("Mail", "Post")
    assert counted(book) == [("Mail", 1), ("Post", 2), ("Mail", 0)], "once for each outlet"
    assert [c.via for c in shown(book).citations] == [None, "Reuters", None]


def test_an_outlet_that_carried_it_twice_counts_once_in_a_document_too(book):
    twice = [{"source": "Mail", "title": "A"}, {"source": "Mail", "title": "B"}]
    doc = {"key": "k", "claim": "X", "forecaster": {"name": "Ann"}, "made_on": "2017-01-01",
           "citations": twice}  # fmt: skip
    with writing(book.con) as journal:
        journal.new_forecast(doc)
    assert counted(book) == [("Mail", 1), ("Mail", 0)]


@pytest.mark.parametrize(
    "citation",
    [
        NewCitation(),
        NewCitation("Mail", url="mailto:ann@example.org"),
        NewCitation("Mail", published="2021-01-01"),
        NewCitation("Ma\u202eil"),
        NewCitation("Mail", via="\x00"),
    ],
)
def test_a_bad_citation_is_refused(book, path, citation):
    add(book)
    before = fingerprint(path)
    with pytest.raises(InputError):
        book.cite(1, citation, TODAY)
    assert fingerprint(path) == before


@pytest.mark.parametrize(
    ("updates", "probability"),
    [
        ([], 0.5),
        ([("2017-03-01", "0.6")], 0.6),
        ([("2017-03-01", "0.6"), ("2017-04-01", "0.7")], 0.7),
        ([("2017-04-01", "0.7"), ("2017-03-01", "0.6")], 0.7),
        ([("2017-03-01", "0.6"), ("2017-03-01", "0.7")], 0.7),
        ([("2017-08-08", "0.6")], 0.6),
        ([("2017-08-09", "0.6")], 0.5),
        ([("2017-03-01", "0.6"), ("2017-09-01", "0.9")], 0.6),
        ([("2017-08-01..2017-08-31", "0.9")], 0.5),
        ([("2017-03-01", "0")], 0.0),
    ],
)
def test_the_last_statement_before_the_deadline_counts(book, updates, probability):
    add(book, probability="0.5")
    for made, number in updates:
        update(book, made, number)
    assert scored(book)[0] == probability
    assert listed(book).probability == 0.5, "as first stated"
    assert len(shown(book).updates) == len(updates)


@pytest.mark.parametrize(
    ("made", "probability"), [("2017-07-10", 0.99), ("2017-07-11", 0.5), ("2017-08-01", 0.5)]
)
def test_a_statement_after_the_answer_does_not_count(book, made, probability):
    add(book, probability="0.5")
    update(book, made, "0.99")
    rule(book, "q1", on="2017-07-10", evidence=("https://x.org/a 2018-01-01 A look back",))
    assert scored(book)[0] == probability


def test_an_update_can_be_words(book):
    add(book, probability="0.5")
    update(book, "2017-03-01", None, "almost certainly")
    assert scored(book) == (None, "almost certainly")


@pytest.mark.parametrize(
    ("made", "probability", "phrase"),
    [
        ("2017-03-01", None, None),
        ("2017-03-01", "0.5", "likely"),
        ("2017-03-01", "50", None),
        ("2017-02-07", "0.5", None),
        ("2020-01-02", "0.5", None),
        ("someday", "0.5", None),
    ],
)
def test_an_update_that_cannot_be_is_refused(book, path, made, probability, phrase):
    add(book)
    before = fingerprint(path)
    with pytest.raises(InputError):
        update(book, made, probability, phrase)
    assert fingerprint(path) == before


def test_a_forecast_that_was_taken_back_is_kept_and_its_deadline_still_counts(book):
    add(book)
    book.retract(1, "2017-05-01", TODAY, NewCitation("Post"))
    assert shown(book).retracted_on == d("2017-05-01")
    assert status(book) == "due", "nobody ruled"
    assert [w.forecast.id for w in book.due(TODAY)] == [1]
    assert book.show(1, d("2017-06-01")).forecast.status == "retracted"
    rule(book, "q1", not_by="2017-08-08")
    assert (state(book), verdict(book)) == ("false", "false")


@pytest.mark.parametrize("on", ["2017-02-07", "2020-01-02", "later"])
def test_it_cannot_be_taken_back_before_it_was_made_nor_tomorrow(book, on):
    add(book)
    with pytest.raises(InputError):
        book.retract(1, on, TODAY)


def test_a_record_that_was_wrong_is_struck_with_a_reason(book):
    add(book)
    with pytest.raises(InputError, match="reason"):
        book.strike(1, " ", TODAY)
    book.strike(1, "a misprint", TODAY)
    rule(book, "q1", on="2017-07-10")
    assert (state(book), shown(book).struck) == ("struck", "a misprint")
    assert book.due(TODAY) == ()
