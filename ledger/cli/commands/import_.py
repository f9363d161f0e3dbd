"""`ledger import`."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Annotated

import typer

from ledger.cli.counting import counting
from ledger.cli.options import Json
from ledger.cli.output import say, warn
from ledger.cli.replying import reply
from ledger.cli.session import writing
from ledger.core.reports import Imported
from ledger.errors import InputError
from ledger.formats.json_text import json_text
from ledger.formats.replies import imported, problems

# Bytes of a line, so that a file without line breaks does not fill the memory.
_LONGEST = 1 << 24


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
        with _lines(file) as lines, counting("lines read") as progress:
            done = book.import_lines(
                lines, csv=csv, dry_run=dry_run, progress=progress, today=today
            )
        if done.problems and not json:
            _refuse(done)
        if done.problems or dry_run:
            # Nothing is kept, also no book that was made for this.
            say(json_text(done) if json else imported(done))
            raise typer.Exit(InputError.exit_code if done.problems else 0)
    reply(done, lambda _width: imported(done), json=json)


@contextmanager
def _lines(file: Path) -> Iterator[Iterator[bytes]]:
    """Open what is to be read; what comes through a pipe is read to its end before that.

    The book is locked while lines are taken in: nobody is to wait for a program that writes
    them slowly.
    """
    with nullcontext(sys.stdin.buffer) if str(file) == "-" else file.open("rb") as stream:
        if stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            yield _read(stream)
            return
        with TemporaryFile() as spool:
            spool.writelines(_read(stream))
            spool.seek(0)
            yield _read(spool)


def _read(stream: IO[bytes]) -> Iterator[bytes]:
    for number, line in enumerate(iter(partial(stream.readline, _LONGEST + 1), b""), 1):
        if len(line) > _LONGEST:
            raise InputError(
                f"line {number}, byte {_LONGEST + 1:,}: the line does not end; "
                "write each forecast on a line of its own"
            )
        yield line


def _refuse(done: Imported) -> None:
    for problem in problems(done):
        warn(problem)
    count = len(done.problems)
    raise InputError(
        f"nothing was imported: {count} {'problem' if count == 1 else 'problems'}; "
        "correct the file and import it again"
    )


def _is_csv(file: Path, format_: str | None) -> bool:
    if format_ not in {None, "ndjson", "csv"}:
        raise InputError(f"no format {format_!r}; take ndjson or csv")
    return format_ == "csv" or (format_ is None and file.suffix.lower() == ".csv")
