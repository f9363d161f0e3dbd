"""`ledger lexicon`."""

from typing import Annotated

import typer

from ledger.book.lexicons import every, find
from ledger.cli.helping import Command, Group
from ledger.cli.options import Format, Json, style
from ledger.cli.output import say, width
from ledger.formats.lexicons import lexicon, lexicons

app = typer.Typer(cls=Group, add_completion=False, rich_markup_mode=None)


@app.callback()
def group() -> None:
    """List and show the tables that turn words into numbers.

    A forecast keeps its words. A scorecard reads them with --lexicon NAME when it is printed, so
    that another table can score them anew.

    For example:
      ledger lexicon list
      ledger lexicon show icd203
    """


@app.command("list", cls=Command)
def list_(*, format_: Format = None, json: Json = False) -> None:
    """List the lexicons.

    For example:
      ledger lexicon list
    """
    say(lexicons(every(), style(format_, json), width()))


@app.command("show", cls=Command)
def show(
    name: Annotated[str, typer.Argument(metavar="NAME|FILE", help="A lexicon, or your own file.")],
    *,
    format_: Format = None,
    json: Json = False,
) -> None:
    """Show a lexicon: its words, bands and reference.

    For example:
      ledger lexicon show icd203
    """
    say(lexicon(find(name), style(format_, json), width()))
