"""Tally first: everything computed from counts equals what the rows give."""

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from ledger.core.measures.brier import brier
from ledger.core.measures.tally import Cell, Tally
from ledger.errors import InputError
from tests.core.tallies import tallied

percents = st.integers(0, 100).map(lambda k: k / 100)
rows = st.lists(st.tuples(percents, st.sampled_from([0, 1])), min_size=1, max_size=60)


@given(rows)
def test_a_tally_gives_what_its_rows_give(rows):
    tally = tallied(rows)
    n = len(rows)
    assert tally.n == n
    assert tally.yes == sum(y for _, y in rows)
    assert tally.mean_brier == pytest.approx(sum(brier(y, p) for p, y in rows) / n)
    assert tally.expected_yes == pytest.approx(sum(p for p, _ in rows))
    assert tally.sided == sum(p != 0.5 for p, _ in rows)


@given(rows, rows)
def test_tallies_add_up_like_their_rows(first, second):
    assert tallied(first) + tallied(second) == tallied(first + second)


def test_half_enters_brier_but_not_hits():
    tally = tallied([(0.5, 1), (0.5, 0), (0.8, 1)])
    assert (tally.n, tally.sided) == (3, 1)
    assert tally.mean_brier == pytest.approx((0.25 + 0.25 + 0.04) / 3)


def test_one_probability_is_one_cell_however_it_is_written():
    tally = tallied([("0.7", 1), ("0.70", 0), (0.7, 1), (Decimal("0.700"), 1)])
    assert tally.cells == (Cell(0.7, no=1, yes=3),)


def test_cells_ascend_and_empty_ones_are_left_out():
    tally = Tally.from_counts({("0.9", 1): 2, ("0.1", 0): 1, ("0.4", 1): 0})
    assert [cell.probability for cell in tally.cells] == [0.1, 0.9]


def test_an_empty_tally_has_no_score_rather_than_zero():
    assert Tally().n == 0
    assert Tally().mean_brier is None


@pytest.mark.parametrize(
    ("counts", "message"),
    [({("1.2", 1): 1}, "lies in 0"), ({("0.2", 2): 1}, "outcome"), ({("0.2", 1): -1}, "counts")],
)
def test_what_cannot_be_counted_is_refused(counts, message):
    with pytest.raises(InputError, match=message):
        Tally.from_counts(counts)
