"""Deadlines counted from the anchor or from a named day (C2, C3, C11, C12, C13)."""

from dataclasses import replace

from ledger.core.deadlines.durations import FEW, SEVERAL, Amount, exactly, vaguely
from ledger.core.deadlines.grammar import GRAMMAR, Captures, Context
from ledger.core.deadlines.reading import Draft, impossible
from ledger.core.deadlines.units import ONE_DAY, Period, decade, shift

GRAMMAR.words(
    "INSIDE",
    "in|within|inside [of]|over|during|for|throughout|across|through|after|by|"
    "(over|in|during|within) the course of|(in|over|within) (a|the) (space|period|span) of",
)
GRAMMAR.words("THENEXT", "the [entire|whole] (next|coming|following|ensuing|upcoming)")
GRAMMAR.words(
    "COMING", "[at least|roughly|about|much of|most of] (THENEXT|these next|next|coming) [ROUGHLY]"
)
GRAMMAR.words(
    "FROMNOW",
    "from (now|today|here)|away|off|hence|ahead|out|down the (road|line|track)|[ 's|'] "
    "time|to go|"
    "into the future|at [the] (most|outside)|maximum|max|tops",
)
GRAMMAR.words(
    "SOLONG",
    "[,] (or (so|less|fewer|sooner|under|thereabouts)|at [the] (most|outside|latest|best)|tops|"
    "max|maximum|if not (sooner|less|earlier))",
)


def counted(amount: Amount, at: Context, *, strength: int, how: str = "within") -> Draft:
    """The anchor plus the amount; vague amounts carry their window."""
    try:
        day = amount.after(at.anchor, calendar_quarters=True)
        low, high = amount.window(at.anchor) if amount.vague else (day, day)
    except (OverflowError, ValueError):
        return impossible(f"{amount.words} end after the year 9999")
    return Draft(
        day, f"{how} {amount.words} of {at.anchor.isoformat()}", amount.precision, low, high,
        vague=bool(amount.vague), strength=strength, counted=True,
    )  # fmt: skip


@GRAMMAR.rule(
    "COUNTED",
    "within an amount",
    "C2, C3, C13",
    "INSIDE:head [the] [ROUGHLY] AMOUNT:amount ['s|'] [time] [SOLONG] [from (now|today)]",
    example="within six months",
)
def _within(c: Captures, at: Context) -> Draft | None:
    amount, head = c["amount"], c["head"]
    if head.startswith(("within", "inside")):
        return counted(amount, at, strength=3)
    if head.startswith("in"):
        return counted(amount, at, strength=2)
    if amount.bare:
        return None  # "for years", "over weeks": no date (C14)
    if head == "for":
        return counted(amount, at, strength=1, how="for")
    return replace(counted(amount, at, strength=1), loose=True)


@GRAMMAR.rule(
    "COUNTED", "over the next amount", "C2, C11, C12, C13",
    "[SOMETIME] [INSIDE] (COMING AMOUNT:amount|THENEXT UNIT (to|or|-) AMOUNT:amount"
    "|THENEXT ONEMORE:amount|THENEXT UNIT:unit [(or|to) [PERHAPS] NUM:n]) [SOLONG]",
    example="over the next 12 months",
)  # fmt: skip
def _over_next(c: Captures, at: Context) -> Draft | None:
    if c.get("unit") == "generation":
        return counted(vaguely("generation", "generation"), at, strength=3)
    return counted(c.get("amount") or exactly(c.get("n", 1), c["unit"]), at, strength=3)


@GRAMMAR.rule(
    "COUNTED",
    "in the weeks ahead",
    "C13",
    "[INSIDE] (the|these) (UNITS:units|UNIT:unit) (ahead|to come|to follow|that follow|before us|"
    "that lie ahead)",
    example="in the weeks ahead",
)
def _ahead(c: Captures, at: Context) -> Draft | None:
    amount = exactly(1, c["unit"]) if "unit" in c else vaguely("bare", c["units"])
    return counted(amount, at, strength=2)


@GRAMMAR.rule(
    "COUNTED", "an amount from now", "C2, C3",
    "[in|within|only|still|by|just|perhaps] [the] AMOUNT:amount [or so|or less] FROMNOW [LATEST]",
    example="six to twelve months away",
)  # fmt: skip
def _from_now(c: Captures, at: Context) -> Draft | None:
    return counted(c["amount"], at, strength=2)


@GRAMMAR.rule(
    "COUNTED", "over a horizon of an amount", "C2",
    "(over|in|during|within|across|by the end of) (OWNER|the|a) AMOUNT:amount "
    "(horizon|period|window|timeframe|timescale|span|plan|programme|program|timetable|outlook)",
    example="over its two-year horizon",
)  # fmt: skip
def _over_horizon(c: Captures, at: Context) -> Draft | None:
    return None if c["amount"].bare else counted(c["amount"], at, strength=2)


GRAMMAR.words("ANOTHER", "[yet|still] another|a further|an additional|an extra")


