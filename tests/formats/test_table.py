"""Tables: calm ones that fit the screen, tabulate's, and CSV that no spreadsheet runs."""

import csv
import io

import pytest
from hypothesis import given, strategies as st
from tabulate import tabulate_formats

from ledger.errors import InputError
from ledger.formats.csv_text import csv_text, neutral
from ledger.formats.escape import cells
from ledger.formats.table import RULE, Column, table

COLUMNS = (Column("id", right=True), Column("who", wraps=True), Column("claim", wraps=True))


def test_a_table_that_fits_is_as_wide_as_its_content():
    assert table(COLUMNS, [(1, "Fallon", "ISIS expelled"), (12, "X", None)]) == (
        "id  who     claim\n--  ------  -------------\n 1  Fallon  ISIS expelled\n12  X"
    )


def test_the_widest_column_gives_way_and_claims_wrap_to_two_lines():
    claim = "a claim of many words that goes on and on and on past any screen there ever was"
    text = table(COLUMNS, [(1, "Michael Fallon", claim)], width=40)
    assert text == (
        "id  who             claim\n"
        "--  --------------  --------------------\n"
        " 1  Michael Fallon  a claim of many\n"
        "                    words that goes on…"
    )


def test_a_row_without_cells_is_a_line_across_a_calm_table_and_nothing_elsewhere():
    rows = [(1, "--", "x"), RULE, (2, "B", "y")]
    lines = table(COLUMNS, rows).split("\n")
    assert lines[3] == lines[1] == "--  ---  -----"
    for style in ("csv", "github"):
        assert table(COLUMNS, rows, style) == table(COLUMNS, [rows[0], rows[2]], style)


texts = st.text(alphabet=st.characters(codec="utf-8"), max_size=200)


@given(st.lists(st.tuples(st.integers(0, 999), texts, texts), max_size=5))
def test_the_default_table_fits_80_columns(rows):
    assert all(cells(line) <= 80 for line in table(COLUMNS, rows).splitlines())


@pytest.mark.parametrize("style", tabulate_formats)
def test_every_table_format_of_tabulate_is_there(style):
    text = table(COLUMNS, [(1, "Fallon", "007")], style)
    assert "Fallon" in text
    assert "007" in text


def test_esc_is_never_printed_in_any_text_format():
    for style in (None, "csv", *tabulate_formats):
        assert "\x1b" not in table(COLUMNS, [(1, "Fal\x1b[1mlon", "x\u202ey")], style)


def test_markdown_is_another_name_of_github():
    assert table(COLUMNS, [], "markdown") == table(COLUMNS, [], "github")


def test_an_unknown_format_is_refused_with_five_names():
    with pytest.raises(InputError, match="take text, csv, json, markdown or html"):
        table(COLUMNS, [], "fancy")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(start):
    assert str(neutral(f"{start}1+1")).startswith("'")


@pytest.mark.parametrize("cell", [-1, 0.7, None, True, "1+1", "a=b", "", "'quoted'"])
def test_numbers_and_harmless_cells_stay_as_they_are(cell):
    assert neutral(cell) == cell


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8")), min_size=3, max_size=3))
def test_csv_reads_back_row_by_row(row):
    text = csv_text(["a", "b", "c"], [row])
    titles, again = csv.reader(io.StringIO(text))
    assert titles == ["a", "b", "c"]
    assert again == [neutral(cell) for cell in row]
