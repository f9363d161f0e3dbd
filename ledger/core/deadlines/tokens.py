"""Text into tokens: folded to lower case, hyphens inside words dropped, offsets kept."""

import re
from dataclasses import dataclass
from functools import cache

from ledger.core.folding import fold

LONGEST = 40_000  # tokens; a text beyond this is read up to here


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark. `key` is what rules look up: the word, or the kind of number."""

    text: str
    key: str
    start: int
    end: int
    capital: bool


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<stamp>\d{4}-\d\d-\d\d(?:t\d\d:?| \d\d:)\d\d(?::?\d\d(?:\.\d+)?)?"
        r"(?:z|[+-]\d\d:?\d\d)?(?!\w))"
        r"|(?P<iso>\d{4}-\d\d(?![\d-])|\d{4}(?P<dash>[-/.])\d{1,2}(?P=dash)\d{1,2}(?![\d-]))"
        r"|(?P<slash>(?<![\d/.-])\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:\d{4}|\d\d)(?![\d/]|[.-]\d))"
        r"|(?P<clock>\d{1,2}[:.]\d\d(?!\d))"
        r"|(?P<dec>'?\d{2,4}'?s\b)"
        r"|(?P<ord>\d{1,4}(?:st|nd|rd|th)\b)"
        r"|(?P<num>\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?(?![\da-z]))"
        r"|(?P<oclock>\d{1,2}(?=[ap]\.?m\b))"
        r"|(?P<meridiem>[ap]\.m\b\.?)"
        r"|(?P<word>[^\W\d_][^\W_]*|\d+[^\W_]+)"
        r"|(?P<poss>'s\b)"
        r"|(?P<range>\.\.\.?)"
        r"|(?P<mark>[^\w\s])",
    )


def tokenize(text: str) -> list[Token]:
    """Split a text. Hyphens between words vanish ("six-month"); beside a digit they stay."""
    folded = fold(text)
    tokens: list[Token] = []
    for found in _pattern().finditer(folded):
        if len(tokens) >= LONGEST:
            break
        start, end = found.span()
        word = found.group()
        if word == "-" and _joins_words(folded, start):
            continue
        tokens.append(Token(*_name(found.lastgroup or "", word), start, end, text[start].isupper()))
    return tokens


def _joins_words(text: str, i: int) -> bool:
    before, after = text[i - 1 : i], text[i + 1 : i + 2]
    return before.isalpha() and after.isalpha()


def _name(kind: str, word: str) -> tuple[str, str]:
    if kind == "meridiem":
        return word.replace(".", ""), word.replace(".", "")
    if kind == "oclock":
        return word, "#num"
    if kind == "stamp":  # a day with its time, as machines write it
        return word[:10], "#iso"
    if kind == "iso":  # 2023/6/30 is 2023-06-30
        return "-".join(part.zfill(2) for part in re.split("[-/.]", word)), "#iso"
    if kind in ("word", "mark", "poss", "range"):
        return word, word
    return word, "#" + kind
