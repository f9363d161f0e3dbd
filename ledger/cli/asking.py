"""Questions put to the person at the terminal. In a pipe nobody is asked."""

import sys
from collections.abc import Callable

from ledger.cli.output import warn
from ledger.errors import LedgerError
from ledger.formats.escape import escape


def interactive() -> bool:
    """Whether a person reads and types."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(label: str, default: str | None = None) -> str | None:
    """Ask for a line; an empty one is the default. Ctrl-D stops the command."""
    shown = f" [{escape(default)}]" if default else ""
    return _typed(f"{escape(label)}{shown}: ") or default


def _typed(question: str) -> str:
    """Return the line that is typed, once it is text."""
    while True:
        try:
            line = input(question).strip()
            line.encode()  # in some languages what is no text comes in as halves of characters
        except UnicodeError:
            warn("that cannot be read as text; set the terminal to UTF-8 and type it again")
        else:
            return line


def checked(label: str, check: Callable[[str], object], default: str | None = None) -> str | None:
    """Ask until what was typed passes a check; an empty line is the default."""
    while typed := ask(label, default):
        try:
            check(typed)
        except LedgerError as error:
            warn(str(error))
        else:
            return typed
    return None


def insist(
    label: str, default: str | None = None, check: Callable[[str], object] = str.strip
) -> str:
    """Ask until something is typed that passes a check."""
    while True:
        typed = checked(label, check, default)
        if typed:
            return typed
        warn("this needs an answer; type one, or leave with Ctrl-D")


def confirm(label: str, *, default: bool) -> bool:
    """Ask for yes or no."""
    while True:
        typed = _typed(f"{escape(label)} [{'Y/n' if default else 'y/N'}]: ").lower()
        if typed in {"", "y", "yes", "n", "no"}:
            return default if not typed else typed.startswith("y")
        warn(f'"{typed}" is neither yes nor no; type y or n')


def nothing(_typed: str) -> bool:
    """Take no answer but the words."""
    return False


def choose(
    label: str,
    words: tuple[str, ...],
    itself: Callable[[str], bool] = nothing,
    shown: str = "",
    default: str | None = None,
) -> str:
    """Ask for one of some words; their beginnings are enough where only one fits.

    What is an answer `itself`, such as a number, is returned as typed; what can be typed is then
    `shown` in the place of the words.
    """
    listed = shown or ", ".join(words)
    while True:
        typed = ask(f"{label} ({listed})", default) or ""
        folded = typed.lower()
        if folded in words:
            return folded
        if typed and itself(typed):
            return typed
        fitting = [word for word in words if typed and word.startswith(folded)]
        if len(fitting) == 1:
            return fitting[0]
        what = (
            f'"{typed}" {"fits several" if fitting else "is no answer"}' if typed else "no answer"
        )
        warn(f"{what}; type one of {', '.join(fitting) or listed}")
