"""Figures that others published, recomputed from their data."""

import csv
from pathlib import Path

import pytest

from ledger.core.measures.calibration import corp
from ledger.core.measures.intervals import wilson
from ledger.core.measures.shrinkage import Record, choose_prior, ranks, shrink
from tests.core.tallies import tallied

DATA = Path(__file__).parents[2] / "data"


def rows(path):
    with (DATA / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def games():
    return tallied((row["prob1"], int(row["prob1_outcome"])) for row in rows("wnba/wnba_games.csv"))


def test_wnba_mean_brier(games):
    assert games.n == 450
    assert round(games.mean_brier, 6) == 0.217931


def test_wnba_either_teams_probability_is_the_same_forecast(games):
    other = tallied(
        (row["prob2"], int(row["prob2_outcome"])) for row in rows("wnba/wnba_games.csv")
    )
    assert other.mean_brier == pytest.approx(games.mean_brier)
    assert corp(other).mcb == pytest.approx(corp(games).mcb)


@pytest.mark.parametrize(
    ("pundit", "hits", "n", "low", "high"),
    [("Paul Krugman", 15, 17, 0.657, 0.967), ("Cal Thomas", 1, 15, 0.012, 0.298)],
)
def test_hamilton_hits_with_wilson_intervals(pundit, hits, n, low, high):
    row = next(row for row in rows("hamilton/pundits.csv") if row["pundit"] == pundit)
    assert (int(row["right"]), int(row["n"])) == (hits, n)
    found = wilson(hits, n)
    assert (round(found.low, 3), round(found.high, 3)) == (low, high)


def test_hamilton_ranks_on_the_shrunken_rate_not_on_the_raw_one():
    records = {
        row["pundit"]: Record(int(row["right"]), int(row["n"]))
        for row in rows("hamilton/pundits.csv")
        if row["n"]
    }
    prior = choose_prior(records.values())
    assert prior.method == "pooled mean, strength 10"
    found = ranks({name: shrink(record, prior).mean for name, record in records.items()})
    assert found["Paul Krugman"] == 1
    assert found["Cal Thomas"] == len(records)
