"""What waits for a ruling: a day passed, of the forecast or of one of its parts or conditions."""

import datetime as dt
import sqlite3

from ledger.book import lookup, questions, reading
from ledger.book.lookup import Named
from ledger.core import reports
from ledger.store import queries
from ledger.store.queries import rows


def due(con: sqlite3.Connection, today: dt.date, within: int) -> tuple[reports.Waiting, ...]:
    """Return what passed its day unruled, oldest first, then what falls due."""
    latest = min(today.toordinal() + max(within, 0), dt.date.max.toordinal())
    last = dt.date.fromordinal(latest - 1 if within <= 0 else latest)
    found = {
        r["id"]: None
        for sql in (queries.OVERDUE, queries.OWN_DAYS)
        for r in rows(con, sql, latest=str(last))
    }
    waiting = (_waiting(con, number, today, last) for number in found)
    return tuple(sorted(filter(None, waiting), key=lambda one: (one.due_on, one.forecast.id)))


def one(con: sqlite3.Connection, named: Named, today: dt.date) -> reports.Waiting | None:
    """Return what a forecast waits for, if a day of it passed."""
    yesterday = dt.date.fromordinal(max(today.toordinal() - 1, 1))
    return _waiting(con, lookup.forecast(con, named), today, yesterday)


def _waiting(
    con: sqlite3.Connection, number: int, today: dt.date, last: dt.date
) -> reports.Waiting | None:
    """Return a forecast with the parts or the condition that wait, if a day of it is not after."""
    found = next(rows(con, queries.FORECAST, id=number))
    if found["verdict"] != "pending" or found["state"] not in {"pending", "undated"}:
        return None
    forecast = reading.row(con, number, today)
    over = forecast.deadline is not None and forecast.deadline <= last
    parts = questions.parts(con, number, found)
    open_parts = [part for part in parts if part.verdict == "pending"] or list(parts)
    waiting = [p for p in open_parts if over or (p.deadline is not None and p.deadline <= last)]
    days = [day for day in (forecast.deadline, *(p.deadline for p in waiting)) if day]
    if not waiting or not days:
        return None
    first, due_on = waiting[0], min(days)
    return reports.Waiting(
        forecast, first.question, first.text, first.criteria, first.judge,
        bool(first.criteria or first.judge), (today - due_on).days,
        tuple(dict.fromkeys(map(_waited_for, waiting))), due_on,
    )  # fmt: skip


def _waited_for(part: reports.PartShown) -> reports.WaitedFor:
    return reports.WaitedFor(part.question, part.text, part.criteria, part.judge, part.deadline)
