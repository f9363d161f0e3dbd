"""What a writing command answers, in words or as JSON."""

from collections.abc import Callable
from typing import Any

from ledger.cli.output import say, width
from ledger.errors import OutputError
from ledger.formats.json_text import json_text


def reply(record: Any, words: Callable[[int], str], *, json: bool) -> None:
    """Print what a command recorded: the record as JSON, or in words of the screen's width."""
    tell(json_text(record) if json else words(width()))


def tell(text: str) -> None:
    """Print what was done; where that cannot be written, OutputError says that it was done."""
    try:
        say(text)
    except OutputError as error:
        raise OutputError(
            f"done, but the answer could not be written ({error.reason}); "
            "see `ledger log` for what was recorded",
            error.reason,
        ) from None
