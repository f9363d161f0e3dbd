"""`ledger resolve`."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

import typer

from ledger.book import Ledger, NewRuling
from ledger.book.lookup import is_question
from ledger.cli.asking import interactive
from ledger.cli.groups import grouped
from ledger.cli.options import Json
from ledger.cli.replying import reply
from ledger.cli.ruling_options import RulingOptions
from ledger.cli.session import writing
from ledger.cli.walking import walk
from ledger.core.reports import Resolved
from ledger.errors import InputError
from ledger.formats.replies import resolved


@dataclass(frozen=True, slots=True)
class Words:
    """The words after `resolve`: a forecast or a question, the answer, the reason."""

    target: Annotated[
        str | None, typer.Argument(metavar="ID|qN", help="A forecast's number, or a question.")
    ]
    answer: Annotated[
        str | None, typer.Argument(metavar="yes|no|void|vague", help="For a forecast.")
    ]
    reason: Annotated[
        str | None, typer.Argument(metavar="WHY", help="The reason for void or vague.")
    ]


@grouped
def run(ctx: typer.Context, *, words: Words, said: RulingOptions, json: Json = False) -> None:
    """Rule on what happened.

    yes and no answer the forecast's question in its positive form, whoever predicted what: did
    it happen? "no" means not by the deadline. void and vague concern that forecast alone, until
    `ledger amend ID --checkable` takes them back. On a question (qN) one option says the answer,
    and settles every forecast that asks it; the number of a forecast with one part stands for its
    question. A ruling that contradicts an earlier one is refused unless it replaces it. Without
    arguments, on a terminal, it walks through what is due.

    For example:
      ledger resolve 1 yes --on 2017-11-17 --evidence https://example.org/article
      ledger resolve 1 no
      ledger resolve 1 void "the quote was forged"
      ledger resolve q2 --on 2017-07-10..2017-07-21 --note "the last clashes"
      ledger resolve q2 --not-by 2017-08-08
      ledger resolve q4 --value 3.2
      ledger resolve q2 --on 2017-07-10 --replace 1 --why "it was declared then"
    """
    ruling = said.request()
    if words.target is None and (json or ruling != NewRuling()):
        raise InputError("these options rule on one thing; name a forecast (1) or a question (q1)")
    if words.target is None and not interactive():
        raise InputError("nothing to resolve; name a forecast (1) or a question (q1)")
    with writing(ctx) as (book, today):
        if words.target is None:
            walk(book, today)
            return
        done = _ruled(book, words, ruling, today)
    reply(done, lambda width: resolved(done, width), json=json)


def _ruled(book: Ledger, words: Words, ruling: NewRuling, today: dt.date) -> Resolved:
    target = str(words.target)
    if not is_question(target):
        return book.answer(target, words.answer, words.reason, ruling, today)
    if words.answer is not None:
        raise InputError(
            f"{words.answer} answers a forecast, and {target} is none; name the forecast by its "
            "number, or answer a question with --on, --not-by, --never, --value or --option"
        )
    return book.resolve(target, ruling, today)
