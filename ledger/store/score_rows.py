"""Forecasts one by one, for measures that need more than counts: series, pairs, distributions."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from ledger.core.measures.shared_fate import connections
from ledger.store import score_clusters
from ledger.store.queries import Row, rows
from ledger.store.score_groups import FILTERS
from ledger.store.score_queries import Wanted

# `claim` is the same for two forecasts that are about the same thing, whichever side they took:
# deadline, for each part, in any order, its question, its own days and the numbers or options
# accepted, and the condition.
_KEY = (
    "'q' || p.question_id || '/' || COALESCE(p.after, '') || '/' || COALESCE(p.until, '')"
    " || '/' || COALESCE(p.after_question || '+' || p.after_offset, '')"
    " || '/' || COALESCE(p.until_question || '+' || p.until_offset, '')"
    " || CASE WHEN r.spread IS NULL THEN COALESCE(p.interval, p.options, '') ELSE '' END"
)
_CLAIM = f"""(SELECT CASE SUM(n > 0) WHEN 1 THEN MAX(CASE WHEN n > 0 THEN asks END)
    ELSE r.joined || GROUP_CONCAT(CASE WHEN n > 0 THEN asks || negated END, '&') END
    || COALESCE(' if ' || MAX(CASE WHEN n = 0 THEN asks || negated END), '')
  FROM (SELECT p.n AS n, p.negated AS negated, {_KEY} AS asks FROM part p
    WHERE p.forecast_id = r.id ORDER BY asks, p.negated))"""  # noqa: S608 - our own text
# The last day on which a statement counts: deadline or answer, whichever came first.
_ENDS = "COALESCE(r.answered_on, r.deadline)"
_FORECASTS = """
SELECT r.id AS id, r.forecaster_id AS forecaster, r.question_id AS question, r.state AS state,
  r.deadline AS deadline, {ends} AS ends, r.made_on_latest AS made_on,
  r.probability AS probability, r.phrase AS phrase, r.negated AS negated, r.updates AS updates,
  r.scored_probability AS scored_probability, r.scored_phrase AS scored_phrase,
  {claim} AS claim
FROM forecast r
WHERE r.state IN ({states}) AND r.deadline <= :as_of{updated}{filters}
ORDER BY r.id
""".replace("{claim}", "r.deadline || ' ' || " + _CLAIM).replace("{ends}", _ENDS)

_UPDATES = """
SELECT v.forecast_id AS forecast, v.made_on_latest AS made_on, v.probability AS probability,
  v.phrase AS phrase
FROM revision v JOIN forecast r ON r.id = v.forecast_id
WHERE r.state IN ('true', 'false') AND r.deadline <= :as_of{filters}
  AND v.made_on_latest <= {ends}
ORDER BY v.forecast_id, v.made_on_latest, v.n
""".replace("{ends}", _ENDS)

# COALESCE keeps the planner off the index on states: distributions are few, and have their own.
_SPREADS = """
SELECT r.id AS id, r.state AS state, r.deadline AS deadline, q.kind AS kind, q.known AS known,
  q.options AS options, q.ordered AS ordered, q.unit AS unit, {ends} AS ends,
  r.made_on_latest AS made_on, r.spread AS spread
FROM forecast r JOIN question q ON q.id = r.question_id
WHERE r.spread IS NOT NULL AND COALESCE(r.state, '') IN ('true', 'false', 'answered')
  AND r.deadline <= :as_of{filters}
""".replace("{ends}", _ENDS)

# A cross join is walked as it is written: few forecasts, and of each its own revisions.
_LATER_SPREADS = """
SELECT v.forecast_id AS forecast, v.made_on_latest AS made_on, v.spread AS spread
FROM forecast r CROSS JOIN revision v ON v.forecast_id = r.id
WHERE r.spread IS NOT NULL AND COALESCE(r.state, '') IN ('true', 'false', 'answered')
  AND r.deadline <= :as_of{filters} AND v.spread IS NOT NULL AND v.made_on_latest <= {ends}
ORDER BY v.forecast_id, v.made_on_latest, v.n
""".replace("{ends}", _ENDS)

# Forecasts that an event comes about, due: with the day it came, or nothing yet. One that waits
# for its condition alone waits for no event.
_TIMED = """
FROM forecast r
WHERE r.state IN ('true', 'false', 'pending') AND r.deadline <= :as_of
  AND NOT EXISTS (SELECT 1 FROM part p JOIN question q ON q.id = p.question_id
    WHERE p.forecast_id = r.id AND p.n > 0 AND (p.negated = 1 OR q.kind <> 'event'))
  AND (r.state <> 'pending' OR EXISTS (SELECT 1 FROM part p JOIN question q ON q.id = p.question_id
    WHERE p.forecast_id = r.id AND p.n > 0 AND q.final = 0))
  {filters}
