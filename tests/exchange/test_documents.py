"""Nested documents: types, days, ranges and what the fields must be to each other."""

import copy
import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from ledger.exchange import documents
from ledger.exchange.rules import ImportContext

TODAY = dt.date(2020, 1, 1)
CONTEXT = ImportContext(
    TODAY, {"known": {}, "winner": {"kind": "choice", "options": ["A", "B"]}}.get
)

PLAIN: dict[str, Any] = {
    "key": "k", "claim": "Mosul is retaken", "forecaster": {"name": "Ann"},
    "made_on": "2017-02-08", "deadline": "2017-08-08",
    "parts": [{"question": {"key": "mosul", "text": "Mosul is retaken"}}],
}  # fmt: skip
NUMBER = {"key": "n", "text": "Inflation in June", "kind": "number", "unit": "%"}
CHOICE = {"key": "c", "text": "Who wins", "kind": "choice", "options": ["A", "B", "C"]}


def doc(**fields: Any) -> dict[str, Any]:
    return {**copy.deepcopy(PLAIN), **fields}


def part(**fields: Any) -> dict[str, Any]:
    return doc(parts=[{"question": {"key": "mosul", "text": "Mosul is retaken"}, **fields}])


def ruled(**said: Any) -> dict[str, Any]:
    return doc(rulings=[{"question": "mosul", **said}])


