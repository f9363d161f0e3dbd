"""Rows of a scorecard: denominators in order, minimum n, ranks, numbers from words."""

from typing import get_type_hints

import pytest
from hypothesis import given, strategies as st

from ledger.core.counting import STATES
from ledger.core.lexicons import find_lexicon
from ledger.core.measures.clusters import Cluster, ClusterSums
from ledger.core.measures.tally import Tally
from ledger.core.scorecards import (
    Count,
    Denominators,
    Material,
    Method,
    ScorecardRow,
    bands,
    denominators,
    numbers,
    phrases,
    reference_score,
    row,
    rows,
)
from ledger.core.scorecards.records import OfNumbers, OfScore

METHOD = Method()


def count(state="true", n=1, p=None, phrase=None, **more):
    """So many forecasts that are due, unless it says otherwise."""
    dated = 0 if state == "undated" else n
    given_ = {"dated": dated, "due": dated, "past": dated, "retracted": 0, **more}
    return Count(state, p, phrase, negated=False, n=n, **given_)


def record(name, hits, misses, **more):
    return Material(name, [count("true", hits), count("false", misses)], **more)


def test_the_denominators_stand_in_order_and_nothing_is_lost():
    counts = [count(state, n) for n, state in enumerate(STATES, 1)]
    found = denominators(counts)
    chain = (found.recorded, found.checkable, found.dated, found.due, found.resolved, found.scored)
    assert chain == (54, 52, 47, 47, 41, 19)
    assert (found.struck, found.vague, found.void, found.already_known) == (1, 2, 3, 4)
    assert (found.undated, found.overdue, found.open, found.unclear) == (5, 6, 0, 7)
    assert found.answered == 8


def test_hits_are_of_due_forecasts_even_if_others_resolved_early():
    early = count("true", 3, due=0, past=0)
    found = denominators([early, count("true", 2), count("false", 1)])
    assert (found.hits, found.sided, found.scored, found.early) == (2, 3, 3, 3)


@pytest.mark.parametrize(
    ("state", "p", "hits", "sided"),
    [
        ("true", 0.9, 1, 1), ("false", 0.9, 0, 1), ("true", 0.1, 0, 1), ("false", 0.1, 1, 1),
        ("true", None, 1, 1), ("false", None, 0, 1), ("true", 0.5, 0, 0), ("false", 0.5, 0, 0),
        ("void", 0.9, 0, 0), ("vague", None, 0, 0), ("undated", None, 0, 0),
        ("known", 0.9, 0, 0), ("unclear", 0.9, 0, 0), ("answered", None, 0, 0),
        ("pending", 0.9, 0, 0),
    ],
)  # fmt: skip
def test_a_hit_is_the_side_taken_that_came_out(state, p, hits, sided):
    found = denominators([count(state, p=p)])
    assert (found.hits, found.sided) == (hits, sided)


def test_overdue_begins_the_day_after_the_deadline():
    falls_due_today = count("pending", 2, due=2, past=0)
    found = denominators([falls_due_today, count("pending", 3)])
    assert (found.due, found.open, found.overdue, found.resolved) == (5, 2, 3, 0)


@pytest.mark.parametrize(
    ("n", "rate", "ranked"),
    [(0, False, False), (4, False, False), (5, True, False), (9, True, False), (10, True, True)],
)
def test_minimum_n_gives_k_n_interval_and_reason_but_never_zero(n, rate, ranked):
    (found,), _ = rows([record("Ann", n, 0)], METHOD)
    assert (found.hits, found.sided) == (n, n)
    assert (found.hit_rate is not None, found.shrunk is not None) == (rate, rate)
    assert (found.ranked, found.rank) == (ranked, 1 if ranked else None)
    assert (found.hit_low is not None) is (n > 0)
    assert found.reason or n >= 30


def test_krugman_15_of_17_has_the_published_interval():
    found = row(record("Krugman", 15, 2), METHOD)
    assert (round(found.hit_low, 3), round(found.hit_high, 3)) == (0.657, 0.967)


