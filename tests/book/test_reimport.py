"""Reading a file again, or the same forecasts from another file: "idempotent (same key and body:
nothing; same key, other body: conflict; a row without key gets one from its content)"."""

import csv
import io
import json
from typing import Any

import pytest

from ledger.book import Filter, Ledger, NewCitation, NewForecast, NewRuling, NewUpdate
from ledger.formats.replies import imported
from tests.book.builders import TODAY, add, fingerprint, rule
from tests.book.test_moving import empty, flat, journal, moved, places

DUE = "2017-08-08"
ROWS = [
    flat(),
    flat(forecaster="Ben", role="poet", forecaster_kind="model", negated="yes", tags="a; b"),
    flat(claim="It snows", happened="no", evidence="https://a.org", note="n"),
    flat(claim="It hails", happened="yes", happened_on="2017-05-01", source=None),
    flat(claim="It thaws", deadline="within six months", probability=None, phrase="will"),
]


def as_csv(*rows: str) -> list[str]:
    docs = [json.loads(row) for row in rows]
    names = list(dict.fromkeys(name for doc in docs for name in doc))
    text = io.StringIO()
    table = csv.DictWriter(text, names)
    table.writeheader()
    table.writerows(docs)
    return text.getvalue().splitlines(keepends=True)


def known(book: Ledger, lines: list[str], **how: Any) -> bool:
    """Say whether a file is known to a book, which it leaves as it is."""
    before = journal(book)
    report = book.import_lines([line if line.endswith("\n") else f"{line}\n" for line in lines],
                               **how)  # fmt: skip
    assert report.problems == ()
    return report.added == 0 and journal(book) == before


def test_a_flat_file_its_export_and_it_again_are_one_book(book):
    book.import_lines(as_csv(*ROWS), csv=True)
    assert known(book, list(book.export()))
    assert known(book, ROWS)
    assert known(book, as_csv(*ROWS), csv=True)


def test_a_flat_file_is_known_to_the_book_made_of_its_export(book):
    moved(book, *ROWS)
    with empty() as other:
        moved(other, *book.export())
        assert known(other, ROWS)
        assert known(other, as_csv(*ROWS), csv=True)
        assert known(other, list(other.export("csv")), csv=True)


LATER = {
    "ruled": lambda book: book.resolve("q1", NewRuling(on="2017-04-01"), TODAY),
    "ruled in two steps": lambda book: (
        book.resolve("q1", NewRuling(not_by="2017-03-01"), TODAY),
        book.resolve("q1", NewRuling(on="2017-04-01"), TODAY),
        book.resolve("q1", NewRuling(on="2017-04-02", replace=2, why="so it is"), TODAY),
    ),
    "cited": lambda book: book.cite(1, NewCitation("The Sun"), TODAY),
    "updated": lambda book: book.update(1, NewUpdate("0.9", None, "2017-03-01"), TODAY),
    "retracted": lambda book: book.retract(1, "2017-04-01", TODAY),
    "struck": lambda book: book.strike(1, "entered twice", TODAY),
    "amended": lambda book: book.amend(1, NewForecast(phrase="will"), "his word", TODAY),
}


@pytest.mark.parametrize("later", LATER.values(), ids=LATER)
def test_an_older_export_is_known_after_what_came_later(book, later):
    add(book, "It rains by 2017-08-08", by="Ann", citation="AFP", tags=("a",), note="n")
    old = list(book.export())
    later(book)
    assert known(book, old)
    assert known(book, list(book.export()))


def test_rows_that_differ_in_their_outlet_only_are_one_forecast_with_two_citations(book):
    rows = [flat(), flat(source="The Sun", title="T", url="https://b.org"), flat(claim="It snows")]
    assert moved(book, *rows).problems == ()
    assert [len(doc["citations"]) for doc in map(json.loads, book.export())] == [2, 1]
    assert known(book, rows)
    assert known(book, as_csv(*rows), csv=True)
    with empty() as other:
        other.import_lines(as_csv(*rows), csv=True)
        assert list(other.export()) == list(book.export())


def test_another_outlet_may_come_in_a_later_file(book):
    moved(book, flat())
    report = moved(book, flat(source="The Sun"))
    assert (report.added, report.known, report.problems) == (0, 1, ())
    assert report.citations == 1
    [doc] = map(json.loads, book.export())
    assert [citation["source"] for citation in doc["citations"]] == ["AFP", "The Sun"]


@pytest.mark.parametrize(
    "way", [{"source": "The Sun"}, {"url": "https://b.org"}, {"quote": "It does"}]
)
def test_what_is_written_is_told(book, way):
    """An import that adds a citation says so, on a dry run as what would be added."""
    assert imported(moved(book, flat())) == "1 added, 0 were in the book already"
    told = imported(book.import_lines([flat(**way)], dry_run=True))
    assert told == "dry run: 0 would be added, 1 are in the book already, 1 citation would be added"
    done = moved(book, flat(**way), flat(source="Two"))
    assert imported(done) == "0 added, 2 were in the book already, 2 citations added"
    assert imported(moved(book, flat(**way))) == "0 added, 1 were in the book already"
    in_one_file = moved(book, flat(claim="It snows"), flat(claim="It snows", **way))
    assert imported(in_one_file) == "1 added, 1 were in the book already, 1 citation added"


