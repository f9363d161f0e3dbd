"""Holidays, fixed and movable: what day they fall on in a year (C6)."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from ledger.core.deadlines.calendar_units import ONE_DAY, Period, one_day
from ledger.core.deadlines.grammar import GRAMMAR, Context, State
from ledger.core.deadlines.rolling import chosen, freed, weekday_on

Captures = Mapping[str, Any]

FIXED = {
    "christmas": (12, 25), "christmas day": (12, 25), "xmas": (12, 25), "christmas eve": (12, 24),
    "boxing day": (12, 26), "christmastime": (12, 25),
    "new year 's eve": (12, 31), "new years eve": (12, 31), "new year": (1, 1), "new year 's": (1, 1),
    "new year 's day": (1, 1), "new years": (1, 1), "new years day": (1, 1), "hogmanay": (12, 31),
    "epiphany": (1, 6), "orthodox christmas": (1, 7), "australia day": (1, 26), "candlemas": (2, 2),
    "groundhog day": (2, 2), "valentine 's day": (2, 14), "valentines day": (2, 14),
    "st patrick 's day": (3, 17), "st . patrick 's day": (3, 17), "saint patrick 's day": (3, 17),
    "april fools ' day": (4, 1), "april fool 's day": (4, 1), "earth day": (4, 22),
    "anzac day": (4, 25), "st george 's day": (4, 23), "may day": (5, 1),
    "international workers ' day": (5, 1), "victory day": (5, 9), "ve day": (5, 8),
    "juneteenth": (6, 19), "midsummer 's day": (6, 24), "canada day": (7, 1),
    "fourth of july": (7, 4), "july fourth": (7, 4), "july 4th": (7, 4), "4th of july": (7, 4),
    "independence day": (7, 4), "bastille day": (7, 14), "assumption day": (8, 15),
    "halloween": (10, 31), "all saints ' day": (11, 1), "all souls ' day": (11, 2),
    "guy fawkes night": (11, 5), "bonfire night": (11, 5), "veterans day": (11, 11),
    "veterans ' day": (11, 11), "remembrance day": (11, 11), "armistice day": (11, 11),
    "st andrew 's day": (11, 30), "st nicholas day": (12, 6),
}  # fmt: skip
# Month, place in the month (-1 is the last) and weekday, then days after it.
WEEKDAY_OF_MONTH = {
    "martin luther king day": (1, 3, 0, 0), "mlk day": (1, 3, 0, 0), "super bowl sunday": (2, 2, 6, 0),
    "presidents ' day": (2, 3, 0, 0), "presidents day": (2, 3, 0, 0), "president 's day": (2, 3, 0, 0),
    "memorial day": (5, -1, 0, 0), "father 's day": (6, 3, 6, 0), "labor day": (9, 1, 0, 0),
    "labour day": (9, 1, 0, 0), "columbus day": (10, 2, 0, 0), "indigenous peoples ' day": (10, 2, 0, 0),
    "canadian thanksgiving": (10, 2, 0, 0), "thanksgiving": (11, 4, 3, 0),
    "thanksgiving day": (11, 4, 3, 0), "black friday": (11, 4, 3, 1), "cyber monday": (11, 4, 3, 4),
}  # fmt: skip
NEAR_EASTER = {
    "easter": 0, "easter sunday": 0, "easter day": 0, "easter weekend": 1, "easter monday": 1, "good friday": -2,
    "holy thursday": -3, "maundy thursday": -3, "palm sunday": -7, "ash wednesday": -46,
    "shrove tuesday": -47, "mardi gras": -47, "ascension day": 39, "pentecost": 49, "whitsun": 49,
    "whit monday": 50, "corpus christi": 60,
}  # fmt: skip
# The first day of the Chinese year in 2000-2050 as month and day; other years stay unread.
LUNAR_FIRST = 2000
LUNAR = (
    "0205 0124 0212 0201 0122 0209 0129 0218 0207 0126 0214 0203 0123 0210 0131 0219 0208 0128 0216 0205 "
    "0125 0212 0201 0122 0210 0129 0217 0206 0126 0213 0203 0123 0211 0131 0219 0208 0128 0215 0204 0124 "
    "0212 0201 0122 0210 0130 0217 0206 0126 0214 0202 0123"
).split()
LUNAR_NAMES = ("lunar new year", "chinese new year", "spring festival", "tet", "seollal")
SPANS = {  # holidays of several days: first and last
    "holidays": ((12, 24), (12, 31)), "holiday season": ((12, 1), (12, 31)),
    "festive season": ((12, 1), (12, 31)), "festive period": ((12, 1), (12, 31)),
    "christmas holidays": ((12, 24), (12, 31)), "christmas period": ((12, 24), (12, 31)),
    "christmas season": ((12, 1), (12, 31)), "christmas week": ((12, 24), (12, 31)),
}  # fmt: skip


def easter_of(year: int) -> dt.date:
    """Easter Sunday of the western churches."""
    from dateutil.easter import easter  # noqa: PLC0415 - paid for by the few phrases that need it

    found: dt.date = easter(year)
    return found


def orthodox_easter_of(year: int) -> dt.date:
    """Easter Sunday of the eastern churches, in today's calendar."""
    from dateutil.easter import EASTER_ORTHODOX, easter  # noqa: PLC0415 - as above

    found: dt.date = easter(year, EASTER_ORTHODOX)
    return found


