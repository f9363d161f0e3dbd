"""Questions put to the person at the terminal. In a pipe nobody is asked."""

import sys

from ledger.formats.escape import escape


def interactive() -> bool:
    """Whether a person reads and types."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(label: str, default: str | None = None) -> str | None:
    """Ask for a line; an empty one is the default. Ctrl-D stops the command."""
    shown = f" [{escape(default)}]" if default else ""
    return input(f"{escape(label)}{shown}: ").strip() or default


def insist(label: str, default: str | None = None) -> str:
    """Ask until something is typed."""
    while True:
        typed = ask(label, default)
        if typed:
            return typed


def confirm(label: str, *, default: bool) -> bool:
    """Ask for yes or no."""
    while True:
        typed = input(f"{escape(label)} [{'Y/n' if default else 'y/N'}]: ").strip().lower()
        if typed in {"", "y", "yes", "n", "no"}:
            return default if not typed else typed.startswith("y")


def choose(label: str, options: tuple[str, ...]) -> str:
    """Ask for one of some words; their beginnings are enough where only one fits."""
    while True:
        typed = insist(f"{label} ({', '.join(options)})").lower()
        fitting = [option for option in options if option.startswith(typed)]
        if typed in options:
            return typed
        if len(fitting) == 1:
            return fitting[0]
