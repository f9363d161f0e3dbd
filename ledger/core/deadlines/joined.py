"""Any period, and two of them joined: July or August, late 2017 or early 2018 (C3)."""

from dataclasses import replace

from ledger.core.deadlines import (  # noqa: F401 - the families of rules that a period is made of
    amounts,
    days,
    fiscal,
    holidays,
    part_rules,
    seasons,
    weekdays,
    words,
    years,
)
from ledger.core.deadlines.grammar import GRAMMAR, Captures, Context
from ledger.core.deadlines.parts import part
from ledger.core.deadlines.units import Period, unit_at

UNITS = frozenset("week month quarter year decade".split())  # what "or next" can leave out

# WHOLE is what "the end of ..." can be a part of; order decides between equal lengths.
GRAMMAR.alias(
    "WHOLE", "NAMED DAY FISCALYEAR MONTHLIKE SEASONLIKE HOLIDAYLIKE SIMPLE WEEKLIKE YEARLIKE"
)
GRAMMAR.alias("SINGLE", "PART WHOLE")
GRAMMAR.alias("PERIOD", "SINGLE")

GRAMMAR.words(
    "ORELSE", "[,] (or|to|through|and|-|if not) [perhaps|maybe|even|possibly|into|more likely]"
)


@GRAMMAR.rule("PERIOD", "one period or another", "C3",
              "[either|both] SINGLE:first ORELSE [in|on|by|during] SINGLE:last",
              example="in July or August")  # fmt: skip
def _either(c: Captures, _at: Context) -> Period | None:
    first: Period = c["first"]
    last: Period = c["last"]
    if first.end > last.end:
        first, last = last, first
    return replace(last, start=min(first.start, last.start), name=f"{first.name} to {last.name}",
                   free=first.free or last.free, edge=False)  # fmt: skip


@GRAMMAR.rule(
    "PERIOD", "this year or next", "C3",
    "[either] SINGLE:first ORELSE [in|by|the|sometime] [EARLY:early|MID:mid|LATE:late|"
    "STARTNOUN of:start|middle of:mid|ENDNOUN of:late] [the] next",
    example="late this year or early next",
)  # fmt: skip
def _or_next(c: Captures, at: Context) -> Period | None:
    first: Period = c["first"]
    if first.precision not in UNITS or first.start > unit_at(first.precision, at.anchor).end:
        return None
    later = unit_at(first.precision, at.anchor, 1).freed()
    which = next((w for w in ("early", "mid", "late", "start") if w in c), None)
    return part(later, which) if which else later


@GRAMMAR.rule("PERIOD", "one part or the next", "C3",
              "[the] (ORD|EARLY|MID|LATE) [-] (or|to|and|or even|if not) [the] SINGLE:last",
              example="in the second or third week of July 2024")  # fmt: skip
def _or_third(c: Captures, _at: Context) -> Period | None:
    last: Period = c["last"]
    return None if last.precision in ("decade", "century") else last


@GRAMMAR.rule("PERIOD", "a period with a margin", "C3",
              "SINGLE:p [,] (give or take|plus or minus|plus - or - minus) AMOUNT:margin",
              example="in July 2025, give or take eight months")  # fmt: skip
def _margin(c: Captures, _at: Context) -> Period | None:
    p: Period = c["p"]
    end = c["margin"].after(p.end)
    return replace(
        p, end=end, name=f"{p.name} and {c['margin'].words} more, up to {end}", edge=True
    )


@GRAMMAR.rule("PERIOD", "two neighbouring months", "C3",
              "[the] MONTHLIKE:first MONTHLIKE:last [quarter|period|window]",
              example="in July-August")  # fmt: skip
def _neighbours(c: Captures, _at: Context) -> Period | None:
    first: Period = c["first"]
    last: Period = c["last"]
    if first.end > last.end:
        return None
    return replace(last, start=first.start, name=f"{first.name} to {last.name}")
