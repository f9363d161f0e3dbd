"""Single days: dates, weekdays, today and tomorrow, the hour of a day."""

import calendar
import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ledger.core.deadlines.calendar_units import ONE_DAY, Period, joined_years, month, one_day, week
from ledger.core.deadlines.grammar import GRAMMAR, Context
from ledger.core.deadlines.rolling import freed, nearest, weekday_on

Captures = Mapping[str, Any]

GRAMMAR.words("TIMEOFDAY", "morning|afternoon|evening|night|lunchtime|midnight|noon|midday")
GRAMMAR.words(
    "CLOCK",
    "midnight|noon|midday|dawn|dusk|sunrise|sunset|nightfall|lunchtime|cob|eob|"
    "[the] (close|end) of (business|play|trading)|close|the [market] close|the closing bell|"
    "NUM (am|pm)|HOUR [am|pm]|NUM o ' clock|the (morning|afternoon|evening|night)",
)


@GRAMMAR.terminal("HOUR", ["#clock"])
def hour(state: Any, i: int) -> list[tuple[int, Any]]:
    """5:30 or 17.30."""
    return [(i + 1, True)] if state.tokens[i : i + 1] and state.tokens[i].key == "#clock" else []


@GRAMMAR.rule("DAY", "ISO date", "C1", "ISO:iso", example="by 2024-06-30")
def iso_date(c: Captures, at: Context) -> Period | None:
    if len(c["iso"]) == 7:
        first, second = int(c["iso"][:4]), int(c["iso"][5:])
        if 1 <= second <= 12:
            return month(first, second).freed()
        last = first // 100 * 100 + second  # 2026-27 has the shape of a month
        return joined_years(first, last)
    return one_day(dt.date.fromisoformat(c["iso"])).freed()


@GRAMMAR.rule("DAY", "date with slashes", "C1", "SLASHED:date", example="by 31/10/2019")
def slashed_date(c: Captures, at: Context) -> Period | None:
    first, second, of_year = (int(part) for part in c["date"].split("/"))
    if first <= 12 and second <= 12 and first != second:
        return None  # 3 April or 4 March: the words do not say
    day, of_month = (first, second) if first > 12 else (second, first)
    return one_day(dt.date(of_year, of_month, day)).freed()


@GRAMMAR.rule(
    "DAY", "day, month and year", "C1",
    "[WEEKDAY [,]] [the] (DOM:day [of] MONTH:month|MONTH:month [the] DOM:day) [,] [of|in] YEARLIKE:year",
    example="by 21 May 2011",
)  # fmt: skip
def full_date(c: Captures, at: Context) -> Period | None:
    span: Period = c["year"]
    found = one_day(dt.date(span.start.year, c["month"], c["day"]))
    return found.freed()


@GRAMMAR.rule(
    "DAY", "day and month", "C6",
    "[WEEKDAY [,]] [the] (DOM:day [of] MONTH:month|MONTH:month [the] DOM:day EDGE)",
    example="by February 3",
)  # fmt: skip
def day_and_month(c: Captures, at: Context) -> Period | None:
    return freed(nearest(lambda y: one_day(dt.date(y, c["month"], c["day"])), at))


@GRAMMAR.rule(
    "DAY", "day of a month", "C6", "[WEEKDAY [,]] the DOMTH:day EDGE", example="by the 15th"
)
def day_alone(c: Captures, at: Context) -> Period | None:
    first = at.anchor.replace(day=1)
    for n in range(0, 3):
        span = month(first.year, first.month + (-n if at.past else n))
        if c["day"] <= span.end.day:
            day = span.start.replace(day=c["day"])
            if (day <= at.anchor) if at.past else (day >= at.anchor):
                return one_day(day)
    return None


@GRAMMAR.rule(
    "DAY", "day of next month", "C6",
    "[the] DOM:day [day] of MONTHLIKE:month", example="by the 15th of next month",
)  # fmt: skip
def day_of_named_month(c: Captures, at: Context) -> Period | None:
    span: Period = c["month"]
    return one_day(span.start.replace(day=c["day"])).freed()


@GRAMMAR.terminal("DOMTH", ["#ord"])
def numbered_day(state: Any, i: int) -> list[tuple[int, Any]]:
    """21st: a day number that can stand without its month."""
    if i < len(state.tokens) and state.tokens[i].key == "#ord":
        number = int(state.tokens[i].text[:-2])
        return [(i + 1, number)] if 1 <= number <= 31 else []
    return []


@GRAMMAR.rule(
    "DAY", "weekday", "C6, C16",
    "[early|late] [on] WEEKDAY:day [TIMEOFDAY|at NUM [am|pm]]", example="on Saturday",
)  # fmt: skip
def weekday_alone(c: Captures, at: Context) -> Period | None:
    if at.past:
        return one_day(weekday_on(at.anchor - 6 * ONE_DAY, c["day"]))
    return one_day(weekday_on(at.anchor + ONE_DAY, c["day"]))


