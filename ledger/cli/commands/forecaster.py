"""`ledger forecaster`."""

from typing import Annotated

import typer

from ledger.cli.helping import Command, Group
from ledger.cli.options import Format, Json, style
from ledger.cli.output import say, width
from ledger.cli.replying import reply
from ledger.cli.session import reading, writing
from ledger.formats.registers import forecasters

app = typer.Typer(cls=Group, add_completion=False, rich_markup_mode=None)


@app.callback()
def group() -> None:
    """List and edit forecasters.

    For example:
      ledger forecaster list
      ledger forecaster edit "Lt. Gen. Townsend" --same-as "Stephen Townsend"
    """


@app.command("list", cls=Command)
def listed(ctx: typer.Context, *, format_: Format = None, json: Json = False) -> None:
    """List everybody who made a forecast.

    For example:
      ledger forecaster list
    """
    with reading(ctx) as (book, _today):
        found = book.forecasters()
    say(forecasters(found, style(format_, json), width()))


@app.command("edit", cls=Command)
def edit(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The forecaster's name.")],
    *,
    kind: Annotated[
        str | None,
        typer.Option(metavar="KIND", help="person, organisation, anonymous, crowd or model."),
    ] = None,
    role: Annotated[str | None, typer.Option(metavar="TEXT", help="Their office or trade.")] = None,
    same_as: Annotated[
        str | None, typer.Option(metavar="NAME", help="The name under which they are counted.")
    ] = None,
    json: Json = False,
) -> None:
    """Change kind or role, or say that two names are one forecaster.

    For example:
      ledger forecaster edit "Michael Fallon" --role "UK Defence Secretary"
      ledger forecaster edit "Lt. Gen. Townsend" --same-as "Stephen Townsend"
    """
    with writing(ctx) as (book, _today):
        done = book.edit_forecaster(name, kind=kind, role=role, same_as=same_as)
    reply(done, lambda width: forecasters([done], None, width), json=json)
