"""What is read belongs together: every reading verb reads the book as of one moment."""

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ledger.articles import Article
from ledger.book import Filter, Ledger, NewRuling, ScorecardRequest
from tests.book.builders import TODAY, add, asked, rule

ARTICLE = Article("Ann said that Mosul will be retaken.", "war", "War", outlet="The Times")
ALL = ScorecardRequest()

READING: dict[str, Callable[[Ledger], Any]] = {
    "forecasters": lambda book: book.forecasters(),
    "questions": lambda book: book.questions(),
    "question": lambda book: book.question("q1"),
    "list": lambda book: book.list(Filter(), TODAY),
    "due": lambda book: book.due(TODAY),
    "show": lambda book: book.show(1, TODAY),
    "log": lambda book: book.log(),
    "waiting": lambda book: book.waiting(3, TODAY),
    "check_forecast": lambda book: book.check_forecast(asked(), TODAY),
    "check_ruling": lambda book: book.check_ruling("q2", NewRuling(on="2017-07-10"), TODAY),
    "read_days": lambda book: book.read_days(asked(citation="The Times"), TODAY),
    "scorecard": lambda book: book.scorecard(ALL, TODAY),
    "calibration": lambda book: book.calibration(ALL, TODAY),
    "lateness": lambda book: book.lateness(ALL, TODAY),
    "compare": lambda book: book.compare("Ann", "Bob", ALL, TODAY),
    "compare_all": lambda book: book.compare_all(ALL, TODAY),
    "propose": lambda book: book.propose(ARTICLE, (), TODAY),
    "coverage": lambda book: book.coverage(),
    "export": lambda book: list(book.export()),
    "verify": lambda book: book.verify(),
    "anchor": lambda book: book.anchor(),
}
OTHERS = {
    "create", "begin", "open", "close", "settings", "today", "request", "backup",
    "add", "cite", "update", "amend", "retract", "strike", "edit_forecaster", "edit_question",
    "merge_questions", "move", "resolve", "answer", "accept", "attach", "reject", "import_lines",
}  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "b.db") as book:
        add(book, "Mosul retaken by 2017-08-08", probability="0.8", citation="The Times")
        add(book, "Mosul retaken by 2017-08-08", question="q1", by="Bob", probability="0.3")
        add(book, "Raqqa retaken by 2017-08-08")
        rule(book, "q1", on="2017-07-10")
        yield book


def test_no_verb_is_forgotten():
    public = {name for name, _ in inspect.getmembers(Ledger) if not name.startswith("_")}
    assert public == set(READING) | OTHERS


@pytest.mark.parametrize("verb", READING)
def test_a_verb_reads_the_book_as_of_one_moment(book, verb):
    """Nobody can write between two queries, and everybody can once they are done."""
    queries = []
    _ = book.settings  # never changes: may be read at any moment
    book.con.set_trace_callback(lambda sql: queries.append((sql, book.con.in_transaction)))
    READING[verb](book)
    book.con.set_trace_callback(None)
    assert [sql for sql, inside in queries if not inside] == ["BEGIN"]
    assert len(queries) > 2
    assert not book.con.in_transaction


def test_an_export_keeps_no_writer_waiting_and_shows_nothing_of_what_is_written_meanwhile(book):
    before = list(book.export())
    lines = book.export()
    first = next(lines)
    add(book, "Palmyra retaken by 2018")
    assert [first, *lines] == before
    assert len(list(book.export())) == len(before) + 1


def test_a_long_export_is_put_aside_in_a_file(book, monkeypatch):
    before = list(book.export())
    monkeypatch.setattr("ledger.book.moving.exporting._IN_MEMORY", 100)
    monkeypatch.setattr("ledger.book.moving.exporting._BATCH", 2)
    assert list(book.export()) == before
