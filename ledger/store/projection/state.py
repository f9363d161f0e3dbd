"""What the projection keeps in hand while entries go by."""

import sqlite3

from ledger.store.projection.people import People
from ledger.store.projection.questions import Questions
from ledger.store.projection.standings import refresh
from ledger.store.rows import Rows


class State:
    """Rows on their way, names already numbered, questions and what is known of them."""

    def __init__(self, con: sqlite3.Connection) -> None:
        self.rows = Rows(con)
        self.people = People(self.rows)
        self.questions = Questions(self.rows)
        self.rows.before_flush = self.questions.insert_new
        self.links: dict[int, list[tuple[str, str]]] = {}  # forecast: kind, key of the other one

    def spill(self) -> None:
        """Write what is collected once it is much, so that memory stays flat."""
        if self.rows.full:
            self.flush()

    def flush(self) -> None:
        """Write what is collected, and what follows from it."""
        self.rows.flush()
        self.people.flushed()
        self.questions.update_moved()

    def finish(self) -> None:
        """Write everything, link forecasts by key, refresh those whose questions moved."""
        self.flush()
        self._link()
        refresh(self.rows, self.questions, self.questions.take_moved())
        self.rows.flush()

    def _link(self) -> None:
        pairs = ((forecast, *link) for forecast, links in self.links.items() for link in links)
        for forecast, kind, key in pairs:
            self.rows.con.execute(
                "INSERT OR IGNORE INTO link SELECT :forecast, :kind, id FROM forecast "
                "WHERE key = :key",
                {"forecast": forecast, "kind": kind, "key": key},
            )
        self.links.clear()
