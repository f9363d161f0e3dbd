"""`ledger calibration`."""

from typing import Annotated

import typer

from ledger.cli.groups import grouped
from ledger.cli.options import Format, Json
from ledger.cli.output import say, width
from ledger.cli.pictures import Plot, draw, numbers_look, pictures
from ledger.cli.score_options import ChoiceOptions, Name, request
from ledger.cli.session import reading
from ledger.formats.calibration import calibration


@grouped
def run(
    ctx: typer.Context,
    name: Name = None,
    *,
    lexicon: Annotated[
        str | None, typer.Option(metavar="NAME|FILE", help="Read words as numbers: icd203, ...")
    ] = None,
    plot: Plot = None,
    chosen: ChoiceOptions,
    format_: Format = None,
    json: Json = False,
) -> None:
    """Hold stated probabilities against what came.

    The curve is CORP's isotonic regression, with MCB (miscalibration), DSC (discrimination) and
    UNC (uncertainty), beside what they would be under perfect calibration. It needs 30 forecasts
    on 10 questions. --plot draws a picture fit to print (needs the extra "plots").

    For example:
      ledger calibration
      ledger calibration "Michael Fallon" --lexicon icd203
      ledger calibration --plot calibration.svg
    """
    wanted = request(chosen, name=name, lexicon=lexicon)
    look = numbers_look(plot, format_, json)
    with reading(ctx) as (book, today):
        found = book.calibration(wanted, today)
    if plot is not None:
        return draw(plot, lambda kind: pictures.calibration_picture(found, kind))
    return say(calibration(found, look, width()))
