"""`ledger cite`."""

from functools import partial

import typer

from ledger.cli.citation_options import CitationOptions
from ledger.cli.groups import grouped
from ledger.cli.options import ForecastId, Json
from ledger.cli.replying import reply
from ledger.cli.session import writing
from ledger.errors import InputError
from ledger.formats.replies import carried


@grouped
def run(
    ctx: typer.Context, forecast: ForecastId, *, cited: CitationOptions, json: Json = False
) -> None:
    """Record that another outlet carried a forecast.

    A forecast in five outlets is one forecast with five citations: it counts once for its
    forecaster and once for each outlet.

    For example:
      ledger cite 1 --source "The Sun" --published 2017-03-01
    """
    new = cited.request()
    if new is None or new.source is None:
        raise InputError(f"a citation needs its outlet; add --source OUTLET to cite {forecast}")
    with writing(ctx) as (book, today):
        done = book.cite(forecast, new, today)
    reply(done, partial(carried, done), json=json)
