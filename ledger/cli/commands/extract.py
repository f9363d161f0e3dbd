"""`ledger extract`."""

from dataclasses import dataclass
from typing import Annotated

import typer

from ledger.cli.article_options import ArticleOptions, Read, Reader
from ledger.cli.asking import interactive
from ledger.cli.default_settings import reading_settings
from ledger.cli.groups import grouped
from ledger.cli.options import Format, Json, style
from ledger.cli.output import say, warn, width
from ledger.cli.replying import tell
from ledger.cli.reviewing import review as go_through
from ledger.cli.session import writing
from ledger.cli.taking import attributable, confidence, take
from ledger.errors import InputError, LedgerError
from ledger.formats.candidates import candidates

Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE|URL|-...", help="Text or HTML files, addresses; - is piped in."),
]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to do with the candidates, and who is to find them."""

    review: Annotated[
        bool | None, typer.Option("--review", help="Go through them one by one, on a terminal.")
    ]
    add: Annotated[
        bool | None, typer.Option("--add", help="Record those that can be checked, see --above.")
    ]
    above: Annotated[
        str | None, typer.Option(metavar="C", help="With --add: the least confidence; else 0.6.")
    ]
    llm: Annotated[
        str | None, typer.Option(metavar="MODEL", help="Ask a model of the llm library instead.")
    ]


@grouped
def run(
    ctx: typer.Context,
    files: Files,
    *,
    given: ArticleOptions,
    wanted: Wanted,
    format_: Format = None,
    json: Json = False,
) -> None:
    r"""Read articles for forecasts.

    Finds who said what, by when and in which words. No model and no network are used unless
    they are asked for, and without --review or --add nothing is recorded. HTML needs the extra
    html, --llm the extra llm.

    Deadlines are counted from the day of saying, else of publication. Where an article does
    not tell its day it is asked for on a terminal; in a pipe deadlines counted from it stay
    unanchored.

    --review shows each statement: accept it, edit it first, attach it to a forecast or question
    of the book, skip it, or reject it with a reason. What was decided is not asked again.
    --add takes those that can be checked, and cites what the book has already.

    For example:
      ledger extract article.txt --published 2017-03-01
      ledger extract article.txt --json
      ledger extract article.txt --review \
        --source "Daily Mail" --published 2017-03-01
      ledger extract article.txt --add --above 0.8 \
        --source "Daily Mail" --published 2017-03-01
    """
    look = style(format_, json)
    _fitting(wanted, look)
    failed: list[LedgerError] = []
    found = list(Reader(given, reading_settings(ctx), wanted.llm).read(files, failed))
    _done(ctx, found, wanted, look)
    if failed:
        raise typer.Exit(failed[0].exit_code)


def _done(ctx: typer.Context, found: list[Read], wanted: Wanted, look: str | None) -> None:
    """Review, record or show what was found."""
    if wanted.review:
        with writing(ctx) as (book, today):
            go_through(book, today, found)
    elif wanted.add:
        ready = attributable(found)
        with writing(ctx) as (book, today):
            taken = take(book, today, ready, confidence(wanted.above))
        tell(taken.text(width(), json=look == "json"))
    else:
        _show(found, look)


def _show(found: list[Read], look: str | None) -> None:
    if look is not None and not any(ones for _, ones in found):
        warn("no forecasts found")
    text = candidates(found, look, width())
    if text:
        say(text)


def _fitting(wanted: Wanted, look: str | None) -> None:
    """Refuse options that contradict each other."""
    if wanted.review and (wanted.add or look):
        raise InputError("--review asks and answers; leave out --add, --json and --format")
    if wanted.add and look not in {None, "json"}:
        raise InputError("--add prints what it records; leave out --format")
    if wanted.above is not None and not wanted.add:
        raise InputError("--above says what --add takes; give --add as well")
    confidence(wanted.above)
    if wanted.review and not interactive():
        raise InputError("--review asks on a terminal; in a pipe use --add, or --json")
