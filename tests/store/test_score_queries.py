"""Every score query is asked of the planner: the hot ones walk a covering index."""

import sqlite3
from itertools import combinations

import pytest

from ledger.store import score_queries, score_rows
from ledger.store.connect import scratch
from ledger.store.score_groups import FILTERS, GROUPINGS
from ledger.store.score_queries import Values, Wanted

VALUES = {
    "as_of": "2020-01-01", "forecaster": 1, "source": 1, "tag": "war",
    "made_from": "2019-01-01", "made_to": "2020-01-01",
}  # fmt: skip
TEMPLATES = ("_TALLY", "_CLUSTERS", "_LATENESS")


@pytest.fixture(scope="module")
def con():
    return scratch()


def plan(con: sqlite3.Connection, wanted: Wanted, template: str) -> str:
    sql = wanted.sql(getattr(score_queries, template))
    found = con.execute(f"EXPLAIN QUERY PLAN {sql}", wanted.parameters()).fetchall()
    return " | ".join(row[3] for row in found)


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize(
    ("per", "index"), [("forecaster", "forecast_score"), ("source", "citation_score")]
)
def test_a_hot_query_walks_its_covering_index(con, per, index, template):
    assert f"USING COVERING INDEX {index}" in plan(con, Wanted(per, VALUES), template)


@pytest.mark.parametrize("per", ["forecaster", "source"])
def test_the_tally_is_grouped_without_sorting(con, per):
    assert "TEMP B-TREE" not in plan(con, Wanted(per, VALUES), "_TALLY")


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("per", GROUPINGS)
def test_every_grouping_takes_every_filter(con, per, template):
    for filters in [(), *combinations(FILTERS, 1), tuple(FILTERS)]:
        for first in (False, True):
            assert plan(con, Wanted(per, VALUES, filters, first), template)


@pytest.mark.parametrize("values", Values)
@pytest.mark.parametrize("per", GROUPINGS)
def test_every_grouping_takes_words_and_scores(con, per, values):
    wanted = Wanted(per, VALUES, (), words='[["likely", 0, 0.7]]', scores="[[1, 0.1]]")
    assert list(score_queries.clusters(con, wanted, values)) == []


@pytest.mark.parametrize(
    "read",
    [score_rows.forecasts, score_rows.updates, score_rows.spreads, score_rows.later_spreads,
     score_rows.timings, score_rows.page],
)  # fmt: skip
def test_every_query_of_single_forecasts_takes_every_filter(con, read):
    assert list(read(con, Wanted("all", VALUES, tuple(FILTERS)))) == []


@pytest.mark.parametrize("sql", [score_rows._SPREADS, score_rows._LATER_SPREADS])
def test_distributions_are_found_by_a_partial_index(con, sql):
    plan_ = con.execute(f"EXPLAIN QUERY PLAN {sql}".replace("{filters}", ""), VALUES).fetchall()
    assert any("forecast_spread" in row[3] for row in plan_)
    assert not any(row[3].startswith("SCAN v") for row in plan_)
