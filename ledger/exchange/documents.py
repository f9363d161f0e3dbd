"""The nested document of a forecast: its fields, and the normal form in which it is kept.

The normal form leaves out what says nothing (null, false, empty lists, defaults), writes
decimals as plain text and days as YYYY-MM-DD, so that two documents that say the same are
equal, and the same bytes in the journal.
"""

from typing import Any

from ledger.core import answers, checks
from ledger.core.chain import canonical
from ledger.core.plain import content_key
from ledger.exchange import fields, rules
from ledger.exchange.fields import Checker, Wrong
from ledger.exchange.rules import ImportContext

Doc = dict[str, Any]


def _day(text: str) -> str:
    return checks.iso_day(text).isoformat()


def _name(what: str) -> Checker:
    return fields.text(lambda text: checks.name(text, what))


def _line(what: str) -> Checker:
    return fields.text(lambda text: checks.line(text, what))


def _label(what: str) -> Checker:
    return fields.text(lambda text: checks.label(text, what))


def question_key(text: str) -> str:
    """Check the key of a question: a forecast's key, with a little room for its parts."""
    return checks.key(text, "key of a question", 80)


DAY = fields.text(_day)
ADDRESS = fields.text(checks.address)
NUMBER = fields.number(checks.number)
PROBABILITY = fields.number(checks.probability)
NOTE = fields.text(lambda text: checks.text(text, "note"))
KEY = fields.text(checks.key)
QUESTION_KEY = fields.text(question_key)
TAG = _name("tag")
OPTIONS = fields.many(_name("option"))

EVIDENCE = fields.record({"url": ADDRESS, "title": _line("title"), "date": DAY}, ["url"])
QUESTION = fields.record({
    "key": QUESTION_KEY, "text": _line("question"),
    "kind": fields.word(("event", "number", "choice"), "kind of question", "event"),
    "options": OPTIONS, "ordered": fields.flag, "unit": _name("unit"), "opens": DAY,
    "criteria": fields.text(lambda text: checks.text(text, "criteria")), "judge": _label("judge"),
}, ["key"])  # fmt: skip
PART = fields.record({
    "question": QUESTION, "negated": fields.flag,
    "after": DAY, "after_latest": DAY, "after_question": QUESTION, "after_offset": fields.whole,
    "until": DAY, "until_earliest": DAY, "until_question": QUESTION, "until_offset": fields.whole,
    "at_least": NUMBER, "more_than": NUMBER, "at_most": NUMBER, "less_than": NUMBER,
    "options": OPTIONS,
}, ["question"])  # fmt: skip
CITATION = fields.record({
    "source": _name("source"), "title": _line("title"), "url": ADDRESS, "published": DAY,
    "quote": fields.text(lambda text: checks.text(text, "quote")), "via": _name("via"),
    "own_voice": fields.flag,
}, ["source"])  # fmt: skip
# How a ruling, or a mark on one forecast, is known.
_PROOF: dict[str, Checker] = {
    "evidence": fields.many(EVIDENCE), "note": NOTE, "by": _name("name"),
}  # fmt: skip
_SAID: dict[str, Checker] = {
    "on": DAY, "on_latest": DAY, "not_by": DAY, "never": fields.flag, "value": NUMBER,
    "low": NUMBER, "high": NUMBER, "option": _name("option"), "not_options": OPTIONS,
    "void": _line("reason"), "final": fields.flag, "why": _line("reason"),
    **_PROOF,
}  # fmt: skip


def _replaced(value: Any, path: str, wrong: Wrong) -> Any:
    return fields.record({**_SAID, "replaces": _replaced})(value, path, wrong)


RULING = fields.record({"question": QUESTION_KEY, **_SAID, "replaces": _replaced}, ["question"])
SPREAD = fields.record({
    "options": fields.table(lambda text: checks.name(text, "option"), PROBABILITY),
    "quantiles": fields.table(checks.probability, NUMBER),
})  # fmt: skip
STATEMENT: dict[str, Checker] = {
    "made_on": DAY, "made_on_latest": DAY, "probability": PROBABILITY,
    "phrase": _line("phrase"), "spread": SPREAD, "note": NOTE,
}  # fmt: skip
FORECAST = fields.record({
    **STATEMENT,
    "key": KEY, "claim": fields.text(checks.claim),
    "forecaster": fields.record({
        "name": _name("forecaster"), "role": _label("role"),
        "kind": fields.word(checks.FORECASTER_KINDS, "kind of forecaster"),
    }, ["name"]),
    "deadline": DAY, "deadline_earliest": DAY, "deadline_phrase": _line("deadline"),
    "deadline_rule": _line("reading"), "deadline_note": _line("reading"),
    "join": fields.word(("all", "any"), "way to join parts", "all"), "negated": fields.side,
    "parts": fields.many(PART), "given": PART, "citations": fields.many(CITATION),
    "rulings": fields.many(RULING),
    "updates": fields.many(fields.record(STATEMENT, ["made_on"])),
    "links": fields.many(fields.record({
        "kind": fields.word(("revises", "counters"), "kind of link"), "key": KEY,
    }, ["kind", "key"])),
    "vague": _line("reason"), "void": _line("reason"), "struck": _line("reason"),
    "vague_proof": fields.record(_PROOF), "void_proof": fields.record(_PROOF),
    "retracted": fields.record({"on": DAY, "note": NOTE, "source": CITATION}, ["on"]),
    "tags": fields.many(TAG),
}, ["claim", "forecaster", "made_on"])  # fmt: skip


def read(raw: Any, context: ImportContext, wrong: Wrong) -> Doc:
    """Return a nested document in its normal form; what is wrong with it joins `wrong`."""
    found = FORECAST(raw, "", wrong)
    if wrong:
        return {}
    doc = complete(found)
    rules.check(doc, context, wrong)
    return doc


def complete(doc: Doc) -> Doc:
    """Leave out what is said twice; give a document without key the key of its content."""
    for statement in (doc, *doc.get("updates", ())):
        _one_day(statement, "made_on", "made_on_latest")
    _one_day(doc, "deadline", "deadline_earliest")
    for part in (*doc.get("parts", ()), *([doc["given"]] if "given" in doc else ())):
        _one_day(part, "after", "after_latest")
        _one_day(part, "until", "until_earliest")
    for ruling in doc.get("rulings", ()):
        _one_day(ruling, "on", "on_latest")
    if "negated" in doc and not answers.side_apart(doc):
        del doc["negated"]
    if "tags" in doc:
        doc["tags"] = list(dict.fromkeys(doc["tags"]))
    if "key" not in doc:
        doc["key"] = content_key(canonical(doc))
    return doc


def _one_day(doc: Doc, day: str, other: str) -> None:
    if other in doc and doc[other] == doc.get(day):
        del doc[other]


def normal(doc: Doc) -> Doc:
    """Return the normal form of a document that the journal holds."""
    old = {**doc, "parts": [_told(p) for p in doc.get("parts", ())],
           "given": doc.get("given") and _told(doc["given"])}  # fmt: skip
    found: Doc = FORECAST(old, "", [])
    return complete(found)


def _told(part: Doc) -> Doc:
    """Return a part without the mark of a new question, which is for the journal alone."""
    question = {name: value for name, value in part["question"].items() if name != "new"}
    return {**part, "question": question}
