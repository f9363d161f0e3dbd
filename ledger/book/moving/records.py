"""Lines of a file that are no forecasts: what else a book knows, each kind with its name.

{"record": "forecaster", "name": "J. Biden", "same_as": "Joe Biden"}
{"record": "reading", "article": {"source": "Daily Mail"}, "found": 5}
{"record": "rejected", "article": {"source": "Daily Mail"}, "sentence": ..., "reason": ...}
{"record": "question", "key": ..., "text": ...}  {"record": "merge", "question": ..., "into": ...}
"""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from ledger.book.moving import numbering
from ledger.core import checks
from ledger.core.reports import Problem
from ledger.exchange import documents, fields, rules
from ledger.exchange.fields import Wrong
from ledger.store import queries
from ledger.store.journal import Journal

Doc = dict[str, Any]


def _count(value: Any, path: str, wrong: Wrong) -> int | None:
    if type(value) is int and 0 <= value <= 1_000_000:
        return value
    wrong.append((path, "this is no count; write a whole number from 0"))
    return None


def _question(value: Any, path: str, wrong: Wrong) -> Doc:
    found = len(wrong)
    doc: Doc = documents.QUESTION(value, path, wrong)
    if len(wrong) == found:
        rules.question(doc, None, "question", wrong)
    return doc


_ARTICLE = fields.record({
    "source": fields.text(lambda text: checks.name(text, "source")),
    "title": fields.text(lambda text: checks.line(text, "title")),
    "url": documents.ADDRESS, "published": documents.DAY,
}, ["source"])  # fmt: skip
_TEXT = fields.text(lambda text: checks.text(text, "text"))
_NAME = fields.text(lambda text: checks.name(text, "forecaster"))

RECORDS: Mapping[str, fields.Checker] = {
    "forecaster": fields.record({
        "name": _NAME, "same_as": _NAME,
        "kind": fields.word(checks.FORECASTER_KINDS, "kind of forecaster"),
        "role": fields.text(lambda text: checks.label(text, "role")),
    }, ["name"]),
    "reading": fields.record({"article": _ARTICLE, "found": _count}, ["article", "found"]),
    "rejected": fields.record(
        {"article": _ARTICLE, "sentence": _TEXT, "reason": _TEXT},
        ["article", "sentence", "reason"],
    ),
    "question": _question,
    "merge": fields.record({
        "question": documents.QUESTION_KEY, "into": documents.QUESTION_KEY,
        "why": fields.text(lambda text: checks.line(text, "reason")),
    }, ["question", "into"]),
}  # fmt: skip


def read(line: int, raw: Doc, problems: list[Problem]) -> Doc:
    """Return a checked record; an empty one where something is wrong with it."""
    kind = raw["record"]
    if not isinstance(kind, str) or kind not in RECORDS:
        message = f"there is no such record; the kinds are: {', '.join(RECORDS)}"
        problems.append(Problem(line, "record", message))
        return {}
    wrong: Wrong = []
    rest = {name: value for name, value in raw.items() if name != "record"}
    doc = RECORDS[kind](rest, "", wrong)
    problems.extend(Problem(line, path, message) for path, message in wrong)
    return {} if wrong else {"record": kind, **doc}


def take(journal: Journal, doc: Doc) -> bool:
    """Record what a line says; False when the book knows it already."""
    journal.rows.flush()
    body = {name: value for name, value in doc.items() if name != "record"}
    if doc["record"] in _ASKED:
        return _ASKED[doc["record"]](journal, body)
    if doc in of_kind(journal.con, doc["record"]):
        return False
    journal.record(doc["record"], body)
    return True


def all_of(con: sqlite3.Connection) -> Iterator[Doc]:
    """Yield everything in a book that is no forecast and no question."""
    for kind in _QUERIES:
        yield from of_kind(con, kind)


def of_kind(con: sqlite3.Connection, kind: str) -> Iterator[Doc]:
    """Yield the records of one kind."""
    for row in queries.rows(con, _QUERIES[kind]):
        doc = {name: row[name] for name in ("source", "title", "url", "published") if name in row}
        article = {name: value for name, value in doc.items() if value}
        rest = {name: value for name, value in row.items() if name not in doc and value is not None}
        yield {"record": kind, **({"article": article} if article else {}), **rest}


# Forecasts carry their forecaster with them: only what they do not tell is a record.
_FORECASTERS = """
SELECT p.name, p.kind, p.role, o.name AS same_as
FROM forecaster p LEFT JOIN forecaster o ON o.id = p.same_as
LEFT JOIN (SELECT said_by, MAX(CASE WHEN role IS NOT NULL THEN id END) AS last_role
           FROM forecast GROUP BY said_by) f ON f.said_by = p.id
WHERE p.same_as IS NOT NULL OR f.said_by IS NULL
   OR p.role IS NOT (SELECT role FROM forecast WHERE id = f.last_role)
ORDER BY p.same_as IS NOT NULL, p.id
"""

_READINGS = """
SELECT s.name AS source, a.title, a.url, a.published, r.found FROM reading r
JOIN article a ON a.id = r.article_id JOIN source s ON s.id = a.source_id ORDER BY a.id
"""

_REJECTED = """
SELECT s.name AS source, a.title, a.url, a.published, r.sentence, r.reason FROM rejected r
JOIN article a ON a.id = r.article_id JOIN source s ON s.id = a.source_id ORDER BY r.id
"""

_ASKED = {"question": numbering.ask, "merge": numbering.merge}
_QUERIES = {"forecaster": _FORECASTERS, "reading": _READINGS, "rejected": _REJECTED}
