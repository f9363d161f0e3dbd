"""Counting for scorecards: the database groups, Python adds up a few hundred cells.

Two flat tables are scored: `forecast`, one row each, and `citation`, one row for each forecast
and outlet, with copies of the same columns. Grouping by forecaster or by outlet walks a covering
index and touches no table; a test asks the planner. Every query is put together from constant
pieces, values go in as parameters.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ledger.store.queries import Row, rows


@dataclass(frozen=True, slots=True)
class Grouping:
    """How rows are grouped: the tables, the group's name, and a condition that always holds.

    `r` is the flat row that is scored, `f` the forecast behind it; `covered` says that the
    group's number stands in the index of the flat rows, and `names` then is the table of names.
    """

    tables: str
    group: str
    where: str = "1"
    voice: str = "0"
    names: str | None = None
    filters: Mapping[str, str] = field(default_factory=dict)  # said of the group, not the forecast


_FORECAST = "forecast r"
_CITED = "citation r"
_HORIZON = """CASE
  WHEN r.deadline IS NULL THEN '7 no deadline'
  WHEN julianday(r.deadline) - julianday(r.made_on) <= 31 THEN '1 up to a month'
  WHEN julianday(r.deadline) - julianday(r.made_on) <= 92 THEN '2 one to three months'
  WHEN julianday(r.deadline) - julianday(r.made_on) <= 183 THEN '3 three to six months'
  WHEN julianday(r.deadline) - julianday(r.made_on) <= 366 THEN '4 half a year to a year'
  WHEN julianday(r.deadline) - julianday(r.made_on) <= 731 THEN '5 one to two years'
  ELSE '6 more than two years' END"""

GROUPINGS: Mapping[str, Grouping] = {
    "forecaster": Grouping(_FORECAST, "r.forecaster_id", names="forecaster"),
    "source": Grouping(
        _CITED, "r.source_id", "r.counted > 0", "r.own_voice", "source",
        {"source": "r.source_id = :source", "own_voice": "r.own_voice = 1"},
    ),
    "article": Grouping(
        "citation r JOIN article a ON a.id = r.article_id JOIN source s ON s.id = r.source_id",
        "CASE a.title WHEN '' THEN s.name || ' ' || a.published ELSE s.name || ': ' || a.title END",
        "NOT EXISTS (SELECT 1 FROM citation e WHERE e.forecast_id = r.forecast_id"
        " AND e.article_id = r.article_id AND e.id < r.id)",
        "r.own_voice",
        filters={"source": "r.source_id = :source", "own_voice": "r.own_voice = 1"},
    ),
    "tag": Grouping(
        "tag t JOIN forecast r ON r.id = t.forecast_id", "t.tag", filters={"tag": "t.tag = :tag"},
    ),
    "forecaster-kind": Grouping(
        "forecast r JOIN forecaster k ON k.id = r.forecaster_id", "k.kind"
    ),
    "phrase": Grouping(_FORECAST, "COALESCE(LOWER(r.scored_phrase), '(no words)')"),
    "horizon": Grouping(_FORECAST, _HORIZON),
    "year": Grouping(_FORECAST, "SUBSTR(r.made_on, 1, 4)"),
    "question-kind": Grouping(
        "forecast r JOIN question k ON k.id = r.question_id", "k.kind"
    ),
    "all": Grouping(_FORECAST, "'all'"),
}  # fmt: skip

# What a filter asks of the forecast behind a flat row. `{f}` is its table.
_FILTERS: Mapping[str, str] = {
    "forecaster": "{f}.forecaster_id = :forecaster",
    "source": "{f}.id IN (SELECT forecast_id FROM citation WHERE source_id = :source)",
    "tag": "{f}.id IN (SELECT forecast_id FROM tag WHERE tag = :tag)",
    "made_from": "{f}.made_on >= :made_from",
    "made_to": "{f}.made_on_latest <= :made_to",
    "cited": "{f}.id IN (SELECT forecast_id FROM citation)",
    "own_voice": "{f}.id IN (SELECT forecast_id FROM citation WHERE own_voice = 1)",
    # Recorded before the answer was out: no later than deadline and event, and before any
    # ruling that settles a question of the forecast.
    "prospective": "{f}.id IN (SELECT w.id FROM forecast w JOIN entry e ON e.seq = w.entry"
    " JOIN question q ON q.id = w.question_id"
    " WHERE (w.deadline IS NULL OR SUBSTR(e.recorded_at, 1, 10) <= w.deadline)"
    " AND (w.days_late IS NULL OR w.deadline IS NULL OR"
    " SUBSTR(e.recorded_at, 1, 10) <= DATE(w.deadline, w.days_late || ' days'))"
    " AND (q.public_on IS NULL OR SUBSTR(e.recorded_at, 1, 10) <= q.public_on)"
    " AND NOT EXISTS (SELECT 1 FROM part p JOIN ruling u ON u.question_id = p.question_id"
    " WHERE p.forecast_id = w.id AND u.entry <= w.entry AND u.replaced_by IS NULL"
    " AND u.said NOT LIKE '%\"not_by\"%' AND u.said NOT LIKE '%\"not_options\"%'))",
}

_TALLY = """
SELECT {group} AS id, {voice} AS voice, r.state AS state, r.scored_probability AS probability,
  r.scored_phrase AS phrase, r.negated AS negated, COUNT(*) AS n, COUNT(r.deadline) AS dated,
  SUM(CASE WHEN r.deadline <= :as_of THEN 1 ELSE 0 END) AS due,
  SUM(CASE WHEN r.deadline < :as_of THEN 1 ELSE 0 END) AS past,
  COUNT(r.retracted_on) AS retracted
