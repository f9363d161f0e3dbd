"""Amending: the document of a forecast as it stands, with some of its fields put right."""

import json
import sqlite3
from dataclasses import replace
from typing import Any

from ledger.book import documents, lookup
from ledger.book.documents import Desk
from ledger.book.requests import Accepts, NewCitation, NewForecast
from ledger.errors import InputError
from ledger.store import queries
from ledger.store.queries import rows

# Fields of a request that change what is asked: the parts are written anew.
_ASKING = ("all_of", "any_of", "given", "question", "after", "criteria", "judge")


def corrected(desk: Desk, number: int, new: NewForecast) -> dict[str, Any]:
    """Return the whole document of a forecast after an amendment."""
    doc = standing(desk.con, number)
    if new == NewForecast():
        raise InputError("nothing to amend; name the options to put right, as in `ledger add`")
    if new.key:
        raise InputError("the key of a forecast stays for ever; strike it and add another one")
    if (new.criteria or new.judge) and not (new.all_of or new.any_of):
        raise InputError("criteria and judge belong to the question; use `ledger question edit`")
    fresh = documents.draft(desk, _complete(doc, new)).doc
    kept = {name: doc[name] for name in _kept(doc, new)}
    return {**fresh, **kept, "key": doc["key"]}


def standing(con: sqlite3.Connection, number: int) -> dict[str, Any]:
    """Return the document of a forecast with everything the journal added to it since."""
    found = rows(con, queries.ENTRIES_OF, id=lookup.forecast(con, number))
    doc: dict[str, Any] = {}
    for entry in found:
        if entry["about"] == f"f{number}":
            doc = _after(doc, entry["kind"], json.loads(entry["body"]))
    return doc


def _after(doc: dict[str, Any], kind: str, body: dict[str, Any]) -> dict[str, Any]:
    """Return a document after one more entry about its forecast."""
    if kind == "forecast":
        return {name: value for name, value in body.items() if name != "rulings"}
    if kind == "amend":
        return dict(body["forecast"])
    if kind == "citation":
        return {**doc, "citations": [*doc.get("citations", []), body]}
    if kind == "update":
        return {**doc, "updates": [*doc.get("updates", []), body]}
    if kind == "move":
        return _moved(doc, body)
    return {**doc, **body}


def _moved(doc: dict[str, Any], body: dict[str, Any]) -> dict[str, Any]:
    if body["part"] == 0:
        return {**doc, "given": {**doc["given"], "question": body["question"]}}
    parts = list(doc["parts"])
    parts[body["part"] - 1] = {**parts[body["part"] - 1], "question": body["question"]}
    return {**doc, "parts": parts}


def _complete(doc: dict[str, Any], new: NewForecast) -> NewForecast:
    """Fill what the request leaves out with what stands, as far as reading it needs that."""
    days = doc["made_on"], doc.get("made_on_latest") or doc["made_on"]
    stands = {
        "claim": doc["claim"], "by": doc["forecaster"]["name"],
        "role": doc["forecaster"].get("role"), "made": f"{days[0]}..{days[1]}",
        "forecaster_kind": doc["forecaster"].get("kind"), "note": doc.get("note"),
        "vague": doc.get("vague"), "tags": tuple(doc.get("tags", ())),
    }  # fmt: skip
    missing = {name: value for name, value in stands.items() if not getattr(new, name)}
    if new.probability is None and new.phrase is None:
        missing |= {"probability": doc.get("probability"), "phrase": doc.get("phrase")}
    if new.deadline is None and not new.claim and doc.get("deadline"):
        missing["deadline"] = doc["deadline"]
    if new.negated is None:
        missing["negated"] = all(p.get("negated") for p in doc.get("parts", [{}]))
    if new.citation:
        missing["citation"] = _cited(doc, new.citation)
    return replace(new, **missing)


def _cited(doc: dict[str, Any], new: NewCitation) -> NewCitation:
    """Return the first citation with the fields of the request in place."""
    first = (doc.get("citations") or [{}])[0]
    named = {name: getattr(new, name) for name in NewCitation.__dataclass_fields__}
    return NewCitation(**{**first, **{k: v for k, v in named.items() if v}})


def _kept(doc: dict[str, Any], new: NewForecast) -> list[str]:
    """Return the fields of the document that stay as they are."""
    names = ["updates", "struck", "void", "retracted"]
    asks_anew = any(getattr(new, name) for name in _ASKING) or new.accepts != Accepts()
    if not asks_anew and new.negated is None:
        names += ["parts", "join", "given"]
    if new.deadline is None and not new.claim:
        names += ["deadline", "deadline_earliest", "deadline_phrase"]
    if new.citation is None:
        names.append("citations")
    if not (new.revises or new.counters):
        names.append("links")
    if new.accepts == Accepts():
        names.append("spread")
    return [name for name in names if name in doc]
