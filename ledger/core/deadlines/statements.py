"""Days of saying: "last month", "just days ago", "around the new year", read as windows (C16)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ledger.core.deadlines import periods  # noqa: F401 - its rules are what these ones are made of
from ledger.core.deadlines.amounts import Amount
from ledger.core.deadlines.calendar_units import ONE_DAY, Period, shift
from ledger.core.deadlines.grammar import GRAMMAR, Context, State
from ledger.core.deadlines.parts import EARLY, LATE, MID, part
from ledger.core.deadlines.reading import Calendar, Window
from ledger.core.deadlines.tokens import tokenize

Captures = Mapping[str, Any]
BLANK = Calendar()

GRAMMAR.words(
    "SAID",
    "on|in|at|during|over|dated|published|by|from|of|since|for|within|throughout|said|posted|issued|released|written|recorded|as of|as early as|as recently as|only|just|sometime in|some time in|back in|back on|way back in|on or about",
)
GRAMMAR.words(
    "AROUND",
    "around|about|round|circa|on or around|on or about|at around|some time around|sometime around|near|shortly before or after",
)

# How far on either side of the day "three weeks ago" may lie; days and fortnights are meant exactly.
SLACK = {
    "week": 3,
    "month": 7,
    "quarter": 14,
    "year": 14,
    "half": 14,
    "decade": 366,
    "generation": 1800,
    "century": 3660,
}
# Days before the article that "days ago" spans: from so many days to so many.
AGO = {"second": (0, 0), "minute": (0, 0), "hour": (1, 0), "day": (7, 1), "week": (42, 8), "month": (183, 31),
       "year": (1826, 366), "decade": (10957, 3653)}  # fmt: skip


@GRAMMAR.rule("SAYING", "said in a period", "C16", "[SAID] PERIOD:p", example="in March 2016")
def said_in(c: Captures, at: Context) -> Window | None:
    p: Period = c["p"]
    return Window(p.start, p.end)


@GRAMMAR.rule(
    "SAYING",
    "said around a period",
    "C16",
    "AROUND [the time of] PERIOD:p",
    example="around the new year",
)
def said_around(c: Captures, at: Context) -> Window | None:
    p: Period = c["p"]
    slack = 7 * ONE_DAY if p.precision == "day" else (p.end - p.start + ONE_DAY) / 4
    return Window(p.start - slack, p.end + slack)


@GRAMMAR.rule(
    "SAYING",
    "said over a holiday",
    "C16",
    "(over|during|around) [the] HOLIDAYLIKE:p [break|period|weekend|holiday|holidays]",
    example="over Christmas",
)
def over_holiday(c: Captures, at: Context) -> Window | None:
    p: Period = c["p"]
    return Window(p.start - ONE_DAY, p.end + 7 * ONE_DAY)


@GRAMMAR.rule(
    "SAYING",
    "said before or after",
    "C16",
    "[shortly|just|soon|right|a few days|days|immediately] (before|ahead of|after|following):which PERIOD:p",
    example="shortly before Christmas",
)
def said_beside(c: Captures, at: Context) -> Window | None:
    p: Period = c["p"]
    if c["which"] in ("before", "ahead of"):
        return Window(p.start - 14 * ONE_DAY, p.start - ONE_DAY)
    return Window(p.end + ONE_DAY, p.end + 14 * ONE_DAY)


@GRAMMAR.rule(
    "SAYING", "earlier this week", "C16",
    "(earlier|previously|already) (this|in the|in this|on) (UNIT:unit|MONTH:month|SEASON:season)|earlier in PERIOD:p", example="earlier this week",
)  # fmt: skip
def earlier_this(c: Captures, at: Context) -> Window | None:
    if "p" in c:
        return Window(c["p"].start, c["p"].end)
    from ledger.core.deadlines import seasons, years  # noqa: PLC0415

    if "month" in c:
        p = years.month_alone(c, at)
    elif "season" in c:
        p = seasons.season_alone(c, at)
    else:
        p = years.unit_here(c, at)
    return Window(p.start, at.anchor) if p else None


@GRAMMAR.rule(
    "SAYING",
    "earlier today",
    "C16",
    "(earlier|later|late|early) (today|tonight)|just now|moments ago|minutes ago|now",
    example="earlier today",
)
def earlier_today(c: Captures, at: Context) -> Window | None:
    return Window(at.anchor, at.anchor)


@GRAMMAR.rule(
    "SAYING",
    "so long ago",
    "C16",
    "[in|on|from|only|just|barely|some|nearly|almost|more than|over] [the] AMOUNT:amount (ago|earlier|back|before|previously|prior)",
    example="three weeks ago",
)
def ago(c: Captures, at: Context) -> Window | None:
    amount: Amount = c["amount"]
    if amount.bare or amount.vague in ("few", "several", "handful"):
        return _vaguely_ago(amount, at)
    day = shift(at.anchor, -amount.high, amount.unit)
    if amount.unit == "week" and amount.high <= 2:
        return Window(day, day)
    slack = SLACK.get(amount.unit, 0) * ONE_DAY
    early = shift(at.anchor, -amount.high, amount.unit) - slack
    late = shift(at.anchor, -amount.low, amount.unit) + slack
    return Window(early, late)


def _vaguely_ago(amount: Amount, at: Context) -> Window | None:
    if amount.unit not in AGO:
        return None
    far, near = AGO[amount.unit]
    return Window(at.anchor - far * ONE_DAY, at.anchor - near * ONE_DAY)


@GRAMMAR.rule(
    "SAYING", "in the last days", "C16",
    "[in|over|during|within] (the|these) (last|past|previous|recent) (AMOUNT:amount|UNIT:unit|UNITS:units)|in recent UNITS:units", example="in the past week",
)  # fmt: skip
def in_the_last(c: Captures, at: Context) -> Window | None:
    amount = c.get("amount")
    if amount is not None and not amount.bare:
        return Window(shift(at.anchor, -amount.high, amount.unit), at.anchor)
    if "unit" in c:
        return Window(shift(at.anchor, -1, c["unit"]), at.anchor)
    unit = c.get("units") or amount.unit
    far = AGO.get(unit, (365, 0))[0]
    return Window(at.anchor - far * ONE_DAY, at.anchor)


@GRAMMAR.rule(
    "SAYING",
    "recently",
    "C16",
    "[very|most|only|just] (recently|lately|of late)|the other (day|week|night):unit|a while ago|some time ago",
    example="recently",
)
def recently(c: Captures, at: Context) -> Window | None:
    far = {"day": 7, "night": 7, "week": 14}.get(c.get("unit", ""), 60)
    return Window(at.anchor - far * ONE_DAY, at.anchor)


@GRAMMAR.rule(
    "SAYING",
    "the start or end of the year past",
    "C16",
    "[in|at] [the] (start:early|beginning:early|early part:early|middle:mid|end:late|close:late) of [the|this] UNITHERE:unit",
    example="at the start of the year",
)
def part_of_this(c: Captures, at: Context) -> Window | None:
    from ledger.core.deadlines import years  # noqa: PLC0415

    p = years.unit_here(c, at)
    if p is None:
        return None
    which = EARLY if "early" in c else MID if "mid" in c else LATE
    if part(p, which).start > at.anchor:
        p = years._unit(c["unit"], -1, at)  # noqa: SLF001
    found = part(p, which)
    return Window(found.start, found.end)


def read_statement(phrase: str, article_date: dt.date, calendar: Calendar = BLANK) -> Window | None:
    """The days on which something was said, told on `article_date`; None when not recognised.

    Never later than the article: a window that reaches past it is cut there.
    """
    tokens = tokenize(phrase)
    for strict in (False, True):
        state = State(tokens, Context(article_date, calendar, past=True, strict=strict))
        found = _best(state, whole=not strict)
        if found is not None:
            return Window(min(found.earliest, article_date), min(found.latest, article_date))
    return None


def _best(state: State, *, whole: bool) -> Window | None:
    best: tuple[int, Window] | None = None
    first = GRAMMAR.starts("SAYING")
    for i, token in enumerate(state.tokens[:400]):
        if token.key not in first:
            continue
        for end, window in GRAMMAR.parse("SAYING", state, i):
            if window.earliest > state.at.anchor or (whole and (i or end < len(state.tokens))):
                continue
            if best is None or end - i > best[0]:
                best = (end - i, window)
            break
        if whole:
            break
    return best[1] if best else None


def read_when(text: str, today: dt.date, calendar: Calendar = BLANK) -> Window | None:
    """A day of saying as a user gives it: a date, month, year or range, or words about the past."""
    tokens = tokenize(text)
    at = Context(today, calendar, past=True)
    for end, draft in GRAMMAR.parse("SPAN", State(tokens, at), 0):
        if end == len(tokens):
            window: Window = draft
            return window
    return read_statement(text, today, calendar)


@GRAMMAR.rule(
    "SPAN",
    "dates as they are typed",
    "C16",
    "PERIOD:a [(..|to|until|till|through|and|-) PERIOD:p]|between PERIOD:a and PERIOD:p|from PERIOD:a to PERIOD:p",
    example="2016-10..2016-12",
)
def typed(c: Captures, at: Context) -> Window | None:
    first: Period = c["a"]
    last: Period = c.get("p", first)
    return Window(first.start, last.end) if first.start <= last.end else None
