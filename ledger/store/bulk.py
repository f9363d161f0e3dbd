"""Plain forecasts by the thousand: the same entries and rows as one by one, in large steps.

Each forecast gets its own entry in the hash chain. Its columns go into a staging table, from
where one statement for each table takes a few thousand of them on; in a book that had no
forecasts yet the indexes are built at the end. Tests hold the outcome against the long way.
"""

import datetime as dt
import gc
import json
import sqlite3
import sys
from array import array
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from ledger.core.chain import digest
from ledger.core.plain import ANSWER, BODY, DAY, KEY, LINE, QUESTION, Cited, Plain
from ledger.store import plain_rows
from ledger.store.journal import Journal
from ledger.store.plain_rows import learned, stands
from ledger.store.seen import KNOWN, NEW, Seen

_BATCH = 5000  # forecasts staged before they are taken on
_TURN = 0.0005  # seconds after which the writing thread gets its turn
_TOGETHER = 100  # rows in one statement that fills the staging table

# What is quick to lose and to build anew: full indexes, and the guard on new entries, which
# `Loader` numbers itself.
_HINDRANCES = """
SELECT type, name, sql FROM sqlite_schema
WHERE sql IS NOT NULL AND sql NOT LIKE '% WHERE %'
  AND tbl_name IN ('question', 'forecast', 'part', 'citation', 'ruling', 'tag') AND type = 'index'
   OR name = 'entry_is_new'
"""
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
    gc.disable()  # millions of small tuples, no cycles
    interval = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(interval)
        gc.enable()
        _set(con, before)


_TUNED = {
    "foreign_keys": 0,
    "ignore_check_constraints": 1,
    "cache_size": -32_768,  # KiB
}


def _set(con: sqlite3.Connection, values: dict[str, int]) -> None:
    for name, value in values.items():
        con.execute(f"PRAGMA {name}={value}")


Learning = tuple[str | None, str | None, int, int | None, str | None]
_NOTHING: Learning = (None, None, 0, None, None)
_UNCITED = (None, None, None, None)


@lru_cache(maxsize=20_000)
def _code(answer: str, day: str) -> int:
    """Return a number for an answer and its day; 0 for none."""
    number = dt.date.fromisoformat(day).toordinal() if day else 0
    return number if answer == "on" else -number


