"""`when`: how words about days were read."""

from typing import Any

from ledger.core.deadlines import Reading, Window
from ledger.formats.json_text import json_text, jsonable
from ledger.formats.table import Column, table
from ledger.formats.words import span
from ledger.formats.wrapping import WIDTH, hang

UNREAD = "no words about time"
ALWAYS = frozenset({"deadline", "vague"})  # said even where there is nothing to say


def deadline(
    phrase: str,
    said: Window,
    reading: Reading | None,
    style: str | None = None,
    width: int = WIDTH,
) -> str:
    """Return the reading of a deadline said in a window of days; every field of it as JSON."""
    fields: dict[str, Any] = {
        "phrase": phrase,
        "from": span(said.earliest, said.latest),
        "deadline": reading and reading.deadline,
        "earliest": reading and reading.earliest,
        "latest": reading and reading.latest,
        "precision": reading.precision if reading else "none",
        "vague": reading.vague if reading else False,
        "not_before": reading and reading.not_before,
        "on_day": reading.on_day if reading else False,
        "rule": reading.rule if reading else UNREAD,
        "note": (reading.note or None) if reading else None,
    }
    return _rendered(fields, style, width)


def statement(
    phrase: str,
    printed: Window,
    found: Window | None,
    style: str | None = None,
    width: int = WIDTH,
) -> str:
    """Return between which days something was said, told in an article of a day."""
    fields = {
        "phrase": phrase,
        "from": span(printed.latest, printed.latest),
        "earliest": found and found.earliest,
        "latest": found and found.latest,
        "rule": "said between these days" if found else UNREAD,
    }
    return _rendered(fields, style, width)


def _rendered(fields: dict[str, Any], style: str | None, width: int) -> str:
    if style == "json":
        return json_text(fields)
    if style is not None:
        rows = [(name, jsonable(value)) for name, value in fields.items()]
        return table((Column("field"), Column("value", wraps=True)), rows, style, width)
    lines: list[str] = []
    for name, value in fields.items():
        if name in ALWAYS or value:
            lines += hang(f"{name.replace('_', ' '):<12}", _words(value), width)
    return "\n".join(lines)


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else str(value)
