"""Days of saying: "last month", "just days ago", "around the new year", read as windows (C16)."""

import datetime as dt

from ledger.core.deadlines import (  # noqa: F401 - their rules are what these are made of
    impossible,
    joined,
    unread,
)
from ledger.core.deadlines.durations import Amount
from ledger.core.deadlines.grammar import GRAMMAR, Captures, Context, State
from ledger.core.deadlines.parts import around, part
from ledger.core.deadlines.reading import BLANK, Calendar
from ledger.core.deadlines.rolling import nearest
from ledger.core.deadlines.seasons import season_of
from ledger.core.deadlines.tokens import tokenize
from ledger.core.deadlines.units import ONE_DAY, Period, month, shift, unit_at
from ledger.core.model import Window

LONGEST = 400  # tokens of a phrase that are looked at
# Days by which "three weeks ago" may be off; days, one week and two weeks are meant exactly.
SLACK = {"week": 3, "month": 7, "quarter": 14, "year": 14, "decade": 365, "generation": 1825,
         "century": 3650}  # fmt: skip
# Days before the article that bare units ago span, from and to: "days ago", "a few months ago".
AGO = {"second": (0, 0), "minute": (0, 0), "hour": (1, 0), "day": (7, 1), "week": (42, 8),
       "fortnight": (42, 14), "month": (183, 31), "year": (1826, 366),
       "decade": (10957, 3653)}  # fmt: skip
BESIDE = 14 * ONE_DAY  # how far "shortly before" reaches

GRAMMAR.words(
    "SAID",
    "[dated|published|posted|issued|released|written|recorded|back|just|only|made|filed|sent|said] "
    "(on|in|at|during|over|by|from|of|within|throughout|as (early|recently|late) as|SOMETIME [in|"
    "on|during])|"
    "dated|published|released",
)


@GRAMMAR.rule(
    "SAYING",
    "in the last days",
    "C16",
    "[in|over|during|within] (the|these) ((last|past|previous|recent) AMOUNT:amount|"
    "(last|past) UNIT:unit)|"
    "in recent UNITS:units",
    example="in the past week",
)
def _in_the_last(c: Captures, at: Context) -> Window | None:
    amount: Amount | None = c.get("amount")
    if amount is not None and not amount.vague:
        return Window(amount.before(at.anchor, most=True), at.anchor)
    if "unit" in c:
        return Window(shift(at.anchor, -1, c["unit"]), at.anchor)
    far, _ = AGO.get(amount.unit if amount else c["units"], (365, 0))
    return Window(at.anchor - far * ONE_DAY, at.anchor)


@GRAMMAR.rule(
    "SAYING",
    "said over a holiday",
    "C16",
    "(over|during) [the] HOLIDAYLIKE:p [break|period|weekend|holidays]",
    example="over Christmas",
)
def _over_holiday(c: Captures, _at: Context) -> Window | None:
    p: Period = c["p"]
    return Window(p.start - ONE_DAY, p.end + 7 * ONE_DAY)


@GRAMMAR.rule("SAYING", "said in a period", "C16", "[SAID] PERIOD:p", example="in March 2016")
def _in(c: Captures, at: Context) -> Window | None:
    p: Period = c["p"]
    return Window(p.start, p.end) if p.start <= at.anchor else None


@GRAMMAR.rule(
    "SAYING",
    "said around a period",
    "C16",
    "(around|about|circa|(on|in|at) or (around|about)|SOMETIME around|near) [the time of] PERIOD:p",
    example="around the new year",
)
def _around(c: Captures, _at: Context) -> Window | None:
    p: Period = c["p"]
    return Window(*around(p))


@GRAMMAR.rule(
    "SAYING",
    "said before or after",
    "C16",
    "[shortly|just|soon|right|immediately|[a few] days] ((before|ahead of):before|(after|"
    "following):after) PERIOD:p",
    example="shortly before Christmas",
)
def _beside(c: Captures, _at: Context) -> Window | None:
    p: Period = c["p"]
    if "before" in c:
        return Window(p.start - BESIDE, p.start - ONE_DAY)
    return Window(p.end + ONE_DAY, p.end + BESIDE)


@GRAMMAR.rule(
    "SAYING",
    "earlier this week",
    "C16",
    "(earlier|previously|already) (this|in the|in|on) (UNITNAME:unit|MONTH:month|SEASON:season)",
    example="earlier this week",
)
def _earlier(c: Captures, at: Context) -> Window | None:
    if "month" in c:
        p = nearest(lambda y: month(y, c["month"]), at)
    elif "season" in c:
        p = nearest(lambda y: season_of(y, c["season"], at), at)
    else:
        p = unit_at(c["unit"], at.anchor)
    return Window(p.start, at.anchor) if p else None


@GRAMMAR.rule(
    "SAYING",
    "earlier today",
    "C16",
    "(earlier|later|late|early) (today|tonight|in the day|that day)|[that|the] same day|just now|"
    "moments ago|now",
    example="earlier today",
)
def _today(_c: Captures, at: Context) -> Window | None:
    return Window(at.anchor, at.anchor)


@GRAMMAR.rule(
    "SAYING", "so long ago", "C16",
    "[back] [just|only|barely] [([a little|slightly|just] (more than|over)|at least):more] [the] "
    "AMOUNT:amount (ago|earlier|back|before|previously)",
    example="three weeks ago",
)  # fmt: skip
def _ago(c: Captures, at: Context) -> Window | None:
    amount: Amount = c["amount"]
    if amount.vague:
        return _vaguely_ago(amount, at.anchor)
    early, late = amount.before(at.anchor, most=True), amount.before(at.anchor)
    if "more" in c:
        return Window(shift(early, -1, amount.finest), late)
    exact = amount.unit == "week" and amount.high <= 2
    slack = (0 if exact else SLACK.get(amount.finest, 0)) * ONE_DAY
    return Window(early - slack, late + slack)


