"""The short way of plain rows gives the document of the long way, or leaves the row to it."""

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from ledger.core.chain import canonical
from ledger.core.plain import BODY, KEY
from ledger.exchange import flat, ndjson
from ledger.exchange.plain import FIELDS, PlainReader
from ledger.exchange.rules import ImportContext

TODAY = dt.date(2020, 1, 1)
READER = PlainReader(TODAY)

DAYS = st.dates(dt.date(2016, 1, 1), dt.date(2020, 2, 1)).map(str)
TEXTS = st.text(alphabet="aB 1:\"'\\{}é\u202e\x7f\x1b,", max_size=8)
VALUES = {
    "claim": TEXTS | st.sampled_from(["It rains", "It won't", "Never", " x", ":y"]),
    "forecaster": TEXTS | st.sampled_from(["Ann", "Ben"]) | st.integers(0, 1),
    "made_on": DAYS | st.sampled_from(["20170208", "", "soon", "2017-02-08T10:05Z"]),
    "deadline": DAYS | st.sampled_from(["within six months", "2017", "2019-02-08 00:00:00"]),
    "probability": st.floats(allow_nan=False) | st.sampled_from(
        ["0.7", "70 %", "3:1", 0.5, 1, 0, "often", True, 0.70]
    ),
    "source": TEXTS | st.sampled_from(["AFP", "0.5", 0.5, None]),
    "happened": st.sampled_from(["yes", "no", "Yes", True, False, None, "0", 1]),
    "happened_on": DAYS | st.none(),
    "note": TEXTS | st.booleans(),
    "role": TEXTS | st.sampled_from(["general", 0, False]),
    "forecaster_kind": st.sampled_from(["person", "Model", "cat", "", None]),
    "phrase": TEXTS | st.none() | st.sampled_from(["unlikely", "we don't believe", "may"]),
    "negated": st.sampled_from(["yes", "No", "maybe", True, False, 1, None]),
    "title": TEXTS,
    "url": st.sampled_from(["https://a.org/1", "a.org", "", " http://b.org"]),
    "published_on": DAYS,
    "quote": TEXTS | st.sampled_from(["two\nlines", "tab\t", 7]),
    "tags": TEXTS | st.lists(TEXTS, max_size=2) | st.sampled_from(["a; b;;a", ["a", "a"], [1]]),
    "evidence": st.sampled_from(
        ["https://a.org https://b.org", "https://a.org; https://b.org,", ["https://a.org,"],
         ["https://a.org"], [], ["a"], "", 3]
    ),
}  # fmt: skip
USUAL = {"claim": "It rains", "forecaster": "Ann", "made_on": "2017-02-08"}

RAW = [
    '"2017-02-08"',
    '"Ann"',
    '"yes"',
    '":"',
    '""',
    '"a\\"b"',
    "0.5",
    "1",
    "true",
    "false",
    "null",
]


def long_way(text: str) -> str | None:
    """Return the canonical document that the long way makes of a line; None if it refuses it."""
    problems: list[Any] = []
    raw = ndjson.read(1, text, problems)
    if raw is None:
        return None
    doc = flat.read(raw, ImportContext(TODAY), problems)
    return None if problems else canonical(doc)


@given(st.fixed_dictionaries({}, optional=VALUES), st.booleans())
def test_what_the_short_way_takes_is_what_the_long_way_makes(fields, ascii_only):
    line = json.dumps({**USUAL, **fields}, ensure_ascii=ascii_only) + "\n"
    plain = READER.read(1, line)
    if plain is not None:
        assert plain[BODY] == long_way(line)


@settings(max_examples=500)
@given(st.lists(st.tuples(st.sampled_from(sorted(FIELDS)), st.sampled_from(RAW)), max_size=6))
def test_a_field_that_stands_twice_never_takes_the_short_way(pairs):
    usual = [(name, json.dumps(value)) for name, value in USUAL.items()]
    line = "{" + ", ".join(f'"{name}": {value}' for name, value in [*usual, *pairs]) + "}"
    plain = READER.read(1, line)
    if plain is not None:
        assert len({name for name, _ in [*usual, *pairs]}) == len(usual) + len(pairs)
        assert plain[BODY] == long_way(line)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"deadline": "2017-08-08"},
        {"deadline": "2017-08-08", "probability": 0.7, "source": "AFP"},
        {"deadline": "2017-08-08", "happened": "no"},
        {"deadline": "2017-08-08", "happened": "yes", "happened_on": "2017-10-01"},
        {"happened": "yes", "happened_on": "2016-10-01"},
        {"probability": "70 %"},
        {"probability": 1},
        {"claim": 'Es regnet \u2013 "heftig" \\ \U0001f327', "source": "Süddeutsche"},
        {"role": "general", "forecaster_kind": "person", "phrase": "will", "negated": True},
        {
            "source": "AFP",
            "title": "T",
            "url": "https://a.org/1",
            "published_on": "2017-02-09",
            "quote": 'It "will"\nrain',
        },
        {"tags": ["a", "b"], "note": "two\nlines"},
        {
            "tags": "a; b",
            "deadline": "2017-08-08",
            "happened": False,
            "evidence": "https://b.org/2 https://b.org/3",
        },
    ],
    ids=str,
)
def test_usual_rows_take_the_short_way(fields):
    line = json.dumps({**USUAL, **fields}) + "\n"
    plain = READER.read(1, line)
    assert plain is not None
    assert plain[BODY] == long_way(line)
    assert plain[KEY] == json.loads(plain[BODY])["key"]


@given(st.text(max_size=40))
def test_any_text_is_left_to_the_long_way(text):
    assert READER.read(1, text) is None
