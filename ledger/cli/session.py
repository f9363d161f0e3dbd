"""Opens the book for a command. Imported by commands only: it brings the database."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import typer

from ledger.book import Ledger
from ledger.cli.output import warn
from ledger.cli.where import DEFAULT_BOOK, Where, stands


class Session(NamedTuple):
    """An open book and the day on which it is read or written."""

    book: Ledger
    today: dt.date


@contextmanager
def reading(ctx: typer.Context) -> Iterator[Session]:
    """Open a book that exists."""
    where: Where = ctx.obj
    with Ledger.open(where.existing()) as book:
        yield Session(book, where.today or book.today())


@contextmanager
def writing(ctx: typer.Context) -> Iterator[Session]:
    """Open a book to write; the missing default book is made, unless something is refused."""
    where: Where = ctx.obj
    if where.db is not None or stands(DEFAULT_BOOK):
        with reading(ctx) as session:
            yield session
        return
    with Ledger.begin(DEFAULT_BOOK) as book:
        yield Session(book, where.today or book.today())
    warn(f"made a new book: {DEFAULT_BOOK} (days end in UTC)")
