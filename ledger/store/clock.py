"""The program's own clock: the only source of `recorded_at`. Tests put in another one."""

import datetime as dt
from collections.abc import Callable

Clock = Callable[[], dt.datetime]


def utc_now() -> dt.datetime:
    """The time at which an entry is recorded."""
    return dt.datetime.now(dt.UTC)
