"""`scorecard`: who said how much, how much of it is due, and how much of that came out."""

from collections.abc import Sequence
from dataclasses import fields

from ledger.core.plurals import counted
from ledger.core.scorecards import Scorecard, ScorecardRow
from ledger.errors import InputError
from ledger.formats import page
from ledger.formats.figures import days_text, fixed, interval, p_value, rate
from ledger.formats.headings import heading
from ledger.formats.json_text import json_text
from ledger.formats.report import STYLES, Block, Heading, Rows, render
from ledger.formats.scorecard_notes import notes
from ledger.formats.sensitivity import sensitivity
from ledger.formats.table import RULE, Cell, Column, table
from ledger.formats.wrapping import WIDTH

FOLD_FROM = 30  # rows; a longer table leaves out those without anything due
EVERY_FIELD = tuple(field.name for field in fields(ScorecardRow) if field.name != "own_voice")


def scorecard(found: Scorecard, style: str | None = None, width: int = WIDTH) -> str:
    """Return a scorecard as text; `csv` and `json` carry every number with all its digits.

    A bare table has the rows alone: raise InputError where it was to hold the sensitivity too.
    """
    if style == "json":
        return json_text(found)
    if style is not None and style not in STYLES:
        return _bare(found, style)
    fold_from = FOLD_FROM if style is None else None
    return render(_blocks(found, fold_from), style, width)


def _bare(found: Scorecard, style: str) -> str:
    if style == "csv":
        titles = [Column(name) for name in ("voice", *EVERY_FIELD)]
        text = table(titles, list(_flat(found)), style)
    else:
        text = table(_columns(found), _hit_rows(found), style)
    if found.sensitivity:
        raise InputError(
            f"--format {style} is one table of rows and cannot hold --sensitivity; "
            "take text, json, markdown or html"
        )
    return text


def _blocks(found: Scorecard, fold_from: int | None) -> list[Block]:
    what = f"{counted(found.forecasts, 'forecast')} on {counted(found.questions, 'question')}"
    blocks: list[Block] = heading(what, found)
    if not found.forecasts:
        return blocks
    if found.rows:
        blocks.append(Rows(_columns(found), _hit_rows(found, fold_from), ("vague", "shrunk")))
    else:
        blocks.append(f"No {found.per}s: none of these forecasts has one.")
    if any(row.with_probability for row in found.rows):
        blocks.append(Rows(_numbers_columns(found), _numbers_rows(found)))
    blocks += notes(found)
    if found.sensitivity:
        blocks += [Heading("Sensitivity to the lexicon"), *sensitivity(found.sensitivity)]
    if found.page:
        blocks += page.blocks(found.page, found.rows)
    return blocks


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
        Column("late", right=True),
        Column("vague", right=True),
    )


def _hit_rows(found: Scorecard, fold_from: int | None = None) -> list[tuple[Cell, ...]]:
    """Return the rows; in a long table, those without anything due become one line."""
    rows = list(found.rows)
    if fold_from is not None and len(rows) > fold_from:
        rows = [row for row in rows if row.due]
    cells: list[tuple[Cell, ...]] = []
    for n, row in enumerate(rows):
        if row.below and not (n and rows[n - 1].below):
            cells.append(RULE)
        cells += _voices(row, row.name)
    if len(rows) < len(found.rows):
        folded = len(found.rows) - len(rows)
        cells.append((None, f"{folded} more, nothing due", *[None] * 9))
    if found.everyone and len(found.rows) > 1:
        cells += [RULE, *_voices(found.everyone, f"all {found.per}s")]
    return cells


def _voices(row: ScorecardRow, name: str) -> list[tuple[Cell, ...]]:
    own = row.own_voice
    return [_hits(row, name), *([_hits(own, "- own voice")] if own and own.recorded else [])]


def _hits(row: ScorecardRow, name: str) -> tuple[Cell, ...]:
    return (
        row.rank, name, row.recorded, row.due, row.scored, f"{row.hits}/{row.sided}",
        rate(row.hit_rate, 2), interval(row.hit_low, row.hit_high, 2), rate(row.shrunk, 2),
        days_text(row.median_days_late), f"{row.vague_share:.0%}" if row.vague_share else None,
    )  # fmt: skip


def _numbers_columns(found: Scorecard) -> tuple[Column, ...]:
    asked = () if found.score == "brier" else (Column(found.score, right=True),)
    return (
        Column("with numbers", wraps=True),
        Column("n", right=True),
        Column("Brier", right=True),
        Column("95 %"),
        Column("skill", right=True),
        Column("hits said", right=True),
        Column("hits came", right=True),
        Column("P", right=True),
        *asked,
    )


def _numbers_rows(found: Scorecard) -> list[tuple[Cell, ...]]:
    rows = [(row.name, row) for row in found.rows if row.with_probability]
    if found.everyone and len(rows) > 1:
        rows.append((f"all {found.per}s", found.everyone))
    extra = found.score != "brier"
    return [
        (*_numbers(name, row), *((fixed(row.score, 3),) if extra else ())) for name, row in rows
    ]


def _numbers(name: str, row: ScorecardRow) -> tuple[Cell, ...]:
    return (
        name, row.with_probability, rate(row.brier, 3),
        interval(row.brier_low, row.brier_high, 3), rate(row.skill, 2),
        fixed(row.expected_hits, 1), row.observed_hits, p_value(row.p_calibration),
    )  # fmt: skip


def rows_of(found: Scorecard) -> Sequence[ScorecardRow]:
    """Return the rows and the one of everybody."""
    return (*found.rows, *([found.everyone] if found.everyone else []))


def _flat(found: Scorecard) -> list[list[Cell]]:
    cells: list[list[Cell]] = []
    for row in rows_of(found):
        cells.append(["carried" if row.own_voice else None, *_fields(row)])
        if row.own_voice:
            cells.append(["own", *_fields(row.own_voice)])
    return cells


def _fields(row: ScorecardRow) -> list[Cell]:
    return [getattr(row, name) for name in EVERY_FIELD]
