"""What goes to the screen."""

import shutil
import sys
from contextlib import suppress

import typer

from ledger.formats.escape import one_line
from ledger.formats.wrapping import WIDTH

WIDEST = 120  # longer lines are hard to read


def say(text: str) -> None:
    """Print a text that a format has made safe."""
    typer.echo(text)


def warn(text: str) -> None:
    """Print one line on standard error; where that is full, the exit code must do."""
    with suppress(OSError):
        typer.echo(f"ledger: {one_line(text)}", err=True)


def width() -> int:
    """Return how wide the text may be: 80 columns, on a wider terminal up to 120."""
    if not sys.stdout.isatty():
        return WIDTH
    return max(40, min(shutil.get_terminal_size((WIDTH, 24)).columns, WIDEST))
