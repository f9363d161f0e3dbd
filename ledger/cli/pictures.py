"""Where a picture goes: --plot FILE.svg or FILE.png."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ledger.cli.options import style
from ledger.cli.output import say
from ledger.errors import InputError
from ledger.lazy import lazy

if TYPE_CHECKING:
    from ledger.formats import pictures
else:
    # Its import is for those who want a picture.
    pictures = lazy("ledger.formats.pictures")

__all__ = ["Plot", "draw", "numbers_look", "pictures"]

Plot = Annotated[
    Path | None,
    typer.Option("--plot", metavar="FILE", help="Draw a picture: FILE.svg or FILE.png."),
]


def numbers_look(plot: Path | None, format_: str | None, json: bool) -> str | None:
    """Return the format in which numbers are printed; InputError where a picture is wanted."""
    look = style(format_, json)
    if plot is not None and look is not None:
        raise InputError("--plot draws a picture; leave out --json and --format")
    return look


def draw(path: Path, picture: Callable[[str], bytes]) -> None:
    """Write a picture in the format that the file's name ends in."""
    kind = path.suffix.casefold().removeprefix(".")
    if kind not in {"svg", "png"}:
        raise InputError(f"--plot {path} is no kind of picture; name a file.svg or file.png")
    content = picture(kind)
    path.write_bytes(content)
    say(f"wrote {path}")
