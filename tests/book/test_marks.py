"""Void and vague mark one forecast; what proves such a mark is kept as it is of a ruling."""

import json

import pytest

from ledger.book import Ledger, NewForecast, NewRuling
from ledger.errors import ConflictError, InputError
from ledger.formats.replies import resolved
from tests.book.builders import TODAY, add, fingerprint, rule, shown

PROOF = {"evidence": ("https://example.org/a 2017-10-17 Forged",), "note": "see page 2", "by": "Me"}


def marked(book, word="void", why="the quote was forged", **said):
    return book.answer(1, word, why, NewRuling(**said), TODAY)


def documents(book):
    return [json.loads(line) for line in book.export()]


@pytest.fixture
def other(tmp_path):
    with Ledger.create(tmp_path / "other.db") as made:
        yield made


@pytest.mark.parametrize("word", ["void", "vague"])
def test_a_mark_keeps_its_evidence(book, word):
    """resolve ID ... void WHY | vague WHY, with --evidence, --note and --ruled-by."""
    add(book)
    marked(book, word, **PROOF)
    assert shown(book).history[-1].summary == (
        f"{word}: the quote was forged; https://example.org/a 2017-10-17 Forged; see page 2; "
        "ruled by Me"
    )
    (doc,) = documents(book)
    assert doc[word] == "the quote was forged"
    assert doc[f"{word}_proof"] == {
        "evidence": [{"url": "https://example.org/a", "date": "2017-10-17", "title": "Forged"}],
        "note": "see page 2",
        "by": "Me",
    }


def test_a_mark_with_its_evidence_goes_into_another_book(book, other):
    """NDJSON loses nothing; export into an empty book gives equal lists."""
    add(book)
    marked(book, **PROOF)
    assert not other.import_lines(book.export()).problems
    assert documents(other) == documents(book)
    assert other.import_lines(book.export()).known == 1


def test_evidence_for_a_mark_may_come_later(book):
    add(book)
    marked(book)
    marked(book, evidence=("https://example.org/a",))
    assert documents(book)[0]["void_proof"] == {"evidence": [{"url": "https://example.org/a"}]}
    with pytest.raises(ConflictError, match="void already, for that reason"):
        marked(book, evidence=("https://example.org/a",))
    with pytest.raises(ConflictError, match="void already, for that reason"):
        marked(book)


def test_another_reason_does_not_inherit_the_evidence(book):
    add(book)
    marked(book, evidence=("https://example.org/a",))
    marked(book, why="he was misquoted")
    assert "void_proof" not in documents(book)[0]


@pytest.mark.parametrize(
    ("word", "new", "kept"),
    [
        ("void", {"note": "read again"}, True),
        ("vague", {"note": "read again"}, True),
        ("vague", {"vague": "nobody can tell"}, False),
        ("vague", {"checkable": True}, False),
        ("void", {"checkable": True}, False),
        ("void", {"vague": "nobody can tell"}, True),
    ],
)
def test_an_amendment_keeps_the_evidence_of_a_mark_that_stays(book, word, new, kept):
    add(book)
    marked(book, word, evidence=("https://example.org/a",))
    book.amend(1, NewForecast(**new), "misread", TODAY)
    assert (f"{word}_proof" in documents(book)[0]) is kept


@pytest.mark.parametrize(
    "said",
    [{"on": "2017-05-01"}, {"never": True}, {"value": "3"}, {"final": True}, {"void": "all"},
     {"replace": 1, "why": "better"}],
)  # fmt: skip
def test_a_mark_refuses_what_it_cannot_keep(book, path, said):
    """Nothing that was typed is dropped in silence."""
    add(book)
    before = fingerprint(path)
    with pytest.raises(InputError, match="so leave out --"):
        marked(book, **said)
    assert fingerprint(path) == before


@pytest.mark.parametrize("word", ["", " ", "maybe", "yesno"])
def test_another_word_is_no_answer(book, word):
    add(book)
    with pytest.raises(InputError, match="is no answer"):
        book.answer(1, word, None, NewRuling(on="2017-05-01"), TODAY)


@pytest.mark.parametrize("word", ["yes", "no", None])
def test_a_reason_is_refused_where_it_would_be_dropped(book, word):
    add(book)
    with pytest.raises(InputError, match="write it with --note"):
        book.answer(1, word, "it was on the news", NewRuling(on="2017-05-01"), TODAY)


def test_proof_of_no_mark_is_a_problem_of_the_file(book):
    row = {"claim": "Mosul retaken", "forecaster": {"name": "Ann"}, "made_on": "2017-02-08",
           "void_proof": {"note": "see page 2"}}  # fmt: skip
    (problem,) = book.import_lines([json.dumps(row)]).problems
    assert problem.column == "void_proof"


def test_a_vague_forecast_is_neither_early_nor_late(book):
    """A vague statement is kept and counted as vague: it has no verdict to be late by."""
    add(book)
    rule(book, "q1", on="2017-07-10")
    assert shown(book).forecast.days_late == -29
    marked(book, "vague")
    assert shown(book).forecast.days_late is None


@pytest.mark.parametrize(
    ("typed", "said", "status"),
    [("Yes", {"on": "2017-05-01"}, "true"), ("NO", {}, "false"), (" Void", {}, "void"),
     ("Vague", {}, "vague")],
)  # fmt: skip
def test_yes_is_yes_in_any_case(book, typed, said, status):
    """From Python as on the command line."""
    add(book)
    why = "the quote was forged" if status in {"void", "vague"} else None
    book.answer(1, typed, why, NewRuling(**said), TODAY)
    assert shown(book).forecast.status == status


def test_a_void_set_by_mistake_is_taken_back(book, other):
    """void concerns that forecast only; a slip is put right by amend, and both stay on record."""
    add(book)
    marked(book, why="typo, wrong id", evidence=("https://example.org/a",))
    told = rule(book, "q1", on="2017-07-10")
    note = (
        "forecast 1 is marked void: typo, wrong id; "
        "`ledger amend 1 --checkable --why ...` takes that back"
    )
    assert told.notes == (note,)
    assert resolved(told, 200).splitlines()[-1] == f"   {note}"
    after = book.amend(1, NewForecast(checkable=True), "it was meant for 2", TODAY)
    assert (after.void, after.forecast.status, after.forecast.days_late) == (None, "true", -29)
    assert [entry.kind for entry in after.history] == ["forecast", "mark", "ruling", "amend"]
    assert "void_proof" not in documents(book)[0]
    assert not other.import_lines(book.export()).problems
    assert documents(other) == documents(book)
    with pytest.raises(ConflictError, match="reads so already"):
        book.amend(1, NewForecast(checkable=True), "again", TODAY)


def test_a_condition_that_failed_is_no_mark_to_take_back(book):
    add(book, given="The deal collapses by 2017-03-01")
    assert rule(book, "q2", never=True).notes == ()
    assert shown(book).forecast.status == "void"


def test_the_day_of_taking_back_is_one_day(book):
    """`retract ID --on DATE`: a year or a range is no date, and is not taken for its last day."""
    add(book)
    for span in ("2017", "2017-05..2017-06"):
        with pytest.raises(InputError, match=r"is more than one day; write the day"):
            book.retract(1, span, TODAY)
