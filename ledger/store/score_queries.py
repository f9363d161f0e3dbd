"""Counting for scorecards: the database groups, Python adds up cells.

Two flat tables are scored: `forecast`, one row each, and `citation`, one row for each forecast
and outlet, with copies of the same columns. Grouping by forecaster or by outlet walks a covering
index and touches no table; a test asks the planner. Every query is put together from constant
pieces (`score_groups`), values go in as parameters. The cells of a tally are in `score_cells`,
sums by question in `score_clusters`.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from ledger.store.queries import rows
from ledger.store.score_groups import FILTERS, GROUPINGS, Grouping

_SCORED = (
    "CASE WHEN r.state IN ('true', 'false'{more}) AND r.deadline <= :as_of"
    " AND {p} IS NOT NULL THEN {value} ELSE {other} END"
)
_SQUARED = "CASE r.state WHEN 'true' THEN (1 - {p}) * (1 - {p}) ELSE {p} * {p} END"
_WORDS = """
  LEFT JOIN (SELECT json_extract(value, '$[0]') AS phrase, json_extract(value, '$[1]') AS negated,
    json_extract(value, '$[2]') AS p FROM json_each(:words)) w
  ON w.phrase = {phrase} AND w.negated = r.negated"""
# Cast to a number, so that it may be looked up by one. The second list of one thing is there for
# the planner: it takes a list for short, and would walk all of it for every row.
_SCORES = """
  LEFT JOIN (SELECT CAST(json_extract(s.value, '$[0]') AS INTEGER) AS id,
    json_extract(s.value, '$[1]') AS score
    FROM json_each(:scores) s, json_each('[0]')) x ON x.id = {id}"""

# How many there are of each day late: a partial index of the citations has them in order.
_LATENESS = """
SELECT {group} AS id, {voice} AS voice, r.days_late AS days, COUNT(*) AS n
FROM {tables}
WHERE {where} AND r.days_late IS NOT NULL AND r.deadline <= :as_of
  AND r.state IN ('true', 'false')
GROUP BY {group}, r.days_late{and_voice}
"""
# Without one: a text of days per group, in no order. To sort a million rows in the database
# takes three times as long as to count the pieces of a text.
_LATENESS_TEXT = """
SELECT {group} AS id, {voice} AS voice, GROUP_CONCAT(r.days_late) AS days
FROM {tables}
WHERE {where} AND r.days_late IS NOT NULL AND r.deadline <= :as_of
  AND COALESCE(r.state, '') IN ('true', 'false')
{grouped}
"""

# A few steps into the index for each outlet: what a second outlet, or article, carried.
_CARRIED_TWICE = (
    "SELECT 1 AS found FROM source s CROSS JOIN citation r"
    " ON r.source_id = s.id AND r.counted IN ({again}) LIMIT 1"
)
_RETROSPECTIVE = (
    "SELECT 1 AS found FROM tag t JOIN forecast r ON r.id = t.forecast_id"
    " WHERE t.tag = 'retrospective' AND r.state <> 'struck'{filters} LIMIT 1"
)


_NAMES = {
    "forecaster": "SELECT id, name FROM forecaster",
    "source": "SELECT id, name FROM source",
    "article": "SELECT a.id AS id, s.name || CASE a.title WHEN '' THEN ' ' || a.published"
    " ELSE ': ' || a.title END AS name FROM article a JOIN source s ON s.id = a.source_id",
}


class Values(StrEnum):
    """What is summed up by question."""

    BRIER = "brier"  # of the number, stated or read from words
    CORRECTED = "corrected"  # the same, unless a score is given for a forecast
    GIVEN = "given"  # only the scores given


@dataclass(frozen=True, slots=True)
class Wanted:
    """Rows to count: how grouped, which filters hold, with their values (`as_of` always).

    `first` takes the first statement of a series instead of the last in time. The others are
    JSON: `words` [[phrase, negated, probability], ...], `scores` [[forecast, score], ...], and
    `connected` [question, ...].
    """

    per: str
    values: Mapping[str, Any]
    filters: tuple[str, ...] = ()
    first: bool = False
    words: str | None = None
    scores: str | None = None
    connected: str | None = None

    @property
    def covered(self) -> bool:
        """Whether a covering index of the flat rows answers: the grouping's own filters only."""
        covering = GROUPINGS[self.per].covering
        return covering is not None and not self.first and covering.issuperset(self.filters)

    def sql(self, template: str, values: Values = Values.BRIER) -> str:
        """Fill a template with the pieces of the grouping and the filters."""
        grouping = GROUPINGS[self.per]
        flat = "citation r" in grouping.tables
        joined = flat and (self.first or bool(set(self.filters) - set(grouping.filters)))
        f = "f" if joined else "r"
        tables = grouping.tables + (" JOIN forecast f ON f.id = r.forecast_id" if joined else "")
        own = {**FILTERS, **grouping.filters}
        said = " AND ".join(["1", *(own[name].format(f=f) for name in self.filters)])
        where = f"{grouping.where} AND {said}"
        p, phrase = ("r.scored_probability", "r.scored_phrase")
        if self.first:
            p, phrase = f"{f}.probability", f"{f}.phrase"
        grouping = replace(grouping, group=grouping.group.format(phrase=phrase))
        forecast = "r.forecast_id" if flat else "r.id"
        if "{scored}" in template:
            tables += self._joins(phrase, forecast)
        return template.format(
            group=grouping.group, voice=grouping.voice, counted=grouping.counted, tables=tables,
            where=where, said=said, p=p, phrase=phrase, keys=_keys(grouping),
            and_voice="".join(f", {voice}" for voice in _voice(grouping)),
            grouped=_grouped(grouping, self.per), **self._summed(p, values), forecast=forecast,
        )  # fmt: skip

    def _joins(self, phrase: str, forecast: str) -> str:
        words = _WORDS.format(phrase=phrase) if self.words else ""
        return words + (_SCORES.format(id=forecast) if self.scores else "")

    def _summed(self, p: str, values: Values) -> dict[str, str]:
        p = f"COALESCE({p}, w.p)" if self.words else p
        value = _SQUARED.format(p=p)
        if values is Values.CORRECTED:
            value = f"COALESCE(x.score, {value})"
        elif values is Values.GIVEN:
            p, value = "x.score", "x.score"
        # A distribution that took no side has a score of its own and nothing else.
        more = ", 'answered'" if values is Values.GIVEN else ""
        return {
            "scored": _SCORED.format(p=p, value="1", other="0", more=more),
            "value": _SCORED.format(p=p, value=value, other="NULL", more=more),
        }

    def parameters(self) -> dict[str, Any]:
        """Return the values of the parameters."""
        given = {"words": self.words, "scores": self.scores, "connected": self.connected}
        return {"source": None, **self.values, **given}


