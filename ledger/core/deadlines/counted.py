"""Deadlines counted from the anchor or from a named day (C2, C3, C11, C12, C13)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ledger.core.deadlines.amounts import FEW, SEVERAL, Amount
from ledger.core.deadlines.calendar_units import ONE_DAY, Period, decade, shift
from ledger.core.deadlines.grammar import GRAMMAR, Context
from ledger.core.deadlines.reading import Draft

Captures = Mapping[str, Any]

GRAMMAR.words("INSIDE", "in|within|inside|inside of|over|during|for|throughout|over the course of|in the course of|in the space of|in a period of|"
              "over a period of|within a period of|during the course of|within the space of|across|through|after|by")  # fmt: skip
GRAMMAR.words("COMING", "the next|the coming|the following|the ensuing|these next|the upcoming|another|a further|an additional|the next|next|coming|about the next|at least the next|roughly the next|much of the next|most of the next")  # fmt: skip
GRAMMAR.words(
    "THENEXT", "the next|the coming|the following|the ensuing|the upcoming|the entire next"
)
GRAMMAR.words(
    "FROMNOW",
    "from now|from today|away|off|hence|down the road|down the line|down the track|ahead|out|from the present|from this point|time|' time|'s time|to go|on from now|into the future|or so away|or so from now|or so off|at most|at the most|at the outside|maximum|max|tops",
)
GRAMMAR.words(
    "SOLONG",
    "or so|or less|at most|at the most|at the outside|tops|max|maximum|or fewer|if not sooner|if not less|or sooner|or thereabouts|at the latest|or under|at best|, tops|, maximum|, max|, at most|, at the most|, at the outside|, or less|, or sooner|, if not sooner",
)


def counted(amount: Amount, at: Context, *, strength: int, how: str = "within") -> Draft:
    """The anchor plus the amount; vague amounts carry their window."""
    day = amount.after(at.anchor, calendar_quarters=True)
    rule = f"{how} {amount.words} of {at.anchor.isoformat()}"
    if amount.vague:
        low, high = amount.window(at.anchor)
        return Draft(day, rule, "vague", low, high, vague=True, strength=strength, counted=True)
    precision = {"fortnight": "week", "hour": "day", "minute": "day", "second": "day"}
    return Draft(
        day, rule, precision.get(amount.unit, amount.unit), day, day, strength=strength, counted=True
    )  # fmt: skip


@GRAMMAR.rule(
    "COUNTED", "within an amount", "C2, C3, C13",
    "(INSIDE:head|INSIDE:head the) [ROUGHLY] AMOUNT:amount ['|'s] [time] [SOLONG] [(from|of) (now|today)|ahead|to come]", example="within six months",
)  # fmt: skip
def within(c: Captures, at: Context) -> Draft | None:
    amount, head = c["amount"], c["head"]
    if head == "for" and amount.bare:
        return None  # "for years": no date (C14)
    if head in ("over", "after", "by", "during", "through", "throughout", "across"):
        return replace(counted(amount, at, strength=1), loose=True)
    if head == "for":
        return replace(counted(amount, at, strength=1, how="for"), precision=_size(amount))
    return counted(amount, at, strength=3 if head.startswith(("within", "inside")) else 2)


def _size(amount: Amount) -> str:
    return "vague" if amount.vague else {"fortnight": "week"}.get(amount.unit, amount.unit)


@GRAMMAR.rule(
    "COUNTED", "over the next amount", "C2, C11, C12, C13",
    "[INSIDE|by] [ROUGHLY] (COMING AMOUNT:amount|THENEXT UNIT:unit) [SOLONG]|[some time|sometime|at some point|any time|early] (in|within|over|during) (COMING AMOUNT:amount|THENEXT UNIT:unit) [SOLONG]",
    example="over the next 12 months",
)  # fmt: skip
def over_next(c: Captures, at: Context) -> Draft | None:
    amount: Amount = c.get("amount") or Amount(1, 1, c["unit"], f"one {c['unit']}")
    if "unit" in c and c["unit"] == "generation":
        amount = replace(amount, vague="generation")
    return counted(replace(amount, bare=False), at, strength=3)


@GRAMMAR.rule(
    "COUNTED", "in the weeks ahead", "C13",
    "(in|over|during|within|through|throughout) (the|these) UNITS:unit (ahead|to come|that follow|to follow|ahead of us|before us|that lie ahead|immediately ahead)", example="in the weeks ahead",
)  # fmt: skip
def weeks_ahead(c: Captures, at: Context) -> Draft | None:
    n = FEW[c["unit"]]
    return counted(
        Amount(n, n, c["unit"], f"{c['unit']}s (read as {n})", vague="bare"), at, strength=2
    )


@GRAMMAR.rule(
    "COUNTED", "an amount from now", "C2, C3",
    "[in|within|for|only|still|by|around] [the] AMOUNT:amount [or so|or more|or less|' s] FROMNOW [LATEST]", example="six to twelve months away",
)  # fmt: skip
def from_now(c: Captures, at: Context) -> Draft | None:
    return counted(c["amount"], at, strength=2)


@GRAMMAR.rule(
    "COUNTED", "more of an amount", "C2, C15",
    "[for|in|within|after] [ROUGHLY] (another|a further|an additional|yet another|still another) AMOUNT:amount [more] [LATEST]"
    "|[for|in|within|after] [ROUGHLY] (NUM:n|a|an|NUM:low (to|or|-) NUM:n) (more|further|additional|extra|other) (UNITS:unit|UNIT:unit)"
    "|[for|in|within] [ROUGHLY] AMOUNT:amount (more|longer)", example="six more weeks",
)  # fmt: skip
def more(c: Captures, at: Context) -> Draft | None:
    amount = c.get("amount")
    if amount is None:
        n = c.get("n", 1)
        amount = Amount(n, n, c["unit"], f"{n:g} more {c['unit']}{'' if n == 1 else 's'}")
    return counted(amount, at, strength=2) if not amount.bare else None


@GRAMMAR.rule(
    "COUNTED",
    "an amount alone",
    "C2, C3, C14",
    "AMOUNT:amount [SOLONG]",
    example="one to three months",
)
def amount_alone(c: Captures, at: Context) -> Draft | None:
    amount: Amount = c["amount"]
    if amount.bare:
        return None
    return replace(counted(amount, at, strength=1), loose=True)


@GRAMMAR.rule(
    "COUNTED",
    "within the decade",
    "C11, C17",
    "(within|inside) (the|a|one) decade",
    example="within the decade",
)
def within_decade(c: Captures, at: Context) -> Draft | None:
    p = decade(at.anchor.year)
    note = f"or {shift(at.anchor, 10, 'year').isoformat()}"
    return Draft(p.end, f"the last day of {p.name}", "decade", p.end, p.end, note=note, strength=3)


@GRAMMAR.rule(
    "COUNTED",
    "within the hour",
    "C2",
    "(within|in|inside) the (hour|minute)",
    example="within the hour",
)
def within_hour(c: Captures, at: Context) -> Draft | None:
    return Draft(at.anchor, "the day itself", "day", at.anchor, at.anchor, strength=3)


@GRAMMAR.rule(
    "COUNTED", "an amount from a day", "C2",
    "[INSIDE|by] [the] [ROUGHLY] AMOUNT:amount (from|after|of|following|before|ahead of|prior to|into):way PERIOD:p",
    example="within two weeks of 1 May",
)  # fmt: skip
def from_day(c: Captures, at: Context) -> Draft | None:
    amount, p = c["amount"], c["p"]
    if c["way"] in ("before", "ahead of", "prior to"):
        day = shift(p.start, -amount.high, amount.unit)
        return Draft(day, f"{amount.words} before {p.name}", "day", day, day, strength=2)
    start = p.start - ONE_DAY if c["way"] == "into" else p.end
    day = amount.after(start)
    low, high = amount.window(start) if amount.vague else (day, day)
    if c["way"] == "into" and amount.vague:  # so much of the period, and not more of it than that
        day, high = (
            shift(start, FEW[amount.unit], amount.unit),
            shift(start, SEVERAL[amount.unit], amount.unit),
        )
    words = f"{amount.words} from {start.isoformat()}"
    return Draft(day, words, _size(amount), low, high, vague=bool(amount.vague), strength=2)


@GRAMMAR.rule(
    "COUNTED",
    "so many periods on",
    "C2",
    "(today|tomorrow):day week|a (week|fortnight|month|year):unit (today|tomorrow|from tomorrow)",
    example="a week today",
)
def week_today(c: Captures, at: Context) -> Draft | None:
    day: dt.date = shift(at.anchor, 1, c.get("unit", "week"))
    return Draft(
        day, f"{c.get('unit', 'week')} from {at.anchor}", "day", day, day, strength=2, counted=True
    )
