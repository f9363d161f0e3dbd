"""Months, quarters, halves, years, decades and centuries, named or counted from the anchor."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ledger.core.deadlines import calendar_units as units
from ledger.core.deadlines.calendar_units import ONE_DAY, Period, shift
from ledger.core.deadlines.grammar import GRAMMAR, Context
from ledger.core.deadlines.rolling import chosen

Captures = Mapping[str, Any]

GRAMMAR.words("THIS", "this|the current|the present|this current|the same")
GRAMMAR.words("NEXT", "next|the following|the ensuing")
GRAMMAR.words(
    "WHICH", "this|next|last|this coming|the coming|this past|the current|the following|the next"
)


@GRAMMAR.rule(
    "YEARLIKE", "year", "C4",
    "[the year|calendar|calendar year|the calendar year|year] YEAR:year|' YEARTWO:year", example="by 2020",
)  # fmt: skip
def year_number(c: Captures, at: Context) -> Period | None:
    return units.year(c["year"])


@GRAMMAR.terminal("YEARTWO", ["#num"])
def short_year(state: Any, i: int) -> list[tuple[int, Any]]:
    """'25 after an apostrophe."""
    text = state.tokens[i].text if i < len(state.tokens) else ""
    ok = len(text) == 2 and text.isdigit()
    return [(i + 1, state.at.anchor.year // 100 * 100 + int(text))] if ok else []


@GRAMMAR.rule(
    "YEARLIKE", "this or next year", "C4, C17",
    "(THIS|NEXT|last|the past|the previous):which [calendar] year", example="next year",
)  # fmt: skip
def year_near(c: Captures, at: Context) -> Period | None:
    return _step(c["which"], "year", at)


@GRAMMAR.rule(
    "MONTHLIKE",
    "this or next month",
    "C4",
    "(THIS|NEXT|last|the past|the previous):which month",
    example="next month",
)
def month_near(c: Captures, at: Context) -> Period | None:
    return _step(c["which"], "month", at)


@GRAMMAR.rule(
    "WEEKLIKE",
    "this or next week",
    "C10",
    "(THIS|NEXT|last|the past|the previous):which week",
    example="next week",
)
def week_near(c: Captures, at: Context) -> Period | None:
    return _step(c["which"], "week", at)


@GRAMMAR.rule(
    "SIMPLE", "this or next quarter, half, decade, weekend", "C10, C11, C12",
    "(THIS|NEXT|last|the past|the previous|this coming|the coming):which (calendar quarter|quarter|half|half year|decade|century|millennium|weekend):unit",
    example="next quarter",
)  # fmt: skip
def unit_near(c: Captures, at: Context) -> Period | None:
    unit = c["unit"].split()[-1] if c["unit"] != "half year" else "half"
    if "coming" in c["which"] and unit != "weekend":
        return None
    return _step(c["which"], unit, at)


@GRAMMAR.rule(
    "YEARLIKE", "the year after next", "C4",
    "([next year or] the year after next|next year or the year after [that]|the year after that)", example="the year after next",
)  # fmt: skip
def year_after_next(c: Captures, at: Context) -> Period | None:
    return units.year(at.anchor.year + 2).freed()


@GRAMMAR.rule(
    "SIMPLE", "the month after next", "C4, C10",
    "the (week|month|quarter|decade|weekend):unit after (next|that)", example="the week after next",
)  # fmt: skip
def after_next(c: Captures, at: Context) -> Period | None:
    return _unit(c["unit"], 2, at).freed()


@GRAMMAR.rule(
    "SIMPLE", "the unit we are in", "C1", "the [calendar] UNITHERE:unit", example="within the year"
)
def unit_here(c: Captures, at: Context) -> Period | None:
    return _unit(c["unit"], 0, at)


@GRAMMAR.terminal(
    "UNITHERE", "week month quarter year decade century weekend millennium day".split()
)
def unit_of_now(state: Any, i: int) -> list[tuple[int, Any]]:
    """The unit that the anchor is in: the week, the year, the working day."""
    word = state.tokens[i].text if i < len(state.tokens) else ""
    known = "week month quarter year decade century weekend millennium day".split()
    return [(i + 1, word)] if word in known else []


GRAMMAR.words(
    "ROLLING", "the coming|the next|the following|the upcoming|this coming|another|the entire next"
)


@GRAMMAR.rule(
    "SIMPLE", "the coming year", "C2, C11",
    "(the|this|the entire) (coming|upcoming):which (day|week|fortnight|month|year|decade|century|generation):unit",
    example="in the course of the coming year",
)  # fmt: skip
def coming_unit(c: Captures, at: Context) -> Period | None:
    end = shift(at.anchor, 1, c["unit"])
    low, high = (None, None)
    if c["unit"] == "generation":
        low, high = shift(at.anchor, 20, "year"), shift(at.anchor, 33, "year")
    return Period(at.anchor, end, c["unit"], f"the {c['unit']} after {at.anchor.isoformat()}",
                  rolling=True, free=True, low=low, high=high)  # fmt: skip


@GRAMMAR.rule(
    "MONTHLIKE",
    "month and year",
    "C4",
    "MONTH:month [,] [of|in] YEARLIKE:year",
    example="by Sept. 2021",
)
def month_and_year(c: Captures, at: Context) -> Period | None:
    year: Period = c["year"]
    return units.month(year.start.year, c["month"]).freed()


@GRAMMAR.rule("MONTHLIKE", "next March", "C6", "WHICH:which MONTH:month", example="from next April")
def month_chosen(c: Captures, at: Context) -> Period | None:
    return chosen(lambda y: units.month(y, c["month"]), c["which"], at)


@GRAMMAR.rule("MONTHLIKE", "month alone", "C6", "[the month of] MONTH:month", example="by March")
def month_alone(c: Captures, at: Context) -> Period | None:
    return chosen(lambda y: units.month(y, c["month"]), "", at)


@GRAMMAR.rule(
    "SIMPLE", "quarter", "C12",
    "(Q:place|[the] [calendar] ORD:place quarter) [,] [of|in] YEARLIKE:year|YEARLIKE:year [,] (Q:place|[the] ORD:place quarter)"
    "|(Q:place|[the] [calendar] ORD:place quarter)",
    example="in the third quarter",
)  # fmt: skip
def quarter(c: Captures, at: Context) -> Period | None:
    place = 4 if c["place"] == -1 else c["place"]
    if not 1 <= place <= 4:
        return None
    if "year" in c:
        return units.quarter(c["year"].start.year, place).freed()
    return chosen(lambda y: units.quarter(y, place), "", at)


@GRAMMAR.terminal("Q", ["q1", "q2", "q3", "q4"])
def q_number(state: Any, i: int) -> list[tuple[int, Any]]:
    """Q3."""
    word = state.tokens[i].text if i < len(state.tokens) else ""
    return (
        [(i + 1, int(word[1]))] if len(word) == 2 and word[0] == "q" and word[1] in "1234" else []
    )


@GRAMMAR.terminal("H", ["h1", "h2"])
def h_number(state: Any, i: int) -> list[tuple[int, Any]]:
    """H2."""
    word = state.tokens[i].text if i < len(state.tokens) else ""
    return [(i + 1, int(word[1]))] if word in ("h1", "h2") else []


GRAMMAR.words("SECONDHALF", "second|latter|back|last|final|later")


@GRAMMAR.rule(
    "SIMPLE", "half-year", "C12",
    "(H:place|[the] (first|SECONDHALF):which half) [,] [of|in] YEARLIKE:year|YEARLIKE:year [,] H:place"
    "|(H:place|[the] (first|SECONDHALF):which half)",
    example="in the second half of this year",
)  # fmt: skip
def half_year(c: Captures, at: Context) -> Period | None:
    place = c.get("place") or (1 if c["which"] == "first" else 2)
    if "year" in c:
        return units.half(c["year"].start.year, place).freed()
    return chosen(lambda y: units.half(y, place), "", at)


@GRAMMAR.rule("SIMPLE", "decade", "C11", "[the] DECADE:first", example="in the 2030s")
def decade_named(c: Captures, at: Context) -> Period | None:
    return units.decade(c["first"])


@GRAMMAR.rule("SIMPLE", "century", "C11", "the ORD:place century", example="in the 22nd century")
def century_named(c: Captures, at: Context) -> Period | None:
    return units.century(c["place"]) if c["place"] > 0 else None


@GRAMMAR.rule(
    "SIMPLE", "the week of a day", "C10",
    "[the] week (of|beginning|starting|commencing|ending) [on] DAY:day", example="the week of 12 June",
)  # fmt: skip
def week_of(c: Captures, at: Context) -> Period | None:
    day: Period = c["day"]
    return units.week(day.start).freed() if day.precision == "day" else None


@GRAMMAR.rule(
    "SIMPLE", "years joined", "C3",
    "[the] YEAR:first (-|/|to) YEARTAIL:last [season|campaign|academic year|school year|marketing year]", example="in 2026-27",
)  # fmt: skip
def years_joined(c: Captures, at: Context) -> Period | None:
    last = c["last"] if c["last"] > 99 else c["first"] // 100 * 100 + c["last"]
    return units.joined_years(c["first"], last)


@GRAMMAR.terminal("YEARTAIL", ["#num"])
def year_tail(state: Any, i: int) -> list[tuple[int, Any]]:
    """The second year of 2026-27 or 2025-2030."""
    text = state.tokens[i].text if i < len(state.tokens) else ""
    return [(i + 1, int(text))] if text.isdigit() and len(text) in (2, 4) else []


def _step(which: str, unit: str, at: Context) -> Period | None:
    word = which.split()[-1]
    steps = {"next": 1, "following": 1, "ensuing": 1, "last": -1, "past": -1, "previous": -1}
    return _unit(unit, steps.get(word, 0), at).freed()


def _unit(unit: str, steps: int, at: Context) -> Period:
    """The unit that holds the anchor, or the one `steps` further on."""
    day = at.anchor
    makers = {
        "day": lambda: units.one_day(day + steps * ONE_DAY),
        "week": lambda: units.week(shift(day, steps, "week")),
        "weekend": lambda: units.weekend(shift(day, steps, "week")),
        "month": lambda: units.month(day.year, day.month + steps),
        "quarter": lambda: units.quarter(day.year, (day.month + 2) // 3 + steps),
        "half": lambda: units.half(day.year, (day.month + 5) // 6 + steps),
        "year": lambda: units.year(day.year + steps),
        "decade": lambda: units.decade(day.year + 10 * steps),
        "century": lambda: units.century((day.year + 99) // 100 + steps),
        "millennium": lambda: replace(
            units.year(1000 * ((day.year + 999) // 1000 + steps)), precision="century"
        ),
    }
    return makers[unit]()
