"""Where the program starts. All else is imported when an interrupt can do no harm any more."""

import sys
from collections.abc import Sequence

from ledger.cli import interrupts


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    interrupts.leave_at_once()
    code = run(args)
    interrupts.too_late()
    sys.exit(code)


def run(args: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    from ledger.cli import running  # noqa: PLC0415 - its import is what takes the time

    return running.run(args)
