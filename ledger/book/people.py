"""Forecasters: who is in the book, what kind they are, and which names mean one of them."""

import sqlite3
from typing import TYPE_CHECKING

from ledger.book import lookup
from ledger.core import checks, reports
from ledger.errors import InputError
from ledger.store import queries
from ledger.store.journal import writing
from ledger.store.queries import Row, rows

if TYPE_CHECKING:
    from ledger.book.ledger import Ledger


def forecasters(con: sqlite3.Connection) -> tuple[reports.ForecasterShown, ...]:
    """Return everybody in the book, by name."""
    return tuple(map(_shown, rows(con, queries.FORECASTERS)))


def edit(
    book: "Ledger", name: str, kind: str | None, role: str | None, same_as: str | None
) -> reports.ForecasterShown:
    """Change kind or role, or say that a name is another name of somebody."""
    found = lookup.forecaster_itself(book.con, name, "`ledger forecaster edit`")
    doc = {"name": found["name"]}
    if kind:
        doc["kind"] = checks.one_of(kind, checks.FORECASTER_KINDS, "kind")
    if role:
        doc["role"] = checks.label(role, "role")
    if same_as:
        main, main_name = lookup.forecaster(book.con, same_as, "--same-as")
        if main == found["id"]:
            raise InputError(f'"{found["name"]}" is that forecaster already; name another one')
        doc["same_as"] = main_name
    if len(doc) == 1:
        raise InputError("nothing to change; give --kind, --role or --same-as")
    with writing(book.con, book.clock) as journal:
        journal.record("forecaster", doc)
    return _shown(lookup.forecaster_itself(book.con, found["name"]))


def _shown(found: Row) -> reports.ForecasterShown:
    return reports.ForecasterShown(
        found["name"], found["kind"], found["role"], found["same_as_name"], found["forecasts"]
    )
