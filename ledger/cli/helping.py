"""The help of a command: its docstring, indented lines kept as they are.

Typer would run the examples together into one paragraph.
"""

from itertools import groupby
from typing import Any

from typer.core import TyperCommand, TyperGroup


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


class Command(TyperCommand):
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


class Group(TyperGroup):
    """A command that has commands, such as `question`; its help likewise."""

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """Write the docstring."""
        del ctx
        write_help(self.help or "", formatter)
