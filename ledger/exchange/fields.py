"""How a field of a document is read: small checkers, put together into whole records.

A checker takes a value, the path of its field ("parts[1].question.key") and the list of what
is wrong, and returns the value in its normal form; None when there is nothing to keep. Every
problem of a document is found in one pass.
"""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from ledger.core import checks
from ledger.errors import InputError

Wrong = list[tuple[str, str]]  # the path of a field, and what is wrong with it
Checker = Callable[[Any, str, Wrong], Any]

_WORDS = {str: "text", bool: "true or false", int: "a number", Decimal: "a number",
          list: "a list", dict: "an object"}  # fmt: skip

# The ways in which files say yes and no.
YES = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


def text(check: Callable[[str], Any]) -> Checker:
    """Return the checker of a text."""

    def checker(value: Any, path: str, wrong: Wrong) -> Any:
        return _taken(check, value, path, wrong) if _is(str, value, path, wrong) else None

    return checker


def number(check: Callable[[str], str]) -> Checker:
    """Return the checker of a decimal, written as a number or as text."""

    def checker(value: Any, path: str, wrong: Wrong) -> Any:
        if type(value) in (int, float, Decimal):
            value = str(value)
        return _taken(check, value, path, wrong) if _is(str, value, path, wrong) else None

    return checker


def word(words: Iterable[str], what: str, default: str | None = None) -> Checker:
    """Return the checker of one of some words; the default is not kept."""

    def check(value: str) -> str | None:
        found = checks.one_of(value, words, what)
        return None if found == default else found

    return text(check)


def flag(value: Any, path: str, wrong: Wrong) -> bool | None:
    """Read true or false; false is not kept."""
    return True if _is(bool, value, path, wrong) and value else None


def side(value: Any, path: str, wrong: Wrong) -> bool | None:
    """Read true or false; both are kept."""
    return bool(value) if _is(bool, value, path, wrong) else None


def whole(value: Any, path: str, wrong: Wrong) -> int | None:
    """Read a whole number of days; 0 is not kept."""
    if not _is(int, value, path, wrong):
        return None
    if abs(value) > 100_000:
        wrong.append((path, f"{value} days are too many; write at most 100,000"))
        return None
    return int(value) or None


def many(item: Checker) -> Checker:
    """Return the checker of a list; an empty list is not kept."""

    def checker(value: Any, path: str, wrong: Wrong) -> list[Any] | None:
        if not _is(list, value, path, wrong):
            return None
        read = [item(v, f"{path}[{n}]", wrong) for n, v in enumerate(value, 1)]
        return [v for v in read if v is not None] or None

    return checker


def table(name: Callable[[str], str], value_of: Checker) -> Checker:
    """Return the checker of an object whose names are data."""

    def checker(value: Any, path: str, wrong: Wrong) -> dict[str, Any] | None:
        if not _is(dict, value, path, wrong):
            return None
        read = {_taken(name, n, path, wrong): value_of(v, f"{path}.{checks.shown(n)}", wrong)
                for n, v in value.items()}  # fmt: skip
        return {n: v for n, v in read.items() if n is not None and v is not None} or None

    return checker


def record(fields: Mapping[str, Checker], required: Iterable[str] = ()) -> Checker:
    """Return the checker of an object with known fields; null is the same as no field."""
    needed = tuple(required)

    def checker(value: Any, path: str, wrong: Wrong) -> dict[str, Any] | None:
        if not _is(dict, value, path, wrong):
            return None
        before = f"{path}." if path else ""
        for name in needed:
            if value.get(name) is None:
                wrong.append((f"{before}{name}", f'the field "{name}" is missing; add it'))
        return _fields(fields, value, before, wrong)

    return checker


def _fields(
    fields: Mapping[str, Checker], value: Mapping[str, Any], before: str, wrong: Wrong
) -> dict[str, Any]:
    read = {}
    for name, given in value.items():
        if name not in fields:
            known = ", ".join(fields)
            message = f'there is no field "{checks.shown(name)}" here; the fields are: {known}'
            wrong.append((f"{before}{checks.shown(name)}", message))
        elif given is not None:
            kept = fields[name](given, f"{before}{name}", wrong)
            if kept is not None:
                read[name] = kept
    return read


def _is(wanted: type, value: Any, path: str, wrong: Wrong) -> bool:
    if type(value) is wanted:
        return True
    found = _WORDS.get(type(value), "something else")
    wrong.append((path, f"{found} stands where {_WORDS[wanted]} belongs; correct it"))
    return False


def _taken(check: Callable[[str], Any], value: str, path: str, wrong: Wrong) -> Any:
    try:
        return check(value)
    except InputError as error:
        wrong.append((path, str(error)))
        return None
