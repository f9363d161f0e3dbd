"""Comparisons on shared questions only, by data; everybody by two-way fixed effects."""

import pytest

from ledger.core.scorecards import Compared, Outcome, field_of, outcome, pair
from ledger.errors import InputError


def entries(name, scores, hits=None):
    hits = hits or [None] * len(scores)
    return [
        Compared(name, f"q{n}", s, h) for n, (s, h) in enumerate(zip(scores, hits, strict=True))
    ]


def test_only_shared_questions_are_compared():
    a = [*entries("A", [0.1] * 5), Compared("A", "mine alone", 1.0, None)]
    found = pair(a, entries("B", [0.2] * 5))
    assert (found.shared, found.scores.questions) == (5, 5)
    assert found.scores.mean_a == pytest.approx(0.1)


def test_without_shared_questions_the_comparison_is_refused():
    with pytest.raises(InputError, match="share no question"):
        pair(entries("A", [0.1]), [Compared("B", "other", 0.1, None)])


def test_several_forecasts_on_one_claim_are_one_answer():
    found = pair([*entries("A", [0.1]), *entries("A", [0.3])], entries("B", [0.2]))
    assert found.scores.mean_a == pytest.approx(0.3), "the last one"
    assert found.shared == 1


def test_the_outcome_is_of_the_questions_that_its_p_is_of():
    a = [*entries("A", [0.1] * 8), Compared("A", "words", None, hit=True)]
    b = [*entries("B", [0.2] * 8), Compared("B", "words", None, hit=True)]
    found = pair(a, b)
    assert found.shared == 9
    expected = Outcome("score", 8, "A", found.scores.sign_flip.p_value, sure=True)
    assert outcome("A", "B", found, lower_is_better=True) == expected


def test_hits_are_compared_where_nobody_gave_numbers():
    a = entries("A", [None] * 8, [True] * 8)
    b = entries("B", [None] * 8, [False] * 7 + [True])
    found = pair(a, b)
    assert found.scores is None
    assert (found.hits.only_a, found.hits.both) == (7, 1)
    assert found.hits.p_value == pytest.approx(0.015625)
    expected = Outcome("hits", 8, "A", found.hits.p_value, sure=True)
    assert outcome("A", "B", found, lower_is_better=True) == expected


def test_without_numbers_and_sides_of_both_there_is_no_measure():
    found = pair(entries("A", [0.1, None]), entries("B", [None, 0.1]))
    assert (found.scores, found.hits) == (None, None)
    assert outcome("A", "B", found, lower_is_better=True) == Outcome(None, 2)


@pytest.mark.parametrize("n", [1, 4])
def test_of_few_shared_questions_nothing_is_said(n):
    """C: with fewer than 5 shared questions nothing is said about who is better."""
    scored = pair(entries("A", [0.1] * n), entries("B", [0.9] * n))
    assert outcome("A", "B", scored, lower_is_better=True) == Outcome("score", n)
    sided = pair(entries("A", [None] * n, [True] * n), entries("B", [None] * n, [False] * n))
    assert outcome("A", "B", sided, lower_is_better=True) == Outcome("hits", n)


@pytest.mark.parametrize(
    ("a", "b", "lower", "better", "sure"),
    [
        ([0.1] * 8, [0.2] * 8, True, "A", True),
        ([0.1] * 8, [0.2] * 8, False, "B", True),
        ([0.1, 0.3] * 4, [0.2, 0.15] * 4, True, "B", False),
        ([0.1] * 6, [0.1] * 6, True, None, False),
    ],
)
def test_whoever_has_the_better_mean_did_better(a, b, lower, better, sure):
    found = pair(entries("A", a), entries("B", b), lower_is_better=lower)
    result = outcome("A", "B", found, lower_is_better=lower)
    assert (result.better, result.sure) == (better, sure)


def test_whoever_had_the_harder_questions_is_not_punished():
    hard, easy = 0.3, 0.05
    mine = [Compared("A", "hard", hard, None), Compared("A", "link", 0.1, None)]
    yours = [Compared("B", "easy", easy, None), Compared("B", "link", 0.1, None)]
    both = [Compared("C", "hard", hard, None), Compared("C", "easy", easy, None)]
    found, scores, questions = field_of([*mine, *yours, *both], lower_is_better=True)
    assert (scores, questions) == (6, 3)
    adjusted = {r.forecaster: r.adjusted for r in found}
    assert adjusted["A"] == pytest.approx(adjusted["B"])


def test_the_best_stands_first_whichever_way_is_better():
    rows = [*entries("A", [0.1, 0.1]), *entries("B", [0.4, 0.4])]
    assert field_of(rows, lower_is_better=True)[0][0].forecaster == "A"
    assert field_of(rows, lower_is_better=False)[0][0].forecaster == "B"


def test_unconnected_groups_are_named():
    with pytest.raises(InputError, match="A; B"):
        field_of(
            [Compared("A", "x", 0.1, None), Compared("B", "y", 0.1, None)], lower_is_better=True
        )
