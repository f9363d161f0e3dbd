"""Hostile lines: "a clear error naming line and column, the book unchanged"."""

import json
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from ledger.core.reports import Problem
from ledger.exchange import ndjson


def read(text: str) -> tuple[object, list[Problem]]:
    problems: list[Problem] = []
    return ndjson.read(3, text, problems), problems


@pytest.mark.parametrize(
    ("text", "column", "says"),
    [
        ('{"a": 1, "a": 2}', "a", "stands twice"),
        ('{"b": {"a": 1, "a": 1}}', "a", "stands twice"),
        ('{"a": NaN}', "1", "NaN is no number"),
        ('{"a": -Infinity}', "1", "-Infinity is no number"),
        ('{"a": ٧}', "7", "not JSON"),
        ('{"a": 1,}', "9", "not JSON"),
        ("{'a': 1}", "2", "not JSON"),
        ('{"a": "\t"}', "8", "not JSON"),
        ('{"a": 1} {"a": 1}', "10", "not JSON"),
        ("[1, 2]", "1", "a list stands here"),
        ("7", "1", "a number stands here"),
        ("null", "1", "null stands here"),
        ("[" * 200_000 + "]" * 200_000, "1", "nested too deep"),
        ('{"a": ' + "7" * 10_000 + "}", "1", "too large or too long"),
        ('{"a": 1e99999999999999999999}', "1", "too large or too long"),
        ('{"a": -1e-99999999999999999999}', "1", "too large or too long"),
        ('{"a": "' + "x" * 10_000_000 + '"}', "1048577", "10,000,009 characters"),
    ],
    ids=lambda value: value[:20],
)
def test_a_hostile_line_is_one_problem_with_its_place(text, column, says):
    found, problems = read(text)
    assert found is None
    assert [(p.line, p.column) for p in problems] == [(3, column)]
    assert says in problems[0].message
    assert len(problems[0].message) < 200
    assert "\n" not in problems[0].message


@pytest.mark.parametrize("text", ["", "\n", "  \r\n", "\ufeff\n"])
def test_empty_lines_are_no_rows(text):
    assert read(text) == (None, [])


def test_a_byte_order_mark_is_passed_over():
    assert read('\ufeff{"a": "b"}\n') == ({"a": "b"}, [])


def test_numbers_stay_as_they_were_written():
    assert read('{"a": 0.70, "b": 1e-2, "c": 5}')[0] == {
        "a": Decimal("0.70"), "b": Decimal("0.01"), "c": 5
    }  # fmt: skip
    assert str(read('{"a": 0.70}')[0]["a"]) == "0.70"


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=5) | st.integers() | st.booleans()))
def test_any_object_that_json_writes_is_read(doc):
    assert read(json.dumps(doc)) == (doc, [])


@given(st.text(max_size=60))
def test_any_text_gives_an_object_or_a_problem_and_never_a_traceback(text):
    found, problems = read(text)
    assert found is None or isinstance(found, dict)
    assert len(problems) <= 1
