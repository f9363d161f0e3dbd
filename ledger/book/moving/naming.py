"""Names of flat rows as the book has them, whatever case and blanks a file writes them in."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from ledger.core import checks


class Spellings(dict[str, str]):
    """Gives each name as the book has it; the first spelling of a new one counts.

    A name that the book has letter by letter is meant itself.
    """

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__()
        self._known: dict[str, str] = {}
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """Take a name as it is."""
        self[name] = name
        self._known.setdefault(checks.folded(name), name)

    def __missing__(self, name: str) -> str:
        known = self[name] = self._known.setdefault(checks.folded(name), name)
        return known

    def joined(self) -> tuple[str, ...]:
        """Tell which names were taken for others."""
        return tuple(f'"{name}" is in the book as {known}' for name, known in self.items()
                     if name != known)  # fmt: skip


class Names:
    """The forecasters and the outlets of a book and of the file that is taken in."""

    def __init__(self, con: sqlite3.Connection) -> None:
        self.forecasters = Spellings(_names(con, "forecaster"))
        self.sources = Spellings(_names(con, "source"))

    def met(self, doc: Mapping[str, Any]) -> None:
        """Take the names of a nested document as they are."""
        self.forecasters.add(doc["forecaster"]["name"])
        for citation in doc.get("citations", ()):
            self.sources.add(citation["source"])

    def joined(self) -> tuple[str, ...]:
        """Tell which names were taken for others."""
        return self.forecasters.joined() + self.sources.joined()


def _names(con: sqlite3.Connection, table: str) -> list[str]:
    sql = f"SELECT name FROM {table} ORDER BY id"  # noqa: S608 - one of two tables
    return [str(name) for (name,) in con.execute(sql)]
