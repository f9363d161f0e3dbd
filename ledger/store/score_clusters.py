"""Scores by question, for errors by question: forecasts that share a question share its fate.

Where every forecast asks one question, the database groups by it. Forecasts that ask several
(parts, a condition) connect their questions: sums on those few are read one by one and put
together here, by group of connected questions, and the database adds up the rest.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from ledger.core.measures.clusters import Cluster, ClusterSums
from ledger.core.measures.shared_fate import connections, joined
from ledger.store.queries import Row, rows
from ledger.store.score_queries import Values, Wanted

# Sums over questions of the scores (s) of the n forecasts on each: what a standard error by
# question needs. `questions` counts those of every forecast recorded.
QUESTIONS = """
SELECT {group} AS id, r.question_id AS question, SUM({scored}) AS n, TOTAL({value}) AS s
FROM {tables} WHERE {where} AND r.state <> 'struck'
GROUP BY {group}, r.question_id
"""
CLUSTERS = """
SELECT id, COUNT(*) AS questions, SUM(CASE WHEN n > 0 THEN 1 ELSE 0 END) AS clusters,
  SUM(n) AS n, SUM(s) AS total, SUM(s * s) AS total_squares, SUM(n * s) AS cross,
  SUM(n * n) AS n_squares
FROM ({questions})
GROUP BY id
""".replace("{questions}", QUESTIONS)
CONNECTED = " AND r.question_id IN (SELECT value FROM json_each(:connected))"
APART = CONNECTED.replace(" IN ", " NOT IN ")
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


@dataclass(frozen=True, slots=True)
class _Connected:
    """Sums by question, of each group, on questions that a forecast on several asks.

    These are joined by everything that is recorded in the group, and by what is scored.
    """

    everything: Joined
    scored: Joined
    sums: Mapping[Any, list[Row]]

    def fates(self, group: Any) -> int:
        """Return how many groups of questions everything recorded makes."""
        lead = self.everything.get(group, {})
        return len({lead.get(r["question"], r["question"]) for r in self.sums.get(group, ())})

    def clusters(self, group: Any) -> list[Cluster]:
        """Return the sums by group of questions that what is scored connects."""
        lead, found = self.scored.get(group, {}), defaultdict[int, list[Row]](list)
        for r in self.sums.get(group, ()):
            found[lead.get(r["question"], r["question"])].append(r)
        return [Cluster(sum(r["n"] for r in c), sum(r["s"] for r in c)) for c in found.values()]


def clusters(
    con: sqlite3.Connection, wanted: Wanted, values: Values = Values.BRIER
) -> Iterator[Row]:
    """Yield for each group its questions and fates, and the sums that errors by question need.

    `fates` are groups of questions that forecasts connect, `clusters` those of what is scored,
    and `asked` the questions of what is scored.
    """
    if not any_asks_several(con):
        for r in rows(con, wanted.sql(CLUSTERS, values), **wanted.parameters()):
            yield {**r, "fates": r["questions"], "asked": r["clusters"]}
        return
    wanted, found = _connected(con, wanted, values)
    sql = wanted.sql(_only(CLUSTERS, APART), values)
    apart = {r["id"]: r for r in rows(con, sql, **wanted.parameters())}
    for group in apart.keys() | found.sums.keys():
        alone = apart.get(group, {})
        rest = ClusterSums(**{f.name: alone.get(f.name, 0) for f in fields(ClusterSums)})
        sums = rest + ClusterSums.of(found.clusters(group))
        fates = alone.get("questions", 0) + found.fates(group)
        questions = fates + connections(found.everything.get(group, {}))
        asked = sums.clusters + connections(found.scored.get(group, {}))
        yield {"id": group, "questions": questions, "fates": fates, "asked": asked, **asdict(sums)}


def questions(
    con: sqlite3.Connection, wanted: Wanted, values: Values = Values.BRIER
) -> Iterator[tuple[Any, Cluster]]:
    """Yield each group and cluster: n scores that add up to a total."""
    template = QUESTIONS
    if any_asks_several(con):
        wanted, found = _connected(con, wanted, values)
        template = _only(QUESTIONS, APART)
        for group in found.sums:
            yield from ((group, cluster) for cluster in found.clusters(group))
    for r in rows(con, wanted.sql(template, values), **wanted.parameters()):
        yield r["id"], Cluster(r["n"], r["s"])


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
    if any_asks_several(con):
        return True
    if not any(True for _ in rows(con, OUT_OF_STEP)):
        return False
    parts, asked = (next(rows(con, sql))["n"] for sql in (_PARTS, DIFFERENT))
    return bool(parts > asked)


def any_asks_several(con: sqlite3.Connection) -> bool:
    """Say whether any forecast asks several questions: one look at a partial index."""
    return con.execute(f"{SEVERAL} LIMIT 1").fetchone() is not None


def _connected(
    con: sqlite3.Connection, wanted: Wanted, values: Values
) -> tuple[Wanted, _Connected]:
    """Return what is connected in each group, and the request that knows which questions are."""
    asked = list(rows(con, wanted.sql(ASKED, values), **wanted.parameters()))
    wanted = replace(wanted, connected=json.dumps(sorted({r["question"] for r in asked})))
    sums = defaultdict[Any, list[Row]](list)
    sql = wanted.sql(_only(QUESTIONS, CONNECTED), values)
    for r in rows(con, sql, **wanted.parameters()):
        sums[r["id"]].append(r)
    scored = _by_group(r for r in asked if r["scored"])
    return wanted, _Connected(_by_group(asked), scored, sums)


def _by_group(asked: Iterable[Row]) -> Joined:
    found: dict[Any, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for r in asked:
        found[r["id"]][r["forecast"]].append(r["question"])
    return {group: joined(forecasts.values()) for group, forecasts in found.items()}


def _only(template: str, which: str) -> str:
    return template.replace("<> 'struck'", "<> 'struck'" + which)
