"""Taking in a file: every line checked, then all of it recorded, or nothing."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext, suppress
from itertools import count, groupby, islice
from typing import TYPE_CHECKING, Any, cast

from ledger.book.moving import records
from ledger.book.moving.intake import Intake, Taken
from ledger.book.moving.known import Known
from ledger.core.plain import Plain
from ledger.core.reports import Imported, Problem
from ledger.exchange import ahead, csv_rows, documents, flat, ndjson
from ledger.exchange.fields import Wrong
from ledger.exchange.plain import PlainReader
from ledger.exchange.rules import ImportContext
from ledger.store.bulk import loading
from ledger.store.connect import aside
from ledger.store.journal import writing

if TYPE_CHECKING:
    from ledger.book.ledger import Ledger

Doc = dict[str, Any]
Progress = Callable[[int], None]  # called now and then with the number of lines read

_STEP = 1000  # lines between two calls of it


class _UndoneError(Exception):
    """Leaves the transaction without storing anything."""


def import_lines(
    book: "Ledger",
    lines: Iterable[str | bytes],
    *,
    csv: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
    today: dt.date | None = None,
) -> Imported:
    """Take in forecasts in the book's own format, all of them or none.

    Every problem is listed with its line and column. A forecast that the book has already,
    word for word, is counted as known; the same key with other words is a problem. Lines are
    texts, or bytes in UTF-8; nobody else writes to the book while they are read. A dry run
    takes them into a copy of the book and leaves the book to others. What lies behind `today`
    (the day it is now) is in the future.
    """
    problems: list[Problem] = []
    texts = _decoded(lines, problems)
    texts = _counted(texts, progress) if progress else texts
    context = ImportContext(today or book.today(), calendar=book.settings.calendar())
    with aside(book.con) if dry_run else nullcontext(book.con) as con:
        known = Known(con)
        rows = Reading(context, known, problems).rows(texts, csv=csv)
        with suppress(_UndoneError), loading(con), writing(con, book.clock) as journal:
            intake = Intake(journal, known, problems)
            intake.record(rows)
            if problems or dry_run:
                raise _UndoneError
    if problems:
        problems.sort(key=lambda problem: problem.line)
        return Imported(0, intake.known, dry_run, tuple(problems))
    counts = intake.added, intake.known, dry_run, (), intake.others, intake.undated
    return Imported(*counts, known.names.joined(), intake.citations)


def _decoded(lines: Iterable[str | bytes], problems: list[Problem]) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        if isinstance(line, str):
            yield line
            continue
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            message = "this byte is not UTF-8; save the file as UTF-8"
            problems.append(Problem(number, str(error.start + 1), message))
            yield line.decode("utf-8", errors="replace")  # what else is wrong is told as well


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

    def __init__(self, context: ImportContext, known: Known, problems: list[Problem]) -> None:
        names = known.names
        self.context = ImportContext(
            context.today, known.question, context.calendar,
            names.forecasters.__getitem__, names.sources.__getitem__,
        )  # fmt: skip
        self.known = known
        self.problems = problems

    def rows(self, lines: Iterable[str], *, csv: bool) -> Iterator[Taken]:
        """Yield what each line says; an empty document where something is wrong with it."""
        if csv:
            return self._csv(csv_rows.read(lines, self.problems))
        return self._lines(ahead.read(lines, self.context.today))

    def _csv(self, rows: Iterable[tuple[int, Doc]]) -> Iterator[Taken]:
        """Yield plain rows together; others that differ in their citation only as one."""
        reader = PlainReader(self.context.today)
        read = ((reader.row(line, row), line, row) for line, row in rows)
        for is_plain, group in groupby(read, lambda found: found[0] is not None):
            if is_plain:
                while plain := [cast(Plain, found) for found, _, _ in islice(group, _STEP)]:
                    yield plain
            else:
                docs = ((line, self._checked(line, row, flat.read)) for _, line, row in group)
                yield from ((line, doc, True) for line, doc in csv_rows.joined(docs))

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

    def _line(self, line: int, text: str) -> tuple[int, Doc, bool]:
        raw = ndjson.read(line, text, self.problems)
        if raw is None:
            return line, {}, False
        if "record" in raw:
            return line, records.read(line, raw, self.problems), False
        is_flat = flat.is_flat(raw)
        return line, self._checked(line, raw, flat.read if is_flat else documents.read), is_flat

    def _checked(
        self, line: int, raw: Doc, read: Callable[[Doc, ImportContext, Wrong], Doc]
    ) -> Doc:
        wrong: Wrong = []
        doc = read(raw, self.context, wrong)
        self.problems.extend(Problem(line, path or "1", message) for path, message in wrong)
        return {} if wrong else doc
