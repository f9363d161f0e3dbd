"""Scorecards as they are printed: calm, 80 columns, the same digits in every format."""

import csv
import dataclasses
import html
import io
import itertools
import json

import pytest

from ledger.book import Ledger, ScorecardRequest
from ledger.book.lexicons import every, find
from ledger.errors import InputError
from ledger.formats.calibration import calibration
from ledger.formats.comparison import comparison, field
from ledger.formats.csv_text import neutral
from ledger.formats.escape import cells
from ledger.formats.lateness import lateness
from ledger.formats.lexicons import lexicon, lexicons
from ledger.formats.scorecard import scorecard
from tests.book.builders import RECORDED, TODAY
from tests.book.scoring import NO, YES, record, said

KEYS = {
    "name", "recorded", "checkable", "due", "resolved", "void", "scored", "hits", "hit_rate",
    "hit_low", "hit_high", "ranked", "brier", "median_days_late", "shrunk", "rank", "brier_low",
    "brier_high", "skill", "expected_hits", "p_calibration", "vague_share", "own_voice",
}  # fmt: skip


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    path = tmp_path_factory.mktemp("book") / "predictions.db"
    with Ledger.create(path, clock=lambda: RECORDED) as made:
        for n in range(36):
            record(made, said("Ann", YES if n % 3 else NO, probability="0.7", question=f"s{n}",
                              sources=["Sun"]),
                   said("Bob <b>", probability="0.2", question=f"s{n}"))  # fmt: skip
        record(made, said("Cid", NO, phrase="probably", vague="no day"), said("Survey", NO,
               kind="crowd"), said("Eve", struck="twice"))  # fmt: skip
        yield made


def card(book, **asked):
    return book.scorecard(ScorecardRequest(**asked), TODAY)


@pytest.mark.parametrize("style", [None, "markdown"])
@pytest.mark.parametrize("asked", [{}, {"name": "Ann"}, {"name": "Survey"}])
def test_a_grouping_that_nothing_falls_under_says_so(book, asked, style):
    """A row below a minimum shows the reason; no rows at all show theirs."""
    text = scorecard(card(book, per="tag", **asked), style)
    assert "\nNo tags: none of these forecasts has one.\n" in text
    assert "\n\n\n" not in text


def test_hits_of_the_side_taken_are_told_from_events_as_stated(book):
    """A 8: expected against observed hits; calibration in the large counts every number as said."""
    page = scorecard(card(book, name="Ann"))
    assert "Hits said and come are of the side taken: p < .5 turned round, .5 left out." in page
    assert "hits said  hits came" in page
    assert "All numbers as stated: " in calibration(
        book.calibration(ScorecardRequest(by="Ann"), TODAY)
    )


@pytest.mark.parametrize(
    "asked",
    [{}, {"per": "source"}, {"per": "phrase"}, {"name": "Ann"}, {"lexicon": "icd203"},
     {"sensitivity": True}, {"score": "log", "update_rule": "first"}],
    ids=str,
)  # fmt: skip
def test_text_fits_80_columns_and_never_shows_a_rate_of_nothing(book, asked):
    text = scorecard(card(book, **asked))
    assert max(cells(line) for line in text.splitlines()) <= 80
    assert not any("0/0" in line and ".00" in line for line in text.splitlines())


def test_the_heading_says_how_many_on_how_many_as_of_which_day_where(book):
    text = scorecard(card(book, as_of="2019-12-31"))
    assert text.startswith("74 forecasts on 38 questions, as of 2019-12-31 (UTC)\n")
    assert "1 struck." in text
    assert "0 to 1, lower is better; always 50 % = .25" in text


def test_json_has_the_documented_keys(book):
    found = json.loads(scorecard(card(book, per="source"), "json"))
    assert {"as_of", "per", "rows"} <= set(found)
    (row,) = found["rows"]
    assert set(row) >= KEYS
    assert set(row["own_voice"]) == set(row)


def test_below_the_minimum_a_rate_is_null_with_a_reason(book):
    found = json.loads(scorecard(card(book), "json"))
    survey = next(row for row in found["rows"] if row["name"] == "Survey")
    assert (survey["hit_rate"], survey["shrunk"], survey["ranked"]) == (None, None, False)
    assert survey["reason"]
    assert survey["hit_high"] > 0


def test_csv_and_json_carry_the_same_numbers_to_the_last_digit(book):
    found = card(book)
    by_name = {row["name"]: row for row in json.loads(scorecard(found, "json"))["rows"]}
    rows = list(csv.DictReader(io.StringIO(scorecard(found, "csv"))))
    assert len(rows) == len(by_name) + 1
    for row in rows[:-1]:
        for name in ("hit_rate", "brier", "skill", "p_calibration"):
            value = by_name[row["name"]][name]
            assert row[name] == ("" if value is None else str(value))


