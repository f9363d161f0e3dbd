"""From journal entries to tables: the only code that fills them.

The same entries give the same tables, whether they are written one by one, imported by
the million, or replayed by `verify`. `Projection.apply` takes an entry to the function
of its kind; what questions learn is worked into the forecasts on them by `finish`.
"""

import json
import sqlite3
from collections.abc import Callable

from ledger.core.chain import Entry
from ledger.store.codec import Doc
from ledger.store.projection import changes, forecasts
from ledger.store.projection.state import State

Apply = Callable[[State, Entry, Doc], None]


def _nothing(_state: State, _entry: Entry, _doc: Doc) -> None:
    """`book` opens a journal; it fills no table."""


KINDS: dict[str, Apply] = {
    "book": _nothing,
    "forecast": forecasts.add,
    "amend": changes.amend,
    "citation": changes.cite,
    "update": changes.update,
    "mark": changes.mark,
    "ruling": changes.rule,
    "question": changes.edit_question,
    "merge": changes.merge,
    "move": changes.move,
    "forecaster": changes.edit_forecaster,
    "reading": changes.read_article,
    "rejected": changes.reject,
}


class Projection:
    """The tables of one book, kept in step with its journal."""

    def __init__(self, con: sqlite3.Connection) -> None:
        self.state = State(con)
        self.rows = self.state.rows

    def apply(self, entry: Entry, doc: Doc | None = None) -> None:
        """Work one entry into the tables; `doc` is its body, where that is at hand."""
        KINDS[entry.kind](self.state, entry, json.loads(entry.body) if doc is None else doc)

    def finish(self) -> None:
        """Write what is still collected, and bring forecasts in line with what was learned."""
        self.state.finish()
