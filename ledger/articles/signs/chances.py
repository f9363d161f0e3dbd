"""Read the numbers of a stated chance: 1,000, "forty-five", "a hundred", "5-10", "ten thousand"."""

import re
from decimal import Decimal
from fractions import Fraction
from math import floor, log10

from ledger.core.checks import decimal_text

_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_VALUES = (
    {word: 1 + i for i, word in enumerate(_SMALL)}
    | {word: 20 + 10 * i for i, word in enumerate(_TENS)}
    | {"a": 1, "an": 1, "even": 1}
)

UNITS = rf"(?:{'|'.join(_SMALL)})"
_TO_NINETY_NINE = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-]{UNITS})?|{UNITS})"
DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?![,.]?\d)|\d+(?:\.\d+)?)"
_HUNDRED = rf"(?:(?:a|one)\s)?hundred(?:\s(?:and\s)?{_TO_NINETY_NINE})?"
# A number of per cent, and a number "in" which or out of which something happens.
NUMBER = rf"(?:{DIGITS}|{_HUNDRED}|{_TO_NINETY_NINE})"
COUNT = (
    rf"(?:(?:(?:an?|{_TO_NINETY_NINE}|{DIGITS})[\s-])?(?:{'|'.join(_SCALES)})"
    rf"|{_TO_NINETY_NINE}|{DIGITS})"
)


def number(words: str) -> Fraction:
    """Give the value of a NUMBER or COUNT: "forty-five", "1,000", "a hundred", "10 million"."""
    total = Fraction(0)
    for word in re.split(r"[\s-]+", words.lower().replace(",", "")):
        if word in _SCALES:
            total = _SCALES[word] * (total or Fraction(1))
        elif word != "and":
            total += _VALUES[word] if word in _VALUES else Fraction(word)
    return total


def as_text(chance: Fraction) -> str:
    """Write a probability (0..1) as decimal text: exactly, or where that has no end, rounded.

    Three digits of what is less likely are kept, so that nothing is rounded to 0 or 1: 2/3 is
    "0.667", 1/3000 is "0.000333".
    """
    exact = Decimal(chance.numerator) / Decimal(chance.denominator)
    if Fraction(exact) == chance:
        return decimal_text(exact)
    places = 2 - floor(log10(min(chance, 1 - chance)))
    return decimal_text(round(exact, places))
