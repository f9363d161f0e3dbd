"""Working a journal, or its beginning, once more into the tables of an empty book."""

import sqlite3
from collections.abc import Iterable

from ledger.core.chain import Entry
from ledger.store.projection import Projection


def replay(entries: Iterable[Entry], into: sqlite3.Connection) -> None:
    """Fill an empty book with these entries of a journal, and with what follows from them."""
    projection = Projection(into)
    for entry in entries:
        projection.rows.insert_tuple("entry", entry)
        projection.apply(entry)
    projection.finish()
