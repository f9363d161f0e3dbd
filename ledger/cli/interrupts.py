"""Ctrl-C: one line and the exit code of an interrupt, whenever it comes.

While modules load nothing has been done yet, and Python would print where it was, or lose the
interrupt: the program leaves at once. Then a command is stopped in order. When it has answered
it is too late: the exit code is that of what was done.
"""

import os
import signal
from contextlib import suppress
from types import FrameType

INTERRUPTED = 130  # what shells show for a program that Ctrl-C has ended


def leave_at_once() -> None:
    """Leave on an interrupt, unless whoever started the program has them ignored."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _leave)


def stop_in_order() -> None:
    """Raise KeyboardInterrupt from now on, so that files are closed and changes undone."""
    if signal.getsignal(signal.SIGINT) is _leave:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def too_late() -> None:
    """Let no interrupt disturb what is left to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _leave(_number: int, _frame: FrameType | None) -> None:
    with suppress(OSError):
        os.write(2, b"ledger: stopped\n")
    os._exit(INTERRUPTED)