class Loader:
    """Takes plain forecasts into the journal and the tables, within a transaction."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.added = 0
        self.lines = array("I")  # where each entry of this transaction comes from
        self._con = journal.con
        self._rows = journal.rows
        self._people = journal.projection.state.people
        self._staged: list[Any] = []  # columns of the staging table, row after row
        self._now = ""  # when what is staged is recorded
        self._writer = Writer(journal.con)
        self._seen = Seen()
        self._first_question = 0  # the number of the one that was seen first
        self._dropped: list[str] = []  # what brings the indexes back
        found = self._con.execute("SELECT EXISTS (SELECT 1 FROM question)").fetchone()
        self._fresh = not found[0]
        self._settled = not self._fresh
        if self._fresh:
            self._drop_hindrances()

    def take(self, forecasts: Sequence[Plain]) -> list[Plain]:
        """Add forecasts; return those that must go the long way, since the book has met them."""
        met = frozenset[str]() if self._fresh else self._met(forecasts)
        left = [f for f in forecasts if f[KEY] in met or f[QUESTION] in met] if met else []
        if left:
            forecasts = [f for f in forecasts if f[KEY] not in met and f[QUESTION] not in met]
        left += self._stage(forecasts)
        self._settled = False
        if len(self._staged) >= _BATCH * plain_rows.WIDTH:
            self._take_on()
        return left

    def _stage(self, forecasts: Sequence[Plain]) -> list[Plain]:
        """Give forecasts their numbers and their place in the chain; stage their columns.

        Return those that were met before in the same file.
        """
        journal, see, columns = self.journal, self._seen.add, self._columns
        left, lines, stage = [], self.lines, self._staged.extend
        numbers = self._rows.numbers("forecast")
        now = self._time()
        seq, link = journal.seq, journal.hash
        for forecast in forecasts:
            key, body = forecast[KEY], forecast[BODY]
            place = see(key, forecast[QUESTION], _code(forecast[ANSWER], forecast[DAY]))
            if place == KNOWN:
                left.append(forecast)
                continue
            number, seq = next(numbers), seq + 1
            link = digest(link, seq, now, "forecast", f"f{number}", "", body)
            lines.append(forecast[LINE])
            stage((number, seq, key, body, link, *columns(number, place, forecast)))
        self.added += seq - journal.seq
        journal.seq, journal.hash = seq, link
        return left

    def _columns(self, number: int, place: int, forecast: Plain) -> tuple[Any, ...]:
        """Return the columns of a forecast on the question at some place, and keep its tags."""
        (_, _, claim, forecaster, kind, role, made_on, deadline, probability, phrase, negated,
         cited, question, answer, day, late, urls, tags, note, _) = forecast  # fmt: skip
        if place == NEW:
            asked = self._rows.next_id("question")
            self._first_question = self._first_question or asked
            learning = self._learn(question, answer, day, urls)
        else:
            asked, learning = self._first_question + place, _NOTHING
        for tag in tags:
            self._rows.insert_tuple("tag", (number, tag))
        known_before = day < made_on if answer else False
        early = day if answer == "on" and late < 0 else None
        return (
            claim, *self._people.heard(forecaster, kind, role), role or None, made_on,
            deadline or None, float(probability) if probability else None, phrase or None,
            negated, note or None, *stands(answer, late, known_before, bool(deadline), negated),
            early, asked, *learning, *(self._cite(cited) if cited else _UNCITED),
        )  # fmt: skip

    def _learn(self, question: str, answer: str, day: str, urls: Sequence[str]) -> Learning:
        """Return what a new question learns, with the number of its ruling."""
        known, final, said = learned(answer, day)
        ruling = self._rows.next_id("ruling") if said else None
        for n, url in enumerate(urls, 1):
            self._rows.insert("evidence", {"ruling_id": ruling, "n": n, "url": url})
        return question, known, final, ruling, said

    def _cite(self, cited: Cited) -> tuple[int, int, int, str | None]:
        """Return the numbers of a citation, its article and its outlet, and the quote."""
        source, title, url, published, quote = cited
        outlet = self._people.source_id(source)
        article = self._people.article_id(outlet, title, url, published)
        return self._rows.next_id("citation"), article, outlet, quote or None

    def settle(self) -> None:
        """Bring tables and indexes up to date, so that anything can be looked up."""
        if self._settled:
            return
        self._settled = True
        self._take_on()
        self._writer.wait()
        for sql in self._dropped:
            self._con.execute(sql)
        self._dropped.clear()
        self._seen = Seen()
        self._first_question = 0
        self._fresh = False

    def close(self) -> None:
        """Let the writer come to an end; what is not settled is lost."""
        self._writer.close()

    def _take_on(self) -> None:
        """Let the writer take on what is staged, while the next forecasts come in."""
        self._writer.wait()
        if not self._staged:
            return
        self._rows.flush()
        staged, self._staged = self._staged, []
        self._writer.write(staged, self._now)

    def _time(self) -> str:
        """Return the time that all entries staged together are recorded at."""
        if self._staged and self.journal.recorded_at != self._now:
            self._take_on()  # something was recorded the long way since
        if not self._staged:
            self._now = self.journal.recorded_at = self.journal.time()
        return self._now

    def _met(self, forecasts: Sequence[Plain]) -> frozenset[str]:
        """Return the keys of forecasts and questions that the book has already."""
        self._take_on()
        self._writer.wait()
        self._rows.flush()
        keys = [forecast[KEY] for forecast in forecasts]
        questions = [f[QUESTION] for f in forecasts if f[QUESTION] not in self._seen]
        both = {"keys": json.dumps(keys), "questions": json.dumps(questions)}
        return frozenset(key for (key,) in self._con.execute(_KNOWN, both))

    def _drop_hindrances(self) -> None:
        for kind, name, sql in self._con.execute(_HINDRANCES).fetchall():
            self._con.execute(f"DROP {kind} {name}")
            self._dropped.append(sql)


class Writer:
    """Writes staged rows in a second thread: the database works while Python reads on."""

    def __init__(self, con: sqlite3.Connection) -> None:
        self._con = con
        self._con.execute(plain_rows.STAGE)
        self._pool = ThreadPoolExecutor(1)
        self._work: Future[None] | None = None

    def write(self, values: list[Any], now: str) -> None:
        """Begin to write rows; `wait` before the connection is used for anything else."""
        self._work = self._pool.submit(self._write, values, now)

    def wait(self) -> None:
        """Wait until everything is written, and raise what went wrong with it."""
        if self._work:
            self._work.result()
            self._work = None

    def close(self) -> None:
        """Wait for the end, and leave nothing behind."""
        self._pool.shutdown()
        self._con.execute(plain_rows.DROP)

    def _write(self, values: list[Any], now: str) -> None:
        step = _TOGETHER * plain_rows.WIDTH
        whole = len(values) // step * step
        for start in range(0, whole, step):
            self._con.execute(plain_rows.fill(_TOGETHER), values[start : start + step])
        for start in range(whole, len(values), plain_rows.WIDTH):
            self._con.execute(plain_rows.fill(1), values[start : start + plain_rows.WIDTH])
        for sql in plain_rows.TAKE_ON:
            self._con.execute(sql, {"now": now})
        self._con.execute(plain_rows.CLEAR)
