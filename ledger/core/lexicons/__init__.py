"""Words of estimative probability: named, versioned tables, each with its reference.

A forecast keeps its words. A lexicon turns them into a band of probabilities when a scorecard is
printed, so that another lexicon can re-score everything.

    find_lexicon("icd203")                  a table by name
    lookup(lexicon, "very likely")          a phrase -> Band, or why there is none
    read_words(counts, lexicon)             (phrase, negated, outcome) -> count, read into tallies
    side(phrase), denies(phrase, negated)   which way words lean, whatever the lexicon
    why_vague(phrase)                       why words are never right or wrong
    parse_lexicon(data)                     a user's own table
"""

from collections.abc import Mapping
from types import MappingProxyType

from ledger.core.lexicons.attitudes import INFERRED_ONLY
from ledger.core.lexicons.lookup import denies, lookup, side, why_vague
from ledger.core.lexicons.model import Band, Lexicon, Survey, Term, Unread, brier_range
from ledger.core.lexicons.official import OFFICIAL_SCALES
from ledger.core.lexicons.surveys import READER_SURVEYS
from ledger.core.lexicons.user import parse_lexicon
from ledger.core.lexicons.words import WordReading, read_words
from ledger.errors import InputError

__all__ = [
    "LEXICONS",
    "Band",
    "Lexicon",
    "Survey",
    "Term",
    "Unread",
    "WordReading",
    "brier_range",
    "denies",
    "find_lexicon",
    "lookup",
    "parse_lexicon",
    "read_words",
    "side",
    "why_vague",
]

LEXICONS: Mapping[str, Lexicon] = MappingProxyType(
    {table.name: table for table in (*OFFICIAL_SCALES, *READER_SURVEYS, INFERRED_ONLY)}
)
"""Every built-in table by name: official scales, reader surveys, then the inferred defaults."""


def find_lexicon(name: str) -> Lexicon:
    """Return a built-in lexicon. Raise InputError that lists the names."""
    if name not in LEXICONS:
        raise InputError(f"no lexicon called {name!r}: choose {', '.join(LEXICONS)}")
    return LEXICONS[name]
