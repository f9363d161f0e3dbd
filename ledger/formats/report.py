"""A report is a list of blocks; here they become calm text, Markdown or a page of HTML.

The figures in the blocks are texts already, so that every format prints the same digits.
"""

import html
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ledger.formats.escape import cells, escape, one_line
from ledger.formats.json_text import json_text
from ledger.formats.table import RULE, Cell, Column, table
from ledger.formats.wrapping import WIDTH, hang

STYLES = ("markdown", "html")


@dataclass(frozen=True, slots=True)
class Rows:
    """A table; the row RULE is a line across it.

    Where the screen is too narrow, columns whose titles are in `spare` go, in that order.
    """

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    spare: tuple[str, ...] = ()

    def said(self) -> "Rows":
        """Return the table without columns that say nothing."""
        kept = [
            n
            for n in range(len(self.columns))
            if any(row[n] not in {None, ""} for row in self.rows if row)
        ]
        return self._only(kept)

    def without(self, title: str) -> "Rows":
        """Return the table without one column."""
        return self._only([n for n, column in enumerate(self.columns) if column.title != title])

    def _only(self, kept: list[int]) -> "Rows":
        rows = [[row[n] for n in kept] if row else RULE for row in self.rows]
        return Rows([self.columns[n] for n in kept], rows, self.spare)


@dataclass(frozen=True, slots=True)
class Plot:
    """Lines drawn with characters, kept as they are."""

    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part of the report."""

    text: str


Block = str | Rows | Plot | Heading


def printed(
    found: Any,
    style: str | None,
    width: int,
    blocks: Callable[[], Sequence[Block]],
    columns: Sequence[Column],
    rows: Callable[[bool], Sequence[Sequence[Cell]]],
) -> str:
    """Return a report as JSON, as a document of its blocks, or as a bare table of its rows.

    A table is all that CSV and the formats of tabulate can hold; `rows` is told whether its
    figures are to have all their digits, as in CSV.
    """
    if style == "json":
        return json_text(found)
    if style is None or style in STYLES:
        return render(blocks(), style, width)
    return table(columns, rows(style == "csv"), style)


def render(blocks: Sequence[Block], style: str | None = None, width: int = WIDTH) -> str:
    """Return blocks as text, or as a document in the style "markdown" or "html"."""
    if style == "html":
        return _page(blocks)
    if style == "markdown":
        return "\n\n".join(_markdown(block) for block in blocks)
    return "\n".join(_calm(blocks, width))


def _calm(blocks: Sequence[Block], width: int) -> list[str]:
    """Return the lines; sentences that follow one another stand without a gap."""
    lines: list[str] = []
    for n, block in enumerate(blocks):
        sentences = isinstance(block, str) and n and isinstance(blocks[n - 1], str)
        after_heading = n and isinstance(blocks[n - 1], Heading)
        if n and not sentences and not after_heading:
            lines.append("")
        lines += _lines(block, width)
    return lines


def _lines(block: Block, width: int) -> list[str]:
    if isinstance(block, Rows):
        return _table(block.said(), width)
    if isinstance(block, Plot):
        return [escape(line) for line in block.lines]
    return hang("", block.text if isinstance(block, Heading) else block, width)


def _table(shown: Rows, width: int) -> list[str]:
    lines = table(shown.columns, shown.rows, None, width).split("\n")
    for title in shown.spare:
        if max(map(cells, lines)) <= width:
            break
        shown = shown.without(title)
        lines = table(shown.columns, shown.rows, None, width).split("\n")
    return lines


def _markdown(block: Block) -> str:
    if isinstance(block, Heading):
        return f"## {_plain(block.text)}"
    if isinstance(block, str):
        return _plain(block)
    if isinstance(block, Plot):
        return f"```\n{_drawn(block)}\n```"
    shown = block.said()
    lines = [_piped(column.title for column in shown.columns)]
    lines.append(_piped("--:" if column.right else ":--" for column in shown.columns))
    lines += [_piped(map(_cell, row)) for row in shown.rows if row]
    return "\n".join(lines)


def _drawn(block: Plot) -> str:
    """Return the lines escaped one by one: the breaks between them are the drawing's own."""
    return "\n".join(escape(line) for line in block.lines)


def _piped(texts: Iterable[str]) -> str:
    return "| " + " | ".join(texts) + " |"


def _cell(cell: Cell) -> str:
    return "" if cell is None else _plain(str(cell))


def _plain(text: str) -> str:
    """Return text that Markdown takes as it stands."""
    safe = one_line(text)
    for sign in "\\`*_[]<>|#":
        safe = safe.replace(sign, f"\\{sign}")
    return safe


def _page(blocks: Sequence[Block]) -> str:
    title = next((block for block in blocks if isinstance(block, str)), "Scorecard")
    body = "\n".join(_html(block) for block in blocks)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{_safe(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>"
    )


_STYLE = (
    "body{font:16px/1.5 Georgia,serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;margin:1rem 0}"
    "th,td{padding:.2rem .6rem;border-bottom:1px solid #ccc;text-align:left;vertical-align:top}"
    "pre{font:14px/1.2 monospace;overflow-x:auto}"
    ".n{text-align:right;font-variant-numeric:tabular-nums}"
)


def _html(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h2>{_safe(block.text)}</h2>"
    if isinstance(block, str):
        return f"<p>{_safe(block)}</p>"
    if isinstance(block, Plot):
        return f"<pre>{html.escape(_drawn(block))}</pre>"
    shown = block.said()
    head = "".join(_tagged("th", column, column.title) for column in shown.columns)
    rows = "\n".join(
        "<tr>" + "".join(map(_data, shown.columns, row)) + "</tr>" for row in shown.rows if row
    )
    return f"<table>\n<tr>{head}</tr>\n{rows}\n</table>"


def _data(column: Column, cell: Cell) -> str:
    return _tagged("td", column, "" if cell is None else str(cell))


def _tagged(tag: str, column: Column, text: str) -> str:
    right = ' class="n"' if column.right else ""
    return f"<{tag}{right}>{_safe(text)}</{tag}>"


def _safe(text: str) -> str:
    return html.escape(one_line(text))
