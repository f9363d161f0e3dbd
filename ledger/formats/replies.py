"""What a writing command answers: one calm line, and what follows from it."""

import re

from ledger.core.reports import Added, Imported, Resolved, Settled, Shown
from ledger.formats.escape import one_line
from ledger.formats.listing import claim
from ledger.formats.words import lateness, span
from ledger.formats.wrapping import WIDTH, hang

# How an answer about an event begins; numbers and options are not asked "did it happen?".
EVENT = re.compile(r"yes, [0-9]{4}-|no, and it |not by [0-9]{4}-|not known")


def added(one: Added, width: int = WIDTH) -> str:
    """Return what `add` recorded: its number, how the deadline was read, what else to know."""
    known = "" if one.new else " (recorded already)"
    asks = f"asks {', '.join(one.questions)}"
    if not any(note.startswith("said ") for note in one.notes):
        asks = f"said {span(one.made_on, one.made_on_latest)}; {asks}"
    lines = hang(f"{one.id}  ", f"{one.forecaster}: {claim(one)}{known}", width)
    due = f"due {one.reading}" if one.deadline else one.reading
    for text in (due, *one.notes, asks):
        lines += hang("", text, width, 3)
    return "\n".join(lines)


def changed(one: Shown, what: str, width: int = WIDTH) -> str:
    """Return which forecast was changed, and how."""
    forecast = one.forecast
    named = f"{forecast.forecaster}: {claim(forecast)}"
    lines = [*hang(f"{forecast.id}  ", named, width), *hang("", what, width, 3)]
    return "\n".join(lines)


def resolved(one: Resolved) -> str:
    """Return the question, its answer, and every forecast that the ruling settles."""
    if one.question is None:
        return "\n".join(f"forecast {each.id}: {one_line(one.answer)}" for each in one.settled)
    settled = [_settled(each) for each in one.settled]
    asked = _asked(one)
    if len(settled) == 1:
        return f"{asked} -> {settled[0]}"
    if not settled:
        return f"{asked} (no forecast asks it)"
    return "\n".join([asked, *(f"  -> {line}" for line in settled)])


def _asked(one: Resolved) -> str:
    text, answer = one_line(one.text), one_line(one.answer)
    if EVENT.match(answer):
        return f'Did "{text}" happen? {answer}'
    return f'"{text}": {answer}'


def _settled(one: Settled) -> str:
    late = lateness(one.days_late)
    verdict = "still open" if one.verdict == "pending" else one.verdict
    said = f"forecast {one.id}{' (not)' if one.negated else ''}: {verdict}"
    return f"{said}, {late}" if late else said


def imported(one: Imported) -> str:
    """Return how many forecasts an import took in."""
    if one.dry_run:
        return f"dry run: {one.added:,} would be added, {one.known:,} are in the book already"
    return f"{one.added:,} added, {one.known:,} were in the book already"


def problems(one: Imported) -> list[str]:
    """Return one line for each problem of an import."""
    return [f"line {p.line}, {p.column}: {p.message}" for p in one.problems]
