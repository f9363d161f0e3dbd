"""The commands: their help is the docstring, and an option that takes one value is given once.

Typer would run the examples together into one paragraph, and take the last of two values.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from typer.core import TyperCommand, TyperGroup

from ledger.errors import InputError


def write_help(text: str, formatter: Any) -> None:
    """Write a docstring: prose is filled to the width of the screen, indented lines are not."""
    for paragraph in text.split("\n\n"):
        formatter.write_paragraph()
        for verbatim, lines in groupby(paragraph.split("\n"), lambda line: line.startswith(" ")):
            with formatter.indentation():
                if verbatim:
                    formatter.write("".join(f"  {line}\n" for line in lines))
                else:
                    formatter.write_text(" ".join(lines))


class Once:
    """A command that refuses two values where it takes one: neither is dropped without a word."""

    def make_parser(self, ctx: Any) -> Any:
        """Return the parser of the command; it looks how often each option stands."""
        parser = super().make_parser(ctx)  # type: ignore[misc] # that of typer's command
        read = parser.parse_args

        def parse_args(args: list[str]) -> tuple[Any, list[str], list[Any]]:
            values, rest, order = read(args=args)
            if not ctx.resilient_parsing:  # words that are being completed
                _refuse_twice(order)
            return values, rest, order

        parser.parse_args = parse_args
        return parser


def _refuse_twice(order: Iterable[Any]) -> None:
    """Refuse an option that takes one value and stands twice; --help may stand anywhere."""
    met = set()
    for param in order:
        if getattr(param, "multiple", True) or param.is_eager:  # an argument has no such field
            continue
        if param.name in met:
            names = "/".join([*param.opts[:1], *param.secondary_opts[:1]])
            raise InputError(f"{names} stands twice; give one")
        met.add(param.name)


class Command(Once, TyperCommand):
    """A command whose examples stay on lines of their own."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the options; what the parser refuses is told with this command's help."""
        try:
            found: list[str] = super().parse_args(ctx, args)
        except Exception as error:
            if getattr(error, "ctx", ctx) is None:
                error.ctx = ctx  # type: ignore[attr-defined]
            raise
        return found

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Return the arguments of the usage line; typer puts braces around required ones."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """Write the docstring."""
        del ctx
        write_help(self.help or "", formatter)


class Group(Once, TyperGroup):
    """A command that has commands, such as `question`; its help likewise."""

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """Write the docstring."""
        del ctx
        write_help(self.help or "", formatter)
