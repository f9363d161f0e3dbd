"""Documents whose parts end on a day of their own, on another question's day, or on neither."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from ledger.book import Filter, Ledger
from tests.book.builders import RECORDED, TODAY, d, listed, rule, shown

HANGS = {"until_question": {"key": "g", "text": "G"}, "until_offset": 2}
BOUNDS = st.sampled_from([
    {}, HANGS, {"until": "2017-05-01"}, {"after": "2017-02-01"},
    {"until": "2017-05-01", "until_earliest": "2017-04-01"},
    {"after_question": {"key": "g", "text": "G"}},
])  # fmt: skip
DEADLINES = st.sampled_from([
    {}, {"deadline": "2017-06-30"}, {"deadline": "2017-06-30", "deadline_earliest": "2017-06-01"},
])  # fmt: skip


def asking(key: str, **fields: Any) -> dict[str, Any]:
    return {"question": {"key": key, "text": key.upper()}, **fields}


def document(*parts: dict[str, Any], **fields: Any) -> dict[str, Any]:
    who = {"name": "Ann", "kind": "person"}
    return {"key": "f", "claim": "c", "forecaster": who, "made_on": "2016-12-01",
            "parts": list(parts), **fields}  # fmt: skip


def taken(book: Ledger, doc: dict[str, Any]) -> None:
    assert book.import_lines([json.dumps(doc)], today=TODAY).problems == ()


def exported(book: Ledger) -> list[dict[str, Any]]:
    return [json.loads(line) for line in book.export()]


@st.composite
def documents(draw):
    parts = [asking(key, **draw(BOUNDS)) for key in "ab"[: draw(st.integers(1, 2))]]
    condition = draw(st.none() | BOUNDS)
    extra = {} if condition is None else {"given": asking("c", **condition)}
    return document(*parts, **draw(DEADLINES), **extra)


@given(documents(), st.booleans())
@settings(max_examples=60, deadline=None)
def test_every_bound_and_deadline_comes_out_as_it_went_in(doc, known):
    """NDJSON loses nothing, whatever was ruled between."""
    with tempfile.TemporaryDirectory() as folder:
        one, two = (Ledger.create(Path(folder) / f"{n}.db", clock=lambda: RECORDED) for n in "12")
        with one, two:
            taken(one, doc)
            for asked in one.questions():
                if known and asked.key == "g":
                    rule(one, asked.question, on="2017-03-01")
            (out,) = exported(one)
            out.pop("rulings", None)
            assert said(out) == said(doc)
            if "deadline" in doc:
                assert one.list(Filter(), TODAY)[0].deadline == d(doc["deadline"])
            two.import_lines(one.export(), today=TODAY)
            assert two.list(Filter(), TODAY) == one.list(Filter(), TODAY)
            assert (one.verify(), two.verify()) == ((), ())


def said(doc: dict[str, Any]) -> str:
    """Write a document in one order of names, without offsets of no days."""
    kept = json.loads(json.dumps(doc), object_hook=lambda o: {k: v for k, v in o.items() if v})
    return json.dumps(kept, sort_keys=True)


@pytest.mark.parametrize(
    ("day", "verdict"), [("2017-06-30", "true"), ("2017-07-01", "void")]
)  # fmt: skip
def test_a_condition_has_the_deadline_of_the_forecast_beside_a_part_that_hangs(book, day, verdict):
    """The deadline of a part is by default the forecast's, and `given` is one more part."""
    taken(book, document(asking("a", **HANGS), given=asking("c"), deadline="2017-06-30"))
    assert (listed(book).deadline, listed(book).status) == (d("2017-06-30"), "due")
    rule(book, "q1", on="2017-03-02")
    rule(book, "q2", on="2017-03-01")
    rule(book, "q3", on=day)
    assert listed(book).verdict == verdict
    assert [part.accepts for part in (shown(book).given,) if part] == ["by 2017-06-30"]


def test_a_deadline_that_nobody_named_follows_the_day_it_hangs_on(book):
    taken(book, document(asking("a", **HANGS)))
    assert listed(book).deadline is None
    rule(book, "q2", on="2017-03-01")
    assert listed(book).deadline == d("2017-03-03")
    assert "deadline" not in exported(book)[0]
