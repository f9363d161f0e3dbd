"""Numbered steps from one version of the schema to the next.

A step changes tables and, where it must, their rows; the journal it leaves alone. Steps run
in one transaction, after a copy of the book was made (`connect` sees to both). There has
been one version so far, so that the list is empty.
"""

import sqlite3
from collections.abc import Callable

Step = Callable[[sqlite3.Connection], None]

STEPS: tuple[Step, ...] = ()  # STEPS[0] takes a book from version 1 to version 2


def newest() -> int:
    """Return the version that this program writes."""
    return 1 + len(STEPS)


def upgrade(con: sqlite3.Connection) -> None:
    """Take a book to the newest version, inside the caller's transaction."""
    (version,) = con.execute("PRAGMA user_version").fetchone()
    for step in STEPS[version - 1 :]:
        step(con)
    con.execute(f"PRAGMA user_version={newest()}")
