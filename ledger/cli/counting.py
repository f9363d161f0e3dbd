"""A counter on the terminal for work that takes a while."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

_PATIENCE = 1.0  # seconds before it shows, so that short work leaves the screen alone
_PAUSE = 0.1  # seconds between two numbers


@contextmanager
def counting(
    what: str, screen: TextIO | None = None, clock: Callable[[], float] = time.monotonic
) -> Iterator[Callable[[int], None] | None]:
    """Give a function that shows a number; None where nobody looks on.

    The line is taken away again at the end.
    """
    screen = sys.stderr if screen is None else screen
    if not screen.isatty():
        yield None
        return
    due = clock() + _PATIENCE
    shown = False

    def show(number: int) -> None:
        nonlocal due, shown
        if clock() >= due:
            screen.write(f"\r{number:,} {what}")
            screen.flush()
            due, shown = clock() + _PAUSE, True

    try:
        yield show
    finally:
        if shown:
            screen.write("\r\x1b[K")
            screen.flush()
