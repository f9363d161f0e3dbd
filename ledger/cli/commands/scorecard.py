"""`ledger scorecard`."""

from typing import Annotated

import typer

from ledger.book import ScorecardRequest
from ledger.cli.options import Format, Json, style
from ledger.cli.output import say, width
from ledger.cli.session import reading
from ledger.formats.scorecard import scorecard


def run(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="One forecaster or source.")
    ] = None,
    *,
    per: Annotated[
        str | None,
        typer.Option(
            metavar="WHAT",
            help="A row for each forecaster (default), source, article, tag, forecaster-kind, "
            "phrase, horizon, year or question-kind.",
        ),
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Only this forecaster.")] = None,
    source: Annotated[
        str | None, typer.Option(metavar="OUTLET", help="Only what this outlet carried.")
    ] = None,
    tag: Annotated[str | None, typer.Option(metavar="TAG", help="Only with this tag.")] = None,
    made_from: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only made on this day or later.")
    ] = None,
    made_to: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only made on this day or earlier.")
    ] = None,
    prospective: Annotated[
        bool, typer.Option("--prospective", help="Only recorded before the answer was known.")
    ] = False,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="What is due on this day; else today.")
    ] = None,
    recorded_by: Annotated[
        str | None,
        typer.Option(metavar="TIME", help="The book as it was recorded then, the same for ever."),
    ] = None,
    format_: Format = None,
    json: Json = False,
) -> None:
    """Count and score forecasts that are due.

    Hits are k of n forecasts that are due and came out true or false, with the 95 % interval of
    Wilson. A source's row counts everything that it carried; what it said in its own voice
    stands below it. The Brier score is of forecasts with a stated probability.

    For example:
      ledger scorecard
      ledger scorecard --per source --as-of 2017-12-31
      ledger scorecard --by "Michael Fallon" --json
    """
    wanted = ScorecardRequest(
        name, per, by, source, tag, as_of, recorded_by, made_from, made_to, prospective
    )
    with reading(ctx) as (book, today):
        found = book.scorecard(wanted, today)
    say(scorecard(found, style(format_, json), width()))
