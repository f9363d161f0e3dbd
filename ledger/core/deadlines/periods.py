"""Periods put together: any single one, two joined by "or" (C3), a month before its event."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ledger.core.deadlines import days, fiscal, holidays, parts, seasons, years
from ledger.core.deadlines.calendar_units import Period
from ledger.core.deadlines.grammar import GRAMMAR, Context

Captures = Mapping[str, Any]

FAMILIES = (days, years, seasons, holidays, fiscal, parts)


def _alias(symbol: str, names: str) -> None:
    for name in names.split():
        GRAMMAR.alias(symbol, name)


# WHOLE is what "the end of ..." can have a part of; order decides between equal lengths.
_alias("WHOLE", "DAY FISCALYEAR MONTHLIKE SEASONLIKE HOLIDAYLIKE SIMPLE WEEKLIKE YEARLIKE")
_alias("SINGLE", "PART DAY FISCALYEAR MONTHLIKE SEASONLIKE HOLIDAYLIKE SIMPLE WEEKLIKE YEARLIKE")
_alias("PERIOD", "SINGLE")


@GRAMMAR.rule(
    "PERIOD", "one period or another", "C3",
    "[either] SINGLE:first [,] (or|or perhaps|or maybe|or even|to|and|-|and into|and possibly|if not|or possibly|through) "
    "[in|on|by|early in|late in] SINGLE:last",
    example="in July or August",
)  # fmt: skip
def either(c: Captures, at: Context) -> Period | None:
    first: Period = c["first"]
    last: Period = c["last"]
    if first.end > last.end:
        return replace(
            first, start=min(first.start, last.start), name=f"{last.name} or {first.name}"
        )
    return replace(last, start=min(first.start, last.start), name=f"{first.name} or {last.name}",
                   free=first.free or last.free, edge=False)  # fmt: skip


@GRAMMAR.rule(
    "PERIOD",
    "two neighbouring months",
    "C3",
    "MONTHLIKE:first MONTHLIKE:last",
    example="in July-August",
)
def neighbours(c: Captures, at: Context) -> Period | None:
    first: Period = c["first"]
    last: Period = c["last"]
    if first.end > last.end:
        return None
    return replace(last, start=first.start, name=f"{first.name} to {last.name}")
