"""Every statement fits the schema, wherever it stands, and those that must be fast use an index.

A renamed column fails here and not at a user's.
"""

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
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
STATEMENT = re.compile(r"\s*(SELECT|WITH|INSERT|UPDATE|DELETE)\b")
WHOLE_TABLE = re.compile(r"SCAN (?!CONSTANT$|marked$|m$)\w+")  # `marked` is made by its query
TO_BE_FILLED = re.compile(r"\{\w*\}|temp\.")  # what a program completes, and tables that it makes


def is_statement(value: object) -> bool:
    return (
        isinstance(value, str) and bool(STATEMENT.match(value)) and not TO_BE_FILLED.search(value)
    )


def texts_in(code: ast.AST) -> Iterator[str]:
    """Yield the statements that stand in some code as they are, without a name."""
    parts = {id(p) for f in ast.walk(code) if isinstance(f, ast.JoinedStr) for p in ast.walk(f)}
    for node in ast.walk(code):
        if isinstance(node, ast.Constant) and id(node) not in parts and is_statement(node.value):
            yield str(node.value)


def statements(folder: str) -> Iterator[tuple[str, str]]:
    """Yield the statements of a folder's modules: constants, and those inside functions."""
    for path in sorted((ROOT / "ledger" / folder).rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        constants = vars(importlib.import_module(name)).items()
        yield from ((f"{name}.{what}", sql) for what, sql in constants if is_statement(sql))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield from ((f"{name}.{node.name}()", sql) for sql in texts_in(node))


STATEMENTS = [*statements("book"), *statements("store")]
ASKED_FOR_ONE_THING = [
    (name, sql)
    for name, sql in STATEMENTS
    if name.startswith("ledger.book.") and (name.endswith(")") or ":first AND :last" in sql)
]


@pytest.fixture
def con():
    scratch = connect.scratch()
    yield scratch
    scratch.close()


def values(sql):
    """Return NULL for every parameter of a statement."""
    return dict.fromkeys(re.findall(r":([a-z_]+)", sql)) or [None] * sql.count("?")


def plan(con, sql) -> list[str]:
    """Return the steps that the database takes for a query."""
    return [row[3] for row in con.execute(f"EXPLAIN QUERY PLAN {sql}", values(sql))]


def test_there_are_queries_to_look_at():
    assert len(QUERIES) >= 20
    assert len(STATEMENTS) >= 80
    assert len(ASKED_FOR_ONE_THING) >= 20


@pytest.mark.parametrize(("name", "sql"), STATEMENTS, ids=[name for name, _ in STATEMENTS])
def test_every_statement_in_the_code_fits_the_schema(con, name, sql):
    assert con.execute(f"EXPLAIN {sql}", values(sql)).fetchall(), name


@pytest.mark.parametrize(
    ("name", "sql"), ASKED_FOR_ONE_THING, ids=[name for name, _ in ASKED_FOR_ONE_THING]
)
def test_what_a_verb_looks_up_is_found_by_an_index(con, name, sql):
    """What concerns one thing, or so many numbers, is not searched for in a whole table."""
    scans = [step for step in plan(con, sql) if WHOLE_TABLE.fullmatch(step)]
    assert scans == [], name


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_runs_on_an_empty_book(con, name):
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
