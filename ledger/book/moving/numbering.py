"""Questions in the order of their numbers, where the forecasts of a book do not tell it.

Imported forecasts number their questions as they come. After a merge, a move or an amendment
some question has lost its forecasts, or an old forecast asks a later one: then the questions go
ahead of the forecasts, on lines of their own, so that every number stays.
"""

import sqlite3
from collections.abc import Iterator
from typing import Any

from ledger.errors import ConflictError, NotFoundError
from ledger.store import queries
from ledger.store.journal import Journal

Doc = dict[str, Any]

_LEFT = """
SELECT 1 FROM question q WHERE merged_into IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM part WHERE question_id = q.id)
  AND NOT EXISTS (SELECT 1 FROM part WHERE after_question = q.id)
  AND NOT EXISTS (SELECT 1 FROM part WHERE until_question = q.id)
LIMIT 1
"""
_OUT_OF_ORDER = """
SELECT 1 FROM (
  SELECT first, LEAD(first) OVER (ORDER BY question_id) AS following
  FROM (SELECT question_id, MIN(forecast_id) AS first FROM part GROUP BY question_id))
WHERE following < first LIMIT 1
"""
_QUESTIONS = """
SELECT id, key, text, kind, options, ordered, unit, opens, criteria, judge FROM question
ORDER BY id
"""
_MERGES = """
SELECT g.key AS question, s.key AS "into",
  (SELECT json_extract(e.body, '$.why') FROM entry e
   WHERE e.kind <> 'forecast' AND e.kind = 'merge' AND e.about = 'q' || g.id) AS why
FROM question g JOIN question s ON s.id = g.merged_into ORDER BY g.id
"""
_NEXT = "SELECT COALESCE(MAX(id), 0) + 1 FROM question"
_FIND = "SELECT id, merged_into, kind, options, unit FROM question WHERE key = :key"


def questions(con: sqlite3.Connection) -> Iterator[queries.Row]:
    """Yield all questions, where a book needs them ahead of its forecasts; else none."""
    if any(con.execute(sql).fetchone() for sql in (_LEFT, _OUT_OF_ORDER)):
        yield from queries.rows(con, _QUESTIONS)


def merges(con: sqlite3.Connection) -> Iterator[Doc]:
    """Yield which question took the place of which, by their keys, and why."""
    for row in queries.rows(con, _MERGES):
        yield {name: value for name, value in row.items() if value is not None}


def ask(journal: Journal, doc: Doc) -> bool:
    """Record a question under the next number; False when the book has it already."""
    con = journal.con
    if con.execute(_FIND, {"key": doc["key"]}).fetchone():
        return False
    (number,) = con.execute(_NEXT).fetchone()
    journal.record("question", {"set": doc}, about=f"q{number}")
    return True


def merge(journal: Journal, doc: Doc) -> bool:
    """Record that one question took the place of another; False when the book has it so."""
    gone, into, *what = _found(journal, doc["question"])
    stays, _, *other = _found(journal, doc["into"])
    if into == stays:
        return False
    if into is not None or gone == stays or what != other:
        raise ConflictError(
            f'the questions "{doc["question"]}" and "{doc["into"]}" cannot be merged in this '
            "book; look at both with `ledger question show`"
        )
    body = {"into": {"key": doc["into"]}, **({"why": doc["why"]} if "why" in doc else {})}
    journal.record("merge", body, about=f"q{gone}")
    return True


def _found(journal: Journal, key: str) -> tuple[Any, ...]:
    found: tuple[Any, ...] | None = journal.con.execute(_FIND, {"key": key}).fetchone()
    if found is None:
        raise NotFoundError(f'no question has the key "{key}"; name one of an earlier line')
    return found