def test_ranks_use_the_shrunken_rate_so_that_few_hits_do_not_win():
    found, _ = rows([record("Short", 10, 0), record("Long", 95, 5), record("Odd", 40, 60)], METHOD)
    by_name = {r.name: r for r in found}
    assert by_name["Long"].rank == 1
    assert by_name["Short"].hit_rate > by_name["Long"].hit_rate
    assert [r.name for r in found] == ["Long", "Short", "Odd"]


def test_crowds_and_anonymous_stand_below_and_are_not_ranked():
    found, _ = rows([record("Crowd", 20, 0, below=True), record("Ann", 8, 7)], METHOD)
    assert [(r.name, r.rank, r.ranked) for r in found] == [("Ann", 1, True), ("Crowd", None, False)]
    assert found[1].reason == "crowds and anonymous are not ranked"


def test_p_values_are_adjusted_for_how_many_are_compared():
    found, _ = rows([record("A", 14, 4), record("B", 9, 9), record("C", 8, 10)], METHOD)
    best = next(r for r in found if r.name == "A")
    assert best.p_adjusted == pytest.approx(3 * best.p_coin)
    assert all(r.p_adjusted >= r.p_coin for r in found)


def test_hits_on_shared_questions_have_no_p_against_a_coin():
    """A.9: `forecasts on one question are not independent`: twenty calls of one are one toss."""
    alone, shared = record("Ann", 18, 2), record("Bob", 18, 2, questions=19)
    found, _ = rows([alone, shared, record("Cid", 4, 0)], METHOD)
    by_name = {r.name: r for r in found}
    assert by_name["Ann"].p_coin == by_name["Ann"].p_adjusted == pytest.approx(211 / 2**20)
    assert (by_name["Bob"].p_coin, by_name["Bob"].p_adjusted) == (None, None)
    assert by_name["Bob"].ranked
    assert by_name["Bob"].p_coin_reason == "forecasts share questions: no P"
    assert by_name["Cid"].p_coin_reason == "4 scored: fewer than 5"


def test_without_numbers_there_is_no_brier_score_and_a_reason():
    found = row(record("Ann", 3, 3), METHOD)
    assert (found.brier, found.skill, found.expected_hits) == (None, None, None)
    assert found.brier_reason == "no probabilities"


def test_too_few_questions_give_a_brier_score_without_an_interval():
    sums = ClusterSums(2, 2, 0.05, 0.0017, 0.05, 2)
    found = row(Material("Ann", [count(p=0.8), count(p=0.9)], 2, sums), METHOD)
    assert found.brier == pytest.approx(0.025)
    assert (found.brier_low, found.brier_reason) == (None, "too few independent questions")
    assert found.skill == pytest.approx(0.9)


@pytest.mark.parametrize("scores", [[1.0] * 9 + [0.0], [0.0] * 9 + [1.0]])
def test_the_interval_on_a_brier_score_stays_on_its_scale(scores):
    """A.4: `Mean Brier (p-y)^2, scale 0-1`: no end of it lies beyond, in any format."""
    sums = ClusterSums.of([Cluster(1, score) for score in scores])
    found = row(Material("Ann", [count("true", 10, 0.8)], 10, clusters=sums), METHOD)
    assert 0.0 <= found.brier_low < found.brier < found.brier_high <= 1.0
    assert {found.brier_low, found.brier_high} & {0.0, 1.0}
    assert (found.score_low, found.score_high) == (found.brier_low, found.brier_high)


@pytest.mark.parametrize(("n", "index"), [(0, None), (4, None), (5, 80.0), (40, 80.0)])
def test_the_brier_index_is_the_root_after_averaging_from_five_numbers_up(n, index):
    """A.4: `Brier index 100(1 - sqrt(mean Brier)), root after averaging`; A.12: below 5 no rate."""
    found = row(Material("Ann", [count("true", n, 0.8)] if n else []), METHOD)
    assert found.brier_index == (None if index is None else pytest.approx(index))


