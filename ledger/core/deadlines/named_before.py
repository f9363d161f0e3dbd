"""Periods named before: "in July, and by the end of that month" is July's last day (C14)."""

from ledger.core.deadlines.dateless import event_anchor
from ledger.core.deadlines.grammar import GRAMMAR, Captures, Context, Found, State
from ledger.core.deadlines.reading import Draft
from ledger.core.deadlines.units import Period, unit_at

SIZES = "day week weekend month quarter half season year decade century".split()
FARTHEST = 40  # tokens back in which the name may stand


@GRAMMAR.terminal("THATUNIT", ["that"])
def _that(state: State, i: int) -> Found:
    """The unit of the last day or period named before that is not longer than the unit."""
    unit = state.word(i + 1)
    if unit not in SIZES or unit == "season":
        return []
    for j in range(i - 1, max(-1, i - FARTHEST), -1):
        for end, period in GRAMMAR.parse("WHOLE", state, j):
            if end <= i and SIZES.index(period.precision) <= SIZES.index(unit):
                # A month without a year that would be next year's may as well be over.
                return [] if period.far else [(i + 2, unit_at(unit, period.start).freed())]
    return []


@GRAMMAR.rule("SIMPLE", "the period named before", "C14", "THATUNIT:p",
              example="in July 2023, and by the end of that month")  # fmt: skip
def _named(c: Captures, _at: Context) -> Period | None:
    found: Period = c["p"]
    return found


@GRAMMAR.rule("UNNAMED", "a period that is not named", "C14",
              "PREP [[the] (ENDNOUN|STARTNOUN|middle) of] that (UNITNAME|day|season|time|point)",
              example="by the end of that month")  # fmt: skip
def _unnamed(_c: Captures, _at: Context) -> Draft | None:
    return event_anchor()
