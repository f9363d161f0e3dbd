"""Runs a command line: every refusal becomes one line and an exit code, never a traceback.

0  done
1  stopped (a pipe was closed, a prompt was left)
2  an option or value that cannot be taken
3  no such forecast, question or name
4  contradicts what the book holds
5  no book, not a book, or a book that cannot be written
6  the past was changed
7  an optional library is missing
130  interrupted
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

import typer

from ledger.cli.app import build
from ledger.cli.output import warn
from ledger.errors import BookFileError, InputError, LedgerError

NAMES = ("ledger", "prediction-ledger")


@runtime_checkable
class UsageError(Protocol):
    """What typer raises for a command line that it cannot read; the class itself is private."""

    exit_code: int
    ctx: typer.Context | None

    def format_message(self) -> str:
        """Return what is wrong."""


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(args))


def run(args: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    _never_fail_to_print()
    try:
        code = build().main(args=args, prog_name=_name(), standalone_mode=False)
        sys.stdout.flush()
    except LedgerError as error:
        warn(str(error))
        return error.exit_code
    except (typer.Abort, KeyboardInterrupt, EOFError):
        warn("stopped")
        return 130
    except BrokenPipeError:
        return _closed_pipe()
    except OSError as error:
        return _file_trouble(error)
    except Exception as error:
        known = _explained(error)
        if known is None:
            raise
        return known
    return code if isinstance(code, int) else 0


def _name() -> str:
    called = Path(sys.argv[0]).name if sys.argv else ""
    return called if called in NAMES else NAMES[0]


def _never_fail_to_print() -> None:
    # A terminal that knows no "…" gets an escape instead of a traceback.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _closed_pipe() -> int:
    # What is still in the buffer goes nowhere, or Python would complain while it leaves.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def _file_trouble(error: OSError) -> int:
    name = f"{error.filename}: " if error.filename else ""
    warn(f"{name}{error.strerror or error}; check its name, its permissions and the disk")
    return InputError.exit_code


def _explained(error: Exception) -> int | None:
    if isinstance(error, UsageError):
        text = error.format_message().rstrip(".?")
        command = error.ctx.command_path if error.ctx else NAMES[0]
        warn(f"{text[:1].lower()}{text[1:]}; see `{command} --help`")
        return InputError.exit_code
    # By name: the command line does not import the database to know its exceptions.
    if type(error).__module__ == "sqlite3" and "locked" in str(error):
        warn("another program is writing to the book; try again in a moment")
        return BookFileError.exit_code
    if type(error).__module__ == "sqlite3":
        warn(f"the book could not be read or written ({error}); run `ledger verify`")
        return BookFileError.exit_code
    return None
