"""Tiny builders: a row of a table of cases says only what the case is about.

Days are written as ISO text; `on("2017-07-10")` and the like are rulings, and
`knowing(...)` is what is known after them.
"""

import datetime as dt
from decimal import Decimal

from ledger.core import rulings
from ledger.core.model import (
    Bound,
    Claim,
    Interval,
    Join,
    Kind,
    Knowledge,
    Part,
    Question,
    Ruling,
    Window,
)

EVENT = Question(1, "k1", "Mosul retaken")
NUMBER = Question(2, "k2", "inflation in June", Kind.NUMBER, unit="%")
CHOICE = Question(3, "k3", "winner", Kind.CHOICE, options=("Ann", "Bob", "Cy"))


def d(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def window(text: str | None) -> Window | None:
    """Read "D" as one day and "D1..D2" as a window."""
    if text is None:
        return None
    first, _, last = text.partition("..")
    return Window(d(first), d(last)) if last else Window.on(d(first))


def bound(text: str | Bound | None) -> Bound | None:
    return text if isinstance(text, Bound) or text is None else Bound(window(text))


def of(question: int, offset: int = 0) -> Bound:
    """Return another question's day plus some days."""
    return Bound(question=question, offset=offset)


def event(question=1, *, by=None, after=None, no=False) -> Part:
    return Part(question, negated=no, after=bound(after), until=bound(by))


def at_least(number, question=2, *, no=False) -> Part:
    return Part(question, Kind.NUMBER, negated=no, interval=Interval(low=Decimal(str(number))))


def number(low=None, high=None, *, open_low=False, open_high=False, question=2, no=False) -> Part:
    low, high = (None if x is None else Decimal(str(x)) for x in (low, high))
    interval = Interval(low, high, open_low, open_high)
    return Part(question, Kind.NUMBER, negated=no, interval=interval)


def choice(*options: int, question=3, no=False) -> Part:
    return Part(question, Kind.CHOICE, negated=no, options=options)


def claim(*parts: Part, by=None, given: Part | None = None) -> Claim:
    return Claim(parts, Join.ALL, given, window(by))


def any_of(*parts: Part, by=None, given: Part | None = None) -> Claim:
    return Claim(parts, Join.ANY, given, window(by))


def on(text: str) -> Ruling:
    days = window(text)
    assert days
    return rulings.happened(days.earliest, days.latest)


def not_by(text: str, *, final=False) -> Ruling:
    return rulings.not_by(d(text), final=final)


def value(low, high=None, *, final=False) -> Ruling:
    high = None if high is None else Decimal(str(high))
    return rulings.value(Decimal(str(low)), high, final=final)


def knowing(*said: Ruling, question: Question = EVENT) -> Knowledge:
    """Return what is known after these rulings, in their order."""
    knowledge = rulings.unknown(question)
    for ruling in said:
        knowledge = rulings.learn(question, knowledge, ruling)
    return knowledge


# What may be known of an event that is forecast for 8 August 2017.
NOTHING = knowing()
NEVER = knowing(rulings.never())
ANNULLED = knowing(rulings.annul())
EARLY = knowing(on("2017-05-21"))
LATE = knowing(on("2017-10-17"))
NOT_YET = knowing(not_by("2017-03-31"))
NOT_IN_TIME = knowing(not_by("2017-08-08"))
LOST_TRACK = knowing(not_by("2017-03-31", final=True))
