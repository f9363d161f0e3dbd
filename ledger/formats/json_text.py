"""Records as JSON: the fields of a record are its keys, in their order.

Days are ISO texts, absent values null. A record about a forecast ("forecast": ...) carries the
forecast's own fields flat, so that `list`, `due` and `show` can be read alike.
"""

import dataclasses
import datetime as dt
import json
import re
from decimal import Decimal
from enum import Enum
from typing import Any

from ledger.core.reports import Listed
from ledger.formats.escape import UNSAFE


def jsonable(value: Any) -> Any:
    """Return a record as dicts, lists, texts, numbers, booleans and None."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _fields(value)
    if isinstance(value, dict):
        return {str(key): jsonable(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [jsonable(item) for item in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return value.value if isinstance(value, Enum) else value


def _fields(record: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        if isinstance(value, Listed):
            found.update(_fields(value))
        else:
            found[field.name] = jsonable(value)
    return found


def json_text(value: Any) -> str:
    r"""Return one JSON value; characters that a terminal could act on stand as \uXXXX."""
    return _safe(json.dumps(jsonable(value), ensure_ascii=False, allow_nan=False, indent=2))


def json_line(value: Any) -> str:
    """Return one JSON value on one line, as in a file of JSON lines."""
    return _safe(json.dumps(jsonable(value), ensure_ascii=False, allow_nan=False))


def compact(value: Any) -> str:
    """Return one JSON value on one line, for a cell of a table."""
    tight = (",", ":")
    return _safe(json.dumps(jsonable(value), ensure_ascii=False, allow_nan=False, separators=tight))


def _safe(text: str) -> str:
    return UNSAFE.sub(_quoted, text)


def _quoted(match: re.Match[str]) -> str:
    # Line breaks are the layout's own: inside texts json.dumps has escaped them already.
    char: str = match[0]
    return char if char == "\n" else json.dumps(char)[1:-1]
