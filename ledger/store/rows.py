"""Rows on their way into the tables: collected, then inserted table by table.

One `add` and an import of a million rows take the same way; only the batch differs.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count, islice
from typing import Any

_BATCH = 2000


class Rows:
    """Collects rows and writes them in the order of the schema, so that references hold."""

    def __init__(self, con: sqlite3.Connection) -> None:
        self.con = con
        names = con.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")
        self._tables = {str(name): _columns(con, str(name)) for (name,) in names}
        self._pending: dict[str, list[tuple[Any, ...]]] = {name: [] for name in self._tables}
        self._numbers: dict[str, Iterator[int]] = {}
        self._waiting = 0
        self.before_flush: Callable[[], None] = lambda: None

    def insert(self, table: str, values: Mapping[str, Any]) -> None:
        """Collect one row, given by column name; a column left out is empty."""
        self.insert_tuple(table, tuple(map(values.get, self._tables[table])))

    def insert_tuple(self, table: str, values: tuple[Any, ...]) -> None:
        """Collect one row, given in the order of the columns."""
        self._pending[table].append(values)
        self._waiting += 1

    @property
    def full(self) -> bool:
        """Whether enough rows have been collected to write them."""
        return self._waiting >= _BATCH

    def update(self, table: str, row_id: int, values: Mapping[str, Any]) -> None:
        """Change columns of one row at once (rows collected before go first)."""
        self.flush()
        if not values:
            return
        names = ", ".join(f"{name} = :{name}" for name in values)
        self.con.execute(
            f"UPDATE {table} SET {names} WHERE id = :id",  # noqa: S608 - names of columns
            {**values, "id": row_id},
        )

    def next_id(self, table: str) -> int:
        """Return the number that the next row of a table gets."""
        return next(self._numbers_of(table))

    def next_ids(self, table: str, rows: int) -> list[int]:
        """Return the numbers that the next rows of a table get."""
        return list(islice(self._numbers_of(table), rows))

    def _numbers_of(self, table: str) -> Iterator[int]:
        if table not in self._numbers:
            self._numbers[table] = count(self._highest(table) + 1)
        return self._numbers[table]

    def count_anew(self, table: str) -> None:
        """Give out numbers from the highest in the table, after rows of it were removed.

        A book that is replayed at once then numbers as one written entry by entry.
        """
        self._numbers.pop(table, None)

    def query(self, sql: str, parameters: Mapping[str, Any]) -> Sequence[tuple[Any, ...]]:
        """Read from the tables, rows collected so far included."""
        self.flush()
        return self.stored(sql, parameters)

    def stored(self, sql: str, parameters: Mapping[str, Any]) -> Sequence[tuple[Any, ...]]:
        """Read from the tables only: for names, whose collected rows the caller knows."""
        return self.con.execute(sql, parameters).fetchall()

    def flush(self) -> None:
        """Write what has been collected."""
        self.before_flush()
        for table, pending in self._pending.items():
            if pending:
                marks = ", ".join("?" * len(self._tables[table]))
                self.con.executemany(
                    f"INSERT INTO {table} VALUES ({marks})",  # noqa: S608 - a table of ours
                    pending,
                )
                pending.clear()
        self._waiting = 0

    def _highest(self, table: str) -> int:
        sql = f"SELECT COALESCE(MAX(id), 0) FROM {table}"  # noqa: S608 - a table of ours
        return int(self.con.execute(sql).fetchone()[0])


def _columns(con: sqlite3.Connection, table: str) -> list[str]:
    return [str(row[1]) for row in con.execute(f"PRAGMA table_info({table})")]
