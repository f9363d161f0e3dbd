"""What the rules share: what is at hand, and the checks that several of them make."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ledger.core.deadlines import Calendar
from ledger.errors import InputError
from ledger.exchange.fields import Wrong

Doc = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ImportContext:
    """What is at hand when a document is checked.

    `question` returns the document of a question that stands in the book or in an earlier
    line, by its key; `forecaster` and `source` a name as the book has it.
    """

    today: dt.date
    question: Callable[[str], Doc | None] = lambda _: None
    calendar: Calendar = field(default_factory=Calendar)
    forecaster: Callable[[str], str] = str
    source: Callable[[str], str] = str


def in_order(doc: Doc, first: str, last: str, path: str, wrong: Wrong) -> None:
    """Refuse a first day that lies after the last one."""
    if first in doc and last in doc and doc[first] > doc[last]:
        message = f"{doc[first]} lies after {doc[last]}; put the earlier day first"
        wrong.append((path, message))


def past(doc: Doc, name: str, path: str, today: str, wrong: Wrong) -> None:
    """Refuse a day that is to come."""
    if doc.get(name, "") > today:
        message = f"{doc[name]} lies in the future (today is {today}); correct the day"
        wrong.append((f"{path}{name}", message))


def ask(check: Callable[[], None], path: str, wrong: Wrong) -> None:
    """Add what a check refuses to the problems."""
    try:
        check()
    except InputError as error:
        wrong.append((path, str(error)))


def numbered(doc: Doc, name: str) -> list[tuple[str, Doc]]:
    """Return the items of a list with the beginning of their paths: "parts[1]."."""
    return [(f"{name}[{n}].", one) for n, one in enumerate(doc.get(name, ()), 1)]


def known_option(option: str, known: Any, path: str, wrong: Wrong) -> None:
    """Refuse an option that the question does not have."""
    if option.casefold() not in {name.casefold() for name in known}:
        names = ", ".join(known)
        wrong.append((path, f'there is no option "{option}"; the options are: {names}'))
