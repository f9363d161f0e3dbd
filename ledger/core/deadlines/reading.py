"""What the words of time are read into: the records that leave this package."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Calendar:
    """Settings of the book that change what the same words mean."""

    southern: bool = False
    fiscal_year_end: tuple[int, int] | None = None  # (month, day)


BLANK = Calendar()
"""Northern seasons, and no fiscal year."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One time expression, read from a day: `deadline` is the last day on time (C1).

    `earliest` and `latest` equal `deadline` when the words are crisp and the anchor is a day.
    `precision` is day, week, month, quarter, half, season, year, decade, century, vague, event
    or none. `rule` and `note` are for people: how the day was found, and what else it may mean.
    `problem` says why words that are meant as a date are none ("there is no 31 June"), else "";
    such a reading has no deadline, and who asked for one should refuse it.
    """

    phrase: str
    span: tuple[int, int]
    deadline: dt.date | None
    earliest: dt.date | None
    latest: dt.date | None
    precision: str
    vague: bool
    not_before: dt.date | None
    on_day: bool
    rule: str
    note: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A reading before it is tied to the text: what the rules of the grammar build.

    `strength` says how surely the words are a deadline: 3 for "by" and "within", 2 for "in" and
    "next year", 1 for a bare day or duration, 0 where there is no date. `counted` marks days that
    move with the anchor; `past` marks words about the past, which are never a deadline.
    """

    deadline: dt.date | None
    rule: str
    precision: str
    earliest: dt.date | None = None
    latest: dt.date | None = None
    vague: bool = False
    not_before: dt.date | None = None
    on_day: bool = False
    note: str = ""
    strength: int = 2
    counted: bool = False
    past: bool = False
    last: dt.date | None = None  # of a lower bound, the last day before it can happen
    beyond: bool = False  # a lower bound that a verb of lasting turns into a deadline (C15)
    loose: bool = False  # a deadline when it is the whole phrase, not inside a sentence
    problem: str = ""  # why a date that was meant is none


def impossible(problem: str) -> Draft:
    """Words that are meant as a date and are none, as sure as any: the caller must ask."""
    return Draft(None, problem, "none", vague=True, strength=4, problem=problem)


def event_anchor() -> Draft:
    """The day of an event is not known to these rules, and none is invented."""
    return Draft(None, "the day of the event is not known", "event", vague=True, strength=0)
