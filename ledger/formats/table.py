"""Tables: a calm one that fits the screen, and the formats of tabulate for other programs.

text = table(columns, rows)                    calm, 80 columns wide
text = table(columns, rows, style="github")    any table format of tabulate, or csv
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ledger.errors import InputError
from ledger.formats.csv_text import csv_text
from ledger.formats.escape import cells, one_line
from ledger.formats.wrapping import WIDTH, wrap

GAP = "  "
# Where a bar parts the cells, one inside a text is written so.
BARS = {"github": "\\|", "pipe": "\\|", "jira": "\\|", "orgtbl": "\\vert{}"}

ALIASES = {"markdown": "github"}

Cell = str | int | float | None
RULE: tuple[Cell, ...] = ()  # a row without cells is a line across a calm table


@dataclass(frozen=True, slots=True)
class Column:
    """A column: numbers stand right; one that wraps gives up width when the screen is narrow."""

    title: str
    right: bool = False
    wraps: bool = False


def table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    style: str | None = None,
    width: int = WIDTH,
) -> str:
    """Return a table as text that ends without a line break; InputError for an unknown style."""
    if style is None:
        return calm(columns, rows, width)
    titles, filled = [column.title for column in columns], [row for row in rows if row]
    if style == "csv":
        return csv_text(titles, filled)
    return _tabulated(titles, filled, style)


def calm(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], width: int = WIDTH) -> str:
    """Return a table with a line under the titles, cells of two lines at most."""
    texts = [[_text(cell) for cell in row] for row in rows]
    widths = fitted(columns, [row for row in texts if row], width)
    across = GAP.join("-" * size for size in widths)
    lines = [
        _line([column.title for column in columns], columns, widths),
        across,
    ]
    for row in texts:
        if not row:
            lines.append(across)
            continue
        folded = [wrap(cell, size, 2) for cell, size in zip(row, widths, strict=True)]
        for n in range(max(len(cell) for cell in folded)):
            parts = [cell[n] if n < len(cell) else "" for cell in folded]
            lines.append(_line(parts, columns, widths))
    return "\n".join(lines)


def fitted(columns: Sequence[Column], texts: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return the width of each column: the widest that wraps gives way first."""
    widths = [
        max([cells(column.title), *(cells(row[n]) for row in texts)])
        for n, column in enumerate(columns)
    ]
    least = [
        max(cells(column.title), 12) if column.wraps else widths[n]
        for n, column in enumerate(columns)
    ]
    spare = sum(widths) + len(GAP) * (len(columns) - 1) - width
    while spare > 0:
        n = max(range(len(widths)), key=lambda n: (widths[n] > least[n], widths[n]))
        if widths[n] <= least[n]:
            break
        widths[n] -= 1
        spare -= 1
    return widths


def _text(cell: Cell) -> str:
    return "" if cell is None else one_line(str(cell))


def _line(parts: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    padded = []
    for part, column, size in zip(parts, columns, widths, strict=True):
        space = " " * (size - cells(part))
        padded.append(space + part if column.right else part + space)
    return GAP.join(padded).rstrip()


def _tabulated(titles: list[str], rows: Sequence[Sequence[Cell]], style: str) -> str:
    # Its import alone costs 34 ms, which only those who ask for one of its formats pay.
    from tabulate import tabulate, tabulate_formats  # noqa: PLC0415 - see above

    style = ALIASES.get(style, style)
    if style not in tabulate_formats:
        raise InputError(
            f"no format {style!r}; take text, csv, json, markdown or html, or another table "
            "format of tabulate"
        )
    bar = BARS.get(style, "|")
    texts = [
        [c if isinstance(c, int | float) else _text(c).replace("|", bar) for c in row]
        for row in rows
    ]
    # Texts stay as they were typed: "007" is a name and not the number 7.
    return str(tabulate(texts, titles, tablefmt=style, disable_numparse=True))
