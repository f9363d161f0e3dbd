"""What the writing commands answer. The fields of each record are its JSON keys, in this order."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # that module shows what is settled, and so imports this one
    from ledger.core.reports.shown import Listed


@dataclass(frozen=True, slots=True)
class Settled:
    """A forecast that an entry touched: its status before and now, and the verdict."""

    id: int
    claim: str
    forecaster: str
    negated: bool
    before: str
    verdict: str
    days_late: int | None
    status: str


@dataclass(frozen=True, slots=True)
class Added:
    """What `add` recorded. `reading` says in words how the deadline was read, or why not.

    `said` says likewise how the day of saying was read, where it was not given as a day.
    `accepts` says which answers are accepted, where that is more than the claim's own event:
    numbers, options, quantiles, a condition, several parts. `repeats` is the number of another
    forecast that says the same. `forecast` is how a list shows it, whose fields JSON holds too.
    """

    id: int
    key: str
    claim: str
    forecaster: str
    made_on: dt.date
    made_on_latest: dt.date
    deadline: dt.date | None
    deadline_earliest: dt.date | None
    reading: str
    questions: tuple[str, ...]
    notes: tuple[str, ...] = ()
    new: bool = True
    negated: bool = False
    accepts: tuple[str, ...] = ()
    said: str | None = None
    repeats: int | None = None
    forecast: "Listed | None" = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a ruling did: the question, the answer in words, and the forecasts it touched.

    Void and vague mark one forecast: `question` and its `kind` (event, number, choice) are None.
    `notes` tell what keeps a forecast void whatever the answer is.
    """

    question: str | None
    kind: str | None
    text: str
    answer: str
    ruling: int | None
    settled: tuple[Settled, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a file: `line` and `column` count from 1; column may be a name."""

    line: int
    column: str
    message: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import took in; nothing was recorded where there are problems or on a dry run.

    `citations` counts those of forecasts that the book had already: other outlets with the same.
    """

    added: int
    known: int
    dry_run: bool
    problems: tuple[Problem, ...] = ()
    others: int = 0
    undated: int = 0
    joined: tuple[str, ...] = ()
    citations: int = 0
