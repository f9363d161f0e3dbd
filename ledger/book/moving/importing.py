"""Taking in a file: every line checked, then all of it recorded, or nothing."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ledger.book.moving import records
from ledger.book.moving.known import Known
from ledger.core.reports import Imported, Problem
from ledger.errors import LedgerError
from ledger.exchange import csv_rows, documents, flat, ndjson
from ledger.exchange.fields import Wrong
from ledger.exchange.rules import Desk
from ledger.store.journal import Journal, writing

if TYPE_CHECKING:
    from ledger.book.ledger import Ledger

Doc = dict[str, Any]
Progress = Callable[[int], None]  # called now and then with the number of lines read

_STEP = 1000  # lines between two calls of it


class _UndoneError(Exception):
    """Leaves the transaction without storing anything."""


def import_lines(
    book: "Ledger",
    lines: Iterable[str],
    *,
    csv: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Imported:
    """Take in forecasts in the book's own format, all of them or none.

    Every problem is listed with its line and column. A forecast that the book has already,
    word for word, is counted as known; the same key with other words is a problem.
    """
    lines = _counted(lines, progress) if progress else lines
    problems: list[Problem] = []
    added, known = 0, 0
    with suppress(_UndoneError), writing(book.con, book.clock) as journal:
        desk = Desk(book.today(), calendar=book.settings.calendar())
        intake = Intake(journal, desk, problems)
        for line, doc in _read(lines, csv, intake):
            intake.take(line, doc)
        intake.finish()
        added, known = intake.added, intake.known
        if problems or dry_run:
            raise _UndoneError
    problems.sort(key=lambda problem: problem.line)
    return Imported(0 if problems else added, known, dry_run, tuple(problems))


def _counted(lines: Iterable[str], progress: Progress) -> Iterator[str]:
    number = 0
    for number, line in enumerate(lines, 1):
        yield line
        if number % _STEP == 0:
            progress(number)
    progress(number)


def _read(lines: Iterable[str], csv: bool, intake: "Intake") -> Iterator[tuple[int, Doc]]:
    """Yield the checked documents of a file, and records of other kinds as they are."""
    if csv:
        rows = csv_rows.read(lines, intake.problems)
        return csv_rows.joined(intake.checked(line, row, flat.read) for line, row in rows)
    return (
        intake.checked(line, raw, flat.read if flat.is_flat(raw) else documents.read)
        for line, raw in ndjson.read(lines, intake.problems)
    )


Reader = Callable[[Doc, Desk, Wrong], Doc]


class Intake:
    """Takes documents one by one; after the first problem it only checks what follows."""

    def __init__(self, journal: Journal, desk: Desk, problems: list[Problem]) -> None:
        self.journal = journal
        self.problems = problems
        self.book = Known(journal)
        self.desk = Desk(desk.today, self.book.question, desk.calendar)
        self.added = 0
        self.known = 0

    def checked(self, line: int, raw: Doc, read: Reader) -> tuple[int, Doc]:
        """Return the document of a row; an empty one where something is wrong with it."""
        if "record" in raw:
            return line, records.read(line, raw, self.problems)
        wrong: Wrong = []
        doc = read(raw, self.desk, wrong)
        self.problems.extend(Problem(line, path or "1", message) for path, message in wrong)
        return line, {} if wrong else doc

    def take(self, line: int, doc: Doc) -> None:
        """Record a document, unless it is known or something is wrong already."""
        if not doc:
            return
        try:
            new = records.take(self.journal, doc) if "record" in doc else self._take(line, doc)
        except LedgerError as error:
            self.problems.append(Problem(line, "1", str(error)))
            return
        self.added += new
        self.known += not new

    def finish(self) -> None:
        """Work what was recorded into the tables; find links that lead nowhere."""
        if not self.problems:
            self.journal.projection.finish()
        self.problems.extend(
            Problem(line, "links", f'no forecast has the key "{key}"; correct or drop the link')
            for line, key in self.book.loose_links()
        )

    def _take(self, line: int, doc: Doc) -> bool:
        same = self.book.says(doc)
        if same is not None:
            if not same:
                message = (
                    f'another forecast has the key "{doc["key"]}"; '
                    "give this one a key of its own, or amend the other"
                )
                self.problems.append(Problem(line, "key", message))
            return False
        self.book.note(line, doc)
        if self.problems:
            self.book.keep_questions(doc)
        else:
            self.journal.new_forecast(doc)
        return True
