"""The option types that commands share."""

from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="NAME",
        help="Print text, csv, json, markdown, html, or a table as simple, latex, rst ...",
    ),
]
ForecastId = Annotated[str, typer.Argument(metavar="ID", help="The forecast's number, or key.")]
Why = Annotated[str, typer.Option(metavar="TEXT", help="The reason, kept in the journal.")]


def style(format_: str | None, json: bool) -> str | None:
    """Return the format that was asked for, in any case; None is the calm text."""
    found = "json" if json else "text" if format_ is None else format_.lower()
    return None if found == "text" else found
