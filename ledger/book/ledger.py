"""`Ledger`: the facade of the book, a line of delegation for each verb.

    with Ledger.open(Path("predictions.db")) as book:
        book.add(NewForecast(claim="ISIS expelled by end of 2017", by="Michael Fallon",
                             made="2017-02-11"), today)

Methods take `today` where it matters, and none asks a clock for the day: `today()` does when it
is called, and `import_lines` where no day is given.
A forecast is named by its number, or by its key (a text).
All refusals are `ledger.errors.LedgerError`, with one line that says what to do.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.book import lazy_verbs
from ledger.book.lazy_verbs import one_moment
from ledger.book.lookup import Named
from ledger.book.natural import checked, text, whole
from ledger.book.opened import OpenBook
from ledger.book.requests import (
    Filter,
    NewCitation,
    NewForecast,
    NewRuling,
    NewUpdate,
    ScorecardRequest,
)

if TYPE_CHECKING:
    from ledger.articles import Article, Candidate
    from ledger.book.documents import Days
    from ledger.core import reports
    from ledger.core.scorecards import Calibration, Comparison, Field, LatenessCurve, Scorecard


@checked
class Ledger(OpenBook):
    """An open book. Use it as a context manager, or call `close`."""

    # Recording

    def add(
        self, new: NewForecast, today: dt.date, *, ask: bool = False, again: bool = False
    ) -> reports.Added:
        """Record a forecast; `ask` refuses the text of a question, `again` allows a repetition."""
        return lazy_verbs.recording.add(self, new, today, ask=ask, again=again)

    def cite(self, forecast: Named, new: NewCitation, today: dt.date) -> reports.Shown:
        """Record that another outlet carried a forecast."""
        return lazy_verbs.recording.cite(self, forecast, new, today)

    def update(self, forecast: Named, new: NewUpdate, today: dt.date) -> reports.Shown:
        """Record a later probability or wording for the same claim."""
        return lazy_verbs.recording.update(self, forecast, new, today)

    def amend(self, forecast: Named, new: NewForecast, why: str, today: dt.date) -> reports.Shown:
        """Put a record right; what stood before stays in the journal."""
        return lazy_verbs.recording.amend(self, forecast, new, why, today)

    def retract(
        self, forecast: Named, on: str | dt.date, today: dt.date, source: NewCitation | None = None
    ) -> reports.Shown:
        """Record that the forecaster took it back; its deadline still counts."""
        return lazy_verbs.recording.retract(self, forecast, str(on), source, today)

    def strike(self, forecast: Named, why: str, today: dt.date) -> reports.Shown:
        """Take a wrong record out of all counts."""
        return lazy_verbs.recording.mark(self, forecast, {"struck": why}, today)

    @one_moment
    def forecasters(self) -> tuple[reports.ForecasterShown, ...]:
        """List everybody who made a forecast."""
        return lazy_verbs.people.forecasters(self.con)

    def edit_forecaster(
        self, name: str, *, kind: str | None, role: str | None, same_as: str | None
    ) -> reports.ForecasterShown:
        """Change kind or role, or say that a name is another name of somebody."""
        return lazy_verbs.people.edit(self, name, kind, role, same_as)

    # Questions and rulings

    @one_moment
    def questions(self, search: str | None = None) -> tuple[reports.QuestionShown, ...]:
        """List the questions."""
        return lazy_verbs.questions.listed(self.con, search)

    @one_moment
    def question(self, name: str) -> reports.QuestionShown:
        """Show one question ("q7") with its rulings."""
        return lazy_verbs.questions.shown(self.con, name)

    def edit_question(
        self, name: str, changes: dict[str, str | None], today: dt.date
    ) -> reports.QuestionShown:
        """Change text, criteria, judge, opens or unit; `settled` says what that changed."""
        said = {k: v if v is None else text(v, k) for k, v in changes.items()}
        return lazy_verbs.question_changes.edit(self, name, said, today)

    def merge_questions(
        self, gone: str, stays: str, why: str, today: dt.date
    ) -> reports.QuestionShown:
        """Let one question take the place of another; `settled` says what that changed."""
        return lazy_verbs.question_changes.merge(self, gone, stays, why, today)

    def move(
        self, forecast: Named, question: str, today: dt.date, part: int | None = None
    ) -> reports.QuestionShown:
        """Put (a part of) a forecast to another question; `settled` says what that changed."""
        return lazy_verbs.question_changes.move(self, forecast, question, part, today)

    def resolve(self, question: str, new: NewRuling, today: dt.date) -> reports.Resolved:
        """Rule on a question ("q7")."""
        return lazy_verbs.ruling.rule(self, question, new, today)

    def answer(
        self, forecast: Named, answer: str | None, why: str | None, new: NewRuling, today: dt.date
    ) -> reports.Resolved:
        """Answer a forecast's question: yes, no or as ruled (None); or say it is void, vague."""
        return lazy_verbs.ruling.answer(self, forecast, answer, why, new, today)

    # What would be refused, told while somebody types: nothing is recorded

    @one_moment
    def check_forecast(self, new: NewForecast, today: dt.date) -> None:
        """Refuse the words of a forecast that `add` would refuse."""
        lazy_verbs.recording.check(self, new, today)

    @one_moment
    def check_ruling(self, question: str, new: NewRuling, today: dt.date) -> None:
        """Refuse a ruling that `resolve` would refuse."""
        lazy_verbs.ruling.check(self, question, new, today)

    @one_moment
    def read_days(self, new: NewForecast, today: dt.date) -> Days:
        """Read the citation and the days of a request that may lack the rest, or refuse them."""
        return lazy_verbs.recording.read_days(self, new, today)

    # Reading

    @one_moment
    def list(self, wanted: Filter, today: dt.date) -> tuple[reports.Listed, ...]:
        """List forecasts, oldest number first."""
        return lazy_verbs.reading.listed(self.con, wanted, today)

    @one_moment
    def due(self, today: dt.date, within: int = 0) -> tuple[reports.Waiting, ...]:
        """List deadlines passed without a ruling, oldest first, then what falls due.

        A part or a condition with a day of its own waits from that day on. `within` counts
        days from today: 0 or more.
        """
        return lazy_verbs.waiting.due(self.con, today, whole(within, "within", 0))

    @one_moment
    def waiting(self, forecast: Named, today: dt.date) -> reports.Waiting | None:
        """Show what one forecast waits for; None where no day of it passed without a ruling."""
        return lazy_verbs.waiting.one(self.con, forecast, today)

    @one_moment
    def show(self, forecast: Named, today: dt.date) -> reports.Shown:
        """Show everything about one forecast."""
        return lazy_verbs.reading.shown(self.con, forecast, today)

    @one_moment
    def log(self, forecast: Named | None = None) -> tuple[reports.EntryShown, ...]:
        """List the journal, or what concerns one forecast."""
        return lazy_verbs.reading.log(self.con, forecast)

    @one_moment
    def scorecard(self, wanted: ScorecardRequest, today: dt.date) -> Scorecard:
        """Count and score what is due on the as-of day (default: today)."""
        return lazy_verbs.scoring.scorecard(self, wanted, today)

    @one_moment
    def calibration(self, wanted: ScorecardRequest, today: dt.date) -> Calibration:
        """Hold stated probabilities against what came: everybody's, or one forecaster's."""
        return lazy_verbs.curves.calibration(self, wanted, today)

    @one_moment
    def lateness(self, wanted: ScorecardRequest, today: dt.date) -> LatenessCurve:
        """Measure days between deadline and event, with those still waited for."""
        return lazy_verbs.curves.lateness(self, wanted, today)

    @one_moment
    def compare(self, a: str, b: str, wanted: ScorecardRequest, today: dt.date) -> Comparison:
        """Compare two forecasters on shared questions."""
        return lazy_verbs.comparing.compare(self, a, b, wanted, today)

    @one_moment
    def compare_all(self, wanted: ScorecardRequest, today: dt.date) -> Field:
        """Compare everybody, the difficulty of questions taken out."""
        return lazy_verbs.comparing.field(self, wanted, today)

    # Articles

    @one_moment
    def propose(
        self, article: Article, candidates: Iterable[Candidate], today: dt.date
    ) -> tuple[lazy_verbs.collecting.Proposal, ...]:
        """Hold the candidates of an article against the book."""
        return lazy_verbs.collecting.propose(self, article, candidates, today)

    def request(self, article: Article, candidate: Candidate) -> NewForecast:
        """Return the forecast that a candidate amounts to, to confirm or edit."""
        return lazy_verbs.collecting.request(self, article, candidate)

    def accept(self, new: NewForecast, found: int, today: dt.date) -> reports.Added:
        """Record a confirmed candidate of an article that held `found` statements."""
        return lazy_verbs.collecting.accept(self, new, found, today)

    def attach(
        self, forecast: Named, where: NewCitation, found: int, today: dt.date
    ) -> reports.Shown:
        """Record that an article carried a forecast that is in the book already."""
        return lazy_verbs.collecting.attach(self, forecast, where, found, today)

    def reject(self, where: NewCitation, reason: str, found: int, today: dt.date) -> None:
        """Record that a statement was looked at and left out."""
        lazy_verbs.collecting.reject(self, where, reason, found, today)

    @one_moment
    def coverage(self, source: str | None = None) -> tuple[reports.Coverage, ...]:
        """List for each article that was read: found, recorded, rejected, left."""
        return lazy_verbs.collecting.coverage(self.con, source)

    # Moving and trust

    def export(self, format_: str = "ndjson") -> Iterator[str]:
        """Yield the book as lines of text in its own format."""
        return lazy_verbs.moving.export(self.con, format_)

    def import_lines(
        self,
        lines: Iterable[str | bytes],
        *,
        csv: bool = False,
        dry_run: bool = False,
        progress: lazy_verbs.moving.Progress | None = None,
        today: dt.date | None = None,
    ) -> reports.Imported:
        """Take in forecasts in the book's own format, all of them or none.

        `progress` is called now and then with the number of lines read.
        """
        return lazy_verbs.moving.import_lines(
            self, lines, csv=csv, dry_run=dry_run, progress=progress, today=today
        )

    @one_moment
    def verify(self, anchor: str | None = None) -> tuple[str, ...]:
        """Walk the chain, replay it, compare the tables; return what is wrong."""
        return lazy_verbs.trust.verify(self.con, anchor)

    @one_moment
    def anchor(self) -> str:
        """Return the line that, given away now, proves later that the past is unchanged."""
        return lazy_verbs.trust.anchor(self.con)

    def backup(self, path: Path | str) -> None:
        """Write a good copy while others write."""
        lazy_verbs.trust.backup(self.con, Path(path))
