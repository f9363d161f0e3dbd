"""Amounts of time: six months, two or three years, a few weeks, a year and a half (C2, C3, C13)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ledger.core.deadlines.calendar_units import quarter, shift, workdays
from ledger.core.deadlines.grammar import GRAMMAR, Context

Captures = Mapping[str, Any]

# What vague words are read as, and the window around it: three units to the next larger unit (C13).
FEW = {"second": 0, "minute": 0, "hour": 6, "day": 7, "week": 6, "fortnight": 3, "month": 6,
       "quarter": 3, "half": 3, "year": 5, "decade": 3, "generation": 2, "century": 3, "millennium": 3}  # fmt: skip
SEVERAL = FEW | {"day": 10, "week": 8, "month": 9, "year": 7}
LARGER = {"second": (1, "hour"), "minute": (1, "hour"), "hour": (1, "day"), "day": (2, "week"), "week": (3, "month"),
          "fortnight": (3, "month"), "month": (1, "year"), "quarter": (2, "year"), "half": (5, "year"),
          "year": (1, "decade"), "decade": (1, "century"), "generation": (1, "century"),
          "century": (1, "millennium"), "millennium": (6, "millennium")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time from `low` to `high` units; `vague` names the kind of vague word, if any."""

    low: float
    high: float
    unit: str
    words: str
    vague: str = ""
    bare: bool = False
    workdays: bool = False
    slack: bool = False

    def after(self, day: dt.date, *, calendar_quarters: bool = False) -> dt.date:
        """The day that lies this long after another: the upper end of the amount."""
        if self.workdays:
            return workdays(day, int(self.high))
        if self.unit == "quarter" and calendar_quarters:  # C12
            return quarter(day.year, (day.month + 2) // 3 + int(self.high)).end
        return shift(day, self.high, self.unit)

    def window(self, day: dt.date) -> tuple[dt.date, dt.date]:
        """The days between which a vague amount may end."""
        if self.unit == "generation":
            return shift(day, 20 * self.low, "year"), shift(day, 33 * self.high, "year")
        count, larger = LARGER[self.unit]
        return shift(day, min(3, self.high), self.unit), max(
            shift(day, count, larger), self.after(day)
        )


GRAMMAR.words(
    "ROUGHLY",
    "about|around|roughly|approximately|approx|some|nearly|almost|just over|just under|a little over|"
    "a little under|perhaps|maybe|possibly|up to|at most|at the most|no more than|not more than|less than|"
    "fewer than|under|exactly|precisely|only|just|as little as|as few as|another|a further|an additional|"
    "close to|anywhere from|anything from|anywhere between|another roughly|just another|say|a good|the best part of|"
    "the better part of|probably|likely|little more than|barely|a mere|all of|more like|the space of|the span of|a period of|"
    "as much as|as many as|as long as|well under|well within|no longer than|not longer than|a minimum of|a maximum of",
)


@GRAMMAR.rule(
    "AMOUNT", "N units", "C2", "[ROUGHLY] NUM:n (UNITS:unit|UNIT:unit)", example="within six months"
)
def counted(c: Captures, at: Context) -> Amount | None:
    return Amount(c["n"], c["n"], c["unit"], _words(c["n"], c["n"], c["unit"]))


@GRAMMAR.rule(
    "AMOUNT", "working days", "C2",
    "[ROUGHLY] [NUM (to|or|-)] NUM:n (working|business|trading|week|school|consecutive) UNITS:unit", example="within ten working days",
)  # fmt: skip
def working_days(c: Captures, at: Context) -> Amount | None:
    return Amount(
        c["n"],
        c["n"],
        c["unit"],
        f"{_number(c['n'])} working {c['unit']}s",
        workdays=c["unit"] == "day",
    )


@GRAMMAR.rule(
    "AMOUNT",
    "a unit",
    "C2",
    "[ROUGHLY] (a|an|one) [full|whole|single|calendar|short|further] UNIT:unit",
    example="within a year",
)
def one_unit(c: Captures, at: Context) -> Amount | None:
    return (
        _vague(c["unit"], "one")
        if c["unit"] == "generation"
        else Amount(1, 1, c["unit"], f"one {c['unit']}")
    )


@GRAMMAR.rule(
    "AMOUNT", "N to M units", "C3",
    "[ROUGHLY] [between] NUM:low [UNITS|UNIT] [,] (to|or|and|-|,|or even|or perhaps|or maybe|perhaps|maybe|possibly|if not) [even|perhaps|maybe] NUM:high (UNITS:unit|UNIT:unit)",
    example="in two or three years",
)  # fmt: skip
def from_to(c: Captures, at: Context) -> Amount | None:
    low, high = sorted((c["low"], c["high"]))
    return Amount(low, high, c["unit"], _words(low, high, c["unit"]))


@GRAMMAR.rule(
    "AMOUNT",
    "one unit to another",
    "C3",
    "AMOUNTONE:low (to|or|and|-) AMOUNTONE:high|between AMOUNTONE:low and AMOUNTONE:high",
    example="in six weeks to two months",
)
def across_units(c: Captures, at: Context) -> Amount | None:
    high: Amount = c["high"]
    return replace(high, words=f"{c['low'].words} to {high.words}")


@GRAMMAR.rule(
    "AMOUNTONE", "N units once", "C2", "NUM:n (UNITS:unit|UNIT:unit)", example="within six months"
)
def once(c: Captures, at: Context) -> Amount | None:
    return counted(c, at)


@GRAMMAR.rule("AMOUNTONE", "a unit once", "C2", "(a|an) UNIT:unit", example="within a year")
def unit_once(c: Captures, at: Context) -> Amount | None:
    return one_unit(c, at)


@GRAMMAR.rule(
    "AMOUNT", "N or M, after a unit", "C3", "AMOUNTONE:low [,] (perhaps|maybe|possibly|or|or perhaps|or maybe|or even) [even] NUM:high", example="in five years, perhaps ten",
)  # fmt: skip
def perhaps_more(c: Captures, at: Context) -> Amount | None:
    low: Amount = c["low"]
    if c["high"] <= low.high:
        return None
    return Amount(low.low, c["high"], low.unit, _words(low.low, c["high"], low.unit))


@GRAMMAR.rule(
    "AMOUNT",
    "a year or two",
    "C3",
    "[ROUGHLY] (a|an|one|another) UNIT:unit (or|to) [so|perhaps|maybe|even] NUM:high",
    example="in a year or two",
)
def unit_or_two(c: Captures, at: Context) -> Amount | None:
    return Amount(1, c["high"], c["unit"], _words(1, c["high"], c["unit"]))


@GRAMMAR.rule(
    "AMOUNT", "halves of units", "C2",
    "[ROUGHLY] (NUM:n and a half (UNITS:unit|UNIT:unit)|(a|one) UNIT:unit and a half|NUM:n (UNITS:unit|UNIT:unit) and a half)",
    example="in a year and a half",
)  # fmt: skip
def and_a_half(c: Captures, at: Context) -> Amount | None:
    n = c.get("n", 1) + 0.5
    return Amount(n, n, c["unit"], _words(n, n, c["unit"]))


@GRAMMAR.rule(
    "AMOUNT", "half a unit", "C2",
    "[ROUGHLY] [a|another|the] (half a|half an|half|quarter of a|quarter|three quarters of a):share UNIT:unit", example="within half a year",
)  # fmt: skip
def half_a(c: Captures, at: Context) -> Amount | None:
    share = {"half": 0.5, "quarter": 0.25, "three": 0.75}[c["share"].split()[0]]
    return Amount(share, share, c["unit"], f"{_number(share)} {c['unit']}")


@GRAMMAR.rule(
    "AMOUNT",
    "years and months",
    "C2",
    "AMOUNTONE:big and AMOUNTONE:small",
    example="in a year and three months",
)
def mixed(c: Captures, at: Context) -> Amount | None:
    big, small = c["big"], c["small"]
    sizes = {"year": 12, "month": 1, "decade": 120, "quarter": 3}
    if big.unit not in sizes or small.unit not in sizes or sizes[big.unit] <= sizes[small.unit]:
        return None
    n = big.high * sizes[big.unit] + small.high * sizes[small.unit]
    return Amount(n, n, "month", f"{big.words} and {small.words}")


@GRAMMAR.rule(
    "AMOUNT", "dozens and couples", "C13",
    "[ROUGHLY] (a couple of|a couple|couple of|couple|a pair of|a dozen|dozen|half a dozen|half dozen|a half dozen|two dozen|a score of|a score):word [more|further|short] (UNITS:unit|UNIT:unit)",
    example="in a couple of weeks",
)  # fmt: skip
def dozen(c: Captures, at: Context) -> Amount | None:
    word = c["word"]
    n = (
        6
        if "half" in word
        else 24
        if "two" in word
        else 12
        if "dozen" in word
        else 20
        if "score" in word
        else 2
    )
    return Amount(n, n, c["unit"], _words(n, n, c["unit"]), slack="couple" in word)


@GRAMMAR.rule(
    "AMOUNT", "a few units", "C13",
    "[ROUGHLY] (a few|few|a matter of|a number of|some|a small number of|very few|a very few|a precious few|a matter of a few|a short few) [more|short|short more] UNITS:unit", example="in a few weeks",
)  # fmt: skip
def few(c: Captures, at: Context) -> Amount | None:
    return _vague(c["unit"], "few")


@GRAMMAR.rule(
    "AMOUNT",
    "several units",
    "C13",
    "[ROUGHLY] (several|many|a good many|quite a few|numerous) [more|long] UNITS:unit",
    example="within several weeks",
)
def several(c: Captures, at: Context) -> Amount | None:
    return _vague(c["unit"], "several")


@GRAMMAR.rule(
    "AMOUNT",
    "a handful of units",
    "C13",
    "[ROUGHLY] (a handful of|handful of|a fistful of) [more] UNITS:unit",
    example="in the next handful of years",
)
def handful(c: Captures, at: Context) -> Amount | None:
    return Amount(5, 5, c["unit"], f"a handful of {c['unit']}s", vague="handful")


@GRAMMAR.rule(
    "AMOUNT", "units without a number", "C13",
    "[mere|just|only] UNITS:unit [[,] (or even|or perhaps|or maybe|if not|or|not|rather than|and not) [even|in] UNITS:other [away]]", example="within days",
)  # fmt: skip
def bare_units(c: Captures, at: Context) -> Amount | None:
    return replace(_vague(c["unit"], "bare"), bare=True)


def _vague(unit: str, kind: str) -> Amount:
    if unit == "generation" and kind == "one":
        return Amount(1, 1, unit, "a generation", vague="generation")
    n = (SEVERAL if kind == "several" else FEW)[unit]
    word = {"several": "several ", "few": "a few "}.get(kind, "")
    return Amount(n, n, unit, f"{word}{unit}s (read as {n})", vague=kind)


def _words(low: float, high: float, unit: str) -> str:
    count = _number(high) if low == high else f"{_number(low)} to {_number(high)}"
    return f"{count} {unit}{'' if high == 1 else 's'}"


def _number(n: float) -> str:
    return f"{n:g}"
