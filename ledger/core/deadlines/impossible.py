"""Dates that are meant and are none, or two: 31 June, 3/4/2018, the year 12000.

Read here so that no part of them is taken for another date; the reading says what is wrong.
"""

import calendar

from ledger.core.deadlines.days import slashed_parts
from ledger.core.deadlines.grammar import GRAMMAR, Captures, Context, Found, State
from ledger.core.deadlines.reading import Draft, impossible
from ledger.core.deadlines.units import MONTH_NAMES
from ledger.core.deadlines.words import noun_follows

GRAMMAR.words("TOWARDS", "BY|IN|BEFORE|AFTER|NOTBEFORE|until|till|through|from|since")


@GRAMMAR.terminal("DAYNUMBER", ["#num", "#ord"])
def _day_number(state: State, i: int) -> Found:
    """A number that is meant as a day of a month, of at most two digits."""
    digits = "".join(c for c in state.word(i) if c.isdigit())
    following = state.word(i + 1) == "," and state.key(i + 2) == "#num"
    counts = state.at.strict and noun_follows(state, i + 1) and not following
    plain = digits.isdigit() and len(digits) <= 2 and "." not in state.word(i)
    return [(i + 1, int(digits))] if plain and not counts else []


@GRAMMAR.terminal("DAYBEFORE", ["#num", "#ord"])
def _day_before_month(state: State, i: int) -> Found:
    """The same before the name of its month, where no noun can follow."""
    digits = "".join(c for c in state.word(i) if c.isdigit())
    return [(i + 1, int(digits))] if len(digits) <= 2 and "." not in state.word(i) else []


GRAMMAR.words(
    "MEANTDAY",
    "[the] DAYBEFORE:day [day] [of] MONTH:month|MONTH:month [the] DAYNUMBER:day",
)


@GRAMMAR.rule(
    "NOSUCHDAY", "a day that its month has not", "C1",
    "[TOWARDS] [WEEKDAY [,]] MEANTDAY [[,] [of|in] YEAR:year]", example="by 31 June 2023",
)  # fmt: skip
def _no_such_day(c: Captures, _at: Context) -> Draft | None:
    return _checked(c["day"], c["month"], c.get("year"))


def _checked(day: int, month: int, year: int | None) -> Draft | None:
    """What is wrong with a day and a month; None when there is such a day, if only in leap years.

    Years are told apart only where 29 February needs one.
    """
    shown = "" if year is None else f" {year}"
    if not 1 <= month <= 12:
        return impossible(f"there is no month {month}")
    last = calendar.monthrange(2000 if year is None else year, month)[1]
    if 1 <= day <= last:
        return None
    return impossible(f"there is no {day} {MONTH_NAMES[month]}{shown}")


@GRAMMAR.rule("NOSUCHDAY", "an ISO date that is none", "C1", "[TOWARDS] ISO:iso",
              example="by 2023-02-30")  # fmt: skip
def _no_such_iso(c: Captures, _at: Context) -> Draft | None:
    year, month, *day = (int(part) for part in c["iso"].split("-"))
    if not year:
        return impossible("there is no year 0")
    return _checked(day[0] if day else 1, month, year)


@GRAMMAR.rule("NOSUCHDAY", "a date with slashes that is none, or two", "C1",
              "[TOWARDS] SLASHED:date", example="by 3/4/2023")  # fmt: skip
def _no_such_slashes(c: Captures, at: Context) -> Draft | None:
    first, second, year, dotted = slashed_parts(c["date"], at)
    if dotted or first > 12:
        return _checked(first, second, year)
    if second > 12:
        return _checked(second, first, year)
    day, other = f"{first} {MONTH_NAMES[second]}", f"{second} {MONTH_NAMES[first]}"
    return impossible(
        f"{c['date']} can be {day} or {other}: write {year:04}-{second:02}-{first:02}"
    )


@GRAMMAR.terminal("FARYEAR", ["#num"])
def _far_year(state: State, i: int) -> Found:
    """A year of five digits or more that ends a phrase: "by 12000"."""
    word = state.word(i)
    alone = i + 1 == len(state.tokens) and not state.at.strict
    return [(i + 1, word)] if alone and word.isdigit() and len(word) > 4 else []


@GRAMMAR.rule("NOSUCHDAY", "a year beyond the calendar", "C1", "TOWARDS [the year] FARYEAR:year",
              example="by the year 12000")  # fmt: skip
def _far(c: Captures, _at: Context) -> Draft | None:
    return impossible(f"the year {c['year']} is beyond the calendar, which ends with 9999")
