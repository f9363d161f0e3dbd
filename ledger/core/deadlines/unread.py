"""Words that no rule reads: a misspelt month is asked about, never left out of a date (C1, C14).

What is read beside such a word is not what was meant: "by Septmber 2026" is not the end of 2026.
"""

import re
from collections.abc import Iterable
from functools import cache

from ledger.core.deadlines.grammar import GRAMMAR
from ledger.core.deadlines.tokens import Token
from ledger.core.deadlines.units import SEASONS
from ledger.core.deadlines.words import (
    CARDINALS,
    FUNCTION,
    MONTHS,
    ORDINALS,
    PLURAL,
    SINGULAR,
    WEEKDAYS,
    WHOLE_NAMES,
)

TIME_NAMES = tuple(sorted(
    {w for w in {*SINGULAR, *PLURAL, *SEASONS, *WHOLE_NAMES} if len(w) > 3}
    | {"today", "tomorrow", "tonight", "weekend", "yesterday"}
))  # fmt: skip
LINKS = ("after", "before", "during", "through", "until", "within")
# Words and names that are one or two letters from a word of time and are meant as they stand.
ORDINARY = frozenset(
    "alter augusta augusto avril daring decide decides decode decodes marc marco marcy "
    "marsh match merch minuet minuets monte monty mouth mouths moths quarrels quartet quartets "
    "simmer sprig sprint string summed summit sundae sundry thorough though toady trough "
    "untie weeds weeps winder winker winner wither yearn yearns".split()
)
# What may stand beside a date without changing it: the words of these lists, and of sentences.
_BESIDE = ("PREP IN BY FILL LATEST ROUGHLY PERHAPS SOMETIME ATLEAST EARLIEST EARLY MID LATE VERY "
           "NOTBEFORE BEFORE AFTER THIS NEXT FROMNOW INSIDE COMING")  # fmt: skip
_SAID = FUNCTION.union(CARDINALS) | frozenset(
    "and or but hopefully still yet then only certainly almost deadline date latest done be "
    "been complete completed finished likely much most all due expected scheduled slated set "
    "planned ready".split()
)
_TOWARDS = frozenset(
    "by before until till within during since come in on after through next this last".split()
)
_BETWEEN = frozenset(
    "the a an end of start beginning middle half early mid late next few several coming "
    "another".split()
).union(CARDINALS, ORDINALS)
ASIDE_BEGINS = frozenset(",;:(.")
_LIMITS = frozenset(("by", "before", "until", "till"))
_PARTS = frozenset(("half", "third", "thirds", "quarter", "quarters", "percent", "points"))


@cache
def near(word: str) -> str:
    """The word of time that a word was meant to be, else "".

    One letter missing, too many, another or changed round; two in names of eight letters or more.
    """
    known = word in GRAMMAR.vocabulary() or word in FUNCTION or word in ORDINARY
    singular = word.removesuffix("s")
    if known or not word.isalpha() or singular in {*MONTHS, *WEEKDAYS, *SEASONS} | ORDINARY:
        return ""
    close = [(_edits(word, name), name) for name in (*TIME_NAMES, *LINKS) if name[0] == word[0]]
    edits, name = min((pair for pair in close if _slip(word, pair)), default=(0, ""))
    return name.capitalize() if edits and name in WHOLE_NAMES else name


def _slip(word: str, pair: tuple[int, str]) -> bool:
    """Whether so many edits of a name are a slip: in a short one only letters changed round."""
    edits, name = pair
    if sorted(word) == sorted(name):
        return edits <= 2
    return edits <= (len(name) > 4) + (len(name) > 7)


def _edits(a: str, b: str) -> int:
    """Letters left out, put in, replaced or swapped with a neighbour (optimal alignment)."""
    if abs(len(a) - len(b)) > 2:
        return 9
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, older[j - 2] + 1)
            row.append(best)
    return row[-1]


@cache
def _beside() -> frozenset[str]:
    """The words that may stand beside a date."""
    lists = GRAMMAR.word_lists()
    return _SAID.union(*(re.findall(r"[a-z]+", lists[name]) for name in _BESIDE.split()))


def unread(tokens: list[Token], spans: Iterable[tuple[int, int]]) -> list[int]:
    """The places of words and numbers outside the readings at `spans` that no rule knows.

    What follows the last reading after a stop is an aside: "2026, says the ministry".
    """
    covered = {i for start, end in spans for i in range(start, end)}
    end = max(covered, default=-1) + 1
    aside = 0 < end < len(tokens) and tokens[end].text in ASIDE_BEGINS
    odd = []
    for i, token in enumerate(tokens):
        if i in covered or token.text in _beside():
            continue
        if aside and i >= end:
            odd += [i] if near(token.text) else []
        elif token.text[0].isalnum() or _minus(tokens, i):
            odd.append(i)
    return odd


def _minus(tokens: list[Token], i: int) -> bool:
    """Whether a dash is the sign of the number behind it: "within -3 days"."""
    if tokens[i].text != "-" or i + 1 == len(tokens) or tokens[i + 1].start != tokens[i].end:
        return False
    apart = i == 0 or tokens[i - 1].end < tokens[i].start
    return apart and tokens[i + 1].text[0].isdigit()


def slips(tokens: list[Token]) -> list[int]:
    """The places of misspelt words of time, and of numbers with a minus sign."""
    return [i for i, token in enumerate(tokens) if near(token.text) or _minus(tokens, i)]


def problem(text: str, tokens: list[Token], odd: list[int]) -> str:
    """What is wrong with words that are not understood, with what they were perhaps meant to be."""
    slips = [i for i in odd if near(tokens[i].text)] or odd
    minus = [i + 1 for i in slips if _minus(tokens, i)]
    first, last = slips[0], max([slips[0], *minus])
    shown = text[tokens[first].start : tokens[last].end]
    meant = near(tokens[first].text)
    return f'"{shown}" is not understood' + (f" (did you mean {meant}?)" if meant else "")


def slip(tokens: list[Token], start: int, end: int) -> int | None:
    """The place of a slip of the pen in a sentence, outside its dated reading from start to end.

    A sentence without such a reading has both -1.
    """
    for i, token in enumerate(tokens):
        if start <= i < end:
            continue  # read
        beside = i in (start - 1, end)
        if beside and i < start and _minus(tokens, i):
            return i
        meant = near(token.text)
        if meant and (beside or (meant not in LINKS and _leads(tokens, i))):
            return i
    return None


def _leads(tokens: list[Token], i: int) -> bool:
    """Whether the words before lead to a time: "by late Octber", "within six mounths"."""
    while i:
        i -= 1
        if tokens[i].text in _TOWARDS:
            return True
        if tokens[i].text not in _BETWEEN and tokens[i].key not in ("#num", "#ord"):
            return False
    return False


def event(tokens: list[Token], start: int) -> int | None:
    """Where an event begins that a bare year belongs to: "by the World Cup 2026"."""
    i = start
    while i and start - i < 6 and tokens[i - 1].text.isalpha():
        i -= 1
        word = tokens[i].text
        if word in _LIMITS:
            return i if start - i > 1 else None
        if word in _PARTS or (word in FUNCTION and word not in ("the", "a", "an", "of")):
            return None
    return None
