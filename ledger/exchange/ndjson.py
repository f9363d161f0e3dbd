"""Lines of JSON, one object each, read strictly: what another reader may read otherwise is refused.

Refused are duplicate keys, NaN and Infinity, anything that is no object, lines of over a
mebibyte, and nesting too deep to read. Numbers with a point come out as Decimal, so that
0.7 stays 0.7.
"""

import json
from decimal import Decimal
from typing import Any

from ledger.core.objects import FieldError, once
from ledger.core.reports import Problem

LONGEST_LINE = 1 << 20  # characters

Object = dict[str, Any]


def read(number: int, text: str, problems: list[Problem]) -> Object | None:
    """Return the object of a line; None for an empty line, or where a problem is noted."""
    if len(text) > LONGEST_LINE:
        problems.append(_too_long(number, text))
        return None
    line = text.strip(" \t\r\n\ufeff")
    if not line:
        return None
    try:
        found = _DECODER.decode(line)
    except (ValueError, ArithmeticError, RecursionError, FieldError) as error:
        problems.append(_unreadable(number, error))
        return None
    if type(found) is dict:
        return found
    problems.append(Problem(number, "1", f"{_what(found)} stands here; {_WANTED}"))
    return None


_WANTED = "write one JSON object on each line"


def _no_number(text: str) -> None:
    raise FieldError("1", f"{text} is no number in JSON; write a number, or leave the field out")


_DECODER = json.JSONDecoder(object_pairs_hook=once, parse_float=Decimal, parse_constant=_no_number)


def _too_long(number: int, text: str) -> Problem:
    return Problem(
        number, str(LONGEST_LINE + 1),
        f"the line has {len(text):,} characters; shorten it to {LONGEST_LINE:,} or fewer",
    )  # fmt: skip


def _unreadable(number: int, error: Exception) -> Problem:
    if isinstance(error, json.JSONDecodeError):
        what = error.msg[0].lower() + error.msg[1:]
        return Problem(number, str(error.colno), f"this is not JSON ({what}); {_WANTED}")
    if isinstance(error, FieldError):
        return Problem(number, error.field, str(error))
    if isinstance(error, RecursionError):
        return Problem(number, "1", "the JSON is nested too deep to be read; write a flat object")
    return Problem(number, "1", "a number is too large or too long; shorten it")


def _what(found: Any) -> str:
    words = {list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return words.get(type(found), "a number")
