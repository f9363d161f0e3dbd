"""The manual of all commands as a page: their help, as the program prints it.

python -m ledger.cli.manual > docs/commands.md
"""

from typing import Any

import typer

from ledger.cli.app import EPILOG, SETTINGS, build, load
from ledger.cli.registry import COMMANDS

WIDTH = 78  # what the program itself leaves of 80 columns
TITLE = """\
# Commands

What `ledger --help` and `ledger COMMAND --help` print. This page is generated:
`python -m ledger.cli.manual > docs/commands.md`.
"""


def page() -> str:
    """Return the page."""
    program = build()
    sections = [TITLE, _section("ledger", program)]
    for name in COMMANDS:
        sections += _sections(f"ledger {name}", load(name))
    return "\n".join(sections)


def _sections(path: str, command: Any) -> list[str]:
    found = [_section(path, command)]
    for name, inner in getattr(command, "commands", {}).items():
        found += _sections(f"{path} {name}", inner)
    return found


def _section(path: str, command: Any) -> str:
    context = typer.Context(command, info_name=path, **SETTINGS, terminal_width=WIDTH)
    text = command.get_help(context).strip().removesuffix(EPILOG).rstrip()
    return f"## {path}\n\n```text\n{text}\n```\n"


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 - it is a generator's job
