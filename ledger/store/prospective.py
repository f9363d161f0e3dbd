"""What was recorded before its answer was known: the queries, and when rulings settled what.

A ruling tells the answer from the entry that recorded it on, also where another ruling replaced
it later: whoever read the book in between had read an answer.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ledger.core import rulings
from ledger.core.chain import Entry
from ledger.core.model import Claim, Knowledge, Verdict
from ledger.core.verdict import claim_verdict
from ledger.errors import ConflictError
from ledger.store import codec, queries
from ledger.store.codec import Doc
from ledger.store.connect import in_memory
from ledger.store.projection import changes, forecasts
from ledger.store.projection.state import State

_TABLE = "CREATE TEMP TABLE IF NOT EXISTS prospective (id INTEGER PRIMARY KEY)"

# What may have been recorded in time; a day of leeway, since days here are those of UTC. `look`:
# the day alone does not tell. The range of `about` is that of the index on what is no forecast.
_CANDIDATES = """
WITH again AS MATERIALIZED (
  SELECT DISTINCT CAST(SUBSTR(about, 2) AS INTEGER) AS id FROM entry
  WHERE kind <> 'forecast' AND about >= 'f' AND about < 'g' AND kind IN ('update', 'amend'))
SELECT f.id AS id, e.recorded_at AS recorded_at, COALESCE(f.answered_on, f.deadline) AS last,
  f.id IN (SELECT id FROM again)
  OR EXISTS (SELECT 1 FROM part p WHERE p.forecast_id = f.id AND p.n > 1)
  OR EXISTS (SELECT 1 FROM part p JOIN ruling u ON u.question_id = p.question_id
    WHERE p.forecast_id = f.id AND u.entry <= f.entry) AS look
FROM forecast f JOIN entry e ON e.seq = f.entry
WHERE f.deadline IS NULL OR f.id IN (SELECT id FROM again)
  OR SUBSTR(e.recorded_at, 1, 10) <= DATE(COALESCE(f.answered_on, f.deadline), '+1 day')
ORDER BY f.id
"""
_RULINGS = """
SELECT u.entry AS entry, u.said AS said, x.entry AS until FROM ruling u
LEFT JOIN ruling x ON x.id = u.replaced_by
WHERE u.question_id = :id ORDER BY u.entry, u.id
"""
_TOLD = frozenset({Verdict.TRUE, Verdict.FALSE, Verdict.ANSWERED})


def candidates(con: sqlite3.Connection) -> Iterator[queries.Row]:
    """Yield id, recorded_at, last day in time and `look`, of what may have been in time."""
    return queries.rows(con, _CANDIDATES)


def keep(con: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Leave on a connection which forecasts the filter lets through; no file is written."""
    con.execute(_TABLE)
    con.execute("DELETE FROM temp.prospective")
    insert = "INSERT INTO temp.prospective SELECT value FROM json_each(:numbers)"
    con.execute(insert, {"numbers": json.dumps(list(numbers))})


def as_said(con: sqlite3.Connection, docs: Mapping[int, Doc]) -> sqlite3.Connection:
    """Return a copy in memory in which these forecasts read as these documents."""
    again = in_memory(con)
    state = State(again)
    for number, doc in docs.items():
        changes.amend(state, Entry(0, "", "amend", f"f{number}", "", ""), {"forecast": doc})
    state.finish()
    return again


class History:
    """What a book knew of its questions, entry by entry."""

    def __init__(self, con: sqlite3.Connection) -> None:
        self.state = State(con)
        self._rulings: dict[int, list[queries.Row]] = {}

    def claim(self, number: int, doc: Doc) -> Claim:
        """Return what a document of a forecast claims."""
        parts = forecasts.parts_rows(self.state, number, changes.known_questions(doc))
        return forecasts.claim_of(self.state, doc, parts)

    def told_at(self, claim: Claim) -> int | None:
        """Return the first entry after which the answer to a claim stood in the book."""
        claim = replace(claim, given=None)  # as for what is known before the statement
        asked = {q for part in claim.parts for q in (
            part.question, *(bound.question for bound in (part.after, part.until) if bound)
        ) if q is not None}  # fmt: skip
        for entry in sorted({r["entry"] for q in asked for r in self._said(q)}):
            known = {q: self._known(q, entry) for q in asked}
            if claim_verdict(claim, known) in _TOLD:
                return int(entry)
        return None

    def _said(self, question: int) -> list[queries.Row]:
        if question not in self._rulings:
            self._rulings[question] = list(queries.rows(self.state.rows.con, _RULINGS, id=question))
        return self._rulings[question]

    def _known(self, number: int, entry: int) -> Knowledge:
        """Return what was known of a question after an entry."""
        asked = self.state.questions.asked(number).question
        known = rulings.unknown(asked)
        for row in self._said(number):
            if row["entry"] > entry or (row["until"] is not None and row["until"] <= entry):
                continue
            made = codec.ruling(asked, {**json.loads(row["said"]), "replaces": True})
            try:
                known = rulings.learn(asked, known, made, again=True)
            except ConflictError:  # of a question that was another one then: the later word counts
                known = rulings.learn(asked, rulings.unknown(asked), made, again=True)
        return known
