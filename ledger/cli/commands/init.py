"""`ledger init`."""

from typing import Annotated

import typer

from ledger.book import Ledger
from ledger.cli.replying import tell
from ledger.cli.where import Where
from ledger.formats.escape import one_line


def run(
    ctx: typer.Context,
    *,
    time_zone: Annotated[
        str, typer.Option(metavar="ZONE", help="Where days end, as Europe/London.")
    ] = "UTC",
    southern: Annotated[
        bool, typer.Option("--southern", help="Seasons are those of the southern hemisphere.")
    ] = False,
    fiscal_year_end: Annotated[
        str | None, typer.Option(metavar="MM-DD", help="The last day of the fiscal year.")
    ] = None,
) -> None:
    """Make a new book.

    A deadline is a calendar day, inclusive, that ends in the book's time zone. The zone, the
    hemisphere and the fiscal year are fixed here. An existing file is never touched.

    For example:
      ledger init
      ledger --db war.db init --time-zone Europe/London
    """
    where: Where = ctx.obj
    with Ledger.create(
        where.path, time_zone=time_zone, southern=southern, fiscal_year_end=fiscal_year_end
    ):
        pass
    tell(one_line(f"Made {where.path}: days end in {time_zone}."))
