"""`ledger add` on a terminal: field by field, then whatever the words leave in doubt."""

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ledger.book import Ledger, NewCitation, NewForecast, polarity
from ledger.cli.asking import checked, confirm, insist, interactive
from ledger.cli.output import say, warn
from ledger.core import checks
from ledger.core.denials import denial
from ledger.core.reports import Added, Listed, Shown
from ledger.errors import (
    LedgerError,
    PolarityError,
    QuarterError,
    SameForecastError,
    SameQuestionError,
    VagueWordsError,
)
from ledger.lazy import lazy

if TYPE_CHECKING:
    from ledger.core import affirmative as rewording
else:  # most claims are worded positively
    rewording = lazy("ledger.core.affirmative")


def asked(book: Ledger, new: NewForecast, today: dt.date) -> NewForecast:
    """Ask for what the options left open, in the order in which one reads an article.

    What cannot be taken is told at once, and asked for again.
    """
    claim = insist("What was forecast, in your words", check=checks.claim)
    by = new.by or insist("Who said it", check=lambda text: checks.name(text, "forecaster"))
    known = NewForecast(citation=new.citation or _cited(book, today))
    made = new.made or _made(book, known, today)
    known = replace(known, made=made)
    book.read_days(known, today)  # an option that cannot be read is refused, not asked about
    known = replace(known, claim=claim)
    deadline = new.deadline or _deadline(book, known, today)
    probability, phrase = new.probability, new.phrase
    if probability is None and phrase is None:
        probability, phrase = _sure()
    return replace(
        new,
        claim=claim, by=by, citation=known.citation, made=made, deadline=deadline,
        probability=probability, phrase=phrase,
        criteria=new.criteria or checked("What would settle it (may be empty)", checks.line),
        judge=new.judge or checked("Whose word settles it (may be empty)", checks.label),
    )  # fmt: skip


def _made(book: Ledger, known: NewForecast, today: dt.date) -> str | None:
    """Ask when it was said; a printed statement has some day."""
    published = book.read_days(known, today).published
    ask = insist if known.citation and not published else checked
    return ask(
        "When was it said",
        check=lambda text: book.read_days(replace(known, made=text), today),
        default=published if known.citation else today.isoformat(),
    )


def _deadline(book: Ledger, known: NewForecast, today: dt.date) -> str | None:
    """Ask by when; what the claim says is checked too, since it counts where nothing is typed."""

    def reads(text: str | None) -> object:
        return book.read_days(replace(known, deadline=text), today)

    while True:
        typed = checked("By when (empty: as the claim says)", reads)
        try:
            if typed is None:
                reads(None)
        except LedgerError as error:
            warn(str(error))
        else:
            return typed


def _sure() -> tuple[str | None, str | None]:
    """Ask how sure: what holds a digit is a number, else it is the words used."""
    typed = checked(
        "How sure (a number as 70 %, or the words used; may be empty)",
        lambda text: checks.probability(text) if re.search(r"[0-9]", text) else checks.line(text),
    )
    return (typed, None) if typed and re.search(r"[0-9]", typed) else (None, typed)


def _cited(book: Ledger, today: dt.date) -> NewCitation | None:
    source = checked("Which outlet carried it (empty: none)", checks.name)
    if source is None:
        return None

    def given(label: str, field: str) -> str | None:
        def fits(text: str) -> object:
            named: dict[str, Any] = {field: text}
            return book.read_days(NewForecast(citation=NewCitation(source, **named)), today)

        return checked(label, fits)

    return NewCitation(
        source=source,
        published=given("When was it published", "published"),
        title=given("The article's title (may be empty)", "title"),
        url=given("Its address (may be empty)", "url"),
        quote=given("The words as printed (may be empty)", "quote"),
    )


def recorded(book: Ledger, new: NewForecast, today: dt.date) -> Added:
    """Record a forecast; on a terminal its doubts are asked about, in a pipe they are refusals."""
    asking = interactive()
    again = not asking  # nobody can be asked: the reply tells of the one that says the same
    while True:
        try:
            return book.add(new, today, ask=asking, again=again)
        except (PolarityError, VagueWordsError) as doubt:
            new = _agreed(book, new, doubt, today)
        except QuarterError as doubt:
            if not interactive() or new.deadline:
                raise
            warn(str(doubt))
            new = replace(new, deadline=_deadline(book, new, today))
        except SameForecastError as same:
            if not interactive() or not confirm(f"{same}. Record it anew", default=False):
                raise
            again = True
        except SameQuestionError as same:
            if confirm(f"{same}. Is it the same question as {same.question}?", default=True):
                new = replace(new, question=same.question)
            asking = False


def corrected(book: Ledger, stands: Listed, new: NewForecast, why: str, today: dt.date) -> Shown:
    """Put a forecast right; the doubts of its new words are asked about as those of `add` are."""
    while True:
        try:
            return book.amend(stands.id, new, why, today)
        except (PolarityError, VagueWordsError) as doubt:
            if new.claim is None and isinstance(doubt, PolarityError):
                raise
            # The words of a deadline count from the day of the statement.
            made = new.made or f"{stands.made_on}..{stands.made_on_latest}"
            agreed = _agreed(book, replace(new, made=made, citation=None), doubt, today)
            new = replace(agreed, made=new.made, citation=new.citation)


def _agreed(
    book: Ledger, new: NewForecast, doubt: PolarityError | VagueWordsError, today: dt.date
) -> NewForecast:
    """Ask what was meant, and return the request that says so; in a pipe the doubt refuses it."""
    if not interactive():
        raise doubt
    if isinstance(doubt, PolarityError):
        return _decided(book, new, doubt, today)
    if not confirm(f"{doubt.reason}. Keep it as vague", default=True):
        raise doubt
    return replace(new, vague=doubt.reason)


def _decided(book: Ledger, new: NewForecast, doubt: PolarityError, today: dt.date) -> NewForecast:
    word = str(doubt).split(":", maxsplit=1)[0]
    if not confirm(f"{word}. Is the forecast that something does NOT happen?", default=True):
        return replace(new, negated=False)
    claim = new.claim or ""
    offered = rewording.positive(claim) if denial(claim) else claim
    positive = insist(
        "What will not happen, as if it did",
        None if denial(offered) else offered,
        lambda text: polarity.not_twice(text, said=True),
    )
    deadline = new.deadline or _lost(book, new, positive, today)
    if deadline != new.deadline:
        say(f'The deadline stays as the claim said it first: "{deadline}"')
    return replace(new, claim=positive, negated=True, deadline=deadline)


def _lost(book: Ledger, new: NewForecast, positive: str, today: dt.date) -> str | None:
    """Return the words of a deadline that a claim held and its new wording does not."""
    claims = (new.claim or "", positive)
    before, after = (book.read_days(replace(new, claim=claim), today) for claim in claims)
    return before.deadline_phrase if before.deadline and not after.deadline else None