@GRAMMAR.rule(
    "COUNTED",
    "more of an amount",
    "C2, C15",
    "[for|in|within|after] [ROUGHLY] (ANOTHER (AMOUNT:amount|ONEMORE:amount|UNIT:unit [or so])"
    "|AMOUNT:amount (more|longer)"
    "|(NUM:n|NUM (to|or|-) NUM:n|one) (more|further|additional|extra|other) (ANYUNIT)) [LATEST]",
    example="six more weeks",
)
def _more(c: Captures, at: Context) -> Draft | None:
    amount = c.get("amount") or exactly(c.get("n", 1), c["unit"])
    return None if amount.bare else counted(amount, at, strength=2)


@GRAMMAR.rule("COUNTED", "an amount alone", "C2, C3, C14", "AMOUNT:amount [SOLONG]",
              example="one to three months")  # fmt: skip
def _alone(c: Captures, at: Context) -> Draft | None:
    amount: Amount = c["amount"]
    return None if amount.bare else replace(counted(amount, at, strength=1), loose=True)


@GRAMMAR.rule("COUNTED", "within the decade", "C11, C17", "(within|inside) the decade",
              example="within the decade")  # fmt: skip
def _within_decade(_c: Captures, at: Context) -> Draft | None:
    p = decade(at.anchor.year)
    note = f"or {shift(at.anchor, 10, 'year').isoformat()}"
    return Draft(p.end, f"the last day of {p.name}", "decade", p.end, p.end, note=note, strength=3)


@GRAMMAR.rule("COUNTED", "within the hour", "C2",
              "(within|in|inside) the [next] (hour|minute)|within the day",
              example="within the hour")  # fmt: skip
def _within_hour(_c: Captures, at: Context) -> Draft | None:
    return Draft(at.anchor, "the day itself", "day", at.anchor, at.anchor, strength=3)


@GRAMMAR.rule("COUNTED", "an amount after a day", "C2",
              "[INSIDE] ([the] AMOUNT:amount|the UNIT:unit) (from|after|of|following) PERIOD:p",
              example="within two weeks of 1 July")  # fmt: skip
def _after_day(c: Captures, _at: Context) -> Draft | None:
    amount: Amount = c.get("amount") or exactly(1, c["unit"])
    start = c["p"].end
    low, high = amount.window(start)
    words = f"{amount.words} from {start.isoformat()}"
    return Draft(amount.after(start), words, amount.precision, low, high,
                 vague=bool(amount.vague), strength=3, counted=c["p"].rolling)  # fmt: skip


@GRAMMAR.rule("COUNTED", "in the days before a day", "C5",
              "(in|over|during|within) the [last|final] (AMOUNT|UNIT|UNITS) "
              "(before|ahead of|prior to) PERIOD:p",
              example="in the week before Christmas")  # fmt: skip
def _days_before(c: Captures, _at: Context) -> Draft | None:
    p: Period = c["p"]
    day = p.start - ONE_DAY
    return Draft(day, f"the day before {p.name}", p.precision, day, day, strength=3)


@GRAMMAR.rule("COUNTED", "an amount before a day", "C2",
              "[INSIDE|by] (AMOUNT:amount|the UNIT:unit) (before|ahead of|prior to) PERIOD:p",
              example="two weeks before Christmas")  # fmt: skip
def _before_day(c: Captures, at: Context) -> Draft | None:
    p: Period = c["p"]
    amount: Amount = c.get("amount") or exactly(1, c["unit"])
    if amount.vague:
        return None
    day = amount.before(p.start)
    if p.later and day < at.anchor:
        day = amount.before(p.later.start)
    return Draft(day, f"{amount.words} before {p.name}", amount.precision, day, day, strength=2)


@GRAMMAR.rule("COUNTED", "an amount into a period", "C13", "[INSIDE] AMOUNT:amount into PERIOD:p",
              example="several months into 2024")  # fmt: skip
def _into_period(c: Captures, _at: Context) -> Draft | None:
    amount: Amount = c["amount"]
    start, unit = c["p"].start - ONE_DAY, amount.unit
    words = f"{amount.words} from {start.isoformat()}"
    if not amount.vague:
        day = amount.after(start)
        return Draft(day, words, amount.precision, day, day, strength=2)
    if amount.rest or amount.times > 1:
        return None
    # However many there are, they are part of the period: the upper end is that of "several".
    days = [shift(start, n, unit) for n in (min(3, FEW[unit]), FEW[unit], SEVERAL[unit])]
    return Draft(days[1], words, "vague", days[0], days[2], vague=True, strength=2)


@GRAMMAR.rule(
    "COUNTED",
    "a week today",
    "C2",
    "a (week|fortnight|month|year):unit (today|tomorrow):day",
    example="a week today",
)
def _week_today(c: Captures, at: Context) -> Draft | None:
    start = at.anchor + (c["day"] == "tomorrow") * ONE_DAY
    day = shift(start, 1, c["unit"])
    return Draft(day, f"one {c['unit']} from {start.isoformat()}", "day", day, day, strength=2,
                 counted=True)  # fmt: skip
