"""A claim without the words of its deadline."""

import re

from ledger.core.deadlines.reading import Reading

QUOTES = frozenset('"“”')
_MARKS = " ,;:-–—("
# "Euro 2028" is a name; "Raqqa falls, 2018" and "Raqqa falls (2018)" say when.
_BARE_YEAR = re.compile(r"[0-9]{4}")
# "Lasts at least three weeks" says how long; "holds within three weeks" says by when.
_LENGTH = re.compile(
    r"(?!(?:by|within|inside|in|on|before|until|till|after|during|next|this|the|these|over)\b)"
    r".*\b(?:minute|hour|day|night|week|fortnight|month|quarter|year|decade|centur)(?:s|y|ies)?",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:last|take|need|require|continue|persist|remain|stay|hold|endure|survive|outlast|drag on"
    r"|linger)(?:s|ing)?$",
    re.IGNORECASE,
)


def without(text: str, reading: Reading) -> str:
    """The claim without its deadline's words: "Raqqa retaken within a year" -> "Raqqa retaken".

    Words that say what besides when stay: "the ceasefire lasts less than a week", "Euro 2028".
    """
    start, end = reading.span
    if _belongs(text[:start], text[end:], reading.phrase):
        return text
    before, after = text[:start].rstrip(_MARKS), text[end:].lstrip(" ,;:-–—)")
    if before[-1:] in QUOTES and after[:1] in QUOTES and before and after:  # nothing is left quoted
        before = re.sub(r"\s(?:in|within|by|over|during|for)$", "", before[:-1].rstrip(" ,;:"))
        after = after[1:].lstrip(" ,;:")
    rest = (before + _glue(before, after, text[:start], text[end:]) + after).strip()
    return rest[:1].upper() + rest[1:] if text[:1].isupper() else rest


def _belongs(before: str, after: str, phrase: str) -> bool:
    """Say whether the words of a deadline are part of others: of "Q2/Q3 2027", of a name."""
    joined = before[-1:] == "/" or after[:1] == "/"
    ahead = before.rstrip()
    named = _BARE_YEAR.fullmatch(phrase) and ahead and ahead[-1] not in _MARKS
    lasting = _LENGTH.fullmatch(phrase) and _LASTING.search(ahead)
    return joined or bool(named or lasting)


def _glue(before: str, after: str, left: str, right: str) -> str:
    """What joins the words on both sides: of "..., by 2027, ..." no mark, else the one behind."""
    if not before or not after or after[0] in ".!?":
        return ""
    mark = right.lstrip()[:1]
    kept = mark in (",", ";", ":") and left.rstrip()[-1:] not in _MARKS
    return f"{mark} " if kept else " "
