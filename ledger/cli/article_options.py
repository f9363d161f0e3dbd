"""The options that say what an article is, and reading articles with them."""

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

import typer

from ledger.articles import Article, Candidate, ask_model, extract, read_article
from ledger.articles.texts.reading import MAX_BYTES
from ledger.book.days import publication_day
from ledger.cli.asking import ask, interactive
from ledger.cli.default_settings import ReadingSettings
from ledger.cli.output import warn
from ledger.core import checks
from ledger.errors import InputError, LedgerError

Read = tuple[Article, tuple[Candidate, ...]]


@dataclass(frozen=True, slots=True)
class ArticleOptions:
    """What is known of an article; it takes the place of what is found in it."""

    source: Annotated[str | None, typer.Option(metavar="OUTLET", help="The outlet.")]
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The article's title.")]
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When it was published; never guessed.")
    ]
    url: Annotated[str | None, typer.Option(metavar="URL", help="The article's address.")]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads what the user named, one after another, and remembers what could not be read."""

    given: ArticleOptions
    settings: ReadingSettings
    model: str | None = None

    def read(self, names: Sequence[str], failed: list[LedgerError]) -> Iterator[Read]:
        """Yield each article with its candidates; among several, a bad one is told and passed."""
        if len(names) > 1 and (self.given.title or self.given.url):
            raise InputError("--title and --url are of one article; name one file with them")
        published = _published(self.given.published, self.settings)
        for name in names:
            try:
                article = self._article(name, published)
                found = article, self._candidates(article)
            except LedgerError as error:
                if len(names) == 1:
                    raise
                warn(str(error))
                failed.append(error)
            else:
                yield found

    def _article(self, name: str, published: dt.date | None) -> Article:
        found = read_article(
            name,
            stdin=lambda: sys.stdin.buffer.read(MAX_BYTES + 1),
            title=self.given.title and checks.line(self.given.title, "title"),
            outlet=self.given.source and checks.name(self.given.source, "source"),
            published=published,
            url=self.given.url and checks.address(self.given.url),
        )
        # The day matters to deadlines only: where nothing is found nobody is asked for it.
        if found.published or not (self.model or extract(found, self.settings.calendar)):
            return found
        return _dated(found, self.settings)

    def _candidates(self, article: Article) -> tuple[Candidate, ...]:
        if self.model is None:
            return extract(article, self.settings.calendar)
        found, warnings = ask_model(article, self.model, self.settings.calendar)
        for text in warnings:
            warn(text)
        return found


def _published(text: str | None, settings: ReadingSettings) -> dt.date | None:
    return publication_day(text, settings.today, settings.calendar) if text else None


def _dated(article: Article, settings: ReadingSettings) -> Article:
    """Ask a person for the day; in a pipe go on without one, for today is never meant."""
    while interactive():
        try:
            typed = ask(f"When was {article.name} published (empty: not known)")
            return replace(article, published=_published(typed, settings))
        except InputError as error:
            warn(str(error))
    warn(f"no date in {article.name}: deadlines stay unanchored; add --published DATE")
    return article
