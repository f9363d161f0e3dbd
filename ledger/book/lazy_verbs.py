"""What the facade delegates to: modules loaded when first used, and readings of one moment."""

import sqlite3
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

from ledger.lazy import lazy
from ledger.store.transactions import snapshot

if TYPE_CHECKING:
    from ledger.book import (
        collecting,
        comparing,
        curves,
        moving,
        opening,
        people,
        question_changes,
        questions,
        reading,
        recording,
        ruling,
        scoring,
        trust,
        waiting,
    )
else:  # a command pays only for what it uses
    collecting = lazy("ledger.book.collecting")
    comparing = lazy("ledger.book.comparing")
    curves = lazy("ledger.book.curves")
    moving = lazy("ledger.book.moving")
    opening = lazy("ledger.book.opening")
    people = lazy("ledger.book.people")
    questions = lazy("ledger.book.questions")
    reading = lazy("ledger.book.reading")
    question_changes = lazy("ledger.book.question_changes")
    recording = lazy("ledger.book.recording")
    ruling = lazy("ledger.book.ruling")
    scoring = lazy("ledger.book.scoring")
    trust = lazy("ledger.book.trust")
    waiting = lazy("ledger.book.waiting")

__all__ = [
    "collecting",
    "comparing",
    "curves",
    "moving",
    "one_moment",
    "opening",
    "people",
    "question_changes",
    "questions",
    "reading",
    "recording",
    "ruling",
    "scoring",
    "trust",
    "waiting",
]  # fmt: skip


class _Open(Protocol):
    con: sqlite3.Connection


Book = TypeVar("Book", bound=_Open)
Asked = ParamSpec("Asked")
Found = TypeVar("Found")


def one_moment(
    verb: Callable[Concatenate[Book, Asked], Found],
) -> Callable[Concatenate[Book, Asked], Found]:
    """Let a verb read the book as of one moment: its queries fit together, whoever writes.

    Writers wait for as long as the queries run, no longer: what is found is held in memory.
    """

    @wraps(verb)
    def read(book: Book, /, *args: Asked.args, **options: Asked.kwargs) -> Found:
        with snapshot(book.con):
            return verb(book, *args, **options)

    return read