FROM {tables} WHERE {where}
GROUP BY {keys}, r.state, r.scored_probability, r.scored_phrase, r.negated
"""

# Sums over questions of the Brier scores (s) of the n forecasts on each: what a standard
# error by question needs. `questions` counts those of every forecast recorded.
_CLUSTERS = """
SELECT id, COUNT(*) AS questions, SUM(CASE WHEN n > 0 THEN 1 ELSE 0 END) AS clusters,
  SUM(n) AS n, SUM(s) AS total, SUM(s * s) AS total_squares, SUM(n * s) AS cross,
  SUM(n * n) AS n_squares
FROM (SELECT {group} AS id, SUM({scored}) AS n, TOTAL({brier}) AS s
  FROM {tables} WHERE {where} AND r.state <> 'struck'
  GROUP BY {group}, r.question_id)
GROUP BY id
"""
_SCORED = (
    "CASE WHEN r.state IN ('true', 'false') AND r.deadline <= :as_of"
    " AND {p} IS NOT NULL THEN {value} ELSE {other} END"
)
_SQUARED = "CASE r.state WHEN 'true' THEN (1 - {p}) * (1 - {p}) ELSE {p} * {p} END"

_LATENESS = """
SELECT {group} AS id, {voice} AS voice, r.days_late AS days, COUNT(*) AS n
FROM {tables}
WHERE {where} AND r.days_late IS NOT NULL AND r.deadline <= :as_of
  AND COALESCE(r.state, '') IN ('true', 'false')
GROUP BY {keys}, r.days_late
"""

_CARRIED_TWICE = "SELECT 1 AS found FROM citation GROUP BY forecast_id HAVING COUNT(*) > 1 LIMIT 1"
_RETROSPECTIVE = (
    "SELECT 1 AS found FROM tag t JOIN forecast r ON r.id = t.forecast_id"
    " WHERE t.tag = 'retrospective' AND r.state <> 'struck'{filters} LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Rows to count: how grouped, which filters hold, with their values (`as_of` always)."""

    per: str
    values: Mapping[str, Any]
    filters: tuple[str, ...] = ()

    def sql(self, template: str) -> str:
        """Fill a template with the pieces of the grouping and the filters."""
        grouping = GROUPINGS[self.per]
        keys = grouping.group
        if self.per == "source":
            # Named in the order of the index, which then is walked without sorting.
            keys = "r.source_id, r.counted, r.own_voice"
        elif grouping.voice != "0":
            keys = f"{grouping.group}, {grouping.voice}"
        tables, f = grouping.tables, "r"
        if set(self.filters) - set(grouping.filters) and "citation r" in tables:
            tables, f = f"{tables} JOIN forecast f ON f.id = r.forecast_id", "f"
        own = {**_FILTERS, **grouping.filters}
        where = " AND ".join([grouping.where, *(own[name].format(f=f) for name in self.filters)])
        p = "r.scored_probability"
        return template.format(
            group=grouping.group, voice=grouping.voice, tables=tables, where=where, keys=keys,
            scored=_SCORED.format(p=p, value="1", other="0"),
            brier=_SCORED.format(p=p, value=_SQUARED.format(p=p), other="NULL"),
        )  # fmt: skip


def tally(con: sqlite3.Connection, wanted: Wanted) -> Iterator[Row]:
    """Yield cells: id, voice, state, probability, phrase, negated and how many."""
    return rows(con, wanted.sql(_TALLY), **wanted.values)


def clusters(con: sqlite3.Connection, wanted: Wanted) -> Iterator[Row]:
    """Yield for each group how many questions, and the sums that errors by question need."""
    return rows(con, wanted.sql(_CLUSTERS), **wanted.values)


def lateness(con: sqlite3.Connection, wanted: Wanted) -> Iterator[Row]:
    """Yield (id, voice, days, n): of those due and settled, whose event has a day."""
    return rows(con, wanted.sql(_LATENESS), **wanted.values)


def overlaps(con: sqlite3.Connection, wanted: Wanted) -> bool:
    """Say whether a forecast may stand in two groups: several tags, several outlets."""
    if wanted.per not in {"source", "article"}:
        return wanted.per == "tag"
    return any(True for _ in rows(con, _CARRIED_TWICE))


def retrospective(con: sqlite3.Connection, wanted: Wanted) -> bool:
    """Say whether any forecast that is counted was chosen with hindsight."""
    filters = "".join(" AND " + _FILTERS[name].format(f="r") for name in wanted.filters)
    sql = _RETROSPECTIVE.format(filters=filters)
    return any(True for _ in rows(con, sql, **wanted.values))


def names(con: sqlite3.Connection, table: str) -> dict[int, str]:
    """Return the names of forecasters or outlets by number."""
    sql = "SELECT id, name FROM forecaster" if table == "forecaster" else (
        "SELECT id, name FROM source"
    )  # fmt: skip
    return {r["id"]: r["name"] for r in rows(con, sql)}


def below_the_line(con: sqlite3.Connection) -> frozenset[int]:
    """Return the forecasters that are a crowd or nobody in particular."""
    sql = "SELECT id FROM forecaster WHERE kind IN ('crowd', 'anonymous')"
    return frozenset(r["id"] for r in rows(con, sql))
