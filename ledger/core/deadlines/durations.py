"""Lengths of time: how long they are, the day they lead to, and how they are told."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from ledger.core.deadlines.units import MONTHS_IN, plural, quarter, shift, workdays

# What vague words are read as (C13), and the larger unit where their window ends.
FEW = {"second": 0, "minute": 0, "hour": 6, "day": 7, "week": 6, "fortnight": 3, "month": 6,
       "quarter": 3, "year": 5, "decade": 3, "generation": 2, "century": 3,
       "millennium": 3}  # fmt: skip
SEVERAL = FEW | {"day": 10, "week": 8, "month": 9, "year": 7}
# A few hundred, several dozen: so many times the number, in a window from three to ten times.
FEW_TIMES, SEVERAL_TIMES = 6, 8
LARGER = {"second": (1, "hour"), "minute": (1, "hour"), "hour": (1, "day"), "day": (2, "week"),
          "week": (3, "month"), "fortnight": (3, "month"), "month": (1, "year"),
          "quarter": (2, "year"), "year": (1, "decade"), "decade": (1, "century"),
          "generation": (1, "century"), "century": (1, "millennium"),
          "millennium": (6, "millennium")}  # fmt: skip
ASCENDING = tuple(LARGER)
GENERATION = (20, 25, 33)  # years: the shortest, the one read, the longest
SIZES = {"second": "day", "minute": "day", "hour": "day", "fortnight": "week",
         "generation": "vague", "millennium": "century"}  # fmt: skip
SPELT = "no one two three four five six seven eight nine ten eleven twelve".split()
# Parts of a unit: one and ..., and ... of a unit.
AND_SHARE = {0.25: "a quarter", 0.5: "a half", 0.75: "three-quarter"}
SHARE_OF = {0.25: "a quarter of", 0.5: "half", 0.75: "three quarters of"}
OF_FRACTION = {"year": "month", "decade": "year", "century": "year", "month": "day", "week": "day"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time from `low` to `high` units; `vague` names the kind of vague word, if any.

    `bare` marks units without any number ("weeks"), `working` days that are Monday to Friday;
    `times` is the number that vague words multiply ("a few hundred"); `rest` are smaller amounts
    that are added: the three months of "a year and three months".
    """

    low: float
    high: float
    unit: str
    words: str
    vague: str = ""
    bare: bool = False
    working: bool = False
    times: int = 1
    rest: "tuple[Amount, ...]" = ()

    @property
    def precision(self) -> str:
        """How coarse a day is that lies this far away."""
        if self.vague:
            return "vague"
        if self.rest:
            return self.rest[-1].precision
        fraction = self.high != int(self.high)
        return OF_FRACTION.get(self.unit, "day") if fraction else coarseness(self.unit)

    @property
    def finest(self) -> str:
        """The smallest unit it is told in."""
        return self.rest[-1].unit if self.rest else self.unit

    def after(self, day: dt.date, *, calendar_quarters: bool = False) -> dt.date:
        """The day this long after another: the upper end of the amount (C3)."""
        if self.working:
            return workdays(day, int(self.high))
        whole = self.high == int(self.high) and not self.rest
        if self.unit == "quarter" and calendar_quarters and whole:  # C12
            return quarter(day.year, (day.month + 2) // 3 + int(self.high)).end
        return _moved(day, [(part.high, part.unit) for part in self._parts()])

    def least_after(self, day: dt.date) -> dt.date:
        """The first day that may be meant: the lower end of the amount (C14)."""
        parts = [(min(3 * p.times, p.low) if p.vague else p.low, p.unit) for p in self._parts()]
        return _moved(day, parts)

    def before(self, day: dt.date, *, most: bool = False) -> dt.date:
        """The day this long before another: the lower end of the amount, or the upper one."""
        parts = [(-(p.high if most else p.low), p.unit) for p in self._parts()]
        return _moved(day, parts)

    def window(self, day: dt.date) -> tuple[dt.date, dt.date]:
        """The days between which it may end; the same day twice when it is not vague."""
        end = self.after(day)
        if not self.vague:
            return end, end
        if self.rest:
            return self.rest[-1].window(replace(self, vague="", rest=self.rest[:-1]).after(day))
        if self.unit == "generation":
            low, _, high = GENERATION
            return shift(day, low * self.low, "year"), shift(day, high * self.high, "year")
        if self.times > 1:
            return (shift(day, 3 * self.times, self.unit), shift(day, 10 * self.times, self.unit))
        count, larger = LARGER[self.unit]
        return min(shift(day, 3, self.unit), end), max(shift(day, count, larger), end)

    def _parts(self) -> "tuple[Amount, ...]":
        return (self, *self.rest)


def _moved(day: dt.date, parts: Iterable[tuple[float, str]]) -> dt.date:
    """`day` moved by several amounts: the months of all at once, as one end of a month is clipped.

    Raises OverflowError or ValueError for days that no calendar has.
    """
    parts = list(parts)
    if len(parts) == 1:
        return shift(day, *parts[0])
    day = shift(day, sum(n * MONTHS_IN.get(unit, 0) for n, unit in parts), "month")
    for n, unit in parts:
        if unit not in MONTHS_IN:
            day = shift(day, n, unit)
    return day


def coarseness(unit: str) -> str:
    """The precision of a day that is a unit away: that of the nearest unit that readings have."""
    return SIZES.get(unit, unit)


def spelt(n: float) -> str:
    """A number as people write it: in letters up to twelve, then in digits."""
    if n in range(len(SPELT)):
        return SPELT[int(n)]
    if n > 1 and n % 1 in AND_SHARE:
        return f"{spelt(int(n))} and {AND_SHARE[n % 1]}"
    return f"{n:,.0f}" if n >= 10**5 else f"{n:g}"


def told(n: float, unit: str) -> str:
    """So many units as people say it: one year, 18 months, half a century, one and a half years."""
    if n in SHARE_OF:
        return f"{SHARE_OF[n]} {'an' if unit == 'hour' else 'a'} {unit}"
    return f"{spelt(n)} {unit if n == 1 else plural(unit)}"


def exactly(n: float, unit: str) -> Amount:
    """An amount of a known number of units."""
    return Amount(n, n, unit, told(n, unit))


def between(low: float, high: float, unit: str) -> Amount:
    """An amount between two numbers of units."""
    return Amount(low, high, unit, f"{spelt(low)} to {told(high, unit)}")


def vaguely(kind: str, unit: str) -> Amount:
    """An amount in vague words: few, several, bare units, a generation."""
    if kind == "generation":
        return Amount(1, 1, unit, f"one {unit} (read as {GENERATION[1]} years)", vague=kind)
    n = (SEVERAL if kind == "several" else FEW)[unit]
    words = f"{'' if kind == 'bare' else kind + ' '}{plural(unit)} (read as {n})"
    return Amount(n, n, unit, words, vague=kind, bare=kind == "bare")


def together(first: Amount, *others: Amount) -> Amount | None:
    """Amounts that are added, each of a smaller unit than the last: two years and a day.

    Only the last may be vague. None where they are no such sum.
    """
    parts = (first, *others)
    sizes = [ASCENDING.index(part.unit) for part in parts]
    falling = all(a > b for a, b in pairwise(sizes))
    if not falling or any(part.vague for part in parts[:-1]) or any(p.working for p in parts):
        return None
    words = ", ".join(part.words for part in parts[:-1]) + f" and {others[-1].words}"
    return replace(first, words=words, vague=others[-1].vague, rest=others)
