"""From candidates in an article to the book: propose, accept, attach, reject, and coverage.

What was looked at and left out is journalled with its reason, so that a scorecard can say
how its record was selected.
"""

import datetime as dt
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ledger.articles import Article, Candidate
from ledger.book import documents, lookup, polarity, recording
from ledger.book.days import NONE
from ledger.book.lookup import Named
from ledger.book.proposing import (
    Known,
    Proposal,
    Quoted,
    comparable,
    proposals,
    said_on,
)
from ledger.book.requests import Condition, NewCitation, NewForecast
from ledger.core import checks, deadlines, reports
from ledger.core.deadlines import Reading
from ledger.core.denials import denial
from ledger.core.lexicons import why_vague
from ledger.core.similarity import Speaker
from ledger.errors import InputError
from ledger.store import queries
from ledger.store.journal import writing
from ledger.store.queries import rows

if TYPE_CHECKING:
    from ledger.book.ledger import Ledger

__all__ = [
    "Proposal", "accept", "attach", "citation", "coverage", "note_reading", "propose", "reject",
    "request",
]  # fmt: skip

_VAGUE = "worded so that nobody could check it"


def propose(
    book: "Ledger", article: Article, candidates: Iterable[Candidate], today: dt.date
) -> tuple[Proposal, ...]:
    """Hold the candidates of an article against the book, in their order."""
    found = tuple(candidates)
    here = _place(_article(book, citation(article), today)) if article.outlet else {}
    recorded = [
        Quoted(r["quote"], r["forecast_id"], r["claim"])
        for r in rows(book.con, queries.QUOTES_IN, **here)
    ]
    rejected = [r["sentence"] for r in rows(book.con, queries.REJECTED_IN, **here)]
    known = [_known(r) for r in rows(book.con, queries.COMPARABLE, **comparable(found))]
    return proposals(article, found, known, recorded, rejected, book.settings.calendar())


def _known(found: dict[str, Any]) -> Known:
    deadline = dt.date.fromisoformat(found["deadline"]) if found["deadline"] else None
    speaker = Speaker(found["name"], found["role"], found["kind"] == "person")
    return Known(found["id"], found["claim"], deadline, bool(found["negated"]), speaker)


def request(book: "Ledger", article: Article, candidate: Candidate) -> NewForecast:
    """Return the forecast that a candidate amounts to, for a person to confirm or edit."""
    narrated = candidate.forecaster is None
    made = said_on(article, candidate) if candidate.made_latest else None
    return NewForecast(
        claim=candidate.claim,
        by=candidate.forecaster or article.outlet,
        role=candidate.role,
        forecaster_kind="organisation" if narrated else candidate.kind,
        made=f"{made.earliest}..{made.latest}" if made else None,
        deadline=_deadline(book, article, candidate),
        probability=candidate.probability,
        phrase=None if candidate.probability else candidate.phrase,
        negated=_negated(candidate),
        vague=_vague(candidate),
        all_of=tuple(map(polarity.as_part, candidate.parts)) if len(candidate.parts) > 1 else (),
        given=Condition(polarity.as_part(candidate.condition)) if candidate.condition else None,
        citation=citation(article, candidate),
    )


def _negated(candidate: Candidate) -> bool | None:
    """Say whether it is foretold not to happen; None, so that it is asked, where words differ."""
    if candidate.polarity == "affirmative" and denial(candidate.claim):
        return None
    return candidate.polarity == "negative"


def _vague(candidate: Candidate) -> str | None:
    """Return why nobody could check a candidate: as worded, or for words that commit to nothing."""
    words = None if candidate.probability else candidate.phrase
    return why_vague(words) or (_VAGUE if candidate.resolvable == "vague" else None)


def citation(article: Article, candidate: Candidate | None = None) -> NewCitation:
    """Return where a candidate was read; the outlet's own voice is marked so.

    What pages say of themselves is not always fit to keep: a title is put on one line, an
    address that is none is left out.
    """
    return NewCitation(
        article.outlet,
        " ".join(article.title.split()) if article.title else None,
        _address(article.url),
        str(article.published) if article.published else None,
        candidate.sentence if candidate else None,
        own_voice=candidate is not None and candidate.forecaster is None,
    )


def accept(book: "Ledger", new: NewForecast, found: int, today: dt.date) -> reports.Added:
    """Record a confirmed candidate, and that its article held `found` statements."""
    added = recording.add(book, new, today)
    if new.citation:
        note_reading(book, new.citation, found, today)
    return added


def attach(
    book: "Ledger", forecast: Named, where: NewCitation, found: int, today: dt.date
) -> reports.Shown:
    """Record that this article carried a forecast that is in the book already."""
    shown = recording.cite(book, forecast, where, today)
    note_reading(book, where, found, today)
    return shown


def reject(book: "Ledger", where: NewCitation, reason: str, found: int, today: dt.date) -> None:
    """Record that a statement was looked at and left out."""
    article = _article(book, where, today)
    if not where.quote:
        raise InputError("name the statement that is left out; give its sentence as the quote")
    doc = {"article": article, "sentence": checks.text(where.quote, "sentence"),
           "reason": checks.line(reason, "reason")}  # fmt: skip
    with writing(book.con, book.clock) as journal:
        journal.record("rejected", doc)
    note_reading(book, where, found, today)


def note_reading(book: "Ledger", where: NewCitation, found: int, today: dt.date) -> None:
    """Record how many forward-looking statements an article holds, once."""
    article = _article(book, where, today)
    noted = next(rows(book.con, queries.READING_OF, **_place(article)), None)
    if noted is None or noted["found"] != found:
        with writing(book.con, book.clock) as journal:
            journal.record("reading", {"article": article, "found": found})


def coverage(con: sqlite3.Connection, source: str | None) -> tuple[reports.Coverage, ...]:
    """Return for each article that was read: found, recorded, rejected, left."""
    number = lookup.source(con, source)[0] if source else None
    return tuple(_coverage(r) for r in rows(con, queries.COVERAGE, source=number))


def _coverage(found: dict[str, Any]) -> reports.Coverage:
    published = dt.date.fromisoformat(found["published"]) if found["published"] else None
    return reports.Coverage(
        found["source"], found["title"] or None, published, found["url"] or None,
        found["found"], found["recorded"], found["rejected"], found["left"],
    )  # fmt: skip


def _article(book: "Ledger", where: NewCitation, today: dt.date) -> dict[str, Any]:
    doc = documents.citation(
        replace(where, quote=None, own_voice=False), recording.drafting(book, today)
    )
    return {name: value for name, value in doc.items() if name != "via"}


def _place(article: dict[str, Any]) -> dict[str, str]:
    return {name: article.get(name) or "" for name in ("source", "title", "url", "published")}


def _address(url: str | None) -> str | None:
    try:
        return checks.address(url) if url else None
    except InputError:
        return None


def _deadline(book: "Ledger", article: Article, candidate: Candidate) -> str:
    """Return the words of the deadline, or its day where the words alone would not give it."""
    reading, phrase = candidate.reading, candidate.deadline_phrase
    made = said_on(article, candidate)
    if phrase is None:
        return NONE  # other time words of the claim are none
    if made is None:
        return phrase
    again = deadlines.read_deadline(phrase, made, book.settings.calendar())
    if again and (reading is None or _days(again) == _days(reading)):
        return phrase
    return str(reading.deadline) if reading and reading.deadline else NONE


def _days(reading: Reading) -> tuple[dt.date | None, dt.date | None]:
    return reading.deadline, reading.not_before
