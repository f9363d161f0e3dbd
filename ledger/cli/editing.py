"""Editing a forecast before it is recorded: one field after another, by its name."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from ledger.articles.claims.clauses import compound_parts
from ledger.book import Condition, NewCitation, NewForecast
from ledger.book.days import NONE
from ledger.cli.asking import ask
from ledger.cli.output import say, warn, width
from ledger.errors import InputError, LedgerError
from ledger.formats.candidates import pairs

EMPTY = "-"  # typed to empty a field; Enter alone keeps it
PLAIN = {
    "by": "by", "role": "role", "kind": "forecaster_kind", "made": "made",
    "deadline": "deadline", "after": "after", "probability": "probability", "words": "phrase",
    "vague": "vague", "question": "question", "criteria": "criteria", "judge": "judge",
    "note": "note",
}  # fmt: skip
INSTEAD = {"probability": "phrase", "words": "probability"}  # one of them is recorded
CITED = ("source", "title", "published", "url", "quote", "via")
SIDES = ("affirmative", "not")


def fields(new: NewForecast) -> Iterator[tuple[str, str | None]]:
    """Yield the fields of a forecast as they are shown and edited."""
    yield "claim", new.claim
    for label, name in PLAIN.items():
        yield label, getattr(new, name)
    yield "side", SIDES[bool(new.negated)]
    yield "if", new.given.what if new.given else None
    yield "parts", "; ".join(new.all_of)
    yield "tags", ", ".join(new.tags)
    cited = new.citation or NewCitation()
    for name in CITED:
        yield name, getattr(cited, name)


def edited(new: NewForecast, refusal: Callable[[NewForecast], str | None]) -> NewForecast:
    """Show all fields and ask which one to change, until Enter says that all is well.

    `refusal` says why a forecast cannot be recorded as it is; a value that brings one about is
    told at once and not taken.
    """
    say(_shown(fields(new)))
    while label := _label(tuple(name for name, _ in fields(new))):
        kept = dict(fields(new))
        typed = ask(f"{label} ({EMPTY} empties it)", kept[label])
        try:
            new = _taken(new, label, None if typed in {None, EMPTY} else typed, refusal)
        except LedgerError as error:
            warn(str(error))
        say(_shown((name, value) for name, value in fields(new) if value != kept[name]))
    return new


def _taken(
    new: NewForecast, label: str, value: str | None, refusal: Callable[[NewForecast], str | None]
) -> NewForecast:
    said = changed(new, label, value)
    why = refusal(said)
    if why is None:
        return said
    if refusal(new) is None:
        raise InputError(why)
    warn(why)  # it could not be recorded before: one field is put right after another
    return said


def summary(new: NewForecast) -> str:
    """Return what a forecast says now, without its empty fields."""
    return pairs(((name, value or "") for name, value in fields(new)), width())


def _shown(some: Iterable[tuple[str, str | None]]) -> str:
    return pairs(((name, value or EMPTY) for name, value in some), width())


def _label(names: tuple[str, ...]) -> str | None:
    """Ask for a field; its first letters are enough where they fit only one."""
    while typed := (ask("Which field (Enter: no more)") or "").lower():
        fitting = [name for name in names if name.startswith(typed)]
        if typed in names or len(fitting) == 1:
            return typed if typed in names else fitting[0]
        warn(f'"{typed}" names no field; write one of the words on the left')
    return None


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
        if value and label == "by" and new.forecaster_kind == "anonymous":
            said["forecaster_kind"] = "person"  # whoever it was has a name now
        if value and label == "by" and new.citation and new.citation.own_voice:
            said["forecaster_kind"] = None  # no longer the outlet: what the book knows, or a person
            said["citation"] = replace(new.citation, own_voice=False)
        return replace(new, **said)
    return _OTHER[label](new, value or "")


def _claim(new: NewForecast, value: str) -> NewForecast:
    """Word the claim anew, and the parts that were read in it."""
    return replace(new, claim=value, all_of=compound_parts(value) if new.all_of else ())


def _side(new: NewForecast, value: str) -> NewForecast:
    if value not in SIDES:
        raise InputError(f'"{value}" is no side; write affirmative, or not')
    return replace(new, negated=value == "not")


def _parts(new: NewForecast, value: str) -> NewForecast:
    parts = tuple(part.strip() for part in value.split(";") if part.strip())
    return replace(new, all_of=parts if len(parts) > 1 else ())


_OTHER: dict[str, Callable[[NewForecast, str], NewForecast]] = {
    "claim": _claim,
    "side": _side,
    "if": lambda new, value: replace(new, given=Condition(value) if value else None),
    "parts": _parts,
    "tags": lambda new, value: replace(
        new, tags=tuple(tag.strip() for tag in value.split(",") if tag.strip())
    ),
}
