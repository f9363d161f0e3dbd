"""Reach and robustness of the deadline rules: floors on the data, properties, hostile text."""

import datetime as dt
import json
import runpy
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings, strategies as st

from ledger.core.deadlines import (
    Window,
    find_deadline,
    find_deadlines,
    read_deadline,
    read_statement,
    read_when,
    without,
)
from ledger.core.deadlines.grammar import GRAMMAR

ROOT = Path(__file__).parents[3]
DATA = ROOT / "tests" / "data" / "deadlines"
BENCHMARK = runpy.run_path(str(ROOT / "benchmarks" / "deadlines.py"))


def rows(name):
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def test_the_given_phrases_are_read_as_annotated():
    shares, wrong = BENCHMARK["score_deadlines"]()
    assert min(shares.values()) >= 0.97, wrong


def test_the_given_days_of_saying_are_inside_their_windows():
    share, wrong = BENCHMARK["score_statements"]()
    assert share >= 0.97, wrong


@pytest.mark.parametrize("row", rows("more_phrases.jsonl"), ids=lambda row: row["phrase"])
def test_further_phrases_are_read_as_worked_out_by_hand(row):
    reading = read_deadline(row["phrase"], dt.date.fromisoformat(row["anchor"]))
    assert str(reading.deadline) == str(row["deadline"])
    assert str(reading.not_before) == str(row.get("not_before"))


@pytest.mark.parametrize("row", rows("more_statements.jsonl"), ids=lambda row: row["phrase"])
def test_further_days_of_saying_are_read_as_worked_out_by_hand(row):
    window = read_statement(row["phrase"], dt.date.fromisoformat(row["article_date"]))
    assert row["lo"] <= window.latest.isoformat() <= row["hi"]


PHRASES = [
    row["phrase"] for name in ("deadlines.jsonl", "more_phrases.jsonl") for row in rows(name)
]
DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31))
FORWARD = [p for p in PHRASES if not any(c.isdigit() for c in p) and "this" not in p]


@given(st.sampled_from(FORWARD), DAYS)
def test_words_without_a_year_never_lead_into_the_past(phrase, day):
    reading = read_deadline(phrase, day)
    assert reading is None or reading.deadline is None or reading.deadline >= day - dt.timedelta(1)


@given(st.sampled_from(PHRASES), DAYS)
def test_crisp_words_are_a_day_and_vague_ones_a_window_around_it(phrase, day):
    reading = read_deadline(phrase, day)
    if reading is None or reading.deadline is None:
        return
    assert reading.earliest <= reading.deadline <= reading.latest
    if not reading.vague:
        assert reading.earliest == reading.deadline == reading.latest


@example("Thursday night", dt.date(2000, 1, 1))  # once taken for a name, as "Black Friday" is
@given(st.sampled_from(PHRASES), DAYS)
def test_a_claim_that_ends_in_the_phrase_has_its_deadline(phrase, day):
    whole = read_deadline(phrase, day)
    found = find_deadline("X " + phrase, day)
    if whole is not None and whole.deadline is not None and whole.deadline >= day:
        assert found.deadline == whole.deadline


@given(st.sampled_from(PHRASES), DAYS, st.integers(0, 400))
def test_a_fuzzy_day_of_saying_gives_the_deadline_of_its_latest_day(phrase, day, width):
    window = Window(day - dt.timedelta(width), day)
    crisp, fuzzy = read_deadline(phrase, day), read_deadline(phrase, window)
    assert (crisp is None) == (fuzzy is None)
    if crisp is not None:
        assert fuzzy.deadline == crisp.deadline
        assert fuzzy.deadline is None or fuzzy.earliest <= fuzzy.deadline


WORDS = sorted({word for phrase in PHRASES for word in phrase.split()} | GRAMMAR.vocabulary())
SOUP = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
EXTREMES = st.sampled_from([dt.date.min, dt.date(2022, 6, 15), dt.date.max])


@settings(max_examples=200)
@given(st.one_of(st.text(max_size=80), SOUP), EXTREMES)
def test_no_text_and_no_day_makes_reading_fail(text, day):
    read_deadline(text, day)
    read_statement(text, day)
    read_when(text, day)
    for reading in find_deadlines(text, day):
        assert text[slice(*reading.span)] == reading.phrase
        without(text, reading)
    find_deadline(text, day)


@pytest.mark.alone  # it takes times, and a neighbour slows one of them down
@pytest.mark.parametrize(
    "piece",
    ["the end of ", "two or ", "within ", "in the next ", "March ", "1 to ", "not ", "(", "9", "-",
     "a year or ", "between March and ", "before the ", "by the time ", "early or mid or ", "'s "],
)  # fmt: skip
def test_hostile_text_takes_linear_time(piece):
    def seconds(count):
        start = time.process_time()
        find_deadlines(piece * count, dt.date(2022, 6, 15))
        return time.process_time() - start

    seconds(10)  # compiles the patterns
    short, long = seconds(300), seconds(3000)
    assert long < 40 * short + 0.1
