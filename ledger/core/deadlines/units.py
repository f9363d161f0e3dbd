"""Calendar arithmetic: shifting a day by units, and the periods that a calendar has."""

import calendar
import datetime as dt
import math
from collections.abc import Callable
from dataclasses import dataclass, replace

ONE_DAY = dt.timedelta(days=1)
MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "generation": 300,
             "century": 1200, "millennium": 12000}  # fmt: skip
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
MONTH_NAMES = tuple(calendar.month_name)
PLURALS = {"century": "centuries", "millennium": "millennia"}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`, both included, with the name shown to people.

    `edge` marks a period that stands for its end ("the end of 2017"), `rolling` one that is
    counted from the anchor ("the coming year"), `free` words that are a deadline without a
    preposition ("next year"). `low`..`high` is the window of vague words, `note` another reading,
    `later` the one after it, meant when this one is past: "by mid-June", said on the 25th;
    `far` one that was put into the next year and may be this year's that is over.
    """

    start: dt.date
    end: dt.date
    precision: str
    name: str
    edge: bool = False
    rolling: bool = False
    free: bool = False
    low: dt.date | None = None
    high: dt.date | None = None
    note: str = ""
    later: "Period | None" = None
    far: bool = False

    def freed(self) -> "Period":
        """The same period, in words that need no preposition."""
        return replace(self, free=True)

    def closing(self) -> "Period":
        """The end of the period."""
        return replace(self, start=self.end, edge=True, free=True, note="", rolling=False)


def shift(day: dt.date, count: float, unit: str) -> dt.date:
    """`day` moved by `count` units: month ends are clipped (C2), parts of days are rounded.

    A fraction of a month or longer goes down to months and then days of 30 to the month.
    Raises OverflowError or ValueError for days that no calendar has.
    """
    # Imported here because it costs 6 ms, which every start of the program would pay.
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - see above

    if unit in ("second", "minute"):
        return day
    if unit == "hour":
        return day + dt.timedelta(days=math.floor(count / 24 + 0.5))
    if unit in DAYS_IN:
        return day + dt.timedelta(days=math.floor(count * DAYS_IN[unit] + 0.5))
    months = count * MONTHS_IN[unit]
    whole = int(months)
    moved: dt.date = day + relativedelta(months=whole, days=round((months - whole) * 30))
    return moved


def plural(unit: str) -> str:
    """The name of several units of time."""
    return PLURALS.get(unit, f"{unit}s")


def workdays(day: dt.date, count: int) -> dt.date:
    """`count` days from Monday to Friday after `day`; holidays are not known here."""
    weeks, rest = divmod(count, 5)
    day += dt.timedelta(weeks=weeks)
    while rest or day.weekday() > 4:
        day += ONE_DAY
        rest -= rest > 0 and day.weekday() < 5
    return day


def one_day(day: dt.date) -> Period:
    """A single day as a period."""
    return Period(day, day, "day", day.isoformat())


def week(day: dt.date) -> Period:
    """The ISO week that holds a day: Monday to Sunday (C10)."""
    monday = day - dt.timedelta(days=day.weekday())
    return Period(monday, monday + 6 * ONE_DAY, "week", f"the week of {monday.isoformat()}")


def weekend(day: dt.date) -> Period:
    """Saturday and Sunday of the ISO week that holds a day."""
    sunday = week(day).end
    return Period(sunday - ONE_DAY, sunday, "week", f"the weekend of {sunday.isoformat()}")


def months(year: int, month: int, count: int, precision: str, name: str) -> Period:
    """`count` whole months from a month on; months before January or past December carry over."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last_year, last = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    end = dt.date(last_year, last, calendar.monthrange(last_year, last)[1])
    return Period(dt.date(year, month, 1), end, precision, name)


def month(year: int, number: int) -> Period:
    """A month; 13 is January of the next year."""
    span = months(year, number, 1, "month", "")
    return replace(span, name=f"{MONTH_NAMES[span.start.month]} {span.start.year}")


def quarter(year: int, number: int) -> Period:
    """A calendar quarter; 5 is the first of the next year."""
    span = months(year, 3 * number - 2, 3, "quarter", "")
    return replace(span, name=f"Q{(number - 1) % 4 + 1} {span.start.year}")


def half(year: int, number: int) -> Period:
    """A calendar half-year; 3 is the first of the next year."""
    span = months(year, 6 * number - 5, 6, "half", "")
    return replace(span, name=f"H{(number - 1) % 2 + 1} {span.start.year}")


def year(number: int) -> Period:
    """A calendar year."""
    return months(number, 1, 12, "year", str(number))


def years(first: int, last: int) -> Period | None:
    """The years from one to another, for 2026-27; None when they do not follow."""
    if first >= last:
        return None
    return replace(months(first, 1, 12 * (last - first + 1), "year", f"{first}-{last}"), free=True)


def decade(first: int) -> Period:
    """The decade of years that begin with the same three digits (C11)."""
    first -= first % 10
    span = months(first, 1, 120, "decade", f"the {first}s")
    return replace(span, note=f"or {first + 10}-12-31")


def century(number: int) -> Period:
    """The 21st century is 2001-2100 (C11)."""
    first = 100 * number - 99
    span = months(first, 1, 1200, "century", f"the century {first}-{first + 99}")
    return replace(span, note=f"or {first + 98}-12-31")


def season(year: int, name: str, *, southern: bool) -> Period:
    """A meteorological season that begins in `year` (C7); the southern ones are half a year off."""
    first = SEASONS[name]
    if southern:
        first = first - 6 if first > 6 else first + 6
    span = months(year, first, 3, "season", "")
    ends = "" if span.end.year == year else f"-{span.end.year}"
    return replace(span, name=f"{name} {year}{ends}")


MAKERS: dict[str, Callable[[dt.date, int], Period]] = {
    "day": lambda day, n: one_day(day + n * ONE_DAY),
    "week": lambda day, n: week(day + 7 * n * ONE_DAY),
    "weekend": lambda day, n: weekend(day + 7 * n * ONE_DAY),
    "month": lambda day, n: month(day.year, day.month + n),
    "quarter": lambda day, n: quarter(day.year, (day.month + 2) // 3 + n),
    "half": lambda day, n: half(day.year, (day.month + 5) // 6 + n),
    "year": lambda day, n: year(day.year + n),
    "decade": lambda day, n: decade(day.year + 10 * n),
    "century": lambda day, n: century((day.year + 99) // 100 + n),
}


def unit_at(unit: str, day: dt.date, steps: int = 0) -> Period:
    """The calendar unit that holds a day, or the one `steps` further on."""
    return MAKERS[unit](day, steps)
