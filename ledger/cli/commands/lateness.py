"""`ledger lateness`."""

import typer

from ledger.cli.groups import grouped
from ledger.cli.options import Format, Json
from ledger.cli.output import say, width
from ledger.cli.pictures import Plot, draw, numbers_look, pictures
from ledger.cli.score_options import ChoiceOptions, Name, request
from ledger.cli.session import reading
from ledger.formats.lateness import lateness


@grouped
def run(
    ctx: typer.Context,
    name: Name = None,
    *,
    plot: Plot = None,
    chosen: ChoiceOptions,
    format_: Format = None,
    json: Json = False,
) -> None:
    """Measure how late events came.

    Days between deadline and event, with those that are still waited for: the Kaplan-Meier curve
    of the share outstanding. Late is never right; lateness is told beside the verdict. --plot
    draws a picture fit to print (needs the extra "plots").

    For example:
      ledger lateness
      ledger lateness "Stephen Townsend"
      ledger lateness --tag war --plot lateness.png
    """
    wanted = request(chosen, name=name)
    look = numbers_look(plot, format_, json)
    with reading(ctx) as (book, today):
        found = book.lateness(wanted, today)
    if plot is not None:
        return draw(plot, lambda kind: pictures.lateness_picture(found, kind))
    return say(lateness(found, look, width()))
