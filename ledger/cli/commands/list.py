"""`ledger list`."""

from typing import Annotated

import typer

from ledger.book import Filter
from ledger.book.requests import STATUSES
from ledger.cli.options import Format, Json, style
from ledger.cli.output import say, width
from ledger.cli.session import reading
from ledger.formats.listing import listing


def run(
    ctx: typer.Context,
    *,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Only this forecaster.")] = None,
    source: Annotated[
        str | None, typer.Option(metavar="OUTLET", help="Only what this outlet carried.")
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(
            metavar="STATUS",
            help=f"{', '.join(STATUSES)}.",
        ),
    ] = None,
    tag: Annotated[str | None, typer.Option(metavar="TAG", help="Only with this tag.")] = None,
    search: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Only claims with these words.")
    ] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", help="At most so many.")] = None,
    format_: Format = None,
    json: Json = False,
) -> None:
    """List forecasts.

    The deadline is the last day on time. A forecast past its deadline that nobody ruled on is
    due; it is open before that day and undated without one. It is known when its answer was
    known before it was said.

    For example:
      ledger list --by "Michael Fallon"
      ledger list --status due --tag war --json
    """
    wanted = Filter(by, source, status, tag, search, limit)
    with reading(ctx) as (book, today):
        found = book.list(wanted, today)
    say(listing(found, style(format_, json), width()))
