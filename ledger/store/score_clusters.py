"""Scores by question, for errors by question: forecasts that share a question share its fate.

Where every forecast asks one question, the database groups by it. Forecasts that ask several
(parts, a condition) connect their questions: those few are read, and the groups of questions
that they make are handed to the database as JSON.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ledger.core.measures.shared_fate import connections, joined
from ledger.store.queries import Row, rows
from ledger.store.score_queries import Values, Wanted

# Sums over clusters of the scores (s) of the n forecasts on each: what a standard error by
# question needs. `fates` counts the clusters of every forecast recorded.
QUESTIONS = """
SELECT {group} AS id, SUM({scored}) AS n, TOTAL({value}) AS s
FROM {tables} WHERE {where} AND r.state <> 'struck'
GROUP BY {group}, {cluster}
"""
CLUSTERS = """
SELECT id, COUNT(*) AS fates, SUM(CASE WHEN n > 0 THEN 1 ELSE 0 END) AS clusters,
  SUM(n) AS n, SUM(s) AS total, SUM(s * s) AS total_squares, SUM(n * s) AS cross,
  SUM(n * n) AS n_squares
FROM ({questions})
GROUP BY id
""".replace("{questions}", QUESTIONS)
FATES = """
SELECT {group} AS id, COUNT(DISTINCT {cluster}) AS fates
FROM {tables} WHERE {where} AND r.state <> 'struck'
GROUP BY {group}
"""
SEVERAL = "SELECT forecast_id FROM part WHERE n <> 1"
ASKED = """
SELECT {group} AS id, {forecast} AS forecast, p.question_id AS question, {scored} AS scored
FROM {tables} JOIN part p ON p.forecast_id = {forecast}
WHERE {where} AND r.state <> 'struck' AND {forecast} IN ({several})
""".replace("{several}", SEVERAL)
_ASKED_BY = f"""
SELECT p.forecast_id AS forecast, p.question_id AS question FROM part p
WHERE p.forecast_id IN ({SEVERAL})
"""  # noqa: S608 - our own text

# Where every forecast made a question of its own, their numbers run in step, and a partial index
# of those out of step is empty. Otherwise the questions are counted, in one statement by itself:
# beside another count the planner would not use the order of the index.
OUT_OF_STEP = "SELECT 1 AS found FROM forecast WHERE question_id <> id LIMIT 1"
_PARTS = "SELECT COUNT(*) AS n FROM part"
DIFFERENT = "SELECT COUNT(DISTINCT question_id) AS n FROM part"

Joined = Mapping[Any, Mapping[int, int]]  # by group: see `shared_fate.joined`


def clusters(
    con: sqlite3.Connection, wanted: Wanted, values: Values = Values.BRIER
) -> Iterator[Row]:
    """Yield for each group its questions and fates, and the sums that errors by question need.

    `fates` are groups of questions that forecasts connect, `clusters` those of what is scored,
    and `asked` the questions of what is scored.
    """
    if not _any_asks_several(con):
        for r in rows(con, wanted.sql(CLUSTERS, values), **wanted.parameters()):
            yield {**r, "questions": r["fates"], "asked": r["clusters"]}
        return
    everything, scored = _joined(con, wanted, values)
    all_told = _linked(wanted, everything)
    fates = {r["id"]: r["fates"] for r in rows(con, all_told.sql(FATES), **all_told.parameters())}
    linked = _linked(wanted, scored)
    for r in rows(con, linked.sql(CLUSTERS, values), **linked.parameters()):
        group = r["id"]
        questions = fates[group] + connections(everything.get(group, {}))
        asked = r["clusters"] + connections(scored.get(group, {}))
        yield {**r, "fates": fates[group], "questions": questions, "asked": asked}


def questions(
    con: sqlite3.Connection, wanted: Wanted, values: Values = Values.BRIER
) -> Iterator[Row]:
    """Yield (id, n, s) of each group and cluster: n scores that add up to s."""
    if _any_asks_several(con):
        wanted = _linked(wanted, _joined(con, wanted, values)[1])
    return rows(con, wanted.sql(QUESTIONS, values), **wanted.parameters())


def joined_by(con: sqlite3.Connection, forecasts: Collection[int]) -> dict[int, int]:
    """Return which questions some forecasts connect, as `shared_fate.joined` does."""
    asked: dict[int, list[int]] = defaultdict(list)
    for r in rows(con, _ASKED_BY):
        if r["forecast"] in forecasts:
            asked[r["forecast"]].append(r["question"])
    return joined(asked.values())


def shared_questions(con: sqlite3.Connection) -> bool:
    """Say whether two forecasts may be on one question, and so share its fate.

    Never no where there are two; yes also where one forecast asks several questions.
    """
    if _any_asks_several(con):
        return True
    if not any(True for _ in rows(con, OUT_OF_STEP)):
        return False
    parts, asked = (next(rows(con, sql))["n"] for sql in (_PARTS, DIFFERENT))
    return bool(parts > asked)


def as_json(found: Joined) -> str:
    """Return groups of questions as `Wanted.joined` takes them."""
    return json.dumps(
        [[group, *pair] for group, pairs in found.items() for pair in pairs.items()],
        ensure_ascii=False,
    )


def _any_asks_several(con: sqlite3.Connection) -> bool:
    return con.execute(f"{SEVERAL} LIMIT 1").fetchone() is not None


def _joined(con: sqlite3.Connection, wanted: Wanted, values: Values) -> tuple[Joined, Joined]:
    """Return which questions are connected in each group: by everything, by what is scored."""
    found = list(rows(con, wanted.sql(ASKED, values), **wanted.parameters()))
    return _by_group(found), _by_group(r for r in found if r["scored"])


def _by_group(found: Iterable[Row]) -> Joined:
    asked: dict[Any, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for r in found:
        asked[r["id"]][r["forecast"]].append(r["question"])
    return {group: joined(forecasts.values()) for group, forecasts in asked.items()}


def _linked(wanted: Wanted, found: Joined) -> Wanted:
    return replace(wanted, joined=as_json(found) if found else None)
