"""Comparisons on shared questions only, in plain words; everybody by two-way fixed effects."""

import pytest

from ledger.core.scorecards import Compared, field_of, pair, summary
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


def test_the_summary_names_the_questions_that_its_p_is_of():
    a = [*entries("A", [0.1] * 8), Compared("A", "words", None, hit=True)]
    b = [*entries("B", [0.2] * 8), Compared("B", "words", None, hit=True)]
    found = pair(a, b)
    assert found.shared == 9
    assert summary("A", "B", found, lower_is_better=True).startswith("On 8 shared questions A did")


def test_nothing_is_said_of_few_shared_sides():
    found = pair(entries("A", [None] * 3, [True] * 3), entries("B", [None] * 3, [False] * 3))
    said = summary("A", "B", found, lower_is_better=True)
    assert said == "On 3 shared questions nothing can be said about who is better."


def test_hits_are_compared_where_nobody_gave_numbers():
    a = entries("A", [None] * 8, [True] * 8)
    b = entries("B", [None] * 8, [False] * 7 + [True])
    found = pair(a, b)
    assert found.scores is None
    assert (found.hits.only_a, found.hits.both) == (7, 1)
    assert found.hits.p_value == pytest.approx(0.015625)
    assert "more than chance" in summary("A", "B", found, lower_is_better=True)


@pytest.mark.parametrize(
    ("a", "b", "lower", "words"),
    [
        ([0.1] * 8, [0.2] * 8, True, "A did better, by more than chance allows (P = 0.008)"),
        ([0.1] * 8, [0.2] * 8, False, "B did better, by more than chance allows (P = 0.008)"),
        ([0.1, 0.3] * 4, [0.2, 0.15] * 4, True, "by no more than chance allows"),
        ([0.1] * 6, [0.1] * 6, True, "did equally well"),
        ([0.1] * 12, [0.2] * 12, True, "more than chance allows (P < 0.001)"),
        ([0.1] * 4, [0.9] * 4, True, "nothing can be said"),
    ],
)
def test_the_summary_says_it_in_plain_words(a, b, lower, words):
    found = pair(entries("A", a), entries("B", b), lower_is_better=lower)
    assert words in summary("A", "B", found, lower_is_better=lower)


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
