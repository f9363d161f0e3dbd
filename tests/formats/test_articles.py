"""How candidates, readings of words and coverage look: calm, safe, complete."""

import csv
import datetime as dt
import io
import json

import pytest
from hypothesis import given, strategies as st

from ledger.core.deadlines import Window, read_deadline, read_statement
from ledger.core.reports import Coverage
from ledger.formats import candidates, whens
from ledger.formats.coverage import coverage
from ledger.formats.escape import UNSAFE, cells
from tests.book.articles import DAY, article, candidate

SCORED = {
    "doc_id", "sentence", "forecaster", "deadline", "hedge", "polarity", "condition", "resolvable",
}  # fmt: skip


def table(*ones, **changes):
    return candidates.candidates([(article(**changes), ones)])


def test_the_json_of_a_candidate_has_the_fields_that_are_scored():
    """NDJSON with the fields of the scoring script, and the rest."""
    found = json.loads(candidates.candidates([(article(), [candidate()])], "json"))
    assert set(found) >= {*SCORED, "probability", "made_earliest", "parts", "confidence", "source"}
    assert (found["doc_id"], found["deadline"], found["hedge"]) == ("a1", "2017-09-01", "will")
    assert found["published"] == "2017-03-01"


def test_json_is_one_line_for_each_candidate():
    text = candidates.candidates([(article(), [candidate()] * 2), (article(), [])], "json")
    assert [json.loads(line)["doc_id"] for line in text.split("\n")] == ["a1", "a1"]


MARKS = [
    (candidate(), "2017-09-01"),
    (candidate("in the coming weeks"), "~2017-04-12"),
    (candidate(day=None), "unanchored"),
    (candidate("by the time the war ends"), "no day"),
    (candidate("not before 2021"), "after 2020-12-31"),
    (candidate(None), ""),
]


@pytest.mark.parametrize(("one", "said"), MARKS, ids=[said or "none" for _, said in MARKS])
def test_a_deadline_says_when_it_is_vague_or_unanchored(one, said):
    """What is vague is shown as such, never hidden behind a date."""
    assert candidates.deadline(one) == said


def test_marks_are_explained_where_they_are_used():
    assert "vague words" in table(candidate("in the coming weeks"))
    assert "vague words" not in table(candidate())
    assert "does not tell" in table(candidate(day=None), published=None)


def test_side_vagueness_and_condition_are_seen_before_the_claim():
    one = candidate(polarity="negative", resolvable="vague", condition="it rains")
    assert "vague: not: if …: The" in table(one)


def test_an_article_without_forecasts_says_so():
    assert table() == "Daily Post, 2017-03-01, Alba to fall\nNo forecasts found."


def test_a_stated_number_stands_before_the_words():
    assert "70 % (will)" in table(candidate(probability="0.7"))


hostile = st.text(st.characters(codec="utf-8"), max_size=60)


@given(hostile, hostile, hostile, st.integers(60, 120))
def test_nothing_in_an_article_drives_the_terminal_or_breaks_the_width(who, claim, title, width):
    one = candidate(forecaster=who or None, claim=claim, sentence=claim, role=title, phrase=who)
    for text in (
        candidates.candidates([(article(title=title), [one])], None, width),
        candidates.card(article(title=title), one, width),
    ):
        assert not UNSAFE.search(text.replace("\n", ""))
    rows = candidates.candidates([(article(title=""), [one])], None, width).split("\n")[2:]
    assert max(map(cells, rows)) <= width


def test_csv_has_a_column_for_each_field_and_no_formulas():
    text = candidates.candidates([(article(), [candidate(claim="=1+1")])], "csv")
    (row,) = csv.DictReader(io.StringIO(text))
    assert set(row) >= SCORED
    assert row["claim"] == "'=1+1"


def test_csv_has_its_columns_where_nothing_was_found():
    """One output for programs; its columns do not depend on what an article says."""
    full = candidates.candidates([(article(), [candidate()])], "csv").split("\n")[0]
    assert candidates.candidates([(article(), [])], "csv") == full
    assert candidates.candidates([], "csv") == full
    found = json.loads(candidates.candidates([(article(), [candidate()])], "json"))
    assert list(found) == full.split(",")


def test_a_table_of_tabulate_has_all_articles_in_one():
    found = [(article(), [candidate()])] * 2
    assert candidates.candidates(found, "github").count("| Ann Bell") == 2


def test_the_card_tells_how_the_deadline_was_read():
    text = candidates.card(article(), candidate())
    assert '2017-09-01 ("within six months": ' in text
    assert "by          Ann Bell (person, General)" in text


# Words about days


ANCHOR = Window(DAY, DAY)
KEYS = ["phrase", "from", "deadline", "earliest", "latest", "precision", "vague", "not_before",
        "on_day", "rule", "note"]  # fmt: skip


@pytest.mark.parametrize("phrase", ["within six months", "soon", "not before 2021", "banana"])
def test_a_reading_has_the_same_keys_whatever_was_read(phrase):
    found = json.loads(whens.deadline(phrase, ANCHOR, read_deadline(phrase, DAY), "json"))
    assert list(found) == KEYS


def test_a_reading_in_words_says_no_deadline_and_whether_it_is_vague():
    text = whens.deadline("soon", ANCHOR, read_deadline("soon", DAY))
    assert "deadline    none" in text
    assert "vague       yes" in text


def test_a_day_of_saying_is_a_window():
    text = whens.statement("last month", ANCHOR, read_statement("last month", DAY))
    assert "earliest    2017-02-01\nlatest      2017-02-28" in text


def test_a_reading_as_a_table_has_a_row_for_each_field():
    text = whens.deadline("soon", ANCHOR, read_deadline("soon", DAY), "csv")
    assert [row[0] for row in csv.reader(io.StringIO(text))][1:] == KEYS


# Coverage


def row(**changes):
    fields = {"source": "Daily Post", "title": "Alba to fall", "published": dt.date(2017, 3, 1),
              "url": None, "found": 4, "recorded": 2, "rejected": 1, "left": 1}  # fmt: skip
    return Coverage(**{**fields, **changes})


def test_coverage_ends_in_a_row_of_totals():
    text = coverage([row(), row(source="Herald", found=3, left=0)])
    assert text.split("\n")[-1].split() == ["all", "2", "articles", "7", "4", "2", "1"]


def test_one_article_needs_no_totals():
    assert "all" not in coverage([row()]).split("\n")[-1].split()


def test_an_article_without_title_is_named_by_its_address():
    assert "https://example.org/a" in coverage([row(title=None, url="https://example.org/a")])


def test_no_article_yet_says_what_to_do():
    assert "ledger extract" in coverage([])
    assert coverage([], "json") == "[]"
