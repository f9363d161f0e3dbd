"""`ledger coverage`."""

from typing import Annotated

import typer

from ledger.cli.options import Format, Json, style
from ledger.cli.output import say, width
from ledger.cli.session import reading
from ledger.formats.coverage import coverage


def run(
    ctx: typer.Context,
    *,
    source: Annotated[
        str | None, typer.Option(metavar="OUTLET", help="Only articles of this outlet.")
    ] = None,
    format_: Format = None,
    json: Json = False,
) -> None:
    """Tell how articles were read: found, recorded, rejected, left.

    For each article that `extract --review` or `extract --add` went through: how many
    forward-looking statements were found in it, how many citations of it are in the book,
    how many statements were left out for a reason, and how many nobody decided on. So a
    scorecard can say how its record was selected.

    For example:
      ledger coverage
      ledger coverage --source "Daily Mail" --json
    """
    with reading(ctx) as (book, _today):
        found = book.coverage(source)
    say(coverage(found, style(format_, json), width()))
