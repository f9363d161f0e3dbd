"""`ledger log`."""

from typing import Annotated

import typer

from ledger.cli.options import Format, Json, style
from ledger.cli.output import say, width
from ledger.cli.session import reading
from ledger.formats.registers import entries


def run(
    ctx: typer.Context,
    forecast: Annotated[
        str | None, typer.Argument(metavar="ID", help="Only what concerns this forecast.")
    ] = None,
    *,
    format_: Format = None,
    json: Json = False,
) -> None:
    """List the entries of the journal.

    Every change is one entry; entries are never edited or removed.

    For example:
      ledger log
      ledger log 1
    """
    with reading(ctx) as (book, _today):
        found = book.log(forecast)
    say(entries(found, style(format_, json), width()))
