"""Every score query is asked of the planner: the hot ones walk a covering index."""

import sqlite3
from itertools import combinations

import pytest

from ledger.store import prospective, score_cells, score_clusters, score_queries, score_rows
from ledger.store.connect import scratch
from ledger.store.score_groups import FILTERS, GROUPINGS
from ledger.store.score_queries import Values, Wanted

VALUES = {
    "as_of": "2020-01-01", "forecaster": 1, "source": 1, "tag": '["war"]',
    "made_from": "2019-01-01", "made_to": "2020-01-01",
}  # fmt: skip
TEMPLATES = (score_cells.WIDE, score_clusters.CLUSTERS, score_queries._LATENESS_TEXT)
HOT = (("forecaster", "forecast"), ("source", "citation"))


@pytest.fixture(scope="module")
def con():
    made = scratch()
    prospective.keep(made, [])
    return made


def plan(con: sqlite3.Connection, wanted: Wanted, template: str) -> str:
    """Return what the planner says; a place in the index is one of forecaster and outlet 1."""
    sql = wanted.sql(template)
    values = {**wanted.parameters(), "group": 1, "counted": 1, "voice": 0, "state": "true"}
    found = con.execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()
    return " | ".join(row[3] for row in found)


@pytest.mark.parametrize(
    "template",
    [score_cells.WIDE, score_cells.WALK, score_cells.ALL_DUE, score_cells.LOOK,
     score_cells.LOOK_WORDS,     score_clusters.CLUSTERS],
)  # fmt: skip
@pytest.mark.parametrize(("per", "table"), HOT)
def test_a_hot_query_walks_its_covering_index(con, per, table, template):
    found = plan(con, Wanted(per, VALUES), template)
    assert f"USING COVERING INDEX {table}_score" in found
    sorts = template == score_clusters.CLUSTERS  # by question, which no index has in order
    assert ("TEMP B-TREE" in found) is sorts


@pytest.mark.parametrize(("per", "table"), HOT)
def test_the_few_that_were_taken_back_stand_in_a_partial_index(con, per, table):
    found = plan(con, Wanted(per, VALUES), score_cells.RETRACTED)
    assert f"USING INDEX {table}_retracted" in found
    assert "TEMP B-TREE" not in found


def test_whether_anything_was_settled_early_is_told_by_one_step_into_an_index(con):
    found = con.execute(f"EXPLAIN QUERY PLAN {score_cells.EARLY}", VALUES).fetchall()
    assert "USING INDEX forecast_settled (deadline>?)" in found[0][3]


@pytest.mark.parametrize("all_due", [False, True])
@pytest.mark.parametrize("voiceless", [False, True])
def test_days_late_by_outlet_stand_in_order_in_a_partial_index(con, all_due, voiceless):
    sql = score_queries.late(all_due=all_due, voiceless=voiceless)
    found = plan(con, Wanted("source", VALUES), sql)
    assert "USING INDEX citation_late" in found
    assert "TEMP B-TREE" not in found


def test_days_late_by_forecaster_are_in_the_covering_index(con):
    found = plan(con, Wanted("forecaster", VALUES), score_queries._LATENESS_TEXT)
    assert found == "SCAN r USING COVERING INDEX forecast_score"


@pytest.mark.parametrize("template", [score_cells.LOOK, score_cells.LOOK_WORDS])
@pytest.mark.parametrize(("per", "table"), HOT)
def test_a_place_in_the_index_is_looked_up_and_not_walked_to(con, per, table, template):
    found = plan(con, Wanted(per, VALUES), template)
    assert f"SEARCH r USING COVERING INDEX {table}_score" in found
    assert "state=?" in found


def test_whether_forecasts_share_questions_is_told_by_two_indexes(con):
    found = [
        con.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()[0][3]
        for sql in (score_clusters.OUT_OF_STEP, score_clusters.DIFFERENT)
    ]
    assert found == [
        "SCAN forecast USING COVERING INDEX forecast_out_of_step",
        "SCAN part USING COVERING INDEX part_question",
    ]


@pytest.mark.parametrize(("per", "again"), [("source", "2"), ("article", "0, 2")])
def test_what_was_carried_twice_is_looked_up_and_not_counted(con, per, again):
    sql = score_queries._CARRIED_TWICE.format(again=again)
    found = con.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
    assert any("SEARCH r USING COVERING INDEX citation_score" in row[3] for row in found), per


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
    assert list(score_clusters.clusters(con, wanted, values)) == []


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


def test_forecasts_on_several_questions_stand_in_a_partial_index(con):
    (found,) = con.execute(f"EXPLAIN QUERY PLAN {score_clusters.SEVERAL} LIMIT 1").fetchall()
    assert found[3] == "SCAN part USING COVERING INDEX part_several"


@pytest.mark.parametrize("per", GROUPINGS)
def test_only_forecasts_on_several_questions_are_looked_up(con, per):
    found = plan(con, Wanted(per, VALUES), score_clusters.ASKED)
    assert "part_several" in found
    assert "SCAN r" not in found


@pytest.mark.parametrize(("per", "table"), HOT)
def test_connected_questions_are_told_by_a_list_that_is_looked_up(con, per, table):
    wanted = Wanted(per, VALUES, connected="[1, 2]")
    template = score_clusters._only(score_clusters.CLUSTERS, score_clusters.APART)
    found = plan(con, wanted, template)
    assert f"USING COVERING INDEX {table}_score" in found
    assert "LIST SUBQUERY" in found
    assert "LEFT-JOIN" not in found


@pytest.mark.parametrize("per", GROUPINGS)
def test_scores_worked_out_one_by_one_are_looked_up_and_not_walked(con, per):
    """performance.md: a list of a score for each forecast, walked for each, grows by the square."""
    found = plan(con, Wanted(per, VALUES, scores="[]"), score_clusters.QUESTIONS)
    assert "SEARCH x USING AUTOMATIC COVERING INDEX (id=?)" in found
