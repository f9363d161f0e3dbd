"""Lower bounds: no date to be late for, only a day before which it will not be (C14)."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from ledger.core.deadlines.amounts import Amount
from ledger.core.deadlines.calendar_units import ONE_DAY, Period, shift
from ledger.core.deadlines.grammar import GRAMMAR, Context
from ledger.core.deadlines.reading import Draft

Captures = Mapping[str, Any]

GRAMMAR.words(
    "NOTBEFORE",
    "[by] (no earlier than|not earlier than|no sooner than|not sooner than|not before|never before|not until|not till|"
    "only from|no earlier|at the earliest|at the earliest by|at the earliest in|earliest|starting|starting in|starting from|starting on|"
    "beginning|beginning in|beginning on|beginning from|as of|as from|from|with effect from|effective|effective from|only in|not much before|"
    "as early as|as soon as|from as early as|possibly as early as|perhaps as early as|as early as in|not by|only after the start of|"
    "from the start of|from the beginning of|at any time from|any time from|on or after|in or after|in or later than)",
)
GRAMMAR.words(
    "EARLIEST",
    "[,] (at the earliest|at the very earliest|at the soonest|earliest|or later|or after|or beyond|at earliest|or even later|or later still|and not before|and beyond|onwards|onward|on|and not earlier|and later|and after)",
)
GRAMMAR.words(
    "ATLEAST",
    "at least|not less than|no less than|no fewer than|more than|over|well over|upwards of|longer than|not for|not in|not within|not for at least|not in less than|not for another|at least another|at the very least|a minimum of|no sooner than|no earlier than|not before|not until|for at least",
)


def lower(day: dt.date, rule: str, *, counted: bool = False) -> Draft:
    """A bound and no deadline."""
    return Draft(
        None, rule, "none", vague=True, not_before=day, strength=0, counted=counted, lasting=True
    )


@GRAMMAR.rule(
    "LOWER",
    "not before a period",
    "C14, C15",
    "NOTBEFORE [FILL] PERIOD:p [EARLIEST]",
    example="no earlier than 2026",
)
def not_before(c: Captures, at: Context) -> Draft | None:
    p: Period = c["p"]
    return lower(p.start, f"not before {p.start.isoformat()}")


@GRAMMAR.rule(
    "LOWER", "a period at the earliest", "C14",
    "[in|by|on|before|until|not until|not before|during|sometime in|at] [FILL] PERIOD:p EARLIEST", example="in 2027 at the earliest",
)  # fmt: skip
def at_earliest(c: Captures, at: Context) -> Draft | None:
    p: Period = c["p"]
    return lower(p.start, f"not before {p.start.isoformat()}")


@GRAMMAR.rule(
    "LOWER", "after a period", "C14",
    "[not until|until|only|some time|sometime|well|long|shortly|soon|just|immediately|right|any time|not before|till|at some point] (after|following|later than|beyond|past|since after|the other side of) [FILL] PERIOD:p", example="after 2030",
)  # fmt: skip
def after_period(c: Captures, at: Context) -> Draft | None:
    p: Period = c["p"]
    day = p.end + ONE_DAY
    return lower(day, f"after {p.end.isoformat()}")


@GRAMMAR.rule(
    "LOWER",
    "well beyond a period",
    "C15",
    "(well|far|way|long) (beyond|past) PERIOD:p",
    example="well beyond the summer",
)
def well_beyond(c: Captures, at: Context) -> Draft | None:
    p: Period = c["p"]
    return Draft(p.end, f"at least to the last day of {p.name}", p.precision, p.end, p.end,
                 note=f"it is said to last beyond {p.end.isoformat()}", strength=3)  # fmt: skip


@GRAMMAR.rule(
    "LOWER", "at least an amount", "C14",
    "[in|still|for|within] [probably|likely|perhaps|maybe] ATLEAST [the|another|a further|the next] [next|coming] AMOUNT:amount [more] [FROMNOW|longer] [at the earliest|at least]"
    "|[in|not for|not in|not until|not before] AMOUNT:amount [away|off|out|from now|hence] (or more|or longer|at the earliest|at least|at a minimum|at the very least|plus|or later|at the soonest) [away|off|out|from now]"
    "|not (for|in|within|inside) [at least] [another|a further|the next|the coming] AMOUNT:amount [yet|or so|away|more]",
    example="at least two years away",
)  # fmt: skip
def at_least(c: Captures, at: Context) -> Draft | None:
    amount: Amount = c["amount"]
    day = shift(at.anchor, min(3, amount.low) if amount.vague else amount.low, amount.unit)
    return lower(day, f"at least {amount.words} after {at.anchor.isoformat()}", counted=True)


@GRAMMAR.rule(
    "LOWER", "lasting at least an amount", "C15", "for (at least|more than|over|longer than|upwards of|well over|not less than|no less than) [another|a further|the next] AMOUNT:amount [more]", example="for at least two more years",
)  # fmt: skip
def lasting(c: Captures, at: Context) -> Draft | None:
    from ledger.core.deadlines.counted import counted  # noqa: PLC0415

    amount: Amount = c["amount"]
    return None if amount.bare else counted(amount, at, strength=2, how="for at least")
