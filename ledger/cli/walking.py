"""`ledger resolve` alone: the due list on a terminal, one forecast after another.

Each answer is recorded at once, so that what was answered is kept when one quits.
"""

import datetime as dt
from dataclasses import replace

from ledger.book import Ledger, NewRuling
from ledger.cli.asking import ask, choose, confirm, insist
from ledger.cli.output import say, warn, width
from ledger.core.reports import PartShown, Resolved, Shown, Waiting
from ledger.errors import LedgerError
from ledger.formats.replies import resolved
from ledger.formats.showing import brief

ANSWERS = {"event": ("yes", "no"), "number": ("value",), "choice": ("option",)}
OTHERS = ("void", "vague", "skip", "quit")


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
    while True:
        try:
            done = _ruled(book, one, shown, today)
        except LedgerError as error:
            warn(str(error))
            continue
        if isinstance(done, Resolved):
            say(resolved(done, width()))
        return done != "quit"


def _ruled(book: Ledger, one: Waiting, shown: Shown, today: dt.date) -> Resolved | str:
    part = _part(one, shown)
    word = choose(f"{part.question}: {part.text}\nAnswer", (*ANSWERS[part.kind], *OTHERS))
    if word in {"skip", "quit"}:
        return word
    if word in {"void", "vague"}:
        why = insist("Why")
        return book.answer(shown.forecast.id, word, why, NewRuling(), today)
    said = _said(word, part, shown)
    ruling = replace(said, evidence=_evidence(), note=ask("A note (may be empty)"))
    return book.resolve(part.question, ruling, today)


def _said(word: str, part: PartShown, shown: Shown) -> NewRuling:
    if word == "yes":
        return NewRuling(on=insist("On which day (2017-10-17, or 2017-10-01..2017-10-17)"))
    if word == "value":
        return NewRuling(value=insist("Which number (or LOW..HIGH)"))
    if word == "option":
        return NewRuling(option=insist("Which option"))
    if confirm("Can it still happen?", default=True):
        return NewRuling(not_by=str(part.deadline or shown.forecast.deadline))
    return NewRuling(never=True)


def _evidence() -> tuple[str, ...]:
    found: list[str] = []
    while typed := ask("Evidence: address, date, title (empty: no more)"):
        found.append(typed)
    return tuple(found)


def _part(one: Waiting, shown: Shown) -> PartShown:
    parts = [*shown.parts, *([shown.given] if shown.given else [])]
    return next((part for part in parts if part.question == one.waits_for), shown.parts[0])
