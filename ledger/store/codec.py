"""Between the JSON of the journal, the columns of the tables and the records of the model."""

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ledger.core import rulings
from ledger.core.model import Bound, Interval, Kind, Knowledge, Part, Question, Ruling, Window
from ledger.core.spans import Cut, Spans

Doc = Mapping[str, Any]

ENDS = ("at_least", "more_than", "at_most", "less_than")
SAID = (*rulings.FORMS, "on_latest", "high", "final")
QUESTION = ("key", "text", "kind", "options", "ordered", "unit", "opens", "criteria", "judge")


@lru_cache(maxsize=20_000)
def day(text: str) -> dt.date:
    """Read an ISO day; days repeat, so that they are kept."""
    return dt.date.fromisoformat(text)


def window(earliest: str | None, latest: str | None) -> Window | None:
    """Return the window between two ISO days; one of them stands for both."""
    first, last = earliest or latest, latest or earliest
    return Window(day(first), day(last)) if first and last else None


def named_deadline(row: Doc) -> Window | None:
    """Return the deadline that a forecast was given; one that hangs on other days is not."""
    return None if row["hangs"] else window(row["deadline_earliest"], row["deadline"])


def spans_text(spans: Spans) -> str:
    """Write a set of answers as JSON: a list of cuts."""
    return json.dumps([[v if isinstance(v, int) else str(v), side] for v, side in spans.cuts])


def spans(text: str) -> Spans:
    """Read a set of answers."""
    return Spans(tuple(_cut(value, side) for value, side in json.loads(text)))


def _cut(value: int | str, side: int) -> Cut:
    return (value if isinstance(value, int) else Decimal(value), side)


def interval(doc: Doc) -> Interval | None:
    """Read the numbers a part accepts: at_least, more_than, at_most, less_than."""
    if not any(doc.get(end) is not None for end in ENDS):
        return None
    low, high = doc.get("at_least", doc.get("more_than")), doc.get("at_most", doc.get("less_than"))
    return Interval(
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
        doc.get("more_than") is not None,
        doc.get("less_than") is not None,
    )


def question(number: int, doc: Doc) -> Question:
    """Build a question from its document."""
    return Question(
        number,
        doc["key"],
        doc["text"],
        Kind(doc.get("kind") or "event"),
        tuple(doc.get("options") or ()),
        bool(doc.get("ordered")),
        doc.get("unit"),
        day(doc["opens"]) if doc.get("opens") else None,
        doc.get("criteria"),
        doc.get("judge"),
    )


def knowledge(asked: Question, row: Doc) -> Knowledge:
    """Build what is known of a question from its row: known, final, annulled, public_on."""
    possible = spans(row["known"]) if row["known"] else asked.universe()
    public = day(row["public_on"]) if row["public_on"] else None
    return Knowledge(possible, bool(row["final"]), row["annulled"] is not None, public)


def part(question_id: int, asked: Question, row: Doc) -> Part:
    """Build a part from its row (columns of the table `part`)."""
    if asked.kind is Kind.NUMBER:
        return Part(question_id, asked.kind, bool(row["negated"]),
                    interval=interval(json.loads(row["interval"] or "{}")))  # fmt: skip
    if asked.kind is Kind.CHOICE:
        names = json.loads(row["options"] or "[]")
        numbers = tuple(rulings.option_number(asked, name) for name in names)
        return Part(question_id, asked.kind, bool(row["negated"]), options=numbers)
    return Part(
        question_id,
        negated=bool(row["negated"]),
        after=_bound(row["after"], row["after_latest"], row["after_question"], row["after_offset"]),
        until=_bound(
            row["until_earliest"], row["until"], row["until_question"], row["until_offset"]
        ),
    )


def _bound(
    earliest: str | None, latest: str | None, other: int | None, offset: int | None
) -> Bound | None:
    days = window(earliest, latest)
    if days is None and other is None:
        return None
    return Bound(days, other, offset or 0)


def ruling(asked: Question, doc: Doc) -> Ruling:
    """Build a ruling from what was said."""
    made = _ruling(asked, doc)
    dates = [day(item["date"]) for item in doc.get("evidence") or () if item.get("date")]
    replaces = bool(doc.get("replaces"))
    return Ruling(made.possible, made.final, made.annuls, replaces, min(dates, default=None))


def _ruling(asked: Question, doc: Doc) -> Ruling:
    form = next(form for form in _READ if doc.get(form) not in (None, False))
    return _READ[form](asked, doc)


_READ: dict[str, Callable[[Question, Doc], Ruling]] = {
    "void": lambda *_: rulings.annul(),
    "never": lambda *_: rulings.never(),
    "not_by": lambda _, doc: rulings.not_by(day(doc["not_by"]), final=bool(doc.get("final"))),
    "on": lambda _, doc: rulings.happened(day(doc["on"]), day(doc.get("on_latest") or doc["on"])),
    "option": lambda asked, doc: rulings.options(asked, [doc["option"]]),
    "not_options": lambda asked, doc: rulings.options_out(
        asked, doc["not_options"], final=bool(doc.get("final"))
    ),
    "value": lambda _, doc: rulings.value(Decimal(doc["value"])),
    "low": lambda _, doc: rulings.value(
        Decimal(doc["low"]), Decimal(doc["high"]), final=bool(doc.get("final"))
    ),
}


def said(doc: Doc) -> dict[str, Any]:
    """Return the ruling itself, without who, why and evidence."""
    return {name: doc[name] for name in SAID if doc.get(name) not in (None, False)}


def as_dict(names: Sequence[str], row: Sequence[Any]) -> dict[str, Any]:
    """Return a row as a dictionary."""
    return dict(zip(names, row, strict=True))
