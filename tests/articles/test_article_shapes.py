"""Whose forecast and by when, in the shapes that newsrooms write.

A candidate has the forecaster (quotes, appositions, pronouns across sentences, organisations,
anonymous officials, the outlet's own voice) and a deadline read from its own words, with no
date where there is none. `tests/data/articles/shapes` has an invented text for each shape, with
the forecaster and the deadline of every candidate under it; the day is 14 February 2024.
"""

import datetime as dt
from pathlib import Path

import pytest

SHAPES = Path(__file__).resolve().parents[1] / "data" / "articles" / "shapes"
DAY = dt.date(2024, 2, 14)


def shapes(name):
    blocks = (SHAPES / name).read_text(encoding="utf-8").split("---\n")
    for block in blocks:
        lines = block.strip().split("\n")
        said = [line for line in lines if not line.startswith("= ")]
        yield "\n".join(said), [line[2:] for line in lines if line.startswith("= ")]


def records(candidates):
    return [
        f"{c.forecaster or 'narrator'} | {c.reading.deadline if c.reading else None}"
        for c in candidates
    ]


@pytest.mark.parametrize(("text", "expected"), list(shapes("whose.txt")))
def test_a_forecast_belongs_to_who_said_it(read, text, expected):
    assert records(read(text, DAY)) == expected


@pytest.mark.parametrize(("text", "expected"), list(shapes("when.txt")))
def test_a_deadline_is_the_day_that_its_words_name(read, text, expected):
    assert records(read(text, DAY)) == expected
