"""Before, until, through and between periods: limits that are not the end of one (C5, C15, C17)."""

from dataclasses import replace

from ledger.core.deadlines.ending import ending
from ledger.core.deadlines.grammar import GRAMMAR, Captures, Context
from ledger.core.deadlines.parts import first_half
from ledger.core.deadlines.reading import Draft
from ledger.core.deadlines.units import ONE_DAY, Period
from ledger.core.deadlines.weekdays import hour_alone

YEAR = 366  # days

GRAMMAR.words(
    "BEFORE",
    "[some time|sometime|any time|well|long|shortly|just|even|right|not long] "
    "(before|ahead of|prior to|in advance of|this side of|earlier than|sooner than|"
    "in the (run|lead) up to)",
)


def _not_begun(period: Period, at: Context) -> Period:
    """The period, or the next such one when it has begun: "before the summer", said in July."""
    return period.later if period.later and period.start <= at.anchor else period


@GRAMMAR.rule("ENDING", "into a period", "C15, C17", "[well|deep|far|long|late] into PERIOD:p",
              example="well into 2024")  # fmt: skip
def _into(c: Captures, _at: Context) -> Draft | None:
    p: Period = c["p"]
    low = first_half(p).end if p.end - p.start > 6 * ONE_DAY else p.start
    return replace(ending(p, strength=2), earliest=low, precision="vague", vague=True)


@GRAMMAR.rule("ENDING", "before an hour of a day", "C1",
              "BEFORE (CLOCK|NUM) [ZONE] [,] [on] DAY:p|BEFORE CLOCK:time",
              example="before noon on Friday")  # fmt: skip
def _before_hour(c: Captures, at: Context) -> Draft | None:
    """A day is late only when it is over: at noon on Friday it is Friday."""
    day = hour_alone(c["time"], at) if "time" in c else c["p"]
    return ending(day, strength=3) if day.precision == "day" else None


@GRAMMAR.rule(
    "ENDING",
    "before a period",
    "C5",
    "BEFORE [FILL] PERIOD:p [ARRIVES|itself] [LATEST]",
    example="before March",
)
def _before(c: Captures, at: Context) -> Draft | None:
    p: Period = c["p"]
    if p.edge:
        return ending(p, strength=3)
    p = _not_begun(p, at)
    day = p.start - ONE_DAY
    return Draft(day, f"the day before {p.name}", p.precision, day, day, strength=3,
                 counted=p.rolling)  # fmt: skip


@GRAMMAR.rule(
    "ENDING",
    "before a period is out",
    "C5",
    "(before|as|by the time [that]|when|until) PERIOD:p OVER",
    example="before the month is out",
)
def _before_out(c: Captures, _at: Context) -> Draft | None:
    return ending(c["p"], strength=3)


@GRAMMAR.rule("ENDING", "until a period", "C5, C15, C17",
              "[up|right up|from now [on]] (until|till|til) [FILL] PERIOD:p "
              "[or so|or beyond|at [the very] least]", example="until 2027")  # fmt: skip
def _until(c: Captures, at: Context) -> Draft | None:
    p: Period = c["p"]
    if p.edge or p.precision == "day":
        return ending(p, strength=3)
    p = _not_begun(p, at)
    day = p.start - ONE_DAY
    note = f"or {p.end.isoformat()}, the last day of it"
    return Draft(
        day, f"the day before {p.name} starts", p.precision, day, day, note=note, strength=3
    )


@GRAMMAR.rule(
    "ENDING",
    "through a period",
    "C5, C15",
    "[up|right|all the way|from now [on]|now] (through|throughout|thru) [to|until|FILL] PERIOD:p "
    "[and beyond|or beyond]",
    example="through 2025",
)
def _through(c: Captures, _at: Context) -> Draft | None:
    return ending(c["p"], strength=3)


@GRAMMAR.rule(
    "ENDING",
    "between now and a period",
    "C3",
    "[SOMETIME] (between|from) (now|today|here|then|PERIOD:first) "
    "(and|to|until|till|through|-) [FILL] PERIOD:p",
    example="between now and March",
)
def _between(c: Captures, _at: Context) -> Draft | None:
    return _from_first(c, ending(c["p"], strength=1 if c["p"].far else 3))


def _from_first(c: Captures, draft: Draft) -> Draft:
    """The first day that is named is kept, though only the last one makes a deadline (C3).

    A first day without a year is the last such before the deadline: "between May and July 2028".
    """
    first: Period | None = c.get("first")
    if first is None or draft.deadline is None:
        return draft
    yearless = first.later is not None
    while first.later and first.later.start <= draft.deadline:
        first = first.later
    days = (draft.deadline - first.start).days
    return (
        draft if days < 0 or (yearless and days > YEAR) else replace(draft, not_before=first.start)
    )


@GRAMMAR.rule(
    "ENDING",
    "one period until another",
    "C3",
    "[from] PERIOD:first (..|until|till|through) PERIOD:p",
    example="2023-10..2023-12",
)
def _span(c: Captures, _at: Context) -> Draft | None:
    return _from_first(c, ending(c["p"], strength=3))
