"""`ledger backup`."""

from pathlib import Path
from typing import Annotated

import typer

from ledger.cli.output import say
from ledger.cli.session import reading
from ledger.errors import InputError
from ledger.formats.escape import one_line


def run(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that does not exist yet.")],
) -> None:
    """Write a good copy of the book.

    Safe while others write to it, as a plain copy of the file is not.

    For example:
      ledger backup predictions-2017-12-31.db
    """
    if file == Path():
        raise InputError("that names no file; name the one to write")
    with reading(ctx) as (book, _today):
        book.backup(file)
    say(one_line(f"Wrote a copy to {file}."))
