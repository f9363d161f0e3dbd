"""What an entry settles: where the forecasts it touches stood before, and stand now."""

import datetime as dt
import sqlite3
from collections.abc import Iterable, Mapping

from ledger.book import reading
from ledger.core import reports
from ledger.store import queries
from ledger.store.queries import rows

Standing = Mapping[int, reports.Listed]


def on(con: sqlite3.Connection, questions: Iterable[int]) -> list[int]:
    """Return the forecasts that ask one of these questions, or hang on its day."""
    return sorted({r["id"] for q in questions for r in rows(con, queries.TOUCHED, id=q)})


def standing(con: sqlite3.Connection, forecasts: Iterable[int], today: dt.date) -> Standing:
    """Return where forecasts stand."""
    return {number: reading.row(con, number, today) for number in forecasts}


def settled(before: reports.Listed, after: reports.Listed) -> reports.Settled:
    """Return where a forecast stands after an entry, and stood before."""
    return reports.Settled(
        after.id, after.claim, after.forecaster, after.negated, before.status,
        after.verdict or after.status, after.days_late, after.status,
    )  # fmt: skip


def changed(before: Standing, after: Standing) -> tuple[reports.Settled, ...]:
    """Return the forecasts whose status, verdict or lateness is another one now."""
    return tuple(
        settled(was, after[number])
        for number, was in before.items()
        if _stands(was) != _stands(after[number])
    )


def kept_void(con: sqlite3.Connection, forecasts: Iterable[reports.Listed]) -> tuple[str, ...]:
    """Tell which forecasts stay void by a mark of their own, and how that is taken back."""
    void = (one.id for one in forecasts if one.status == "void")
    marked = (next(rows(con, queries.FORECAST, id=number)) for number in void)
    return tuple(
        f"forecast {r['id']} is marked void: {r['void']}; "
        f"`ledger amend {r['id']} --checkable --why ...` takes that back"
        for r in marked
        if r["void"]
    )


def _stands(one: reports.Listed) -> tuple[object, ...]:
    return one.status, one.verdict, one.days_late
