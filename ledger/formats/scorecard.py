"""`scorecard`: who said how much, how much of it is due, and how much of that came out."""

from collections.abc import Sequence
from dataclasses import fields

from ledger.core.scorecards import Row, Scorecard
from ledger.formats.figures import days_text, interval, p_value, rate
from ledger.formats.json_text import json_text
from ledger.formats.table import Cell, Column, table
from ledger.formats.wrapping import WIDTH, hang

MARK = "--"
FOLD_FROM = 30  # rows; a longer table leaves out those without anything due
EVERY_FIELD = tuple(field.name for field in fields(Row) if field.name != "own_voice")


def scorecard(found: Scorecard, style: str | None = None, width: int = WIDTH) -> str:
    """Return a scorecard as text; `csv` and `json` carry every number with all its digits."""
    if style == "json":
        return json_text(found)
    if style == "csv":
        titles = [Column(name) for name in (*EVERY_FIELD, "voice")]
        return table(titles, list(_flat(found)), style)
    if style is not None:
        return table(_columns(found), _hit_rows(found), style)
    return "\n".join(_calm(found, width))


def _calm(found: Scorecard, width: int) -> list[str]:
    lines = hang("", _title(found), width)
    if found.retrospective:
        lines.append("chosen from retrospectives: not a fair sample")
    if not found.forecasts:
        return lines
    lines += ["", *_ruled(_columns(found), _hit_rows(found, FOLD_FROM), width)]
    if any(row.with_probability for row in _all(found)):
        lines += ["", *_ruled(_PROBABILITY, _probability_rows(found), width)]
    lines.append("")
    for note in _notes(found):
        lines += hang("", note, width)
    return lines


def _ruled(columns: Sequence[Column], rows: Sequence[tuple[Cell, ...]], width: int) -> list[str]:
    """Return the lines of a table without columns that say nothing; marks become rules."""
    kept = [n for n in range(len(columns)) if any(row[n] not in {None, ""} for row in rows)]
    cells = [[row[n] for n in kept] for row in rows]
    lines = table([columns[n] for n in kept], cells, None, width).split("\n")
    return [lines[1] if line.strip() == MARK else line for line in lines]


def _title(found: Scorecard) -> str:
    words = "".join(f", {word}" for word in found.filters)
    return (
        f"{_counted(found.forecasts, 'forecast')} on {_counted(found.questions, 'question')}, "
        f"as of {found.as_of.isoformat()} ({found.time_zone}){words}"
    )


def _counted(n: int, noun: str) -> str:
    return f"{n:,} {noun}" + ("" if n == 1 else "s")


def _columns(found: Scorecard) -> tuple[Column, ...]:
    return (
        Column("#", right=True),
        Column(found.per, wraps=True),
        Column("recorded", right=True),
        Column("due", right=True),
        Column("scored", right=True),
        Column("hits", right=True),
        Column("rate", right=True),
        Column("95 %"),
        Column("shrunk", right=True),
        Column("days late", right=True),
    )


_PROBABILITY = (
    Column("with probabilities", wraps=True),
    Column("n", right=True),
    Column("Brier", right=True),
    Column("95 %"),
    Column("skill", right=True),
    Column("hits said", right=True),
    Column("came", right=True),
    Column("P", right=True),
)


def _hit_rows(found: Scorecard, fold_from: int | None = None) -> list[tuple[Cell, ...]]:
    """Return the rows; in a long table, those without anything due become one line."""
    rows = list(found.rows)
    if fold_from is not None and len(rows) > fold_from:
        rows = [row for row in rows if row.due]
    cells: list[tuple[Cell, ...]] = []
    for n, row in enumerate(rows):
        if row.below and not (n and rows[n - 1].below):
            cells.append(_RULE)
        cells += _voices(row, row.name)
    if len(rows) < len(found.rows):
        folded = len(found.rows) - len(rows)
        cells.append((None, f"{folded} more, nothing due", *[None] * 8))
    if found.everyone and len(found.rows) > 1:
        cells += [_RULE, *_voices(found.everyone, f"all {found.per}s")]
    return cells


_RULE: tuple[Cell, ...] = (None, MARK, *[None] * 8)


def _voices(row: Row, name: str) -> list[tuple[Cell, ...]]:
    own = row.own_voice
    return [_hits(row, name), *([_hits(own, "- own voice")] if own and own.recorded else [])]


def _hits(row: Row, name: str) -> tuple[Cell, ...]:
    return (
        row.rank, name, row.recorded, row.due, row.scored, f"{row.hits}/{row.sided}",
        rate(row.hit_rate, 2), interval(row.hit_low, row.hit_high, 2), rate(row.shrunk, 2),
        days_text(row.median_days_late),
    )  # fmt: skip


def _probability_rows(found: Scorecard) -> list[tuple[Cell, ...]]:
    rows = [(row.name, row) for row in found.rows if row.with_probability]
    if found.everyone and len(rows) > 1:
        rows.append((f"all {found.per}s", found.everyone))
    return [
        (
            name, row.with_probability, rate(row.brier, 3),
            interval(row.brier_low, row.brier_high, 3), rate(row.skill, 2),
            None if row.expected_hits is None else f"{row.expected_hits:.1f}", row.observed_hits,
            p_value(row.p_calibration),
        )
        for name, row in rows
    ]  # fmt: skip


def _notes(found: Scorecard) -> list[str]:
    notes = []
    if found.everyone:
        notes.append(_beside(found.everyone))
    if found.struck:
        notes.append(f"{found.struck:,} struck.")
    shown = list(_all(found))
    if any(row.reason and not row.below for row in found.rows):
        notes.append(
            "Hits are of forecasts that are due and came out true or false. Under 5 there is no "
            "rate, under 10 no rank."
        )
    if found.prior and any(row.rank for row in shown):
        notes.append(f"Ranked on the rate shrunk towards the field ({found.prior}).")
    if any(row.with_probability for row in shown):
        notes.append(f"{found.scale}.")
        if any(row.brier_reason and row.with_probability for row in shown):
            notes.append("No interval on Brier: too few independent questions (under 10).")
    return [note for note in notes if note]


def _beside(row: Row) -> str:
    """Say what of everything recorded is in no hit rate."""
    parts = [
        (row.vague, "vague"), (row.undated, "undated"), (row.void, "void"),
        (row.unclear, "unclear"), (row.already_known, "already known"),
        (row.overdue, "overdue"), (row.open, "open"), (row.early, "settled early"),
    ]  # fmt: skip
    said = ", ".join(f"{n:,} {word}" for n, word in parts if n)
    return f"Not scored: {said}." if said else ""


def _all(found: Scorecard) -> Sequence[Row]:
    return (*found.rows, *([found.everyone] if found.everyone else []))


def _flat(found: Scorecard) -> list[list[Cell]]:
    cells = []
    for row in _all(found):
        cells.append(
            [*(getattr(row, name) for name in EVERY_FIELD), "carried" if row.own_voice else None]
        )
        if row.own_voice:
            own = row.own_voice
            cells.append([*(getattr(own, name) for name in EVERY_FIELD), "own"])
    return cells
