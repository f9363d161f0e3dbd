"""Input and output: in which encoding, and what happens where one of them is closed or full."""

import io
import os
import sys
from typing import Any

from ledger.errors import ClosedPipeError, InputError, OutputError

_OURS = 2  # the last of the three numbers that belong to input, output and errors


def prepare() -> None:
    """Make the three streams fit to be used; InputError where there is no output.

    Into a file or a pipe everything is UTF-8, whatever the machine's language: what was
    exported here can be read there. A terminal that does not know "…" gets an escape.
    """
    if None in (sys.stdin, sys.stdout, sys.stderr):
        _stand_in()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout = _checked(sys.stdout)
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="backslashreplace")


class _Output(io.FileIO):
    """The output; OutputError where it cannot be written, as on a full disk."""

    def write(self, data: Any) -> int:
        """Write some bytes; after an error the rest goes nowhere.

        Otherwise Python would try again while it leaves, and complain.
        """
        try:
            return super().write(data)
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.fileno())
            kind = ClosedPipeError if isinstance(error, BrokenPipeError) else OutputError
            reason = error.strerror or "no reason given"
            raise kind(
                f"the output could not be written ({reason}); send it elsewhere", reason
            ) from None


def _checked(stream: io.TextIOWrapper) -> io.TextIOWrapper:
    screen = stream.isatty()
    return io.TextIOWrapper(
        io.BufferedWriter(_Output(stream.fileno(), "w", closefd=False)),
        encoding=stream.encoding if screen else "utf-8",
        errors="backslashreplace",
        line_buffering=screen,
    )


def _stand_in() -> None:
    """Put something in the place of streams that were closed before the program began.

    No file may get their numbers, or a stray message would be written into it.
    """
    while (number := os.open(os.devnull, os.O_WRONLY)) <= _OURS:
        pass
    os.close(number)
    silent = sys.stdout is None
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # Open for writing only: reading the input is refused.
            null = os.open(os.devnull, os.O_WRONLY)
            setattr(sys, name, os.fdopen(null, mode, encoding="utf-8"))
    if silent:
        raise InputError("the output is closed, nothing was done; send it to a file or a screen")
