"""Every query runs on a fresh schema, and the ones that must be fast use their index.

A renamed column fails here and not at a user's.
"""

import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from ledger.store import connect, queries
from ledger.store.projection import standings

ROOT = Path(__file__).parents[2]
QUERIES = {
    name: sql
    for name, sql in vars(queries).items()
    if name.isupper() and not name.startswith("_") and isinstance(sql, str)
}


@pytest.fixture
def con():
    scratch = connect.scratch()
    yield scratch
    scratch.close()


def plan(con, sql) -> list[str]:
    """Return the steps that the database takes for a query."""
    named = dict.fromkeys(re.findall(r":([a-z_]+)", sql))
    return [row[3] for row in con.execute(f"EXPLAIN QUERY PLAN {sql}", named)]


def test_there_are_queries_to_look_at():
    assert len(QUERIES) >= 20


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_fits_the_schema(con, name):
    assert plan(con, QUERIES[name])
    assert list(queries.rows(con, QUERIES[name], limit=-1)) == []


# What a command asks about one thing must not read a whole table, however large the book.
BY_NUMBER = ["FORECAST", "PARTS", "QUESTION", "FORECASTS_ON", "CITATIONS", "REVISIONS",
             "RULINGS", "EVIDENCE", "LINKS", "TOUCHED", "ENTRIES_OF", "OVERDUE", "OWN_DAYS",
             "SOURCES_OF", "TAGS_OF", "SAME_DAYS"]  # fmt: skip


@pytest.mark.parametrize("name", BY_NUMBER)
def test_what_concerns_one_thing_is_found_by_an_index(con, name):
    scans = [step for step in plan(con, QUERIES[name]) if re.match(r"SCAN (?!CONSTANT)\w+$", step)]
    assert scans == []


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("OVERDUE", "forecast_due"),
        ("OWN_DAYS", "part_own_day"),
        ("OWN_DAYS", "part_until"),
        ("FORECASTS_ON", "part_question"),
        ("CITATIONS", "citation_forecast"),
        ("RULINGS", "ruling_question"),
        ("ENTRIES_OF", "entry_about"),
        ("ENTRIES_OF", "question_merged"),
        ("LINKS", "link_other"),
        ("TOUCHED", "part_after"),
        ("TOUCHED", "part_until"),
    ],
)
def test_it_is_the_index_made_for_it(con, name, index):
    assert any(f"INDEX {index} " in f"{step} " for step in plan(con, QUERIES[name]))


def test_the_forecasts_that_a_ruling_touches_are_found_by_indexes(con):
    steps = plan(con, standings._TOUCHED)
    assert not [step for step in steps if re.match(r"SCAN \w+$", step)]


@pytest.mark.parametrize(
    ("what", "file"), [("sql", "ledger/store/schema.sql"), ("docs", "docs/schema.md")]
)
def test_what_is_generated_from_the_tables_is_fresh(what, file):
    made = subprocess.run(
        [sys.executable, "-m", "ledger.store.ddl", what],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert (ROOT / file).read_text(encoding="utf-8") == made, "run `make docs`"


def test_every_table_and_column_is_explained():
    page = (ROOT / "docs/schema.md").read_text(encoding="utf-8")
    con = connect.scratch()
    tables = [name for (name,) in con.execute("SELECT name FROM sqlite_schema "
                                              "WHERE type = 'table'")]  # fmt: skip
    for table in tables:
        assert f"\n## {table}\n" in page
        section = page.split(f"\n## {table}\n")[1].split("\n## ")[0]
        for row in con.execute(f"PRAGMA table_info({table})"):
            assert re.search(rf"\n\| {row[1]} \| [^|]+ \| [^|]{{5,}} \|", section)
    con.close()


def test_texts_are_compared_as_names_are_wherever_a_book_is_opened(con, tmp_path):
    """Case is folded in every alphabet, as it is for names and tags."""
    with (
        closing(connect.create(tmp_path / "book.db")) as made,
        closing(connect.connect(tmp_path / "book.db")) as book,
        connect.aside(book) as copy,
    ):
        for one in (con, made, book, copy):
            (found,) = one.execute("SELECT folded('ÖSTERREICH  wählt STRASSE')").fetchone()
            assert found == "österreich wählt strasse"
            assert one.execute("SELECT folded(NULL)").fetchone() == (None,)
