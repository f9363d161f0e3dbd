"""What day a holiday falls on: fixed days, weekdays of a month, Easter, the lunar year."""

import datetime as dt

from ledger.core.deadlines.rolling import weekday_on
from ledger.core.deadlines.units import ONE_DAY, Period, months, one_day

FIXED = {
    "christmas": (12, 25), "christmas day": (12, 25), "xmas": (12, 25), "christmas eve": (12, 24),
    "christmastime": (12, 25), "boxing day": (12, 26),
    "new year 's eve": (12, 31), "new years eve": (12, 31), "hogmanay": (12, 31),
    "new year": (1, 1), "new year 's": (1, 1), "new year 's day": (1, 1), "new years": (1, 1),
    "new years day": (1, 1), "new year day": (1, 1), "epiphany": (1, 6),
    "orthodox christmas": (1, 7), "australia day": (1, 26), "republic day": (1, 26),
    "groundhog day": (2, 2), "candlemas": (2, 2), "valentine 's day": (2, 14),
    "valentines day": (2, 14), "st patricks day": (3, 17), "april fool 's day": (4, 1),
    "april fools ' day": (4, 1), "april fools day": (4, 1), "earth day": (4, 22),
    "anzac day": (4, 25), "may day": (5, 1), "international workers ' day": (5, 1),
    "cinco de mayo": (5, 5), "ve day": (5, 8), "victory day": (5, 9), "juneteenth": (6, 19),
    "midsummer 's day": (6, 24), "canada day": (7, 1), "independence day": (7, 4),
    "fourth of july": (7, 4), "july fourth": (7, 4), "4th of july": (7, 4),
    "bastille day": (7, 14), "halloween": (10, 31), "hallowe ' en": (10, 31),
    "all saints ' day": (11, 1), "all saints day": (11, 1), "all souls ' day": (11, 2),
    "guy fawkes night": (11, 5), "bonfire night": (11, 5), "armistice day": (11, 11),
    "remembrance day": (11, 11), "veterans day": (11, 11), "veterans ' day": (11, 11),
}  # fmt: skip
# Days of saints, month and day; "St X's Day", "Saint X Day" and "the feast of St X" are one.
SAINTS = {
    "hilary": (1, 13), "agnes": (1, 21), "brigid": (2, 1), "valentine": (2, 14), "david": (3, 1),
    "piran": (3, 5), "patrick": (3, 17), "joseph": (3, 19), "george": (4, 23), "mark": (4, 25),
    "columba": (6, 9), "john": (6, 24), "peter": (6, 29), "swithin": (7, 15), "swithun": (7, 15),
    "james": (7, 25), "olaf": (7, 29), "bartholomew": (8, 24), "matthew": (9, 21),
    "wenceslas": (9, 28), "michael": (9, 29), "francis": (10, 4), "luke": (10, 18),
    "crispin": (10, 25), "jude": (10, 28), "martin": (11, 11), "cecilia": (11, 22),
    "catherine": (11, 25), "andrew": (11, 30), "barbara": (12, 4), "nicholas": (12, 6),
    "lucy": (12, 13), "lucia": (12, 13), "stephen": (12, 26), "sylvester": (12, 31),
}  # fmt: skip
FIXED |= {f"st {name} day": day for name, day in SAINTS.items()} | {
    f"feast of st {name}": day for name, day in SAINTS.items()
} | {"michaelmas": (9, 29), "martinmas": (11, 11), "lammas": (8, 1), "lady day": (3, 25),
     "twelfth night": (1, 5), "burns night": (1, 25), "walpurgis night": (4, 30)}  # fmt: skip
