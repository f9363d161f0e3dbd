"""What entries changed: the fields of a forecast or a question, as they were and as they are.

An amendment holds the whole document anew; what it put right shows against what stood before.
"""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from ledger.core import answers
from ledger.core.reports import Change

Doc = dict[str, Any]

_QUESTIONS = ("question", "after_question", "until_question")
# The documents of those who ask a question, the first of whom worded it.
_ASKED = """
SELECT e.body FROM part p JOIN forecast f ON f.id = p.forecast_id JOIN entry e ON e.seq = f.entry
WHERE p.question_id = ? ORDER BY f.id
"""
_EDITED = ("text", "criteria", "judge", "opens", "unit")


class Histories:
    """Follows the documents of forecasts and questions through entries that come in order."""

    def __init__(self, con: sqlite3.Connection) -> None:
        self._con = con
        self._forecasts: dict[str, Doc] = {}
        self._questions: dict[str, Doc] = {}

    def question(self, key: str) -> str:
        """Return how a question is called here: "q7"."""
        found = self._con.execute("SELECT id FROM question WHERE key = ?", (key,)).fetchone()
        return f"q{found[0]}" if found else key

    def changes(self, kind: str, about: str, body: Doc) -> tuple[Change, ...]:
        """Return what an entry changed, and remember what stands now."""
        if kind == "question":
            return tuple(self._edited(about, body["set"]))
        if kind not in {"forecast", "amend", "mark", "citation", "move"}:
            return ()
        before = self._forecasts.get(about, {})
        after = body["forecast"] if kind == "amend" else _after(before, kind, body)
        self._forecasts[about] = after
        self._meet(after)
        return tuple(self._put_right(before, after)) if kind == "amend" and before else ()

    def _edited(self, about: str, said: Doc) -> Iterator[Change]:
        stood = self._stood(about)
        if stood is None:
            return
        for name in _EDITED:
            if name in said:
                yield Change(name, stood.get(name), str(said[name]))
        stood.update(said)

    def _stood(self, about: str) -> Doc | None:
        """Return a question as it stands; None where nobody here tells how it was worded."""
        found = self._con.execute("SELECT key FROM question WHERE id = ?", (about[1:],)).fetchone()
        key = found[0] if found else about
        if key not in self._questions:
            for (body,) in self._con.execute(_ASKED, (about[1:],)):
                self._meet(json.loads(body))
        return self._questions.get(key)

    def _meet(self, doc: Doc) -> None:
        """Remember the questions that a document words."""
        for part in _parts(doc):
            for name in _QUESTIONS:
                if "text" in part.get(name, {}):
                    self._questions.setdefault(part[name]["key"], dict(part[name]))

    def _put_right(self, before: Doc, after: Doc) -> Iterator[Change]:
        old, new = self._fields(before), self._fields(after)
        for name in dict.fromkeys([*new, *old]):
            if old.get(name) != new.get(name) and (name != "parts" or name in old):
                yield Change(name, old.get(name), new.get(name))

    def _fields(self, doc: Doc) -> dict[str, str]:
        """Return the fields of a document as a history shows them."""
        by = doc.get("forecaster", {})
        said = {
            "claim": doc.get("claim"), "by": by.get("name"), "role": by.get("role"),
            "kind": by.get("kind"), "made": _days(doc, "made_on", "made_on_latest"),
            "due": _days(doc, "deadline_earliest", "deadline"),
            "probability": doc.get("probability"), "phrase": doc.get("phrase"),
            "vague": doc.get("vague"), "note": doc.get("note"),
            "tags": ", ".join(doc.get("tags") or ()),
            "parts": "; ".join(map(self._part, _parts(doc))),
            **_joined(doc),
            "sources": ", ".join(cited["source"] for cited in doc.get("citations") or ()),
            "links": ", ".join(f"{one['kind']} {one['key']}" for one in doc.get("links") or ()),
        }  # fmt: skip
        return {name: str(value) for name, value in said.items() if value}

    def _part(self, part: Doc) -> str:
        """Return a part in short: its question, whether it is denied, what it accepts."""
        rest = {n: v for n, v in part.items() if n not in {*_QUESTIONS, "negated"} and v}
        rest.pop("until", None)  # the deadline, which is told by itself
        rest.pop("until_earliest", None)
        own = [f"{name.replace('_', ' ')} {value}" for name, value in sorted(rest.items())]
        bounds = [
            f"{name.removesuffix('_question')} {self.question(part[name]['key'])}"
            for name in _QUESTIONS[1:] if name in part
        ]  # fmt: skip
        asked = self.question(part["question"]["key"])
        return " ".join([*(["not"] if part.get("negated") else []), asked, *bounds, *own])


def _joined(doc: Doc) -> dict[str, str]:
    """Return how several parts make a whole, and whether that is denied; one part tells it."""
    if len(doc.get("parts") or ()) < 2:
        return {}
    return {"join": doc.get("join") or "all", "denied": "yes" if answers.denied(doc) else "no"}


def _parts(doc: Doc) -> list[Doc]:
    return [*(doc.get("parts") or ()), *([doc["given"]] if doc.get("given") else [])]


def _days(doc: Doc, first: str, last: str) -> str | None:
    """Return a day, or the first and the last one of a window."""
    days = list(dict.fromkeys(doc[name] for name in (first, last) if doc.get(name)))
    return "..".join(days) or None


def _after(before: Doc, kind: str, body: Doc) -> Doc:
    """Return the fields of a document after an entry that is no amendment."""
    if kind == "citation":
        return {**before, "citations": [*(before.get("citations") or ()), body]}
    if kind != "move":
        return {**before, **body}
    if body["part"] == 0:
        return {**before, "given": {**before["given"], "question": body["question"]}}
    parts = list(before.get("parts") or ())
    if len(parts) >= body["part"]:
        moved = {**parts[body["part"] - 1], "question": body["question"]}
        parts[body["part"] - 1] = moved
    return {**before, "parts": parts}
