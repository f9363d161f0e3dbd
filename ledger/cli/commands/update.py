"""`ledger update`."""

from typing import Annotated

import typer

from ledger.book import NewUpdate
from ledger.cli.options import ForecastId, Json
from ledger.cli.replying import reply
from ledger.cli.session import writing
from ledger.formats.replies import changed
from ledger.formats.words import span, stated


def run(
    ctx: typer.Context,
    forecast: ForecastId,
    *,
    probability: Annotated[
        str | None, typer.Option(metavar="P", help='As stated: 0.7, "70 %" or 3:1 (odds for).')
    ] = None,
    phrase: Annotated[str | None, typer.Option(metavar="WORDS", help="How sure, in words.")] = None,
    made: Annotated[
        str | None, typer.Option(metavar="WHEN", help="When it was said; else today.")
    ] = None,
    json: Json = False,
) -> None:
    """Record a later probability or wording of the same claim.

    The last statement before the deadline and the answer counts. A moved deadline is another
    claim: add it with --revises.

    For example:
      ledger update 1 --probability "80 %" --made 2017-05-01
    """
    with writing(ctx) as (book, today):
        done = book.update(forecast, NewUpdate(probability, phrase, made), today)
    last = done.updates[-1]
    said = stated(last.probability, last.phrase)
    what = f"since {span(last.made_on, last.made_on_latest)}: {said}"
    reply(done, lambda width: changed(done, what, width), json=json)
