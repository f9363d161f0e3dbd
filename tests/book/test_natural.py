"""`ledger.Ledger` is the same in Python: what a script passes is taken, or refused by name."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

import ledger
from ledger import Ledger, NewForecast, NewRuling
from ledger.book import Accepts, Condition, Filter, NewCitation, NewUpdate
from ledger.errors import InputError, LedgerError
from tests.book.builders import TODAY, add

DAY = dt.date(2017, 5, 6)
NOON = dt.datetime(2017, 5, 6, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (0.7, "0.7"), (0.1 + 0.2, "0.30000000000000004"), (1e-7, "0.0000001"), (3, "3"),
        (Decimal("0.70"), "0.70"), (DAY, "2017-05-06"), (NOON, "2017-05-06"),
        (Path("a.csv"), "a.csv"), ("as typed", "as typed"), (None, None),
    ],
)  # fmt: skip
def test_what_is_meant_as_a_text_becomes_one(given, kept):
    assert NewForecast(note=given).note == kept


def test_one_text_is_the_only_one_of_several_and_numbers_stay_numbers():
    assert NewForecast(tags="war").tags == ("war",)
    assert NewForecast(tags=["war", "peace"]).tags == ("war", "peace")
    assert (Filter(limit="5").limit, NewForecast(revises=5).revises) == (5, 5)


@pytest.mark.parametrize(
    "make",
    [
        lambda: NewForecast(probability=True),
        lambda: NewForecast(probability=float("nan")),
        lambda: NewForecast(claim=["It rains"]),
        lambda: NewForecast(negated="yes"),
        lambda: NewForecast(given="It is cold"),
        lambda: NewForecast(citation="AFP"),
        lambda: NewForecast(revises=DAY),
        lambda: Filter(limit="many"),
        lambda: Condition(None),
    ],
)
def test_anything_else_is_refused_with_what_is_wanted(make):
    with pytest.raises(InputError, match="takes "):
        make()


def test_days_and_numbers_go_through_every_verb(book):
    cited = NewCitation("AFP", published=DAY)
    new = NewForecast(claim="It rains", by="Ann", made=DAY, deadline=dt.date(2017, 6, 1),
                      probability=0.7, citation=cited)  # fmt: skip
    assert book.add(new, TODAY).made_on == DAY
    if_cold = NewForecast(claim="It snows", by="Ann", made=DAY, deadline=dt.date(2017, 6, 1),
                          given=Condition("It is cold", by=DAY))  # fmt: skip
    book.add(if_cold, TODAY)
    book.add(NewForecast(claim="Snow", by="Ann", made=DAY, accepts=Accepts(at_least=3)), TODAY)
    book.update(1, NewUpdate(probability=Decimal("0.8"), made=DAY), TODAY)
    book.retract(1, DAY, TODAY)
    book.edit_question("q1", {"opens": DAY}, TODAY)
    book.resolve("q1", NewRuling(on=DAY), str(TODAY))
    assert book.answer(3, None, None, NewRuling(value=3), today=TODAY).answer == "3"
    assert [f.verdict for f in book.list(Filter(), TODAY)] == ["true", "pending", "true"]


@pytest.mark.parametrize(
    "call",
    [
        lambda book: book.resolve(1, NewRuling(on=DAY), TODAY),
        lambda book: book.answer(1, True, None, NewRuling(on=DAY), TODAY),
        lambda book: book.question(1),
        lambda book: book.due(TODAY, -5),
        lambda book: book.due(TODAY, 2.5),
        lambda book: book.due(20170506),
        lambda book: book.list(None, TODAY),
        lambda book: book.add({"claim": "It rains"}, TODAY),
        lambda book: book.strike(1, None, TODAY),
        lambda book: list(book.export(None)),
        lambda book: book.show(None, TODAY),
        lambda book: book.merge_questions(1, 2, "one", TODAY),
    ],
)
def test_an_argument_that_is_none_is_refused_in_one_line(book, call):
    add(book, "It rains")
    with pytest.raises(LedgerError):
        call(book)


def test_a_book_is_named_by_a_text_or_a_path(tmp_path):
    Ledger.create(str(tmp_path / "a.db")).close()
    with Ledger.open(str(tmp_path / "a.db")) as book:
        book.backup(str(tmp_path / "b.db"))
    with pytest.raises(InputError, match="takes a path"):
        Ledger.open(5)


def test_all_that_is_asked_with_stands_beside_ledger():
    for name in ledger.__all__:
        assert getattr(ledger, name) is not None
