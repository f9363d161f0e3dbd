"""A book made or opened, until it is closed: what `Ledger` adds its verbs to."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Self

from ledger.book import lazy_verbs, natural
from ledger.book.settings import Settings, settings
from ledger.store import connect
from ledger.store.clock import Clock, utc_now


class OpenBook:
    """A book that is open: its connection, its clock and its settings."""

    def __init__(self, con: sqlite3.Connection, clock: Clock = utc_now) -> None:
        self.con = con
        self.clock = clock

    @classmethod
    def create(
        cls,
        path: Path | str,
        *,
        time_zone: str = "UTC",
        southern: bool = False,
        fiscal_year_end: str | None = None,
        origin: str | None = None,
        clock: Clock = utc_now,
    ) -> Self:
        """Make a new book. The zone in which days end is fixed here (an IANA name).

        `origin` is what anchors tell books apart by: random, unless a book is to be
        rebuilt as it was.
        """
        kept = lazy_verbs.opening.checked(
            natural.text(time_zone, "time_zone"), southern, fiscal_year_end, origin
        )
        return cls(lazy_verbs.opening.create(natural.path(path), kept, clock), clock)

    @classmethod
    @contextmanager
    def begin(cls, path: Path | str, *, clock: Clock = utc_now) -> Iterator[Self]:
        """Make a book for what comes first: it gets its name once all of that is recorded."""
        kept = lazy_verbs.opening.checked("UTC", southern=False, fiscal_year_end=None, origin=None)
        with lazy_verbs.opening.drafted(natural.path(path), kept, clock) as con:
            yield cls(con, clock)

    @classmethod
    def open(cls, path: Path | str, *, clock: Clock = utc_now) -> Self:
        """Open a book; BookFileError where there is none, or none of ours."""
        return cls(connect.connect(natural.path(path)), clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.con.close()

    @cached_property
    def settings(self) -> Settings:
        """What was fixed when the book was made; TamperError where that entry is gone."""
        return settings(self.con)

    def today(self) -> dt.date:
        """The day it is now in the book's time zone."""
        return self.settings.today(self.clock)
