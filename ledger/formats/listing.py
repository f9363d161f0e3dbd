"""`list`: forecasts, one after another, with the days from deadline to event."""

from collections.abc import Sequence
from dataclasses import fields

from ledger.core.reports import Added, Listed
from ledger.formats.json_text import json_text, jsonable
from ledger.formats.table import Cell, Column, table
from ledger.formats.words import deadline, warned
from ledger.formats.wrapping import WIDTH

COLUMNS = (
    Column("id", right=True),
    Column("forecaster", wraps=True),
    Column("claim", wraps=True),
    Column("deadline"),
    Column("status"),
    Column("late", right=True),
)
EVERY_FIELD = tuple(field.name for field in fields(Listed))


def listing(found: Sequence[Listed], style: str | None = None, width: int = WIDTH) -> str:
    """Return forecasts as text; `csv` and `json` carry every field."""
    if style == "json":
        return json_text(found)
    if style == "csv":
        return table([Column(name) for name in EVERY_FIELD], [flat(one) for one in found], style)
    if not found and style is None:
        return "No forecasts."
    rows = [_row(one) for one in found]
    if style is not None:
        return table(COLUMNS, rows, style, width)
    none_late = all(row[-1] is None for row in rows)
    columns = COLUMNS[:-1] if none_late else COLUMNS
    return warned(table(columns, [row[: len(columns)] for row in rows], width=width), found)


def claim(forecast: Listed | Added) -> str:
    """Return the claim, marked where the forecaster said that it will not happen."""
    return f"not: {forecast.claim}" if forecast.negated else forecast.claim


def flat(forecast: Listed) -> list[Cell]:
    """Return every field as one cell; several sources or tags are joined by "; "."""
    values = jsonable(forecast).values()
    return ["; ".join(value) if isinstance(value, list) else value for value in values]


def _row(one: Listed) -> tuple[Cell, ...]:
    # A window does not fit: `show` prints it whole, the last day on time is what counts here.
    last = deadline(one)[-10:]
    late = None if one.days_late is None else f"{one.days_late:+d}"
    return (one.id, one.forecaster, claim(one), last, status(one), late)


def status(one: Listed) -> str:
    """Return the status; one that says nothing of the verdict has it behind it."""
    settled = one.status == "undated" and one.verdict != "pending"
    return f"{one.status}, {one.verdict}" if settled else one.status
