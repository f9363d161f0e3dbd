"""Where forecasts stand: worked out by the core, kept in the flat rows that are scored."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from ledger.core import counting, timing
from ledger.core.model import Claim, Join, Known, Part
from ledger.store import codec
from ledger.store.codec import Doc
from ledger.store.projection.questions import Questions
from ledger.store.rows import Rows

COPIED = (
    "state", "scored_probability", "scored_phrase", "question_id", "retracted_on", "deadline",
    "negated", "days_late",
)  # fmt: skip

_FORECAST = (
    "id, joined, made_on, made_on_latest, deadline, deadline_earliest, hangs, probability, phrase, "
    "vague, void, struck, retracted_on, question_id, negated, spread"
)
_PART = (
    "n, question_id, negated, after, after_latest, after_question, after_offset, until, "
    "until_earliest, until_question, until_offset, interval, options"
)
_TOUCHED = (
    "SELECT forecast_id FROM part WHERE question_id = :q "
    "UNION SELECT forecast_id FROM part WHERE after_question = :q "
    "UNION SELECT forecast_id FROM part WHERE until_question = :q"
)


def refresh(rows: Rows, questions: Questions, moved: Iterable[int]) -> None:
    """Bring every forecast that asks one of these questions in line with what is known."""
    touched = {f for q in sorted(moved) for (f,) in rows.query(_TOUCHED, {"q": q})}
    for forecast in sorted(touched):
        refresh_one(rows, questions, forecast)


def refresh_one(rows: Rows, questions: Questions, forecast: int) -> None:
    """Work out anew where one stored forecast stands."""
    sql = f"SELECT {_FORECAST} FROM forecast WHERE id = :id"  # noqa: S608 - our columns
    row = codec.as_dict(_FORECAST.split(", "), rows.query(sql, {"id": forecast})[0])
    values = standing_columns(row, claim_of(rows, questions, row), questions, series(rows, row))
    rows.update("forecast", forecast, values)
    copies = {name: {**row, **values}[name] for name in COPIED}
    names = ", ".join(f"{name} = :{name}" for name in COPIED)
    rows.con.execute(
        f"UPDATE citation SET {names} WHERE forecast_id = :id",  # noqa: S608 - our columns
        {**copies, "id": forecast},
    )


def standing_columns(
    row: Doc, claim: Claim, known: Known, statements: Sequence[counting.Statement]
) -> dict[str, Any]:
    """Return the derived columns of a forecast.

    Its deadline is one of them where nobody named one, and every part ends on the day of
    another question.
    """
    derived: dict[str, Any] = {"hangs": None}
    ends = claim.deadline
    if timing.hangs(claim):
        derived["hangs"] = 1
        ends = timing.deadline_that_hangs(claim, known)
        derived["deadline"] = ends.latest.isoformat() if ends else None
        derived["deadline_earliest"] = ends.earliest.isoformat() if ends else None
    stands = timing.standing(claim, statements[0].made, known)
    last = counting.last_day_to_update(replace(claim, deadline=ends), known)
    counts = counting.statement_that_counts(statements, last)
    state = counting.state(
        stands,
        struck=row.get("struck") is not None,
        vague=row.get("vague") is not None,
        void=row.get("void") is not None,
        dated=derived.get("deadline", row.get("deadline")) is not None,
    )
    return {
        **derived,
        "verdict": "void" if row.get("void") else stands.verdict.value,
        "days_late": None if row.get("void") or row.get("vague") else stands.days_late,
        "state": state,
        "scored_probability": counts.probability,
        "scored_phrase": counts.phrase,
        "updates": len(statements) - 1,
        "answered_on": last.isoformat() if last and ends and last < ends.latest else None,
    }


def claim_of(rows: Rows, questions: Questions, row: Doc) -> Claim:
    """Build what a verdict needs from the rows of a forecast and its parts."""
    sql = f"SELECT {_PART} FROM part WHERE forecast_id = :f ORDER BY n"  # noqa: S608
    parts = [codec.as_dict(_PART.split(", "), r) for r in rows.query(sql, {"f": row["id"]})]
    built = {p["n"]: part_of(questions, p) for p in parts}
    given = built.pop(0, None)
    deadline = codec.named_deadline(row)
    sided = counting.takes_side(json.loads(row["spread"] or "null"))
    return Claim(tuple(built.values()), Join(row["joined"]), given, deadline, sided)


def part_of(questions: Questions, row: Doc) -> Part:
    """Build a part from its row."""
    asked = questions.asked(row["question_id"])
    return codec.part(asked.question.id, asked.question, row)


def series(rows: Rows, row: Doc) -> list[counting.Statement]:
    """Return the statements of a forecast, the first one first."""
    later = rows.query(
        "SELECT made_on, made_on_latest, probability, phrase FROM revision "
        "WHERE forecast_id = :f ORDER BY n",
        {"f": row["id"]},
    )
    first = (row["made_on"], row["made_on_latest"], row["probability"], row["phrase"])
    return [statement(*columns) for columns in (first, *later)]


def statement(
    made_on: str, latest: str, probability: float | None, phrase: str | None
) -> counting.Statement:
    """Build one statement of a series from its columns."""
    made = codec.window(made_on, latest)
    assert made is not None  # noqa: S101 - the column made_on is never empty
    return counting.Statement(made, probability, phrase)


def options_text(doc: Any) -> str | None:
    """Write a list or an object as JSON text for a column; None stays empty.

    Names stand in their order of the alphabet, as in the journal, from which it is replayed.
    """
    return json.dumps(doc, ensure_ascii=False, sort_keys=True) if doc else None
