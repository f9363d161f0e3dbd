"""Words without a year: which March, which Friday, which Christmas (C6, C16)."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

from ledger.core.deadlines.grammar import GRAMMAR, Context
from ledger.core.deadlines.units import ONE_DAY, Period

OfYear = Callable[[int], Period | None]
FAR = 240  # days: "in May", said in June, is more often the May that is over
REACH = 9  # years either side: the farthest a 29 February can be

GRAMMAR.words("WHICH", "this|next|last|this coming|the coming|this past|the current|the following|"
              "the next|the upcoming|coming|the same")  # fmt: skip

# How many units on from the one that holds the anchor a word leads.
STEPS = {"next": 1, "following": 1, "ensuing": 1, "last": -1, "past": -1, "previous": -1}


def _around(make: OfYear, year: int) -> Iterator[Period]:
    """The periods of the years near an anchor, oldest first; a year may have none."""
    for y in range(max(1, year - REACH), min(9999, year + REACH) + 1):
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
    ahead = [p for p in found if p.end >= at.anchor]
    if not ahead:
        return None
    far = (ahead[0].start - at.anchor).days > FAR
    return replace(ahead[0], later=ahead[1] if len(ahead) > 1 else None, far=far)


def coming(make: OfYear, at: Context) -> Period | None:
    """The first that starts after the anchor: "next spring" (C7)."""
    return next((p for p in _around(make, at.anchor.year) if p.start > at.anchor), None)


def previous(make: OfYear, at: Context) -> Period | None:
    """The last that ended before the anchor: "last spring"."""
    found = list(_around(make, at.anchor.year))
    return next((p for p in reversed(found) if p.end < at.anchor), None)


def chosen(make: OfYear, which: str, at: Context) -> Period | None:
    """The one that "next", "last" or "this" picks; without a word the nearest."""
    if not which:
        return nearest(make, at)
    word = which.rsplit(maxsplit=1)[-1]
    pick = {"next": coming, "following": coming, "last": previous, "past": previous}
    return freed(pick.get(word, nearest)(make, at))


def freed(period: Period | None) -> Period | None:
    """The period marked as needing no preposition."""
    return period.freed() if period is not None else None


def weekday_on(day: dt.date, weekday: int) -> dt.date:
    """The first such weekday on or after a day."""
    return day + (weekday - day.weekday()) % 7 * ONE_DAY
