"""The records that cross the layers, and how they hang together.

    forecaster --makes--> forecast --has--> part(s) --ask--> question <--settle-- ruling(s)
                             |                |                  |                    |
                          update(s)       accepted answers   one answer          evidence
                             |
    source --publishes--> article --carries (citation: quote, via)--> forecast

A question has one answer. Rulings say which answers are still possible.
A forecast accepts some answers, with a probability:

    everything still possible is accepted     -> true
    nothing still possible is accepted        -> false
    otherwise                                 -> pending; unclear once nothing more will be learned
    condition failed, or question annulled    -> void

The deadline of an event belongs to the forecast and not to the question: one ruling
("Raqqa retaken on 2017-10-17") settles everybody's deadline at once.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from ledger.core.spans import ANY_DAY_OR_NEVER, ANY_NUMBER, NEVER, Spans


class Kind(StrEnum):
    """What kind of answer a question has."""

    EVENT = "event"
    NUMBER = "number"
    CHOICE = "choice"


def one_answer(kind: Kind, possible: Spans) -> bool:
    """Say whether a single answer is left, after which nothing more can be learned."""
    if len(possible.cuts) != 2:
        return False
    (low, _), (high, _) = possible.cuts
    return low == high if kind is Kind.NUMBER else high - low == 1


class Verdict(StrEnum):
    """What is known of a forecast, or of a part of one."""

    TRUE = "true"
    FALSE = "false"
    PENDING = "pending"
    UNCLEAR = "unclear"
    VOID = "void"
    ANSWERED = "answered"  # by a forecast that took no side: neither right nor wrong


class Join(StrEnum):
    """How the parts of a forecast hang together."""

    ALL = "all"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Window:
    """A day that is known to lie between two days, both included."""

    earliest: dt.date
    latest: dt.date

    @classmethod
    def on(cls, day: dt.date) -> "Window":
        """Return the window of one known day."""
        return cls(day, day)


@dataclass(frozen=True, slots=True)
class Bound:
    """An end of the days that a part accepts.

    Either a window of days, or another question's day plus `offset` days.
    """

    window: Window | None = None
    question: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Interval:
    """Numbers from low to high; None is unbounded, `open_*` leaves the end itself out."""

    low: Decimal | None = None
    high: Decimal | None = None
    open_low: bool = False
    open_high: bool = False

    def spans(self) -> Spans:
        """Return the numbers as a set of answers."""
        low = None if self.low is None else (self.low, int(self.open_low))
        high = None if self.high is None else (self.high, int(not self.open_high))
        return Spans.between(low, high)


@dataclass(frozen=True, slots=True)
class Question:
    """Something that has one answer. `options` are those of a choice, in their order."""

    id: int
    key: str
    text: str
    kind: Kind = Kind.EVENT
    options: tuple[str, ...] = ()
    ordered: bool = False
    unit: str | None = None
    opens: dt.date | None = None
    criteria: str | None = None
    judge: str | None = None

    def universe(self) -> Spans:
        """Return every answer there could be, before anything is known."""
        if self.kind is Kind.NUMBER:
            return ANY_NUMBER
        if self.kind is Kind.CHOICE:
            return Spans.whole(0, len(self.options) - 1)
        return Spans.whole(self.opens.toordinal(), NEVER) if self.opens else ANY_DAY_OR_NEVER


@dataclass(frozen=True, slots=True)
class Part:
    """A question, and the answers to it that a forecast accepts.

    An event part accepts the days `after`..`until`; without `until` the forecast's
    deadline stands. `interval` and `options` are for numbers and choices.
    """

    question: int
    kind: Kind = Kind.EVENT
    negated: bool = False
    after: Bound | None = None
    until: Bound | None = None
    interval: Interval | None = None
    options: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What a verdict needs of a forecast: parts, how they join, condition and deadline.

    One that is not `sided` is a distribution without a single top option, or quantiles: no
    answer makes it true or false.
    """

    parts: tuple[Part, ...]
    join: Join = Join.ALL
    given: Part | None = None
    deadline: Window | None = None
    sided: bool = True


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What rulings have left possible of a question's answer.

    `final` says that nothing more will be learned; `annulled` that the question is void;
    `public_on` is the first day on which the answer could be read, where that is on record.
    """

    possible: Spans
    final: bool = False
    annulled: bool = False
    public_on: dt.date | None = None


class Known(Protocol):
    """What is known, by the number of the question."""

    def __getitem__(self, question: int, /) -> Knowledge: ...


@dataclass(frozen=True, slots=True)
class Evidence:
    """An address that shows how an answer is known."""

    url: str
    title: str | None = None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """One statement about a question's answer: `possible` is what it leaves.

    `replaces` says that it stands in the place of an earlier ruling, with a reason: only
    such a ruling may annul a question of which something is known.
    """

    possible: Spans
    final: bool = False
    annuls: bool = False
    replaces: bool = False
    public_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a forecast stands: what is cached beside it, and compared by `verify`."""

    verdict: Verdict
    days_late: int | None = None
    already_known: bool = False
