"""From an article to its candidate forecasts: the rules, weighed by the evidence. Pure."""

from dataclasses import replace

from ledger.articles.candidates import Found, by_rules, insisted
from ledger.articles.days.timing import with_fiscal_year
from ledger.articles.records import Article, Candidate
from ledger.articles.weights.evidence import probabilities
from ledger.core.deadlines import Calendar

SUREST = 0.99  # nothing read by a program is certain
LEAST = 0.28  # probability of what is proposed; `benchmarks/evidence.py` prints what others give


def extract(article: Article, calendar: Calendar = Calendar()) -> tuple[Candidate, ...]:  # noqa: B008 - frozen
    """Give the candidate forecasts of an article in the order of its text.

    Deadlines are counted from the day of saying where it is told, else from `article.published`;
    without either, those that need a day are marked by a deadline phrase without a reading.
    """
    calendar = with_fiscal_year(article.text, calendar)
    found = by_rules(article, calendar)
    chances = probabilities(found.sentences, sureness(found), article.published, calendar)
    at = {sentence.start: chance for sentence, chance in zip(found.sentences, chances, strict=True)}
    kept = [c for c in found.candidates if at[c.start] >= LEAST]
    more = [insisted(place) for i, place in found.silent.items() if chances[i] >= LEAST]
    return tuple(
        replace(
            candidate,
            sentence=article.text[candidate.start : candidate.end],  # capitals as printed
            confidence=round(min(at[candidate.start], SUREST), 2),
        )
        for candidate in sorted(kept + more, key=lambda c: c.start)
    )


def sureness(found: Found) -> dict[int, float]:
    """Return how sure the rules are (0..1) of the sentences in which they find something."""
    places = {sentence.start: i for i, sentence in enumerate(found.sentences)}
    sure: dict[int, float] = {}
    for candidate in found.candidates:
        i = places[candidate.start]
        sure[i] = max(sure.get(i, 0.0), candidate.confidence)
    return sure
