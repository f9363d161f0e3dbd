"""Plain forecasts by the thousand: the same entries and rows as one by one, in large steps.

Each forecast gets its own entry in the hash chain. Its values go on a sheet, a list for each
table, which is written when it holds a few thousand forecasts; in a book that had only a few
before, the indexes are built at the end. Tests hold the outcome against the long way.
"""

import datetime as dt
import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import compress, repeat
from typing import Any

from ledger.core.chain import canonical, digest
from ledger.core.plain import ANSWER, DAY, KEY, QUESTION, Cited, Columns, Plain, knowledge
from ledger.store import codec
from ledger.store.journal import Journal
from ledger.store.plain_rows import Sheet
from ledger.store.seen import KNOWN, NEW, Seen
from ledger.uncollected import uncollected

_BATCH = 5000  # forecasts on a sheet before it is written
_FEW = 20  # times as many forecasts in a book as come together: its indexes are soon built anew

# What is quick to lose and to build anew: full indexes, partial ones that plain rows fill, and
# the guard on new entries, which `Loader` numbers itself.
_HINDRANCES = """
SELECT type, name, sql FROM sqlite_schema
WHERE sql IS NOT NULL
  AND (sql NOT LIKE '% WHERE %' OR name IN ('citation_late', 'forecast_due', 'forecast_settled'))
  AND tbl_name IN ('question', 'forecast', 'part', 'citation', 'ruling', 'tag') AND type = 'index'
   OR name = 'entry_is_new'
"""
_ALL = "SELECT key FROM forecast UNION SELECT key FROM question"
_KNOWN = """
SELECT key FROM forecast WHERE key IN (SELECT value FROM json_each(:keys))
UNION
SELECT key FROM question WHERE key IN (SELECT value FROM json_each(:questions))
"""


@contextmanager
def loading(con: sqlite3.Connection) -> Iterator[None]:
    """Tune a connection for a long transaction that reads little and writes much.

    Foreign keys are not looked up row by row: every number written in here was handed out
    in the same transaction, or read from the book.
    """
    before = {name: con.execute(f"PRAGMA {name}").fetchone()[0] for name in _TUNED}
    _set(con, _TUNED)
    try:
        with uncollected():
            yield
    finally:
        _set(con, before)


_TUNED = {
    "foreign_keys": 0,
    "ignore_check_constraints": 1,
    "cache_size": -32_768,  # KiB
    "threads": 0,
}
# Sorting in small pieces, which a second processor sorts while the table is read on.
_SORTING = {"cache_size": -1024, "threads": 2}


def _set(con: sqlite3.Connection, values: dict[str, int]) -> None:
    for name, value in values.items():
        con.execute(f"PRAGMA {name}={value}")


@lru_cache(maxsize=20_000)
def _code(answer: str, day: str) -> int:
    """Return a number for an answer and its day; 0 for none."""
    number = dt.date.fromisoformat(day).toordinal() if day else 0
    return number if answer == "on" else -number


@lru_cache(maxsize=20_000)
def _learned(answer: str, day: str) -> tuple[str | None, int, str | None]:
    """Return what a question knows, whether that is final, and what was ruled."""
    if not answer:
        return None, 0, None
    known = knowledge(answer, day)
    return codec.spans_text(known.possible), int(known.final), canonical({answer: day})


