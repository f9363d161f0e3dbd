"""Which book a command works on and which day it is, as said on the command line."""

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

from ledger.errors import BookFileError, InputError

DEFAULT_BOOK = Path("predictions.db")


@dataclass(frozen=True, slots=True)
class Where:
    """What stands before the command: `db` is None for the default, `today` for the clock."""

    db: Path | None = None
    today: dt.date | None = None

    @property
    def path(self) -> Path:
        """The book's file."""
        return self.db or DEFAULT_BOOK

    def existing(self) -> Path:
        """Return the book's file; BookFileError where the default one is missing.

        What is wrong with a file that was named is told where it is opened.
        """
        if self.db is None and not stands(DEFAULT_BOOK):
            raise BookFileError(f"there is no book at {DEFAULT_BOOK}; make one with `ledger init`")
        return self.path


def stands(path: Path) -> bool:
    """Say whether there is a file; BookFileError where that cannot be found out."""
    try:
        return path.exists()
    except OSError as error:
        raise BookFileError(
            f"cannot read {path}: {error.strerror}; check the name and the permissions"
        ) from None


def day(text: str) -> dt.date:
    """Read the day of --today."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            pass
    raise InputError(f"--today {text} is not a day; write it like 2017-12-31")
