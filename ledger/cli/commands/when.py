"""`ledger when`."""

from typing import Annotated

import typer

from ledger.cli.default_settings import ReadingSettings, reading_settings
from ledger.cli.options import Format, Json, style
from ledger.cli.output import say, width
from ledger.core.deadlines import Window, read_deadline, read_statement, read_when
from ledger.errors import InputError
from ledger.formats.whens import deadline, statement


def run(
    ctx: typer.Context,
    phrase: Annotated[str, typer.Argument(metavar="PHRASE", help='Such as "within six months".')],
    *,
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="The day it was said, or printed; else today."),
    ] = None,
    said: Annotated[
        bool,
        typer.Option("--statement", help='Read a day of saying in the past, as "last month".'),
    ] = False,
    format_: Format = None,
    json: Json = False,
) -> None:
    """Read words about days.

    Prints the deadline that a phrase means when it is said on a day: the last day on time,
    between which days it may lie, how coarse the words are, and the rule in words. Words
    without a date, such as "soon", have no deadline. With --statement the phrase says when
    something was said, and --from is the day of the article.

    Hemisphere and fiscal year are those of the book; no book is needed.

    For example:
      ledger when "within six months" --from 2017-02-08
      ledger when "by the end of the decade" --from 2017-02-08 --json
      ledger when "around the new year" --from 2017-03-01 --statement
    """
    if not phrase.strip():
        raise InputError('the phrase is empty; write words such as "by the end of 2017"')
    settings = reading_settings(ctx)
    anchor = _anchor(from_, settings)
    show = _said if said else _due
    say(show(phrase, anchor, settings, style(format_, json)))


def _due(phrase: str, anchor: Window, settings: ReadingSettings, look: str | None) -> str:
    reading = read_deadline(phrase, anchor, settings.calendar)
    return deadline(phrase, anchor, reading, look, width())


def _said(phrase: str, anchor: Window, settings: ReadingSettings, look: str | None) -> str:
    typed = read_when(phrase, anchor.latest, settings.calendar)
    found = typed and read_statement(phrase, anchor.latest, settings.calendar)
    return statement(phrase, anchor, found, look, width())


def _anchor(text: str | None, settings: ReadingSettings) -> Window:
    if text is None:
        return Window(settings.today, settings.today)
    found = read_when(text, settings.today, settings.calendar)
    if found is None:
        meant = read_deadline(text, settings.today, settings.calendar)
        why = meant.problem if meant and meant.problem else "write it like 2017-02-08"
        raise InputError(f'cannot read --from "{text}" as a day; {why}')
    return found
