"""CSV: "one row per forecast and citation, and what it cannot carry is refused by name";
"cells that begin with = + - @ TAB CR LF (full-width forms too) are neutralised on export and
restored on import"."""

import copy
import datetime as dt
from typing import Any

import pytest
from hypothesis import given, strategies as st

from ledger.core.reports import Problem
from ledger.errors import InputError
from ledger.exchange import csv_rows, documents, flat
from ledger.exchange.rules import ImportContext

CONTEXT = ImportContext(dt.date(2020, 1, 1))

PLAIN: dict[str, Any] = {
    "key": "k", "claim": "Mosul is retaken", "forecaster": {"name": "Ann", "kind": "person"},
    "made_on": "2017-02-08", "deadline": "2017-08-08", "probability": "0.7",
    "parts": [{"question": {"key": "mosul", "text": "Mosul falls"}, "negated": True}],
    "citations": [{"source": "AFP", "own_voice": True}, {"source": "Sun", "quote": '=1+1\n"x"'}],
    "rulings": [{"question": "mosul", "on": "2017-07-10", "evidence": [{"url": "https://a.org"}]}],
    "tags": ["war", "iraq"],
}  # fmt: skip


def doc(**fields: Any) -> dict[str, Any]:
    return {**copy.deepcopy(PLAIN), **fields}


NAMES = "claim,forecaster,made_on"


def back(lines: list[str]) -> list[dict[str, Any]]:
    problems: list[Problem] = []
    text = "".join(f"{line}\r\n" for line in lines).splitlines(keepends=True)
    rows = csv_rows.read(text, problems)
    wrong: list[tuple[str, str]] = []
    docs = [(line, flat.read(row, CONTEXT, wrong)) for line, row in rows]
    assert not problems
    assert not wrong
    return [found for _, found in csv_rows.joined(docs)]


@pytest.mark.parametrize("sign", list("=+-@\t\r\n＝＋－＠"))
def test_a_cell_that_would_run_a_formula_is_neutralised(sign):
    assert csv_rows.neutral(f"{sign}1+1") == f"'{sign}1+1"
    assert csv_rows.restored(f"'{sign}1+1") == f"{sign}1+1"


@given(st.text(alphabet="'=+-@ab\t＝", max_size=6))
def test_whatever_is_neutralised_is_restored(text):
    assert csv_rows.restored(csv_rows.neutral(text)) == text
    assert not csv_rows.neutral(text).startswith(("=", "+", "-", "@", "\t", "＝"))


def test_a_document_comes_back_with_all_its_citations():
    lines = list(csv_rows.write([doc(), doc(key="k2", citations=[])]))
    assert len(lines[0].split(",")) == len(csv_rows.COLUMNS)
    other = doc(key="k2")
    del other["citations"]
    assert back(lines) == [documents.complete(doc()), other]


NOT_CARRIED = [
    (doc(given=PLAIN["parts"][0]), "a condition"),
    (doc(updates=[{"made_on": "2017-03-01"}]), "later statements"),
    (doc(links=[{"kind": "counters", "key": "x"}]), "links to other forecasts"),
    (doc(struck="twice"), "that it was struck"),
    (doc(retracted={"on": "2017-05-01"}), "that it was retracted"),
    (doc(vague="who knows"), "that it is vague"),
    (doc(void="forged"), "that it is void"),
    (doc(parts=[*PLAIN["parts"], *PLAIN["parts"]]), "several parts"),
    (doc(parts=[{**PLAIN["parts"][0], "until": "2017-06-01"}]), "bounds of its own"),
    (doc(parts=[{"question": {"key": "n", "text": "t", "kind": "number"}, "at_least": "5"}]),
     "a question with a number for an answer"),
    (doc(parts=[{"question": {"key": "n", "text": "t", "criteria": "c"}}]), "the criteria"),
    (doc(rulings=[{"question": "mosul", "not_by": "2017-01-01"}]), "another day than the deadline"),
    (doc(rulings=[{"question": "mosul", "never": True}]), "the never of a ruling"),
    (doc(rulings=PLAIN["rulings"] * 2), "several rulings"),
    (doc(rulings=[{**PLAIN["rulings"][0], "evidence": [{"url": "https://a.org", "title": "T"}]}]),
     "title and date of evidence"),
    (doc(tags=["a; b"]), "a tag with a semicolon"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "words"), NOT_CARRIED, ids=[words for _, words in NOT_CARRIED])
def test_what_a_row_cannot_carry_is_refused_by_name(said, words):
    with pytest.raises(InputError, match=words) as refused:
        list(csv_rows.write([said]))
    assert 'forecast "k"' in str(refused.value)
    assert "--format ndjson" in str(refused.value)


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        (f"{NAMES},claim\n1,2,3,4\n1,2,3,4\n", 1, "4", 'the column "claim" stands twice'),
        (f"{NAMES},colour\n1,2,3,4\n1,2,3,4\n", 1, "4", 'there is no column "colour"'),
        ("claim,made_on\nx,y\nx,y\n", 1, "forecaster", 'there is no column "forecaster"'),
        (f"{NAMES}\nx\n", 2, "2", "1 cells stand under 3 columns"),
        (f"{NAMES}\n\nx,y,z,a\n", 3, "4", "4 cells stand under 3 columns"),
        (f'{NAMES}\n"x\n', 2, "1", "not CSV"),
        (f'{NAMES}\n"{"x" * 2_000_000}"\n', 2, "1", "not CSV"),
    ],
)
def test_a_broken_file_is_told_with_its_line(text, line, column, says):
    problems: list[Problem] = []
    list(csv_rows.read(text.splitlines(keepends=True), problems))
    assert [(p.line, p.column) for p in problems] == [(line, column)]
    assert says in problems[0].message


def rows_of(*lines: str) -> list[tuple[int, dict[str, Any]]]:
    problems: list[Problem] = []
    rows = list(csv_rows.read([f"{line}\n" for line in lines], problems))
    assert not problems
    return rows


def test_a_byte_order_mark_and_empty_cells_are_passed_over():
    assert rows_of(f"\ufeff{NAMES},note", "x,y,z,") == [
        (2, {"claim": "x", "forecaster": "y", "made_on": "z"})
    ]


def test_headers_are_compared_without_regard_to_case_and_spaces():
    assert rows_of(" Claim,FORECASTER,Made On,Published", "x,y,z,p") == [
        (2, {"claim": "x", "forecaster": "y", "made_on": "z", "published_on": "p"})
    ]


@pytest.mark.parametrize("lines", [[], [""], [NAMES]], ids=["empty", "blank", "header"])
def test_a_file_with_no_rows_has_no_problem(lines):
    assert rows_of(*lines) == []


@pytest.mark.parametrize(("sign", "name"), [(";", "semicolons"), ("\t", "tabs"), ("|", "bars")])
def test_another_separator_than_commas_is_named(sign, name):
    """Every problem says what is wrong, then what to do."""
    problems: list[Problem] = []
    lines = [f"{line.replace(',', sign)}\n" for line in (NAMES, "It rains,Ann,2017-02-08")]
    assert list(csv_rows.read(lines, problems)) == []
    message = f"{name} stand between the columns; save the file with commas between them"
    assert problems == [Problem(1, "1", message)]
