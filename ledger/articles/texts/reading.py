"""Open what the user named (a file, an address, standard input) and make it an article.

The network is touched only when the user names an address. Besides this module, `evidence` reads
the weights that come with the program and `asking` a language model, where the user asks for one.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from ledger.articles.records import Article
from ledger.articles.texts.sentences import Sentence, split
from ledger.articles.words.calendar_words import MONTHS
from ledger.core.deadlines import read_deadline
from ledger.errors import InputError, MissingExtraError

MAX_BYTES = 10_000_000
_TIMEOUT = 30
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_PRINTED = re.compile(
    rf"\b(?:\d{{1,2}}\s+(?:{MONTHS}),?\s+\d{{4}}|(?:{MONTHS})\s+\d{{1,2}},?\s+\d{{4}}"
    rf"|\d{{4}}-\d{{2}}-\d{{2}})\b"
)
_BYLINE = re.compile(r"^By\s+([A-ZÀ-Þ][\w.'’-]+(?:\s+[\w.'’-]+){1,3})")
_PAGE = re.compile(
    r"(?:(?:skip|jump|go|back)\b.*\b(?:content|navigation|main|article|menu|search|top|home)"
    r"|advertisement|menu|home|search|sign in|log in|register|subscribe(?: now)?|share(?: this)?"
    r"|share this article|accessibility links?)$",
    re.IGNORECASE,
)
_HEADER_LINES = 6
_SOME_DAY = dt.date(2000, 1, 1)


def read_article(
    where: str,
    *,
    stdin: Callable[[], bytes] | None = None,
    title: str | None = None,
    author: str | None = None,
    outlet: str | None = None,
    published: dt.date | None = None,
    url: str | None = None,
) -> Article:
    """Read an article from a text or HTML file, an http(s) address, or "-" (standard input).

    What is given by keyword overrides what is found. The publication date stays None when none
    is printed: it is never guessed from the clock. Raises InputError for what cannot be read
    or is missing, MissingExtraError when HTML needs the extra `html`.
    """
    address = where.startswith(("http://", "https://"))
    raw = _fetch(where) if address else _standard_input(stdin) if where == "-" else _file(where)
    name = where if address else "stdin" if where == "-" else Path(where).stem
    html = bool(_HTML.match(raw)) or where.lower().endswith((".html", ".htm")) or address
    found = _from_html(raw, name, where) if html else _from_text(_decoded(raw, where), name, where)
    return replace(
        found,
        title=title or found.title,
        author=author or found.author,
        outlet=outlet or found.outlet,
        published=published or found.published,
        url=url or found.url or (where if address else None),
    )


def _too_large(where: str) -> InputError:
    return InputError(f"{where} is larger than 10 MB: give the text of one article")


def _file(where: str) -> bytes:
    path = Path(where)
    if path.is_dir():
        raise InputError(f"{where} is a folder: name the articles in it")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(where)
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"no file {where}: check the name") from None
    except (OSError, ValueError) as error:
        raise InputError(f"cannot read {where}: {error}") from None


def _standard_input(stdin: Callable[[], bytes] | None) -> bytes:
    if stdin is None:
        raise InputError("nothing on standard input: pipe an article in, or name a file")
    raw = stdin()
    if len(raw) > MAX_BYTES:
        raise _too_large("standard input")
    return raw


def _fetch(address: str) -> bytes:
    if not urlsplit(address).hostname:
        raise InputError(f"{address} is not an address: write it as https://host/page")
    request = Request(address, headers={"User-Agent": "prediction-ledger"})  # noqa: S310 - http(s) only
    try:
        with urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310 - checked by the caller
            raw: bytes = answer.read(MAX_BYTES + 1)
    except (URLError, OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise InputError(
            f"cannot fetch {address}: {reason}; save the page and read the file"
        ) from None
    if len(raw) > MAX_BYTES:
        raise _too_large(address)
    return raw


def _decoded(raw: bytes, where: str) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    if b"\x00" in raw:
        raise InputError(f"{where} is not text: save the article as text or HTML")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _from_text(text: str, name: str, where: str) -> Article:
    if not text.strip():
        raise InputError(f"{where} has no text: nothing to read")
    head = [
        s for s in split(text[:4000]) if s.paragraph < _HEADER_LINES and s.heading and not s.label
    ]
    printed = next((m for s in head if (m := _PRINTED.search(s.text))), None)
    byline = next((m for s in head if (m := _BYLINE.match(s.text))), None)
    return Article(
        text=text,
        name=name,
        title=_headline(text, head),
        author=byline.group(1) if byline else None,
        published=_day(printed.group()) if printed else None,
    )


def _headline(text: str, head: list[Sentence]) -> str | None:
    """Give the first line of a header that opens the text and is not about the page itself."""
    lines = [s for s in head if not _PAGE.match(s.text)]
    if not lines or head[0].paragraph != 0:
        return None
    first = [s for s in lines if s.paragraph == lines[0].paragraph]
    return " ".join(text[first[0].start : first[-1].end].split())


def _day(words: str) -> dt.date | None:
    reading = read_deadline(words, _SOME_DAY)
    return reading.deadline if reading else None


def _from_html(raw: bytes, name: str, where: str) -> Article:
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415 - an extra, heavy to import
    except ImportError:
        raise MissingExtraError(
            "reading HTML needs trafilatura: pip install 'prediction-ledger[html]'"
        ) from None
    document: Any = (
        bare_extraction(raw, with_metadata=True, include_comments=False) if raw.strip() else None
    )
    text = (document.text or "") if document is not None else ""
    if not text.strip():
        raise InputError(f"no article found in {where}: save its text and read that")
    return Article(
        text=text,
        name=name,
        title=document.title or None,
        author=document.author or None,
        outlet=document.sitename or None,
        published=_iso(document.date),
        url=document.url or None,
    )


def _iso(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return None
