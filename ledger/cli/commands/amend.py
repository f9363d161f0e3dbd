"""`ledger amend`."""

from dataclasses import replace
from typing import Annotated

import typer

from ledger.cli.asking_forecast import corrected
from ledger.cli.citation_options import CitationOptions
from ledger.cli.forecast_options import AnswerOptions, ClaimOptions, new_forecast
from ledger.cli.groups import grouped
from ledger.cli.options import ForecastId, Json, Why
from ledger.cli.replying import reply
from ledger.cli.session import writing
from ledger.formats.replies import amended


@grouped
def run(
    ctx: typer.Context,
    forecast: ForecastId,
    *,
    why: Why,
    claim: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The claim as it should read.")
    ] = None,
    checkable: Annotated[
        bool, typer.Option("--checkable", help="It is neither vague nor void after all.")
    ] = False,
    said: ClaimOptions,
    answers: AnswerOptions,
    cited: CitationOptions,
    json: Json = False,
) -> None:
    """Put a record right.

    For mistakes in the record, not for changes of mind: those are updates, or forecasts that
    revise. What is named here takes the place of what stood; the journal keeps both.

    For example:
      ledger amend 1 --made 2017-02-08 --why "the article gives the day"
    """
    new = replace(new_forecast(claim, said, answers, cited.request()), checkable=checkable)
    with writing(ctx) as (book, today):
        before = book.show(forecast, today)
        done = corrected(book, before.forecast, new, why, today)
    reply(done, lambda width: amended(before, done, why, width), json=json)
