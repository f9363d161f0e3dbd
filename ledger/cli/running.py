"""Runs a command line: every refusal becomes one line and an exit code, never a traceback.

0    done
1    the answer could not be written (a closed pipe, a full disk); what was recorded stays
2    an option, value or file that cannot be taken
3    no such forecast, question or name
4    contradicts what the book holds
5    no book, not a book, or a book that cannot be read or written
6    the past was changed
7    an optional library is missing
130  interrupted, or a question left with Ctrl-D
"""

import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

import typer

from ledger.cli import streams
from ledger.cli.app import build
from ledger.cli.interrupts import INTERRUPTED
from ledger.cli.output import warn
from ledger.errors import BookFileError, ClosedPipeError, InputError, LedgerError, TamperError

NAMES = ("ledger", "prediction-ledger")


@runtime_checkable
class UsageError(Protocol):
    """What typer raises for a command line that it cannot read; the class itself is private."""

    exit_code: int
    ctx: typer.Context | None

    def format_message(self) -> str:
        """Return what is wrong."""


def run(args: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    try:
        streams.prepare()
        _refuse_bytes(sys.argv[1:] if args is None else args)
        code = build().main(args=args, prog_name=_name(), standalone_mode=False)
        sys.stdout.flush()
    except ClosedPipeError as error:
        return error.exit_code
    except LedgerError as error:
        warn(str(error))
        return error.exit_code
    except (typer.Abort, KeyboardInterrupt, EOFError):
        warn("stopped")
        return INTERRUPTED
    except OSError as error:
        return _file_trouble(error)
    except Exception as error:
        known = _explained(error)
        if known is None:
            raise
        return known
    if code == INTERRUPTED:  # typer has caught it, and said nothing
        warn("stopped")
    return code if isinstance(code, int) else 0


def _name() -> str:
    called = Path(sys.argv[0]).name if sys.argv else ""
    return called if called in NAMES else NAMES[0]


def _refuse_bytes(args: Sequence[str]) -> None:
    """Refuse arguments that are not text: nothing in a book can be like them."""
    for arg in args:
        try:
            arg.encode()
        except UnicodeEncodeError:
            shown = os.fsencode(arg).decode(errors="backslashreplace")
            raise InputError(f'"{shown}" is not UTF-8; write it in UTF-8') from None


def _file_trouble(error: OSError) -> int:
    if error.errno == errno.EBADF:
        warn("the input is closed; name a file, or pipe the text in")
        return InputError.exit_code
    name = f"{error.filename}: " if error.filename else ""
    warn(f"{name}{error.strerror or error}; check its name, its permissions and the disk")
    return InputError.exit_code


def _misplaced(error: UsageError) -> str:
    """Tell where an option belongs that stands behind the command: `ledger list --today DATE`."""
    name = getattr(error, "option_name", None)
    root = error.ctx.find_root() if error.ctx else None
    known = next((p for p in root.command.params if name in p.opts), None) if root else None
    if known is None or root is None or error.ctx is root:
        return ""
    value = known.metavar or ""
    command = error.ctx.command_path.removeprefix(root.command_path) if error.ctx else ""
    return f"{name} goes before the command: `{root.command_path} {name} {value}{command}`"


def _explained(error: Exception) -> int | None:
    if isinstance(error, MemoryError):
        warn("the memory does not suffice; take it in smaller pieces")
        return InputError.exit_code
    if isinstance(error, UsageError):
        text = _misplaced(error) or error.format_message().rstrip(".")
        command = error.ctx.command_path if error.ctx else NAMES[0]
        see = " See" if text.endswith("?") else "; see"
        warn(f"{text[:1].lower()}{text[1:]}{see} `{command} --help`")
        return InputError.exit_code
    # Files are read elsewhere, with a word of their own: this was the journal.
    if type(error).__module__ == "json.decoder":
        warn("an entry of the journal cannot be read: the past was changed; run `ledger verify`")
        return TamperError.exit_code
    # By name: the command line does not import the database to know its exceptions.
    return _database(str(error)) if type(error).__module__ == "sqlite3" else None


def _database(text: str) -> int:
    """Tell what the database complains of; return the exit code."""
    if "decode" in text:
        warn("a text in the book is not UTF-8: the past was changed; run `ledger verify`")
        return TamperError.exit_code
    if "locked" in text:
        warn("another program is writing to the book; try again in a moment")
    elif "full" in text or "disk I/O" in text:
        warn(f"nothing was recorded: {text}; free some space, or check the disk, then try again")
    else:
        warn(f"the book could not be read or written ({text}); run `ledger verify`")
    return BookFileError.exit_code
