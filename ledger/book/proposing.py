"""What the book has already of the candidates of an article: recorded, rejected, the same."""

import datetime as dt
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from ledger.articles import Article, Candidate
from ledger.core import deadlines, similarity
from ledger.core.deadlines import Calendar, Window
from ledger.core.similarity import LONGEST_LAG, Speaker


@dataclass(frozen=True, slots=True)
class Known:
    """What tells a forecast of the book from others."""

    id: int
    claim: str
    deadline: dt.date | None
    negated: bool
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote of the article that the book has, with the forecast that it stands for."""

    quote: str
    forecast: int
    claim: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate, and what the book has of it already.

    `state` is new, same (forecast `forecast` says the same: cite it), recorded (this very
    statement is cited in the book) or rejected (looked at before and left out).
    """

    candidate: Candidate
    state: str
    forecast: int | None = None


def proposals(
    article: Article,
    candidates: Sequence[Candidate],
    known: Sequence[Known],
    recorded: Sequence[Quoted],
    rejected: Sequence[str],
    calendar: Calendar,
) -> tuple[Proposal, ...]:
    """Hold candidates against the forecasts `known`, and what this article was used for.

    `recorded` are quotes of this article, `rejected` the sentences left out.
    """
    seen = _seen(candidates, recorded, rejected)
    return tuple(
        seen.get(n) or _proposal(article, candidate, known, calendar)
        for n, candidate in enumerate(candidates)
    )


def comparable(candidates: Sequence[Candidate]) -> dict[str, str | bool]:
    """Return which deadlines a forecast must have to be the same as one of the candidates."""
    ends = [c.reading.deadline for c in candidates if c.reading and c.reading.deadline]
    lag = dt.timedelta(days=LONGEST_LAG)
    return {
        "first": str(_moved(min(ends), -lag)) if ends else "",
        "last": str(_moved(max(ends), lag)) if ends else "",
        "undated": len(ends) < len(candidates),
    }


def _moved(day: dt.date, days: dt.timedelta) -> dt.date:
    try:
        return day + days
    except OverflowError:
        return day


def said_on(article: Article, candidate: Candidate) -> Window | None:
    """Return between which days a candidate was said: as told, else the day of publication."""
    if candidate.made_earliest and candidate.made_latest:
        return Window(candidate.made_earliest, candidate.made_latest)
    return Window(article.published, article.published) if article.published else None


def _seen(
    candidates: Sequence[Candidate], recorded: Sequence[Quoted], rejected: Sequence[str]
) -> dict[int, Proposal]:
    """Return the candidates dealt with before, by their place.

    One sentence may hold several: each quote and each rejection answers for one of them, a
    quote first of all for the candidate that claims the same.
    """
    pool = [one for one in recorded if one.quote]
    found: dict[int, Proposal] = {}
    for strict in (True, False):
        for n, candidate in enumerate(candidates):
            taken = None if n in found else _taken(candidate, pool, strict=strict)
            if taken:
                pool.remove(taken)
                found[n] = Proposal(candidate, "recorded", taken.forecast)
    out = [_plain(sentence) for sentence in rejected]
    for n, candidate in enumerate(candidates):
        if n not in found and _plain(candidate.sentence) in out:
            out.remove(_plain(candidate.sentence))
            found[n] = Proposal(candidate, "rejected")
    return found


def _taken(candidate: Candidate, pool: Sequence[Quoted], *, strict: bool) -> Quoted | None:
    sentence = _plain(candidate.sentence)
    for one in pool:
        quote = _plain(one.quote)
        fits = not strict or similarity.same_claim(candidate.claim, one.claim)
        if fits and (quote in sentence or sentence in quote):
            return one
    return None


def _proposal(
    article: Article, candidate: Candidate, known: Sequence[Known], calendar: Calendar
) -> Proposal:
    close = [one for one in known if _close(candidate, one, LONGEST_LAG)]
    # The lag takes two readings of the deadline: only where something is close.
    days = _lag(article, candidate, calendar) if close else 0
    named = candidate.forecaster or article.outlet or ""
    speaker = Speaker(named, candidate.role, candidate.kind == "person")
    same = next((one.id for one in close if _same(candidate, speaker, one, days)), None)
    return Proposal(candidate, "same" if same else "new", same)


def _same(candidate: Candidate, speaker: Speaker, known: Known, days: int) -> bool:
    return (
        _close(candidate, known, days)
        and similarity.same_speaker(speaker, known.speaker)
        and similarity.same_claim(candidate.claim, known.claim)
    )


def _close(candidate: Candidate, known: Known, days: int) -> bool:
    """Say whether side and deadline fit, give or take some days."""
    day = candidate.reading.deadline if candidate.reading else None
    side = candidate.polarity == "negative"
    return known.negated == side and similarity.near(day, known.deadline, days)


def _lag(article: Article, candidate: Candidate, calendar: Calendar) -> int:
    """Return how far apart the same deadline may be read: only counted days move with the day."""
    made, reading = said_on(article, candidate), candidate.reading
    if made is None or reading is None or reading.deadline is None:
        return 0
    phrase, day = candidate.deadline_phrase or "", dt.timedelta(days=1)
    later = deadlines.read_deadline(phrase, made.latest + day, calendar)
    now = deadlines.read_deadline(phrase, made.latest, calendar)
    if not (now and later and now.deadline and later.deadline):
        return 0
    moved = (later.deadline - now.deadline).days
    return similarity.lag((reading.deadline - made.latest).days) if 0 < moved <= 3 else 0


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
