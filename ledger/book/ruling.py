"""Ruling: what happened, how it is known, and which forecasts that settles.

yes and no answer the question in its positive form, whoever predicted what.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ledger.book import lookup, numbers, questions, reading, recording, repeats, settling
from ledger.book.days import statement_day
from ledger.book.lookup import Named
from ledger.book.requests import NewRuling
from ledger.core import checks, deadlines, reports, rulings, wording
from ledger.core.rulings import FORMS
from ledger.errors import ConflictError, InputError
from ledger.store import codec
from ledger.store.journal import writing

if TYPE_CHECKING:
    from ledger.book.ledger import Ledger

_TYPED = tuple(form for form in FORMS if form != "low")  # that is --value LOW..HIGH
_NOT_OF_A_MARK = (*_TYPED, "final", "replace", "why")
_TWO = re.compile(r"\s*[,;]\s*(?=https?://)", re.IGNORECASE)  # between addresses
_WEB = re.compile(r"https?://", re.IGNORECASE)
_EVIDENCE = re.compile(r"(\S+)(?:\s+([0-9]{4}-[0-9]{2}-[0-9]{2}))?(?:\s+(.*))?", re.DOTALL)


def rule(book: "Ledger", name: str, new: NewRuling, today: dt.date) -> reports.Resolved:
    """Rule on a question: record what was learned, and say what that settles."""
    number = lookup.question(book.con, name)
    doc = _document(book, number, new, today)
    before = settling.standing(book.con, settling.on(book.con, [number]), today)
    with writing(book.con, book.clock) as journal:
        journal.record("ruling", doc, about=f"q{number}")
    return _resolved(book, number, before, today)


def check(book: "Ledger", name: str, new: NewRuling, today: dt.date) -> None:
    """Refuse what `rule` would refuse, and record nothing: to tell while somebody types."""
    number = lookup.question(book.con, name)
    doc = _document(book, number, new, today)
    question, knowledge, _ = questions.Stored(book.con).all(number)
    rulings.learn(question, knowledge, codec.ruling(question, doc))


def _document(book: "Ledger", number: int, new: NewRuling, today: dt.date) -> dict[str, Any]:
    kind = questions.Stored(book.con).all(number)[0].kind.value
    return {**_said(book, kind, new, today), **_how(number, new, today)}


def answer(
    book: "Ledger",
    forecast: Named,
    word: str | None,
    why: str | None,
    new: NewRuling,
    today: dt.date,
) -> reports.Resolved:
    """Answer the question of a forecast with yes or no; or mark it void or vague.

    Without a word the ruling itself says the answer, as it would on the question.
    """
    number = lookup.forecast(book.con, forecast)
    repeats.struck(book.con, number)
    word = None if word is None else _word(word)
    if word in {"void", "vague"}:
        return _mark(book, number, {word: why}, new, today)
    if why is not None:
        raise InputError("a reason belongs to void and vague; write it with --note")
    _said_at_all(number, word, new)
    shown = reading.shown(book.con, number, today)
    if len(shown.parts) > 1:
        raise InputError(_several(shown))
    part = shown.parts[0]
    if word is None:
        return rule(book, part.question, new, today)
    if part.kind != "event":
        form = "--value X" if part.kind == "number" else "--option O"
        raise InputError(f"{part.question} asks for {wording.QUESTION_KINDS[part.kind]}; write "
                         f"`ledger resolve {part.question} {form}`")  # fmt: skip
    return rule(book, part.question, _yes(new) if word == "yes" else _no(part, new, today), today)


def _word(typed: str) -> str:
    """Return the answer that is meant: "Yes" is yes."""
    word = typed.strip().casefold()
    if word not in {"yes", "no", "void", "vague"}:
        raise InputError(f'"{checks.shown(typed)}" is no answer; write yes, no, void WHY or '
                         "vague WHY")  # fmt: skip
    return word


def _said_at_all(number: int, word: str | None, new: NewRuling) -> None:
    """Refuse a forecast without an answer, and --void, which is the whole question's."""
    if new.void:
        raise InputError(
            f'--void annuls a question for everybody; write `ledger resolve {number} void "WHY"` '
            f"for this forecast, or name the question (`ledger show {number}`)"
        )
    if word is None and not any(getattr(new, form) for form in _TYPED):
        raise InputError(
            f"what happened? write `ledger resolve {number} yes`, or no, void WHY, vague WHY"
        )


def _yes(new: NewRuling) -> NewRuling:
    if not new.on:
        raise InputError("yes to an event needs its day; add --on DATE or --on DATE..DATE")
    return new


def _no(part: reports.PartShown, new: NewRuling, today: dt.date) -> NewRuling:
    """Return `no` as a ruling: not by the deadline; before that day only `never` is."""
    if new.never or new.not_by:
        return new
    if part.deadline is None:
        raise InputError("no to a forecast without a deadline; add --never, or --not-by DATE")
    if part.deadline >= today:
        raise InputError(
            f"its deadline {part.deadline} has not passed; add --never if it no longer can happen"
        )
    return replace(new, not_by=str(part.deadline))


def _several(shown: reports.Shown) -> str:
    lines = "; ".join(
        f'`ledger resolve {p.question} --on DATE` or `--not-by DATE` for "{p.text}"'
        for p in shown.parts
    )
    return f"forecast {shown.forecast.id} has several parts, rule on each: {lines}"


