"""The rules for single values, shared by everything that takes them in.

Each function returns the value in its one normal form, or raises InputError with one line:
what is wrong, then what to do. Texts come out in Unicode normal form C and trimmed; those of
one line with single blanks, so that "Daily  Post" is the Daily Post.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from urllib.parse import urlsplit

from ledger.errors import InputError

FORECASTER_KINDS = ("person", "organisation", "anonymous", "crowd", "model")

NAME_LENGTH = 200  # characters of a name, a tag or an option
LINE_LENGTH = 2_000  # of a claim, a title, a reason: one line
TEXT_LENGTH = 20_000  # of a quote or a note, which may have several lines

# Control characters hide in a terminal or drive it; lone surrogates cannot be stored.
_CONTROL = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff"
# Marks and overrides that change the order in which other letters are shown.
_DIRECTION = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_NOT_IN_NAME = re.compile(f"[{_CONTROL}{_DIRECTION}\ufeff]")
_NOT_IN_LINE = re.compile(f"[{_CONTROL}]")
_NOT_IN_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

# scheme:/..., user:password@..., or a list of settings; "C:/..." is a file.
_DATABASE = re.compile(
    r"^[a-z][a-z0-9+.-]+:/|:.*@|\b(?:pass|passwd|password|pwd)\s*=", re.IGNORECASE
)
# A host of plain labels, perhaps a port, and a path of visible ASCII: nothing is left to check.
_USUAL_ADDRESS = re.compile(
    r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::[0-9]{1,4})?(?:/[!-~]*)?(?<![,;])"
)
# Between two addresses of a cell.
_NEXT_ADDRESS = re.compile(r"\s*[,;]\s*(?=https?://)|\s+", re.IGNORECASE)
# A day, perhaps with a time, as machines write it; the day as written counts.
_DAY = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[Tt ][0-9]{2}:?[0-9]{2}(?::?[0-9]{2}(?:[.,][0-9]+)?)?"
    r"\s?(?:[Zz]|[+-][0-9]{2}:?[0-9]{2}|UTC)?)?"
)
_KEY = re.compile(r"[A-Za-z0-9._-]+")
_DECIMAL = re.compile(r"(?:[0-9]{1,30}(?:\.[0-9]{0,30})?|\.[0-9]{1,30})(?:[eE][+-]?[0-9]{1,2})?")
_ODDS = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?)\s*:\s*([0-9]{1,9}(?:\.[0-9]{1,9})?)")
_PLACES = Decimal("1e-12")  # finer than any forecaster, coarser than binary noise


def name(text: str, what: str = "name") -> str:
    """Return a name: one line without characters that control a terminal or turn its text."""
    return _single_spaced(_checked(text, what, _NOT_IN_NAME, NAME_LENGTH))


def label(text: str, what: str = "label") -> str:
    """Return what stands beside a name, such as a role: one line, as safe to show as a name."""
    return _single_spaced(_checked(text, what, _NOT_IN_NAME, LINE_LENGTH))


def line(text: str, what: str = "text") -> str:
    """Return a text of one line, such as a title or a reason."""
    return _single_spaced(_checked(text, what, _NOT_IN_LINE, LINE_LENGTH))


def text(text: str, what: str = "text") -> str:
    """Return a text that may have several lines, such as a quote or a note."""
    return _checked(text, what, _NOT_IN_TEXT, TEXT_LENGTH)


def claim(text: str) -> str:
    """Return a claim: one line that says what will happen."""
    return line(text, "claim")


def _single_spaced(text: str) -> str:
    """Return a trimmed text, in which control characters were refused, with single blanks."""
    return " ".join(text.split()) if "  " in text or not text.isascii() else text


def folded(text: str) -> str:
    """Return a text as names are compared: without regard to case and to runs of white space."""
    return " ".join(text.split()).casefold()


def _checked(text: str, what: str, refused: re.Pattern[str], longest: int) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    text = text.strip()
    if not text:
        needed = what in {"reason", "claim"}
        fix = "write it in words" if needed else "write one or leave it out"
        raise InputError(f"the {what} is empty; {fix}")
    if len(text) > longest:
        raise InputError(
            f"the {what} has {len(text):,} characters; shorten it to {longest:,} or fewer"
        )
    found = None if text.isascii() and text.isprintable() else refused.search(text)
    if found:
        raise InputError(
            f"the {what} holds the character U+{ord(found[0]):04X} at position "
            f"{found.start() + 1}, which cannot be shown safely; remove it"
        )
    return text


def key(text: str, what: str = "key", longest: int = 64) -> str:
    """Return a stable key: letters, digits, dot, underscore, hyphen."""
    if len(text) > longest or not _KEY.fullmatch(text):
        raise InputError(
            f'"{shown(text)}" is no {what}; write 1 to {longest} letters a-z, digits, ".", "_", "-"'
        )
    return text


def one_of(text: str, words: Iterable[str], what: str) -> str:
    """Return the one of some words that is meant, without regard to case."""
    known = list(words)
    wanted = folded(text)
    for word in known:
        if folded(word) == wanted:
            return word
    raise InputError(f'"{shown(text)}" is no {what}; it is one of: {", ".join(known)}')


@lru_cache(maxsize=10_000)
def address(text: str) -> str:
    """Return an http(s) address; a comma or semicolon at its end stood between two of them."""
    if len(text) <= LINE_LENGTH and _USUAL_ADDRESS.fullmatch(text):
        return text
    trimmed = line(text, "address").rstrip(",;")
    if not _is_web(trimmed) or re.search(r"\s", trimmed) or _NOT_IN_NAME.search(trimmed):
        raise InputError(
            f'"{shown(text)}" is no web address; write it in full, as in https://example.org/page'
        )
    return trimmed


def addresses(text: str) -> list[str]:
    """Return the addresses of a cell: blanks, commas or semicolons stand between them."""
    found = (part.strip(",;") for part in _NEXT_ADDRESS.split(text))
    return [address(part) for part in found if part]


def no_database_address(text: str) -> None:
    """Refuse the address of a database server where a file is meant, without repeating it.

    Such an address may hold a password, also when it is mistyped.
    """
    if _DATABASE.search(text):
        raise InputError("a book is a file, not the address of a database; name one with --db FILE")


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False


@lru_cache(maxsize=10_000)
def iso_day(text: str) -> dt.date:
    """Return the day written as YYYY-MM-DD, perhaps with a time behind it."""
    fix = f'"{shown(text)}" is no day; write year-month-day, as in 2017-02-08'
    found = _DAY.fullmatch(text.strip())
    if not found:
        raise InputError(fix)
    try:
        return dt.date.fromisoformat(found[1])
    except ValueError:
        raise InputError(fix) from None


_FIX = "; write 0.7, 70 % or odds such as 3:1"


@lru_cache(maxsize=10_000)
def probability(text: str) -> str:
    """Return a probability as decimal text from 0 to 1; reads 0.7, 70 % and 3:1 (odds for)."""
    value = _share(text.strip())
    if value is None:
        raise InputError(f'"{shown(text)}" is no probability{_FIX}')
    if not 0 <= value <= 1:
        bare = 2 <= value <= 100 and re.fullmatch(r"[0-9.]+", text.strip())
        hint = f"; write {decimal_text(value)} % if that is meant" if bare else ""
        raise InputError(f'the probability "{shown(text)}" is not between 0 and 1{hint or _FIX}')
    return decimal_text(value)


def _share(text: str) -> Decimal | None:
    odds = _ODDS.fullmatch(text)
    if odds:
        won, lost = Decimal(odds[1]), Decimal(odds[2])
        return (won / (won + lost)).quantize(_PLACES) if won + lost else None
    number = text.removesuffix("%").rstrip()
    if not _DECIMAL.fullmatch(number):
        return None
    return Decimal(number) / (100 if text.endswith("%") else 1)


def decimal_text(value: Decimal) -> str:
    """Write a decimal without exponent and without zeros that say nothing: 0.7, 1, 1400000."""
    plain = f"{value:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "0" if plain == "-0" else plain


def number(text: str) -> str:
    """Return a number as decimal text; its size is limited, so that it stays printable."""
    sign = "-" if text.startswith("-") else ""
    if not _DECIMAL.fullmatch(text.removeprefix("-")):
        raise InputError(f'"{shown(text)}" is no number; write it in digits, as in 4.5 or -12')
    return decimal_text(Decimal(sign + text.removeprefix("-")))


def shown(text: str) -> str:
    """Return the beginning of a text that was refused, safe to print."""
    short = text if len(text) <= 40 else text[:39] + "…"
    return short.encode("unicode_escape").decode() if not short.isprintable() else short
