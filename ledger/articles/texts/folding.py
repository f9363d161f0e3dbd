"""Read a text set in capitals as if it were set in small letters, character by character."""

import re

from ledger.articles.words.nouns import ORGANISATION, TITLES
from ledger.articles.words.verbs import verb_classes

_LEAST = 20  # letters; less than that is an abbreviation or a heading
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_OPENS = re.compile(r"(?:^|[.!?:\n])[\s\"“‘'(]*$")
_DAYS = frozenset(
    "January February March April June July August September October November December Monday"
    " Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter".split()
)
_NO_NAME = r"(?!(?:THE|AN?|HIS|HER|ITS|THEIR|MOST|SOME|MANY|IT|HE|SHE|THEY|WE|I|AND|BUT)\b)"


def in_capitals(text: str) -> bool:
    """Say whether a whole text is set in capitals."""
    return sum(map(str.isupper, text)) >= _LEAST and not any(map(str.islower, text))


def folded(text: str) -> str:
    """Give a text in capitals in small letters, names as far as they can be told; as long.

    Names are days, months, what follows a title or "bank of", and what opens a sentence before
    a verb of saying.
    """
    names = {m.span("name") for rule in _rules() for m in rule.finditer(text)}
    inside = [span for span in names if span[0] < span[1]]

    def _fold(match: re.Match[str]) -> str:
        word = match.group()
        named = any(a <= match.start() < b for a, b in inside) and word != "OF"
        first = named or word.capitalize() in _DAYS or _OPENS.search(text[: match.start()])
        small = word.capitalize() if first else "May" if word == "MAY" and _month(match) else None
        small = small or word.lower()
        return small if len(small) == len(word) else word

    return _WORD.sub(_fold, text)


def _month(match: re.Match[str]) -> bool:
    before = match.string[: match.start()]
    return (
        re.search(r"\b(?:BY|IN|BEFORE|UNTIL|SINCE|NEXT|LAST|EARLY|LATE|OF|\d)\s+$", before)
        is not None
    )


def _rules() -> list[re.Pattern[str]]:
    says = "|".join(re.escape(v.upper()) for v in sorted(verb_classes()) if " " not in v)
    titles = "|".join(sorted(title.upper() for title in TITLES))
    bodies = "|".join(sorted(body.upper() for body in ORGANISATION))
    word = r"[^\W\d_][\w'’-]*"
    return [
        re.compile(rf"(?:^|[.!?\n]\s*){_NO_NAME}(?P<name>{word}(?: {word}){{0,2}}) (?={says}\b)"),
        re.compile(rf"\b(?P<name>(?:(?:{titles})\b\.? )+{word}(?: {word})?) (?={says}\b)"),
        re.compile(rf"\b(?P<name>(?:{bodies}) OF {word})"),
    ]
