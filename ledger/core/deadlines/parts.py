"""Parts of periods: early, mid, late; halves and thirds; the end, the start, the Nth week."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ledger.core.deadlines import calendar_units as units
from ledger.core.deadlines.calendar_units import ONE_DAY, Period, shift
from ledger.core.deadlines.grammar import GRAMMAR, Context

Captures = Mapping[str, Any]

# What each part of a unit runs from and to, as months, days or years counted from its start.
EARLY, MID, LATE, START = "early", "mid", "late", "start"
MONTH_DAYS = {EARLY: (1, 10), START: (1, 10), MID: (11, 20), LATE: (21, 31)}  # C8
YEAR_MONTHS = {EARLY: (1, 3), START: (1, 1), MID: (6, 7), LATE: (9, 12)}  # C9
WEEK_DAYS = {EARLY: (0, 2), START: (0, 2), MID: (2, 3), LATE: (4, 6)}  # C10
DECADE_YEARS = {EARLY: (0, 3), START: (0, 0), MID: (4, 6), LATE: (7, 9)}  # C11
CENTURY_YEARS = {EARLY: (0, 32), START: (0, 9), MID: (33, 49), LATE: (66, 99)}  # C11
THIRDS = {EARLY: (0, 1), START: (0, 1), MID: (1, 2), LATE: (2, 3)}  # of quarters, halves, seasons
NOTES = {EARLY: "early may reach to 30 June", MID: "or the last day of June or August",
         START: "or to 30 April"}  # fmt: skip


def part(period: Period, which: str) -> Period:
    """The early, mid, late or starting part of a period (C8-C11)."""
    start, end, note = _bounds(period, which)
    finer = {"year": {EARLY: "quarter", START: "month", MID: "half"}}.get(period.precision, {})
    name = f"{which} {period.name}" if which != START else f"the start of {period.name}"
    return replace(
        period, start=start, end=end, name=name, free=True, note=note, edge=False,
        precision=finer.get(which, period.precision), rolling=False,
    )  # fmt: skip


def _bounds(period: Period, which: str) -> tuple[dt.date, dt.date, str]:
    first, kind = period.start, period.precision
    if kind == "month":
        a, b = MONTH_DAYS[which]
        return first.replace(day=a), first.replace(day=min(b, period.end.day)), ""
    if kind == "year" and period.start.month == 1:
        a, b = YEAR_MONTHS[which]
        span = units.months(first.year, a, b - a + 1, "month", "")
        return span.start, span.end, NOTES.get(which, "")
    if kind == "week":
        a, b = WEEK_DAYS[which]
        last = min(first + b * ONE_DAY, period.end)
        return min(first + a * ONE_DAY, last), last, ""
    if kind in ("decade", "century"):
        a, b = (DECADE_YEARS if kind == "decade" else CENTURY_YEARS)[which]
        return dt.date(first.year + a, 1, 1), dt.date(first.year + b, 12, 31), ""
    return (*_third(period, which), "")


def _third(period: Period, which: str) -> tuple[dt.date, dt.date]:
    length = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
    a, b = THIRDS[which]
    if length < 3:
        return period.start, period.end
    low = shift(period.start, length * a // 3, "month")
    return low, shift(period.start, length * b // 3, "month") - ONE_DAY


def first_half(period: Period) -> Period:
    """The first half of any period: the 15th of a month (C8), June of a year."""
    if period.precision == "month":
        end = period.start.replace(day=15)
    elif period.precision == "week":
        end = period.start + 2 * ONE_DAY
    else:
        half = (period.end - period.start + ONE_DAY) / 2
        end = period.start + half - ONE_DAY
        if period.end - period.start > 80 * ONE_DAY:
            end = units.month(end.year, end.month).end if end.day > 15 else _mid_month(end)
    precision = "half" if period.precision == "year" else period.precision
    name = f"the first half of {period.name}"
    return replace(period, end=end, name=name, free=True, note="", precision=precision)


def _mid_month(day: dt.date) -> dt.date:
    return day.replace(day=15) if day.day > 7 else day.replace(day=1) - ONE_DAY


GRAMMAR.words("EARLYWORDS", "early|very early|fairly early|early on")
GRAMMAR.words(
    "MIDWORDS", "mid|middle|midway|halfway|midway through|halfway through|about halfway through"
)
GRAMMAR.words("LATEWORDS", "late|later|very late|latter")
GRAMMAR.words("STARTNOUN", "beginning|start|opening|dawn|outset|onset|top")
GRAMMAR.words("ENDNOUN", "end|close|ending|tail end|back end|very end|conclusion|finish|last day")
GRAMMAR.words(
    "PIECES",
    "few days|few weeks|few months|days|weeks|months|part|stages|stage|portion|third|quarter|hours|days or weeks",
)
GRAMMAR.words("JOINER", "or|to|and|-|/")


@GRAMMAR.rule(
    "PART", "early, mid, late", "C8, C9, C10, C11",
    "[the] [(EARLYWORDS|MIDWORDS|LATEWORDS) JOINER] (EARLYWORDS:early|MIDWORDS:mid|LATEWORDS:late) "
    "[-] [in|on in|of] [the] WHOLE:period",
    example="by mid-2018",
)  # fmt: skip
def early_mid_late(c: Captures, at: Context) -> Period | None:
    if c["period"].precision == "day":
        return None
    which = next(w for w in (EARLY, MID, LATE) if w in c)
    return part(c["period"], which)


@GRAMMAR.rule(
    "PART", "mid-year, mid-decade, mid-century", "C9, C10, C11",
    "[the] mid [-] (week|month|year|decade|century):unit", example="by mid-century",
)  # fmt: skip
def mid_unit(c: Captures, at: Context) -> Period | None:
    makers = {
        "week": lambda: units.week(at.anchor), "month": lambda: units.month(at.anchor.year, at.anchor.month),
        "year": lambda: units.year(at.anchor.year), "decade": lambda: units.decade(at.anchor.year),
        "century": lambda: units.century((at.anchor.year + 99) // 100),
    }  # fmt: skip
    found = part(makers[c["unit"]](), MID)
    if found.end < at.anchor and c["unit"] in ("year", "week", "month"):
        later = makers[c["unit"]]().end + ONE_DAY
        step = Context(later, at.calendar)
        return mid_unit(c, step)
    return found


@GRAMMAR.rule(
    "PART",
    "midsummer",
    "C7",
    "(midsummer|midwinter):which [of] [YEARLIKE:year]",
    example="by midsummer",
)
def mid_season(c: Captures, at: Context) -> Period | None:
    from ledger.core.deadlines.rolling import nearest  # noqa: PLC0415

    name = c["which"].removeprefix("mid")
    if "year" in c:
        return part(units.season(c["year"].start.year, name, at.calendar.southern), MID)
    return nearest(lambda y: part(units.season(y, name, at.calendar.southern), MID), at)


@GRAMMAR.rule(
    "PART", "the end", "C1",
    "[the] ENDNOUN [of] [the] WHOLE:period|WHOLE:period ['s] (end|close)|"
    "(end|close) [-] (month|year|week|quarter|decade|century):unit"
    "|(month|year|week|quarter|decade|century):unit ['s] end [-] [YEARLIKE:year]",
    example="by the end of 2017",
)  # fmt: skip
def the_end(c: Captures, at: Context) -> Period | None:
    period: Period | None = c.get("period") or c.get("year")
    if period is None:
        from ledger.core.deadlines.years import unit_here  # noqa: PLC0415

        period = unit_here({"unit": c["unit"]}, at)
    return replace(period, start=period.end, name=period.name, edge=True, free=True, note="",
                   rolling=False) if period else None  # fmt: skip


@GRAMMAR.rule(
    "PART", "the start, the middle", "C8, C9, C10",
    "[the] [very] (STARTNOUN:start|middle:mid|midpoint:mid|mid point:mid) of [the] WHOLE:period"
    "|WHOLE:period ['s] (start:start|beginning:start|midpoint:mid)",
    example="by the start of next year",
)  # fmt: skip
def start_or_middle(c: Captures, at: Context) -> Period | None:
    if c["period"].precision == "day":
        period: Period = c["period"]
        return period
    return part(c["period"], START if "start" in c else MID)


@GRAMMAR.rule(
    "PART", "the first or last months", "C8, C9",
    "[the] (early|first|opening|initial|last|final|closing|dying|waning|late|latter|later|middle):which [couple of|few|several] "
    "(days|weeks|months|years|part|stages|stage|portion|third|hours):what (of|in) [the] WHOLE:period",
    example="in the first months of 2019",
)  # fmt: skip
def first_months(c: Captures, at: Context) -> Period | None:
    period: Period = c["period"]
    if c["which"] in ("last", "final", "closing", "dying", "waning", "late", "latter", "later"):
        return replace(part(period, LATE), end=period.end)
    if c["which"] == "middle":
        return part(period, MID)
    if c["what"] in ("days", "hours"):
        return replace(part(period, START), end=min(period.start + 9 * ONE_DAY, period.end))
    if c["what"] == "weeks":
        return part(period, START) if period.precision != "month" else first_half(period)
    return part(period, EARLY)


@GRAMMAR.rule(
    "PART", "the first half", "C8, C12",
    "[the] (first|front|SECONDHALF):which half of [the] WHOLE:period", example="in the first half of May",
)  # fmt: skip
def half_of(c: Captures, at: Context) -> Period | None:
    period: Period = c["period"]
    first = first_half(period)
    if c["which"] in ("first", "front"):
        return first
    second = f"the second half of {period.name}"
    return replace(first, start=first.end + ONE_DAY, end=period.end, name=second)


@GRAMMAR.rule(
    "PART", "the Nth week or month", "C8",
    "[the] ORD:place (day|week|month|quarter|year|decade):unit (of|in) [the] WHOLE:period",
    example="in the first week of May",
)  # fmt: skip
def nth_unit(c: Captures, at: Context) -> Period | None:
    period: Period = c["period"]
    unit, place = c["unit"], c["place"]
    name = f"{unit} {place} of {period.name}"
    if place < 0:
        last = shift(period.end + ONE_DAY, -1, unit)
        return Period(
            max(last, period.start),
            period.end,
            unit,
            f"the last {unit} of {period.name}",
            free=True,
        )
    start = shift(period.start, place - 1, unit)
    end = min(shift(period.start, place, unit) - ONE_DAY, period.end)
    return Period(start, end, unit, name, free=True) if start <= period.end else None


@GRAMMAR.rule(
    "PART", "the first or last N months", "C8",
    "[the] (first|opening|initial|last|final|closing):which AMOUNT:amount (of|in) [the] WHOLE:period",
    example="in the final three months of the year",
)  # fmt: skip
def first_n(c: Captures, at: Context) -> Period | None:
    period: Period = c["period"]
    amount = c["amount"]
    if c["which"] in ("last", "final", "closing"):
        start = shift(period.end + ONE_DAY, -amount.high, amount.unit)
        return replace(
            period, start=max(start, period.start), free=True, precision=_size(amount.unit)
        )
    end = shift(period.start, amount.high, amount.unit) - ONE_DAY
    return Period(
        period.start,
        min(end, period.end),
        _size(amount.unit),
        f"the start of {period.name}",
        free=True,
    )


def _size(unit: str) -> str:
    return {"fortnight": "week", "month": "month", "half": "half"}.get(unit, unit)


@GRAMMAR.rule(
    "PART", "the rest", "C15",
    "[the|all|all of|the whole of|the entirety of] (rest|remainder|balance|duration|course|remaining months|remaining weeks|whole|length) of [the] WHOLE:period",
    example="for the rest of the year",
)  # fmt: skip
def the_rest(c: Captures, at: Context) -> Period | None:
    period: Period = c["period"]
    return replace(period, start=max(min(at.anchor, period.end), period.start), free=True)


@GRAMMAR.rule(
    "PART", "later this year", "C10",
    "(later|late|sometime|some time|at some point|some point|at any time|any time|anytime|early) [on] [in|during] WHOLE:period", example="later this week",
)  # fmt: skip
def later_in(c: Captures, at: Context) -> Period | None:
    period: Period = c["period"]
    return replace(period, free=True)


@GRAMMAR.rule(
    "PART", "the turn of the year", "C11",
    "[the] turn of the (year|decade|century|millennium|month):unit", example="by the turn of the decade",
)  # fmt: skip
def turn_of(c: Captures, at: Context) -> Period | None:
    from ledger.core.deadlines.years import unit_here  # noqa: PLC0415

    period = unit_here({"unit": c["unit"]}, at)
    return replace(period, start=period.end, edge=True, free=True) if period else None


@GRAMMAR.rule(
    "PART",
    "the height of a season",
    "C7",
    "[the] (height|peak|depths|dead|heart|thick) of [the] SEASONLIKE:period",
    example="by the height of summer",
)
def height_of(c: Captures, at: Context) -> Period | None:
    return part(c["period"], MID)
