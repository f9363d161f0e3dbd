"""The program's own options, and a group that builds only the command that runs.

Typer turns every parameter of every command into objects when it starts: with twenty commands
that costs more than reading the book. Here the help is printed from the registry, and a
command's module is imported when its name was typed.
"""

import importlib
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from ledger.cli import interrupts
from ledger.cli.helping import Command, Once
from ledger.cli.registry import COMMANDS
from ledger.cli.where import Where, day

SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
EPILOG = "ledger COMMAND --help explains a command, with examples."


class LazyGroup(Once, TyperGroup):
    """A group whose commands are summaries until one of them is called."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = {
            name: TyperCommand(name, help=entry.summary) for name, entry in COMMANDS.items()
        }

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that was typed, and put the real one in place of its summary."""
        name, summary, rest = super().resolve_command(ctx, args)
        return name, summary and load(str(name)), rest


def load(name: str) -> Any:
    """Import a command's module and build the command: its `app`, or its function `run`."""
    module = importlib.import_module(f"ledger.cli.commands.{COMMANDS[name].module}")
    app = getattr(module, "app", None)
    if app is None:
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(name, cls=Command, context_settings=SETTINGS)(module.run)
    command = typer.main.get_command(app)
    command.name = name
    return command


def _version(asked: bool) -> None:
    if asked:
        # Asked rarely, and its import costs 30 ms.
        from importlib import metadata  # noqa: PLC0415 - see above

        try:
            found = metadata.version("prediction-ledger")
        except metadata.PackageNotFoundError:
            found = "(not installed)"
        typer.echo(f"prediction-ledger {found}")
        raise typer.Exit


def program(
    ctx: typer.Context,
    *,
    db: Annotated[
        Path | None,
        typer.Option(
            envvar="LEDGER_DB",
            show_envvar=False,
            metavar="PATH",
            help="The book; else $LEDGER_DB, else predictions.db here.",
        ),
    ] = None,
    today: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day to take for today.")
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Keep a book of public predictions: who said what by when, and what happened."""
    del version  # its callback has printed it and left
    interrupts.stop_in_order()
    ctx.obj = Where(db, None if today is None else day(today))
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def build() -> Any:
    """Return the program as a command of typer's."""
    app = typer.Typer(
        cls=LazyGroup,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=SETTINGS,
        epilog=EPILOG,
    )
    app.callback(invoke_without_command=True)(program)
    return typer.main.get_command(app)
