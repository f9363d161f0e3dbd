"""Is it the same forecast in another outlet's words? A proposal for a person to confirm.

Two statements are taken for the same when speaker, side and deadline fit and most of the
shorter claim's words stand in the other. Names weigh more than other words: armies "retake"
many towns, and it matters which. Words of time are left out, for the deadline has them.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

SAME = 0.6  # the share of the shorter claim that stands in the other
NAME_WEIGHT = 3  # a word written with a capital counts as so many others
FIRST_WEIGHT = 2  # the first word has a capital whether it is a name or not
LONGEST_LAG = 31  # days between articles that tell of one statement

_SMALL = frozenset(
    "a an and are as at be been both but by for from had has have he her him his i in into is it "
    "its of on or our said says she should so than that the their them they this those to was "
    "we were what when which who will with would".split()
)
_TIME = frozenset(
    "day days week weeks month months quarter quarters year years decade decades century end "
    "next coming within inside during by before until more another three four five six seven "
    "eight nine ten eleven twelve january february march april june july august september october "
    "november december monday tuesday wednesday thursday friday saturday sunday".split()
)
_ENDINGS = ("ing", "en", "ed", "es", "s", "e")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_ABBREVIATION = re.compile(r"(?<=\b[^\W\d_])\.")
_YEAR = re.compile(r"(?:19|20|21)\d\d")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: the name given, the office if known, and whether the name is a person's."""

    name: str
    role: str | None = None
    person: bool = False


@lru_cache(maxsize=10_000)
def words(text: str | None) -> Mapping[str, int]:
    """Return the words that carry meaning, without common endings, with their weights."""
    plain = re.sub(r"['’]s\b", "", _ABBREVIATION.sub("", text or ""))
    found: dict[str, int] = {}
    for n, word in enumerate(_WORD.findall(plain)):
        if word.lower() in _SMALL or word.lower() in _TIME or _YEAR.fullmatch(word):
            continue
        name = NAME_WEIGHT if n else FIRST_WEIGHT
        weight = name if word[0].isupper() else 1
        stem = _stem(word.lower())
        found[stem] = max(weight, found.get(stem, 0))
    return found


def overlap(first: Mapping[str, int], second: Mapping[str, int]) -> float:
    """Return how much of the lighter text stands in the other, by weight, 0..1."""
    weights = {word: max(first.get(word, 0), second.get(word, 0)) for word in {*first, *second}}
    least = min(sum(weights[word] for word in text) for text in (first, second))
    return sum(weights[word] for word in first if word in second) / least if least else 0.0


def same_claim(first: str, second: str) -> bool:
    """Say whether two wordings are likely to claim the same; different numbers never do."""
    a, b = words(first), words(second)
    numbers = [{word for word in text if word[0].isdigit()} for text in (a, b)]
    if all(numbers) and not numbers[0] & numbers[1]:
        return False
    shared = sum(word in b for word in a)
    return overlap(a, b) >= SAME and shared >= min(2, len(a), len(b))


def same_speaker(first: Speaker, second: Speaker) -> bool:
    """Say whether two speakers may be one.

    Two persons by their names; where a name is missing, the office stands for it: "the US
    commander in Iraq" is a named person with such a role. One common word ("officials") is not
    enough for that.
    """
    if _within(first.name, second.name):
        return not (first.person and second.person) or _last(first.name) == _last(second.name)
    if first.person and second.person:
        return False
    return _office(first, second) or _office(second, first)


def near(first: dt.date | None, second: dt.date | None, days: int) -> bool:
    """Say whether two deadlines are at most `days` apart, or both are missing."""
    if first is None or second is None:
        return first is second
    return abs((first - second).days) <= days


def lag(horizon: int) -> int:
    """Return how far apart two deadlines counted from different days may be, in days.

    The same "six months" told in two articles ends on two days; the shorter the time, the
    less of a delay between the articles is likely.
    """
    return min(LONGEST_LAG, max(1, horizon // 4))


def _office(nameless: Speaker, named: Speaker) -> bool:
    if nameless.person or not named.role:
        return False
    office, role = words(nameless.name), words(named.role)
    shared = sum(word in role for word in office)
    return shared > 1 and shared >= SAME * min(len(office), len(role))


def _within(first: str, second: str) -> bool:
    a, b = set(words(first)), set(words(second))
    return bool(a and b) and (a <= b or b <= a)


def _last(name: str) -> str:
    found = _WORD.findall(name.lower())
    return str(found[-1]) if found else ""


def _stem(word: str) -> str:
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) > 2), "")
    stem = word.removesuffix(ending)
    return stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
