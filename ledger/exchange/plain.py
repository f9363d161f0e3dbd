"""The short way for plain rows: a line of NDJSON to a `Plain` in some microseconds.

A reader takes only what it can prove right: known fields, clean texts, days and numbers in
their usual forms. Everything else, right or wrong, goes the long way (`flat`), which gives
the same document or says what is wrong.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable
from typing import Any

from ledger.core import checks
from ledger.core.plain import Plain, content_key
from ledger.errors import InputError

FIELDS = frozenset({"claim", "forecaster", "made_on", "deadline", "probability", "source",
                    "happened", "happened_on"})  # fmt: skip
_KEEP = 100_000  # values kept of each kind


class _NotPlainError(Exception):
    """This row takes the long way."""


class _Number:
    """A number as it was written, so that it cannot be mistaken for a text."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


class _Kept(dict[Any, Any]):
    """Remembers what a function made of each value: names and days come back all the time."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, value: Any) -> Any:
        if len(self) >= _KEEP:
            self.clear()
        made = self[value] = self._make(value)
        return made


def _name(text: Any) -> str:
    """Return a clean name as JSON text."""
    if type(text) is not str or checks.name(text) != text:
        raise _NotPlainError
    return json.dumps(text, ensure_ascii=False)


def _day(text: Any) -> int:
    if type(text) is not str:
        raise _NotPlainError
    return checks.iso_day(text).toordinal()


def _share(value: Any) -> str:
    if type(value) is _Number:
        value = value.text
    if type(value) is not str:
        raise _NotPlainError
    return checks.probability(value)


class PlainReader:
    """Reads lines as they were on one day; keeps the names, days and numbers it has met."""

    def __init__(self, today: dt.date) -> None:
        self._today = today.toordinal()
        self._names = _Kept(_name)
        self._days = _Kept(_day)
        self._shares = _Kept(_share)
        number = _Kept(_Number).__getitem__
        self._decode = json.JSONDecoder(parse_float=number, parse_int=number).raw_decode

    def read_all(self, first: int, lines: Iterable[str]) -> list[Plain | str]:
        """Return what each line says, numbered from `first`; a line that is not plain as it is."""
        read = self.read
        return [read(number, line) or line for number, line in enumerate(lines, first)]

    def read(self, number: int, line: str) -> Plain | None:
        """Return what a plain row says; None for any other line."""
        try:
            row, end = self._decode(line)
            if line[end:] not in {"\n", "", "\r\n"} or not _is_clean(line):
                return None
            return self._plain(number, line, row)
        except (_NotPlainError, InputError, LookupError, TypeError, ValueError,
                RecursionError):  # fmt: skip
            return None

    def _plain(self, number: int, line: str, row: dict[str, Any]) -> Plain | None:
        claim, made_on, stated = row["claim"], row["made_on"], row.get("probability")
        if not (row.keys() <= FIELDS and _each_once(line, row) and _is_line(claim)):
            return None
        deadline, source = row.get("deadline", ""), row.get("source", "")
        happened, on = row.get("happened", ""), row.get("happened_on", "")
        days, names = self._days, self._names
        made = days[made_on]
        due = days[deadline] if deadline else 0
        answer, day, late = self._answer(happened, on, deadline, due) if happened or on else _NONE
        if made > self._today or (deadline and due < made):
            return None
        probability = "" if stated is None else self._shares[stated]
        question = content_key(f'["{claim}","{deadline}","","{happened}","{on}",""]')
        head = (
            f'{{"citations":[{{"source":{names[source]}}}],' if source else "{"
        ) + f'"claim":"{claim}",'
        tail = (
            f'"made_on":"{made_on}",'
            f'"parts":[{{"question":{{"key":"{question}","text":"{claim}"}}}}]'
        )
        if deadline:
            head += f'"deadline":"{deadline}",'
        if probability:
            tail += f',"probability":"{probability}"'
        if answer:
            tail += f',"rulings":[{{"{answer}":"{day}","question":"{question}"}}]'
        forecaster = row["forecaster"]
        head += f'"forecaster":{{"name":{names[forecaster]}}},'
        key = content_key(f"{head}{tail}}}")
        body = f'{head}"key":"{key}",{tail}}}'
        return (number, key, claim, forecaster, made_on, deadline, probability, source,
                question, answer, day, late, body)  # fmt: skip

    def _answer(self, happened: Any, on: Any, deadline: str, due: int) -> tuple[str, str, int]:
        if happened == "yes" and self._days[on] <= self._today:
            return "on", on, self._days[on] - due if deadline else 0
        if happened == "no" and not on and deadline and due < self._today:
            return "not_by", deadline, 0
        raise _NotPlainError


_NONE = "", "", 0
_KINDS = {str, _Number}


def _is_clean(line: str) -> bool:
    """Say whether every text in a line stands there letter by letter, with no letter unsafe.

    JSON itself has no control characters in texts, except that it lets DEL pass.
    """
    return line.isascii() and "\\" not in line and "\x7f" not in line


def _each_once(line: str, row: dict[str, Any]) -> bool:
    """Say whether every field stands once in a line, with a text or one number behind it.

    Each field name and each text stands between two quotes; a field that stood twice would
    leave quotes over, since the row keeps only one of them. That the number is the
    probability is seen when the other fields are read as texts.
    """
    kinds = set(map(type, row.values()))
    return kinds <= _KINDS and line.count('"') == 4 * len(row) - 2 * (_Number in kinds)


def _is_line(claim: Any) -> bool:
    return type(claim) is str and 0 < len(claim) <= checks.LINE_LENGTH and claim == claim.strip()
