"""Changing, merging and moving questions; what that settles is told as it is of a ruling."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from ledger.book import lookup, questions, settling, undecided
from ledger.book.lookup import Named
from ledger.core import checks, reports, wording
from ledger.core.model import Kind
from ledger.errors import ConflictError, InputError
from ledger.store import queries
from ledger.store.journal import Journal, writing
from ledger.store.queries import rows

if TYPE_CHECKING:
    from ledger.book.ledger import Ledger

_STANDS = "SELECT text, criteria, judge, opens, unit FROM question WHERE id = :id"
_ASKS = """
SELECT forecast_id AS id FROM part WHERE forecast_id = :id AND n = :n AND question_id = :question
"""
EDITABLE = ("text", "criteria", "judge", "opens", "unit")
_CHECKS: dict[str, Callable[[str, str], str]] = {
    "opens": lambda text, _: checks.iso_day(text).isoformat(), "unit": checks.name,
    "judge": checks.label,
}  # fmt: skip


def edit(
    book: "Ledger", name: str, changes: dict[str, str | None], today: dt.date
) -> reports.QuestionShown:
    """Change what a question asks for: fields in EDITABLE, those that are None left as they are."""
    number = lookup.question(book.con, name)
    if unknown := sorted(changes.keys() - set(EDITABLE)):
        raise InputError(f'a question has no "{unknown[0]}" to edit; name {", ".join(EDITABLE)}')
    checked = {k: _CHECKS.get(k, checks.line)(v, k) for k, v in changes.items() if v is not None}
    if not checked:
        raise InputError("nothing to change; give --criteria, --judge, --opens, --text or --unit")
    kind = questions.Stored(book.con).all(number)[0].kind
    if "unit" in checked and kind is not Kind.NUMBER:
        raise InputError(f"q{number} asks for {wording.QUESTION_KINDS[kind.value]}, which has no "
                         "unit; leave out --unit")  # fmt: skip
    _other_than_stands(book, number, checked)
    touched = settling.on(book.con, [number])
    fix = "correct --opens, or amend the forecast first" if "opens" in checked else ""
    clash = (
        f"q{number} is ruled to have happened before it would open; correct --opens, or put the "
        f'ruling right first: `ledger resolve q{number} --on DATE --replace N --why "..."` '
        f"(`ledger question show q{number}` has its N)"
    )
    done = _Entry("question", {"set": checked}, f"q{number}", fix, clash)
    return _record(book, done, number, touched, today)


def _other_than_stands(book: "Ledger", number: int, changes: dict[str, str]) -> None:
    """Refuse an edit after which a question reads as before."""
    (stands,) = rows(book.con, _STANDS, id=number)
    if changes.items() <= stands.items():
        raise ConflictError(
            f"q{number} reads so already; nothing recorded; name what should differ"
        )


def merge(book: "Ledger", gone: str, stays: str, why: str, today: dt.date) -> reports.QuestionShown:
    """Let one question take the place of another; their rulings must not contradict."""
    first, second = lookup.question(book.con, gone), lookup.question(book.con, stays)
    if first == second:
        raise InputError(f"{gone} and {stays} are the same question; name two")
    asked = questions.Stored(book.con)
    a, b = asked.all(first)[0], asked.all(second)[0]
    if (a.kind, a.options, a.unit) != (b.kind, b.options, b.unit):
        raise ConflictError(f"{gone} and {stays} ask for different kinds of answers; keep both")
    doc = {"into": {"key": b.key}, "why": checks.line(why, "reason")}
    touched = settling.on(book.con, [first, second])
    clash = (
        f"the rulings on {gone} and {stays} contradict each other; keep both questions, or put "
        f'one ruling right first: `ledger resolve {gone} ... --replace N --why "..."` '
        f"(`ledger question show {gone}` has its N)"
    )
    done = _Entry("merge", doc, f"q{first}", "keep both questions", clash)
    return _record(book, done, second, touched, today)


def move(
    book: "Ledger", forecast: Named, question: str, part: int | None, today: dt.date
) -> reports.QuestionShown:
    """Put a part of a forecast to another question."""
    at = lookup.forecast(book.con, forecast)
    here = {r["n"]: r["kind"] for r in rows(book.con, queries.PARTS, id=at)}
    if part is None and len(here) > 1:
        raise InputError(f"forecast {at} has several parts; say which with --part N")
    number = lookup.question(book.con, question)
    n = 1 if part is None else part
    asked = questions.Stored(book.con).all(number)[0]
    if n not in here:
        raise InputError(f"forecast {at} has no part {n}; `ledger show {at}` lists them")
    if here[n] != asked.kind.value:
        kinds = wording.QUESTION_KINDS[here[n]], wording.QUESTION_KINDS[asked.kind.value]
        raise ConflictError(f"part {n} asks for {kinds[0]}, q{number} for {kinds[1]}; keep both")
    if at in {r["id"] for r in rows(book.con, _ASKS, id=at, n=n, question=number)}:
        raise ConflictError(f"part {n} of forecast {at} asks q{number} already; nothing recorded; "
                            "name another question")  # fmt: skip
    doc = {"part": n, "question": {"key": asked.key}}
    done = _Entry("move", doc, f"f{at}", "leave it where it is")
    return _record(book, done, number, [at], today)


_BOUNDS = ("after", "after_latest", "after_question", "after_offset", "until", "until_earliest",
           "until_question", "until_offset", "interval", "options")  # fmt: skip
_TWICE = f"""
SELECT a.forecast_id AS forecast, a.n AS first, b.n AS second FROM part a
JOIN part b ON b.forecast_id = a.forecast_id AND b.n > a.n AND b.question_id = a.question_id
WHERE a.question_id = :question AND a.n > 0
  AND {" AND ".join(f"b.{n} IS a.{n}" for n in _BOUNDS)}
"""  # noqa: S608 - our own text


def _asked_once(journal: Journal, question: int, fix: str) -> None:
    """Refuse what would make a forecast say the same twice, as `ledger add` does."""
    journal.rows.flush()
    for twice in rows(journal.con, _TWICE, question=question):
        raise ConflictError(
            f"forecast {twice['forecast']} would ask q{question} twice, in part {twice['first']} "
            f"and part {twice['second']}; {fix}"
        )


class _Entry(NamedTuple):
    """An entry to record; `fix` is what to do where it would settle something by itself.

    `clash` is told where it contradicts rulings, in place of what is told to who rules.
    """

    kind: str
    doc: dict[str, Any]
    about: str
    fix: str
    clash: str = ""


def _record(
    book: "Ledger", entry: _Entry, number: int, touched: Sequence[int], today: dt.date
) -> reports.QuestionShown:
    """Record an entry; return a question with the forecasts whose standing it changed."""
    before = settling.standing(book.con, touched, today)
    with writing(book.con, book.clock) as journal:
        try:
            journal.record(entry.kind, entry.doc, about=entry.about)
        except ConflictError as error:
            raise ConflictError(entry.clash or str(error)) from None
        if entry.kind != "question":
            _asked_once(journal, number, entry.fix)
        if entry.fix:
            undecided.check(journal, touched, entry.fix)
    after = settling.standing(book.con, touched, today)
    shown = questions.shown(book.con, f"q{number}")
    return replace(shown, settled=settling.changed(before, after))