@pytest.mark.parametrize("style", ["markdown", "html"])
def test_documents_print_the_digits_of_the_text(book, style):
    text, document = scorecard(card(book)), scorecard(card(book), style)
    for figure in (".67", ".50-.80", "24/36", ".223", "+0" if "+0" in text else ".50"):
        assert (figure in text) == (figure in document)


def test_markup_in_a_name_is_shown_and_not_obeyed(book):
    assert "Bob &lt;b&gt;" in scorecard(card(book), "html")
    assert "<b>" not in scorecard(card(book), "html")
    assert r"Bob \<b\>" in scorecard(card(book), "markdown")


def test_a_table_format_has_one_row_each_and_no_rules(book):
    text = scorecard(card(book), "github")
    assert "| --" not in text.splitlines()[-1]
    assert len(text.splitlines()) == 2 + 5


@pytest.mark.parametrize("style", [None, "github", "markdown", "html", "csv", "json"])
def test_a_name_of_dashes_is_a_row_in_every_format(tmp_path, style):
    """The same rows in every format; a line across is no text that a name could be."""
    with Ledger.create(tmp_path / "dashes.db", clock=lambda: RECORDED) as made:
        record(made, said("--", YES), said("Ann", YES), said("Crowd", YES, kind="crowd"))
        found = card(made)
    (row,) = (row for row in found.rows if row.name == "--")
    named = dataclasses.replace(row, name="Zz")
    rows = tuple(named if one is row else one for one in found.rows)
    other = scorecard(dataclasses.replace(found, rows=rows), style)
    assert other.count("Zz") == 1
    shown = neutral("--") if style == "csv" else "--"
    assert scorecard(found, style).split() == other.replace("Zz", shown).split()


def test_the_page_of_one_name_has_every_forecast_and_who_carried_it(book):
    text = scorecard(card(book, name="Ann"))
    assert text.count("hit") >= 24
    assert "Carried by" in text
    assert "Calibration" in text


def test_a_reference_that_was_never_wrong_leaves_no_skill_and_says_so(tmp_path):
    """Missing numbers come with their reason: everything came true, so that base-rate is 1."""
    with Ledger.create(tmp_path / "true.db", clock=lambda: RECORDED) as made:
        record(made, said("Ann", YES, probability="0.7"), said("Ann", YES, probability="0.8"))
        text = " ".join(scorecard(card(made, name="Ann", reference="base-rate")).split())
        assert "No skill: the reference has a Brier score of 0" in text
        assert "Skill ;" not in text
        assert "Skill .74; P" in " ".join(scorecard(card(made, name="Ann")).split())


@pytest.mark.parametrize("style", [None, "markdown", "html", "csv", "json"])
def test_the_page_shows_brier_index_and_auc_in_every_format(book, style):
    """The same numbers in `text, json, csv, markdown, html`, with scale and direction."""
    found = card(book, name="Ann")
    (ann,) = found.rows
    text = " ".join(scorecard(found, style).split())
    exact = style in {"csv", "json"}
    index, auc = (f"{ann.brier_index}", f"{ann.auc}") if exact else ("Brier index 52.7", "AUC .500")
    assert index in text
    assert auc in text
    if not exact:
        assert "0 to 100, higher is better; always 50 % = 50" in text
        assert "0 to 1, higher is better; .5 = no better than drawing lots" in text


def test_the_own_voice_of_an_outlet_has_them_apart_from_what_it_carried(tmp_path):
    """A.13: what it carried and what it said itself, apart."""
    own = {"source": "Sun", "own_voice": True}
    with Ledger.create(tmp_path / "own.db", clock=lambda: RECORDED) as made:
        for _ in range(5):
            record(made, said("Ann", YES, probability="0.8", sources=["Sun"]),
                   said("Editors", YES, probability="0.9", sources=[own]))  # fmt: skip
        text = scorecard(card(made, name="Sun"))
    assert "Brier index 84.2: " in text
    assert "In its own voice: Brier index 90.0: " in text
    assert "In its own voice: No AUC: 5 forecasts: fewer than 30." in text


def test_a_short_record_says_why_it_has_neither(tmp_path):
    with Ledger.create(tmp_path / "short.db", clock=lambda: RECORDED) as made:
        record(made, said("Ann", YES, probability="0.7"), said("Ann", NO))
        text = scorecard(card(made, name="Ann")).splitlines()
    assert "No Brier index: 1 number, fewer than 5." in text
    assert "No AUC: 1 forecast: fewer than 30." in text


