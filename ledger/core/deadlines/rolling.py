"""Words without a year: which March, which Friday, which Christmas (C6, C16)."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

from ledger.core.deadlines.calendar_units import ONE_DAY, Period
from ledger.core.deadlines.grammar import Context

OfYear = Callable[[int], Period | None]


def _around(make: OfYear, year: int) -> Iterator[Period]:
    """The periods of the years near an anchor, oldest first; a year may have none (29 February)."""
    for y in range(max(1, year - 9), min(9999, year + 9) + 1):
        try:
            period = make(y)
        except (ValueError, OverflowError):
            continue
        if period is not None:
            yield period


def nearest(make: OfYear, at: Context) -> Period | None:
    """The first that ends on or after the anchor; of the past, the last that began by then."""
    found = list(_around(make, at.anchor.year))
    if at.past:
        return next((p for p in reversed(found) if p.start <= at.anchor), None)
    return next((p for p in found if p.end >= at.anchor), None)


def coming(make: OfYear, at: Context) -> Period | None:
    """The first that starts after the anchor: "next spring" (C7)."""
    return next((p for p in _around(make, at.anchor.year) if p.start > at.anchor), None)


def previous(make: OfYear, at: Context) -> Period | None:
    """The last that ended before the anchor: "last spring"."""
    found = list(_around(make, at.anchor.year))
    return next((p for p in reversed(found) if p.end < at.anchor), None)


def chosen(make: OfYear, which: str, at: Context) -> Period | None:
    """The one that "next", "last" or "this" picks; without a word the nearest."""
    word = which.split()[-1] if which else ""
    if word in ("next", "following"):
        return freed(coming(make, at))
    if word in ("last", "past", "previous"):
        return freed(previous(make, at))
    return freed(nearest(make, at)) if word in ("this", "coming", "current") else nearest(make, at)


def freed(period: Period | None) -> Period | None:
    """The period marked as needing no preposition."""
    return replace(period, free=True) if period is not None else None


def weekday_on(day: dt.date, weekday: int) -> dt.date:
    """The first such weekday on or after a day."""
    return day + (weekday - day.weekday()) % 7 * ONE_DAY
