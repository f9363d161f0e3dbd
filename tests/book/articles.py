"""Tiny builders of articles and candidates: a case says only what it is about."""

import datetime as dt
from dataclasses import replace
from typing import Any

from ledger.articles import Article, Candidate
from ledger.core.deadlines import read_deadline

DAY = dt.date(2017, 3, 1)
SENTENCE = "The army will take Alba within six months, General Ann Bell said."


def article(**changes: Any) -> Article:
    return replace(
        Article(SENTENCE, "a1", "Alba to fall", None, "Daily Post", DAY, None), **changes
    )


def candidate(
    when: str | None = "within six months", day: dt.date | None = DAY, **changes: Any
) -> Candidate:
    """Return a candidate whose deadline is read from its phrase, counted from a day if any."""
    plain = Candidate(
        doc_id="a1", sentence=SENTENCE, start=0, end=len(SENTENCE), forecaster="Ann Bell",
        role="General", kind="person", claim="The army will take Alba", phrase="will",
        probability=None, deadline_phrase=when,
        reading=read_deadline(when, day) if when and day else None, made_phrase=None,
        made_earliest=None, made_latest=None, condition=None, polarity="affirmative", parts=(),
        resolvable="resolvable", confidence=0.9,
    )  # fmt: skip
    return replace(plain, **changes)
