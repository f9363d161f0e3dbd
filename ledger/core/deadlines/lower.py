"""Lower bounds: no date to be late for, only a day before which it will not be (C14, C15)."""

import datetime as dt
from dataclasses import replace

from ledger.core.deadlines.counted import counted
from ledger.core.deadlines.durations import Amount, exactly
from ledger.core.deadlines.grammar import GRAMMAR, Captures, Context
from ledger.core.deadlines.reading import Draft
from ledger.core.deadlines.units import ONE_DAY, Period

GRAMMAR.words(
    "NOTBEFORE",
    "[by] (no|not) (earlier|sooner|before) than|not [much] before|never before|not (until|till)|"
    "not by|"
    "at the earliest [by|in|on]|earliest|(starting|beginning|effective) [in|on|from|as of]|as "
    "(of|from)|"
    "[with effect] from|from the (start|beginning) of|(on|in) or after|only from|"
    "[from|by|in|possibly|perhaps|maybe] as (early|soon) as [in|on]",
)
GRAMMAR.words(
    "EARLIEST",
    "[,] (at the [very] (earliest|soonest)|at earliest|earliest|onward|onwards|and not before|"
    "(or|and) [even|possibly|perhaps] (later|after|beyond) [still])",
)
GRAMMAR.words(
    "ATLEAST",
    "at [the very] least|(not|no) (less|fewer|sooner|earlier) than|more than|over|well over|"
    "upwards of|longer than|[a] minimum of",
)
GRAMMAR.words(
    "ORMORE",
    "(or|and) (more|longer|later)|plus|at [the very] least|at the (earliest|soonest)|at a minimum",
)
GRAMMAR.words(
    "LONGER", "[ANOTHER|THENEXT] (AMOUNT:amount|NUM:n more (ANYUNIT))|(ANOTHER|THENEXT) UNIT:unit"
)
GRAMMAR.words("AWAY", "away|off|out|from (now|today)|hence|down the (road|line)|more|longer")


def lower(day: dt.date, rule: str, *, is_counted: bool = False, beyond: bool = False) -> Draft:
    """A bound and no deadline."""
    return Draft(None, rule, "none", vague=True, not_before=day, strength=2, counted=is_counted,
                 beyond=beyond)  # fmt: skip


def _from_start(p: Period) -> Draft:
    """Not before a period starts; of "the end of 2023" that day itself is still too early."""
    draft = lower(p.start, f"not before {p.start.isoformat()}")
    return replace(draft, last=p.end) if p.edge else draft


@GRAMMAR.rule("LOWER", "not before a period", "C14, C15", "NOTBEFORE [FILL] PERIOD:p [EARLIEST]",
              example="no earlier than 2026")  # fmt: skip
def _not_before(c: Captures, _at: Context) -> Draft | None:
    return _from_start(c["p"])


@GRAMMAR.rule(
    "LOWER", "a period at the earliest", "C14",
    "[by|until|till|not until|not before|before|IN] [FILL] PERIOD:p EARLIEST",
    example="in 2027 at the earliest",
)  # fmt: skip
def _at_earliest(c: Captures, _at: Context) -> Draft | None:
    return _from_start(c["p"])


GRAMMAR.words(
    "AFTER",
    "[not until|until|till|only|SOMETIME|well|long|shortly|soon|just|immediately|right] "
    "(after|following|later than)",
)


@GRAMMAR.rule("LOWER", "after a period", "C14", "(AFTER|(beyond|past):beyond) [FILL] PERIOD:p",
              example="after 2030")  # fmt: skip
def _after(c: Captures, _at: Context) -> Draft | None:
    p: Period = c["p"]
    return lower(p.end + ONE_DAY, f"after {p.end.isoformat()}", beyond="beyond" in c)


@GRAMMAR.rule("LOWER", "well beyond a period", "C15", "(well|far|way|long) (beyond|past) PERIOD:p",
              example="well beyond the summer")  # fmt: skip
def _well_beyond(c: Captures, _at: Context) -> Draft | None:
    p: Period = c["p"]
    rule = f"at least to the last day of {p.name}"
    return Draft(
        p.end, rule, p.precision, p.end, p.end, note="it is said to last longer", strength=3
    )


@GRAMMAR.rule(
    "LOWER", "at least an amount", "C14",
    "[in|still|within|probably|likely|perhaps] ATLEAST LONGER [AWAY] [EARLIEST]"
    "|[in|by|not for|not in|not until|not before] AMOUNT:amount [AWAY] [or so] ORMORE [AWAY]"
    "|[in] NUM:n (or more|plus) (UNITS:unit|UNIT:unit) [AWAY]"
    "|not (for|in|within|inside) [at least] LONGER [yet|or so|AWAY|ORMORE]",
    example="at least two years away",
)  # fmt: skip
def _at_least(c: Captures, at: Context) -> Draft | None:
    amount: Amount = c.get("amount") or exactly(c.get("n", 1), c["unit"])
    rule = f"at least {amount.words} after {at.anchor.isoformat()}"
    return lower(amount.least_after(at.anchor), rule, is_counted=True)


@GRAMMAR.rule(
    "LOWER", "lasting at least an amount", "C15",
    "for ATLEAST LONGER [more|longer]|for AMOUNT:amount ORMORE",
    example="for at least two more years",
)  # fmt: skip
def _lasting(c: Captures, at: Context) -> Draft | None:
    amount: Amount = c.get("amount") or exactly(c.get("n", 1), c["unit"])
    return None if amount.bare else counted(amount, at, strength=2, how="for at least")
