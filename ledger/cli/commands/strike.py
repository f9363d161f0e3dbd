"""`ledger strike`."""

import typer

from ledger.cli.options import ForecastId, Json, Why
from ledger.cli.replying import reply
from ledger.cli.session import writing
from ledger.formats.replies import changed


def run(ctx: typer.Context, forecast: ForecastId, *, why: Why, json: Json = False) -> None:
    """Take a wrong record out of all counts.

    For what should never have been recorded: a forged quote, a forecast entered twice. It stays
    in the journal, and scorecards print how many were struck.

    For example:
      ledger strike 1 --why "entered twice"
    """
    with writing(ctx) as (book, today):
        done = book.strike(forecast, why, today)
    reply(done, lambda width: changed(done, f"struck: {why}", width), json=json)
