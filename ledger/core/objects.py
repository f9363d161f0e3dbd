"""JSON objects as documents use them: each field given once, and what says nothing left out."""

from collections.abc import Mapping
from typing import Any

from ledger.core.checks import shown
from ledger.errors import InputError


class FieldError(InputError):
    """A field that cannot be taken, named so that a problem can point to it."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object as JSON has it; FieldError where a name is given twice.

    JSON itself would keep the last one in silence, and another reader the first.
    """
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = shown(next(name for name in names if names.count(name) > 1))
        raise FieldError(twice, f'the field "{twice}" stands twice; keep one of them')
    return found


def without_empty(doc: Mapping[str, Any]) -> dict[str, Any]:
    """Return an object without what says nothing: null, false, empty texts, lists and objects.

    A number always says something, 0 too.
    """
    return {name: value for name, value in doc.items() if says_something(value)}


def says_something(value: Any) -> bool:
    """Say whether a value is kept in a document."""
    return value is not None and value is not False and value not in ("", [], {}, ())
