"""Periods named before: "in July, and by the end of that month" is July's last day (C14).

So are "that summer", "the year after", "the following month" and "a week later".
"""

from dataclasses import replace

from ledger.core.deadlines.grammar import GRAMMAR, Captures, Context, Found, State
from ledger.core.deadlines.reading import Draft, event_anchor
from ledger.core.deadlines.rolling import nearest
from ledger.core.deadlines.seasons import season_of
from ledger.core.deadlines.units import SEASONS, Period, shift, unit_at

SIZES = "day week weekend month quarter half season year decade century".split()
FARTHEST = 40  # tokens back in which the name may stand
GOES_ON = frozenset("and but or as when if with while because ,".split())


def _before(state: State, i: int, unit: str) -> Period | None:
    """The last day or period named before that is not longer than a unit."""
    for j in range(i - 1, max(-1, i - FARTHEST), -1):
        for end, period in GRAMMAR.parse("WHOLE", state, j):
            if end <= i and SIZES.index(period.precision) <= SIZES.index(unit):
                whole = _wholly(state, j, end) or period
                # A month without a year that would be next year's may as well be over.
                return None if whole.far else whole
    return None


def _wholly(state: State, j: int, end: int) -> Period | None:
    """The period that more words name: of "March 2023" not the year alone."""
    for first in range(max(0, j - 3), j):
        for last, period in GRAMMAR.parse("WHOLE", state, first):
            if last == end:
                longer: Period = period
                return longer
    return None


@GRAMMAR.terminal("THATUNIT", ["that"])
def _that(state: State, i: int) -> Found:
    """The unit of the day or period named before, or the first such season from it on."""
    unit = state.word(i + 1)
    name = unit if unit in SEASONS else ""
    if not name and (unit not in SIZES or unit == "season"):
        return []
    period = _before(state, i, "year" if name else unit)
    if period is None:
        return []
    if not name:
        return [(i + 2, unit_at(unit, period.start).freed())]
    at = replace(state.at, anchor=period.start, past=False)
    found = nearest(lambda y: season_of(y, name, at), at)
    return [(i + 2, replace(found, far=False).freed())] if found else []


@GRAMMAR.terminal("NEXTUNIT", ["the"])
def _next(state: State, i: int) -> Found:
    """The unit after the day or period named before: "the year after", "the following year"."""
    if state.word(i + 1) in ("following", "next"):
        unit, end = state.word(i + 2), i + 3
    elif state.word(i + 2) == "after":
        unit, end = state.word(i + 1), i + 3
    else:
        return []
    stops = not state.word(end).isalnum() or state.word(end) in GOES_ON
    named = unit in SIZES and unit != "season" and (state.word(end - 1) != "after" or stops)
    if not named or (state.word(i + 1) == "next" and unit != "day"):
        return []
    period = _before(state, i, unit)
    return [] if period is None else [(end, unit_at(unit, period.start, 1).freed())]


@GRAMMAR.terminal("LATER", ["a", "one"])
def _later(state: State, i: int) -> Found:
    """The day or period named before, one unit later: "a year later"."""
    unit = state.word(i + 1)
    if unit not in SIZES or state.word(i + 2) != "later" or state.word(i + 3) == "than":
        return []
    period = _before(state, i, unit)
    if period is None:
        return []
    start, end = (shift(day, 1, unit) for day in (period.start, period.end))
    return [(i + 3, replace(period, start=start, end=end, name=f"up to {end}", free=True))]


@GRAMMAR.rule("NAMED", "the period named before", "C14", "(THATUNIT:p|NEXTUNIT:p|LATER:p)",
              example="in July 2023, and by the end of that month")  # fmt: skip
def _named(c: Captures, _at: Context) -> Period | None:
    found: Period = c["p"]
    return found


@GRAMMAR.rule("UNNAMED", "a period that is not named", "C14",
              "PREP [[the] (ENDNOUN|STARTNOUN|middle) of] that (UNITNAME|day|season|time|point)",
              example="by the end of that month")  # fmt: skip
def _unnamed(_c: Captures, _at: Context) -> Draft | None:
    return event_anchor()
