"""Sets of answers obey the algebra of sets."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from ledger.core.spans import (
    ANY_DAY,
    ANY_DAY_OR_NEVER,
    ANY_NUMBER,
    LAST_DAY,
    NEVER,
    ONLY_NEVER,
    Spans,
    days,
    first_day,
    last_day,
)

SMALL = frozenset(range(12))
small_sets = st.frozensets(st.sampled_from(sorted(SMALL)))


def whole(numbers) -> Spans:
    spans = Spans()
    for number in numbers:
        spans |= Spans.whole(number, number)
    return spans


def members(spans: Spans) -> frozenset[int]:
    return frozenset(n for n in SMALL if not spans.isdisjoint(Spans.whole(n, n)))


# A set of numbers is told by which of the points and gaps of a small axis lie in it:
# -inf ) 0 ( gap ) 1 ( gap ) 2 ... ; slot 2i+1 is the point i, the even slots are the gaps.
SLOTS = 9
slot_sets = st.frozensets(st.integers(0, SLOTS - 1))


def slot(number: int) -> Spans:
    point = Decimal(number // 2)
    if number % 2:
        return Spans.between((point, 0), (point, 1))
    low = (point - 1, 1) if number else None
    return Spans.between(low, (point, 0) if number < SLOTS - 1 else None)


def slots(numbers) -> Spans:
    spans = Spans()
    for number in numbers:
        spans |= slot(number)
    return spans


@given(small_sets)
def test_whole_numbers_come_back_as_they_went_in(a):
    assert members(whole(a)) == a
    assert bool(whole(a)) == bool(a)


@given(small_sets, small_sets)
def test_whole_number_sets_obey_set_algebra(a, b):
    assert whole(a) | whole(b) == whole(a | b)
    assert whole(a) & whole(b) == whole(a & b)
    assert whole(a) - whole(b) == whole(a - b)
    assert (whole(a) <= whole(b)) == (a <= b)
    assert whole(a).isdisjoint(whole(b)) == a.isdisjoint(b)


@given(slot_sets, slot_sets)
def test_number_sets_with_open_and_closed_ends_obey_set_algebra(a, b):
    assert slots(a) | slots(b) == slots(a | b)
    assert slots(a) & slots(b) == slots(a & b)
    assert slots(a) - slots(b) == slots(a - b)
    assert (slots(a) <= slots(b)) == (a <= b)
    assert ANY_NUMBER - slots(a) == slots(frozenset(range(SLOTS)) - a)


@given(slot_sets, slot_sets)
def test_equal_sets_have_equal_cuts_however_they_were_made(a, b):
    cuts = ((slots(a) - slots(b)) | (slots(a) & slots(b))).cuts
    assert cuts == slots(a).cuts
    assert list(cuts) == sorted(set(cuts))


@given(small_sets)
def test_pieces_are_disjoint_intervals_in_order(a):
    pieces = list(whole(a).pieces())
    assert Spans(tuple(cut for piece in pieces for cut in piece)) == whole(a)
    assert all(low < high for low, high in pieces)


@pytest.mark.parametrize(
    ("spans", "empty"),
    [
        (Spans.whole(3, 2), True),
        (Spans.whole(3, 3), False),
        (Spans.between((Decimal(2), 0), (Decimal(1), 1)), True),
        (Spans.between((Decimal(1), 1), (Decimal(1), 0)), True),
        (Spans.between((Decimal(1), 0), (Decimal(1), 1)), False),
    ],
)
def test_an_interval_that_ends_before_it_starts_is_empty(spans, empty):
    assert bool(spans) is not empty


def test_never_is_an_answer_and_not_a_day():
    assert ANY_DAY.isdisjoint(ONLY_NEVER)
    assert ANY_DAY | ONLY_NEVER == ANY_DAY_OR_NEVER
    assert last_day(ANY_DAY) == LAST_DAY
    assert last_day(ANY_DAY_OR_NEVER) == first_day(ONLY_NEVER) == NEVER


def test_days_are_inclusive_at_both_ends():
    first, last = dt.date(2017, 7, 10), dt.date(2017, 10, 17)
    assert first_day(days(first, last)) == first.toordinal()
    assert last_day(days(first, last)) == last.toordinal()
    assert days(None, last) & days(first, None) == days(first, last)
