"""Questions: what is asked of them, what is known, and which forecasts wait for it."""

import json
import sqlite3

from ledger.book import lookup
from ledger.core import counting, reports, wording
from ledger.core.model import Kind, Knowledge, Question
from ledger.core.spans import calendar_day
from ledger.core.timing import last_day_on_time
from ledger.core.verdict import end_bound, part_verdict, sideless_verdict
from ledger.errors import InputError
from ledger.store import codec, queries
from ledger.store.queries import Row, rows


def listed(con: sqlite3.Connection, search: str | None) -> tuple[reports.QuestionShown, ...]:
    """Return the questions with the forecasts on them."""
    found = rows(con, queries.QUESTIONS, search=lookup.sought(search))
    asked_by: dict[int, list[int]] = {}
    for r in rows(con, queries.FORECASTS_ON_ALL):
        asked_by.setdefault(r["question"], []).append(r["id"])
    return tuple(_shown(r, tuple(asked_by.get(r["id"], ())), ()) for r in found)


def shown(con: sqlite3.Connection, name: str) -> reports.QuestionShown:
    """Return one question with its rulings; a merged one is shown as itself."""
    if not lookup.is_question(name):
        raise InputError(f'"{name}" is not the name of a question; write q7')
    lookup.question(con, name)
    number = int(name.strip()[1:])
    found = next(rows(con, queries.QUESTION, id=number))
    on = tuple(r["id"] for r in rows(con, queries.FORECASTS_ON, id=number))
    return _shown(found, on, rulings(con, number))


def rulings(con: sqlite3.Connection, number: int) -> tuple[reports.RulingShown, ...]:
    """Return the rulings on a question, replaced ones too."""
    return tuple(_ruling(con, r) for r in rows(con, queries.RULINGS, id=number))


def parts(con: sqlite3.Connection, forecast: int, found: Row) -> tuple[reports.PartShown, ...]:
    """Return the parts of a forecast in words, its condition (number 0) first."""
    known = Stored(con)
    deadline = codec.named_deadline(found)
    spread = json.loads(found["spread"] or "null")
    result = []
    for r in rows(con, queries.PARTS, id=forecast):
        question, knowledge, annulled = known.all(r["question_id"])
        part = codec.part(question.id, question, r)
        stands = part_verdict(part, deadline, known)
        if part.kind is not Kind.EVENT and not counting.takes_side(spread):
            stands = sideless_verdict(part, known)
        last = last_day_on_time(end_bound(part, deadline), known)
        result.append(reports.PartShown(
            r["n"], f"q{question.id}", question.text, question.kind.value, part.negated,
            wording.distribution(spread, question)
            or wording.accepts(part, question, deadline.latest if deadline else None),
            calendar_day(last) if last is not None else None,
            stands.value,
            wording.answer(question, knowledge, annulled), question.criteria, question.judge,
            not spread or counting.takes_side(spread),
        ))  # fmt: skip
    return tuple(result)


class Stored:
    """What the book knows of its questions, read when asked for."""

    def __init__(self, con: sqlite3.Connection) -> None:
        self.con = con

    def __getitem__(self, number: int) -> Knowledge:
        return self.all(number)[1]

    def all(self, number: int) -> tuple[Question, Knowledge, str | None]:
        """Return a question, what is known of it, and why it was annulled."""
        found = next(rows(self.con, queries.QUESTION, id=number))
        question = question_of(found)
        return question, codec.knowledge(question, found), found["annulled"]


def question_of(found: Row) -> Question:
    """Build a question from its row."""
    return codec.question(found["id"], {**found, "options": json.loads(found["options"] or "[]")})


def _shown(
    found: Row, on: tuple[int, ...], said: tuple[reports.RulingShown, ...]
) -> reports.QuestionShown:
    question = question_of(found)
    known = codec.knowledge(question, found)
    return reports.QuestionShown(
        f"q{question.id}", question.key, question.text, question.kind.value, question.options,
        question.ordered, question.unit, question.opens, question.criteria, question.judge,
        wording.answer(question, known, found["annulled"]), bool(found["final"]),
        f"q{found['merged_into']}" if found["merged_into"] else None, on, said,
    )  # fmt: skip


def _ruling(con: sqlite3.Connection, found: Row) -> reports.RulingShown:
    evidence = tuple(
        reports.EvidenceShown(r["url"], r["title"], codec.day(r["date"]) if r["date"] else None)
        for r in rows(con, queries.EVIDENCE, id=found["id"])
    )
    return reports.RulingShown(
        found["id"], f"q{found['question_id']}", wording.ruling(json.loads(found["said"])),
        found["ruled_by"], found["note"], evidence, found["replaces"], found["replaced_by"],
        found["why"], found["recorded_at"],
    )  # fmt: skip
