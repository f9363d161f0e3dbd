"""Taking in a file: every line checked, then all of it recorded, or nothing."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from itertools import count, groupby
from typing import TYPE_CHECKING, Any, cast

from ledger.book.moving import records
from ledger.book.moving.known import Known
from ledger.core.plain import BODY, Plain
from ledger.core.reports import Imported, Problem
from ledger.errors import LedgerError
from ledger.exchange import ahead, csv_rows, documents, flat, ndjson
from ledger.exchange.fields import Wrong
from ledger.exchange.rules import Desk
from ledger.store.bulk import Loader, loading
from ledger.store.journal import Journal, writing

if TYPE_CHECKING:
    from ledger.book.ledger import Ledger

Doc = dict[str, Any]
Taken = list[Plain] | tuple[int, Doc]  # plain rows, or the number of a line and its document
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
    desk = Desk(book.today(), calendar=book.settings.calendar())
    known = Known(book.con)
    rows = Reading(desk, known, problems).rows(lines, csv=csv)
    intake = Intake(known, problems)
    with suppress(_UndoneError), loading(book.con), writing(book.con, book.clock) as journal:
        intake.record(journal, rows)
        if problems or dry_run:
            raise _UndoneError
    if problems:
        intake.check(rows)
        problems.sort(key=lambda problem: problem.line)
        return Imported(0, intake.known, dry_run, tuple(problems))
    return Imported(intake.added, intake.known, dry_run)


def _counted(lines: Iterable[str], progress: Progress) -> Iterator[str]:
    number = 0
    for number, line in enumerate(lines, 1):
        yield line
        if number % _STEP == 0:
            progress(number)
    progress(number)


def _is_plain(row: Plain | str) -> bool:
    return type(row) is tuple


class Reading:
    """Reads the lines of a file into checked documents, and notes what is wrong with them."""

    def __init__(self, desk: Desk, known: Known, problems: list[Problem]) -> None:
        self.desk = Desk(desk.today, known.question, desk.calendar)
        self.known = known
        self.problems = problems

    def rows(self, lines: Iterable[str], *, csv: bool) -> Iterator[Taken]:
        """Yield what each line says; an empty document where something is wrong with it."""
        if csv:
            rows = csv_rows.read(lines, self.problems)
            docs = ((line, self._checked(line, row, flat.read)) for line, row in rows)
            return csv_rows.joined(docs)
        return self._lines(ahead.read(lines, self.desk.today))

    def _lines(self, batches: Iterable[list[Plain | str]]) -> Iterator[Taken]:
        """Yield plain rows together, and what stands between them one by one."""
        line = 0
        for batch in batches:
            for is_plain, group in groupby(batch, _is_plain):
                rows = list(group)
                if is_plain:
                    yield cast(list[Plain], rows)
                else:
                    yield from map(self._line, count(line + 1), cast(list[str], rows))
                line += len(rows)

    def _line(self, line: int, text: str) -> tuple[int, Doc]:
        raw = ndjson.read(line, text, self.problems)
        if raw is None:
            return line, {}
        if "record" in raw:
            return line, records.read(line, raw, self.problems)
        return line, self._checked(line, raw, flat.read if flat.is_flat(raw) else documents.read)

    def _checked(self, line: int, raw: Doc, read: Callable[[Doc, Desk, Wrong], Doc]) -> Doc:
        wrong: Wrong = []
        doc = read(raw, self.desk, wrong)
        self.problems.extend(Problem(line, path or "1", message) for path, message in wrong)
        return {} if wrong else doc


class Intake:
    """Takes documents into the book; once something is wrong it only checks what follows."""

    def __init__(self, known: Known, problems: list[Problem]) -> None:
        self.book = known
        self.problems = problems
        self.added = 0
        self.known = 0

    def record(self, journal: Journal, rows: Iterable[Taken]) -> None:
        """Record rows until something is wrong with one; the rest is left unread."""
        with closing(Loader(journal)) as loader:
            self._take(journal, loader, rows)
        if self.problems:
            return
        journal.projection.finish()
        self.added += loader.added
        self.known += loader.known
        self._find_loose_links()

    def _take(self, journal: Journal, loader: Loader, rows: Iterable[Taken]) -> None:
        for row in rows:
            if isinstance(row, list):
                self._plain(journal, loader, row)
            elif row[1]:
                loader.settle()
                self._long(journal, *row)
            if self.problems:
                return
        loader.settle()

    def check(self, rows: Iterable[Taken]) -> None:
        """Check rows that will not be recorded."""
        for row in rows:
            if isinstance(row, tuple) and row[1] and "record" not in row[1]:
                self._is_new(*row)
        self._find_loose_links()

    def _plain(self, journal: Journal, loader: Loader, rows: list[Plain]) -> None:
        for row in loader.take(rows):
            loader.settle()
            self._long(journal, row[0], json.loads(row[BODY]))

    def _long(self, journal: Journal, line: int, doc: Doc) -> None:
        """Record a document the long way, unless the book knows it."""
        try:
            if "record" in doc:
                new = records.take(journal, doc)
            else:
                new = self._is_new(line, doc)
                if new and not self.problems:
                    journal.new_forecast(doc)
        except LedgerError as error:
            self.problems.append(Problem(line, "1", str(error)))
            return
        self.added += new
        self.known += not new

    def _is_new(self, line: int, doc: Doc) -> bool:
        same = self.book.says(doc)
        if same is None:
            self.book.note(line, doc)
        elif not same:
            message = (
                f'another forecast has the key "{doc["key"]}"; '
                "give this one a key of its own, or amend the other"
            )
            self.problems.append(Problem(line, "key", message))
        return same is None

    def _find_loose_links(self) -> None:
        self.problems.extend(
            Problem(line, "links", f'no forecast has the key "{key}"; correct or drop the link')
            for line, key in self.book.loose_links()
        )
