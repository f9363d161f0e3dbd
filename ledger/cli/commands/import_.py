"""`ledger import`."""

from pathlib import Path
from typing import Annotated

import typer

from ledger.cli.counting import counting
from ledger.cli.input_lines import lines_of
from ledger.cli.options import Json
from ledger.cli.output import say, warn
from ledger.cli.replying import reply
from ledger.cli.session import writing
from ledger.core import checks
from ledger.core.plurals import counted
from ledger.core.reports import Imported
from ledger.errors import InputError
from ledger.exchange import FORMATS
from ledger.formats.json_text import json_text
from ledger.formats.replies import imported, problems


def run(
    ctx: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="NDJSON, or CSV by its name; - reads the input.")
    ],
    *,
    format_: Annotated[
        str | None, typer.Option("--format", metavar="NAME", help="ndjson or csv.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")
    ] = False,
    json: Json = False,
) -> None:
    """Take in forecasts from a file, all of them or none.

    Reads what `ledger export` prints, and flat rows with at least claim, forecaster and
    made_on. Every problem is listed with line and column. What is in the book already under
    the same key is left alone, so that a file can be read twice.

    For example:
      ledger import book.ndjson --dry-run
      ledger import book.ndjson
    """
    if file == Path():
        raise InputError("that names no file; name the one to read, or - for the input")
    csv = _is_csv(file, format_)
    with writing(ctx) as (book, today):
        with lines_of(file) as lines, counting("lines read") as progress:
            done = book.import_lines(
                lines, csv=csv, dry_run=dry_run, progress=progress, today=today
            )
        if done.problems:
            _refuse(done, json=json)
        if dry_run:
            # Nothing is kept, also no book that was made for this.
            say(json_text(done) if json else imported(done))
            raise typer.Exit
    reply(done, lambda _width: imported(done), json=json)


def _refuse(done: Imported, *, json: bool) -> None:
    """List the problems, with --json where the answer stands; then say what to do."""
    if json:
        say(json_text(done))
    else:
        for problem in problems(done):
            warn(problem)
    raise InputError(
        f"nothing was imported: {counted(len(done.problems), 'problem')}; "
        "correct the file and import it again"
    )


def _is_csv(file: Path, format_: str | None) -> bool:
    if format_ is None:
        return file.suffix.lower() == ".csv"
    return checks.one_of(format_, FORMATS, "format") == "csv"