@pytest.mark.parametrize(
    ("came", "failed", "auc", "reason"),
    [
        (29, 0, None, "29 forecasts: fewer than 30"),
        (30, 0, None, "everything came true"),
        (0, 30, None, "nothing came true"),
        (15, 15, 1.0, None),
    ],
)
def test_the_auc_is_held_back_as_long_as_the_curve_is(came, failed, auc, reason):
    """A.12: `30 and more with a calibration curve`, of which AUC is a summary."""
    counts = [count("true", came, 0.8), count("false", failed, 0.3)]
    found = row(Material("Ann", counts), METHOD)
    assert (found.auc, found.auc_reason) == (auc, reason)


def test_the_auc_of_many_forecasts_on_few_questions_is_held_back():
    counts = [count("true", 20, 0.8), count("false", 20, 0.3)]
    sums = ClusterSums.of([Cluster(20, 0.8), Cluster(20, 1.8)])
    found = row(Material("Ann", counts, 2, sums), METHOD)
    assert (found.auc, found.auc_reason) == (None, "2 questions: fewer than 10")


@pytest.mark.parametrize(("reference", "score"), [(0.5, 0.25), (0.75, 0.1875), (0.25, 0.4375)])
def test_the_reference_is_scored_on_the_same_outcomes(reference, score):
    tally = Tally.from_counts({("0.9", 1): 3, ("0.2", 0): 1})
    assert reference_score(tally, reference) == pytest.approx(score)


def test_expected_hits_turn_probabilities_below_half():
    found = row(
        Material("Ann", [count(p=0.2), count("false", p=0.2), count(p=0.9)], 3,
                 ClusterSums(3, 3, 0.69, 0.4, 0.69, 3)), METHOD,
    )  # fmt: skip
    assert found.expected_hits == pytest.approx(0.8 + 0.8 + 0.9)
    assert found.observed_hits == 2


def test_words_become_numbers_at_scoring_time_and_say_where_from():
    counts = [count(p=0.9), count(phrase="probably"), count(phrase="expects", n=2), count()]
    read = bands(phrases(counts), find_lexicon("icd203"))
    found = numbers(counts, read)
    assert (found.stated, found.from_lexicon, found.inferred) == (1, 1, 2)
    assert {c.probability for c in found.tally.cells} == {0.675, 0.75, 0.9}
    assert numbers(counts, {}).tally.n == 1


counts_ = st.lists(
    st.builds(
        lambda state, n, due, p: count(state, n, p, due=min(due, n), past=0),
        st.sampled_from([s for s in STATES if s != "undated"]),
        st.integers(1, 9),
        st.integers(0, 9),
        st.sampled_from([None, 0.1, 0.5, 0.9]),
    ),
    max_size=12,
)


@given(counts_)
def test_each_step_of_the_denominators_is_no_larger_than_the_one_before(counts):
    found = denominators(counts)
    chain = [found.recorded, found.checkable, found.dated, found.due, found.resolved, found.scored,
             found.sided, found.hits]  # fmt: skip
    assert chain == sorted(chain, reverse=True)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=8))
def test_a_rate_and_its_interval_agree_and_ranks_start_at_1(records):
    found, _ = rows([record(f"F{n}", *pair) for n, pair in enumerate(records)], METHOD)
    for one in found:
        if one.sided:
            assert one.hit_low <= one.hits / one.sided <= one.hit_high
        assert (one.hit_rate is None) == (one.sided < 5)
    places = [one.rank for one in found if one.rank is not None]
    assert not places or min(places) == 1


@pytest.mark.parametrize("half", [OfNumbers, OfScore, Denominators])
def test_what_a_row_is_made_of_has_the_fields_of_a_row(half):
    """Spread into a row, where nothing checks the types of the fields any more."""
    whole, spread = get_type_hints(ScorecardRow), get_type_hints(half)
    spread.pop("struck", None)  # struck records are in no row
    assert spread.items() <= whole.items()
