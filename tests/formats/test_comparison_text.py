"""Comparisons in plain words, from the outcome alone."""

import datetime as dt
import json

import pytest

from ledger.core.scorecards import Compared, Comparison, outcome, pair
from ledger.formats.comparison import comparison, summary


def compared(a, b, *, lower=True, hits=(None, None)):
    """Compare A and B by their scores, or by hits, on as many questions."""
    sides = [
        [Compared(name, f"q{n}", score, hit) for n, (score, hit) in enumerate(both)]
        for name, both in zip("AB", (each(a, hits[0]), each(b, hits[1])), strict=True)
    ]
    found = pair(*sides, lower_is_better=lower)
    return Comparison(
        a="A", b="B", as_of=dt.date(2020, 1, 1), time_zone="UTC", filters=(), retrospective=False,
        score="brier", score_scale="0 to 1", lexicon=None, update_rule="last",
        shared=found.shared, scores=found.scores, hits=found.hits,
        outcome=outcome("A", "B", found, lower_is_better=lower),
    )  # fmt: skip


def each(scores, hits):
    return list(zip(scores, hits or [None] * len(scores), strict=True))


NONE = [None] * 8
MORE = "more than chance allows (P = 0.016)."
NO_MORE = "no more than chance allows (P = 1.000)."


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (compared([0.1] * 8, [0.2] * 8),
         "On 8 shared questions A did better, by more than chance allows (P = 0.008)."),
        (compared([0.1] * 8, [0.2] * 8, lower=False),
         "On 8 shared questions B did better, by more than chance allows (P = 0.008)."),
        (compared([0.1] * 12, [0.2] * 12),
         "On 12 shared questions A did better, by more than chance allows (P < 0.001)."),
        (compared([0.1, 0.3] * 4, [0.2, 0.15] * 4),
         "On 8 shared questions B did better, by no more than chance allows (P = 0.703)."),
        (compared([0.1] * 6, [0.1] * 6), "On 6 shared questions A and B did equally well."),
        (compared([0.1], [0.9]), "On 1 shared question nothing can be said about who is better."),
        (compared(NONE, NONE, hits=([True] * 8, [False] * 7 + [True])),
         "On 8 shared questions A alone was right 7 times, B alone 0 times: " + MORE),
        (compared(NONE, NONE, hits=([True] * 8, [True] * 8)),
         "On 8 shared questions A alone was right 0 times, B alone 0 times: " + NO_MORE),
        (compared(NONE, NONE),
         "On 8 shared questions they cannot be compared: no numbers, and no sides taken by both."),
    ],
)  # fmt: skip
def test_the_summary_says_it_in_plain_words(found, words):
    """`compare A B` with a plain-word summary, in text and in JSON."""
    assert summary(found) == words
    printed = json.loads(comparison(found, "json"))
    assert printed["summary"] == words
    assert printed["outcome"]["questions"] == found.outcome.questions
    assert words in " ".join(comparison(found).split())
