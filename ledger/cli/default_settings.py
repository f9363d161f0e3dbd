"""What commands need that work without a book: its settings where there is one, and the day."""

import datetime as dt
from typing import NamedTuple

import typer

from ledger.cli.session import reading
from ledger.cli.where import DEFAULT_BOOK, Where, stands
from ledger.core.deadlines import Calendar


class ReadingSettings(NamedTuple):
    """By which settings words are read, and the day on which they are."""

    calendar: Calendar
    today: dt.date


def reading_settings(ctx: typer.Context) -> ReadingSettings:
    """Return the settings of the book; where none was named and none stands here, the usual."""
    where: Where = ctx.obj
    if where.db is None and not stands(DEFAULT_BOOK):
        return ReadingSettings(Calendar(), where.today or dt.datetime.now(dt.UTC).date())
    with reading(ctx) as (book, today):
        return ReadingSettings(book.settings.calendar(), today)
