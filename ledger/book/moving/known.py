"""What the book has already, and what earlier lines of the file have brought."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ledger.book.moving import exporting
from ledger.book.moving.comparing import Difference, compare
from ledger.book.moving.naming import Names
from ledger.core.chain import canonical
from ledger.exchange import documents
from ledger.exchange.rules import parts

Doc = dict[str, Any]

_ENTRY = """
SELECT f.id, f.entry, e.body FROM forecast f JOIN entry e ON e.seq = f.entry WHERE f.key = :key
"""
_NUMBER = "SELECT COALESCE(merged_into, id) FROM question WHERE key = :key"
_RULED = f"""
SELECT id, entry, said FROM ruling WHERE question_id = ({_NUMBER}) AND replaced_by IS NULL
ORDER BY id
"""  # noqa: S608 - our own text
_RULED_LAST = "SELECT question_id, said FROM ruling WHERE entry = :entry ORDER BY id DESC LIMIT 1"
_QUESTION = f"SELECT kind, options FROM question WHERE id = ({_NUMBER})"  # noqa: S608 - likewise

SAME = Difference()


@dataclass(frozen=True, slots=True)
class Found:
    """A forecast of the book: its number, its entry, and what a document has otherwise."""

    number: int
    entry: int
    difference: Difference


class Known:
    """Looks forecasts and questions up by key."""

    def __init__(self, con: sqlite3.Connection) -> None:
        self._con = con
        self.names = Names(con)
        self._questions: dict[str, Doc] = {}  # of this file: what an answer may be
        self._forecasts: set[str] = set()  # of this file
        self._links: list[tuple[int, str]] = []

    def find(self, doc: Doc, flush: Callable[[], None]) -> Found | None:
        """Return the forecast that has a document's key; None where there is none.

        `flush` brings into the tables what earlier lines of the file have brought.
        """
        key = doc["key"]
        if key in self._forecasts:
            flush()
        found = self._con.execute(_ENTRY, {"key": key}).fetchone()
        if found is None:
            return None
        number, entry, body = found
        if body == canonical(doc):
            return Found(number, entry, SAME)
        first = documents.normal(json.loads(body))
        now = documents.normal(next(exporting.documents_of(self._con, number, number)))
        return Found(number, entry, compare(doc, first, now))

    def ruled(self, question: str) -> list[tuple[int, int, str]]:
        """Return number, entry and words of the rulings that stand on a question."""
        return self._con.execute(_RULED, {"key": question}).fetchall()

    def ruled_last(self, entry: int) -> tuple[int, str]:
        """Return question and words of the last ruling that an entry brought; 0 for none."""
        found = self._con.execute(_RULED_LAST, {"entry": entry}).fetchone()
        return found or (0, "")

    def asked(self, question: str) -> int:
        """Return the number of a question that stands under a key."""
        return int(self._con.execute(_NUMBER, {"key": question}).fetchone()[0])

    def note(self, line: int, doc: Doc) -> None:
        """Remember a forecast of this file, its questions, and where its links point."""
        self._forecasts.add(doc["key"])
        self._links.extend((line, link["key"]) for link in doc.get("links", ()))
        for _, part in parts(doc):
            for name in ("question", "after_question", "until_question"):
                asked = part.get(name, {})
                if "text" in asked:
                    may_be = {n: asked[n] for n in ("kind", "options") if n in asked}
                    self._questions.setdefault(asked["key"], may_be)

    def loose_links(self) -> list[tuple[int, str]]:
        """Return, once, line and key of the links to forecasts that nobody has."""
        links, self._links = self._links, []
        sql = "SELECT 1 FROM forecast WHERE key = :key"
        return [
            (line, key)
            for line, key in links
            if key not in self._forecasts and not self._con.execute(sql, {"key": key}).fetchone()
        ]

    def question(self, key: str) -> Doc | None:
        """Return what an answer to the question may be: its kind and options."""
        if key in self._questions:
            return self._questions[key]
        found = self._con.execute(_QUESTION, {"key": key}).fetchone()
        if found is None:
            return None
        kind, options = found
        may_be = {"kind": None if kind == "event" else kind, "options": json.loads(options or "[]")}
        return {name: value for name, value in may_be.items() if value}
