"""`ledger add` on a terminal: field by field, then whatever the words leave in doubt."""

import datetime as dt
import re
from dataclasses import replace

from ledger.book import Ledger, NewCitation, NewForecast
from ledger.cli.asking import ask, confirm, insist, interactive
from ledger.core.reports import Added
from ledger.errors import PolarityError, SameForecastError, SameQuestionError


def asked(new: NewForecast, today: dt.date) -> NewForecast:
    """Ask for what the options left open, in the order in which one reads an article."""
    claim = insist("What was forecast, in your words")
    by = new.by or insist("Who said it")
    cited = _cited(new.citation)
    day = cited.published if cited else today.isoformat()
    made = new.made or ask("When was it said", day)
    deadline = new.deadline or ask("By when (empty: as the claim says)")
    probability, phrase = new.probability, new.phrase
    if probability is None and phrase is None:
        sure = ask("How sure (a number as 70 %, or the words used; may be empty)")
        if sure and re.search(r"[0-9]", sure):
            probability = sure
        else:
            phrase = sure
    return replace(
        new,
        claim=claim, by=by, citation=cited, made=made, deadline=deadline,
        probability=probability, phrase=phrase,
        criteria=new.criteria or ask("What would settle it (may be empty)"),
        judge=new.judge or ask("Whose word settles it (may be empty)"),
    )  # fmt: skip


def _cited(given: NewCitation | None) -> NewCitation | None:
    if given is not None:
        return given
    source = ask("Which outlet carried it (empty: none)")
    if source is None:
        return None
    return NewCitation(
        source=source,
        published=ask("When was it published"),
        title=ask("The article's title (may be empty)"),
        url=ask("Its address (may be empty)"),
        quote=ask("The words as printed (may be empty)"),
    )


def recorded(book: Ledger, new: NewForecast, today: dt.date) -> Added:
    """Record a forecast; on a terminal its doubts are asked about, in a pipe they are refusals."""
    asking, again = interactive(), False
    while True:
        try:
            return book.add(new, today, ask=asking, again=again)
        except PolarityError as doubt:
            if not interactive():
                raise
            new = _decided(new, doubt)
        except SameForecastError as same:
            if not interactive() or not confirm(f"{same}. Record it anew", default=False):
                raise
            again = True
        except SameQuestionError as same:
            if confirm(f"{same}. Is it the same question as {same.question}?", default=True):
                new = replace(new, question=same.question)
            asking = False


def _decided(new: NewForecast, doubt: PolarityError) -> NewForecast:
    word = str(doubt).split(":", maxsplit=1)[0]
    if not confirm(f"{word}. Is the forecast that something does NOT happen?", default=True):
        return replace(new, negated=False)
    positive = insist("What will not happen, as if it did", new.claim)
    return replace(new, claim=positive, negated=True)
