"""Days told from the anchor: weekdays, today and tomorrow, the hour of a day."""

from dataclasses import replace

from ledger.core.deadlines.grammar import GRAMMAR, Captures, Context, Found, State
from ledger.core.deadlines.rolling import freed, nearest, weekday_on
from ledger.core.deadlines.units import ONE_DAY, Period, month, one_day, week
from ledger.core.deadlines.words import WEEKDAYS, noun_follows

GRAMMAR.words("TIMEOFDAY", "morning|afternoon|evening|night|lunchtime|midnight|noon|midday")
GRAMMAR.words(
    "CLOCK",
    "[the stroke of] midnight|noon|midday|dawn|daybreak|dusk|sunrise|sunset|sundown|"
    "nightfall|lunchtime|cob|eob|eod|"
    "[the] (close|end) of (business|play|trading)|[the] [market|markets] MARKETCLOSE|"
    "the closing bell|"
    "NUM (am|pm)|HOUR [am|pm]|NUM o ' clock|the (morning|afternoon|evening|night)",
)
GRAMMAR.words("ZONE", "[local|eastern|central|pacific|london|moscow|beijing] time|gmt|utc|et|est|"
              "edt|pt|bst|cet|cest")  # fmt: skip
BEFORE_CLOSE = frozenset("by at before until till the market markets after".split())


@GRAMMAR.terminal("MARKETCLOSE", ["close"])
def _market_close(state: State, i: int) -> Found:
    """The close of a market: "by close on Friday"; elsewhere it is near, or a verb."""
    named = state.word(i + 1) in {**WEEKDAYS, "today": 0, "tomorrow": 1}
    meant = state.word(i - 1) in BEFORE_CLOSE and state.word(i + 1) not in ("to", "enough", "by")
    return [(i + 1, True)] if meant and (named or not noun_follows(state, i + 1)) else []


AFTER_WHAT = ("the day after", "the next day", "the following day")  # of what was named before
STEPS = {
    "tomorrow": 1, "overnight": 1, "the next day": 1, "the following day": 1,
    "the day after tomorrow": 2, "the day after": 1, "yesterday": -1, "the previous day": -1,
    "the night before": -1, "the previous evening": -1, "the previous night": -1,
    "the day before yesterday": -2, "last night": -1, "last evening": -1,
}  # fmt: skip


@GRAMMAR.rule(
    "DAY", "weekday", "C6, C16",
    "[early|late] [on] WEEKDAY:day [TIMEOFDAY|at NUM [am|pm]]", example="on Saturday",
)  # fmt: skip
def _weekday(c: Captures, at: Context) -> Period | None:
    first = at.anchor - 6 * ONE_DAY if at.past else at.anchor + ONE_DAY
    return one_day(weekday_on(first, c["day"]))


@GRAMMAR.rule(
    "DAY", "this or next weekday", "C6",
    "[on] WHICH:which WEEKDAY:day [TIMEOFDAY]", example="by next Tuesday",
)  # fmt: skip
def _which_weekday(c: Captures, at: Context) -> Period | None:
    which = c["which"].split()[-1]
    if which in ("last", "past"):
        return one_day(weekday_on(at.anchor - 7 * ONE_DAY, c["day"])).freed()
    if which == "this":
        start = week(at.anchor).start if at.past else at.anchor
        return one_day(weekday_on(start, c["day"])).freed()
    first = weekday_on(at.anchor + ONE_DAY, c["day"])
    if c["which"] != "next":
        return one_day(first).freed()
    # Said on a Wednesday, "next Friday" may be in two days or in nine: the later one is on time.
    later = weekday_on(week(at.anchor).end + ONE_DAY, c["day"])
    note = f"or {first.isoformat()}" if first != later else ""
    return replace(one_day(later), note=note, free=True)


@GRAMMAR.rule(
    "DAY", "weekday of a week", "C10",
    "(WEEKDAY:day [of|in] WEEKLIKE:week|WEEKLIKE:week [on] WEEKDAY:day)",
    example="on Friday of next week",
)  # fmt: skip
def _weekday_of_week(c: Captures, _at: Context) -> Period | None:
    return one_day(weekday_on(c["week"].start, c["day"])).freed()


@GRAMMAR.rule(
    "DAY", "a week on a weekday", "C6",
    "(a week on WEEKDAY:day|WEEKDAY:day week|[the] WEEKDAY:day after next)",
    example="a week on Friday",
)  # fmt: skip
def _week_on(c: Captures, at: Context) -> Period | None:
    return one_day(weekday_on(at.anchor + 8 * ONE_DAY, c["day"])).freed()


@GRAMMAR.rule(
    "DAY", "the weekday before or after a day", "C6",
    "[the] [first] WEEKDAY:day ((after|following):after|before:before) (DAY:p|HOLIDAYLIKE:p)",
    example="the Monday after Easter",
)  # fmt: skip
def _weekday_beside(c: Captures, _at: Context) -> Period | None:
    p: Period = c["p"]
    first = p.end + ONE_DAY if "after" in c else p.start - 7 * ONE_DAY
    return one_day(weekday_on(first, c["day"])).freed()


@GRAMMAR.rule(
    "DAY", "numbered weekday of a month", "C6",
    "[the] ORD:place WEEKDAY:day (of|in) (MONTH:name|[next year 's] MONTHLIKE:month)",
    example="the first Tuesday of November 2024",
)  # fmt: skip
def _nth_weekday(c: Captures, at: Context) -> Period | None:
    if "month" in c:
        return freed(in_month(c["month"], c["place"], c["day"]))
    return freed(nearest(lambda y: in_month(month(y, c["name"]), c["place"], c["day"]), at))


def in_month(span: Period, place: int, weekday: int) -> Period | None:
    """The first, second ... or (-1) last such weekday of a month; None if it has none."""
    if place < 0:
        return one_day(weekday_on(span.end - 6 * ONE_DAY, weekday))
    day = weekday_on(span.start, weekday) + 7 * (place - 1) * ONE_DAY
    return one_day(day) if day <= span.end else None


@GRAMMAR.rule(
    "DAY", "today, tomorrow, yesterday", "C6",
    "(today|tonight|tomorrow|yesterday|overnight|the day after tomorrow|the day before yesterday|"
    "the next day|the following day|the previous day|the day after|this morning|this afternoon|"
    "this evening|last night|last evening|the previous (evening|night)|the night before):which "
    "[TIMEOFDAY]",
    example="tonight",
)  # fmt: skip
def _near_day(c: Captures, at: Context) -> Period | None:
    if at.strict and not at.past and c["which"] in AFTER_WHAT:
        return None
    step = 0 if at.past and c["which"] == "overnight" else STEPS.get(c["which"], 0)
    return one_day(at.anchor + step * ONE_DAY).freed()


@GRAMMAR.rule(
    "DAY", "hour of a day", "C6", "[at] (CLOCK|NUM) [ZONE] [,] [on] DAY:day",
    example="by midnight on 31 December",
)  # fmt: skip
def _hour_of_day(c: Captures, _at: Context) -> Period | None:
    day: Period = c["day"]
    return day if day.precision == "day" else None


@GRAMMAR.rule("DAY", "hour alone", "C6", "CLOCK:time [ZONE]", example="by midnight")
def _hour_alone(c: Captures, at: Context) -> Period | None:
    return hour_alone(c["time"], at)


def hour_alone(time: str, at: Context) -> Period:
    """The day of the next such hour."""
    later = time in ("dawn", "daybreak", "sunrise", "the morning")
    return one_day(at.anchor + later * ONE_DAY)
