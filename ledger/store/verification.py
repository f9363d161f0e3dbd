"""Is a book what it says: the chain link by link, the file, then the tables against a replay."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import zip_longest

from ledger.core.chain import Entry, breaks
from ledger.errors import LedgerError
from ledger.store import replaying
from ledger.store.connect import scratch

# Cast to text: whatever was put there instead of one is read, and found to be wrong.
_ENTRIES = """
SELECT seq, CAST(recorded_at AS TEXT), CAST(kind AS TEXT), CAST(about AS TEXT),
       CAST(request AS TEXT), CAST(body AS TEXT), CAST(hash AS TEXT)
FROM entry ORDER BY seq
"""
_NO_TEXT = """
SELECT seq FROM entry
WHERE typeof(recorded_at) <> 'text' OR typeof(kind) <> 'text' OR typeof(about) <> 'text'
   OR typeof(request) <> 'text' OR typeof(body) <> 'text' OR typeof(hash) <> 'text'
ORDER BY seq
"""
_SCHEMA = """
SELECT type || ' ' || name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'
ORDER BY type, name
"""
_LATEST = """
SELECT MAX(COALESCE((SELECT MAX(entry) FROM forecast), 0),
           COALESCE((SELECT MAX(entry) FROM ruling), 0))
"""

# What a body that was never written by this program may lead to.
_SENSELESS = (
    ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, StopIteration,
    TypeError, ValueError, sqlite3.Error,
)  # fmt: skip


def illegible(error: sqlite3.Error) -> bool:
    """Say whether a text was read that is not UTF-8."""
    return "decode" in str(error)


@contextmanager
def legible(con: sqlite3.Connection) -> Iterator[None]:
    """Read texts that are not UTF-8 with signs in place of what is wrong, as nothing writes them.

    Every text costs a call then: only for a book that cannot be read otherwise.
    """
    con.text_factory = lambda raw: raw.decode("utf-8", errors="replace")
    try:
        yield
    finally:
        con.text_factory = str


def entries(con: sqlite3.Connection) -> Iterator[Entry]:
    """Yield the journal in order."""
    return map(Entry._make, con.execute(_ENTRIES))


def head(con: sqlite3.Connection) -> tuple[int, str]:
    """Return the number and hash of the last entry."""
    found = con.execute("SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1").fetchone()
    return found or (0, "")


def hash_of(con: sqlite3.Connection, seq: int) -> str | None:
    """Return the hash of an entry."""
    found = con.execute("SELECT hash FROM entry WHERE seq = ?", (seq,)).fetchone()
    return str(found[0]) if found else None


def chain(con: sqlite3.Connection) -> Iterator[str]:
    """Yield every place where the chain does not hold."""
    if head(con)[0] == 0:
        yield "the journal is empty: even the entry that opened the book is gone"
    for found in breaks(entries(con)):
        yield f"entry {found.seq}: {found.problem}"
    # The same bytes under another type have the same hash, and nothing that reads them finds them.
    for (seq,) in con.execute(_NO_TEXT):
        yield f"entry {seq}: one of its columns holds bytes where a text belongs"


def structure(con: sqlite3.Connection) -> Iterator[str]:
    """Yield what the database finds wrong with its file, the first thing only.

    That every index holds what its table holds is part of it: lists and scorecards are read
    from indexes alone, so that one which is false lies while the tables are as they were.
    """
    for (text,) in con.execute("PRAGMA integrity_check(1)"):
        if text != "ok":
            yield f"the file is damaged: {' '.join(text.split())}"


def replay(con: sqlite3.Connection) -> Iterator[str]:
    """Yield every table that does not follow from the journal, and changes of the schema."""
    again = scratch()
    yield from _differences("the schema:", con.execute(_SCHEMA), again.execute(_SCHEMA))
    try:
        replaying.replay(entries(con), again)
    except (LedgerError, *_SENSELESS) as error:
        yield f"the journal cannot be replayed: {error}"
        return
    yield from _cut(con)
    yield from _compare(con, again)


def _cut(con: sqlite3.Connection) -> Iterator[str]:
    """Yield what is missing where the tables hold what later entries recorded."""
    last, _ = head(con)
    (kept,) = con.execute(_LATEST).fetchone()
    if isinstance(kept, int) and kept > last:
        yield f"the journal ends at entry {last}, the tables hold entry {kept}: its end was cut"


def _compare(con: sqlite3.Connection, again: sqlite3.Connection) -> Iterator[str]:
    tables = [
        str(name)
        for (name,) in again.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'entry'"
        )
    ]
    for table in tables:
        keys = [row[1] for row in again.execute(f"PRAGMA table_info({table})") if row[5]]
        sql = f"SELECT * FROM {table} ORDER BY {', '.join(keys)}"  # noqa: S608 - our schema
        try:
            yield from _differences(f"table {table}: row", con.execute(sql), again.execute(sql))
        except sqlite3.Error as error:
            if illegible(error):
                raise
            yield f"table {table}: {error}"


def _differences(what: str, here: sqlite3.Cursor, there: sqlite3.Cursor) -> Iterator[str]:
    """Yield the first difference between what is stored and what follows from the journal."""
    for stored, follows in zip_longest(here, there):
        if stored != follows:
            names = [row[0] for row in (stored, follows) if row]
            # Rows are in order: where one is missing, it is the one that would come first.
            name = min(names) if len({type(n) for n in names}) == 1 else names[0]
            yield f"{what} {name} is not what follows from the journal"
            return
