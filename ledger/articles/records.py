"""What goes in and what comes out of reading articles: frozen records without behaviour.

Article --sentences--> Sentence --speakers--> Voice --detect--> Cue --weighing--> Claim, and from it
a Candidate. Then the evidence weighs each sentence: it keeps a candidate, drops it or asks for one.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ledger.core.deadlines import Reading

NARRATOR = "narrator"


@dataclass(frozen=True, slots=True)
class Article:
    """One text of one outlet. `name` is the file stem or the address, used as the document id."""

    text: str
    name: str
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement about the future that a person may confirm as a forecast.

    `start` and `end` are offsets of the verbatim `sentence` in the article's text, `also_at` those
    of its repeats. `forecaster` is None for the article's own voice (kind `narrator`).
    `probability` is decimal text in 0..1, given only where the words state a number.
    `confidence` (0..1) is how sure the rules are that this is a forecast at all.
    """

    doc_id: str
    sentence: str
    start: int
    end: int
    claim: str
    resolvable: str
    confidence: float
    forecaster: str | None = None
    role: str | None = None
    kind: str = NARRATOR
    phrase: str | None = None
    probability: str | None = None
    deadline_phrase: str | None = None
    reading: Reading | None = None
    made_phrase: str | None = None
    made_earliest: dt.date | None = None
    made_latest: dt.date | None = None
    condition: str | None = None
    polarity: str = "affirmative"
    parts: tuple[str, ...] = ()
    also_at: tuple[tuple[int, int], ...] = ()


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _deadline_json(candidate: Candidate) -> Mapping[str, Any]:
    reading = candidate.reading
    return {
        "deadline_phrase": candidate.deadline_phrase,
        "deadline": _day(reading.deadline) if reading else None,
        "deadline_earliest": _day(reading.earliest) if reading else None,
        "deadline_latest": _day(reading.latest) if reading else None,
        "deadline_vague": reading.vague if reading else False,
        "deadline_rule": reading.rule if reading else None,
        "not_before": _day(reading.not_before) if reading else None,
        "unanchored": candidate.deadline_phrase is not None and reading is None,
    }


def candidate_json(candidate: Candidate) -> dict[str, Any]:
    """Give a candidate as a JSON object: dates as YYYY-MM-DD, spans as [start, end]."""
    return {
        "doc_id": candidate.doc_id,
        "sentence": candidate.sentence,
        "start": candidate.start,
        "end": candidate.end,
        "forecaster": candidate.forecaster or NARRATOR,
        "role": candidate.role,
        "kind": candidate.kind,
        "claim": candidate.claim,
        "hedge": candidate.phrase,
        "probability": candidate.probability,
        **_deadline_json(candidate),
        "made_phrase": candidate.made_phrase,
        "made_earliest": _day(candidate.made_earliest),
        "made_latest": _day(candidate.made_latest),
        "condition": candidate.condition,
        "polarity": candidate.polarity,
        "parts": list(candidate.parts),
        "resolvable": candidate.resolvable,
        "confidence": candidate.confidence,
        "also_at": [list(span) for span in candidate.also_at],
    }
