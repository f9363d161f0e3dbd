"""The first real input: five articles, read and added as a new user would.

The articles are other people's text and no part of the project: where they do not lie beside it,
in `../shared/articles`, these tests are skipped.
"""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import ROOT, ledger

ARTICLES = ROOT.parent / "shared" / "articles"
# Outlet and day of each: printed in the article, or inferred from its text.
OUTLETS = {
    "000_8301e9a06d929562": ("Daily Mail", "2017-03-01"),
    "001_85d62e7489292776": ("The Sun", "2017-03-01"),
    "002_df42ddd87b7e139b": ("The New Arab", "2016-11-06"),
    "003_9496076cf2ea242d": ("Breitbart", "2016-11-04"),
    "004_c4dd950691f4c980": ("France 24", "2017-03-08"),
}

pytestmark = pytest.mark.skipif(
    not ARTICLES.exists(), reason="the five articles do not lie beside the project"
)


def added(name):
    outlet, day = OUTLETS[name]
    done = ledger("--today", "2017-03-15", "extract", str(ARTICLES / f"{name}.txt"),
                  "--source", outlet, "--published", day, "--add", "--json")  # fmt: skip
    assert done.code == 0, done.err
    return json.loads(done.out)


@pytest.fixture
def listed(tmp_path, monkeypatch):
    """What is in a book to which all five were added."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LEDGER_DB", raising=False)
    for name in OUTLETS:
        assert added(name)["refused"] == 0
    return json.loads(ledger("--today", "2017-03-15", "list", "--json").out)


def test_the_commanders_six_months_are_one_forecast_with_two_citations(listed):
    his = [f for f in listed if "commander" in f["forecaster"].lower() and f["deadline"]]
    assert [(f["deadline"], f["sources"]) for f in his] == [
        ("2017-09-01", ["Daily Mail", "The Sun"])
    ]


def test_reading_them_again_changes_nothing(listed):
    before = Path("predictions.db").read_bytes()
    for name in OUTLETS:
        again = added(name)
        assert (again["added"], again["cited"]) == ([], [])
    assert Path("predictions.db").read_bytes() == before


def test_coverage_has_all_five(listed):
    rows = json.loads(ledger("coverage", "--json").out)
    assert {row["source"] for row in rows} == {outlet for outlet, _ in OUTLETS.values()}
    assert all(row["found"] == row["recorded"] + row["rejected"] + row["left"] for row in rows)