def wrong(raw: dict[str, Any]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    documents.read(raw, CONTEXT, found)
    return found


def read(raw: dict[str, Any]) -> dict[str, Any]:
    found: list[tuple[str, str]] = []
    made = documents.read(raw, CONTEXT, found)
    assert not found
    return made


def spread(**part: Any) -> dict[str, Any]:
    shares = {"options": {"A": "0.6", "B": "0.3", "C": "0.1"}}
    return doc(parts=[{"question": CHOICE, "options": ["A"], **part}], spread=shares)


REFUSED = [
    (doc(claim=7), "claim", "a number stands where text belongs"),
    (doc(claim=None), "claim", "is missing"),
    (part(until_question={"key": "mosul"}), "parts[1].until_question", "bounded by itself"),
    (part(after_question={"key": "mosul"}), "parts[1].after_question", "bounded by itself"),
    (doc(links=[{"kind": "counters", "key": "k"}]), "links[1].key", "counters itself"),
    (doc(made_on="8 February"), "made_on", "no day"),
    (doc(made_on="2020-01-02", deadline="2020-02-01"), "made_on", "lies in the future"),
    (doc(made_on_latest="2017-02-07"), "made_on_latest", "earlier day first"),
    (doc(deadline="2017-02-07"), "deadline", "before the statement"),
    (doc(deadline_earliest="2017-08-09"), "deadline_earliest", "earlier day first"),
    (doc(probability=Decimal(70)), "probability", "70 % if that is meant"),
    (doc(probability=True), "probability", "true or false stands where text"),
    (doc(forecaster={"name": "A\u202eB"}), "forecaster.name", "U+202E"),
    (doc(forecaster={"name": "A", "role": "A\u202eB"}), "forecaster.role", "U+202E"),
    (doc(forecaster={"name": "A", "kind": "robot"}), "forecaster.kind", "one of: person"),
    (doc(colour="red"), "colour", "there is no field"),
    (doc(key="a b"), "key", "no key"),
    (doc(tags=["war", "a\x1bb"]), "tags[2]", "U+001B"),
    (doc(citations=[{"source": "AFP", "url": "ftp://x"}]), "citations[1].url", "no web address"),
    (doc(citations=[{"source": "AFP", "published": "2020-02-01"}]), "citations[1].published",
     "future"),
    (doc(citations=[{"title": "Only"}]), "citations[1].source", "is missing"),
    (doc(links=[{"kind": "likes", "key": "k2"}]), "links[1].kind", "one of: revises, counters"),
    (doc(retracted={"on": "2017-01-01"}), "retracted.on", "between the statement and today"),
    (doc(updates=[{"made_on": "2017-01-01"}]), "updates[1].made_on", "older than the statement"),
    (doc(parts=[{"question": {"key": "new"}}]), "parts[1].question.text", "add its text"),
    (part(at_least="5"), "parts[1].at_least", "leave the numbers out"),
    (part(options=["A"]), "parts[1].options", "a part on a choice"),
    (part(until="2017-05-01", until_earliest="2017-06-01"), "parts[1].until_earliest", "first"),
    (part(until="2017-08-09"), "parts[1].until", "past the deadline 2017-08-08"),
    (part(until_earliest="2017-06-01"), "parts[1].until_earliest", "no until beside it"),
    (part(after_question={"key": "winner"}), "parts[1].after_question", "only an event"),
    (doc(parts=[{"question": NUMBER}]), "parts[1].at_least", "which numbers are accepted"),
    (doc(parts=[{"question": NUMBER, "at_least": "5", "more_than": "6"}]), "parts[1]", "same side"),
    (doc(parts=[{"question": NUMBER, "at_least": "7", "at_most": "6"}]), "parts[1]", "swap"),
    (doc(parts=[{"question": CHOICE, "options": ["D"]}]), "parts[1].options", "A, B, C"),
    (doc(parts=[{"question": CHOICE}]), "parts[1].options", "one or more"),
    (doc(parts=[{"question": {**CHOICE, "options": ["A", "a"]}, "options": ["A"]}]),
     "parts[1].question.options", "each different"),
    (doc(parts=[{"question": {**CHOICE, "key": "winner"}, "options": ["A"]}]),
     "parts[1].question.options", "stands with another options"),
    (ruled(on="2017-07-10", never=True), "rulings[1]", "says one thing"),
    (ruled(), "rulings[1]", "says one thing"),
    (ruled(value="5"), "rulings[1].value", "kind event"),
    (ruled(on="2020-01-02"), "rulings[1].on", "future"),
    (ruled(not_by="2020-01-01"), "rulings[1].not_by", "not over"),
    (ruled(on="2017-07-10", on_latest="2017-07-01"), "rulings[1].on_latest", "earlier day first"),
    (doc(rulings=[{"question": "other", "on": "2017-07-10"}]), "rulings[1].question", "no part"),
    (ruled(on="2017-07-10", replaces={"value": "5"}), "rulings[1].replaces.value", "kind event"),
    (doc(spread={"options": {"A": "0.6", "B": "0.6"}}), "spread.options", "add up to 1"),
    (doc(spread={"quantiles": {"0.1": "9", "0.9": "1"}}), "spread.quantiles", "in order"),
    (doc(spread={"options": {"A": "0.6", "B": "0.4"}}), "spread.options", "belong to a choice"),
    (doc(spread={"quantiles": {"0.5": "9"}}), "spread.quantiles", "belong to a number"),
    (spread(negated=True), "parts[1].negated", "cannot be denied"),
    (spread(options=["B"]), "parts[1].options", 'the top option is "A"'),
    ({**spread(), "probability": "0.7"}, "probability", "how sure one is"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "column", "says"), REFUSED, ids=lambda v: str(v)[:40])
def test_what_is_wrong_is_told_with_its_column(raw, column, says):
    found = wrong(raw)
    assert [path for path, _ in found] == [column]
    assert says in found[0][1]


def test_every_problem_of_a_document_is_listed():
    found = wrong(doc(claim="", made_on="soon", probability="often", colour="red"))
    assert {path for path, _ in found} == {"claim", "made_on", "probability", "colour"}


def test_the_normal_form_leaves_out_what_says_nothing():
    said = doc(
        made_on_latest="2017-02-08", deadline_earliest="2017-08-08", join="all", given=None,
        tags=[], probability=Decimal("0.70"), note=None,
        parts=[{"question": {"key": "mosul", "text": "Mosul is retaken", "kind": "event",
                             "ordered": False}, "negated": False}],
        citations=[{"source": "AFP", "own_voice": False, "url": None}],
    )  # fmt: skip
    assert read(said) == doc(probability="0.7", citations=[{"source": "AFP"}])


def test_a_normal_form_is_its_own_normal_form():
    once = read(doc(probability="3:1", tags=["a", "b", "a"], made_on_latest="2017-03-01"))
    assert read(once) == once == documents.normal(once)


def test_a_document_without_key_gets_one_from_its_content():
    keyless = {name: value for name, value in PLAIN.items() if name != "key"}
    one, same = read(copy.deepcopy(keyless)), read({**copy.deepcopy(keyless), "join": "all"})
    other = read({**copy.deepcopy(keyless), "claim": "Raqqa is retaken"})
    assert one["key"] == same["key"] != other["key"]
    assert len(one["key"]) == 16


def test_a_question_that_stands_needs_no_text():
    assert read(doc(parts=[{"question": {"key": "known"}}]))["parts"] == [
        {"question": {"key": "known"}}
    ]
