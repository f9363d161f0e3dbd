"""The cells of a tally: forecasts of one group, state, number and wording, counted.

Where a covering index answers, it is walked once for numbers and outcomes, and nothing is asked
of a row: not even whether its deadline lies after the as-of day, where nothing settled has such
a one, which another index tells at once. What needs more columns (words, what
nobody ruled on, what was taken back) is looked up where the first walk met it. Everything else
is counted by one wide query; tests hold the two ways against each other.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from ledger.core.scorecards.counts import TRUE_OR_FALSE
from ledger.store.score_queries import Wanted

Cell = tuple[Any, ...]
"""(id, voice, state, probability, phrase, negated, n, dated, due, past, retracted)."""

_COUNTS = """COUNT(*) AS n, COUNT(r.deadline) AS dated,
  SUM(CASE WHEN r.deadline <= :as_of THEN 1 ELSE 0 END) AS due,
  SUM(CASE WHEN r.deadline < :as_of AND r.state = 'pending' THEN 1 ELSE 0 END) AS past,
  COUNT(r.retracted_on) AS retracted"""
WIDE = """
SELECT {group} AS id, {voice} AS voice, r.state AS state, {p} AS probability,
  {phrase} AS phrase, r.negated = 1 AS negated, {counts}
FROM {tables} WHERE {where}
GROUP BY {keys}, r.state, {p}, {phrase}, r.negated
""".replace("{counts}", _COUNTS)

# Settled before its day: few are, and in a book of old forecasts none is.
EARLY = """
SELECT 1 FROM forecast WHERE state IN ('true', 'false') AND deadline > :as_of LIMIT 1
"""
_LATER = "COUNT(*) FILTER (WHERE r.deadline > :as_of)"
# The product keeps the planner from asking every row whether it is counted: groups are few.
WALK = """
SELECT {group}, {counted}, {voice}, r.state, r.scored_probability, COUNT(*), {later}
FROM {tables} WHERE {said}
GROUP BY {keys}, r.state, r.scored_probability HAVING COUNT(*) * {counted} > 0
""".replace("{later}", _LATER)
ALL_DUE = WALK.replace(_LATER, "0")
_LOOK = """
SELECT r.scored_probability, r.scored_phrase, r.negated = 1, {counts}
FROM {tables}
WHERE {group} = :group AND {counted} = :counted AND {voice} = :voice AND r.state = :state{more}
GROUP BY r.scored_probability, r.scored_phrase, r.negated
""".replace("{counts}", _COUNTS)
LOOK = _LOOK.replace("{more}", "")
LOOK_WORDS = _LOOK.replace("{more}", " AND r.scored_probability IS NULL")
RETRACTED = """
SELECT {group}, {counted}, {voice}, r.state, r.scored_probability, COUNT(*)
FROM {tables} WHERE {where} AND r.retracted_on IS NOT NULL
GROUP BY {keys}, r.state, r.scored_probability
"""


def cells(con: sqlite3.Connection, wanted: Wanted) -> Iterator[Cell]:
    """Yield the cells of every group."""
    if wanted.covered:
        return _walked(con, wanted)
    return iter(con.execute(wanted.sql(WIDE), wanted.parameters()))


def _walked(con: sqlite3.Connection, wanted: Wanted) -> Iterator[Cell]:
    values = wanted.parameters()
    retracted = {row[:5]: row[5] for row in con.execute(wanted.sql(RETRACTED), values)}
    more: dict[tuple[Any, ...], None] = {}  # a set that keeps its order
    early = con.execute(EARLY, values).fetchone()
    for row in con.execute(wanted.sql(WALK if early else ALL_DUE), values).fetchall():
        group, _, voice, state, p, n, later = row
        if p is None or state not in TRUE_OR_FALSE:
            more[row[:4]] = None
            continue
        taken_back = retracted.get(row[:5], 0) if retracted else 0
        yield group, voice, state, p, None, 0, n, n, n - later, 0, taken_back
    yield from _looked_up(con, wanted, more)


def _looked_up(
    con: sqlite3.Connection, wanted: Wanted, more: Iterable[tuple[Any, ...]]
) -> Iterator[Cell]:
    """Yield the cells of places in the index: of what was settled those without a number."""
    everything, words = wanted.sql(LOOK), wanted.sql(LOOK_WORDS)
    values = wanted.parameters()
    for group, counted, voice, state in more:
        place = {"group": group, "counted": counted, "voice": voice, "state": state}
        sql = words if state in TRUE_OR_FALSE else everything
        for cell in con.execute(sql, {**values, **place}):
            yield group, voice, state, *cell
