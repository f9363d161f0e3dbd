"""The short way for plain rows: a row of NDJSON or CSV to a `Plain` in some microseconds.

A reader takes only what it can prove right. Everything else, right or wrong, goes the long
way (`flat`), which gives the same document or says what is wrong. What comes back all the
time (names, days, numbers) is checked once and kept.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping
from json.encoder import encode_basestring as quoted  # what the encoder of the journal uses
from typing import Any

from ledger.core import checks
from ledger.core.denials import denial
from ledger.core.lexicons import denies, why_vague
from ledger.core.plain import Cited, Plain, content_key, stands
from ledger.errors import InputError
from ledger.exchange.fields import YES
from ledger.exchange.ndjson import LONGEST_LINE

FIELDS = frozenset({
    "claim", "forecaster", "role", "forecaster_kind", "made_on", "deadline", "probability",
    "phrase", "negated", "source", "title", "url", "published_on", "quote", "tags", "happened",
    "happened_on", "evidence", "note",
})  # fmt: skip
_DAY_LENGTH = 10  # of 2017-02-08
_KEEP = 20_000  # values kept of each kind


class _NotPlainError(Exception):
    """This row takes the long way."""


class _Number:
    """A number as it was written, so that it cannot be mistaken for a text."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


class _Kept(dict[Any, Any]):
    """Remembers what a function made of each value."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, value: Any) -> Any:
        if len(self) >= _KEEP:
            self.clear()
        made = self[value] = self._make(value)
        return made


class PlainReader:
    """Reads plain rows, and keeps the names, days and numbers it has met."""

    def __init__(self, today: dt.date) -> None:
        self._today = today.toordinal()
        self._days = _Kept(_day)
        self._shares = _Kept(_share)
        self._people = _Kept(_person)
        self._names = _Kept(_name)
        self._lines = _Kept(_line)
        self._phrases = _Kept(_phrase)
        self._addresses = _Kept(_address)
        self._tags = _Kept(_tags)
        self._evidence = _Kept(_evidence)
        self._flags = _Kept(_flag)
        number = _Kept(_Number).__getitem__
        self._decode = json.JSONDecoder(
            object_pairs_hook=_unique, parse_float=number, parse_int=number
        ).raw_decode

    def read_all(self, first: int, lines: Iterable[str]) -> list[Plain | str]:
        """Return what each line says, numbered from `first`; a line that is not plain as it is."""
        read = self.read
        return [read(number, line) or line for number, line in enumerate(lines, first)]

    def read(self, number: int, line: str) -> Plain | None:
        """Return what a plain row of NDJSON says; None for any other line."""
        try:
            row, end = self._decode(line)
        except (_NotPlainError, ValueError, RecursionError):
            return None
        if line[end:] not in {"\n", "", "\r\n"} or len(line) > LONGEST_LINE:
            return None
        return self.row(number, row)

    def row(self, number: int, row: Any) -> Plain | None:
        """Return what the fields of a row say; None where it is not plain."""
        try:
            if row.keys() <= FIELDS:
                return self._plain(number, row)
        except (_NotPlainError, InputError, LookupError, TypeError, AttributeError):
            pass
        return None

    def _plain(self, number: int, row: Mapping[str, Any]) -> Plain:
        get = row.get
        claim = checks.claim(row["claim"])
        name, kind, role, person = self._people[
            row["forecaster"], get("forecaster_kind"), get("role")
        ]
        made_on, deadline = row["made_on"], _text(get("deadline"))
        answer, day, late, urls, proof = self._answer(row, made_on, deadline)
        probability, p = self._shares[get("probability")]
        phrase, said, doubt = self._phrases[get("phrase")]
        negated = self._negated(get("negated"), claim, doubt=doubt and not probability)
        known = "" < day < made_on
        verdict, days_late, state = stands(answer, late, known, bool(deadline), negated)
        cited, citation = self._cited(row, made_on)
        tags, labels = self._tags[_hashed(get("tags"))]
        note = _text(get("note"))
        note = checks.text(note, "note") if note else ""
        text = quoted(claim)
        key = content_key(
            f'[{text},{quoted(name)},"{made_on}","","{deadline}","","{probability}",'
            f'{said or _EMPTY},{_TRUTH[negated]},""]'
        )
        question = content_key(f'[{text},"{deadline}",""]')
        body = "".join((
            "{", citation, '"claim":', text, ",", f'"deadline":"{deadline}",' if deadline else "",
            '"forecaster":', person, ',"key":"', key, '","made_on":"', made_on, '",',
            f'"note":{quoted(note)},' if note else "", '"parts":[{',
            '"negated":true,' if negated else "", '"question":{"key":"', question,
            '","text":', text, "}}]", f',"phrase":{said}' if said else "",
            f',"probability":"{probability}"' if probability else "",
            f',"rulings":[{{{proof}"{answer}":"{day}","question":"{question}"}}]' if answer else "",
            labels, "}",
        ))  # fmt: skip
        early = day if answer == "on" and late < 0 else None
        return (number, key, claim, name, kind, role, made_on, deadline or None, p, phrase or None,
                negated, cited, question, answer, day, verdict, days_late, state, early, urls, tags,
                note or None, body)  # fmt: skip

    def _answer(
        self, row: Mapping[str, Any], made_on: str, deadline: str
    ) -> tuple[str, str, int, tuple[str, ...], str]:
        """Return answer, day, days late, evidence and its JSON; the days fit each other."""
        days, today = self._days, self._today
        made, due = days[made_on], days[deadline] if deadline else 0
        if made > today or (deadline and due < made):
            raise _NotPlainError
        happened, on = self._flags[row.get("happened")], _text(row.get("happened_on"))
        urls, proof = self._evidence[_hashed(row.get("evidence"))]
        if happened is None:
            if on or urls:
                raise _NotPlainError
            return "", "", 0, (), ""
        if happened and days[on] <= today:
            return "on", on, days[on] - due if deadline else 0, urls, proof
        if not happened and not on and deadline and due < today:
            return "not_by", deadline, 0, urls, proof
        raise _NotPlainError

    def _negated(self, value: Any, claim: str, *, doubt: bool) -> bool:
        """Return whether a row says what will not happen; `doubt`: its phrase leaves it open."""
        denied = self._flags[value]
        if (doubt and denied is None) or (denied is not False and denial(claim)):
            raise _NotPlainError
        return bool(denied)

    def _cited(self, row: Mapping[str, Any], made_on: str) -> tuple[Cited | None, str]:
        """Return the citation of a row, and its JSON."""
        get = row.get
        source, title, url = get("source"), get("title"), get("url")
        published, quote = _text(get("published_on")), _text(get("quote"))
        if source is None or source == "":
            if _text(title) or _text(url) or published or quote:
                raise _NotPlainError
            return None, ""
        if published and (self._days[published] > self._today or published < made_on):
            raise _NotPlainError
        source, outlet = self._names[source]
        title, headline = self._lines[title]
        url, address = self._addresses[url]
        quote = checks.text(quote, "quote") if quote else ""
        text = "".join((
            '"citations":[{', f'"published":"{published}",' if published else "",
            f'"quote":{quoted(quote)},' if quote else "", '"source":', outlet,
            f',"title":{headline}' if title else "", f',"url":{address}' if url else "", "}],",
        ))  # fmt: skip
        return (source, title, url, published, quote or None), text


_EMPTY = '""'
_TRUTH = ("false", "true")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _NotPlainError
    return found


def _hashed(value: Any) -> Any:
    return tuple(value) if type(value) is list else value


def _text(value: Any) -> str:
    """Return a text; an empty one for what is not said."""
    if value is None:
        return ""
    if type(value) is str:
        return value
    raise _NotPlainError


def _person(who: tuple[Any, Any, Any]) -> tuple[str, str, str | None, str]:
    """Return name, kind and role of a forecaster, and their JSON."""
    name, kind, role = map(_text, who)
    name = checks.name(name)
    kind = checks.one_of(kind, checks.FORECASTER_KINDS, "kind") if kind else ""
    role = checks.label(role, "role") if role else ""
    said = f'"kind":"{kind}",' if kind else ""
    held = f',"role":{quoted(role)}' if role else ""
    return name, kind, role or None, f'{{{said}"name":{quoted(name)}{held}}}'


def _name(value: Any) -> tuple[str, str]:
    """Return a name, and its JSON."""
    name = checks.name(_text(value))
    return name, quoted(name)


def _phrase(value: Any) -> tuple[str, str, bool]:
    """Read hedge words, and whether they deny; those that commit to nothing go the long way."""
    if why_vague(value):
        raise _NotPlainError
    return *_line(value), bool(value) and denies(value, negated=False)


def _line(value: Any) -> tuple[str, str]:
    """Return a text of one line, and its JSON; empty where there is none."""
    text = _text(value)
    text = checks.line(text) if text else ""
    return text, quoted(text) if text else ""


def _address(value: Any) -> tuple[str, str]:
    """Return an address, and its JSON; empty where there is none."""
    text = _text(value)
    text = checks.address(text) if text else ""
    return text, quoted(text) if text else ""


def _tags(value: Any) -> tuple[tuple[str, ...], str]:
    """Return tags, and their JSON; several stand in a list or between semicolons."""
    if type(value) is not tuple:
        value = [tag for tag in _text(value).split(";") if tag.strip()]
    tags = tuple(dict.fromkeys(_name(tag)[0] for tag in value))
    return tags, f',"tags":[{",".join(map(quoted, tags))}]' if tags else ""


def _evidence(value: Any) -> tuple[tuple[str, ...], str]:
    """Return addresses, and their JSON; several stand in a list or in a cell."""
    if type(value) is tuple:
        urls = tuple(checks.address(_text(url)) for url in value)
    else:
        urls = tuple(checks.addresses(_text(value)))
    said = ",".join(f'{{"url":{quoted(url)}}}' for url in urls)
    return urls, f'"evidence":[{said}],' if urls else ""


def _day(text: Any) -> int:
    """Return the number of a day; one with a time or blanks goes the long way."""
    day = checks.iso_day(_text(text))
    if len(text) != _DAY_LENGTH:
        raise _NotPlainError
    return day.toordinal()


def _share(value: Any) -> tuple[str, float | None]:
    """Return a probability as decimal text and as a number; empty where there is none."""
    if value is None or value == "":
        return "", None
    text = checks.probability(value.text if type(value) is _Number else _text(value))
    return text, float(text)


def _flag(value: Any) -> bool | None:
    """Return what yes or no says; None where neither is said."""
    if type(value) is bool or value is None or value == "":
        return value if type(value) is bool else None
    return YES[_text(value).strip().lower()]
