"""What a writing command answers, in words or as JSON."""

from collections.abc import Callable
from typing import Any

from ledger.cli.output import say, width
from ledger.formats.json_text import json_text


def reply(record: Any, words: Callable[[int], str], *, json: bool) -> None:
    """Print what a command recorded: the record as JSON, or in words of the screen's width."""
    say(json_text(record) if json else words(width()))
