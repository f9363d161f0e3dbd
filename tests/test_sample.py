"""The sample book is what its source says, and the source says what the facts say.

`data/sample_outcomes.csv` holds deadline, outcome and lateness of the 91 forecasts as they
were researched (each twice) before the sample was written; it is not made from the sample.
"""

import csv
import datetime as dt
import importlib.util
import shutil
import sqlite3
from pathlib import Path

import pytest

from ledger import Ledger
from ledger.book import Filter
from ledger.core.reports import Listed

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "predictions.db.sample"
FACTS = list(
    csv.DictReader(
        (ROOT / "tests/data/sample_outcomes.csv").read_text(encoding="utf-8").splitlines()
    )
)

TODAY = dt.date(2026, 11, 20)

# Lateness of 0 in the facts is about the day of an election or of an average; the book asks
# these as choices and numbers, which have no day.
WITHOUT_A_DAY = {"M37", "M38", "M49", "M51", "M75"}


def dump(path):
    with sqlite3.connect(path) as con:
        return list(con.iterdump())


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    copy = tmp_path_factory.mktemp("sample") / "copy.db"
    shutil.copy(SAMPLE, copy)
    with Ledger.open(copy) as opened:
        yield opened


@pytest.fixture(scope="module")
def forecasts(book) -> dict[str, Listed]:
    return {f.key: f for f in book.list(Filter(), TODAY)}


def test_it_is_rebuilt_from_its_source_by_import_with_an_injected_clock(tmp_path):
    spec = importlib.util.spec_from_file_location("build", ROOT / "sample" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.build(tmp_path / "again.db")
    assert dump(tmp_path / "again.db") == dump(SAMPLE)


def test_it_verifies(book):
    assert book.verify() == ()


def test_it_holds_the_18_of_the_articles_and_the_73_retrospective_ones(forecasts):
    tags = [tag for forecast in forecasts.values() for tag in forecast.tags]
    assert (tags.count("five-articles"), tags.count("retrospective")) == (18, 73)


@pytest.mark.parametrize("fact", FACTS, ids=[fact["fact"] for fact in FACTS])
def test_every_forecast_came_out_as_researched(fact, forecasts):
    forecast = forecasts[fact["key"]]
    assert str(forecast.deadline or "") == fact["deadline"]
    outcome = "vague" if forecast.status == "vague" else forecast.verdict
    assert outcome == fact["outcome"]
    late = fact["days_late"]
    if late and fact["fact"] not in WITHOUT_A_DAY:
        assert forecast.days_late == int(late)


def test_townsend_counts_once_in_two_outlets_with_mosul_true_and_raqqa_false(book, forecasts):
    townsend = forecasts["townsend-mosul-raqqa"]
    assert len(townsend.sources) == 2
    shown = book.show(townsend.id, TODAY)
    assert [part.verdict for part in shown.parts] == ["true", "false"]


def test_most_observers_counter_abadi(book, forecasts):
    observers = next(f for f in forecasts.values() if f.forecaster == "most observers")
    links = book.show(observers.id, TODAY).links
    assert [(link.kind, forecasts_by_id(forecasts)[link.id].forecaster) for link in links] == [
        ("counters", "Haider al-Abadi")
    ]
    assert observers.verdict == "true"


def forecasts_by_id(forecasts):
    return {forecast.id: forecast for forecast in forecasts.values()}


def test_it_opens_read_only_as_any_sqlite_file_does():
    with sqlite3.connect(f"file:{SAMPLE}?mode=ro&immutable=1", uri=True) as con:
        assert con.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert con.execute("SELECT COUNT(*) FROM forecast").fetchone() == (91,)
