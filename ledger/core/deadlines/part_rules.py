"""Parts of periods in words: mid-2018, the end of the month, the first week of May (C8-C11)."""

from collections.abc import Callable
from dataclasses import replace

from ledger.core.deadlines import units
from ledger.core.deadlines.durations import Amount
from ledger.core.deadlines.grammar import GRAMMAR, Captures, Context
from ledger.core.deadlines.parts import first_half, part, second_half
from ledger.core.deadlines.rolling import nearest
from ledger.core.deadlines.seasons import season_of
from ledger.core.deadlines.units import ONE_DAY, Period, shift, unit_at

GRAMMAR.words("EARLY", "[very|fairly|relatively] early [on]")
GRAMMAR.words("MID", "mid|middle|[about|roughly] (midway|halfway) [through]")
GRAMMAR.words("LATE", "[very|fairly|relatively] (late|latter)")
GRAMMAR.words("STARTNOUN", "[very] (beginning|start|opening|dawn|outset|onset)")
GRAMMAR.words("ENDNOUN", "[very|tail|back] end|ENDWORD")
GRAMMAR.words("ENDWORD", "close|ending|conclusion")
GRAMMAR.words("LASTING", "last|final|closing|dying|waning|late|latter|later|remaining")
GRAMMAR.words("FIRSTS", "early|first|opening|initial")
GRAMMAR.words("UNITNAME", "week|month|quarter|year|decade|century")


@GRAMMAR.rule(
    "PART",
    "early, mid, late",
    "C8, C9, C10, C11",
    "[the] [(EARLY|MID|LATE) (or|to|and|-|/)] (EARLY:early|MID:mid|LATE:late) [-] [part of|in|on "
    "in|of] "
    "[the] (WHOLE:period|NEWYEAR:period)",
    example="by mid-2024",
)
def _early_mid_late(c: Captures, at: Context) -> Period | None:
    if c["period"].precision == "day":
        return None
    which = next(w for w in ("early", "mid", "late") if w in c)
    return _onward(c["period"], at, lambda whole: part(whole, which))


def _onward(whole: Period, at: Context, make: Callable[[Period], Period | None]) -> Period | None:
    """A part of a period; when it is over already, that of the next such period (C6)."""
    found = make(whole)
    over = found is not None and found.end < at.anchor and not at.past
    return make(whole.later) if over and whole.later else found


@GRAMMAR.rule(
    "PART", "mid-year, mid-decade, mid-century", "C9, C10, C11",
    "[the] (mid [-] UNITNAME:unit|(midweek|midmonth|midyear|midcentury):word)",
    example="by mid-century",
)  # fmt: skip
def _mid_unit(c: Captures, at: Context) -> Period | None:
    unit = c.get("unit") or c["word"].removeprefix("mid")
    whole = replace(unit_at(unit, at.anchor), later=unit_at(unit, at.anchor, 1))
    return _onward(whole, at, lambda whole: part(whole, "mid"))


@GRAMMAR.rule("PART", "midsummer", "C7", "(midsummer|midwinter):word [of] [YEARLIKE:year]",
              example="by midsummer")  # fmt: skip
def _midsummer(c: Captures, at: Context) -> Period | None:
    name = c["word"].removeprefix("mid")
    if "year" in c:
        return part(season_of(c["year"].start.year, name, at), "mid")
    return nearest(lambda y: part(season_of(y, name, at), "mid"), at)


@GRAMMAR.rule(
    "PART", "the end", "C1, C5",
    "[the] [very|tail|back] end [-] [of] [the] WHOLE:period|[the] ENDWORD of [the] WHOLE:period"
    "|WHOLE:period ['s] (end|close)",
    example="by the end of 2024",
)  # fmt: skip
def _end(c: Captures, _at: Context) -> Period | None:
    period: Period = c["period"]
    return period.closing()


@GRAMMAR.rule(
    "PART", "year-end", "C1, C5",
    "(end [-] [of] [-]|close of) UNITNAME:unit|(day|UNITNAME):unit ['s] end [-] [YEARLIKE:year]"
    "|[the] ENDNOUN of the [working|business|trading] day:day|eoy:eoy",
    example="by year-end",
)  # fmt: skip
def _unit_end(c: Captures, at: Context) -> Period | None:
    period: Period = c.get("year") or unit_at(
        c.get("unit", "day" if "day" in c else "year"), at.anchor
    )
    return period.closing()


@GRAMMAR.rule(
    "PART",
    "the start, the middle",
    "C8, C9, C10",
    "[the] (STARTNOUN:start|(middle|midpoint|mid point|midway point|halfway point|halfway "
    "mark):mid) "
    "of [the] (NEWYEAR:period|WHOLE:period)|WHOLE:period ['s] (start|beginning):start",
    example="by the start of next year",
)
def _start(c: Captures, at: Context) -> Period | None:
    period: Period = c["period"]
    if period.precision == "day":
        return period
    which = "start" if "start" in c else "mid"
    return _onward(period, at, lambda whole: part(whole, which))


@GRAMMAR.rule(
    "PART", "the first or last months", "C8, C9",
    "[the] (FIRSTS:first|LASTING:last|middle:mid) [couple of|few|several] "
    "(days|weeks|months|years|part|stages|stage|portion|third|hours|stretch):what "
    "(of|in) [the] WHOLE:period",
    example="in the first months of 2024",
)  # fmt: skip
def _first_months(c: Captures, at: Context) -> Period | None:
    return _onward(c["period"], at, lambda whole: _first_or_last(c, whole))


