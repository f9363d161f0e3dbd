"""Is it the same forecast in another outlet's words? A proposal for a person to confirm."""

import datetime as dt
import re

_SMALL = frozenset(
    "a an and are as at be both by for from has have he her his in is it its of on or said says "
    "she that the their they this to was were will with would".split()
)
_ENDINGS = ("ing", "ed", "es", "s")
_NEAR = 31  # days between deadlines counted from two articles on one statement


def words(text: str | None) -> frozenset[str]:
    """Return the words that carry meaning, in lower case and without common endings."""
    found = re.findall(r"[^\W_]+", (text or "").replace(".", "").replace("'s", "").lower())
    return frozenset(_stem(word) for word in found if word not in _SMALL)


def overlap(first: frozenset[str], second: frozenset[str]) -> float:
    """Return the share of the shorter text's words that stand in the other, 0..1."""
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def same_speaker(name: str | None, role: str | None, *others: str | None) -> bool:
    """Say whether a name or role fits one of the names or roles of a known forecaster."""
    mine = [words(text) for text in (name, role) if text]
    theirs = [words(text) for text in others if text]
    return any(a and b and (a <= b or b <= a) for a in mine for b in theirs)


def same_claim(first: str, second: str) -> bool:
    """Say whether two wordings are likely to claim the same."""
    a, b = words(first), words(second)
    return overlap(a, b) >= 0.6 and len(a & b) >= min(2, len(a), len(b))


def near(first: dt.date | None, second: dt.date | None) -> bool:
    """Say whether two deadlines can be the same one, read on different days."""
    if first is None or second is None:
        return first is second
    return abs((first - second).days) <= _NEAR


def _stem(word: str) -> str:
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) > 2), "")
    return word[: len(word) - len(ending)]
