"""Bounds relative to another question's day: another one, not the day that is bounded."""

import pytest

from ledger.core.bounds import Bounded, circular


def until(question: str, other: str, offset: int = 0) -> Bounded:
    return Bounded(question, "until", question, other, offset)


@pytest.mark.parametrize(
    ("bounds", "refused"),
    [
        ([until("a", "a")], ["a"]),
        ([until("a", "a", 10)], ["a"]),  # every day is within 10 days of itself
        ([until("a", "b"), until("b", "a")], ["a", "b"]),
        ([until("a", "b", 10), until("b", "a", 10)], []),  # within 10 days of each other
        ([until("a", "b"), until("c", "b")], []),
        ([until("a", "b"), until("b", "c")], []),
        ([until("a", "b"), Bounded("b", "after", "b", "a")], []),  # said twice, but no circle
        ([], []),
    ],
)
def test_a_bound_is_the_day_of_another_question(bounds, refused):
    assert [place for place, _ in circular(bounds)] == refused
