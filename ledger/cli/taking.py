"""`ledger extract --add`: record what can be checked, cite what the book has already."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ledger.book import Ledger
from ledger.book.collecting import Proposal, citation, note_reading
from ledger.cli.article_options import Read
from ledger.cli.asking import insist, interactive
from ledger.cli.output import warn
from ledger.core import checks
from ledger.core.reports import Added, Shown
from ledger.errors import InputError, LedgerError
from ledger.formats import replies
from ledger.formats.json_text import json_text

LEAST = "0.6"


@dataclass(slots=True)
class Taken:
    """What was recorded, what was cited, and how many statements were left for a reason."""

    added: list[Added] = field(default_factory=list)
    cited: list[Shown] = field(default_factory=list)
    known: int = 0
    vague: int = 0
    unsure: int = 0
    refused: int = 0

    def text(self, width: int, *, json: bool) -> str:
        """Return the replies and the counts, in words or as JSON."""
        if json:
            return json_text(self)
        left = {
            "in the book or rejected before": self.known, "too vague to check": self.vague,
            "not sure enough": self.unsure, "refused": self.refused,
        }  # fmt: skip
        return replies.taken(self.added, self.cited, left, width)


def confidence(text: str | None) -> float:
    """Read --above, a number from 0 to 1."""
    try:
        return float(checks.probability(text or LEAST))
    except InputError:
        raise InputError(f'--above "{text}" is no number from 0 to 1; write 0.8') from None


def attributable(found: Sequence[Read]) -> list[Read]:
    """Return the articles with their outlets; one without outlet or day is refused."""
    ready = []
    for article, ones in found:
        if article.outlet is None and not ones:
            warn(f"no forecasts found in {article.name}")
            continue
        if article.outlet is None and interactive():
            outlet = insist(f"Which outlet printed {article.title or article.name}")
            ready.append((replace(article, outlet=checks.name(outlet, "source")), ones))
        elif article.outlet is None:
            raise InputError(f"{article.name} names no outlet; say which with --source OUTLET")
        else:
            ready.append((article, ones))
        if article.published is None and not all(one.made_latest for one in ones):
            raise InputError(f"{article.name} has no date; say when with --published DATE")
    return ready


def take(book: Ledger, today: dt.date, found: Sequence[Read], least: float) -> Taken:
    """Record the checkable candidates of which the rules are at least so sure."""
    taken = Taken()
    for article, ones in found:
        note_reading(book, citation(article), len(ones), today)
        for n in range(len(ones)):
            # Held against the book anew: the one before may say the same.
            proposal = book.propose(article, ones, today)[n]
            try:
                _take(book, today, (article, ones), proposal, least, taken)
            except LedgerError as error:
                warn(f"left out: {error}")
                taken.refused += 1
    return taken


def _take(
    book: Ledger, today: dt.date, read: Read, proposal: Proposal, least: float, taken: Taken
) -> None:
    (article, ones), one = read, proposal.candidate
    if proposal.state in {"recorded", "rejected"}:
        taken.known += 1
    elif one.resolvable == "vague":
        taken.vague += 1
    elif one.confidence < least:
        taken.unsure += 1
    elif proposal.forecast is not None:
        where = citation(article, one)
        taken.cited.append(book.attach(proposal.forecast, where, len(ones), today))
    else:
        taken.added.append(book.accept(book.request(article, one), len(ones), today))
