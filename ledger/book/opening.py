"""Opening and making a book, and its settings: time zone, hemisphere, fiscal year.

The settings are the first entry of the journal, fixed when the book is made.
"""

import datetime as dt
import json
import re
import secrets
import sqlite3
from calendar import monthrange
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from ledger.core.deadlines import Calendar
from ledger.errors import BookFileError, InputError
from ledger.store import connect as files
from ledger.store.journal import Clock, writing


@dataclass(frozen=True, slots=True)
class Settings:
    """What is fixed for a book. `origin` tells books apart, whatever their file is called."""

    time_zone: str = "UTC"
    southern: bool = False
    fiscal_year_end: str | None = None
    origin: str = ""

    @classmethod
    def checked(cls, time_zone: str, southern: bool, fiscal_year_end: str | None) -> Self:
        """Return the settings of a new book, or refuse them."""
        try:
            ZoneInfo(time_zone)
        except (OSError, ValueError):
            raise InputError(
                f'there is no time zone "{time_zone}"; use a name such as Europe/London'
            ) from None
        if fiscal_year_end is not None:
            _month_and_day(fiscal_year_end)
        return cls(time_zone, southern, fiscal_year_end, secrets.token_hex(8))

    def calendar(self) -> Calendar:
        """Return the settings by which words about days are read."""
        end = self.fiscal_year_end
        return Calendar(self.southern, _month_and_day(end) if end else None)


def create(path: Path, settings: Settings, clock: Clock) -> sqlite3.Connection:
    """Make a new book; refuse a path where something stands already."""
    con = files.create(path)
    with writing(con, clock) as journal:
        journal.record("book", {
            "time_zone": settings.time_zone, "southern": settings.southern,
            "fiscal_year_end": settings.fiscal_year_end, "origin": settings.origin,
        })  # fmt: skip
    return con


def connect(path: Path) -> sqlite3.Connection:
    """Open an existing book."""
    return files.connect(path)


def settings(con: sqlite3.Connection) -> Settings:
    """Read the settings of a book from the first entry of its journal."""
    found = con.execute("SELECT body FROM entry WHERE seq = 1").fetchone()
    try:
        return Settings(**json.loads(found[0]))
    except (TypeError, ValueError):
        raise BookFileError(
            "the journal does not begin with the book's settings; run `ledger verify`"
        ) from None


def today(kept: Settings, clock: Clock) -> dt.date:
    """The day it is now in the book's time zone."""
    return clock().astimezone(ZoneInfo(kept.time_zone)).date()


def _month_and_day(text: str) -> tuple[int, int]:
    """Read MM-DD, a day that every year has."""
    found = re.fullmatch(r"(0[1-9]|1[0-2])-([0-9]{2})", text)
    if not found or not 1 <= int(found[2]) <= monthrange(2001, int(found[1]))[1]:
        raise InputError(f'"{text}" is no end of a fiscal year; write month and day, as in 09-30')
    return int(found[1]), int(found[2])
