"""The rulings on questions as documents: those that stand, with those they replaced inside."""

import json
import sqlite3
from collections import defaultdict
from typing import Any

from ledger.store import queries

Doc = dict[str, Any]

# The questions of a batch of forecasts.
ASKED = """
SELECT question_id FROM part WHERE forecast_id BETWEEN :first AND :last
UNION SELECT after_question FROM part WHERE forecast_id BETWEEN :first AND :last
UNION SELECT until_question FROM part WHERE forecast_id BETWEEN :first AND :last
"""

_RULINGS = f"""
SELECT r.*, q.key FROM ruling r JOIN question q ON q.id = r.question_id
WHERE r.question_id IN ({ASKED}) ORDER BY r.id
"""  # noqa: S608 - our own text

_EVIDENCE = f"""
SELECT e.* FROM evidence e JOIN ruling r ON r.id = e.ruling_id
WHERE r.question_id IN ({ASKED}) ORDER BY e.ruling_id, e.n
"""  # noqa: S608 - our own text


def of_questions(con: sqlite3.Connection, first: int, last: int) -> defaultdict[int, list[Doc]]:
    """Return the standing rulings, by question, on all that forecasts first..last ask."""
    evidence: defaultdict[int, list[Doc]] = defaultdict(list)
    for row in queries.rows(con, _EVIDENCE, first=first, last=last):
        item = {name: row[name] for name in ("url", "title", "date") if row[name]}
        evidence[row["ruling_id"]].append(item)
    docs: dict[int, Doc] = {}
    standing: defaultdict[int, list[Doc]] = defaultdict(list)
    for row in queries.rows(con, _RULINGS, first=first, last=last):
        doc = docs[row["id"]] = _ruling(row, evidence[row["id"]])
        if row["replaces"]:
            doc["replaces"] = docs[row["replaces"]]
        if not row["replaced_by"]:
            standing[row["question_id"]].append({"question": row["key"], **doc})
    return standing


def _ruling(row: queries.Row, evidence: list[Doc]) -> Doc:
    how = {"note": row["note"], "by": row["ruled_by"], "evidence": evidence, "why": row["why"]}
    return {**json.loads(row["said"]), **{name: value for name, value in how.items() if value}}
