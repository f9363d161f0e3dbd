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

    For example:
      ledger export > book.ndjson
      ledger export --format csv > book.csv
    """
    with reading(ctx) as (book, _today):
        lines = book.export(format_)
        # What CSV cannot carry may come last: nothing is printed before that is known.
        for line in lines if format_ == "ndjson" else list(lines):
            sys.stdout.write(line if line.endswith("\n") else line + "\n")
