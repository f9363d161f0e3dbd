"""`ledger anchor`."""

import typer

from ledger.cli.options import Json
from ledger.cli.output import say
from ledger.cli.session import reading
from ledger.formats.json_text import json_text


def run(ctx: typer.Context, *, json: Json = False) -> None:
    """Print the line that proves later that the past is unchanged.

    Publish it, or give it to somebody: `ledger verify --anchor FILE` compares the journal with
    it. The book is tamper-evident from the first anchor that you gave away.

    For example:
      ledger anchor >> anchors.txt
    """
    with reading(ctx) as (book, _today):
        line = book.anchor()
    say(json_text({"anchor": line}) if json else line)
