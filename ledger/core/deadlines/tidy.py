"""A claim without the words of its deadline."""

import re

from ledger.core.deadlines.reading import Reading

QUOTES = frozenset('"“”')


def without(text: str, reading: Reading) -> str:
    """The claim without its deadline's words: "Raqqa retaken within a year" -> "Raqqa retaken"."""
    start, end = reading.span
    before, after = text[:start].rstrip(" ,;:-–—("), text[end:].lstrip(" ,;:-–—)")
    if before[-1:] in QUOTES and after[:1] in QUOTES and before and after:  # nothing is left quoted
        before = re.sub(r"\s(?:in|within|by|over|during|for)$", "", before[:-1].rstrip(" ,;:"))
        after = after[1:].lstrip(" ,;:")
    glue = " " if before and after and after[0] not in ".!?" else ""
    rest = (before + glue + after).strip()
    return rest[:1].upper() + rest[1:] if text[:1].isupper() else rest
