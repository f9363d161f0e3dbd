"""What commands need that work without a book: its settings where there is one, and the day."""

import datetime as dt
from typing import NamedTuple

import typer

from ledger.cli.session import reading
from ledger.cli.where import DEFAULT_BOOK, Where, stands
from ledger.core.deadlines import Calendar


class Desk(NamedTuple):
    """By which settings words are read, and the day on which they are."""

    calendar: Calendar
    today: dt.date


def desk(ctx: typer.Context) -> Desk:
    """Return the settings of the book; where none was named and none stands here, the usual."""
    where: Where = ctx.obj
    if where.db is None and not stands(DEFAULT_BOOK):
        return Desk(Calendar(), where.today or dt.datetime.now(dt.UTC).date())
    with reading(ctx) as (book, today):
        return Desk(book.settings.calendar(), today)
