"""Read interviews set as a transcript: "Q: When will it open?", "Orr: By June.", "AO: By June."."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LABEL = re.compile(r"(?P<label>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}):\s+(?=\S)")
_NAME = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w.'’-]+){1,3}")
ANSWER = frozenset({"A", "Answer"})


@dataclass(frozen=True, slots=True)
class Turn:
    """What one labelled paragraph holds: who speaks, where the words begin, whether it asks."""

    label: str
    start: int
    asks: bool


def turns(paragraphs: Sequence[str]) -> list[Turn | None]:
    """Give the turn of every paragraph; none at all where the text is no interview.

    An interview has two labels or more, one of which only asks.
    """
    found = [_LABEL.match(paragraph) for paragraph in paragraphs]
    ends: dict[str, list[bool]] = {}
    for match, paragraph in zip(found, paragraphs, strict=True):
        if match is not None:
            ends.setdefault(match["label"], []).append(paragraph.rstrip('"”’ ').endswith("?"))
    asking = {label for label, asked in ends.items() if all(asked)}
    if not asking or len(ends) == len(asking):
        return [None] * len(paragraphs)
    return [m and Turn(m["label"], m.end(), m["label"] in asking) for m in found]


def full_name(label: str, before: str) -> str:
    """Give the name that a label stands for, as the text before it has it last.

    A first name, a family name or initials; the label itself where no name fits.
    """
    names: list[str] = _NAME.findall(before)
    for name in reversed(names):
        words = name.upper().split()
        initials = "".join(word[0] for word in words)
        if label.upper() in {*words, initials, name.upper()}:
            return name
    return label.title() if label.isupper() and len(label) > 3 else label
