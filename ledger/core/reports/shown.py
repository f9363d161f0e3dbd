"""What the reading commands give back. The fields of each record are its JSON keys, in this order.

Days are dates, probabilities 0..1. Questions are named as the user types them ("q7").
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from ledger.core.reports.written import Settled


@dataclass(frozen=True, slots=True)
class Listed:
    """A forecast in a list. `deadline` is the last day on time, inclusive.

    `status` is the one word for where it stands on the day of reading: struck, vague,
    retracted, undated, true, false, void, unclear, due (past its deadline, nobody ruled) or
    open. `verdict` is None for a vague forecast. `days_late` is negative when early.
    """

    id: int
    key: str
    claim: str
    forecaster: str
    role: str | None
    sources: tuple[str, ...]
    made_on: dt.date
    made_on_latest: dt.date
    deadline: dt.date | None
    deadline_earliest: dt.date | None
    probability: float | None
    phrase: str | None
    negated: bool
    question: str
    status: str
    verdict: str | None
    days_late: int | None
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WaitedFor:
    """A question of a part or condition that nobody ruled on, its day, and what would settle it."""

    question: str
    text: str
    criteria: str | None
    judge: str | None
    deadline: dt.date | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A forecast in the due list, with what it waits for.

    `waits_for` names the question of the first part or condition that nobody ruled on, and
    `waiting` has all of them; `agreed` says whether criteria or judge are on record for the
    first. `due_on` is the deadline, or the day of a part or condition that passed before it;
    `days_over` counts from there to today (negative: still to come).
    """

    forecast: Listed
    waits_for: str
    text: str
    criteria: str | None
    judge: str | None
    agreed: bool
    days_over: int
    waiting: tuple[WaitedFor, ...]
    due_on: dt.date


@dataclass(frozen=True, slots=True)
class PartShown:
    """A part of a forecast (n from 1; 0 is the condition), in words where words serve.

    Where it is not `sided`, `accepts` tells the distribution: every answer is as good.
    """

    n: int
    question: str
    text: str
    kind: str
    negated: bool
    accepts: str
    deadline: dt.date | None
    verdict: str
    answer: str
    criteria: str | None
    judge: str | None
    sided: bool


@dataclass(frozen=True, slots=True)
class CitationShown:
    """Where a forecast was read."""

    source: str
    title: str | None
    url: str | None
    published: dt.date | None
    quote: str | None
    via: str | None
    own_voice: bool


@dataclass(frozen=True, slots=True)
class EvidenceShown:
    """An address that shows how an answer is known."""

    url: str
    title: str | None
    date: dt.date | None


@dataclass(frozen=True, slots=True)
class RulingShown:
    """A ruling in words; `id` is the number for --replace."""

    id: int
    question: str
    said: str
    by: str | None
    note: str | None
    evidence: tuple[EvidenceShown, ...]
    replaces: int | None
    replaced_by: int | None
    why: str | None
    recorded_at: str


@dataclass(frozen=True, slots=True)
class UpdateShown:
    """A later statement of the same series."""

    made_on: dt.date
    made_on_latest: dt.date
    probability: float | None
    phrase: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class LinkShown:
    """A link to or from another forecast: revises, revised by, counters, countered by."""

    kind: str
    id: int
    claim: str


@dataclass(frozen=True, slots=True)
class Change:
    """A field that an entry changed, as it was and as it is now; None for nothing."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class EntryShown:
    """One entry of the journal. `summary` is one line of words, `changes` what it put right."""

    seq: int
    recorded_at: str
    kind: str
    about: str
    summary: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything about one forecast."""

    forecast: Listed
    forecaster_kind: str
    deadline_phrase: str | None
    deadline_rule: str | None
    deadline_note: str | None
    joined: str
    spread: Any
    vague: str | None
    void: str | None
    retracted_on: dt.date | None
    retracted_in: CitationShown | None
    struck: str | None
    note: str | None
    parts: tuple[PartShown, ...]
    given: PartShown | None
    citations: tuple[CitationShown, ...]
    updates: tuple[UpdateShown, ...]
    rulings: tuple[RulingShown, ...]
    links: tuple[LinkShown, ...]
    history: tuple[EntryShown, ...]


@dataclass(frozen=True, slots=True)
class QuestionShown:
    """A question with its answer in words, its rulings and the forecasts on it.

    `settled` are those whose standing was changed by editing, merging or moving.
    """

    question: str
    key: str
    text: str
    kind: str
    options: tuple[str, ...]
    ordered: bool
    unit: str | None
    opens: dt.date | None
    criteria: str | None
    judge: str | None
    answer: str
    final: bool
    merged_into: str | None
    forecasts: tuple[int, ...]
    rulings: tuple[RulingShown, ...] = ()
    settled: tuple[Settled, ...] = ()


@dataclass(frozen=True, slots=True)
class ForecasterShown:
    """A forecaster: `same_as` is the name under which the forecasts are counted."""

    name: str
    kind: str
    role: str | None
    same_as: str | None
    forecasts: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How an article was read: statements found in it, recorded, rejected, and left."""

    source: str
    title: str | None
    published: dt.date | None
    url: str | None
    found: int
    recorded: int
    rejected: int
    left: int