def _keys(grouping: Grouping) -> str:
    """Return what rows are grouped by, in the order of the index where there is one."""
    # A constant is no key: it would be read as the number of a column.
    counted = () if grouping.counted == "1" else (grouping.counted,)
    return ", ".join((grouping.group, *counted, *_voice(grouping)))


def _voice(grouping: Grouping) -> tuple[str, ...]:
    return () if grouping.voice == "0" else (grouping.voice,)


def _grouped(grouping: Grouping, per: str) -> str:
    """Return the clause that makes one row for each group; none where all is one."""
    return f"GROUP BY {_keys(grouping)}" if per != "all" else "HAVING COUNT(*) > 0"


def lateness(
    con: sqlite3.Connection, wanted: Wanted, *, all_due: bool = False, voiceless: bool = False
) -> Iterator[tuple[Any, int, Mapping[int, int]]]:
    """Yield (id, voice, days -> n): of those due and settled, whose event has a day.

    `all_due` says that whatever is settled is due, `voiceless` that no outlet speaks for itself:
    then no row is asked.
    """
    found: dict[tuple[Any, int], Counter[int]] = defaultdict(Counter)
    # A group comes in several rows: an outlet's are apart by whether it was the first to carry.
    if wanted.covered and GROUPINGS[wanted.per].late:
        sql = wanted.sql(late(all_due=all_due, voiceless=voiceless))
        for group, voice, days, n in con.execute(sql, wanted.parameters()):
            found[group, voice][days] += n
    else:
        for r in rows(con, wanted.sql(_LATENESS_TEXT), **wanted.parameters()):
            found[r["id"], r["voice"]].update(map(int, r["days"].split(",")))
    for (group, voice), times in found.items():
        yield group, voice, times


def late(*, all_due: bool, voiceless: bool) -> str:
    """Return the query for days late by the index, without what need not be asked."""
    sql = _LATENESS.replace(" AND r.deadline <= :as_of", "") if all_due else _LATENESS
    return sql.replace("{voice}", "0").replace("{and_voice}", "") if voiceless else sql


def overlaps(con: sqlite3.Connection, wanted: Wanted) -> bool:
    """Say whether a forecast may stand in two groups: several tags, several outlets."""
    if wanted.per not in {"source", "article"}:
        return wanted.per == "tag"
    again = "2" if wanted.per == "source" else "0, 2"
    return any(True for _ in rows(con, _CARRIED_TWICE.format(again=again)))


def retrospective(con: sqlite3.Connection, wanted: Wanted) -> bool:
    """Say whether any forecast that is counted was chosen with hindsight."""
    filters = "".join(" AND " + FILTERS[name].format(f="r") for name in wanted.filters)
    sql = _RETROSPECTIVE.format(filters=filters)
    return any(True for _ in rows(con, sql, **wanted.parameters()))


def names(con: sqlite3.Connection, table: str) -> dict[int, str]:
    """Return the names of forecasters, outlets or articles by number, no two alike."""
    found = {r["id"]: r["name"] for r in rows(con, _NAMES[table])}
    times = Counter(found.values())
    return {n: name if times[name] == 1 else f"{name} ({n})" for n, name in found.items()}


def below_the_line(con: sqlite3.Connection) -> frozenset[int]:
    """Return the forecasters that are a crowd or nobody in particular."""
    sql = "SELECT id FROM forecaster WHERE kind IN ('crowd', 'anonymous')"
    return frozenset(r["id"] for r in rows(con, sql))
