"""The only writer: appends entries to the chain and projects them, in one transaction."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from ledger.core.chain import GENESIS, Entry, canonical, link
from ledger.errors import ConflictError
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

    def record(self, kind: str, body: Doc, *, about: str = "", request: str = "") -> Entry:
        """Append an entry and work it into the tables; return it.

        A `request` that the journal has already is stored once: the same content gives
        the first entry back, other content is refused.
        """
        text = canonical(body)
        earlier = self._earlier(request)
        if earlier:
            return _same(earlier, kind, about, text)
        entry = self._chained(Entry(self.seq + 1, self.time(), kind, about, request, text))
        self.rows.insert_tuple("entry", (
            entry.seq, entry.recorded_at, kind, about, request, text, entry.hash,
        ))  # fmt: skip
        self.projection.apply(entry, body)
        return entry

    def new_forecast(self, body: Doc, *, request: str = "") -> int:
        """Record a forecast; return its number."""
        number = self.rows.next_id("forecast")
        entry = self.record("forecast", body, about=f"f{number}", request=request)
        return int(entry.about[1:])

    def _chained(self, entry: Entry) -> Entry:
        self.hash = link(self.hash, entry)
        self.seq, self.recorded_at = entry.seq, entry.recorded_at
        return Entry(entry.seq, entry.recorded_at, entry.kind, entry.about, entry.request,
                     entry.body, self.hash)  # fmt: skip

    def time(self) -> str:
        """Return the time now; never earlier than the entry before, whatever the clock does."""
        return max(stamp(self.clock()), self.recorded_at)

    def _earlier(self, request: str) -> Entry | None:
        if not request:
            return None
        sql = (
            "SELECT seq, recorded_at, kind, about, request, body, hash FROM entry "
            "WHERE request = :request AND request <> ''"
        )
        found = self.rows.query(sql, {"request": request})
        return Entry(*found[0]) if found else None


@contextmanager
def writing(con: sqlite3.Connection, clock: Clock = utc_now) -> Iterator[Journal]:
    """Open one transaction: everything recorded in it is stored, or nothing is."""
    with write_lock(con):
        journal = Journal(con, clock)
        yield journal
        journal.projection.finish()


def _same(earlier: Entry, kind: str, about: str, body: str) -> Entry:
    # The number of a new forecast is given here and says nothing about the request.
    where = earlier.about if kind == "forecast" else about
    if (earlier.kind, earlier.about, earlier.body) == (kind, where, body):
        return earlier
    raise ConflictError(
        f'request "{earlier.request}" was recorded with other content (entry {earlier.seq}); '
        "use a new request key"
    )
