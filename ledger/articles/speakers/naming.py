"""Say whether two names are of the same person: "Doe" and "Jane Doe", "Li" and "Li Wei".

Which name is the family's differs: it stands last in English, first in Chinese, Korean and
Hungarian, in the middle in Spanish, and an Arabic one may lose its article.
"""

import re

_ARTICLE = re.compile(r"\b(?:al|el|ul|ad|ar|as|ash|at|an)-(?=\w)")


def _words(name: str) -> list[str]:
    """Give the words of a name in small letters, without Arabic articles."""
    return _ARTICLE.sub("", name.casefold().replace("’", "'")).split()


def same_person(one: str, other: str) -> bool:
    """Say whether two names end alike and nothing in them tells two people apart.

    "Doe" and "Jane Doe", "Jane Doe" and "J. M. Doe"; not "Jane Doe" and "John Doe".
    """
    few, many = sorted((_words(one), _words(other)), key=len)
    if not few or few[-1] != many[-1]:
        return False
    if few == many[-len(few) :]:
        return True
    first, full = few[0].rstrip("."), many[0].rstrip(".")
    return first == full or (1 in {len(first), len(full)} and first[0] == full[0])


def names_part(short: str, full: str) -> bool:
    """Say whether a name is some words of a longer one: "Li" of "Li Wei", "García" of three."""
    few, many = _words(short), _words(full)
    starts = range(len(many) - len(few) + 1)
    return len(few) < len(many) and any(many[i : i + len(few)] == few for i in starts)
