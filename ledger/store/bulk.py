"""Plain forecasts by the thousand: the same entries and rows as one by one, in large steps.

Each forecast gets its own entry in the hash chain. Its columns go into a staging table, from
where one statement for each table takes a few thousand of them on; in a book that had no
forecasts yet the indexes are built at the end. Tests hold the outcome against the long way.
"""

import gc
import json
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from ledger.core.chain import digest
from ledger.core.plain import KEY, QUESTION, Plain
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
  AND tbl_name IN ('question', 'forecast', 'part', 'citation', 'ruling') AND type = 'index'
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


class Loader:
    """Takes plain forecasts into the journal and the tables, within a transaction."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.added = 0
        self.known = 0
        self._con = journal.con
        self._rows = journal.rows
        self._people = journal.projection.state.people
        self._outlet = lru_cache(10_000)(lambda source: self._people.article({"source": source}))
        self._staged: list[Any] = []  # columns of the staging table, row after row
        self._now = ""  # when what is staged is recorded
        self._writer = Writer(journal.con)
        self._seen = Seen()
        self._first_question = 0  # the number of the one that was seen first
        self._dropped: list[str] = []  # what brings the indexes back
        found = self._con.execute("SELECT EXISTS (SELECT 1 FROM question)").fetchone()
        self._fresh = not found[0]
        if self._fresh:
            self._drop_hindrances()

    def take(self, forecasts: Sequence[Plain]) -> list[Plain]:
        """Add forecasts; return those that must go the long way, since the book has met them."""
        met = frozenset[str]() if self._fresh else self._met(forecasts)
        left = [f for f in forecasts if f[KEY] in met or f[QUESTION] in met] if met else []
        if left:
            forecasts = [f for f in forecasts if f[KEY] not in met and f[QUESTION] not in met]
        self._stage(forecasts)
        if len(self._staged) >= _BATCH * plain_rows.WIDTH:
            self._take_on()
        return left

    def _stage(self, forecasts: Sequence[Plain]) -> None:
        """Give forecasts their numbers, their place in the chain and their standing."""
        journal, see, stage = self.journal, self._seen.add, self._staged.extend
        numbers, new_questions, rulings, citations = map(
            self._rows.numbers, ("forecast", "question", "ruling", "citation")
        )
        now = self._time()
        seq, link = journal.seq, journal.hash
        for (_, key, claim, forecaster, made_on, deadline, probability, source, question,
             answer, day, late, body) in forecasts:  # fmt: skip
            place = see(key, question)
            if place == KNOWN:
                self.known += 1
                continue
            number, seq = next(numbers), seq + 1
            link = digest(link, seq, now, "forecast", f"f{number}", "", body)
            scored, said_by = self._people.forecaster_id(forecaster, None)
            known_before = day < made_on if answer else False
            verdict, days_late, state = stands(answer, late, known_before, bool(deadline))
            asked = self._first_question + place
            new_question = known = said = ruling = citation = article = outlet = None
            final = 0
            if place == NEW:
                asked = next(new_questions)
                self._first_question = self._first_question or asked
                new_question, (known, final, said) = question, learned(answer, day)
                ruling = next(rulings) if said else None
            if source:
                citation, (article, outlet) = next(citations), self._outlet(source)
            stage((
                number, seq, key, claim, scored, said_by, made_on, deadline or None,
                float(probability) if probability else None, verdict, days_late, state,
                asked, new_question, known, final, ruling, said, citation, article, outlet,
                body, link,
            ))  # fmt: skip
        self.added += seq - journal.seq
        journal.seq, journal.hash = seq, link

    def settle(self) -> None:
        """Bring tables and indexes up to date, so that anything can be looked up."""
        self._take_on()
        self._writer.wait()
        for sql in self._dropped:
            self._con.execute(sql)
        self._dropped.clear()
        self._seen.clear()
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
