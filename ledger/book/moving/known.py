"""What the book has already, and what earlier lines of the file have brought."""

import hashlib
import json
from typing import Any

from ledger.book.moving import exporting
from ledger.core.chain import canonical
from ledger.exchange import documents
from ledger.exchange.rules import parts
from ledger.store.journal import Journal

Doc = dict[str, Any]

_ENTRY = "SELECT f.id, e.body FROM forecast f JOIN entry e ON e.seq = f.entry WHERE f.key = :key"


class Known:
    """Looks forecasts and questions up by key."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self._questions = journal.projection.state.questions
        self._unrecorded: dict[str, Doc] = {}  # questions of lines that will not be recorded
        self._lines: dict[str, bytes] = {}  # forecasts of this file: key -> what they say
        self._links: list[tuple[int, str]] = []

    def says(self, doc: Doc) -> bool | None:
        """Say whether the forecast under a key says the same; None where there is none.

        It may say so as it was first recorded, or as the book has it now.
        """
        key = doc["key"]
        if key in self._lines:
            return self._lines[key] == _digest(doc)
        found = self.journal.rows.stored(_ENTRY, {"key": key})
        if not found:
            return None
        number, body = found[0]
        if documents.normal(json.loads(body)) == doc:
            return True
        now = next(exporting.documents_of(self.journal.con, number, number))
        return documents.normal(now) == doc

    def note(self, line: int, doc: Doc) -> None:
        """Remember a forecast of this file, and the forecasts that it points to."""
        self._lines[doc["key"]] = _digest(doc)
        self._links.extend((line, link["key"]) for link in doc.get("links", ()))

    def loose_links(self) -> list[tuple[int, str]]:
        """Return line and key of the links to forecasts that nobody has."""
        sql = "SELECT 1 FROM forecast WHERE key = :key"
        return [
            (line, key)
            for line, key in self._links
            if key not in self._lines and not self.journal.rows.stored(sql, {"key": key})
        ]

    def question(self, key: str) -> Doc | None:
        """Return the question that stands under a key, in its normal form."""
        if key in self._unrecorded:
            return self._unrecorded[key]
        asked = self._questions.find(key)
        if asked is None:
            return None
        doc = {"key": key, "text": asked.text, "kind": asked.kind.value,
               "options": list(asked.options)}  # fmt: skip
        kept: Doc = documents.QUESTION(doc, "", [])
        return kept

    def keep_questions(self, doc: Doc) -> None:
        """Keep the questions of a document that will not be recorded, for the lines after it."""
        for _, part in parts(doc):
            for name in ("question", "after_question", "until_question"):
                if "text" in part.get(name, {}):
                    self._unrecorded.setdefault(part[name]["key"], part[name])


def _digest(doc: Doc) -> bytes:
    return hashlib.sha256(canonical(doc).encode()).digest()[:16]
