"""By, in, before, until, through a period: which day of it is the deadline (C1, C4, C5, C15)."""

from dataclasses import replace

from ledger.core.deadlines import joined  # noqa: F401 - its rules are what these are made of
from ledger.core.deadlines.grammar import GRAMMAR, Captures, Context, Found, State
from ledger.core.deadlines.parts import around
from ledger.core.deadlines.reading import Draft
from ledger.core.deadlines.units import ONE_DAY, Period

GRAMMAR.words(
    "FILL",
    "about|around|roughly|approximately|circa|perhaps|maybe|possibly|probably|at [the] (least|"
    "latest)|"
    "even|just|only|say|sometime [around]|some time [around]|some point|[as] late as|[the] "
    "latest|not long after",
)
GRAMMAR.words(
    "BY",
    "[until] (by|no later than|not later than|never later than|come|(in|on|by) or before|"
    "before or (in|during)|as late as|latest) [the latest]|at [the] latest by|[just|ready] in "
    "time for|"
    "up to [and including]|by the (arrival|advent|deadline|target date) of|[by] a target date of",
)
GRAMMAR.words(
    "IN",
    "in|during|within|inside|on|at|over|for|around|about|circa|across|SOMETIME [in|during|around|"
    "over]|"
    "(in|over|during|within) the course of|in the run of|(in|on) or (around|about)|in (around|"
    "about)|"
    "not (in|within|during)|PLANNED (in|for|by|on)",
)
GRAMMAR.words(
    "LATEST",
    "[,] (at [the] [very] (latest|outside|most|worst|best)|or so|or thereabouts|latest|inclusive|"
    "tops|max|maximum|"
    "((and|or|if not) [PERHAPS]|PERHAPS) (sooner|earlier|before|less|under|fewer) [than that]|"
    "(and|or) (no|not) later|itself|as a whole|or bust)",
)
GRAMMAR.words(
    "OVER",
    "(is|was|has been|are) (out|over|through|up|done|finished|ended)|ends|end|ended|finishes|"
    "closes|"
    "expires|expired|runs out|concludes|(draws|comes) to (a close|an end)",
)
GRAMMAR.words(
    "ARRIVES",
    "(sets|set|rolls|kicks|moves) in|arrives|arrived|begins|began|starts|comes [around|round]|"
    "came|hits|"
    "rolls (around|round)|dawns|returns|is here|takes hold|turns|approaches|gets under way|is "
    "upon us",
)


@GRAMMAR.terminal("PLANNED", "due expected scheduled slated set planned pencilled penciled".split())
def _planned(state: State, i: int) -> Found:
    """Words before a period that are part of the phrase alone; in a sentence they are its verb."""
    return [] if state.at.strict else [(i + 1 + state.word(i).startswith("pencil"), True)]


def ending(period: Period, *, strength: int, note: str = "") -> Draft:
    """The last day of a period as the deadline; vague words keep their window."""
    vague = period.low is not None
    point = period.precision == "day" or period.rolling
    return Draft(
        period.end, period.name if point else f"the last day of {period.name}",
        "vague" if vague else period.precision, period.low or period.end, period.high or period.end,
        vague=vague, note=period.note or note, strength=strength, counted=period.rolling,
    )  # fmt: skip


GRAMMAR.words("AROUND", "[SOMETIME|in|on|at] (around|about|circa)")


@GRAMMAR.rule("ENDING", "around a period", "C13", "AROUND [the time of] PERIOD:p",
              example="around Christmas")  # fmt: skip
def _around(c: Captures, at: Context) -> Draft | None:
    """A window for a day, a week or a month; longer periods are wide enough themselves."""
    p: Period = c["p"]
    if p.edge or p.precision not in ("day", "week", "month"):
        return None
    first, last = around(p)
    draft = ending(
        replace(p, end=last, low=max(first, min(at.anchor, last)), high=last), strength=2
    )
    return replace(draft, rule=f"around {p.name}, up to {last}")


@GRAMMAR.rule("ENDING", "by a period", "C1, C4",
              "BY [FILL] PERIOD:p [ARRIVES|OVER|'s NOUN] [LATEST]", example="by March")  # fmt: skip
def _by(c: Captures, _at: Context) -> Draft | None:
    p: Period = c["p"]
    crisp = p.precision == "day" or p.edge or p.rolling
    note = "" if crisp else f"or {(p.start - ONE_DAY).isoformat()}, the day before it starts"
    return ending(p, strength=3, note=note)


