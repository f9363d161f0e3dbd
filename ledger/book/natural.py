"""What a script passes where a text is meant: days, numbers, lists; taken, or refused by name."""

import datetime as dt
import os
from collections.abc import Callable
from dataclasses import Field, fields
from decimal import Decimal
from functools import wraps
from pathlib import Path
from types import FunctionType
from typing import Any, ClassVar, TypeVar, get_args, get_origin

from ledger.core import checks
from ledger.errors import InputError

Book = TypeVar("Book", bound=type)


class Natural:
    """A request: days become ISO texts, numbers their decimal text, as they are printed.

    InputError says what a field takes where something else is passed.
    """

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __post_init__(self) -> None:
        """Bring every field to the form that its annotation names."""
        for field in fields(self):
            value = getattr(self, field.name)
            taken = _taken(value, field.type, field.name)
            if taken is not value:
                object.__setattr__(self, field.name, taken)


def _taken(value: Any, wanted: Any, name: str) -> Any:
    kinds = get_args(wanted) if get_origin(wanted) is not tuple else (tuple,)
    kinds = kinds or (wanted,)
    if value is None and type(None) in kinds:
        return None
    if tuple in kinds:
        return _texts(value, name)
    if int in kinds:
        return value if str in kinds and isinstance(value, str) else whole(value, name)
    if str in kinds:
        return text(value, name)
    if not isinstance(value, kinds):
        raise _refused(name, " or ".join(_NAMES.get(kind, kind.__name__) for kind in kinds), value)
    return value


_NAMES = {bool: "True or False", type(None): "None"}


def text(value: Any, name: str) -> str:
    """Return a value as a person would type it; InputError where it is none that one types."""
    if isinstance(value, str):
        return value
    if isinstance(value, dt.date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        exact = Decimal(float.__repr__(value)) if isinstance(value, float) else Decimal(value)
        if exact.is_finite():
            return format(exact, "f")
    if isinstance(value, os.PathLike):
        return str(os.fspath(value))
    raise _refused(name, "a text, a number or a day", value)


def _texts(value: Any, name: str) -> tuple[str, ...]:
    """Return several texts; a single one is one of several."""
    if isinstance(value, list | tuple | set | frozenset):
        return tuple(text(one, name) for one in value)
    return (text(value, name),)


def whole(value: Any, name: str, least: int | None = None) -> int:
    """Return a whole number, also one that is written as a text; InputError for another."""
    if isinstance(value, str) and value.isdecimal():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise _refused(name, "a whole number", value)
    if least is not None and value < least:
        raise InputError(f"{name} is at least {least}, and not {value}; correct it")
    return value


def _refused(name: str, wanted: str, value: Any) -> InputError:
    shown = checks.shown(repr(value))
    return InputError(f"{name} takes {wanted}, and no {type(value).__name__}; correct {shown}")


def path(value: Any) -> Path:
    """Return the path of a book, given as one or as a text."""
    if not isinstance(value, str | os.PathLike):
        raise _refused("path", "a path", value)
    return Path(value)


def checked(book: Book) -> Book:
    """Hold every argument of the verbs of a class against its annotation, as `Natural` does."""
    for name, verb in list(vars(book).items()):
        inner = getattr(verb, "__wrapped__", verb)
        if isinstance(inner, FunctionType) and not name.startswith("_"):
            setattr(book, name, _checked(verb, inner))
    return book


def _checked(verb: Callable[..., Any], inner: FunctionType) -> Callable[..., Any]:
    code = inner.__code__
    names = code.co_varnames[: code.co_argcount]
    wanted = {name: str(said) for name, said in inner.__annotations__.items()}

    @wraps(verb)
    def taking(*given: Any, **named: Any) -> Any:
        taken = [
            _argument(value, wanted.get(name, ""), name)
            for name, value in zip(names, given, strict=False)
        ]
        options = {
            name: _argument(value, wanted.get(name, ""), name) for name, value in named.items()
        }
        return verb(*taken, *given[len(names) :], **options)

    return taking


def _argument(value: Any, wanted: str, name: str) -> Any:
    """Return an argument as its annotation, a text, names it; others are taken as they are."""
    kind = wanted.removesuffix(" | None")
    if value is None and kind != wanted:
        return None
    if kind in _REQUESTS and not (isinstance(value, Natural) and type(value).__name__ == kind):
        raise _refused(name, f"a {kind}", value)
    return _TAKEN[kind](value, name) if kind in _TAKEN else value


def _day(value: Any, name: str) -> dt.date:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str):
        return checks.iso_day(value)
    raise _refused(name, "a day", value)


_REQUESTS = {
    "Filter", "NewCitation", "NewForecast", "NewRuling", "NewUpdate", "ScorecardRequest",
}  # fmt: skip
_TAKEN: dict[str, Callable[[Any, str], Any]] = {
    "str": text, "str | dt.date": text, "dt.date": _day, "int": whole,
    "Path | str": lambda value, _: path(value),
}  # fmt: skip
