"""What early, mid, late, the start and the first half of a period are (C8-C11)."""

import datetime as dt
from dataclasses import replace

from ledger.core.deadlines import units
from ledger.core.deadlines.units import ONE_DAY, Period, shift

# Where each part begins and ends: days of a month, months of a year, days of a week, years of a
# decade and of a century, thirds of anything else.
MONTH_DAYS = {"early": (1, 10), "start": (1, 10), "mid": (11, 20), "late": (21, 31)}  # C8
YEAR_MONTHS = {"early": (1, 3), "start": (1, 1), "mid": (6, 7), "late": (9, 12)}  # C9
WEEK_DAYS = {"early": (0, 2), "start": (0, 2), "mid": (2, 3), "late": (4, 6)}  # C10
DECADE_YEARS = {"early": (0, 3), "start": (0, 0), "mid": (4, 6), "late": (7, 9)}  # C11
CENTURY_YEARS = {"early": (0, 32), "start": (0, 9), "mid": (33, 49), "late": (66, 99)}  # C11
PART_OF = {"early": "the early part of", "mid": "the middle of", "late": "the late part of",
           "start": "the start of"}  # fmt: skip
THIRDS = {"early": (0, 1), "start": (0, 1), "mid": (1, 2), "late": (2, 3)}
NOTES = {"early": "or up to {y}-06-30", "mid": "or from {y}-06-30 to {y}-08-31",
         "start": "or up to {y}-04-30"}  # fmt: skip
PART_PRECISION = {
    ("year", "early"): "quarter", ("year", "start"): "month", ("year", "mid"): "half",
    ("century", "mid"): "decade",
}  # fmt: skip


def part(period: Period, which: str) -> Period:
    """The part of a period that "early", "mid", "late" or "start" names."""
    start, end = _bounds(period, which)
    whole_year = period.precision == "year" and period.start.month == 1
    note = NOTES.get(which, "").format(y=period.start.year) if whole_year else ""
    precision = PART_PRECISION.get((period.precision, which), period.precision)
    return Period(start, end, precision, _name(period.name, which), free=True, note=note,
                  low=period.low, high=period.high)  # fmt: skip


def _name(whole: str, which: str) -> str:
    """Early 2024, but the early part of the 2030s."""
    if which == "start" or whole.startswith("the "):
        return f"{PART_OF[which]} {whole}"
    return f"{which} {whole}"


def _bounds(period: Period, which: str) -> tuple[dt.date, dt.date]:
    first, kind = period.start, period.precision
    if kind == "month":
        a, b = MONTH_DAYS[which]
        return first.replace(day=a), first.replace(day=min(b, period.end.day))
    if kind == "year" and first.month == 1:
        a, b = YEAR_MONTHS[which]
        span = units.months(first.year, a, b - a + 1, "", "")
        return span.start, span.end
    if kind == "week":
        a, b = WEEK_DAYS[which]
        last = min(first + b * ONE_DAY, period.end)
        return min(first + a * ONE_DAY, last), last
    if kind in ("decade", "century"):
        a, b = (DECADE_YEARS if kind == "decade" else CENTURY_YEARS)[which]
        return dt.date(first.year + a, 1, 1), dt.date(first.year + b, 12, 31)
    return _third(period, which)


def _third(period: Period, which: str) -> tuple[dt.date, dt.date]:
    years = period.end.year - period.start.year
    length = years * 12 + period.end.month - period.start.month + 1
    if length < 3:
        return period.start, period.end
    a, b = THIRDS[which]
    low, high = (shift(period.start, length * n // 3, "month") for n in (a, b))
    return low, high - ONE_DAY


def around(period: Period) -> tuple[dt.date, dt.date]:
    """The days that "around" a period reaches: a week beside a day, else a quarter of it."""
    slack = 7 * ONE_DAY if period.precision == "day" else (period.end - period.start + ONE_DAY) // 4
    return period.start - slack, period.end + slack


def first_half(period: Period) -> Period:
    """The first half of any period: to the 15th of a month (C8), Wednesday, June, the 5th year."""
    if period.precision == "month":
        end = period.start.replace(day=15)
    elif period.precision == "week":
        end = period.start + 2 * ONE_DAY
    else:
        years = period.end.year - period.start.year
        length = years * 12 + period.end.month - period.start.month + 1
        middle = shift(period.start, length // 2, "month") - ONE_DAY
        end = middle if length % 2 == 0 else middle + 15 * ONE_DAY
    precision = "half" if period.precision == "year" else period.precision
    name = f"the first half of {period.name}"
    return replace(period, end=end, name=name, free=True, note="", precision=precision)


def second_half(period: Period) -> Period:
    """What is left after the first half."""
    first = first_half(period)
    name = f"the second half of {period.name}"
    return replace(first, start=first.end + ONE_DAY, end=period.end, name=name)
