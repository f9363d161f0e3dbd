"""`ledger extract --review`: the statements of articles, one after another, on a terminal.

Each decision is recorded at once: one can quit at any time, and what was recorded or rejected
is not asked again.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from ledger.articles import Article, Candidate
from ledger.book import Ledger, NewCitation, NewForecast
from ledger.book.collecting import Proposal, citation, note_reading
from ledger.book.lookup import is_question
from ledger.cli.article_options import Read
from ledger.cli.asking import choose, insist
from ledger.cli.asking_forecast import recorded
from ledger.cli.editing import edited, summary
from ledger.cli.output import say, warn, width
from ledger.core import checks
from ledger.errors import LedgerError, PolarityError, VagueWordsError
from ledger.formats.candidates import card, heading
from ledger.formats.replies import added, carried
from ledger.formats.showing import brief

ANSWERS = ("accept", "edit", "attach", "skip", "reject", "quit")


@dataclass(slots=True)
class Sitting:
    """One reading of articles by a person, and what came of it."""

    book: Ledger
    today: dt.date
    recorded: int = 0
    cited: int = 0
    rejected: int = 0
    skipped: int = 0


def review(book: Ledger, today: dt.date, found: Sequence[Read]) -> None:
    """Ask about every candidate that nobody decided on yet."""
    sitting = Sitting(book, today)
    try:
        for article, ones in found:
            if not _read(sitting, article, ones):
                break
    except (EOFError, KeyboardInterrupt):
        say("")  # the cursor stands behind a prompt
    say(_result(sitting))


def _result(done: Sitting) -> str:
    counts = f"{done.recorded} recorded, {done.cited} cited, {done.rejected} rejected"
    return f"{counts}, {done.skipped} skipped" if done.skipped else counts


def _read(sitting: Sitting, article: Article, ones: tuple[Candidate, ...]) -> bool:
    """Go through one article; False when the person quits."""
    say(f"\n{heading(article)}")
    if not ones:
        say("No forecasts found.")
        return True
    article = _with_outlet(article)
    note_reading(sitting.book, citation(article), len(ones), sitting.today)
    for n in range(len(ones)):
        # Held against the book anew: the decision before may have changed it.
        proposal = sitting.book.propose(article, ones, sitting.today)[n]
        if proposal.state in {"recorded", "rejected"}:
            continue
        say(f"\n{n + 1} of {len(ones)}\n{card(article, proposal.candidate, width())}")
        if not _decided(sitting, article, proposal, len(ones)):
            return False
    return True


def _with_outlet(article: Article) -> Article:
    while article.outlet is None:
        try:
            outlet = checks.name(insist("Which outlet printed it"), "source")
            return replace(article, outlet=outlet)
        except LedgerError as error:
            warn(str(error))
    return article


def _decided(sitting: Sitting, article: Article, proposal: Proposal, found: int) -> bool:
    """Ask until there is a decision; False when the person quits."""
    new = sitting.book.request(article, proposal.candidate)
    if proposal.forecast is not None:
        same = sitting.book.show(proposal.forecast, sitting.today)
        say(f"\nThe book has this already; attach cites it:\n{brief(same, width())}")
    while True:
        word = choose("What now", ANSWERS, default="attach" if proposal.forecast else None)
        if word == "quit":
            return False
        try:
            if word == "edit":
                new = edited(new, partial(_refusal, sitting))
                say(f"\nAs edited:\n{summary(new)}")
                continue
            _do(word, sitting, new, article, proposal, found)
        except LedgerError as error:
            warn(str(error))
        else:
            return True


def _refusal(sitting: Sitting, new: NewForecast) -> str | None:
    """Return why a forecast cannot be recorded; what is asked about then is no reason."""
    try:
        sitting.book.check_forecast(new, sitting.today)
    except (PolarityError, VagueWordsError):
        return None
    except LedgerError as error:
        return str(error)
    return None


def _do(
    word: str, sitting: Sitting, new: NewForecast, article: Article, proposal: Proposal, found: int
) -> None:
    if word == "accept":
        say(added(recorded(sitting.book, new, sitting.today), width()))
        sitting.recorded += 1
    elif word == "attach":
        _attach(sitting, new, proposal, found)
    elif word == "reject":
        where = citation(article, proposal.candidate)
        sitting.book.reject(where, insist("Why"), found, sitting.today)
        sitting.rejected += 1
    else:
        sitting.skipped += 1


def _attach(sitting: Sitting, new: NewForecast, proposal: Proposal, found: int) -> None:
    """Cite a forecast of the book, or record a new one on a question of the book."""
    same = None if proposal.forecast is None else str(proposal.forecast)
    target = insist("To which forecast (its number) or question (as q7)", same)
    if is_question(target):
        asked = replace(new, question=target, all_of=(), any_of=())
        say(added(recorded(sitting.book, asked, sitting.today), width()))
        sitting.recorded += 1
        return
    where = new.citation or NewCitation()
    done = sitting.book.attach(target, where, found, sitting.today)
    say(carried(done, width()))
    sitting.cited += 1
