"""From candidates in an article to the book: propose, accept, attach, reject, and coverage.

What was looked at and left out is journalled with its reason, so that a scorecard can say
how its record was selected.
"""

import datetime as dt
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ledger.articles import Article, Candidate
from ledger.book import documents, lookup, recording
from ledger.book.requests import Condition, Filter, NewCitation, NewForecast
from ledger.core import checks, deadlines, reports, similarity
from ledger.core.deadlines import Window
from ledger.errors import InputError
from ledger.store import queries
from ledger.store.journal import writing
from ledger.store.queries import rows

if TYPE_CHECKING:
    from ledger.book.ledger import Ledger

_VAGUE = "worded so that nobody could check it"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate, and what the book has of it already.

    `state` is new, same (forecast `forecast` says the same: cite it), recorded (this very
    statement is cited in the book) or rejected (looked at before and left out).
    """

    candidate: Candidate
    state: str
    forecast: int | None = None


def propose(
    book: "Ledger", article: Article, candidates: Iterable[Candidate], today: dt.date
) -> tuple[Proposal, ...]:
    """Hold the candidates of an article against the book."""
    here = {"source": article.outlet or "", "title": article.title or "", "url": article.url or "",
            "published": str(article.published or "")}  # fmt: skip
    recorded = {r["quote"]: r["forecast_id"] for r in rows(book.con, queries.QUOTES_IN, **here)}
    rejected = {r["sentence"] for r in rows(book.con, queries.REJECTED_IN, **here)}
    known = book.list(Filter(), today)
    return tuple(_proposal(c, recorded, rejected, known) for c in candidates)


def _proposal(
    candidate: Candidate,
    recorded: dict[str, int],
    rejected: set[str],
    known: tuple[reports.Listed, ...],
) -> Proposal:
    if candidate.sentence in recorded:
        return Proposal(candidate, "recorded", recorded[candidate.sentence])
    if candidate.sentence in rejected:
        return Proposal(candidate, "rejected")
    same = next((f for f in known if _same(candidate, f)), None)
    return Proposal(candidate, "same", same.id) if same else Proposal(candidate, "new")


def _same(candidate: Candidate, forecast: reports.Listed) -> bool:
    reading = candidate.reading
    return (
        similarity.same_speaker(
            candidate.forecaster, candidate.role, forecast.forecaster, forecast.role
        )
        and similarity.near(reading.deadline if reading else None, forecast.deadline)
        and similarity.same_claim(candidate.claim, forecast.claim)
        and forecast.negated == (candidate.polarity == "negative")
    )


def request(book: "Ledger", article: Article, candidate: Candidate) -> NewForecast:
    """Return the forecast that a candidate amounts to, for a person to confirm or edit."""
    made = _made(article, candidate)
    narrated = candidate.forecaster is None
    return NewForecast(
        claim=candidate.claim,
        by=candidate.forecaster or article.outlet,
        role=candidate.role,
        forecaster_kind="organisation" if narrated else candidate.kind,
        made=f"{made.earliest}..{made.latest}" if made else None,
        deadline=_deadline(book, candidate, made),
        probability=candidate.probability,
        phrase=None if candidate.probability else candidate.phrase,
        negated=candidate.polarity == "negative",
        vague=_VAGUE if candidate.resolvable == "vague" else None,
        all_of=candidate.parts if len(candidate.parts) > 1 else (),
        given=Condition(candidate.condition) if candidate.condition else None,
        citation=citation(article, candidate),
    )


def citation(article: Article, candidate: Candidate) -> NewCitation:
    """Return where a candidate was read; the outlet's own voice is marked so."""
    return NewCitation(
        article.outlet, article.title, article.url,
        str(article.published) if article.published else None, candidate.sentence,
        own_voice=candidate.forecaster is None,
    )  # fmt: skip


def accept(book: "Ledger", new: NewForecast, found: int, today: dt.date) -> reports.Added:
    """Record a confirmed candidate, and that its article held `found` statements."""
    added = recording.add(book, new, today)
    if new.citation:
        note_reading(book, new.citation, found, today)
    return added


def attach(
    book: "Ledger", forecast: int, where: NewCitation, found: int, today: dt.date
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
    here = {name: article.get(name, "") for name in ("source", "title", "url", "published")}
    noted = next(rows(book.con, queries.READING_OF, **here), None)
    if noted is None or noted["found"] != found:
        with writing(book.con, book.clock) as journal:
            journal.record("reading", {"article": article, "found": found})


def coverage(con: sqlite3.Connection, source: str | None) -> tuple[reports.Coverage, ...]:
    """Return for each article that was read: found, recorded, rejected, left."""
    number = lookup.source(con, source)[0] if source else None
    return tuple(_coverage(r) for r in rows(con, queries.COVERAGE, source=number))


def _coverage(found: dict[str, Any]) -> reports.Coverage:
    published = dt.date.fromisoformat(found["published"]) if found["published"] else None
    left = max(0, found["found"] - found["recorded"] - found["rejected"])
    return reports.Coverage(
        found["source"], found["title"] or None, published, found["url"] or None,
        found["found"], found["recorded"], found["rejected"], left,
    )  # fmt: skip


def _article(book: "Ledger", where: NewCitation, today: dt.date) -> dict[str, Any]:
    doc = documents.citation(
        replace(where, quote=None, own_voice=False), recording.desk(book, today)
    )
    return {name: value for name, value in doc.items() if name != "via"}


def _made(article: Article, candidate: Candidate) -> Window | None:
    if candidate.made_earliest and candidate.made_latest:
        return Window(candidate.made_earliest, candidate.made_latest)
    return Window(article.published, article.published) if article.published else None


def _deadline(book: "Ledger", candidate: Candidate, made: Window | None) -> str | None:
    """Return the words of the deadline, or its day where the words alone would not give it."""
    reading, phrase = candidate.reading, candidate.deadline_phrase
    if reading is None or made is None:
        return phrase
    again = deadlines.read_deadline(phrase or "", made, book.settings.calendar())
    if again and again.deadline == reading.deadline:
        return phrase
    return str(reading.deadline) if reading.deadline else None