def _vaguely_ago(amount: Amount, day: dt.date) -> Window | None:
    """The days that are a vague amount ago: "a few weeks ago", "a few hundred days ago"."""
    if amount.times > 1:
        few = (3 * amount.times, 10 * amount.times)
        return Window(*(shift(day, -n, amount.unit) for n in reversed(few)))
    far, near = AGO.get(amount.unit, (0, 0))
    return Window(day - far * ONE_DAY, day - near * ONE_DAY) if far and not amount.rest else None


@GRAMMAR.rule("SAYING", "this time last year", "C16",
              "[at|about|around|exactly] (this|the same) time last UNIT:unit",
              example="this time last year")  # fmt: skip
def _this_time_last(c: Captures, at: Context) -> Window | None:
    day, slack = shift(at.anchor, -1, c["unit"]), SLACK.get(c["unit"], 0) * ONE_DAY
    return Window(day - slack, day + slack)


@GRAMMAR.rule("SAYING", "recently", "C16", "[very|most|only|just] (recently|lately)|"
              "(a while|some time|not long) ago", example="recently")  # fmt: skip
def _recently(_c: Captures, at: Context) -> Window | None:
    return Window(at.anchor - 60 * ONE_DAY, at.anchor)


@GRAMMAR.rule("SAYING", "the other day", "C16", "the other (day|night|week):unit",
              example="the other day")  # fmt: skip
def _other_day(c: Captures, at: Context) -> Window | None:
    far, near = (14, 7) if c["unit"] == "week" else (7, 1)
    return Window(at.anchor - far * ONE_DAY, at.anchor - near * ONE_DAY)


@GRAMMAR.rule(
    "SAYING",
    "at the end of the year",
    "C16",
    "[in|at|from|by] [the] (STARTNOUN:start|early (days|weeks|months|part):early|middle:mid|"
    "ENDNOUN:late) of [the|this] UNITHERE:unit",
    example="at the end of the year",
)
def _part_of_this(c: Captures, at: Context) -> Window | None:
    which = next(w for w in ("start", "early", "mid", "late") if w in c)
    found = part(unit_at(c["unit"], at.anchor), which)
    if found.start > at.anchor:
        found = part(unit_at(c["unit"], at.anchor, -1), which)
    return Window(found.start, found.end)


@GRAMMAR.rule("TYPED", "dates as they are typed", "C16",
              "[between|from] PERIOD:first [(..|to|until|till|through|and|-) PERIOD:last]",
              example="2016-10..2016-12")  # fmt: skip
def _typed(c: Captures, _at: Context) -> Window | None:
    first: Period = c["first"]
    last: Period = c.get("last", first)
    return Window(first.start, last.end) if first.start <= last.end else None


def read_statement(phrase: str, article_date: dt.date, calendar: Calendar = BLANK) -> Window | None:
    """The days on which something was said, told on `article_date`; None when not recognised.

    Never later than the article: a window that reaches past it is cut there.
    """
    tokens = tokenize(phrase)[:LONGEST]
    whole = State(tokens, Context(article_date, calendar, past=True))
    window = _covering(whole, "SAYING") or _longest(whole)
    return _cut(window, article_date) if window else None


def read_when(text: str, today: dt.date, calendar: Calendar = BLANK) -> Window | None:
    """A day of saying as a user gives it: a date, month, year or range, or words about the past.

    A date that was typed is taken as it is; whether it lies in the future is the caller's concern.
    None too where a word is misspelt: of "5 Septmber 2025" no part is taken for the whole.
    """
    tokens = tokenize(text)[:LONGEST]
    state = State(tokens, Context(today, calendar, past=True))
    typed = _covering(state, "TYPED")
    if typed is not None:
        return typed
    if _covering(state, "SAYING") is None and (unread.slips(tokens) or _number_left(state)):
        return None
    return read_statement(text, today, calendar)


def _covering(state: State, symbol: str) -> Window | None:
    for end, window in GRAMMAR.parse(symbol, state, 0):
        if end == len(state.tokens):
            found: Window = window
            return found
    return None


def _longest(state: State) -> Window | None:
    """The longest words of saying inside a longer phrase: "in a note published on Monday".

    None where a date is meant that is none, so that no part of it is taken for another.
    """
    if any(GRAMMAR.parse("NOSUCHDAY", state, i) for i in range(len(state.tokens))):
        return None
    best: tuple[int, Window] | None = None
    for i in range(len(state.tokens)):
        for end, window in GRAMMAR.parse("SAYING", state, i)[:1]:
            if window.earliest <= state.at.anchor and (best is None or end - i > best[0]):
                best = (end - i, window)
    return best[1] if best else None


def _number_left(state: State) -> bool:
    """Whether a number stands outside every day of saying: "5 banana 2025"."""
    i = 0
    while i < len(state.tokens):
        found = GRAMMAR.parse("SAYING", state, i)
        if not found and state.key(i) in ("#num", "#ord"):
            return True
        i = found[0][0] if found else i + 1
    return False


def _cut(window: Window, article_date: dt.date) -> Window | None:
    if window.earliest > article_date:
        return None
    return Window(window.earliest, min(window.latest, article_date))
