"""The short way of counting gives what the wide query gives: on any book, on any as-of day."""

import sqlite3
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st

from ledger.core.counting import STATES
from ledger.core.scorecards import Count, denominators, numbers
from ledger.store import score_cells, score_clusters, score_queries
from ledger.store.connect import scratch
from ledger.store.score_queries import Wanted

DAYS = tuple(f"2020-01-{day:02}" for day in range(1, 6))
SETTLED = {"true", "false"}
UNDATED = {"struck", "vague", "void", "known", "undated"}  # states that need no deadline

# One flat row: group, counted, voice, state, number, words, negated, deadline, taken back, late.
ROW = st.tuples(
    st.integers(1, 3),
    st.integers(0, 2),
    st.integers(0, 1),
    st.sampled_from(STATES),
    st.sampled_from([None, 0.2, 0.5, 0.8]),
    st.sampled_from([None, "likely", "unlikely"]),
    st.integers(0, 1),
    st.sampled_from([None, *DAYS]),
    st.sampled_from([None, "2020-01-02"]),
    st.sampled_from([None, -3, 0, 2]),
).map(lambda row: row if row[3] in UNDATED else (*row[:7], row[7] or DAYS[0], *row[8:]))

FORECAST = """
INSERT INTO forecast (id, key, entry, claim, forecaster_id, said_by, made_on, made_on_latest,
  joined, question_id, verdict, updates, state, scored_probability, scored_phrase, negated,
  deadline, retracted_on, days_late)
VALUES (:id, :id, 1, '', :group, 1, '2019', '2019', 'all', 1, 'pending', 0, :state, :p, :phrase,
  :negated, :deadline, :retracted, :late)
"""
CITATION = """
INSERT INTO citation (id, forecast_id, article_id, source_id, counted, own_voice, question_id,
  state, scored_probability, scored_phrase, negated, deadline, retracted_on, days_late)
VALUES (:id, :id, 1, :group, :counted, :voice, 1, :state, :p, :phrase, :negated, :deadline,
  :retracted, :late)
"""
NAMES = ("group", "counted", "voice", "state", "p", "phrase", "negated", "deadline", "retracted",
         "late")  # fmt: skip


def book(rows) -> sqlite3.Connection:
    """Return a book of flat rows that hang on nothing."""
    con = scratch()
    con.execute("PRAGMA foreign_keys=OFF")
    for number, row in enumerate(rows, 1):
        values = {"id": number, **dict(zip(NAMES, row, strict=True))}
        con.execute(FORECAST, values)
        con.execute(CITATION, values)
    return con


def wide(con, wanted):
    """Count with the one query that asks every row for everything."""
    return con.execute(wanted.sql(score_cells.WIDE), wanted.parameters()).fetchall()


def by_group(cells):
    """What a scorecard takes from cells: denominators, and numbers read with their origins."""
    counts = {}
    for cell in cells:
        counts.setdefault(cell[:2], []).append(Count._make(cell[2:]))
    return {
        key: (denominators(found), numbers(found, {}), words(found))
        for key, found in counts.items()
    }


def words(counts):
    """How many that are due there are of each wording without a number."""
    found = Counter()
    for c in counts:
        if c.probability is None:
            found[c.state, c.phrase, c.negated] += c.due
    return +found


@settings(max_examples=150, deadline=None)
@given(rows=st.lists(ROW, max_size=25), as_of=st.sampled_from(DAYS))
@pytest.mark.parametrize("per", ["forecaster", "source"])
def test_the_walk_counts_what_the_wide_query_counts(per, rows, as_of):
    """Computed from tallies: however the database counts, the tally is the same."""
    with_filter = [(), ("forecaster",) if per == "forecaster" else ("source", "own_voice")]
    con = book(rows)
    for filters in with_filter:
        values = {"as_of": as_of, "forecaster": 1, "source": 1}
        wanted = Wanted(per, values, filters)
        assert wanted.covered
        assert by_group(score_cells.cells(con, wanted)) == by_group(wide(con, wanted))


@settings(max_examples=150, deadline=None)
@given(rows=st.lists(ROW, max_size=25), as_of=st.sampled_from(DAYS))
@pytest.mark.parametrize("per", ["forecaster", "source"])
def test_days_late_are_those_of_what_is_due_and_settled(per, rows, as_of):
    """`median_days_late`: forecasts that are due and settled and whose event has a day."""
    con, expected = book(rows), Counter()
    for group, counted, voice, state, *_, deadline, _, late in rows:
        if per == "source" and not counted:
            continue
        if state in SETTLED and late is not None and deadline <= as_of:
            expected[group, voice if per == "source" else 0, late] += 1
    wanted = Wanted(per, {"as_of": as_of})
    for way in (wanted, replace(wanted, first=True)):  # by the index, and without it
        found = Counter()
        for group, voice, days in score_queries.lateness(con, way):
            for day, n in days.items():
                found[group, voice, int(day)] += n
        assert way.covered is not way.first
        assert found == expected
    all_due = all(row[7] <= as_of for row in rows if row[3] in SETTLED)
    voiceless = per == "forecaster" or not any(row[1] and row[2] for row in rows)
    told = list(score_queries.lateness(con, wanted, all_due=all_due, voiceless=voiceless))
    assert told == list(score_queries.lateness(con, wanted))


@pytest.mark.parametrize(
    ("questions", "shared"),
    [([1, 2, 3], False), ([2, 3, 4], False), ([3, 1, 2], False), ([1, 1, 2], True),
     ([2, 2, 3], True), ([1, 2, 1], True), ([], False)],
)  # fmt: skip
def test_forecasts_on_one_question_are_found_whether_numbers_run_in_step_or_not(questions, shared):
    """Forecasts on one question share its fate: no error may take them for apart."""
    row = dict.fromkeys(NAMES) | {"group": 1, "counted": 1, "voice": 0, "state": "true",
                                  "negated": 0}  # fmt: skip
    con = book([row[name] for name in NAMES] for _ in questions)
    for number, question in enumerate(questions, 1):
        con.execute("UPDATE forecast SET question_id = ? WHERE id = ?", (question, number))
        con.execute("INSERT INTO part VALUES (?, 1, ?, 0" + ", NULL" * 10 + ")", (number, question))
    assert score_clusters.shared_questions(con) is shared
