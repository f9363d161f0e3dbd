"""A forecast is open until somebody rules: what its wording alone would settle is refused."""

import json
from collections.abc import Iterable

from ledger.core import counting
from ledger.core.bounds import Bounded, circular
from ledger.core.model import Bound, Knowledge, Part, Question
from ledger.core.rulings import unknown
from ledger.core.verdict import SETTLED, end_bound, part_verdict
from ledger.errors import InputError
from ledger.store import codec, queries
from ledger.store.journal import Journal
from ledger.store.projection.questions import Questions
from ledger.store.queries import rows


class _Nothing:
    """What is known of questions before any ruling."""

    def __init__(self, questions: Questions) -> None:
        self.questions = questions

    def __getitem__(self, number: int) -> Knowledge:
        return unknown(self.questions.asked(number).question)


def check(journal: Journal, forecasts: Iterable[int], fix: str, *, new: bool = False) -> None:
    """Refuse, and so undo, what leaves a part of a forecast nothing to wait for.

    "Silence is never a miss": there is no verdict without a ruling. `fix` says what to do.
    """
    journal.projection.finish()
    questions = journal.projection.state.questions
    nothing = _Nothing(questions)
    for number in forecasts:
        _own_days(journal, number, "" if new else f" in forecast {number}", fix)
        found = next(rows(journal.con, queries.FORECAST, id=number))
        if found["state"] in {"struck", "vague"}:
            continue  # no verdict is told of it
        deadline = codec.named_deadline(found)
        sided = counting.takes_side(json.loads(found["spread"] or "null"))
        for row in rows(journal.con, queries.PARTS, id=number):
            question = questions.asked(row["question_id"]).question
            part = codec.part(question.id, question, row)
            verdict = part_verdict(part, deadline, nothing)
            if sided and verdict in SETTLED:
                which = "this forecast" if new else f"forecast {number}"
                raise InputError(
                    f"{which} would be {verdict} without a ruling: "
                    f"{_why(part, question, end_bound(part, deadline))}; {fix}"
                )


def _own_days(journal: Journal, number: int, where: str, fix: str) -> None:
    """Refuse a bound that is the day which it bounds."""
    bounds = [
        Bounded("", side, f"q{row['question_id']}", f"q{row[f'{side}_question']}",
                row[f"{side}_offset"] or 0)
        for row in rows(journal.con, queries.PARTS, id=number)
        for side in ("after", "until") if row[f"{side}_question"]
    ]  # fmt: skip
    for _, why in circular(bounds):
        raise InputError(f"{why}{where}; {fix}")


def _why(part: Part, question: Question, end: Bound | None) -> str:
    """Say what leaves nothing open: days that come too late, or all answers or none accepted."""
    until = end.window.latest if end and end.window else None
    if until and question.opens and question.opens > until:
        return f"q{question.id} opens on {question.opens}, after its last day {until}"
    if until and part.after and part.after.window and part.after.window.earliest > until:
        return f"its first day {part.after.window.earliest} lies after its last, {until}"
    return "it accepts every answer, or none"
