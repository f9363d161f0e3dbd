"""`ledger export`."""

import sys
from typing import Annotated

import typer

from ledger.cli.session import reading


def run(
    ctx: typer.Context,
    *,
    format_: Annotated[
        str, typer.Option("--format", metavar="NAME", help="ndjson loses nothing; csv is flat.")
    ] = "ndjson",
) -> None:
    """Print the book in its own format.

    NDJSON holds one forecast per line with its parts, citations, rulings, updates and links.
    CSV has one row for each forecast and citation, and refuses by name what it cannot carry.
    Time zone, hemisphere and fiscal year stay with the book: `ledger init` sets them.

    For example:
      ledger export > book.ndjson
      ledger export --format csv > book.csv
    """
    with reading(ctx) as (book, _today):
        for line in book.export(format_):
            sys.stdout.write(line if line.endswith("\n") else line + "\n")
