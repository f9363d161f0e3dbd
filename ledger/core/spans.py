"""Sets of answers as unions of intervals: the one arithmetic under every verdict.

An answer set is a sorted tuple of cuts; membership flips at each cut. A cut is
`(value, side)`: side 0 lies just before the value, side 1 just after it, so that
open and closed ends need no special case:

    [a, b]  ->  (a, 0) (b, 1)          (a, b)  ->  (a, 1) (b, 0)

Days are whole numbers (ordinals), options of a choice their positions, numbers decimals.
Whole-number sets are kept half open, so that neighbours join.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

Cut = tuple[Decimal | int, int]

FIRST_DAY = dt.date.min.toordinal()
LAST_DAY = dt.date.max.toordinal()
NEVER = LAST_DAY + 1

_LOW: Cut = (Decimal("-Infinity"), 0)
_HIGH: Cut = (Decimal("Infinity"), 1)


@dataclass(frozen=True, slots=True)
class Spans:
    """A union of disjoint intervals; `cuts` are strictly ascending and even in number."""

    cuts: tuple[Cut, ...] = ()

    @classmethod
    def whole(cls, low: int, high: int) -> Self:
        """Return the whole numbers low..high, both included; empty when low > high."""
        return cls(((low, 0), (high + 1, 0))) if low <= high else cls()

    @classmethod
    def between(cls, low: Cut | None, high: Cut | None) -> Self:
        """Return the numbers between two cuts; None is an open end without bound."""
        start, end = low or _LOW, high or _HIGH
        return cls((start, end)) if start < end else cls()

    def __bool__(self) -> bool:
        return bool(self.cuts)

    def __and__(self, other: Self) -> Self:
        if len(self.cuts) == 2 == len(other.cuts):  # nearly always
            low, high = max(self.cuts[0], other.cuts[0]), min(self.cuts[1], other.cuts[1])
            return type(self)((low, high) if low < high else ())
        return self._combine(other, 2)

    def __or__(self, other: Self) -> Self:
        return self._combine(other, 1)

    def __sub__(self, other: Self) -> Self:
        return self & type(self)((_LOW, *other.cuts, _HIGH))  # equal cuts cancel

    def __le__(self, other: Self) -> bool:
        if self.cuts and len(other.cuts) == 2:
            return other.cuts[0] <= self.cuts[0] and self.cuts[-1] <= other.cuts[1]
        return not self - other

    def isdisjoint(self, other: Self) -> bool:
        """Say whether no answer lies in both sets."""
        return not self & other

    def pieces(self) -> Iterable[tuple[Cut, Cut]]:
        """Yield each interval as its two cuts, in order."""
        return zip(self.cuts[::2], self.cuts[1::2], strict=True)

    def _combine(self, other: Self, needed: int) -> Self:
        """Keep what lies in at least `needed` of the two sets (1: union, 2: intersection)."""
        turns = sorted(_turns(self.cuts) + _turns(other.cuts))
        cuts: list[Cut] = []
        depth = 0
        for position, (cut, step) in enumerate(turns):
            depth += step
            if position + 1 < len(turns) and turns[position + 1][0] == cut:
                continue
            inside = depth >= needed
            if inside != (len(cuts) % 2 == 1):
                cuts.append(cut)
        return type(self)(tuple(cuts))


def _turns(cuts: tuple[Cut, ...]) -> list[tuple[Cut, int]]:
    return [(cut, -1 if position % 2 else 1) for position, cut in enumerate(cuts)]


def days(first: dt.date | None, last: dt.date | None) -> Spans:
    """Return the days first..last as answers; None is open, and never is not among them."""
    low = first.toordinal() if first else FIRST_DAY
    return Spans.whole(low, last.toordinal() if last else LAST_DAY)


ANY_DAY = days(None, None)
ANY_DAY_OR_NEVER = Spans.whole(FIRST_DAY, NEVER)
ANY_NUMBER = Spans.between(None, None)
ONLY_NEVER = Spans.whole(NEVER, NEVER)


def first_day(spans: Spans) -> int:
    """Return the earliest day of a set of days, as an ordinal; NEVER sorts last."""
    return int(spans.cuts[0][0])


def last_day(spans: Spans) -> int:
    """Return the latest day of a set of days, as an ordinal; NEVER sorts last."""
    return int(spans.cuts[-1][0]) - 1


def calendar_day(ordinal: int) -> dt.date:
    """Return the day of an ordinal; beyond either end of the calendar, its first or last day."""
    return dt.date.fromordinal(min(max(ordinal, FIRST_DAY), LAST_DAY))
