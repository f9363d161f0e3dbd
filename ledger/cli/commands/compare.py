"""`ledger compare`."""

from typing import Annotated

import typer

from ledger.cli.groups import grouped
from ledger.cli.options import Format, Json, style
from ledger.cli.output import say, width
from ledger.cli.score_options import ChoiceOptions, ScoreOptions, request
from ledger.cli.session import reading
from ledger.errors import InputError
from ledger.formats.comparison import comparison, field


@grouped
def run(
    ctx: typer.Context,
    a: Annotated[str | None, typer.Argument(metavar="[A]", help="A forecaster.")] = None,
    b: Annotated[str | None, typer.Argument(metavar="[B]", help="Another one.")] = None,
    *,
    chosen: ChoiceOptions,
    scored: ScoreOptions,
    format_: Format = None,
    json: Json = False,
) -> None:
    """Compare forecasters on shared questions.

    Two of them: on the questions that both answered with the same deadline, with a permutation
    test of the scores and McNemar's test of the hits. Without names: everybody, the difficulty of
    questions taken out (two-way fixed effects).

    For example:
      ledger compare "Michael Fallon" "Stephen Townsend"
      ledger compare --tag war --score log
    """
    wanted = request(chosen, scored)
    if (a is None) != (b is None):
        raise InputError("compare takes two forecasters, or none for everybody; name another")
    with reading(ctx) as (book, today):
        if a is None or b is None:
            text = field(book.compare_all(wanted, today), style(format_, json), width())
        else:
            text = comparison(book.compare(a, b, wanted, today), style(format_, json), width())
    say(text)
