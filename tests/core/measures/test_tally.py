"""Tally first: everything computed from counts equals what the rows give."""

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from ledger.core.measures.brier import brier
from ledger.core.measures.log_score import log_score
from ledger.core.measures.tally import Cell, Tally
from ledger.errors import InputError

percents = st.integers(0, 100).map(lambda k: k / 100)
rows = st.lists(st.tuples(percents, st.sampled_from([0, 1])), min_size=1, max_size=60)


@given(rows)
def test_a_tally_gives_what_its_rows_give(rows):
    tally = Tally.from_rows(rows)
    n = len(rows)
    sides = [(p, y) for p, y in rows if p != 0.5]
    assert tally.n == n
    assert tally.yes == sum(y for _, y in rows)
    assert tally.mean_brier == pytest.approx(sum(brier(y, p) for p, y in rows) / n)
    assert tally.mean_log_score == pytest.approx(sum(log_score(y, p) for p, y in rows) / n)
    assert tally.expected_yes == pytest.approx(sum(p for p, _ in rows))
    assert tally.sided == len(sides)
    assert tally.hits == sum((p > 0.5) == bool(y) for p, y in sides)
    assert tally.expected_hits == pytest.approx(sum(max(p, 1 - p) for p, _ in sides))


@given(rows, st.floats(0.01, 0.99))
def test_a_reference_says_one_probability_throughout(rows, p):
    tally = Tally.from_rows(rows)
    expected = sum(brier(y, p) for _, y in rows) / len(rows)
    assert tally.brier_of_always(p) == pytest.approx(expected)
    assert tally.brier_of_always(0.5) == pytest.approx(0.25)
    assert tally.mean_of(brier) == pytest.approx(tally.mean_brier)


@pytest.mark.parametrize("p", [0.0, 1.0, -1.0, 30.0])
def test_a_reference_outside_0_1_is_refused(p):
    with pytest.raises(InputError, match="reference"):
        Tally().brier_of_always(p)


@given(rows, rows)
def test_tallies_add_up_like_their_rows(first, second):
    assert Tally.from_rows(first) + Tally.from_rows(second) == Tally.from_rows(first + second)


def test_half_enters_brier_but_not_hits():
    tally = Tally.from_rows([(0.5, 1), (0.5, 0), (0.8, 1)])
    assert (tally.n, tally.sided, tally.hits) == (3, 1, 1)
    assert tally.mean_brier == pytest.approx((0.25 + 0.25 + 0.04) / 3)


def test_one_probability_is_one_cell_however_it_is_written():
    tally = Tally.from_rows([("0.7", 1), ("0.70", 0), (0.7, 1), (Decimal("0.700"), 1)])
    assert tally.cells == (Cell(0.7, no=1, yes=3),)


def test_cells_ascend_and_empty_ones_are_left_out():
    tally = Tally.from_counts({("0.9", 1): 2, ("0.1", 0): 1, ("0.4", 1): 0})
    assert [cell.probability for cell in tally.cells] == [0.1, 0.9]


def test_an_empty_tally_has_no_score_rather_than_zero():
    assert Tally().n == 0
    assert Tally().mean_brier is None
    assert Tally().mean_log_score is None
    assert Tally().brier_of_always(0.5) is None


@pytest.mark.parametrize(
    ("counts", "message"),
    [({("1.2", 1): 1}, "lies in 0"), ({("0.2", 2): 1}, "outcome"), ({("0.2", 1): -1}, "counts")],
)
def test_what_cannot_be_counted_is_refused(counts, message):
    with pytest.raises(InputError, match=message):
        Tally.from_counts(counts)
