"""The registers of a book: its entries, questions and forecasters."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from ledger.core.reports import EntryShown, ForecasterShown, QuestionShown
from ledger.formats.json_text import json_text
from ledger.formats.showing import ruling_lines
from ledger.formats.table import Cell, Column, table
from ledger.formats.words import moment
from ledger.formats.wrapping import WIDTH, hang

Record = TypeVar("Record")


def entries(found: Sequence[EntryShown], style: str | None = None, width: int = WIDTH) -> str:
    """Return entries of the journal as text."""
    columns = (
        Column("entry", right=True),
        Column("recorded at (UTC)"),
        Column("kind"),
        Column("about"),
        Column("summary", wraps=True),
    )
    return _of(found, style, width, columns, _entry, "The journal is empty.")


def questions(found: Sequence[QuestionShown], style: str | None = None, width: int = WIDTH) -> str:
    """Return questions as text."""
    columns = (
        Column("question"),
        Column("text", wraps=True),
        Column("kind"),
        Column("answer", wraps=True),
        Column("forecasts", wraps=True),
    )
    return _of(found, style, width, columns, _question, "No questions.")


def forecasters(
    found: Sequence[ForecasterShown], style: str | None = None, width: int = WIDTH
) -> str:
    """Return forecasters as text."""
    columns = (
        Column("name", wraps=True),
        Column("kind"),
        Column("role", wraps=True),
        Column("same as", wraps=True),
        Column("forecasts", right=True),
    )
    return _of(found, style, width, columns, _forecaster, "No forecasters.")


def question(one: QuestionShown, style: str | None = None, width: int = WIDTH) -> str:
    """Return one question with its rulings as text."""
    if style == "json":
        return json_text(one)
    if style is not None:
        return questions([one], style, width)
    lines = hang(f"{one.question}  ", one.text, width)
    for label, text in _facts(one):
        if text:
            lines += hang(f"{label:<11}", text, width, 4)
    if one.rulings:
        lines += ["", "    Rulings"]
        for ruling in one.rulings:
            for label, text in ruling_lines(ruling):
                lines += hang(label, text, width, 5)
    return "\n".join(lines)


def _facts(one: QuestionShown) -> list[tuple[str, str]]:
    order = " (in this order)" if one.ordered else ""
    return [
        ("answer", one.answer + (", final" if one.final else "")),
        ("kind", one.kind + (f", in {one.unit}" if one.unit else "")),
        ("options", ", ".join(one.options) + order if one.options else ""),
        ("opens", one.opens.isoformat() if one.opens else ""),
        ("criteria", one.criteria or ""),
        ("judge", one.judge or ""),
        ("merged", f"into {one.merged_into}" if one.merged_into else ""),
        ("forecasts", ", ".join(map(str, one.forecasts)) or "none"),
        ("key", one.key),
    ]


def _of(
    found: Sequence[Record],
    style: str | None,
    width: int,
    columns: Sequence[Column],
    row: Callable[[Record], tuple[Cell, ...]],
    none: str,
) -> str:
    if style == "json":
        return json_text(found)
    if not found and style is None:
        return none
    return table(columns, [row(one) for one in found], style, width)


def _entry(one: EntryShown) -> tuple[Cell, ...]:
    return (one.seq, moment(one.recorded_at), one.kind, one.about, one.summary)


def _question(one: QuestionShown) -> tuple[Cell, ...]:
    asked_by = ", ".join(map(str, one.forecasts))
    merged = f"merged into {one.merged_into}" if one.merged_into else one.answer
    return (one.question, one.text, one.kind, merged, asked_by)


def _forecaster(one: ForecasterShown) -> tuple[Cell, ...]:
    return (one.name, one.kind, one.role, one.same_as, one.forecasts)