"""
_TIMINGS = (
    "SELECT r.made_on_latest AS made, r.deadline AS deadline, r.days_late AS days_late,"
    f" COUNT(*) AS n {_TIMED} GROUP BY r.made_on_latest, r.deadline, r.days_late"
)
_APART_TIMED = f"SELECT COUNT(DISTINCT r.question_id) AS n {_TIMED} {score_clusters.APART}"
_CONNECTED_TIMED = f"SELECT DISTINCT r.question_id AS id {_TIMED} {score_clusters.CONNECTED}"
_SEVERAL_TIMED = f"SELECT r.id AS id {_TIMED} AND r.id IN ({score_clusters.SEVERAL})"

_CARRIED_BY = """
SELECT s.name AS name, COUNT(*) AS n, SUM(c.own_voice) AS own_voice
FROM citation c JOIN source s ON s.id = c.source_id JOIN forecast r ON r.id = c.forecast_id
WHERE c.counted > 0 AND r.state <> 'struck'{filters}
GROUP BY s.id ORDER BY n DESC, s.name
"""
_CARRIES = """
SELECT k.name AS name, COUNT(*) AS n, SUM(c.own_voice) AS own_voice
FROM citation c JOIN forecast r ON r.id = c.forecast_id
JOIN forecaster k ON k.id = r.forecaster_id
WHERE c.counted > 0 AND c.source_id = :source AND r.state <> 'struck'{filters}
GROUP BY k.id ORDER BY n DESC, k.name
"""
_PAGE = """
SELECT r.id AS id, r.{said}probability AS probability, r.{said}phrase AS phrase,
  r.negated AS negated, r.state AS state
FROM forecast r WHERE r.state <> 'struck'{filters} ORDER BY r.id
"""


def forecasts(
    con: sqlite3.Connection, wanted: Wanted, *, answered: bool = False, updated: bool = False
) -> Iterator[Row]:
    """Yield the forecasts that are due and settled, with the claim that they share.

    With `answered` also those whose answer is known though they took no side; with `updated`
    none but those that were followed by other statements.
    """
    states = "'true', 'false'" + (", 'answered'" if answered else "")
    sql = _FORECASTS.replace("{states}", states)
    sql = _filled(sql.replace("{updated}", " AND r.updates > 0" if updated else ""), wanted)
    return rows(con, sql, **wanted.parameters())


def updates(con: sqlite3.Connection, wanted: Wanted) -> Iterator[Row]:
    """Yield the later statements in time of forecasts due and settled, oldest first."""
    return rows(con, _filled(_UPDATES, wanted), **wanted.parameters())


def spreads(con: sqlite3.Connection, wanted: Wanted) -> Iterator[Row]:
    """Yield the distributions of forecasts due and settled, as they were first given."""
    return rows(con, _filled(_SPREADS, wanted), **wanted.parameters())


def later_spreads(con: sqlite3.Connection, wanted: Wanted) -> Iterator[Row]:
    """Yield the distributions that followed in time, oldest first."""
    return rows(con, _filled(_LATER_SPREADS, wanted), **wanted.parameters())


def timings(con: sqlite3.Connection, wanted: Wanted) -> Iterator[Row]:
    """Yield (made, deadline, days_late or None, n) of affirmative events that are due."""
    return rows(con, _filled(_TIMINGS, wanted), **wanted.parameters())


def questions_timed(con: sqlite3.Connection, wanted: Wanted) -> tuple[int, int]:
    """Return how many questions `timings` are about, and how many groups of connected ones."""
    several = rows(con, _filled(_SEVERAL_TIMED, wanted), **wanted.parameters())
    joined = score_clusters.joined_by(con, {r["id"] for r in several})
    wanted = replace(wanted, connected=json.dumps(list(joined)))
    apart = next(rows(con, _filled(_APART_TIMED, wanted), **wanted.parameters()))["n"]
    connected = rows(con, _filled(_CONNECTED_TIMED, wanted), **wanted.parameters())
    fates = int(apart) + len({joined[r["id"]] for r in connected})
    return fates + connections(joined), fates


def page(con: sqlite3.Connection, wanted: Wanted) -> Iterator[Row]:
    """Yield every forecast with what is scored of it."""
    sql = _PAGE.replace("{said}", "" if wanted.first else "scored_")
    return rows(con, _filled(sql, wanted), **wanted.parameters())


def carried(con: sqlite3.Connection, wanted: Wanted) -> Iterator[Row]:
    """Yield who carried these forecasts of a forecaster, or whom a source carried with them."""
    sql = _CARRIES if "source" in wanted.filters else _CARRIED_BY
    return rows(con, _filled(sql, wanted), **wanted.parameters())


def _filled(sql: str, wanted: Wanted) -> str:
    filters = "".join(" AND " + FILTERS[name].format(f="r") for name in wanted.filters)
    return sql.replace("{filters}", filters)
