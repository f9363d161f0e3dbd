"""`ledger question`."""

from typing import Annotated

import typer

from ledger.cli.helping import Command, Group
from ledger.cli.options import ForecastId, Format, Json, Why, style
from ledger.cli.output import say, width
from ledger.cli.replying import reply
from ledger.cli.session import reading, writing
from ledger.formats import registers, replies

Name = Annotated[str, typer.Argument(metavar="qN", help="The question's name, as q7.")]

app = typer.Typer(cls=Group, add_completion=False, rich_markup_mode=None)


@app.callback()
def group() -> None:
    """List, show, edit and merge questions; move forecasts.

    A question has one answer; forecasts that ask the same question are settled by one ruling.

    For example:
      ledger question list
      ledger question show q1
    """


@app.command("list", cls=Command)
def listed(
    ctx: typer.Context,
    *,
    search: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Only questions with these words.")
    ] = None,
    format_: Format = None,
    json: Json = False,
) -> None:
    """List the questions.

    For example:
      ledger question list --search Mosul
    """
    with reading(ctx) as (book, _today):
        found = book.questions(search)
    say(registers.questions(found, style(format_, json), width()))


@app.command("show", cls=Command)
def show(ctx: typer.Context, name: Name, *, format_: Format = None, json: Json = False) -> None:
    """Show one question with its rulings.

    For example:
      ledger question show q1
    """
    with reading(ctx) as (book, _today):
        found = book.question(name)
    say(registers.question(found, style(format_, json), width()))


@app.command("edit", cls=Command)
def edit(
    ctx: typer.Context,
    name: Name,
    *,
    criteria: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What would settle it.")
    ] = None,
    judge: Annotated[
        str | None, typer.Option(metavar="NAME", help="Whose word settles it.")
    ] = None,
    opens: Annotated[
        str | None, typer.Option(metavar="DATE", help="The first day that counts for it.")
    ] = None,
    text: Annotated[str | None, typer.Option(metavar="TEXT", help="How it should read.")] = None,
    unit: Annotated[
        str | None, typer.Option(metavar="UNIT", help="What the number counts.")
    ] = None,
    json: Json = False,
) -> None:
    """Change what settles a question, or how it reads.

    For example:
      ledger question edit q1 --criteria "officially declared" --judge "the UN"
    """
    changes = {"criteria": criteria, "judge": judge, "opens": opens, "text": text, "unit": unit}
    with writing(ctx) as (book, today):
        done = book.edit_question(name, changes, today)
    reply(done, lambda width: replies.rearranged(done, width), json=json)


@app.command("merge", cls=Command)
def merge(
    ctx: typer.Context,
    gone: Annotated[str, typer.Argument(metavar="qA", help="The question that goes.")],
    stays: Annotated[str, typer.Argument(metavar="qB", help="The question that stays.")],
    *,
    why: Why,
    json: Json = False,
) -> None:
    """Let one question take the place of another.

    For example:
      ledger question merge q2 q1 --why "the same event"
    """
    with writing(ctx) as (book, today):
        done = book.merge_questions(gone, stays, why, today)
    reply(done, lambda width: replies.rearranged(done, width), json=json)


@app.command("move", cls=Command)
def move(
    ctx: typer.Context,
    forecast: ForecastId,
    name: Name,
    *,
    part: Annotated[
        int | None, typer.Option(metavar="N", help="Which part; 0 is the condition.")
    ] = None,
    json: Json = False,
) -> None:
    """Put a forecast, or one part of it, to another question.

    For example:
      ledger question move 2 q1
    """
    with writing(ctx) as (book, today):
        done = book.move(forecast, name, today, part)
    reply(done, lambda width: replies.rearranged(done, width), json=json)
