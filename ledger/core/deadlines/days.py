"""Dates: a day with or without its month and year."""

import calendar
import datetime as dt
import re
from dataclasses import replace

from ledger.core.deadlines.grammar import GRAMMAR, Captures, Context
from ledger.core.deadlines.rolling import freed, nearest
from ledger.core.deadlines.units import Period, month, one_day, years

GRAMMAR.words("DAYANDMONTH", "[the] (DOM:day [day] [of] MONTH:month|MONTH:month [the] DOM:day)")


@GRAMMAR.rule("DAY", "ISO date or month", "C1", "ISO:iso", example="by 2024-06-30")
def _iso(c: Captures, _at: Context) -> Period | None:
    if len(c["iso"]) == 10:
        return one_day(dt.date.fromisoformat(c["iso"])).freed()
    first, second = int(c["iso"][:4]), int(c["iso"][5:])
    if 1 <= second <= 12:
        return month(first, second).freed()
    return years(first, first // 100 * 100 + second)  # 2026-27 has the shape of a month


@GRAMMAR.rule("DAY", "date with slashes", "C1", "SLASHED:date", example="by 31/10/2023")
def _slashes(c: Captures, at: Context) -> Period | None:
    first, second, year, dotted = slashed_parts(c["date"], at)
    if not dotted and first <= 12 and second <= 12 and first != second:
        return None  # 3 April or 4 March: the words do not say
    day, number = (first, second) if dotted or first > 12 else (second, first)
    return one_day(dt.date(year, number, day)).freed()


def slashed_parts(date: str, at: Context) -> tuple[int, int, int, bool]:
    """The numbers of a date with slashes, dots or dashes, and whether dots put the day first."""
    first, second, year = re.split("[/.-]", date)
    century = at.anchor.year // 100 * 100 if len(year) == 2 else 0
    return int(first), int(second), century + int(year), "." in date


@GRAMMAR.rule(
    "DAY", "day, month and year", "C1",
    "[WEEKDAY [,]] DAYANDMONTH [,] [of|in] YEARLIKE:year", example="by 21 May 2023",
)  # fmt: skip
def _full(c: Captures, _at: Context) -> Period | None:
    return one_day(dt.date(c["year"].start.year, c["month"], c["day"])).freed()


@GRAMMAR.rule("DAY", "day and month", "C6", "[WEEKDAY [,]] DAYANDMONTH", example="by February 3")
def _day_and_month(c: Captures, at: Context) -> Period | None:
    return freed(nearest(lambda y: one_day(dt.date(y, c["month"], c["day"])), at))


GRAMMAR.words("THROUGHDAY", "-|to|or|and|through|until")


@GRAMMAR.rule(
    "DAY", "days of a month", "C3",
    "[the] (DOM:first THROUGHDAY [the] DOM:day [of] MONTH:month"
    "|MONTH:month [the] DOM:first THROUGHDAY [the] DOM:day) [[,] [of|in] YEARLIKE:year]",
    example="on 5-9 July",
)  # fmt: skip
def _days(c: Captures, at: Context) -> Period | None:
    def days(year: int) -> Period:
        last = one_day(dt.date(year, c["month"], c["day"]))
        return replace(last, start=dt.date(year, c["month"], c["first"]), free=True)

    if c["first"] >= c["day"]:
        return None
    return days(c["year"].start.year) if "year" in c else nearest(days, at)


@GRAMMAR.rule("DAY", "day alone", "C6", "[WEEKDAY [,]] the DOMALONE:day", example="by the 15th")
def _day_alone(c: Captures, at: Context) -> Period | None:
    for n in range(3):
        span = month(at.anchor.year, at.anchor.month + (-n if at.past else n))
        if c["day"] <= span.end.day:
            day = span.start.replace(day=c["day"])
            if (day <= at.anchor) if at.past else (day >= at.anchor):
                return one_day(day)
    return None


@GRAMMAR.rule(
    "DAY", "day of next month", "C6",
    "[the] DOM:day [day] of (MONTHLIKE:month|the month:this)", example="by the 15th of next month",
)  # fmt: skip
def _day_of_month(c: Captures, at: Context) -> Period | None:
    span: Period = c.get("month") or month(at.anchor.year, at.anchor.month)
    return one_day(span.start.replace(day=c["day"])).freed()


@GRAMMAR.rule("DAY", "leap day", "C6", "leap day [[of] YEAR:year]", example="by leap day")
def _leap_day(c: Captures, at: Context) -> Period | None:
    if "year" in c:
        return one_day(dt.date(c["year"], 2, 29))
    return nearest(lambda y: one_day(dt.date(y, 2, 29)) if calendar.isleap(y) else None, at)
