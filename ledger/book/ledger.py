"""`Ledger`: the facade of the book, a line of delegation for each verb.

    with Ledger.open(Path("predictions.db")) as book:
        book.add(NewForecast(claim="ISIS expelled by end of 2017", by="Michael Fallon",
                             made="2017-02-11"), today)

Every method takes `today` where it matters: the book never asks a clock for the day.
A forecast is named by its number, or by its key (a text).
All refusals are `ledger.errors.LedgerError`, with one line that says what to do.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from ledger.book.lookup import Named
from ledger.book.requests import (
    Filter,
    NewCitation,
    NewForecast,
    NewRuling,
    NewUpdate,
    ScorecardRequest,
)
from ledger.book.settings import Settings, settings
from ledger.lazy import lazy
from ledger.store import connect
from ledger.store.clock import Clock, utc_now

if TYPE_CHECKING:
    from ledger.articles import Article, Candidate
    from ledger.book import (
        collecting,
        comparing,
        curves,
        moving,
        opening,
        people,
        questions,
        reading,
        recording,
        ruling,
        scoring,
        trust,
    )
    from ledger.core import reports
    from ledger.core.scorecards import Calibration, Comparison, Field, LatenessCurve, Scorecard
else:  # a command pays only for what it uses
    collecting = lazy("ledger.book.collecting")
    comparing = lazy("ledger.book.comparing")
    curves = lazy("ledger.book.curves")
    moving = lazy("ledger.book.moving")
    opening = lazy("ledger.book.opening")
    people = lazy("ledger.book.people")
    questions = lazy("ledger.book.questions")
    reading = lazy("ledger.book.reading")
    recording = lazy("ledger.book.recording")
    ruling = lazy("ledger.book.ruling")
    scoring = lazy("ledger.book.scoring")
    trust = lazy("ledger.book.trust")


class Ledger:
    """An open book. Use it as a context manager, or call `close`."""

    def __init__(self, con: sqlite3.Connection, clock: Clock = utc_now) -> None:
        self.con = con
        self.clock = clock

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        time_zone: str = "UTC",
        southern: bool = False,
        fiscal_year_end: str | None = None,
        origin: str | None = None,
        clock: Clock = utc_now,
    ) -> Self:
        """Make a new book. The zone in which days end is fixed here (an IANA name).

        `origin` is what anchors tell books apart by: random, unless a book is to be
        rebuilt as it was.
        """
        kept = opening.checked(time_zone, southern, fiscal_year_end, origin)
        return cls(opening.create(path, kept, clock), clock)

    @classmethod
    @contextmanager
    def begin(cls, path: Path, *, clock: Clock = utc_now) -> Iterator[Self]:
        """Make a book for what comes first: it gets its name once all of that is recorded."""
        kept = opening.checked("UTC", southern=False, fiscal_year_end=None, origin=None)
        with opening.drafted(path, kept, clock) as con:
            yield cls(con, clock)

    @classmethod
    def open(cls, path: Path, *, clock: Clock = utc_now) -> Self:
        """Open a book; BookFileError where there is none, or none of ours."""
        return cls(connect.connect(path), clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.con.close()

    @cached_property
    def settings(self) -> Settings:
        """What was fixed when the book was made; TamperError where that entry is gone."""
        return settings(self.con)

    def today(self) -> dt.date:
        """The day it is now in the book's time zone."""
        return self.settings.today(self.clock)

    # Recording

    def add(
        self, new: NewForecast, today: dt.date, *, ask: bool = False, again: bool = False
    ) -> reports.Added:
        """Record a forecast; `ask` refuses the text of a question, `again` allows a repetition."""
        return recording.add(self, new, today, ask=ask, again=again)

    def cite(self, forecast: Named, new: NewCitation, today: dt.date) -> reports.Shown:
        """Record that another outlet carried a forecast."""
        return recording.cite(self, forecast, new, today)

    def update(self, forecast: Named, new: NewUpdate, today: dt.date) -> reports.Shown:
        """Record a later probability or wording for the same claim."""
        return recording.update(self, forecast, new, today)

    def amend(self, forecast: Named, new: NewForecast, why: str, today: dt.date) -> reports.Shown:
        """Put a record right; what stood before stays in the journal."""
        return recording.amend(self, forecast, new, why, today)

    def retract(
        self, forecast: Named, on: str, today: dt.date, source: NewCitation | None = None
    ) -> reports.Shown:
        """Record that the forecaster took it back; its deadline still counts."""
        return recording.retract(self, forecast, on, source, today)

    def strike(self, forecast: Named, why: str, today: dt.date) -> reports.Shown:
        """Take a wrong record out of all counts."""
        return recording.mark(self, forecast, {"struck": why}, today)

    def forecasters(self) -> tuple[reports.ForecasterShown, ...]:
        """List everybody who made a forecast."""
        return people.forecasters(self.con)

    def edit_forecaster(
        self, name: str, *, kind: str | None, role: str | None, same_as: str | None
    ) -> reports.ForecasterShown:
        """Change kind or role, or say that a name is another name of somebody."""
        return people.edit(self, name, kind, role, same_as)

    # Questions and rulings

    def questions(self, search: str | None = None) -> tuple[reports.QuestionShown, ...]:
        """List the questions."""
        return questions.listed(self.con, search)

    def question(self, name: str) -> reports.QuestionShown:
        """Show one question ("q7") with its rulings."""
        return questions.shown(self.con, name)

    def edit_question(self, name: str, changes: dict[str, str | None]) -> reports.QuestionShown:
        """Change criteria, judge, opens or text of a question."""
        return questions.edit(self, name, changes)

    def merge_questions(self, gone: str, stays: str, why: str) -> reports.QuestionShown:
        """Let one question take the place of another."""
        return questions.merge(self, gone, stays, why)

    def move(
        self, forecast: Named, question: str, part: int | None = None
    ) -> reports.QuestionShown:
        """Put (a part of) a forecast to another question."""
        return questions.move(self, forecast, question, part)

    def resolve(self, question: str, new: NewRuling, today: dt.date) -> reports.Resolved:
        """Rule on a question ("q7")."""
        return ruling.rule(self, question, new, today)

    def answer(
        self, forecast: Named, answer: str | None, why: str | None, new: NewRuling, today: dt.date
    ) -> reports.Resolved:
        """Answer a forecast's question: yes, no or as ruled (None); or say it is void, vague."""
        return ruling.answer(self, forecast, answer, why, new, today)

    # Reading

    def list(self, wanted: Filter, today: dt.date) -> tuple[reports.Listed, ...]:
        """List forecasts, oldest number first."""
        return reading.listed(self.con, wanted, today)

    def due(self, today: dt.date, within: int = 0) -> tuple[reports.Waiting, ...]:
        """List deadlines passed without a ruling, oldest first, then what falls due."""
        return reading.due(self.con, today, within)

    def show(self, forecast: Named, today: dt.date) -> reports.Shown:
        """Show everything about one forecast."""
        return reading.shown(self.con, forecast, today)

    def log(self, forecast: Named | None = None) -> tuple[reports.EntryShown, ...]:
        """List the journal, or what concerns one forecast."""
        return reading.log(self.con, forecast)

    def scorecard(self, wanted: ScorecardRequest, today: dt.date) -> Scorecard:
        """Count and score what is due on the as-of day (default: today)."""
        return scoring.scorecard(self, wanted, today)

    def calibration(self, wanted: ScorecardRequest, today: dt.date) -> Calibration:
        """Hold stated probabilities against what came: everybody's, or one forecaster's."""
        return curves.calibration(self, wanted, today)

    def lateness(self, wanted: ScorecardRequest, today: dt.date) -> LatenessCurve:
        """Measure days between deadline and event, with those still waited for."""
        return curves.lateness(self, wanted, today)

    def compare(self, a: str, b: str, wanted: ScorecardRequest, today: dt.date) -> Comparison:
        """Compare two forecasters on shared questions."""
        return comparing.compare(self, a, b, wanted, today)

    def compare_all(self, wanted: ScorecardRequest, today: dt.date) -> Field:
        """Compare everybody, the difficulty of questions taken out."""
        return comparing.field(self, wanted, today)

    # Articles

    def propose(
        self, article: Article, candidates: Iterable[Candidate], today: dt.date
    ) -> tuple[collecting.Proposal, ...]:
        """Hold the candidates of an article against the book."""
        return collecting.propose(self, article, candidates, today)

    def request(self, article: Article, candidate: Candidate) -> NewForecast:
        """Return the forecast that a candidate amounts to, to confirm or edit."""
        return collecting.request(self, article, candidate)

    def accept(self, new: NewForecast, found: int, today: dt.date) -> reports.Added:
        """Record a confirmed candidate of an article that held `found` statements."""
        return collecting.accept(self, new, found, today)

    def attach(
        self, forecast: Named, where: NewCitation, found: int, today: dt.date
    ) -> reports.Shown:
        """Record that an article carried a forecast that is in the book already."""
        return collecting.attach(self, forecast, where, found, today)

    def reject(self, where: NewCitation, reason: str, found: int, today: dt.date) -> None:
        """Record that a statement was looked at and left out."""
        collecting.reject(self, where, reason, found, today)

    def coverage(self, source: str | None = None) -> tuple[reports.Coverage, ...]:
        """List for each article that was read: found, recorded, rejected, left."""
        return collecting.coverage(self.con, source)

    # Moving and trust

    def export(self, format_: str = "ndjson") -> Iterator[str]:
        """Yield the book as lines of text in its own format."""
        return moving.export(self.con, format_)

    def import_lines(
        self,
        lines: Iterable[str],
        *,
        csv: bool = False,
        dry_run: bool = False,
        progress: moving.Progress | None = None,
    ) -> reports.Imported:
        """Take in forecasts in the book's own format, all of them or none.

        `progress` is called now and then with the number of lines read.
        """
        return moving.import_lines(self, lines, csv=csv, dry_run=dry_run, progress=progress)

    def verify(self, anchor: str | None = None) -> tuple[str, ...]:
        """Walk the chain, replay it, compare the tables; return what is wrong."""
        return trust.verify(self.con, anchor)

    def anchor(self) -> str:
        """Return the line that, given away now, proves later that the past is unchanged."""
        return trust.anchor(self.con)

    def backup(self, path: Path) -> None:
        """Write a good copy while others write."""
        trust.backup(self.con, path)