@pytest.mark.parametrize(
    ("sharing", "note"),
    [
        ((), "2 compared; 2 of them better than a coin at 5 %"),
        (("Bob",), "2 compared; 1 of the 1 whose forecasts share no question better than a coin"),
        (("Ann", "Bob"), "2 compared; not against a coin: forecasts share questions: no P."),
    ],
)
def test_how_many_were_compared_is_said_and_who_has_no_p(tmp_path, sharing, note):
    """A.12: `print how many were compared and adjust`; A.9: uncertainty is by question."""
    with Ledger.create(tmp_path / "shared.db", clock=lambda: RECORDED) as made:
        for n, who in itertools.product(range(12), ("Ann", "Bob")):
            asked = f"{who} {0 if who in sharing else n}"
            record(made, said(who, None if who in sharing and n else YES, question=asked))
        assert note in " ".join(scorecard(card(made)).split())


def curves(book):
    asked = ScorecardRequest()
    return [
        (calibration, book.calibration(asked, TODAY)),
        (lateness, book.lateness(asked, TODAY)),
        (comparison, book.compare("Ann", "Bob", asked, TODAY)),
        (field, book.compare_all(asked, TODAY)),
    ]


@pytest.mark.parametrize("style", [None, "json", "csv", "markdown", "html", "github"])
@pytest.mark.parametrize("n", range(4))
def test_curves_and_comparisons_print_in_every_format(book, n, style):
    form, found = curves(book)[n]
    text = form(found, style)
    assert text
    if style is None:
        assert max(cells(line) for line in text.splitlines()) <= 80
        assert "as of 2020-01-01 (UTC)" in text.replace("\n", " ")
    if style == "json":
        assert json.loads(text)["as_of"] == "2020-01-01"


def test_csv_of_a_comparison_has_every_digit(book):
    """The same numbers to the last digit in each of json and csv."""
    form, found = curves(book)[2]
    mean, better, hits, alone = csv.reader(io.StringIO(form(found, "csv")).readlines()[1:])
    scores = found.scores
    assert mean[1:] == [str(x) for x in (scores.mean_a, scores.mean_b, scores.sign_flip.p_value)]
    assert better[1:] == [str(x) for x in (scores.a_better, scores.b_better, scores.sign_test_p)]
    assert (hits[1], alone[3]) == ("24/36", str(found.hits.p_value))
    assert f"{scores.mean_a:.3f}" in form(found)


@pytest.mark.parametrize("style", ["csv", "github"])
def test_a_bare_table_is_refused_where_it_cannot_hold_what_was_asked_for(book, style):
    """One line, what to do: what was asked for is not dropped in silence."""
    found = card(book, sensitivity=True)
    with pytest.raises(InputError, match="cannot hold --sensitivity; take text, json, markdown"):
        scorecard(found, style)
    for whole in (None, "json", "markdown", "html"):
        assert "icd203" in scorecard(found, whole)


def test_what_is_scored_without_a_number_may_be_a_distribution(tmp_path):
    """D: `--lexicon` reads words; a distribution over options has none to read."""
    asked = {"key": "c", "text": "which", "kind": "choice", "options": ["A", "B"]}
    with Ledger.create(tmp_path / "options.db", clock=lambda: RECORDED) as made:
        record(made, said("Ann", YES, probability="0.7"), said("Ann", YES),
               said("Ann", spread={"options": {"A": "0.6", "B": "0.4"}},
                    parts=[{"question": asked, "options": ["A"]}],
                    rulings=[{"question": "c", "option": "B"}]))  # fmt: skip
        text = " ".join(scorecard(card(made)).split())
    assert "2 scored without a number, as distributions over options are (words" in text


@pytest.mark.parametrize("n", [0, 1])
def test_a_page_of_html_shows_the_plot_line_by_line(book, n):
    """Rendered as `text, json, csv, markdown, html`: the drawing is the same in each."""
    form, found = curves(book)[n]
    drawn = form(found).split("\n\n")[1]
    assert len(drawn.splitlines()) > 15
    shown = html.unescape(form(found, "html").split("<pre>")[1].split("</pre>")[0])
    assert shown == drawn
    assert drawn in form(found, "markdown")


def test_a_narrow_screen_gets_a_narrow_plot(book):
    found = book.calibration(ScorecardRequest(), TODAY)
    plot = calibration(found, None, 60).split("\n\n")[1]
    assert max(cells(line) for line in plot.splitlines()) <= 60


def test_lexicons_are_listed_and_shown_with_reference():
    assert "kent1964" in lexicons(every())
    text = lexicon(find("icd203"))
    assert "ICD 203" in text
    assert ".675" in text
    assert json.loads(lexicon(find("phia"), "json"))["terms"][0]["words"] == "remote chance"
