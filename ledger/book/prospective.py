"""Prospective: of a book only what was recorded before the answers were known.

What came too late counts as if it did not exist: a forecast is left out, an update or an
amendment of what was said is undone in a copy that is read instead of the book.
"""

import datetime as dt
import json
import sqlite3
from collections.abc import Iterator
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from ledger.book import amending
from ledger.book.documents import DEADLINE
from ledger.core import answers, timing
from ledger.core.model import Claim, Window
from ledger.core.objects import without_empty
from ledger.store import prospective, queries
from ledger.store.prospective import History

Doc = dict[str, Any]

# What a statement is; who made it, where it stands and how it is filed may be put right later.
_SAID = ("made_on", "made_on_latest", *DEADLINE, "probability", "phrase", "spread",
         "parts", "join", "negated", "given", "updates", "vague")  # fmt: skip


def only(con: sqlite3.Connection, time_zone: str) -> sqlite3.Connection:
    """Return the book, or a copy, to count what was recorded in time.

    The filter `prospective` lets the forecasts through that were in time. The copy holds of
    each of them what was said in time.
    """
    zone = ZoneInfo(time_zone)
    numbers: list[int] = []
    docs: dict[int, Doc] = {}
    history = History(con)
    for row in prospective.candidates(con):
        if not row["look"]:
            in_time = row["last"] is None or str(_day(row["recorded_at"], zone)) <= row["last"]
            numbers += [row["id"]] if in_time else []
            continue
        found = _walked(con, history, row["id"], zone)
        if found.said is None:
            continue
        numbers.append(row["id"])
        if _of(found.said) != _of(found.stands):
            docs[row["id"]] = {**_other(found.stands), **_of(found.said)}
    if docs:
        con = prospective.as_said(con, docs)
    prospective.keep(con, numbers)
    return con


class _Walked(NamedTuple):
    """A forecast as it stands, and with what was said of it in time; None: nothing was."""

    stands: Doc
    said: Doc | None


def _walked(con: sqlite3.Connection, history: History, number: int, zone: ZoneInfo) -> _Walked:
    """Go through the entries about a forecast, leaving out statements that came too late."""
    stands: Doc = {}
    said: Doc | None = None
    for entry, kind, day, body in _entries(con, number, zone):
        stands = amending.after_entry(stands, kind, body)
        if kind not in {"forecast", "update", "amend"}:
            said = _filed(said, kind, body)
            continue
        new = amending.after_entry(said or {}, kind, body) if said or kind != "update" else None
        versions = [history.claim(number, doc) for doc in (said, new) if doc]
        if new and all(_open(claim, history, entry, day) for claim in versions):
            said = new
    return _Walked(stands, said)


def _filed(said: Doc | None, kind: str, body: Doc) -> Doc | None:
    """Return what was said after an entry that says nothing new: it counts whenever it came."""
    if said is None or (kind == "move" and body["part"] > len(said["parts"])):
        return said
    if kind == "move" and body["part"] == 0 and not said.get("given"):
        return said
    return amending.after_entry(said, kind, body)


def _open(claim: Claim, history: History, entry: int, day: dt.date) -> bool:
    """Say whether an answer was still open when something was recorded.

    No ruling had told it, the deadline was not over, and no event or publication gave it away.
    """
    known = history.state.questions
    ends = claim.deadline
    if timing.hangs(claim):
        ends = timing.deadline_that_hangs(claim, known)
    told = history.told_at(claim)
    return (
        (told is None or entry < told)
        and (ends is None or day <= ends.latest)
        and not timing.already_known(claim, Window(day, day), known)
    )


def _entries(
    con: sqlite3.Connection, number: int, zone: ZoneInfo
) -> Iterator[tuple[int, str, dt.date, Doc]]:
    for entry in queries.rows(con, queries.ENTRIES_OF, id=number):
        if entry["about"] == f"f{number}":
            day = _day(entry["recorded_at"], zone)
            yield entry["seq"], entry["kind"], day, json.loads(entry["body"])


def _day(recorded_at: str, zone: ZoneInfo) -> dt.date:
    """Return the day it was in the book's time zone, in which deadlines end."""
    if zone.key == "UTC":
        return dt.date.fromisoformat(recorded_at[:10])
    return dt.datetime.fromisoformat(recorded_at).astimezone(zone).date()


def _of(doc: Doc) -> Doc:
    return without_empty({name: doc.get(name) for name in _SAID}) | answers.side_apart(doc)


def _other(doc: Doc) -> Doc:
    return {name: value for name, value in doc.items() if name not in _SAID}
