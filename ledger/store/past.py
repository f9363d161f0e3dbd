"""The book as it was recorded at some time: its journal up to then, replayed in memory."""

import sqlite3
from contextlib import closing

from ledger.core.chain import Entry
from ledger.errors import InputError
from ledger.store.connect import scratch
from ledger.store.replaying import replay

_ENTRIES = (
    "SELECT seq, recorded_at, kind, about, request, body, hash FROM entry"
    " WHERE recorded_at <= :time ORDER BY seq"
)


def as_recorded(con: sqlite3.Connection, time: str) -> sqlite3.Connection:
    """Return a scratch book with the entries recorded up to a time (UTC, as the journal has it).

    What was recorded then never changes, so neither does anything read from it. Raise
    InputError when the book did not exist yet.
    """
    again = scratch()
    with closing(con.execute(_ENTRIES, {"time": time})) as found:
        replay(map(Entry._make, found), again)
    if again.execute("SELECT 1 FROM entry").fetchone() is None:
        raise InputError(f"nothing had been recorded by {time}; give a later --recorded-by")
    return again