def test_the_same_row_with_its_outcome_is_the_same_forecast_to_be_ruled_on(book):
    moved(book, flat())
    report = moved(book, flat(happened="yes", happened_on="2017-05-01"))
    assert places(report) == [(1, "happened")]
    assert report.problems[0].message == (
        "this is in the book as forecast 1, without an outcome; "
        "rule on it with `ledger resolve q1 --on 2017-05-01`"
    )
    book.resolve("q1", NewRuling(on="2017-05-01"), TODAY)
    assert known(book, [flat(happened="yes", happened_on="2017-05-01")])
    [other] = moved(book, flat(happened="no")).problems
    assert "with another outcome" in other.message
    assert "--replace 1" in other.message


def test_the_same_row_with_and_without_an_outcome_in_one_file_names_both_lines(book):
    report = moved(book, flat(), flat(happened="no"))
    assert places(report) == [(2, "happened")]
    assert "line 1 has this forecast without an outcome" in report.problems[0].message


def test_an_outcome_that_one_row_tells_is_everybody_s(book):
    moved(book, flat(), flat(forecaster="Ben", happened="no"))
    assert [doc["rulings"][0]["not_by"] for doc in map(json.loads, book.export())] == [DUE, DUE]


@pytest.mark.parametrize("way", ["plain", "long", "csv"])
def test_contradicting_outcomes_name_both_lines(book, way):
    more = {"key": "k"} if way == "long" else {}
    rows = [
        flat(claim="It snows"),
        flat(happened="no"),
        flat(forecaster="Ben", happened="yes", happened_on="2017-05-01", **more),
        flat(forecaster="Eva", happened="yes", happened_on="2017-05-02"),
    ]
    if way == "csv":
        report = book.import_lines(as_csv(*rows), csv=True)
        lines = [3, 4, 5]
    else:
        report, lines = moved(book, *rows), [2, 3, 4]
    assert [problem.line for problem in report.problems] == lines[1:]
    for problem in report.problems:
        assert f"contradicts line {lines[0]}" in problem.message
        assert f"({DUE})" in problem.message
    assert journal(book) == []


@pytest.mark.parametrize(
    ("other", "name"),
    [
        ({"tags": "c"}, "tags"),
        ({"note": "other"}, "note"),
        ({"role": "king"}, "forecaster"),
    ],
)
def test_other_words_about_the_same_statement_are_named(book, other, name):
    moved(book, flat())
    report = moved(book, flat(**other))
    assert places(report) == [(1, "key")]
    assert f"forecast 1, with other words for {name};" in report.problems[0].message


def test_what_a_nested_document_adds_is_refused_with_the_command_for_it(book):
    moved(book, flat())
    [doc] = map(json.loads, book.export())
    doc["citations"].append({"source": "The Sun"})
    report = moved(book, json.dumps(doc))
    assert places(report) == [(1, "citations")]
    assert '`ledger cite 1 --source "The Sun"`' in report.problems[0].message


EMPTY = [([], False), (["\n"], False), ([], True), (["claim,forecaster,made_on\n"], True)]


@pytest.mark.parametrize(("lines", "as_table"), EMPTY)
def test_an_empty_file_and_a_bare_header_hold_nothing(book, lines, as_table):
    report = book.import_lines(lines, csv=as_table)
    assert (report.added, report.known, report.problems) == (0, 0, ())


def test_numbers_of_questions_stay_after_a_merge_a_move_and_an_amendment(book, tmp_path):
    """`export into an empty book gives equal lists and scorecards`."""
    for name in ("Mosul", "Raqqa", "Tikrit", "Kirkuk"):
        add(book, f"{name} retaken by 2018", by=name)
    book.merge_questions("q2", "q1", "same", TODAY)
    book.move(3, "q4", TODAY)
    book.amend(1, NewForecast(all_of=("Mosul retaken", "Sinjar retaken")), "two", TODAY)
    rule(book, "q1", on="2017-07-10")
    rule(book, "q4", on="2017-07-11")
    lines = list(book.export())
    with Ledger.create(tmp_path / "other.db", clock=book.clock) as other:
        assert other.import_lines(lines).problems == ()
        assert other.list(Filter(), TODAY) == book.list(Filter(), TODAY)
        mine, theirs = (
            [(q.question, q.key, q.text, q.merged_into, q.forecasts) for q in each.questions()]
            for each in (book, other)
        )
        assert theirs == mine
        assert list(other.export()) == lines
        assert other.import_lines(lines).added == 0
        assert other.verify() == ()


def test_a_book_in_step_has_no_lines_for_its_questions(book):
    add(book, "Mosul retaken by 2018")
    add(book, "Mosul retaken by 2017", question="q1")
    assert not [line for line in book.export() if '"record"' in line]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"record": "question", "key": "a"}', "add its text"),
        ('{"record": "question", "key": "a", "text": "x", "kind": "choice"}', "two options"),
        ('{"record": "merge", "question": "a", "into": "b"}', 'no question has the key "a"'),
        ('{"record": "merge", "question": "k", "into": "k"}', "cannot be merged"),
    ],
)
def test_lines_for_questions_are_checked(book, path, line, message):
    add(book, key="k")
    before = fingerprint(path)
    (problem,) = book.import_lines([line]).problems
    assert message in problem.message
    assert fingerprint(path) == before
