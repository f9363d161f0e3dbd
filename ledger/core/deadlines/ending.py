"""By, in, before, until, through a period: which day of it is the deadline (C1, C4, C5, C15)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ledger.core.deadlines import periods  # noqa: F401 - its rules are what these ones are made of
from ledger.core.deadlines.calendar_units import ONE_DAY, Period
from ledger.core.deadlines.grammar import GRAMMAR, Context
from ledger.core.deadlines.reading import Draft

Captures = Mapping[str, Any]

GRAMMAR.words(
    "FILL",
    "about|around|roughly|approximately|perhaps|maybe|possibly|probably|at least|even|just|only|say|sometime|"
    "some time|some point|as late as|the latest|latest|late as|at the latest|approx|circa|not much later than|"
    "sometime around|some time around|no later than|early or mid|the deadline of|the target date of|a target date of|its target of",
)
GRAMMAR.words(
    "BY",
    "by|no later than|not later than|never later than|at latest by|at the latest by|latest by|as late as|come|"
    "on or before|before or in|before or during|until no later than|by no later than|by or before|in or before|up to and including|"
    "in time for|just in time for|ready for|in advance of the end of|by the time of|any time before the end of|due by|due|by the arrival of|"
    "by the time [that] (we|they|you|it) (get|gets|reach|reaches|hit|hits) [in|to|into]|by the time",
)
GRAMMAR.words(
    "IN",
    "in|during|within|on|at|over|for|around|about|circa|across|in the course of|over the course of|during the course of|"
    "sometime in|some time in|at some point in|at some point during|some point in|at any time in|any time in|within the course of|"
    "sometime during|some time during|sometime around|some time around|not until|sometime|some time|at some point|at any time|in or around|"
    "on or around|on or about|in around|in about|not in|not within|not during|as|slated for|scheduled for|set for|planned for|"
    "pencilled in for|expected in|expected for|expected by|inside|not this side of the end of|(before|by|in|within|over|during) or",
)
GRAMMAR.words(
    "LATEST",
    "[,] (at the latest|at latest|at the very latest|at the outside|or so|or sooner|or earlier|or before|or thereabouts|"
    "if not sooner|if not earlier|if not before|tops|max|maximum|at most|at the most|or even sooner|or even earlier|"
    "or possibly sooner|or possibly earlier|and possibly sooner|and possibly earlier|or perhaps sooner|or perhaps earlier|"
    "or less|or under|or fewer|or thereabouts|at best|at worst|or at the latest|latest|inclusive|itself|as a whole|alone|or sooner than that|"
    "and maybe sooner|or maybe sooner|or maybe earlier|and perhaps sooner|and no later|and not later|or bust|and not a day later)",
)
GRAMMAR.words("PASTEND", "is out|is over|is through|is up|is done|ends|end|finishes|closes|expires|runs out|concludes|has ended|is finished|"
              "draws to a close|comes to a close|comes to an end|was out|was over|ended")  # fmt: skip
GRAMMAR.words(
    "ARRIVES",
    "sets in|arrives|begins|starts|comes|hits|comes around|rolls around|dawns|kicks in|arrived|came|returns|is here|takes hold|rolls in|turns|approaches",
)
GRAMMAR.words(
    "BEFORE",
    "[some time|sometime|any time|anytime|well|long|shortly|just|even|right|not long|soon] (before|ahead of|prior to|in advance of|this side of|earlier than|sooner than)",
)


def ending(period: Period, how: str, *, strength: int, note: str = "") -> Draft:
    """The last day of a period is the deadline; vague words keep their window."""
    low, high = period.low or period.end, period.high or period.end
    vague = period.low is not None
    return Draft(
        period.end, how, "vague" if vague else period.precision, low, high, vague=vague,
        note=note or period.note, strength=strength, counted=period.rolling,
    )  # fmt: skip


def _last_day(period: Period) -> str:
    if period.precision == "day":
        return period.name
    return f"the last day of {period.name}" if not period.rolling else period.name


@GRAMMAR.rule(
    "ENDING",
    "by a period",
    "C1, C4",
    "BY [FILL] PERIOD:p [ARRIVES|PASTEND] [LATEST]",
    example="by March",
)
def by_period(c: Captures, at: Context) -> Draft | None:
    p: Period = c["p"]
    crisp = p.precision == "day" or p.edge or p.rolling
    note = "" if crisp else f"or {(p.start - ONE_DAY).isoformat()}, the day before it starts"
    return ending(p, _last_day(p), strength=3, note=p.note or note)


@GRAMMAR.rule(
    "ENDING",
    "in a period",
    "C4, C6, C17",
    "IN:head [FILL] PERIOD:p [LATEST]",
    example="in September",
)
def in_period(c: Captures, at: Context) -> Draft | None:
    p: Period = c["p"]
    draft = ending(p, _last_day(p), strength=3 if c["head"] in ("within", "inside") else 2)
    on_day = p.precision == "day" and not p.edge and c["head"].split()[-1] in ("on", "at", "for")
    return replace(draft, on_day=on_day, strength=draft.strength - (p.precision == "day"))


@GRAMMAR.rule("ENDING", "a period alone", "C4, C6", "[FILL] PERIOD:p [LATEST]", example="next year")
def period_alone(c: Captures, at: Context) -> Draft | None:
    p: Period = c["p"]
    strength = 2 if p.free and p.precision != "day" else 1
    draft = ending(p, _last_day(p), strength=strength)
    return replace(draft, on_day=p.precision == "day" and not p.edge, loose=not p.free)


@GRAMMAR.rule(
    "ENDING",
    "delayed to a period",
    "C4",
    "to [FILL] PERIOD:p [LATEST]",
    example="to the fourth quarter",
)
def to_period(c: Captures, at: Context) -> Draft | None:
    p: Period = c["p"]
    return replace(ending(p, _last_day(p), strength=2), loose=not p.free)


@GRAMMAR.rule(
    "ENDING",
    "towards a period",
    "C1, C4",
    "(toward|towards|close to|near) [FILL] PERIOD:p",
    example="towards the end of 2022",
)
def towards(c: Captures, at: Context) -> Draft | None:
    p: Period = c["p"]
    return ending(p, _last_day(p), strength=2)


@GRAMMAR.rule(
    "ENDING",
    "into a period",
    "C15, C17",
    "[well|deep|far|long|late] into PERIOD:p",
    example="well into 2010",
)
def into_period(c: Captures, at: Context) -> Draft | None:
    p: Period = c["p"]
    middle = periods.parts.first_half(p).end
    return Draft(p.end, f"the last day of {p.name}", "vague", middle, p.end, vague=True, strength=2)


@GRAMMAR.rule(
    "ENDING",
    "before a period",
    "C5",
    "BEFORE [FILL] PERIOD:p [ARRIVES|itself] [LATEST]",
    example="before March",
)
def before_period(c: Captures, at: Context) -> Draft | None:
    p: Period = c["p"]
    if p.edge:
        return ending(p, _last_day(p), strength=3)
    day = p.start - ONE_DAY
    return Draft(
        day, f"the day before {p.name}", p.precision, day, day, strength=3, counted=p.rolling
    )


@GRAMMAR.rule(
    "ENDING", "before a period is out", "C5", "(before|as|by the time|by the time that|when) PERIOD:p PASTEND", example="before the month is out",
)  # fmt: skip
def before_out(c: Captures, at: Context) -> Draft | None:
    p: Period = c["p"]
    return ending(p, _last_day(p), strength=3)


@GRAMMAR.rule(
    "ENDING",
    "until a period",
    "C5, C15, C17",
    "[up|from now|right up|on] (until|till|til) [at least|FILL] PERIOD:p [or so|or beyond]",
    example="until 2027",
)
def until_period(c: Captures, at: Context) -> Draft | None:
    p: Period = c["p"]
    if p.edge or p.precision == "day":
        return ending(p, f"until {p.name}", strength=3)
    day = p.start - ONE_DAY
    note = f"or {p.end.isoformat()}"
    return Draft(day, f"until {p.name} starts", p.precision, day, day, note=note, strength=3)


@GRAMMAR.rule(
    "ENDING",
    "through a period",
    "C5, C15",
    "[up|right|all the way|from now|on|now] (through|throughout|thru) [to|at least|until|FILL] PERIOD:p [at least|or beyond]",
    example="through 2025",
)
def through(c: Captures, at: Context) -> Draft | None:
    p: Period = c["p"]
    return ending(p, _last_day(p), strength=3)


@GRAMMAR.rule(
    "ENDING", "between now and a period", "C3",
    "(between|from) (now|today|here|PERIOD:a) (and|to|until|till|through|-) [FILL] PERIOD:p|between (now|then) and PERIOD:p", example="between now and March",
)  # fmt: skip
def between(c: Captures, at: Context) -> Draft | None:
    p: Period = c["p"]
    return ending(p, _last_day(p), strength=3)


@GRAMMAR.rule(
    "ENDING",
    "one period to another",
    "C3",
    "[from] PERIOD:a (..|until|till|through|and then) PERIOD:p",
    example="2016-10..2016-12",
)
def span(c: Captures, at: Context) -> Draft | None:
    p: Period = c["p"]
    return ending(p, _last_day(p), strength=3)


@GRAMMAR.rule(
    "ENDING", "a month named before its event", "C4",
    "(by|in|at|in time for|for|during|on) (the|its|their|his|her|a) MONTH:month (NOUN [NOUN]):what", example="in time for the August kick-off",
)  # fmt: skip
def month_of_event(c: Captures, at: Context) -> Draft | None:
    p: Period | None = periods.years.month_alone({"month": c["month"]}, at)
    return ending(p, f"the last day of {p.name}", strength=2) if p else None


@GRAMMAR.terminal("NOUN", [""])
def noun(state: Any, i: int) -> list[tuple[int, Any]]:
    """Any word of letters, for the name of an event."""
    word = state.tokens[i].text if i < len(state.tokens) else ""
    return [(i + 1, word)] if word.isalpha() and len(word) > 2 else []


@GRAMMAR.rule(
    "ENDING",
    "now",
    "C1",
    "(by|as of|until|till|for) [right] now|at this (point|time)",
    example="by now",
)
def by_now(c: Captures, at: Context) -> Draft | None:
    return Draft(at.anchor, "the day itself", "day", at.anchor, at.anchor, strength=1, loose=True)
