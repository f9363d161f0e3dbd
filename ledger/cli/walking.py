"""`ledger resolve` alone: the due list on a terminal, one forecast after another.

Each answer is recorded at once, so that what was answered is kept when one quits.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

from ledger.book import Ledger, NewRuling
from ledger.cli.asking import ask, checked, choose, confirm
from ledger.cli.output import say, warn, width
from ledger.core.reports import PartShown, QuestionShown, Resolved, Shown, Waiting
from ledger.errors import LedgerError
from ledger.formats.escape import one_line
from ledger.formats.replies import resolved
from ledger.formats.showing import brief

ANSWERS = {"event": ("yes", "no"), "number": ("value",), "choice": ("option",)}
OTHERS = ("void", "vague", "skip", "quit")
HINTS = {"event": "", "number": "the number", "choice": "the option itself"}
# What is asked after an answer, and the ruling that it makes.
ASKED: dict[str, tuple[str, Callable[[str], NewRuling]]] = {
    "yes": ("On which day, 2017-10-17 or 2017-10-01..2017-10-17", lambda text: NewRuling(on=text)),
    "value": ("Which number, or LOW..HIGH", lambda text: NewRuling(value=text)),
    "option": ("Which option", lambda text: NewRuling(option=text)),
}


def walk(book: Ledger, today: dt.date) -> None:
    """Ask about every forecast that is overdue."""
    waiting = [one for one in book.due(today) if one.days_over > 0]
    if not waiting:
        say("Nothing is due.")
    for n, one in enumerate(waiting, 1):
        shown = book.show(one.forecast.id, today)
        if shown.forecast.status != "due":
            continue  # an answer given a moment ago settled this one too
        say(f"\n{n} of {len(waiting)}\n{brief(shown, width())}")
        if not _answered(book, one, shown, today):
            return


def _answered(book: Ledger, one: Waiting, shown: Shown, today: dt.date) -> bool:
    """Ask until there is an answer or a skip; False when the person quits."""
    part = _part(one, shown)
    say(f"{part.question}: {one_line(part.text)}")
    asked = book.question(part.question)
    if asked.options:
        say(f"   options: {', '.join(map(one_line, asked.options))}")
    while True:
        words = (*ANSWERS[part.kind], *OTHERS)
        word = choose("Answer", words, lambda typed: _is_answer(typed, asked), HINTS[part.kind])
        if word in {"skip", "quit"}:
            return word == "skip"
        try:
            done = _ruled(book, word, part, shown, today)
        except LedgerError as error:
            warn(str(error))
            continue
        if done is not None:
            say(resolved(done, width()))
            return True


def _is_answer(typed: str, asked: QuestionShown) -> bool:
    """Say whether a number or an option was typed at once."""
    if asked.kind == "number":
        return re.match(r"[-.]?[0-9]", typed) is not None
    return typed.casefold() in map(str.casefold, asked.options)


def _ruled(
    book: Ledger, word: str, part: PartShown, shown: Shown, today: dt.date
) -> Resolved | None:
    """Ask for the rest of an answer and record it; None where the person goes back."""
    if word in {"void", "vague"}:
        why = ask("Why (empty: back)")
        return book.answer(shown.forecast.id, word, why, NewRuling(), today) if why else None

    def fits(ruling: NewRuling) -> None:
        book.check_ruling(part.question, ruling, today)

    said = _said(word, part, shown, fits)
    if said is None:
        return None
    ruling = replace(said, evidence=_evidence(said, fits), note=ask("A note (may be empty)"))
    return book.resolve(part.question, ruling, today)


def _said(
    word: str, part: PartShown, shown: Shown, fits: Callable[[NewRuling], None]
) -> NewRuling | None:
    """Ask for the day, number or option, again until it can be taken."""
    if word == "no":
        again = confirm("Can it still happen?", default=True)
        day = str(part.deadline or shown.forecast.deadline)
        said = NewRuling(not_by=day) if again else NewRuling(never=True)
        fits(said)
        return said
    if word not in ASKED:  # the number or the option itself
        said = NewRuling(value=word) if part.kind == "number" else NewRuling(option=word)
        fits(said)
        return said
    label, build = ASKED[word]
    typed = checked(f"{label} (empty: back)", lambda text: fits(build(text)))
    return build(typed) if typed else None


def _evidence(said: NewRuling, fits: Callable[[NewRuling], None]) -> tuple[str, ...]:
    found: list[str] = []
    while typed := checked(
        "Evidence: address, date, title (empty: no more)",
        lambda text: fits(replace(said, evidence=(text,))),
    ):
        found.append(typed)
    return tuple(found)


def _part(one: Waiting, shown: Shown) -> PartShown:
    parts = [*shown.parts, *([shown.given] if shown.given else [])]
    return next((part for part in parts if part.question == one.waits_for), shown.parts[0])
