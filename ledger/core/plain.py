"""The plain forecast: one event, at most one outlet and one answer, no windows of days.

Data sets hold them by the million. They take a short way through the program, which gives
the same journal and the same tables as the long one; this is what travels on it. What a plain
forecast comes to depends on little (how many days lie between deadline and answer, whether the
answer was out before the statement), so that each case is worked out once.
"""

import datetime as dt
import hashlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from ledger.core import counting, rulings
from ledger.core.model import Claim, Knowledge, Part, Question, Window
from ledger.core.timing import standing

# Of the outlet: source, title, url, day of publication, quote.
Cited = tuple[str, str, str, str, str | None]

# A bare tuple, since it is made and sent by the million; its fields are those of `Columns`.
Plain = tuple[
    int, str, str, str, str, str | None, str, str | None, float | None, str | None, bool,
    Cited | None, str, str, str, str, int | None, str, str | None, tuple[str, ...],
    tuple[str, ...], str | None, str,
]  # fmt: skip

# Places of what is looked up alone.
KEY: Final = 1
FORECASTER: Final = 3
DEADLINE: Final = 7
NEGATED: Final = 10
CITED: Final = 11
QUESTION: Final = 12
ANSWER: Final = 13
DAY: Final = 14
BODY: Final = 22


class Columns(NamedTuple):
    """What plain rows say and come to, column by column; None stands for what is not said.

    Days are ISO text. The answer is "on" or "not_by" with its day, or both are empty. The body
    is the normal form of the row's document as canonical JSON.
    """

    line: Sequence[int]
    key: Sequence[str]
    claim: Sequence[str]
    forecaster: Sequence[str]
    kind: Sequence[str]
    role: Sequence[str | None]
    made_on: Sequence[str]
    deadline: Sequence[str | None]
    probability: Sequence[float | None]
    phrase: Sequence[str | None]
    negated: Sequence[bool]
    cited: Sequence[Cited | None]
    question: Sequence[str]
    answer: Sequence[str]
    day: Sequence[str]
    verdict: Sequence[str]
    days_late: Sequence[int | None]
    state: Sequence[str]
    answered_on: Sequence[str | None]
    urls: Sequence[tuple[str, ...]]
    tags: Sequence[tuple[str, ...]]
    note: Sequence[str | None]
    body: Sequence[str]


def content_key(text: str) -> str:
    """Return the key of something that has none: the same content has the same key."""
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


_ASKED = Question(1, "", "")
_FIRST = 1  # the ordinal of the first day there is, so that the last one is not passed


def knowledge(answer: str, day: str) -> Knowledge:
    """Return what is known of a question after its one answer; `day` is ISO text."""
    return _knowledge(answer, dt.date.fromisoformat(day) if day else dt.date.min)


@lru_cache(maxsize=20_000)
def stands(
    answer: str, late: int, known: bool, dated: bool, negated: bool
) -> tuple[str, int | None, str]:
    """Return verdict, days late and state of a forecast on one event.

    `late` counts the days from deadline to answer; `known` says that the answer lies before
    the day of the statement. The case is worked out on the first days there are, which stand
    for all others like them.
    """
    deadline, day = _FIRST + max(-late, 0), _FIRST + max(late, 0)
    made = Window.on(dt.date.fromordinal(day + 1 if known else min(day, deadline)))
    due = Window.on(dt.date.fromordinal(deadline)) if dated else None
    claim = Claim((Part(1, negated=negated),), deadline=due)
    found = standing(claim, made, {1: _knowledge(answer, dt.date.fromordinal(day))})
    state = counting.state(found, struck=False, vague=False, void=False, dated=dated)
    return found.verdict.value, found.days_late, state


def _knowledge(answer: str, day: dt.date) -> Knowledge:
    nothing = rulings.unknown(_ASKED)
    if not answer:
        return nothing
    ruling = rulings.happened(day) if answer == "on" else rulings.not_by(day)
    return rulings.learn(_ASKED, nothing, ruling)
