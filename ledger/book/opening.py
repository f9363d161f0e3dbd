"""Making a book: its file, and the settings as the first entry of its journal."""

import re
import secrets
import sqlite3
from calendar import monthrange
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from zoneinfo import ZoneInfo

from ledger.book.settings import Settings
from ledger.errors import InputError
from ledger.store import connect
from ledger.store.clock import Clock
from ledger.store.journal import writing


def create(path: Path, settings: Settings, clock: Clock) -> sqlite3.Connection:
    """Make a new book; refuse a path where something stands already."""
    return connect.create(path, lambda con: _begin(con, settings, clock))


@contextmanager
def drafted(path: Path, settings: Settings, clock: Clock) -> Iterator[sqlite3.Connection]:
    """Make a new book that gets its name at the end, and is gone if something is refused."""
    with connect.drafted(path) as con:
        _begin(con, settings, clock)
        yield con


def _begin(con: sqlite3.Connection, settings: Settings, clock: Clock) -> None:
    with writing(con, clock) as journal:
        journal.record("book", asdict(settings))


def checked(
    time_zone: str, southern: bool, fiscal_year_end: str | None, origin: str | None
) -> Settings:
    """Return the settings of a new book, or refuse them."""
    try:
        ZoneInfo(time_zone)
    except (OSError, ValueError, KeyError):  # the last is what an unknown name raises
        raise InputError(
            f'there is no time zone "{time_zone}"; use a name such as Europe/London'
        ) from None
    if fiscal_year_end is not None:
        _check_month_and_day(fiscal_year_end)
    return Settings(time_zone, southern, fiscal_year_end, origin or secrets.token_hex(8))


def _check_month_and_day(text: str) -> None:
    """Refuse what is not MM-DD, a day that every year has."""
    found = re.fullmatch(r"(0[1-9]|1[0-2])-([0-9]{2})", text)
    if not found or not 1 <= int(found[2]) <= monthrange(2001, int(found[1]))[1]:
        raise InputError(f'"{text}" is no end of a fiscal year; write month and day, as in 09-30')
