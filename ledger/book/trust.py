"""Trust: is the journal whole, do the tables follow from it, and a copy that is good.

The chain is tamper-evident from the first anchor that was given away, not tamper-proof.
"""

import re
import sqlite3
from pathlib import Path

from ledger.book.settings import settings
from ledger.errors import InputError, TamperError
from ledger.store import verification
from ledger.store.connect import copy

_ANCHOR = re.compile(r"ledger ([0-9a-f]{16}) entry ([0-9]{1,18}) ([0-9a-f]{64})")
ANOTHER = "this is another book than the anchor's"  # how that finding begins


def verify(con: sqlite3.Connection, anchor: str | None) -> tuple[str, ...]:
    """Return what is wrong, nothing when all is well."""
    try:
        return _verified(con, anchor)
    except sqlite3.OperationalError:  # a text that is not UTF-8: read on, and say where
        with verification.legible(con):
            return _verified(con, anchor)


def _verified(con: sqlite3.Connection, anchor: str | None) -> tuple[str, ...]:
    found: list[str] = []
    try:
        found += verification.chain(con)
        if anchor is not None:
            found += _against(con, anchor)
        return tuple(found or [*verification.structure(con), *verification.replay(con)])
    except sqlite3.Error as error:  # bytes that the database itself cannot make sense of
        if verification.illegible(error):
            raise
        return (*found, f"the file is damaged: {error}")


def anchor(con: sqlite3.Connection) -> str:
    """Return the line to give away: the book's origin, the last entry and its hash."""
    seq, head = verification.head(con)
    return f"ledger {settings(con).origin} entry {seq} {head}"


def backup(con: sqlite3.Connection, path: Path) -> None:
    """Write a good copy to a new file while others read and write."""
    copy(con, path)


def _against(con: sqlite3.Connection, text: str) -> list[str]:
    """Compare the journal with an anchor that was given away earlier."""
    lines = _ANCHOR.findall(text)
    if not lines:
        raise InputError("that is no anchor; give the line that `ledger anchor` printed")
    return [problem for line in lines for problem in _one(con, *line)]


def _one(con: sqlite3.Connection, origin: str, seq: str, head: str) -> list[str]:
    last, _ = verification.head(con)
    try:
        if settings(con).origin != origin:
            return [f"{ANOTHER} ({origin}); verify the one that the anchor was taken from"]
    except TamperError as error:
        return [str(error)]
    if int(seq) > last:
        return [f"the journal ends at entry {last}, the anchor saw entry {seq}: its end was cut"]
    if verification.hash_of(con, int(seq)) != head:
        return [f"entry {seq} is not the one that the anchor saw: the journal was rewritten"]
    return []