def _first_or_last(c: Captures, period: Period) -> Period:
    if "last" in c:
        finer = {"days": "day", "weeks": "month", "months": "quarter"}
        late = part(period, "late")
        return replace(late, end=period.end, precision=finer.get(c["what"], late.precision))
    if "mid" in c:
        return part(period, "mid")
    if c["what"] in ("days", "hours"):
        return replace(part(period, "start"), end=min(period.start + 9 * ONE_DAY, period.end))
    if c["what"] == "weeks":
        return first_half(period) if period.precision == "month" else part(period, "start")
    return part(period, "early")


@GRAMMAR.rule(
    "PART", "the first half", "C8, C12",
    "[the] (first|front|SECONDHALF):which half of [the] WHOLE:period",
    example="in the first half of May",
)  # fmt: skip
def _half_of(c: Captures, at: Context) -> Period | None:
    half = first_half if c["which"] in ("first", "front") else second_half
    return _onward(c["period"], at, half)


@GRAMMAR.rule(
    "PART", "the Nth week or month", "C8",
    "[the] ORD:place [full] (day|week|fortnight|month|quarter|year|decade|weekend):unit (of|in) "
    "[the] WHOLE:period",
    example="in the first week of May",
)  # fmt: skip
def _nth_unit(c: Captures, at: Context) -> Period | None:
    return _onward(c["period"], at, lambda whole: _nth(c["place"], c["unit"], whole))


def _nth(place: int, unit: str, period: Period) -> Period | None:
    if unit == "weekend":
        return _nth_weekend(period, place)
    if place < 0:
        start = max(shift(period.end + ONE_DAY, -1, unit), period.start)
        return Period(start, period.end, unit, f"the last {unit} of {period.name}", free=True)
    start = shift(period.start, place - 1, unit)
    end = min(shift(period.start, place, unit) - ONE_DAY, period.end)
    name = f"{unit} {place} of {period.name}"
    return Period(start, end, unit, name, free=True) if start <= period.end else None


def _nth_weekend(period: Period, place: int) -> Period | None:
    first_saturday = period.start + (5 - period.start.weekday()) % 7 * ONE_DAY
    last_saturday = period.end - (period.end.weekday() - 5) % 7 * ONE_DAY
    day = last_saturday if place < 0 else first_saturday + 7 * (place - 1) * ONE_DAY
    return units.weekend(day).freed() if day <= period.end else None


@GRAMMAR.rule(
    "PART", "the first or last N months", "C8",
    "[the] (FIRSTS:first|LASTING:last) AMOUNT:amount (of|in) [the] WHOLE:period",
    example="in the final three months of the year",
)  # fmt: skip
def _first_n(c: Captures, at: Context) -> Period | None:
    return _onward(c["period"], at, lambda whole: _n_units_of(c, whole))


def _n_units_of(c: Captures, period: Period) -> Period:
    amount: Amount = c["amount"]
    n, unit = amount.high, amount.finest
    precision = "quarter" if (n, unit) == (3, "month") else {"fortnight": "week"}.get(unit, unit)
    if "last" in c:
        start = max(amount.before(period.end + ONE_DAY, most=True), period.start)
        return Period(start, period.end, precision, f"the end of {period.name}", free=True)
    end = min(amount.after(period.start) - ONE_DAY, period.end)
    return Period(period.start, end, precision, f"the start of {period.name}", free=True)


GRAMMAR.words(
    "REST",
    "rest|remainder|balance|duration|remaining (days|weeks|months|years)|entirety|whole|"
    "[entire] length",
)


@GRAMMAR.rule(
    "PART", "the rest", "C15",
    "([the] REST of|the remaining|all of|all|all through) [the] WHOLE:period"
    "|(all|the (entire|whole|full)) UNITNAME:unit",
    example="for the rest of the year",
)  # fmt: skip
def _rest(c: Captures, at: Context) -> Period | None:
    period: Period = c["period"] if "period" in c else unit_at(c["unit"], at.anchor)
    return replace(period, start=max(min(at.anchor, period.end), period.start), free=True)


GRAMMAR.words(
    "SOMETIME",
    "sometime|some time|[at] some (point|stage)|at some time|[at] any (time|point)|anytime|"
    "at one point",
)


@GRAMMAR.rule(
    "PART", "later this year", "C10",
    "(SOMETIME|later) [on] [in|during|over|within] WHOLE:period", example="later this week",
)  # fmt: skip
def _later_in(c: Captures, _at: Context) -> Period | None:
    period: Period = c["period"]
    return period.freed()


@GRAMMAR.rule(
    "PART",
    "the turn of the year",
    "C11",
    "[the] turn of the (month|year|decade|century):unit",
    example="by the turn of the decade",
)
def _turn(c: Captures, at: Context) -> Period | None:
    return unit_at(c["unit"], at.anchor).closing()


@GRAMMAR.rule("PART", "the height of a season", "C7",
              "[the] (height|peak|depths|dead|heart) of [the] SEASONLIKE:period",
              example="by the height of summer")  # fmt: skip
def _height(c: Captures, at: Context) -> Period | None:
    return _onward(c["period"], at, lambda whole: part(whole, "mid"))
