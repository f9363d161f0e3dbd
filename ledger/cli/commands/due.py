"""`ledger due`."""

import re
from typing import Annotated

import typer

from ledger.cli.options import Format, Json, style
from ledger.cli.output import say, width
from ledger.cli.session import reading
from ledger.errors import InputError
from ledger.formats.due import due

DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


def run(
    ctx: typer.Context,
    *,
    within: Annotated[
        str,
        typer.Option("--in", metavar="DAYS", help="Also what falls due in 30d, 6w, 3m or 1y."),
    ] = "0d",
    format_: Format = None,
    json: Json = False,
) -> None:
    """List deadlines that passed without a ruling.

    The oldest stand first, each with the part or condition that waits, and "no agreed source"
    where nobody wrote down criteria or a judge. A part or condition with a day of its own waits
    from that day on. Then what falls due.

    For example:
      ledger due
      ledger due --in 30d
    """
    with reading(ctx) as (book, today):
        found = book.due(today, days(within))
    say(due(found, style(format_, json), width()))


def days(text: str) -> int:
    """Read "30d", "6w", "3m", "1y" or a bare number of days."""
    match = re.fullmatch(r"([0-9]{1,5})([dwmy]?)", text)
    if match is None:
        raise InputError(f"--in {text} is not a span of days; write it like 30d or 6w")
    return int(match[1]) * DAYS[match[2] or "d"]
