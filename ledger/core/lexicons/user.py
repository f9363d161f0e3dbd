"""A user's own lexicon, from decoded JSON; the file is opened elsewhere.

    {"name": "house-style", "title": "Our desk's words", "version": "3",
     "bands": {"likely|probable": [0.6, 0.8], "toss-up": [0.4, 0.5, 0.6]}}

A band is [low, high] (the middle is half way) or [low, middle, high].
"""

import re
from collections.abc import Mapping
from typing import Any

from ledger.core.lexicons.model import Lexicon, Term, stated_band
from ledger.errors import InputError

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_KEYS = {"name", "title", "version", "licence", "reference", "note", "bands"}


def parse_lexicon(data: Any, taken: Mapping[str, Lexicon] | None = None) -> Lexicon:
    """Validate decoded JSON as a lexicon. `taken` are names that it must not hide.

    Raise InputError for a missing name, an unknown key, a band out of order or outside 0..1,
    or a phrase given twice.
    """
    if not isinstance(data, dict):
        raise InputError("a lexicon is a JSON object with name and bands: see lexicon show")
    unknown = sorted(set(map(str, data)) - _KEYS)
    if unknown:
        raise InputError(f"a lexicon has no key {unknown[0]!r}: use {', '.join(sorted(_KEYS))}")
    name = _text(data, "name")
    if not _NAME.fullmatch(name):
        raise InputError(f"lexicon name {name!r}: use lower-case letters, digits and hyphens")
    if name in (taken or {}):
        raise InputError(f"lexicon name {name!r} is built in: choose another")
    bands = data.get("bands")
    if not isinstance(bands, dict) or not bands:
        raise InputError(f"lexicon {name!r} has no bands: give words and [low, high]")
    return Lexicon(
        name=name,
        title=_text(data, "title", name),
        version=_text(data, "version", "not stated"),
        kind="user",
        licence=_text(data, "licence", "not stated"),
        terms=_terms(bands),
        reference=_text(data, "reference", ""),
        note=_text(data, "note", ""),
    )


def _text(data: Mapping[str, Any], key: str, default: str | None = None) -> str:
    value = data.get(key, default)
    if not isinstance(value, str):
        raise InputError(f"a lexicon's {key} is a text, not {value!r}: correct it")
    return value


def _terms(bands: Mapping[str, Any]) -> dict[str, Term]:
    terms: dict[str, Term] = {}
    for together, ends in bands.items():
        for words in together.split("|"):
            phrase = " ".join(words.lower().replace("-", " ").split())
            if not phrase or phrase in terms:
                raise InputError(f"lexicon words {words!r} are empty or given twice: keep one")
            terms[phrase] = _term(phrase, ends)
    return terms


def _term(phrase: str, ends: Any) -> Term:
    numbers = isinstance(ends, list) and all(
        isinstance(x, int | float) and not isinstance(x, bool) for x in ends
    )
    if not numbers or len(ends) not in (2, 3):
        raise InputError(f"band of {phrase!r} is not [low, high] or [low, middle, high]: fix it")
    if list(ends) != sorted(ends) or not all(0.0 <= x <= 1.0 for x in ends):
        raise InputError(
            f"band of {phrase!r} must rise within 0..1, not {ends}: write 0.6 for 60 %"
        )
    if len(ends) == 2:
        return stated_band(phrase, float(ends[0]), float(ends[1]))
    low, middle, high = map(float, ends)
    return Term(phrase, low, middle, high)