@GRAMMAR.rule(
    "DAY", "this or next weekday", "C6",
    "(this|next|last|this coming|this past|the coming|the following):which WEEKDAY:day [TIMEOFDAY]",
    example="by next Tuesday",
)  # fmt: skip
def weekday_of(c: Captures, at: Context) -> Period | None:
    which = c["which"].split()[-1]
    if which in ("last", "past"):
        return one_day(weekday_on(at.anchor - 7 * ONE_DAY, c["day"])).freed()
    if which == "this":
        start = week(at.anchor).start if at.past else at.anchor
        return one_day(weekday_on(start, c["day"])).freed()
    first = weekday_on(at.anchor + ONE_DAY, c["day"])
    if which != "next":
        return one_day(first).freed()
    of_next_week = weekday_on(week(at.anchor).end + ONE_DAY, c["day"])
    note = f"or {first.isoformat()}" if first != of_next_week else ""
    return replace(one_day(of_next_week), note=note, free=True)


@GRAMMAR.rule(
    "DAY", "weekday of a week", "C10",
    "(WEEKDAY:day [of|in] WEEKLIKE:week|WEEKLIKE:week [on] WEEKDAY:day)", example="on Friday of next week",
)  # fmt: skip
def weekday_of_week(c: Captures, at: Context) -> Period | None:
    span: Period = c["week"]
    return one_day(weekday_on(span.start, c["day"])).freed()


@GRAMMAR.rule(
    "DAY", "a week on a weekday", "C6",
    "(a week on WEEKDAY:day|WEEKDAY:day week|[the] WEEKDAY:day after next)", example="a week on Friday",
)  # fmt: skip
def week_on(c: Captures, at: Context) -> Period | None:
    return one_day(weekday_on(at.anchor + 8 * ONE_DAY, c["day"])).freed()


@GRAMMAR.rule(
    "DAY", "numbered weekday of a month", "C6",
    "[the] ORD:place WEEKDAY:day (of|in) (MONTHLIKE:month|MONTH:name)",
    example="the first Tuesday of November 2024",
)  # fmt: skip
def nth_weekday(c: Captures, at: Context) -> Period | None:
    if "month" in c:
        return freed(in_month(c["month"], c["place"], c["day"]))
    return freed(nearest(lambda y: in_month(month(y, c["name"]), c["place"], c["day"]), at))


def in_month(span: Period, place: int, weekday: int) -> Period | None:
    """The first, second ... or (-1) last such weekday of a month."""
    if place < 0:
        return one_day(weekday_on(span.end - 6 * ONE_DAY, weekday))
    day = weekday_on(span.start, weekday) + 7 * (place - 1) * ONE_DAY
    return one_day(day) if day <= span.end else None


@GRAMMAR.rule(
    "DAY", "today, tomorrow, yesterday", "C6",
    "(today|tonight|tomorrow|yesterday|overnight|the day after tomorrow|the day before yesterday|"
    "the next day|the following day|this morning|this afternoon|this evening):which [TIMEOFDAY]",
    example="tonight",
)  # fmt: skip
def near_day(c: Captures, at: Context) -> Period | None:
    steps = {
        "tomorrow": 1, "overnight": 0 if at.past else 1, "the next day": 1, "the following day": 1,
        "the day after tomorrow": 2, "yesterday": -1, "the day before yesterday": -2,
    }  # fmt: skip
    return one_day(at.anchor + steps.get(c["which"], 0) * ONE_DAY).freed()


@GRAMMAR.rule("DAY", "last night", "C16", "last (night|evening)", example="last night")
def last_night(c: Captures, at: Context) -> Period | None:
    return one_day(at.anchor - ONE_DAY)


@GRAMMAR.rule(
    "DAY", "hour of a day", "C6",
    "CLOCK [eastern|local|london|gmt|et|bst|cet|utc] [time] [,] [on] DAY:day", example="by midnight on 31 December",
)  # fmt: skip
def hour_of_day(c: Captures, at: Context) -> Period | None:
    span: Period = c["day"]
    return span


@GRAMMAR.rule("DAY", "hour alone", "C6", "CLOCK:time", example="by midnight")
def hour_alone(c: Captures, at: Context) -> Period | None:
    later = c["time"] in ("dawn", "sunrise", "the morning")
    return one_day(at.anchor + later * ONE_DAY, f"{c['time']} of {at.anchor.isoformat()}")


@GRAMMAR.rule("DAY", "leap day", "C6", "leap day [YEAR:year]", example="by leap day")
def leap_day(c: Captures, at: Context) -> Period | None:
    if "year" in c:
        return one_day(dt.date(c["year"], 2, 29))
    return nearest(lambda y: one_day(dt.date(y, 2, 29)) if calendar.isleap(y) else None, at)
