"""What is in the book already: said twice, it would count twice or say nothing new.

Each function raises ConflictError with one line that names what stands; nothing is recorded.
"""

import datetime as dt
import json
import sqlite3
from typing import Any

from ledger.book import amending
from ledger.core import answers, checks, reports
from ledger.core.deadlines import Window
from ledger.core.objects import without_empty
from ledger.errors import ConflictError, SameForecastError
from ledger.store import queries
from ledger.store.queries import rows

Doc = dict[str, Any]


def forecast(con: sqlite3.Connection, doc: Doc, *, refuse: bool = True) -> int | None:
    """Find, or refuse, a forecast of the same forecaster, claim, day and deadline."""
    days = {name: doc.get(name) for name in ("made_on", "made_on_latest", "deadline")}
    for row in rows(con, queries.SAME_DAYS, name=doc["forecaster"]["name"], **days):
        if row["claim"].casefold() != doc["claim"].casefold():
            continue
        if _accepted(amending.standing(con, row["id"])) != _accepted(doc):
            continue
        if refuse:
            raise SameForecastError(
                f"forecast {row['id']} says the same already; nothing recorded; "
                f"`ledger cite {row['id']} --source OUTLET` adds another outlet", row["id"],
            )  # fmt: skip
        return int(row["id"])
    return None


def _accepted(doc: Doc) -> list[Doc]:
    """Return the answers that a forecast accepts, whatever its questions are called."""
    asked = [*doc["parts"], *([doc["given"]] if doc.get("given") else [])]
    parts: list[Doc] = [
        {name: value for name, value in part.items() if name != "question" and value}
        for part in asked
    ]
    worded = {"given": doc["given"]["question"].get("text")} if doc.get("given") else {}
    side = {"join": doc.get("join") or "all", "denied": answers.denied(doc)}
    return [*parts, {"spread": doc.get("spread") or None, **side, **worded}]


def citation(shown: reports.Shown, doc: Doc) -> None:
    """Refuse the same words of the same article."""
    for one in shown.citations:
        day = one.published.isoformat() if one.published else None
        there = {"source": one.source, "title": one.title, "url": one.url, "published": day}
        same = all(doc.get(name) == value for name, value in there.items())
        if same and doc.get("quote") in {None, one.quote}:
            raise ConflictError(
                f"forecast {shown.forecast.id} has that citation of {one.source} already; "
                "nothing recorded; name another article with --title, --url or --published"
            )


def update(shown: reports.Shown, day: Window, said: Doc) -> None:
    """Refuse the same number or words of the same day, and updates of what was taken back."""
    number = shown.forecast.id
    back = shown.retracted_on
    if back and day.earliest > back:
        raise ConflictError(
            f"forecast {number} was taken back on {back}; record what was said later as a "
            f"forecast of its own, with `ledger add --revises {number}`"
        )
    probability = said.get("probability")
    new = (day.earliest, day.latest, None if probability is None else float(probability),
           said.get("phrase"))  # fmt: skip
    first = shown.forecast
    before = [(first.made_on, first.made_on_latest, first.probability, first.phrase)]
    before += [(u.made_on, u.made_on_latest, u.probability, u.phrase) for u in shown.updates]
    if new in before:
        raise ConflictError(
            f"forecast {number} has that statement of {day.latest} already; nothing recorded; "
            "give the day of a later one with --made"
        )


def struck(con: sqlite3.Connection, number: int) -> None:
    """Refuse to go on with a record that was wrong: it is out of all counts, and stays so."""
    (why,) = con.execute("SELECT struck FROM forecast WHERE id = ?", (number,)).fetchone()
    if why is not None:
        raise ConflictError(
            f"forecast {number} was struck: {why}; nothing recorded; "
            "if it was said all the same, record it anew with `ledger add`"
        )


def mark(con: sqlite3.Connection, shown: reports.Shown, doc: Doc) -> None:
    """Refuse to strike or take back twice, and void or vague again for the same reason.

    What proves such a mark may come later.
    """
    number = shown.forecast.id
    if "struck" in doc and shown.struck:
        raise ConflictError(
            f"forecast {number} is struck already: {shown.struck}; nothing recorded; "
            f"see `ledger show {number}`"
        )
    if "retracted" in doc and shown.retracted_on:
        raise ConflictError(
            f"forecast {number} was taken back already, on {shown.retracted_on}; nothing "
            f"recorded; add where else that stands with `ledger cite {number}`"
        )
    for word in ("void", "vague"):
        proof = f"{word}_proof"
        stands = word in doc and getattr(shown, word) == doc[word]
        if stands and doc.get(proof) in (None, amending.standing(con, number).get(proof)):
            raise ConflictError(
                f"forecast {number} is {word} already, for that reason; nothing recorded; "
                f"`ledger amend {number} --checkable --why ...` takes it back"
            )


def amendment(number: int, stands: Doc, corrected: Doc) -> None:
    """Refuse an amendment after which everything reads as before."""
    if _normal(stands) == _normal(corrected):
        raise ConflictError(
            f"forecast {number} reads so already; nothing recorded; name what should differ"
        )


def _normal(doc: Doc) -> Any:
    """Return a document as JSON has it, without what is empty, at any depth."""
    kept = _at_any_depth(json.loads(json.dumps(doc, default=_day)))
    return {**kept, "negated": answers.denied(doc)}


def _at_any_depth(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {name: _at_any_depth(item) for name, item in value.items() if name != "new"}
        return without_empty(kept)
    return [_at_any_depth(item) for item in value] if isinstance(value, list) else value


def _day(value: Any) -> str:
    return value.isoformat() if isinstance(value, dt.date) else checks.shown(str(value))
