"""What the book has already, and what earlier lines of the file have brought."""

import hashlib
import json
import sqlite3
from typing import Any

from ledger.book.moving import exporting
from ledger.core.chain import canonical
from ledger.exchange import documents
from ledger.exchange.rules import parts

Doc = dict[str, Any]

_ENTRY = "SELECT f.id, e.body FROM forecast f JOIN entry e ON e.seq = f.entry WHERE f.key = :key"
_QUESTION = """
SELECT q.kind, q.options FROM question q
WHERE q.id = (SELECT COALESCE(merged_into, id) FROM question WHERE key = :key)
"""


class Known:
    """Looks forecasts and questions up by key."""

    def __init__(self, con: sqlite3.Connection) -> None:
        self._con = con
        self._questions: dict[str, Doc] = {}  # of this file: what an answer may be
        self._forecasts: dict[str, bytes] = {}  # of this file: what they say
        self._links: list[tuple[int, str]] = []

    def says(self, doc: Doc) -> bool | None:
        """Say whether the forecast under a key says the same; None where there is none.

        It may say so as it was first recorded, or as the book has it now.
        """
        key = doc["key"]
        if key in self._forecasts:
            return self._forecasts[key] == _digest(doc)
        found = self._con.execute(_ENTRY, {"key": key}).fetchone()
        if found is None:
            return None
        number, body = found
        if documents.normal(json.loads(body)) == doc:
            return True
        now = next(exporting.documents_of(self._con, number, number))
        return documents.normal(now) == doc

    def note(self, line: int, doc: Doc) -> None:
        """Remember a forecast of this file, its questions, and where its links point."""
        self._forecasts[doc["key"]] = _digest(doc)
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


def _digest(doc: Doc) -> bytes:
    return hashlib.sha256(canonical(doc).encode()).digest()[:16]