# Month, place in the month (-1 is the last), weekday, and days after it.
WEEKDAY_OF_MONTH = {
    "martin luther king day": (1, 3, 0, 0), "mlk day": (1, 3, 0, 0),
    "presidents ' day": (2, 3, 0, 0), "presidents day": (2, 3, 0, 0),
    "memorial day": (5, -1, 0, 0), "father 's day": (6, 3, 6, 0), "labor day": (9, 1, 0, 0),
    "labour day": (9, 1, 0, 0), "columbus day": (10, 2, 0, 0),
    "indigenous peoples ' day": (10, 2, 0, 0), "canadian thanksgiving": (10, 2, 0, 0),
    "thanksgiving": (11, 4, 3, 0), "thanksgiving day": (11, 4, 3, 0),
    "black friday": (11, 4, 3, 1), "cyber monday": (11, 4, 3, 4),
}  # fmt: skip
NEAR_EASTER = {
    "easter": 0, "easter sunday": 0, "easter day": 0, "easter weekend": 1, "easter monday": 1,
    "good friday": -2, "holy thursday": -3, "maundy thursday": -3, "palm sunday": -7,
    "ash wednesday": -46, "shrove tuesday": -47, "mardi gras": -47, "lent": -46,
    "ascension day": 39, "pentecost": 49, "whitsun": 49, "whit monday": 50, "corpus christi": 60,
}  # fmt: skip
SPANS = {  # holidays of several days: month and day of the first and the last
    "holidays": ((12, 24), (12, 31)), "holiday season": ((12, 1), (12, 31)),
    "festive season": ((12, 1), (12, 31)), "festive period": ((12, 24), (12, 31)),
    "christmas holidays": ((12, 24), (12, 31)), "christmas period": ((12, 24), (12, 31)),
    "christmas season": ((12, 1), (12, 31)), "christmas week": ((12, 24), (12, 31)),
    "christmas break": ((12, 24), (12, 31)),
}  # fmt: skip
# The first day of the Chinese year in 2000-2050, month and day; other years stay unread.
LUNAR_FROM = 2000
LUNAR = (
    "0205 0124 0212 0201 0122 0209 0129 0218 0207 0126 0214 0203 0123 0210 0131 0219 0208 0128 "
    "0216 0205 0125 0212 0201 0122 0210 0129 0217 0206 0126 0213 0203 0123 0211 0131 0219 0208 "
    "0128 0215 0204 0124 0212 0201 0122 0210 0130 0217 0206 0126 0214 0202 0123"
).split()
LUNAR_NAMES = ("lunar new year", "chinese new year", "spring festival", "tet", "seollal")
ORTHODOX_EASTER = ("orthodox easter", "greek easter")
TABLES = (FIXED, WEEKDAY_OF_MONTH, NEAR_EASTER, SPANS, LUNAR_NAMES, ORTHODOX_EASTER)
NAMES = {tuple(name.split()): name for table in TABLES for name in table}
UNWRITTEN = frozenset(("'", "'s", "."))  # marks that names have or have not
PLAIN = {tuple(w for w in words if w not in UNWRITTEN): name for words, name in NAMES.items()}


def easter_of(year: int, *, orthodox: bool = False) -> dt.date:
    """Easter Sunday, of the western or (in today's calendar) the eastern churches."""
    from dateutil import easter  # noqa: PLC0415 - paid for by the few phrases that need it

    if orthodox:
        return easter.easter(year, easter.EASTER_ORTHODOX)
    return easter.easter(year)


def holiday(name: str, year: int) -> Period | None:
    """The day or days of a holiday in a year; None where its table ends."""
    if name in SPANS:
        first, last = SPANS[name]
        return Period(dt.date(year, *first), dt.date(year, *last), "week", f"{name} {year}")
    day = _day(name, year)
    return one_day(day) if day is not None else None


def _day(name: str, year: int) -> dt.date | None:
    if name in FIXED:
        return dt.date(year, *FIXED[name])
    if name in WEEKDAY_OF_MONTH:
        return _weekday_of_month(year, *WEEKDAY_OF_MONTH[name])
    if name in NEAR_EASTER:
        return easter_of(year) + NEAR_EASTER[name] * ONE_DAY
    if name in ORTHODOX_EASTER:
        return easter_of(year, orthodox=True)
    if not 0 <= year - LUNAR_FROM < len(LUNAR):
        return None
    digits = LUNAR[year - LUNAR_FROM]
    return dt.date(year, int(digits[:2]), int(digits[2:]))


def _weekday_of_month(year: int, month: int, place: int, weekday: int, after: int) -> dt.date:
    span = months(year, month, 1, "month", "")
    first = span.end - 6 * ONE_DAY if place < 0 else span.start + 7 * (place - 1) * ONE_DAY
    return weekday_on(first, weekday) + after * ONE_DAY
