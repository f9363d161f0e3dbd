"""C: two on shared questions; many by two-way fixed effects; unlinked groups refused by name."""

import random

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from ledger.core.measures.comparison import (
    QuestionScore,
    brier_peer_scores,
    compare_pair,
    paired_hits,
)
from ledger.core.measures.fixed_effects import components, fixed_effects
from ledger.errors import InputError


def test_only_shared_questions_count():
    a = {"q1": 0.04, "q2": 0.09, "q3": 0.64, "only a": 0.0}
    b = {"q1": 0.16, "q2": 0.49, "q3": 0.64, "only b": 1.0}
    found = compare_pair(a, b)
    assert found.questions == 3
    assert found.difference.mean == pytest.approx((0.04 - 0.16 + 0.09 - 0.49) / 3)
    assert found.difference.mean == pytest.approx(found.mean_a - found.mean_b)
    assert (found.a_better, found.b_better) == (2, 0)


def test_swapping_the_two_turns_the_difference_and_keeps_p():
    rng = random.Random(1)
    a = {f"q{i}": rng.random() for i in range(15)}
    b = {f"q{i}": rng.random() for i in range(15)}
    there, back = compare_pair(a, b), compare_pair(b, a)
    assert there.difference.mean == pytest.approx(-back.difference.mean)
    assert there.sign_flip.p_value == pytest.approx(back.sign_flip.p_value)
    assert there.difference.interval is not None


SIDES = [(True, True), (True, False), (False, False), (True, False), (None, True), (False, None)]


def test_hits_are_compared_where_both_took_a_side():
    hits = paired_hits(SIDES)
    assert (hits.both, hits.only_a, hits.only_b, hits.neither) == (1, 2, 0, 1)
    back = paired_hits((b, a) for a, b in SIDES)
    assert (back.only_a, back.only_b, back.p_value) == (0, 2, hits.p_value)


def test_where_a_forecast_of_one_half_took_no_side_there_are_no_hits():
    assert paired_hits([(None, True)]) is None


def test_without_shared_questions_there_is_nothing_to_compare():
    with pytest.raises(InputError, match="no shared questions"):
        compare_pair({"q1": 0.1}, {"q2": 0.1})


def least_squares(rows):
    """The same model by numpy on dummy variables, anchored in the same way."""
    who = sorted({r.forecaster for r in rows})
    what = sorted({r.question for r in rows})
    design = np.zeros((len(rows), len(who) + len(what)))
    for i, r in enumerate(rows):
        design[i, who.index(r.forecaster)] = design[i, len(who) + what.index(r.question)] = 1
    fit = np.linalg.lstsq(design, np.array([r.score for r in rows]), rcond=None)[0]
    return {name: fit[i] + fit[len(who) :].mean() for i, name in enumerate(who)}


def random_rows(seed, forecasters, questions, share):
    rng = random.Random(seed)
    rows = [QuestionScore(f"f{i}", 0, rng.random()) for i in range(forecasters)]
    for i in range(forecasters):
        answered = [j for j in range(1, questions) if rng.random() < share]
        level = 0.2 * i / forecasters
        rows += [QuestionScore(f"f{i}", j, level + 0.5 * rng.random()) for j in answered]
    return rows


@pytest.mark.parametrize("seed", range(6))
def test_fixed_effects_are_least_squares(seed):
    rows = random_rows(seed, 3 + 4 * seed, 40, 0.3)
    found = {entry.forecaster: entry.adjusted for entry in fixed_effects(rows)}
    expected = least_squares(rows)
    assert found == pytest.approx(expected, abs=1e-9)


def test_a_long_chain_of_forecasters_is_solved_too():
    rows = [
        QuestionScore(f"f{i}", q, 0.1 + 0.01 * i * (q == i)) for i in range(60) for q in (i, i + 1)
    ]
    found = {entry.forecaster: entry.adjusted for entry in fixed_effects(rows)}
    assert found == pytest.approx(least_squares(rows), abs=1e-8)


def test_always_half_would_score_a_quarter():
    rows = random_rows(3, 5, 30, 0.5)
    rows += [QuestionScore("always half", q, 0.25) for q in {r.question for r in rows}]
    found = {entry.forecaster: entry.adjusted for entry in fixed_effects(rows)}
    assert found["always half"] == pytest.approx(0.25)


def test_who_answered_the_hard_questions_is_not_punished():
    rows = [QuestionScore("A", q, s) for q, s in (("easy", 0.05), ("hard", 0.5))]
    rows += [QuestionScore("B", "hard", 0.5), QuestionScore("C", "easy", 0.05)]
    found = {entry.forecaster: entry for entry in fixed_effects(rows)}
    assert found["B"].raw > found["C"].raw
    assert found["B"].adjusted == pytest.approx(found["C"].adjusted)


def test_unlinked_groups_are_refused_and_named():
    rows = [QuestionScore("A", 1, 0.1), QuestionScore("B", 1, 0.2), QuestionScore("C", 2, 0.1)]
    assert components(rows) == [["A", "B"], ["C"]]
    with pytest.raises(InputError, match=r"2 groups share no question.*A, B; C"):
        fixed_effects(rows)


def test_long_groups_are_shortened():
    rows = [QuestionScore(f"f{i}", 1, 0.1) for i in range(8)] + [QuestionScore("z", 2, 0.1)]
    with pytest.raises(InputError, match="and 3 more; z"):
        fixed_effects(rows)


def test_no_scores_no_comparison():
    with pytest.raises(InputError):
        fixed_effects([])
    assert components([]) == []


links = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 8)), max_size=25)


@given(links)
def test_components_are_those_of_a_search(pairs):
    found = components(QuestionScore(f"f{i}", q, 0.0) for i, q in pairs)
    left, expected = {i for i, _ in pairs}, []
    while left:
        group, questions = {min(left)}, set()
        while True:
            questions = {q for i, q in pairs if i in group}
            wider = {i for i, q in pairs if q in questions}
            if wider == group:
                break
            group = wider
        left -= group
        expected.append(sorted(f"f{i}" for i in group))
    assert sorted(found) == sorted(expected)


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.integers(0, 5), st.floats(0, 1)), max_size=25))
@settings(max_examples=50)
def test_peer_scores_weighted_by_answers_sum_to_zero(triples):
    rows = [QuestionScore(*triple) for triple in triples]
    counts = {name: sum(r.forecaster == name for r in rows) for name in "ABC"}
    total = sum(counts[name] * score for name, score in brier_peer_scores(rows).items())
    assert total == pytest.approx(0, abs=1e-9)
