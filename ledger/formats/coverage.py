"""`coverage`: how the articles were read that the record was taken from."""

from collections.abc import Sequence
from dataclasses import fields

from ledger.core.reports import Coverage
from ledger.formats.json_text import json_text, jsonable
from ledger.formats.table import Cell, Column, table
from ledger.formats.wrapping import WIDTH

COUNTS = ("found", "recorded", "rejected", "left")
COLUMNS = (
    Column("source", wraps=True),
    Column("article", wraps=True),
    Column("published"),
    *(Column(name, right=True) for name in COUNTS),
)
EVERY_FIELD = tuple(field.name for field in fields(Coverage))


def coverage(found: Sequence[Coverage], style: str | None = None, width: int = WIDTH) -> str:
    """Return articles with their counts and a row of totals; `csv` and `json` every field."""
    if style == "json":
        return json_text(found)
    if style == "csv":
        cells = [list(jsonable(one).values()) for one in found]
        return table([Column(name) for name in EVERY_FIELD], cells, style)
    if not found and style is None:
        return "No article was read yet; `ledger extract FILE --review` reads one."
    rows = [_row(one) for one in found]
    if len(found) > 1:
        rows.append(_totals(found))
    return table(COLUMNS, rows, style, width)


def _row(one: Coverage) -> tuple[Cell, ...]:
    published = one.published.isoformat() if one.published else None
    counts = [getattr(one, name) for name in COUNTS]
    return (one.source, one.title or one.url, published, *counts)


def _totals(found: Sequence[Coverage]) -> tuple[Cell, ...]:
    counts = [sum(getattr(one, name) for one in found) for name in COUNTS]
    return (f"all {len(found):,} articles", None, None, *counts)
