"""`ledger verify`."""

from pathlib import Path
from typing import Annotated

import typer

from ledger.book import trust
from ledger.cli.options import Json
from ledger.cli.output import say, warn
from ledger.cli.session import reading
from ledger.errors import TamperError
from ledger.formats.json_text import json_text

_SHOWN = 10  # problems printed: after a broken link every other one is only a number more


def run(
    ctx: typer.Context,
    *,
    anchor: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Lines that `ledger anchor` printed earlier."),
    ] = None,
    json: Json = False,
) -> None:
    """Check that nobody changed the past.

    Walks the chain of the journal, replays it and compares the tables, whose indexes are held
    against them. Silent, with exit code 0, when all is well. Only an anchor that was given away
    earlier shows a journal that was cut short or written anew as a whole.

    For example:
      ledger verify
      ledger verify --anchor anchors.txt
    """
    given = None if anchor is None else anchor.read_text(encoding="utf-8", errors="replace")
    with reading(ctx) as (book, _today):
        problems = book.verify(given)
    if json:
        say(json_text({"good": not problems, "problems": problems}))
    else:
        for problem in problems[:_SHOWN]:
            warn(problem)
        if len(problems) > _SHOWN:
            warn(f"and {len(problems) - _SHOWN:,} more; --json lists them all")
    if problems:
        if not all(problem.startswith(trust.ANOTHER) for problem in problems):
            warn("this book was changed outside the program; go back to a backup that verifies")
        raise typer.Exit(TamperError.exit_code)
