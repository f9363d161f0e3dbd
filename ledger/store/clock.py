"""The program's own clock: the only source of `recorded_at`. Tests put in another one."""

import datetime as dt
from collections.abc import Callable

Clock = Callable[[], dt.datetime]


def utc_now() -> dt.datetime:
    """The time at which an entry is recorded."""
    return dt.datetime.now(dt.UTC)


def stamp(time: dt.datetime) -> str:
    """Return a time as the journal writes it: UTC to the microsecond, so that texts compare.

    OverflowError beyond the years 1 to 9999.
    """
    utc = time.astimezone(dt.UTC).replace(tzinfo=None)
    return f"{utc.isoformat(timespec='microseconds')}Z"
