"""The day of a statement in a flat row: a day, or a month, a year or a range of them.

Words that count from today ("last week") are not read here: a file says the same every day.
"""

import datetime as dt
import re
from calendar import monthrange
from typing import Any

from ledger.exchange.fields import Wrong

_END = r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?"
_SPAN = re.compile(rf"\s*{_END}\s*(?:\.\.\s*{_END}\s*)?")
_DECEMBER = 12


def said(row: dict[str, Any], today: dt.date, wrong: Wrong) -> None:
    """Write the first and the last day of a span into made_on and made_on_latest of a row.

    Anything else stays as it is: what is no day is told where days are read.
    """
    text = row.get("made_on")
    found = _SPAN.fullmatch(text) if isinstance(text, str) else None
    if found is None or (found[3] and not found[4]):
        return
    try:
        first, last = _first(*found.group(1, 2, 3)), _last(*found.group(1, 2, 3))
        if found[4]:
            last = _last(*found.group(4, 5, 6))
    except ValueError:
        return
    row["made_on"] = first.isoformat()
    if "made_on_latest" in row:
        wrong.append(("made_on_latest", "made_on names its last day already; drop one of them"))
    elif last < first:
        swapped = f"{found[0].partition('..')[2].strip()}..{found[0].partition('..')[0].strip()}"
        wrong.append(("made_on", f"the range ends before it begins; write {swapped}"))
    elif first <= today < last:  # cut off at today it would be another row tomorrow
        wrong.append(("made_on", f'"{text}" is not over; write {first}..{today}'))
    else:
        row["made_on_latest"] = last.isoformat()


def _first(year: str, month: str | None, day: str | None) -> dt.date:
    return dt.date(int(year), int(month or 1), int(day or 1))


def _last(year: str, month: str | None, day: str | None) -> dt.date:
    at = int(month or _DECEMBER)
    return dt.date(int(year), at, int(day) if day else monthrange(int(year), at)[1])