def _mark(
    book: "Ledger", number: int, said: dict[str, str | None], new: NewRuling, today: dt.date
) -> reports.Resolved:
    """Mark a forecast as void or vague for the reason given, with what proves it."""
    ((word, why),) = said.items()
    if not why or not why.strip():
        raise InputError(f'{word} needs a reason; write `ledger resolve {number} {word} "WHY"`')
    if given := [form for form in _NOT_OF_A_MARK if getattr(new, form) not in (None, False, ())]:
        raise InputError(
            f"{word} marks this forecast alone and answers nothing; beside it go --evidence, "
            f"--note and --ruled-by, so leave out {', '.join(map(_option, given))}"
        )
    proof = _how(number, new, today)
    before = reading.row(book.con, number, today)
    recording.mark(book, number, said | ({f"{word}_proof": proof} if proof else {}), today)
    after = reading.row(book.con, number, today)
    settled = settling.settled(before, after)
    return reports.Resolved(None, None, after.claim, f"{word}: {why}", None, (settled,))


def _said(book: "Ledger", kind: str, new: NewRuling, today: dt.date) -> dict[str, Any]:
    """Return the ruling itself, or refuse a form that does not fit the question."""
    given = [form for form in _TYPED if getattr(new, form)]
    fitting = [form for form in _TYPED if FORMS[form] in (kind, None)]
    forms = ", ".join(map(_option, fitting))
    if len(given) != 1:
        raise InputError(f"say one answer: {forms}")
    if given[0] not in fitting:
        raise InputError(f"{_option(given[0])} does not answer a question for "
                         f"{wording.QUESTION_KINDS[kind]}; use {forms}")  # fmt: skip
    said = _SAID[given[0]](book, new, today)
    return {**said, "final": True} if new.final else said


def _option(form: str) -> str:
    return f"--{form}".replace("_", "-").replace("options", "option")


def _on(book: "Ledger", new: NewRuling, today: dt.date) -> dict[str, Any]:
    window = _past(book, str(new.on), today, "--on")
    said = {"on": str(window.earliest)}
    return said if window.earliest == window.latest else {**said, "on_latest": str(window.latest)}


def _not_by(book: "Ledger", new: NewRuling, today: dt.date) -> dict[str, Any]:
    day = _past(book, str(new.not_by), today, "--not-by").latest
    if day >= today:
        raise InputError(f"{day} is not over; rule --not-by on a day that has passed")
    return {"not_by": str(day)}


def _value(_book: "Ledger", new: NewRuling, _today: dt.date) -> dict[str, Any]:
    low, dots, high = str(new.value).partition("..")
    if not dots:
        return {"value": str(numbers.number(low))}
    ends = numbers.number(low), numbers.number(high)
    if ends[0] > ends[1]:
        raise InputError(f"no number lies in {new.value}; write LOW..HIGH")
    return {"low": str(ends[0]), "high": str(ends[1])}


_SAID: dict[str, Callable[[Any, NewRuling, dt.date], dict[str, Any]]] = {
    "on": _on,
    "not_by": _not_by,
    "never": lambda *_: {"never": True},
    "value": _value,
    "option": lambda _book, new, _today: {"option": new.option},
    "not_options": lambda _book, new, _today: {"not_options": list(new.not_options)},
    "void": lambda _book, new, _today: {"void": checks.line(str(new.void), "reason")},
}


def _past(book: "Ledger", text: str, today: dt.date, what: str) -> deadlines.Window:
    calendar = book.settings.calendar()
    wanted = deadlines.read_when(text, today, calendar)
    if wanted and wanted.latest > today:
        raise InputError(
            f"{what} {text} lies in the future (today is {today}); rule when it is over"
        )
    return statement_day(text, today, calendar, what)


def _how(number: int, new: NewRuling, today: dt.date) -> dict[str, Any]:
    """Return how the ruling is known: evidence, note, by whom, what it replaces and why."""
    if new.replace is not None and not new.why:
        raise InputError("--replace needs a reason; add --why")
    if new.replace is not None and not 0 < new.replace <= lookup.LARGEST:
        raise ConflictError(
            f"q{number} has no standing ruling {new.replace}; "
            f"`ledger question show q{number}` lists them"
        )
    doc = {
        "evidence": [_evidence(one, today) for text in new.evidence for one in _apart(text)],
        "note": new.note and checks.text(new.note, "note"),
        "by": new.by and checks.name(new.by, "--ruled-by"),
        "replaces": new.replace, "why": new.why and checks.line(new.why, "reason"),
    }  # fmt: skip
    return {name: value for name, value in doc.items() if value}


def _apart(text: str) -> list[str]:
    """Return each address with its date and title, where several stand in one text."""
    pieces = [piece for piece in _TWO.split(text) if piece.strip()] or [text]
    return [
        one
        for piece in pieces
        for one in (piece.split() if all(map(_WEB.match, piece.split())) else [piece])
    ] or [text]


def _evidence(text: str, today: dt.date) -> dict[str, str]:
    found = _EVIDENCE.fullmatch(text.strip())
    if not found:
        raise InputError("evidence is an address; write --evidence https://...")
    doc = {"url": checks.address(found[1])}
    if found[2]:
        day = checks.iso_day(found[2])
        if day > today:
            raise InputError(f"evidence of {day} lies in the future; correct its date")
        doc["date"] = str(day)
    return {**doc, "title": checks.line(found[3], "title")} if found[3] else doc


def _resolved(
    book: "Ledger", number: int, before: settling.Standing, today: dt.date
) -> reports.Resolved:
    shown = questions.shown(book.con, f"q{number}")
    if not shown.rulings:
        raise ConflictError(f"q{number} has no ruling; run `ledger verify`")
    after = settling.standing(book.con, before, today)
    settled = tuple(settling.settled(before[n], after[n]) for n in before)
    return reports.Resolved(
        shown.question, shown.kind, shown.text, shown.answer, shown.rulings[-1].id, settled,
        settling.kept_void(book.con, after.values()),
    )  # fmt: skip
