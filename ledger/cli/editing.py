"""Editing a forecast before it is recorded: one field after another, by its name."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from ledger.book import Condition, NewCitation, NewForecast
from ledger.book.whens import NONE
from ledger.cli.asking import ask, choose
from ledger.errors import InputError

EMPTY = "-"  # typed to empty a field; Enter alone keeps it
PLAIN = {
    "claim": "claim", "by": "by", "role": "role", "kind": "forecaster_kind", "made": "made",
    "deadline": "deadline", "after": "after", "probability": "probability", "words": "phrase",
    "vague": "vague", "question": "question", "criteria": "criteria", "judge": "judge",
    "note": "note",
}  # fmt: skip
INSTEAD = {"probability": "phrase", "words": "probability"}  # one of them is recorded
CITED = ("source", "title", "published", "url", "quote", "via")
OTHERS = ("side", "if", "parts", "tags")
DONE = "done"
SIDES = ("affirmative", "not")


def fields(new: NewForecast) -> Iterator[tuple[str, str | None]]:
    """Yield the fields of a forecast as they are shown and edited."""
    for label, name in PLAIN.items():
        yield label, getattr(new, name)
    yield "side", SIDES[bool(new.negated)]
    yield "if", new.given.what if new.given else None
    yield "parts", "; ".join(new.all_of)
    yield "tags", ", ".join(new.tags)
    cited = new.citation or NewCitation()
    for name in CITED:
        yield name, getattr(cited, name)


def edited(new: NewForecast) -> NewForecast:
    """Ask which fields to change until there are no more."""
    names = (*PLAIN, *OTHERS, *CITED)
    while (label := choose("Which field", (*names, DONE))) != DONE:
        kept = dict(fields(new))[label]
        typed = ask(f"{label} ({EMPTY} to empty it)", kept)
        new = changed(new, label, None if typed == EMPTY else typed)
    return new


def changed(new: NewForecast, label: str, value: str | None) -> NewForecast:
    """Return the forecast with one field as typed; None empties it."""
    if label in CITED:
        cited: dict[str, Any] = {label: value}
        return replace(new, citation=replace(new.citation or NewCitation(), **cited))
    if label in PLAIN:
        # That there is no deadline must be said: else the claim is searched for one.
        said: dict[str, Any] = {PLAIN[label]: value or (NONE if label == "deadline" else None)}
        if value and label in INSTEAD:
            said[INSTEAD[label]] = None
        return replace(new, **said)
    return _OTHER[label](new, value or "")


def _side(new: NewForecast, value: str) -> NewForecast:
    if value not in SIDES:
        raise InputError(f'"{value}" is no side; write affirmative, or not')
    return replace(new, negated=value == "not")


def _parts(new: NewForecast, value: str) -> NewForecast:
    parts = tuple(part.strip() for part in value.split(";") if part.strip())
    return replace(new, all_of=parts if len(parts) > 1 else ())


_OTHER: dict[str, Callable[[NewForecast, str], NewForecast]] = {
    "side": _side,
    "if": lambda new, value: replace(new, given=Condition(value) if value else None),
    "parts": _parts,
    "tags": lambda new, value: replace(
        new, tags=tuple(tag.strip() for tag in value.split(",") if tag.strip())
    ),
}
