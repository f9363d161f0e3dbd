"""Links between forecasts in an amendment: what one revises, and what it counters."""

import sqlite3
from typing import Any

from ledger.book import lookup
from ledger.book.requests import NewForecast
from ledger.errors import InputError
from ledger.store import queries
from ledger.store.queries import rows

Doc = dict[str, Any]


def refuse_loops(con: sqlite3.Connection, number: int, new: NewForecast) -> None:
    """Refuse a forecast that revises or counters itself, or revises what revises it."""
    for named, verb in ((new.revises, "revise"), (new.counters, "counter")):
        other = lookup.forecast(con, named) if named else None
        if other is None:
            continue
        if other == number:
            raise InputError(f"forecast {number} cannot {verb} itself; name another one")
        if verb == "revise" and next(rows(con, queries.REVISED_BY, other=other, id=number), None):
            raise InputError(
                f"forecast {other} revises forecast {number}, directly or by others; "
                "the later statement revises the earlier one: name the earlier one"
            )


def put_right(doc: Doc, fresh: Doc) -> list[Doc]:
    """Return the links that stand, those of a kind named in the request replaced."""
    named = fresh.get("links") or []
    kinds = {link["kind"] for link in named}
    return [*(link for link in doc.get("links") or () if link["kind"] not in kinds), *named]
