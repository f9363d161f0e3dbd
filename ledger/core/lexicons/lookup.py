"""Read a phrase with a lexicon: words -> band, at scoring time only.

In this order: words that are never right or wrong; the table's own entry; negation, which turns
the proposition; near forms ("almost certainly" for "almost certain"); "very", which moves half
way to the end; the inferred defaults for attitude words.
"""

import functools
import re
from collections.abc import Iterable, Mapping

from ledger.core.lexicons.attitudes import (
    ATTITUDE,
    ATTITUDE_WORD,
    DOUBT_WORD,
    INFERRED_ONLY,
    NOT_FORECAST_WORD,
    VAGUE_UNLESS_LISTED,
    VAGUE_WORD,
    WILL,
    WILL_WORDS,
)
from ledger.core.lexicons.denial import REVERSAL, denying
from ledger.core.lexicons.model import Band, Lexicon, Term, Unread
from ledger.core.lexicons.official import OFFICIAL_SCALES
from ledger.core.lexicons.surveys import READER_SURVEYS

_FILLER = re.compile(
    r"an?|am|are|be|been|being|did|do|does|ha[sd]|have|he|i|is|it|of|she|that|the|there|they|this"
    r"|to|was|we|were|happen(?:s|ed)?|occur(?:s|red)?"
)
_NEGATIONS = frozenset(["never", "not"])
_MODIFIERS = frozenset(["extremely", "highly", "very"])
_NEAR_FORMS = {
    "almost certain": ("almost certainly", "nearly certain"),
    "almost certainly": ("almost certain", "nearly certain"),
    "certain": ("certainly",),
    "certainly": ("certain",),
    "highly likely": ("very likely", "highly probable"),
    "highly unlikely": ("very unlikely", "highly improbable"),
    "improbable": ("unlikely",),
    "likely": ("probable", "probably"),
    "nearly certain": ("almost certain", "almost certainly"),
    "probable": ("probably", "likely"),
    "probably": ("probable", "likely"),
    "unlikely": ("improbable", "probably not"),
    "very likely": ("highly likely", "highly probable"),
    "very unlikely": ("highly unlikely", "highly improbable"),
}
_DENIABLE = frozenset(["likely", "probable", "probably"]) | WILL_WORDS
"""Before these and attitudes "not" denies the event ("not likely"), unlike in "not certain"."""


def lookup(lexicon: Lexicon, phrase: str, *, negated: bool = False) -> Band | Unread:
    """Return the band that a lexicon gives a phrase, or why it gives none.

    Words are compared in lower case; auxiliaries and pronouns do not count. The band is for the
    claim as recorded. When that claim is negated (`not X`), words that deny ("unlikely",
    "probably not") speak of X itself and are turned; "probably" speaks of the claim.
    """
    band = _plain(lexicon, _words(phrase))
    if negated and isinstance(band, Band) and band.middle < 0.5:
        return band.turned()
    return band


@functools.lru_cache(maxsize=10_000)
def side(phrase: str) -> Band | Unread:
    """Return how a phrase leans whatever the lexicon: by the first table that reads it.

    VAGUE and NOT_A_FORECAST are words that commit to nothing; a middle below .5 denies.
    """
    tables = (*OFFICIAL_SCALES, *READER_SURVEYS, INFERRED_ONLY)
    found = [lookup(table, phrase) for table in tables]
    return next((band for band in found if isinstance(band, Band)), found[-1])


def why_vague(phrase: str | None) -> str | None:
    """Return why words commit to nothing ("may", "hopes"); None where they do commit."""
    leaning = side(phrase) if phrase else None
    if leaning is Unread.VAGUE:
        return f"{phrase} commits to nothing"
    if leaning is Unread.NOT_A_FORECAST:
        return f"{phrase}: a wish or a plan is no forecast"
    return None


def denies(phrase: str | None, *, negated: bool) -> bool:
    """Say whether words deny the claim as recorded: "unlikely", "out of the question".

    A table that has the words decides; words that are in none deny by their number of denials.
    Of a negated claim they speak of what it says will not happen, and so affirm it.
    """
    return bool(phrase) and not negated and _denied(str(phrase))


