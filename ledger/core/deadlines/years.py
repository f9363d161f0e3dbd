"""Months, quarters, halves, years, decades and centuries, named or counted from the anchor."""

from dataclasses import replace

from ledger.core.deadlines import units
from ledger.core.deadlines.durations import coarseness
from ledger.core.deadlines.grammar import GRAMMAR, Captures, Context, Found, State
from ledger.core.deadlines.rolling import STEPS, chosen, freed, nearest
from ledger.core.deadlines.units import Period, shift, unit_at
from ledger.core.deadlines.words import MONTHS

GRAMMAR.words("THIS", "this|the current|the present|this current|the same")
GRAMMAR.words("NEXT", "next|the following|the ensuing")
GRAMMAR.words("NEAR", "THIS|NEXT|last|the last|the past|the previous")
CURRENCIES = frozenset("$ € £ ¥".split())
FIGURES = frozenset(("#num", "#clock"))


def near(which: str, unit: str, at: Context) -> Period:
    """This, the next or the last unit of the calendar, by the last word of `which`."""
    return unit_at(unit, at.anchor, STEPS.get(which.rsplit(maxsplit=1)[-1], 0)).freed()


@GRAMMAR.rule(
    "YEARLIKE", "year", "C4",
    "[the year|calendar|calendar year|the calendar year|year] YEAR:year|' YEARTAIL:short",
    example="by 2030",
)  # fmt: skip
def _year(c: Captures, at: Context) -> Period | None:
    if "year" in c:
        return units.year(c["year"])
    return units.year(at.anchor.year // 100 * 100 + c["short"]) if c["short"] < 100 else None


@GRAMMAR.rule("YEARLIKE", "this or next year", "C4, C17", "NEAR:which [calendar] year",
              example="next year")  # fmt: skip
def _near_year(c: Captures, at: Context) -> Period | None:
    return near(c["which"], "year", at)


@GRAMMAR.rule("MONTHLIKE", "this or next month", "C4", "NEAR:which [calendar] month",
              example="next month")  # fmt: skip
def _near_month(c: Captures, at: Context) -> Period | None:
    return near(c["which"], "month", at)


@GRAMMAR.rule("WEEKLIKE", "this or next week", "C10", "NEAR:which week", example="next week")
def _near_week(c: Captures, at: Context) -> Period | None:
    return near(c["which"], "week", at)


@GRAMMAR.rule(
    "SIMPLE", "this or next quarter, decade, weekend", "C10, C11, C12",
    "(NEAR|this coming|the coming|the upcoming):which [calendar] "
    "(quarter|half|decade|century|weekend):unit",
    example="next quarter",
)  # fmt: skip
def _near_unit(c: Captures, at: Context) -> Period | None:
    if c["which"].endswith("coming") and c["unit"] != "weekend":
        return None
    return near(c["which"], c["unit"], at)


@GRAMMAR.rule("YEARLIKE", "the year after next", "C4", "the year after (next|that)",
              example="the year after next")  # fmt: skip
def _year_after_next(_c: Captures, at: Context) -> Period | None:
    return unit_at("year", at.anchor, 2).freed()


@GRAMMAR.rule(
    "SIMPLE", "the month after next", "C4, C10",
    "the (week|month|quarter|decade|weekend):unit after (next|that)",
    example="the week after next",
)  # fmt: skip
def _after_next(c: Captures, at: Context) -> Period | None:
    return unit_at(c["unit"], at.anchor, 2).freed()


@GRAMMAR.rule("SIMPLE", "this time next year", "C2",
              "(this|same|the same|that) (time|point|stage) (next UNIT:unit|tomorrow)",
              example="by this time next year")  # fmt: skip
def _this_time(c: Captures, at: Context) -> Period | None:
    unit = c.get("unit", "day")
    day = shift(at.anchor, 1, unit)
    return Period(day, day, coarseness(unit), day.isoformat(), edge=True, rolling=True, free=True)


@GRAMMAR.terminal("UNITHERE", "week month quarter year decade century weekend".split())
def _unit_here(state: State, i: int) -> Found:
    """The unit that the anchor is in, unless the words go on to say which one it is."""
    further = "of to after since before when that which following ended ending from through we"
    more = state.word(i + 1) in further.split() and not _measured(state, i + 1)
    numbered = state.word(i) == "year" and state.key(i + 1) == "#num"  # "by the year 3000"
    other = state.word(i) not in units.MAKERS or more or numbered
    return [] if other else [(i + 1, state.word(i))]


def _measured(state: State, i: int) -> bool:
    """Whether "from" or "to" leads to a figure: "by the end of the year to 6 per cent"."""
    j = i + 1 + (state.word(i + 1) in CURRENCIES)
    day = any(word in MONTHS for word in (state.word(j + 1), state.word(j + 2)))
    return state.word(i) in ("from", "to") and state.key(j) in FIGURES and not day


@GRAMMAR.rule("SIMPLE", "the unit we are in", "C1, C17", "the [calendar] UNITHERE:unit",
              example="within the year")  # fmt: skip
def _here(c: Captures, at: Context) -> Period | None:
    found = unit_at(c["unit"], at.anchor)
    begun = found.start <= at.anchor or not at.past
    if not begun:
        return unit_at(c["unit"], at.anchor, -1)
    return replace(found, later=unit_at(c["unit"], at.anchor, 1))


@GRAMMAR.rule(
    "SIMPLE",
    "the working week",
    "C10",
    "(the|this) (working|work|trading|business|school) week",
    example="by the end of the working week",
)
def _working_week(_c: Captures, at: Context) -> Period | None:
    span = units.week(at.anchor)
    return replace(span, end=max(span.end - 2 * units.ONE_DAY, at.anchor), free=True)


@GRAMMAR.rule(
    "SIMPLE", "the coming year", "C2, C11",
    "(the|this) (coming|upcoming) (week|fortnight|month|year|decade|century|generation):unit",
    example="in the course of the coming year",
)  # fmt: skip
def _coming(c: Captures, at: Context) -> Period | None:
    unit, low, high = c["unit"], None, None
    if unit == "generation":
        low, high = shift(at.anchor, 20, "year"), shift(at.anchor, 33, "year")
    name = f"the {unit} after {at.anchor.isoformat()}"
    end = shift(at.anchor, 1, unit)
    size = coarseness(unit)
    return Period(at.anchor, end, size, name, rolling=True, free=True, low=low, high=high)


@GRAMMAR.rule("MONTHLIKE", "month and year", "C4", "MONTH:month [,] [of|in] YEARLIKE:year",
              example="by Sept. 2024")  # fmt: skip
def _month_and_year(c: Captures, _at: Context) -> Period | None:
    return units.month(c["year"].start.year, c["month"]).freed()


@GRAMMAR.rule("MONTHLIKE", "year and month", "C4", "YEARLIKE:year 's MONTH:month",
              example="in next year's March")  # fmt: skip
def _year_and_month(c: Captures, at: Context) -> Period | None:
    return _month_and_year(c, at)


@GRAMMAR.rule("MONTHLIKE", "next March", "C6", "WHICH:which MONTH:month", example="by next March")
def _which_month(c: Captures, at: Context) -> Period | None:
    return chosen(lambda y: units.month(y, c["month"]), c["which"], at)


@GRAMMAR.rule("MONTHLIKE", "month", "C6", "[the month of] MONTH:month", example="by March")
def _month(c: Captures, at: Context) -> Period | None:
    return nearest(lambda y: units.month(y, c["month"]), at)


GRAMMAR.words("QUARTERNAME", "Q:place|[the] [calendar] ORD:place quarter")
GRAMMAR.words("HALFNAME", "H:place|[the] (first|front|SECONDHALF):which half")
GRAMMAR.words("SECONDHALF", "second|latter|back|last|final|later")


@GRAMMAR.terminal("Q", [f"q{n}" for n in range(1, 5)] + [f"{n}q" for n in range(1, 5)])
def _q(state: State, i: int) -> Found:
    """Q3 or 3Q."""
    return [(i + 1, int(state.word(i).strip("q")))]


@GRAMMAR.terminal("H", ["h1", "h2", "1h", "2h"])
def _h(state: State, i: int) -> Found:
    """H2 or 2H."""
    return [(i + 1, int(state.word(i).strip("h")))]


@GRAMMAR.terminal("SHORT", [f"{n}{x}{y:02}" for n in range(1, 5) for x in "qh" for y in range(100)])
def _short(state: State, i: int) -> Found:
    """3Q25 or 1H25: a part of a year in one word."""
    place, kind, year = state.word(i)[0], state.word(i)[1], state.word(i)[2:]
    number = state.at.anchor.year // 100 * 100 + int(year)
    return [(i + 1, (kind, number, int(place)))] if kind == "q" or int(place) < 3 else []


@GRAMMAR.rule(
    "SIMPLE", "quarter", "C12",
    "QUARTERNAME [,] [of|in] YEARLIKE:year|YEARLIKE:year ['s] [,|-] QUARTERNAME|QUARTERNAME",
    example="in the third quarter",
)  # fmt: skip
def _quarter(c: Captures, at: Context) -> Period | None:
    place = 4 if c["place"] == -1 else c["place"]
    if not 1 <= place <= 4:
        return None
    if "year" in c:
        return units.quarter(c["year"].start.year, place).freed()
    return freed(nearest(lambda y: units.quarter(y, place), at))


@GRAMMAR.rule(
    "SIMPLE", "half-year", "C12",
    "HALFNAME [,] [of|in] YEARLIKE:year|YEARLIKE:year [,] H:place|HALFNAME",
    example="in the second half of this year",
)  # fmt: skip
def _half(c: Captures, at: Context) -> Period | None:
    place = c.get("place") or (1 if c["which"] in ("first", "front") else 2)
    if "year" in c:
        return units.half(c["year"].start.year, place).freed()
    return nearest(lambda y: units.half(y, place), at)


@GRAMMAR.rule("SIMPLE", "quarter in one word", "C12", "SHORT:part", example="in 2Q24")
def _one_word(c: Captures, _at: Context) -> Period | None:
    kind, year, place = c["part"]
    return (units.quarter if kind == "q" else units.half)(year, place).freed()


@GRAMMAR.rule("SIMPLE", "decade", "C11", "[the] DECADE:first", example="in the 2030s")
def _decade(c: Captures, _at: Context) -> Period | None:
    return units.decade(c["first"])


@GRAMMAR.rule("SIMPLE", "century", "C11", "the ORD:place century", example="in the 22nd century")
def _century(c: Captures, _at: Context) -> Period | None:
    return units.century(c["place"]) if c["place"] > 0 else None


@GRAMMAR.rule(
    "SIMPLE", "the week of a day", "C10",
    "[the] (week|weekend):unit (of|beginning|starting|commencing|ending|on) [on] DAY:day",
    example="the week of 12 July",
)  # fmt: skip
def _week_of(c: Captures, _at: Context) -> Period | None:
    day: Period = c["day"]
    return unit_at(c["unit"], day.start).freed() if day.precision == "day" else None


@GRAMMAR.rule("SIMPLE", "years joined", "C3", "[the] YEAR:first (-|/) YEARTAIL:last [season]",
              example="in 2026/27")  # fmt: skip
def _years_joined(c: Captures, _at: Context) -> Period | None:
    last = c["last"] if c["last"] > 99 else c["first"] // 100 * 100 + c["last"]
    return units.years(c["first"], last)


@GRAMMAR.rule(
    "SIMPLE", "the year to a month", "C2",
    "the (UNIT|AMOUNT) (to|ending|ended|through|that ends) [in|on] [the end of] SINGLE:period",
    example="in the year to March",
)  # fmt: skip
def _year_to(c: Captures, _at: Context) -> Period | None:
    period: Period = c["period"]
    return period.closing() if period.precision == "day" else period.freed()
