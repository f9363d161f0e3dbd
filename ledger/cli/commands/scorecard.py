"""`ledger scorecard`."""

from typing import Annotated

import typer

from ledger.cli.groups import grouped
from ledger.cli.options import Format, Json, style
from ledger.cli.output import say, width
from ledger.cli.score_options import ChoiceOptions, ScoreOptions, TableOptions, request
from ledger.cli.session import reading
from ledger.formats.scorecard import scorecard


@grouped
def run(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="One forecaster or source: a page.")
    ] = None,
    *,
    shown: TableOptions,
    chosen: ChoiceOptions,
    scored: ScoreOptions,
    format_: Format = None,
    json: Json = False,
) -> None:
    """Count and score forecasts that are due.

    Hits are k of n forecasts that are due and came out true or false, with the 95 % interval of
    Wilson. A source's row counts everything that it carried; what it said in its own voice
    stands below it. The Brier score is of forecasts with a stated probability; --lexicon reads
    the words of the others. With NAME: one page with every forecast. --format also takes
    markdown and html.

    For example:
      ledger scorecard
      ledger scorecard --per source --as-of 2017-12-31
      ledger scorecard "Michael Fallon"
      ledger scorecard --lexicon icd203 --sensitivity
    """
    wanted = request(shown, chosen, scored, name=name)
    with reading(ctx) as (book, today):
        found = book.scorecard(wanted, today)
    say(scorecard(found, style(format_, json), width()))
