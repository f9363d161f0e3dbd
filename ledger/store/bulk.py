"""Plain forecasts by the thousand: the same entries and rows as one by one, in large steps.

Each forecast gets its own entry in the hash chain. Its columns go into a staging table, from
where one statement for each table takes a few thousand of them on; in a book that had no
forecasts yet the indexes are built at the end. Tests hold the outcome against the long way.
"""

import gc
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from ledger.core.chain import digest
from ledger.core.plain import Plain
from ledger.store import plain_rows
from ledger.store.journal import Journal
from ledger.store.plain_rows import learned, stands

_BATCH = 5000  # forecasts staged before they are taken on
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
    try:
        yield
    finally:
        gc.enable()
        _set(con, before)


_TUNED = {
    "foreign_keys": 0,
    "ignore_check_constraints": 1,
    "cache_size": -65_536,
    "temp_store": 2,
    "threads": 2,
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
        self._staged: list[Any] = []  # columns of the staging table, row after row
        self._outlet = lru_cache(10_000)(lambda source: self._people.article({"source": source}))
        self._keys: set[str] = set()  # forecasts and ...
        self._questions: dict[str, int] = {}  # ... questions that were added in here
        self._dropped: list[str] = []  # what brings the indexes back
        self._con.execute(plain_rows.STAGE)
        found = self._con.execute("SELECT EXISTS (SELECT 1 FROM question)").fetchone()
        self._fresh = not found[0]
        if self._fresh:
            self._drop_hindrances()

    def take(self, forecasts: Sequence[Plain]) -> list[Plain]:
        """Add forecasts; return those that must go the long way, since the book has met them."""
        met = set() if self._fresh else self._met(forecasts)
        left, new = [], []
        for forecast in forecasts:
            if forecast.key in self._keys:  # made from the content: it says the same
                self.known += 1
            elif forecast.key in met or forecast.question in met:
                left.append(forecast)
            else:
                self._keys.add(forecast.key)
                new.append(forecast)
        self._stage(new)
        if len(self._staged) >= _BATCH * plain_rows.WIDTH:
            self._take_on()
        return left

    def settle(self) -> None:
        """Bring tables and indexes up to date, so that anything can be looked up."""
        self._take_on()
        for sql in self._dropped:
            self._con.execute(sql)
        self._dropped.clear()
        self._questions.clear()
        self._fresh = False

    def close(self) -> None:
        """Settle, and leave nothing behind."""
        self.settle()
        self._con.execute(plain_rows.DROP)

    def _stage(self, forecasts: Sequence[Plain]) -> None:
        """Give forecasts their numbers, their place in the chain and their standing."""
        journal, questions = self.journal, self._questions
        forecasts_, questions_, rulings_, citations_ = map(
            self._rows.numbers, ("forecast", "question", "ruling", "citation")
        )
        now = journal.recorded_at = journal.time()
        seq, link = journal.seq, journal.hash
        for (key, claim, forecaster, made_on, deadline, probability, source, question, answer,
             day, late, body) in forecasts:  # fmt: skip
            number, seq = next(forecasts_), seq + 1
            link = digest(link, seq, now, "forecast", f"f{number}", "", body)
            new_question = known = said = ruling = citation = article = outlet = None
            final = 0
            if question not in questions:
                questions[question] = next(questions_)
                new_question, (known, final, said) = question, learned(answer, day)
                ruling = next(rulings_) if said else None
            if source:
                citation, (article, outlet) = next(citations_), self._outlet(source)
            self._staged += (
                number, seq, key, claim, *self._people.forecaster_id(forecaster, None), made_on,
                deadline or None, float(probability) if probability else None,
                *stands(answer, late, day < made_on if answer else False, bool(deadline)),
                questions[question], new_question, known, final, ruling, said,
                citation, article, outlet, body, link,
            )  # fmt: skip
        journal.seq, journal.hash = seq, link
        self.added += len(forecasts)

    def _take_on(self) -> None:
        """Take what is staged on to the tables."""
        self._rows.flush()
        values, width = self._staged, plain_rows.WIDTH
        whole = len(values) // (_TOGETHER * width) * _TOGETHER * width
        for start in range(0, whole, _TOGETHER * width):
            stage = values[start : start + _TOGETHER * width]
            self._con.execute(plain_rows.fill(_TOGETHER), stage)
        for start in range(whole, len(values), width):
            self._con.execute(plain_rows.fill(1), values[start : start + width])
        for sql in plain_rows.TAKE_ON:
            self._con.execute(sql, {"now": self.journal.recorded_at})
        self._con.execute(plain_rows.CLEAR)
        values.clear()

    def _met(self, forecasts: Sequence[Plain]) -> set[str]:
        """Return the keys of forecasts and questions that the book has already."""
        self._take_on()
        keys = [forecast.key for forecast in forecasts]
        questions = [f.question for f in forecasts if f.question not in self._questions]
        both = {"keys": json.dumps(keys), "questions": json.dumps(questions)}
        return {key for (key,) in self._con.execute(_KNOWN, both)}

    def _drop_hindrances(self) -> None:
        for kind, name, sql in self._con.execute(_HINDRANCES).fetchall():
            self._con.execute(f"DROP {kind} {name}")
            self._dropped.append(sql)
