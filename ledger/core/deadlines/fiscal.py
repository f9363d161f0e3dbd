"""Fiscal years (C12): by the book's fiscal year end; without one by the calendar, and vague."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ledger.core.deadlines import calendar_units as units
from ledger.core.deadlines.calendar_units import ONE_DAY, Period
from ledger.core.deadlines.grammar import GRAMMAR, Context, State

Captures = Mapping[str, Any]

GRAMMAR.words(
    "FISCAL", "fiscal|financial|budget|accounting|tax|business|fiscal year|financial year"
)


def ending_in(year: int, at: Context) -> Period:
    """The fiscal year that ends in a calendar year."""
    end = _year_end(year, at)
    span = Period(_year_end(year - 1, at) + ONE_DAY, end, "year", f"the fiscal year to {end}")
    if at.calendar.fiscal_year_end is None:
        return replace(span, low=span.start, high=units.shift(end, 9, "month"),
                       note="the fiscal year's end is not known: read as the calendar year")  # fmt: skip
    return span.freed()


def _year_end(year: int, at: Context) -> dt.date:
    month, day = at.calendar.fiscal_year_end or (12, 31)
    return min(dt.date(year, month, 1) + (day - 1) * ONE_DAY, units.month(year, month).end)


def holding(day: dt.date, steps: int, at: Context) -> Period:
    """The fiscal year that holds a day, or the one `steps` further on."""
    year = day.year + (day > _year_end(day.year, at))
    return ending_in(year + steps, at)


@GRAMMAR.rule(
    "FISCALYEAR", "this fiscal year", "C12",
    "(THIS|NEXT|the|last|the coming):which (fiscal|financial|budget|accounting|tax|business) year",
    example="this fiscal year",
)  # fmt: skip
def fiscal_near(c: Captures, at: Context) -> Period | None:
    word = c["which"].split()[-1]
    steps = {"next": 1, "following": 1, "ensuing": 1, "coming": 1, "last": -1}
    return holding(at.anchor, steps.get(word, 0), at)


@GRAMMAR.rule(
    "FISCALYEAR", "fiscal 2024", "C12",
    "[the] (fiscal|financial|fy|tax|budget) [year] (FYNUM:year|FYNUM (-|/) FYNUM:year|ISO:iso)"
    "|FYWORD:year|FYWORD [-|/] FYNUM:year|[the] (FYNUM (-|/) FYNUM:year|ISO:iso|YEAR:year) (fiscal|financial|budget|tax) year",
    example="by the end of fiscal 2024",
)  # fmt: skip
def fiscal_numbered(c: Captures, at: Context) -> Period | None:
    if "iso" in c:
        c = {"year": int(c["iso"][5:]) if len(c["iso"]) == 7 else 0}
    year = c["year"] if c["year"] > 99 else at.anchor.year // 100 * 100 + c["year"]
    return ending_in(year, at)


@GRAMMAR.terminal("FYNUM", ["#num"])
def fiscal_number(state: State, i: int) -> list[tuple[int, Any]]:
    """2024 or 24."""
    text = state.tokens[i].text if i < len(state.tokens) else ""
    return [(i + 1, int(text))] if text.isdigit() and len(text) in (2, 4) else []


FY_WORDS = [f"fy{n}" for n in range(100)] + [f"fy{n:02}" for n in range(10)]
FY_WORDS += [f"fy{n}" for n in range(1950, 2200)]


@GRAMMAR.terminal("FYWORD", FY_WORDS)
def fiscal_word(state: State, i: int) -> list[tuple[int, Any]]:
    """FY25 or FY2025."""
    text = state.tokens[i].text if i < len(state.tokens) else ""
    ok = text.startswith("fy") and text[2:].isdigit() and len(text) in (4, 6)
    return [(i + 1, int(text[2:]))] if ok else []


@GRAMMAR.rule(
    "SIMPLE", "part of a fiscal year", "C12",
    "[the] (Q:quarter|H:half|ORD:quarter quarter|ORD:half half) [,] [of] FISCALYEAR:year"
    "|[the] fiscal (ORD:quarter quarter|ORD:half half) [of] [FISCALYEAR:year|YEAR:number]"
    "|FISCALYEAR:year (Q:quarter|H:half)",
    example="in the first half of fiscal 2025",
)  # fmt: skip
def fiscal_part(c: Captures, at: Context) -> Period | None:
    year = c.get("year") or (
        ending_in(c["number"], at) if "number" in c else holding(at.anchor, 0, at)
    )
    size, place = (3, c["quarter"]) if "quarter" in c else (6, c["half"])
    place = 12 // size if place == -1 else place
    if not 1 <= place <= 12 // size:
        return None
    last = units.month(year.start.year, year.start.month + size * place - 1)
    first = units.month(year.start.year, year.start.month + size * (place - 1))
    precision = "quarter" if size == 3 else "half"
    return replace(year, start=first.start, end=last.end, precision=precision)
