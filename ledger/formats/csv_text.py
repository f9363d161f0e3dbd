"""Rows as CSV that a spreadsheet cannot mistake for formulas.

A cell whose text begins with = + - @ TAB CR or LF (or the full-width forms of the first four)
would be run by a spreadsheet: it gets a leading apostrophe. Numbers stay numbers.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from ledger.formats.escape import escape

FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")  # the last four are full-width


def neutral(cell: object) -> object:
    """Return a cell that no spreadsheet runs; numbers and None come back as they are."""
    if not isinstance(cell, str):
        return cell
    mark = "'" if cell.startswith(FORMULA_STARTS) else ""
    return mark + escape(cell)


def csv_text(titles: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows under their titles as CSV, without a line break at the end."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(titles)
    for row in rows:
        writer.writerow([neutral(cell) for cell in row])
    return out.getvalue().removesuffix("\n")