def holiday(name: str, year: int) -> Period | None:
    """The day or days of a holiday in a year; None where its table ends."""
    if name in FIXED:
        return one_day(dt.date(year, *FIXED[name]))
    if name in SPANS:
        first, last = SPANS[name]
        return Period(dt.date(year, *first), dt.date(year, *last), "week", f"{name} {year}")
    if name in WEEKDAY_OF_MONTH:
        return one_day(_weekday_of_month(year, *WEEKDAY_OF_MONTH[name]))
    if name in NEAR_EASTER:
        return one_day(easter_of(year) + NEAR_EASTER[name] * ONE_DAY)
    if name == "orthodox easter":
        return one_day(orthodox_easter_of(year))
    if not 0 <= year - LUNAR_FIRST < len(LUNAR):
        return None
    digits = LUNAR[year - LUNAR_FIRST]
    return one_day(dt.date(year, int(digits[:2]), int(digits[2:])))


def _weekday_of_month(year: int, month: int, place: int, weekday: int, after: int) -> dt.date:
    if place < 0:
        last = dt.date(year, month + 1, 1) - ONE_DAY
        return weekday_on(last - 6 * ONE_DAY, weekday) + after * ONE_DAY
    return weekday_on(dt.date(year, month, 1), weekday) + (7 * (place - 1) + after) * ONE_DAY


NAMES: dict[tuple[str, ...], str] = {
    tuple(name.split()): name
    for table in (FIXED, WEEKDAY_OF_MONTH, NEAR_EASTER, SPANS, LUNAR_NAMES, ("orthodox easter",))
    for name in table
}


@GRAMMAR.terminal("HOLIDAY", {name[0] for name in NAMES} | {"#ord"})
def holiday_name(state: State, i: int) -> list[tuple[int, Any]]:
    """The longest name of a holiday that stands here."""
    words = tuple(t.text for t in state.tokens[i : i + 5])
    for n in range(len(words), 0, -1):
        if words[:n] in NAMES:
            return [(i + n, NAMES[words[:n]])]
    return []


@GRAMMAR.rule(
    "HOLIDAYLIKE", "holiday and year", "C6",
    "[the] HOLIDAY:name [[,] [of|in] YEARLIKE:year|of YEARLIKE:year]", example="before Lunar New Year",
)  # fmt: skip
def holiday_of_year(c: Captures, at: Context) -> Period | None:
    if "year" in c:
        return freed(holiday(c["name"], c["year"].start.year))
    return chosen(lambda y: holiday(c["name"], y), "", at)


@GRAMMAR.rule(
    "HOLIDAYLIKE", "next Easter", "C6", "WHICH:which HOLIDAY:name", example="by next Easter"
)
def holiday_chosen(c: Captures, at: Context) -> Period | None:
    return chosen(lambda y: holiday(c["name"], y), c["which"], at)
