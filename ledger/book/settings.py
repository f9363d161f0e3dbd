"""The settings of a book: time zone, hemisphere, fiscal year.

They are the first entry of the journal, fixed when the book is made. This module is read
by every command, so that it imports little.
"""

import datetime as dt
import json
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.errors import TamperError
from ledger.lazy import lazy
from ledger.store.clock import Clock

if TYPE_CHECKING:
    import zoneinfo

    from ledger.core import deadlines
else:
    deadlines, zoneinfo = lazy("ledger.core.deadlines"), lazy("zoneinfo")


@dataclass(frozen=True, slots=True)
class Settings:
    """What is fixed for a book. `origin` tells books apart, whatever their file is called."""

    time_zone: str = "UTC"
    southern: bool = False
    fiscal_year_end: str | None = None  # MM-DD
    origin: str = ""

    def calendar(self) -> "deadlines.Calendar":
        """Return the settings by which words about days are read."""
        end = self.fiscal_year_end
        month_and_day = (int(end[:2]), int(end[3:])) if end else None
        return deadlines.Calendar(self.southern, month_and_day)

    def today(self, clock: Clock) -> dt.date:
        """The day it is now in the book's time zone."""
        return clock().astimezone(zoneinfo.ZoneInfo(self.time_zone)).date()


def settings(con: sqlite3.Connection) -> Settings:
    """Read the settings of a book from the first entry of its journal."""
    found = con.execute("SELECT body FROM entry WHERE seq = 1").fetchone()
    try:
        return Settings(**json.loads(found[0]))
    except (TypeError, ValueError):
        raise TamperError(
            "the journal no longer begins with the settings of the book: the past was changed; "
            "go back to a copy"
        ) from None
