"""Bounds that run in a circle: a question's day that is bounded by itself, at once or in turn.

The book asks here of what a person types or moves, the exchange of what a file holds.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Bounded(NamedTuple):
    """A question whose day is bounded, on one side, by the day of another one.

    `place` is where that stands; questions go by whatever names them to the caller.
    """

    place: str
    side: str  # after or until
    question: str
    other: str
    offset: int = 0  # days between them


def circular(bounds: Iterable[Bounded]) -> Iterator[tuple[str, str]]:
    """Yield place and reason of each bound that is its own day, in the bounds of one forecast.

    Two that bound each other on the same side are a circle as well; with days between them
    ("within 10 days of each other") they say something.
    """
    found = list(bounds)
    exact = {(bound.side, bound.question, bound.other) for bound in found if not bound.offset}
    for bound in found:
        if bound.question == bound.other:
            yield bound.place, f"the day of {bound.question} is bounded by itself"
        elif not bound.offset and (bound.side, bound.other, bound.question) in exact:
            yield bound.place, f"{bound.question} and {bound.other} bound each other"