@GRAMMAR.rule("ENDING", "a deadline named by its day", "C4",
              "BY [FILL] [the|its|their|a] PERIOD:p (deadline|target [date]|goal|cutoff|mark)",
              example="by the 2030 deadline")  # fmt: skip
def _named_deadline(c: Captures, at: Context) -> Draft | None:
    return _by(c, at)


GRAMMAR.words("WEGET", "(we|they|you|it) (get|gets|reach|reaches|hit|hits|come|comes) [in|to|into]")


@GRAMMAR.rule(
    "ENDING",
    "by the time of a period",
    "C4",
    "by the time [WEGET] PERIOD:p [ARRIVES|OVER]",
    example="by the time we get to March",
)
def _by_the_time(c: Captures, at: Context) -> Draft | None:
    return _by(c, at)


@GRAMMAR.rule("ENDING", "in a period", "C4, C6, C17", "IN:head [FILL] PERIOD:p [LATEST|'s NOUN]",
              example="in September")  # fmt: skip
def _in(c: Captures, _at: Context) -> Draft | None:
    p: Period = c["p"]
    day = p.precision == "day" and not p.edge
    weak = p.far or (day and not p.free)
    strength = 3 if c["head"] in ("within", "inside") else 1 if weak else 2
    on_day = day and p.start == p.end and c["head"].split()[-1] in ("on", "at", "for")
    return replace(ending(p, strength=strength), on_day=on_day)


@GRAMMAR.rule("ENDING", "a year between stops", "C4", "YEARALONE:p", example="2024, they say")
def _year_alone(c: Captures, _at: Context) -> Draft | None:
    return ending(c["p"], strength=1)


@GRAMMAR.terminal("YEARALONE", ["#num"])
def _between_stops(state: State, i: int) -> Found:
    """A year with a mark or nothing on either side, as in an answer: "Realistically, 2023"."""
    linked = state.word(i - 1) in ("and", "or", "say") and state.word(i - 2)[:1].isdigit()
    if (
        not state.at.strict
        or (state.word(i - 1).isalnum() and not linked)
        or state.word(i + 1).isalnum()
        or state.word(i - 1) == "$"
    ):
        return []
    return [(j, p) for j, p in GRAMMAR.parse("YEARLIKE", state, i) if j == i + 1]


@GRAMMAR.rule("ENDING", "a period alone", "C4, C6", "[FILL] PERIOD:p [LATEST]", example="next year")
def _alone(c: Captures, _at: Context) -> Draft | None:
    p: Period = c["p"]
    day = p.precision == "day" and not p.edge
    strength = 2 if p.free and not day and not p.far else 1
    on_day = day and p.start == p.end
    return replace(ending(p, strength=strength), on_day=on_day, loose=not p.free)


@GRAMMAR.rule(
    "ENDING",
    "two periods, the later at the latest",
    "C3",
    "[BY|IN] SINGLE:a , SINGLE:p LATEST",
    example="in 2024, 2025 at the latest",
)
def _at_the_latest(c: Captures, _at: Context) -> Draft | None:
    return ending(c["p"], strength=3)


@GRAMMAR.rule("ENDING", "delayed to a period", "C4", "to [FILL] PERIOD:p [LATEST]",
              example="to the fourth quarter")  # fmt: skip
def _to(c: Captures, _at: Context) -> Draft | None:
    p: Period = c["p"]
    return replace(ending(p, strength=2), loose=not p.free)


@GRAMMAR.rule(
    "ENDING",
    "towards a period",
    "C1, C4",
    "(toward|towards|close to|near) [FILL] PERIOD:p",
    example="towards the end of 2024",
)
def _towards(c: Captures, _at: Context) -> Draft | None:
    return ending(c["p"], strength=2)


@GRAMMAR.rule(
    "ENDING", "a month named before its event", "C4",
    "(by|in|at|in time for|for|during|on) (the|its|their|his|her|a) MONTHLIKE:p NOUN [NOUN]",
    example="in time for the August kick-off",
)  # fmt: skip
def _month_of_event(c: Captures, _at: Context) -> Draft | None:
    return ending(c["p"], strength=2)


@GRAMMAR.rule("ENDING", "now", "C1", "(by|as of|until|till|for) [right] now|at this (point|time)",
              example="by now")  # fmt: skip
def _now(_c: Captures, at: Context) -> Draft | None:
    return Draft(at.anchor, "the day itself", "day", at.anchor, at.anchor, strength=1, loose=True)
