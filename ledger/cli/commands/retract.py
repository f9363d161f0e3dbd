"""`ledger retract`."""

from typing import Annotated

import typer

from ledger.cli.citation_options import CitationOptions
from ledger.cli.groups import grouped
from ledger.cli.options import ForecastId, Json
from ledger.cli.replying import reply
from ledger.cli.session import writing
from ledger.formats.replies import changed


@grouped
def run(
    ctx: typer.Context,
    forecast: ForecastId,
    *,
    on: Annotated[str, typer.Option(metavar="DATE", help="When it was taken back.")],
    cited: CitationOptions,
    json: Json = False,
) -> None:
    """Record that the forecaster took it back.

    The forecast is kept and shown, and its deadline still counts: taking it back does not make
    a miss undone.

    For example:
      ledger retract 1 --on 2017-06-01 --source "Daily Mail"
    """
    with writing(ctx) as (book, today):
        done = book.retract(forecast, on, today, cited.request())
    what = f"taken back on {done.retracted_on}; its deadline still counts"
    reply(done, lambda width: changed(done, what, width), json=json)
