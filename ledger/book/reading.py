"""Reading: lists, one forecast with everything, the log."""

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ledger.book import lookup, questions, summaries
from ledger.book.lookup import Named
from ledger.book.requests import STATUSES, Filter
from ledger.core import checks, reports
from ledger.errors import InputError
from ledger.lazy import lazy
from ledger.store import queries
from ledger.store.queries import Row, rows

if TYPE_CHECKING:
    from ledger.book import amending
else:  # few forecasts are taken back
    amending = lazy("ledger.book.amending")

MOST = 1_000_000_000  # forecasts in a list


def listed(con: sqlite3.Connection, wanted: Filter, today: dt.date) -> tuple[reports.Listed, ...]:
    """Return the forecasts that fit, in the order in which they were recorded."""
    status = None if wanted.status is None else _status(wanted.status)
    if wanted.limit is not None and not 1 <= wanted.limit <= MOST:
        raise InputError(f"--limit needs a number from 1 to {MOST:,}; leave it out to see all")
    found = rows(
        con, queries.FORECASTS, today=str(today), status=status,
        tag=None if wanted.tag is None else json.dumps(lookup.tags(con, wanted.tag)),
        forecaster=None if wanted.by is None else lookup.forecaster(con, wanted.by)[0],
        source=None if wanted.source is None else lookup.source(con, wanted.source)[0],
        search=lookup.sought(wanted.search), limit=wanted.limit or -1,
    )  # fmt: skip
    return _listed(con, list(found), today)


def _status(typed: str) -> str:
    """Return the status that is meant, without regard to case."""
    word = typed.strip().casefold()
    if word not in STATUSES:
        raise InputError(f'no status "{checks.shown(typed)}"; use one of {", ".join(STATUSES)}')
    return word


def row(con: sqlite3.Connection, number: Named, today: dt.date) -> reports.Listed:
    """Return one forecast as a list shows it."""
    found = rows(con, queries.FORECAST, id=lookup.forecast(con, number))
    return _listed(con, list(found), today)[0]


def shown(con: sqlite3.Connection, named: Named, today: dt.date) -> reports.Shown:
    """Return everything about one forecast."""
    number = lookup.forecast(con, named)
    found = next(rows(con, queries.FORECAST, id=number))
    parts = questions.parts(con, number, found)
    asked = list(dict.fromkeys(part.question for part in parts))
    return reports.Shown(
        _listed(con, [found], today)[0], found["forecaster_kind"], found["deadline_phrase"],
        found["deadline_rule"], found["deadline_note"],
        found["joined"], json.loads(found["spread"] or "null"), found["vague"], found["void"],
        _day(found["retracted_on"]), _retracted_in(con, found), found["struck"], found["note"],
        tuple(part for part in parts if part.n), next((p for p in parts if not p.n), None),
        tuple(map(_citation, rows(con, queries.CITATIONS, id=number))),
        tuple(map(_update, rows(con, queries.REVISIONS, id=number))),
        tuple(r for q in asked for r in questions.rulings(con, int(q[1:]))),
        tuple(reports.LinkShown(**r) for r in rows(con, queries.LINKS, id=number)),
        log(con, number),
    )  # fmt: skip


def _retracted_in(con: sqlite3.Connection, found: Row) -> reports.CitationShown | None:
    """Return where one can read that a forecast was taken back, if that is on record."""
    if not found["retracted_on"]:
        return None
    said = amending.standing(con, found["id"])["retracted"].get("source")
    if said is None:
        return None
    cited = {"title": None, "url": None, "quote": None, "via": None, "own_voice": 0, **said}
    return _citation({**cited, "published": said.get("published")})


def log(con: sqlite3.Connection, forecast: Named | None) -> tuple[reports.EntryShown, ...]:
    """Return the journal in words: all of it, or what concerns one forecast."""
    if forecast is None:
        found: Iterable[Row] = rows(con, queries.ENTRIES)
    else:
        found = rows(con, queries.ENTRIES_OF, id=lookup.forecast(con, forecast))
    return tuple(summaries.entries(con, found))


def status(found: Row, today: dt.date) -> str:
    """Return the one word for where a forecast stands today."""
    if found["state"] != "pending":
        return str(found["state"])
    if found["deadline"] < str(today):
        return "due"  # a forecast that was taken back, too: its deadline still counts
    return "retracted" if found["retracted_on"] else "open"


def _listed(
    con: sqlite3.Connection, found: list[Row], today: dt.date
) -> tuple[reports.Listed, ...]:
    if not found:
        return ()
    ends = {"first": found[0]["id"], "last": found[-1]["id"]}
    sources = _names(rows(con, queries.SOURCES_OF, **ends))
    tags = _names(rows(con, queries.TAGS_OF, **ends))
    return tuple(
        reports.Listed(
            r["id"], r["key"], r["claim"], r["forecaster"], r["role"],
            tuple(sources.get(r["id"], ())), dt.date.fromisoformat(r["made_on"]),
            dt.date.fromisoformat(r["made_on_latest"]), _day(r["deadline"]),
            _day(r["deadline_earliest"]), r["probability"], r["phrase"], bool(r["negated"]),
            f"q{r['question_id']}", status(r, today),
            None if r["state"] == "vague" else r["verdict"], r["days_late"],
            tuple(tags.get(r["id"], ())),
        )
        for r in found
    )  # fmt: skip


def _names(found: Iterable[Row]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = {}
    for r in found:
        names.setdefault(r["id"], []).append(r["name"])
    return names


def _citation(found: Row) -> reports.CitationShown:
    return reports.CitationShown(
        found["source"], found["title"] or None, found["url"] or None, _day(found["published"]),
        found["quote"], found["via"], bool(found["own_voice"]),
    )  # fmt: skip


def _update(found: Row) -> reports.UpdateShown:
    return reports.UpdateShown(
        dt.date.fromisoformat(found["made_on"]), dt.date.fromisoformat(found["made_on_latest"]),
        found["probability"], found["phrase"], found["note"],
    )  # fmt: skip


def _day(text: Any) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