class Loader:
    """Takes plain forecasts into the journal and the tables, within a transaction."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.added = 0
        self.lines = array("I")  # where each entry of this transaction comes from
        self._con = journal.con
        self._rows = journal.rows
        self._people = journal.projection.state.people
        self._sheet = Sheet()
        self._waiting = 0  # forecasts on it
        self._now = ""  # when they are recorded
        self._seen = Seen()
        self._first_question = 0  # the number of the one that was seen first
        self._dropped: list[str] = []  # what brings the indexes back
        self._before: frozenset[str] | None = None  # keys in the book, while it has no indexes
        (self._size,) = self._con.execute("SELECT COUNT(*) FROM forecast").fetchone()
        self._settled = True

    def take(self, forecasts: Sequence[Plain]) -> list[Plain]:
        """Add forecasts; return those that must go the long way, since the book has met them."""
        met = self._met(forecasts)
        left = [f for f in forecasts if f[KEY] in met or f[QUESTION] in met]
        if left:
            forecasts = [f for f in forecasts if f[KEY] not in met and f[QUESTION] not in met]
        if forecasts:
            if self._before is None and self._size + self.added <= _FEW * len(forecasts):
                self._drop_hindrances()
            left += self._enter(forecasts)
            self._settled = False
        if self._waiting >= _BATCH:
            self._write()
        return left

    def _enter(self, forecasts: Sequence[Plain]) -> list[Plain]:
        """Put forecasts on the sheet; return those that were met before in the same file."""
        places = self._seen.add(
            [f[KEY] for f in forecasts],
            [f[QUESTION] for f in forecasts],
            [_code(f[ANSWER], f[DAY]) for f in forecasts],
        )
        left = []
        if KNOWN in places:
            left = [f for f, place in zip(forecasts, places, strict=True) if place == KNOWN]
            forecasts = [f for f, place in zip(forecasts, places, strict=True) if place != KNOWN]
            places = [place for place in places if place != KNOWN]
        if forecasts:
            self._put_down(Columns(*zip(*forecasts, strict=True)), places)
        return left

    def _put_down(self, rows: Columns, places: Sequence[int]) -> None:
        """Put rows on the sheet, column by column, with all that they bring."""
        numbers = self._rows.next_ids("forecast", len(places))
        entries = self._chain(rows, numbers)
        asked = self._ask(rows, places, entries)
        people = map(self._people.heard, rows.forecaster, rows.kind, rows.role)
        scored, said_by = zip(*people, strict=True)
        own = {
            "state": rows.state, "p": rows.probability, "phrase": rows.phrase,
            "question": asked, "due": rows.deadline, "negated": rows.negated,
            "late": rows.days_late,
        }  # fmt: skip
        self._sheet.add(
            "forecast", id=numbers, key=rows.key, entry=entries, claim=rows.claim, scored=scored,
            said_by=said_by, role=rows.role, made=rows.made_on, verdict=rows.verdict,
            note=rows.note, answered=rows.answered_on, **own,
        )  # fmt: skip
        self._sheet.add("part", forecast=numbers, question=asked, negated=rows.negated)
        self._cite(rows.cited, numbers, own)
        for number, tags in zip(numbers, rows.tags, strict=True):
            for tag in tags:
                self._rows.insert_tuple("tag", (number, tag))

    def _chain(self, rows: Columns, numbers: Sequence[int]) -> Sequence[int]:
        """Put an entry for each row on the sheet; return their numbers."""
        journal, now = self.journal, self._time()
        entries = range(journal.seq + 1, journal.seq + 1 + len(numbers))
        about = [f"f{number}" for number in numbers]
        link, links = journal.hash, []
        for seq, what, body in zip(entries, about, rows.body, strict=True):
            link = digest(link, seq, now, "forecast", what, "", body)
            links.append(link)
        journal.seq, journal.hash = entries[-1], link
        self._sheet.add(
            "entry", seq=entries, now=repeat(now, len(numbers)), about=about, body=rows.body,
            hash=links,
        )  # fmt: skip
        self.lines.extend(rows.line)
        self.added += len(numbers)
        self._waiting += len(numbers)
        return entries

    def _ask(self, rows: Columns, places: Sequence[int], entries: Sequence[int]) -> list[int]:
        """Put the new questions on the sheet, and what is known of them.

        Return the number of each row's question.
        """
        new = [place == NEW for place in places]
        numbers = self._rows.next_ids("question", sum(new))
        if numbers:
            self._first_question = self._first_question or numbers[0]
            known = list(map(_learned, compress(rows.answer, new), compress(rows.day, new)))
            self._sheet.add(
                "question", id=numbers, key=compress(rows.question, new),
                text=compress(rows.claim, new), known=[k[0] for k in known],
                final=[k[1] for k in known],
            )  # fmt: skip
            said = [k[2] for k in known]
            self._rule(numbers, list(compress(entries, new)), said, compress(rows.urls, new))
        fresh, first = iter(numbers), self._first_question
        return [next(fresh) if place == NEW else first + place for place in places]

    def _rule(
        self,
        questions: Sequence[int],
        entries: Sequence[int],
        said: Sequence[str | None],
        evidence: Iterable[Sequence[str]],
    ) -> None:
        """Put the rulings on new questions on the sheet, and their evidence aside."""
        numbers = self._rows.next_ids("ruling", len(said) - said.count(None))
        self._sheet.add(
            "ruling", id=numbers, question=compress(questions, said),
            entry=compress(entries, said), said=filter(None, said),
        )  # fmt: skip
        for number, urls in zip(numbers, compress(evidence, said), strict=True):
            for n, url in enumerate(urls, 1):
                self._rows.insert_tuple("evidence", (number, n, url, None, None))

    def _cite(
        self, cited: Sequence[Cited | None], numbers: Sequence[int], own: dict[str, Sequence[Any]]
    ) -> None:
        """Put the citations on the sheet, each with a copy of what its forecast comes to."""
        found = list(filter(None, cited))
        if not found:
            return
        outlets = [self._people.source_id(source) for source, *_ in found]
        articles = [
            self._people.article_id(outlet, title, url, published)
            for outlet, (_, title, url, published, _) in zip(outlets, found, strict=True)
        ]
        self._sheet.add(
            "citation", id=self._rows.next_ids("citation", len(found)), source=outlets,
            forecast=compress(numbers, cited), article=articles,
            quote=[quote for *_, quote in found],
            **{name: compress(values, cited) for name, values in own.items()},
        )  # fmt: skip

    def settle(self) -> None:
        """Bring tables and indexes up to date, so that anything can be looked up."""
        if self._settled:
            return
        self._settled = True
        self._write()
        _set(self._con, _SORTING)
        for sql in self._dropped:
            self._con.execute(sql)
        _set(self._con, {name: _TUNED[name] for name in _SORTING})
        self._dropped.clear()
        self._seen = Seen()
        self._first_question = 0
        self._before = None

    def _write(self) -> None:
        """Write what is on the sheet, after the names that it refers to."""
        self._rows.flush()
        self._sheet.write(self._con)
        self._waiting = 0

    def _time(self) -> str:
        """Return the time that everything on one sheet is recorded at."""
        if self._waiting and self.journal.recorded_at != self._now:
            self._write()  # something was recorded the long way since
        if not self._waiting:
            self._now = self.journal.recorded_at = self.journal.time()
        return self._now

    def _met(self, forecasts: Sequence[Plain]) -> frozenset[str]:
        """Return the keys of forecasts and questions that the book has already, or more."""
        if self._before is not None:
            return self._before
        self._write()
        keys = [forecast[KEY] for forecast in forecasts]
        questions = [f[QUESTION] for f in forecasts if f[QUESTION] not in self._seen]
        both = {"keys": json.dumps(keys), "questions": json.dumps(questions)}
        return frozenset(key for (key,) in self._con.execute(_KNOWN, both))

    def _drop_hindrances(self) -> None:
        """Do without indexes for a while, with the keys of a small book in memory."""
        self._before = frozenset(key for (key,) in self._con.execute(_ALL))
        for kind, name, sql in self._con.execute(_HINDRANCES).fetchall():
            self._con.execute(f"DROP {kind} {name}")
            self._dropped.append(sql)
