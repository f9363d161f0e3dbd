"""The only writer: appends entries to the chain and projects them, in one transaction."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from ledger.core.chain import GENESIS, Entry, canonical, link
from ledger.store.clock import Clock, stamp, utc_now
from ledger.store.codec import Doc
from ledger.store.projection import Projection
from ledger.store.transactions import write_lock


class Journal:
    """An open transaction on a book; made by `writing` only."""

    def __init__(self, con: sqlite3.Connection, clock: Clock) -> None:
        self.con = con
        self.clock = clock
        self.projection = Projection(con)
        self.rows = self.projection.state.rows
        last = con.execute(
            "SELECT seq, hash, recorded_at FROM entry ORDER BY seq DESC LIMIT 1"
        ).fetchone()
        self.seq: int
        self.hash: str
        self.recorded_at: str
        self.seq, self.hash, self.recorded_at = last or (0, GENESIS, "")

    def record(self, kind: str, body: Doc, *, about: str = "") -> Entry:
        """Append an entry and work it into the tables; return it."""
        unlinked = Entry(self.seq + 1, self.time(), kind, about, "", canonical(body))
        entry = unlinked._replace(hash=link(self.hash, unlinked))
        self.seq, self.recorded_at, self.hash = entry.seq, entry.recorded_at, entry.hash
        self.rows.insert_tuple("entry", entry)
        self.projection.apply(entry, body)
        return entry

    def new_forecast(self, body: Doc) -> int:
        """Record a forecast; return its number."""
        number = self.rows.next_id("forecast")
        self.record("forecast", body, about=f"f{number}")
        return number

    def time(self) -> str:
        """Return the time now; never earlier than the entry before, whatever the clock does."""
        return max(stamp(self.clock()), self.recorded_at)


@contextmanager
def writing(con: sqlite3.Connection, clock: Clock = utc_now) -> Iterator[Journal]:
    """Open one transaction: everything recorded in it is stored, or nothing is."""
    with write_lock(con):
        journal = Journal(con, clock)
        yield journal
        journal.projection.finish()
