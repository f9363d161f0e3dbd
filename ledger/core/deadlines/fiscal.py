"""Fiscal years (C12): by the book's fiscal year end; without one by the calendar, and vague."""

import datetime as dt
from dataclasses import replace

from ledger.core.deadlines import units
from ledger.core.deadlines.grammar import GRAMMAR, Captures, Context, Found, State
from ledger.core.deadlines.rolling import STEPS
from ledger.core.deadlines.units import ONE_DAY, Period

GRAMMAR.words("FISCAL", "fiscal|financial|budget|tax|accounting")
FISCAL_STEPS = STEPS | {"coming": 1}


def ending_in(year: int, at: Context) -> Period:
    """The fiscal year that ends in a calendar year."""
    start, end = _year_end(year - 1, at) + ONE_DAY, _year_end(year, at)
    span = Period(start, end, "year", f"the fiscal year to {end}", free=True)
    if at.calendar.fiscal_year_end is not None:
        return span
    note = "the fiscal year's end is not known: read as the calendar year"
    return replace(span, low=start, high=units.shift(end, 9, "month"), note=note)


def _year_end(year: int, at: Context) -> dt.date:
    month, day = at.calendar.fiscal_year_end or (12, 31)
    last = units.month(year, month).end
    return min(last, last.replace(day=1) + (day - 1) * ONE_DAY)


def holding(day: dt.date, steps: int, at: Context) -> Period:
    """The fiscal year that holds a day, or the one `steps` further on."""
    return ending_in(day.year + (day > _year_end(day.year, at)) + steps, at)


@GRAMMAR.rule("FISCALYEAR", "this fiscal year", "C12", "(NEAR|the|the coming|a):which FISCAL year",
              example="this fiscal year")  # fmt: skip
def _near(c: Captures, at: Context) -> Period | None:
    return holding(at.anchor, FISCAL_STEPS.get(c["which"].split()[-1], 0), at)


@GRAMMAR.rule(
    "FISCALYEAR", "fiscal 2024", "C12",
    "[the] (FISCAL|fy) [year] (YEARTAIL:year|YEARTAIL (-|/) YEARTAIL:year|ISO:joined)"
    "|FYWORD:year|FYWORD (-|/) YEARTAIL:year"
    "|[the] (YEAR (-|/) YEARTAIL:year|ISO:joined|YEAR:year) FISCAL year",
    example="by the end of fiscal 2024",
)  # fmt: skip
def _numbered(c: Captures, at: Context) -> Period | None:
    year = int(c["joined"][5:7]) if "joined" in c else c["year"]
    return ending_in(year if year > 99 else at.anchor.year // 100 * 100 + year, at)


@GRAMMAR.terminal(
    "FYWORD", [f"fy{n:02}" for n in range(100)] + [f"fy{n}" for n in range(1900, 2200)]
)
def _fy(state: State, i: int) -> Found:
    """FY25 or FY2025 in one word."""
    return [(i + 1, int(state.word(i)[2:]))]


@GRAMMAR.rule(
    "SIMPLE", "part of a fiscal year", "C12",
    "[the] (Q:quarter|H:half|[fiscal] ORD:quarter quarter|[fiscal] ORD:half half) [,] [of] "
    "FISCALYEAR:year|[the] fiscal (Q:quarter|H:half|ORD:quarter quarter|ORD:half half) "
    "[[of] YEAR:number]|FISCALYEAR:year (Q:quarter|H:half)",
    example="in the first half of fiscal 2025",
)  # fmt: skip
def _part(c: Captures, at: Context) -> Period | None:
    year = c.get("year")
    if year is None:
        year = ending_in(c["number"], at) if "number" in c else holding(at.anchor, 0, at)
    size, place = (3, c["quarter"]) if "quarter" in c else (6, c["half"])
    place = 12 // size if place == -1 else place
    if not 1 <= place <= 12 // size:
        return None
    first = year.start.month + size * (place - 1)
    span = units.months(year.start.year, first, size, "", "")
    name = f"{'Q' if size == 3 else 'H'}{place} of {year.name}"
    precision = "quarter" if size == 3 else "half"
    return replace(year, start=span.start, end=span.end, precision=precision, name=name)
