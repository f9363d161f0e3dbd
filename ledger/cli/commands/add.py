"""`ledger add`."""

from typing import Annotated

import typer

from ledger.cli.asking import interactive
from ledger.cli.asking_forecast import asked, recorded
from ledger.cli.citation_options import CitationOptions
from ledger.cli.forecast_options import AnswerOptions, ClaimOptions, new_forecast
from ledger.cli.groups import grouped
from ledger.cli.options import Json
from ledger.cli.replying import reply
from ledger.cli.session import writing
from ledger.errors import InputError
from ledger.formats.replies import added


@grouped
def run(
    ctx: typer.Context,
    claim: Annotated[
        str | None, typer.Argument(metavar="CLAIM", help="What was forecast, in your words.")
    ] = None,
    *,
    said: ClaimOptions,
    answers: AnswerOptions,
    cited: CitationOptions,
    json: Json = False,
) -> None:
    r"""Record a forecast.

    WHEN is a date, a month, a year, a range (2016-10..2016-12) or words: "within six months",
    "by the end of 2017", "around the new year". Without --deadline the claim is searched for
    one, and the reply says how it was read. Without CLAIM a terminal is asked field by field.

    A forecast that something does not happen is worded positively, with --not. A claim with
    "not", "no" or "never", or --phrase unlikely, is refused until that is said, or --affirmative;
    "may" and "hopes" need --vague. Quantiles, or a range with its --level, take no side: they are
    scored by their distance. "qN" names a question of the book.

    For example:
      ledger add "Mosul and Raqqa retaken within six months" --by Townsend \
        --made 2017-02-08 --all-of "Mosul retaken" --all-of "Raqqa retaken"
      ledger add "ISIS expelled by end of 2017" --by "Michael Fallon" \
        --made 2017-02-11 --source "Daily Mail" --published 2017-03-01
      ledger add "Russia attacks Ukraine by the end of 2022" --by Analyst --not \
        --made 2017-01-20 --probability "70 %"
      ledger add "The German election of 2017" --by Pollster --made 2017-09-01 \
        --deadline 2017-09-24 --option CDU --options CDU,SPD,other
      ledger add "The price of oil at the end of 2017" --by Analyst \
        --made 2017-03-01 --deadline 2017-12-31 --range 60..80 --level "90 %"
    """
    new = new_forecast(claim, said, answers, cited.request())
    if claim is None and not interactive():
        raise InputError('no claim; write it first, as in `ledger add "..." --by NAME`')
    with writing(ctx) as (book, today):
        done = recorded(book, asked(book, new, today) if claim is None else new, today)
    reply(done, lambda width: added(done, width), json=json)
