"""`ledger show`."""

import typer

from ledger.cli.options import ForecastId, Format, Json, style
from ledger.cli.output import say, width
from ledger.cli.session import reading
from ledger.formats.showing import showing


def run(
    ctx: typer.Context, forecast: ForecastId, *, format_: Format = None, json: Json = False
) -> None:
    """Show everything about one forecast.

    Its readings, parts, citations, updates, rulings, links and history.

    For example:
      ledger show 1
      ledger show 1 --json
    """
    with reading(ctx) as (book, today):
        found = book.show(forecast, today)
    say(showing(found, style(format_, json), width()))
