"""Find the subject of an inverted verb of saying: '..., said Prof. Feld, who ...'."""

import re

from ledger.articles.speakers.parties import PRONOUNS, read_party
from ledger.articles.speakers.subjects import FINITE, PHRASE, Subject, names_role
from ledger.articles.words.calendar_words import DAY
from ledger.articles.words.nouns import is_role

_INVERTED = re.compile(rf"\s+({PHRASE}+)")
_AFTER_NAME = re.compile(
    r"\s+(?:who|which|told|in (?:an?|the|his|her|its|their|response)|on|at (?:an?|the)|as|when"
    r"|while"
    r"|after|during|this|last|earlier|late|yesterday|today|before|by (?:phone|email|telephone)|via"
    rf"|and|but|{DAY}|to (?:reporters|journalists|the|a)|following|ahead of|outside)\b.*",
    re.DOTALL,
)
_NOUN_START = re.compile(
    r"(?:[A-Z]|\d{1,3}-year-old\b|an?\b|the\b|its\b|one\b|two\b|their\b|his\b|her\b)"
)
_TAIL = re.compile(r",\s+((?:an?|the|its|[a-z-]+)\b[^,;.\"“”]*)")


def subject_after(text: str, verb: re.Match[str]) -> Subject | None:
    """Read the subject of an inverted verb: '..., said Prof. Feld, who ...'."""
    before = text[: verb.start()].rstrip()
    phrase = _INVERTED.match(text, verb.end()) if before[-1:] in _STOPS else None
    if phrase is None:
        return None
    noun = _AFTER_NAME.sub("", " " + phrase.group(1)).strip()
    quoted = before[-1] in "\"”’'"
    if not _could_speak(noun) or not (quoted or _clear(noun, phrase.group(1), verb, before)):
        return None
    if noun != phrase.group(1).strip():
        return Subject(noun, None, verb.start())
    named = _named_after(noun, text, phrase.end())
    if named is not None:
        return Subject(named, noun, verb.start())
    return Subject(noun, _role_after(text, phrase.end()), verb.start())


_NAME_NEXT = re.compile(rf",\s+((?:[A-Z]\w*\.?\s|[a-z]+\s(?=[A-Z]))?[A-Z]{PHRASE}*)")


def _named_after(noun: str, text: str, position: int) -> str | None:
    """Give the name after a role: "(said) the bank's chief economist, Ann Orr"."""
    party = read_party(noun)
    if party is None or party.kind == "person" or party.plural or not names_role(noun):
        return None
    following = _NAME_NEXT.match(text, position)
    name = _AFTER_NAME.sub("", following[1]).strip() if following else ""
    person = read_party(name) if name and not FINITE.search(name) else None
    role = is_role(re.split(r"\s(?:at|of|for|with|in)\s", noun)[0].split()[-1])
    return name if person is not None and person.kind == "person" and role else None


_STOPS = frozenset("\"”’',?!—–")


def _could_speak(noun: str) -> bool:
    if not noun or FINITE.search(noun):
        return False
    first = noun.split(maxsplit=1)[0].lower()
    if first in (PRONOUNS - {"one"}) | {"not", "to"}:
        return False
    return bool(
        _CAPITAL.match(noun) or _NOUN_START.match(noun) or is_role(noun.rsplit(maxsplit=1)[-1])
    )


def _clear(noun: str, phrase: str, verb: re.Match[str], before: str) -> bool:
    """Say whether ", said X" without a quotation is no apposition: "X, the head, said Y"."""
    if FINITE.search(phrase) or verb.group() in {"told", "tells"} or not _states(before):
        return False
    return verb.group() in {"said", "says", "say"} or _CAPITAL.match(noun) is not None


_CAPITAL = re.compile(r"(?:[a-z-]+\s+){0,4}[A-Z]")


def _states(before: str) -> bool:
    """Say whether the words before ", said X" state something, rather than name somebody."""
    clause = before.rstrip(", ")
    short = re.match(
        r"(?:Look for|Expect|Don['’]t|Do not|Not|No|Yes|Never|Nonsense|Wrong)\b", clause
    )
    return bool(
        short or FINITE.search(clause) or re.search(r"\b[a-z]{2,}(?:ed|s)\b", clause.split(",")[0])
    )


def _role_after(text: str, position: int) -> str | None:
    tail = _TAIL.match(text, position)
    if tail is None or FINITE.search(tail.group(1)):
        return None
    role = tail.group(1)
    return role if is_role(role.split()[0]) or re.match(r"(?:an?|the|its)\b", role) else None