@functools.lru_cache(maxsize=10_000)
def _denied(phrase: str) -> bool:
    leaning = side(phrase)
    if isinstance(leaning, Band):
        return leaning.middle < 0.5
    return leaning is Unread.UNKNOWN and denying(" ".join(_words(phrase)))


def _plain(lexicon: Lexicon, words: list[str]) -> Band | Unread:
    if _any(VAGUE_WORD, words):
        return Unread.VAGUE
    stated = _stated(lexicon, words)
    if stated:
        return stated
    if _any(NOT_FORECAST_WORD, words):
        return Unread.NOT_A_FORECAST
    if _any(VAGUE_UNLESS_LISTED, words):
        return Unread.VAGUE
    return _negated(lexicon, words) or _affirmed(lexicon, words) or Unread.UNKNOWN


def _words(phrase: str) -> list[str]:
    text = phrase.lower().replace("’", "'").replace("won't", "will not").replace("n't", " not")
    return re.findall(r"[^\W_]+", text.replace("'s", " is"))


def _any(pattern: re.Pattern[str], words: Iterable[str]) -> bool:
    return any(pattern.fullmatch(word) for word in words)


def _content(words: Iterable[str]) -> str:
    return " ".join(word for word in words if not _FILLER.fullmatch(word))


@functools.lru_cache(maxsize=64)
def _by_content(lexicon: Lexicon) -> Mapping[str, Term]:
    """Index a table by its words without fillers; of two alike the first counts."""
    index: dict[str, Term] = {}
    for term in lexicon.terms.values():
        index.setdefault(_content(_words(term.words)), term)
    return index


def _stated(lexicon: Lexicon, words: list[str]) -> Band | None:
    term = lexicon.terms.get(" ".join(words)) or _by_content(lexicon).get(_content(words))
    if term is None:
        return None
    source = f"{lexicon.name}: {term.words}"
    return Band(term.low, term.middle, term.high, inferred=False, source=source)


def _negated(lexicon: Lexicon, words: list[str]) -> Band | None:
    places = [i for i, word in enumerate(words) if word in _NEGATIONS]
    if len(places) != 1:
        return None
    before, after = words[: places[0]], words[places[0] + 1 :]
    # "Not certain" is no denial of the event; "certainly not" and "not likely" are.
    following = _content(after).split()
    if following and following[0] not in _DENIABLE and not ATTITUDE_WORD.fullmatch(following[0]):
        return None
    band = _affirmed(lexicon, before + after)
    return band.turned() if band else None


def _affirmed(lexicon: Lexicon, words: list[str]) -> Band | None:
    """Read a phrase without negation: as listed, by a near form, modified, or inferred."""
    if _NEGATIONS.intersection(words):
        return None
    weaker = [w for w in words if w not in WILL_WORDS and not ATTITUDE_WORD.fullmatch(w)]
    return (
        _near(lexicon, words)
        or _near(lexicon, weaker)
        or _modified(lexicon, weaker)
        or _inferred(words)
    )


def _near(lexicon: Lexicon, words: list[str]) -> Band | None:
    content = _content(words)
    forms = (content, *_NEAR_FORMS.get(content, ())) if content else ()
    bands = (_stated(lexicon, form.split()) for form in forms)
    return next((band for band in bands if band), None)


def _modified(lexicon: Lexicon, words: list[str]) -> Band | None:
    content = _content(words).split()
    if len(content) < 2 or content[0] not in _MODIFIERS:
        return None
    band = _near(lexicon, content[1:])
    return band.halfway() if band and band.middle != 0.5 else None


def _inferred(words: list[str]) -> Band | None:
    # "No doubt" is more than a belief, "hardly expects" another one: what they are, no table says.
    if _any(REVERSAL, words):
        return None
    if _any(DOUBT_WORD, words):
        return ATTITUDE.turned()
    if _any(ATTITUDE_WORD, words):
        return ATTITUDE
    content = _content(words).split()
    return WILL if content and WILL_WORDS.issuperset(content) else None
