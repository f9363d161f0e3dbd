"""`ledger resolve` alone: the due list on a terminal, one forecast after another.

A forecast that waits for several answers is asked about until it is settled or skipped.
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
NUMBERS = ("the number", "LOW..HIGH")
_LONG = 60  # letters of options that are listed in a prompt
# What is asked after an answer, and the ruling that it makes.
ASKED: dict[str, tuple[str, Callable[[str], NewRuling]]] = {
    "yes": ("On which day, 2017-10-17 or 2017-10-01..2017-10-17", lambda text: NewRuling(on=text)),
    "value": ("Which number, or LOW..HIGH", lambda text: NewRuling(value=text)),
    "option": ("Which option", lambda text: NewRuling(option=text)),
}


class _Asked:
    """What was asked in this walk: of an event whether it came by a day; once for other answers."""

    def __init__(self) -> None:
        self._noted: set[tuple[str, dt.date | None]] = set()

    def fresh(self, one: Waiting, shown: Shown) -> PartShown | None:
        """Return the first part that waits and was not asked about, the condition before all."""
        parts = [*([shown.given] if shown.given else []), *shown.parts]
        waiting = {(waited.question, waited.deadline) for waited in one.waiting}
        named = (part for part in parts if (part.question, part.deadline) in waiting)
        return next((part for part in named if self._noted.isdisjoint(_names(part))), None)

    def note(self, part: PartShown, *, skipped: bool) -> None:
        """Ask this no more; where it was skipped, for no other day either."""
        self._noted.add(_names(part)[skipped])


def _names(part: PartShown) -> tuple[tuple[str, dt.date | None], tuple[str, dt.date | None]]:
    """Return a question with its day, where a day belongs to it, and without."""
    return (part.question, part.deadline if part.kind == "event" else None), (part.question, None)


def walk(book: Ledger, today: dt.date) -> None:
    """Ask about every forecast that is overdue."""
    waiting = [one for one in book.due(today) if one.days_over > 0]
    if not waiting:
        say("Nothing is due.")
    asked = _Asked()
    for n, one in enumerate(waiting, 1):
        if not _gone_through(book, one.forecast.id, f"{n} of {len(waiting)}", asked, today):
            return


def _gone_through(book: Ledger, forecast: int, place: str, asked: _Asked, today: dt.date) -> bool:
    """Ask what a forecast waits for until it is settled or skipped; False when a person quits."""
    while one := book.waiting(forecast, today):
        shown = book.show(forecast, today)
        part = asked.fresh(one, shown)
        if part is None:
            break
        if place:
            say(f"\n{place}\n{brief(shown, width())}")
            place = ""
        word = _answered(book, part, shown, today)
        asked.note(part, skipped=word == "skip")
        if word in {"skip", "quit"}:
            return word == "skip"
    return True


def _answered(book: Ledger, part: PartShown, shown: Shown, today: dt.date) -> str:
    """Ask about a part until there is an answer, and record it; return the word that was typed."""
    say(f"{part.question}: {one_line(part.text)}")
    asked = book.question(part.question)
    if asked.options:
        say(f"   options: {', '.join(map(one_line, asked.options))}")
    words = (*ANSWERS[part.kind], *OTHERS)
    while True:
        word = choose("Answer", words, lambda typed: _is_answer(typed, asked), _listed(asked))
        if word in {"skip", "quit"}:
            return word
        try:
            done = _ruled(book, word, part, shown, today)
        except LedgerError as error:
            warn(str(error))
            continue
        if done is not None:
            say(resolved(done, width()))
            return word


def _listed(asked: QuestionShown) -> str:
    """Return what can be typed: for a number or a choice the answer itself, before the words."""
    itself = {"number": NUMBERS, "choice": _options(asked)}.get(asked.kind, ANSWERS["event"])
    return ", ".join([*itself, *OTHERS])


def _options(asked: QuestionShown) -> tuple[str, ...]:
    """Return the options, if they are few; "option" where one of them is called like a word."""
    options = tuple(map(one_line, asked.options))
    if not {option.casefold() for option in options}.isdisjoint(OTHERS):
        return ("option",)
    return options if len(", ".join(options)) <= _LONG else ("the option itself",)


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
