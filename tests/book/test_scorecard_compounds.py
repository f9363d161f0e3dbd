"""Forecasts of several parts, or with a condition: what they share with others."""

import pytest

from ledger.book import ScorecardRequest
from ledger.errors import InputError
from tests.book.builders import TODAY
from tests.book.scoring import YES, card, named, record, said
from tests.book.test_scorecard_filters import EVERYTHING


def part(key, **more):
    return {"question": {"key": key, "text": key, "kind": "event"}, **more}


def compound(*keys, by="Ann", p=0.8, given=None, ruling=YES, **more):
    """Return a forecast that all of some questions are answered yes."""
    parts = [part(key) for key in keys]
    ruled = {key: ruling for key in (*keys, *([given] if given else ())) if ruling}
    return said(
        by, parts=parts, probability=p, given=part(given) if given else None,
        rulings=[{"question": key, **how} for key, how in ruled.items()], **more,
    )  # fmt: skip


def things(order, n=12):
    """Twelve forecasts "thing i happens, and the election is won", parts in either order."""
    return [compound(*([f"thing {i}", "election"][::order])) for i in range(n)]


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("way", [{}, *EVERYTHING, {"by": "Ann"}, {"bootstrap": True}])
def test_forecasts_that_share_any_part_share_its_fate(book, order, way):
    """Uncertainty is by question, not by forecast, whatever the order of parts."""
    record(book, *({**one, "tags": ["all"]} for one in things(order)))
    for row in (named(card(book, **way), "Ann"), card(book, **way).everyone):
        assert (row.recorded, row.questions, row.brier_low) == (12, 13, None)
        assert row.brier_reason == "too few independent questions"
        assert row.p_reason == row.p_coin_reason == "forecasts share questions: no P"


@pytest.mark.parametrize("order", [1, -1])
def test_curves_of_forecasts_that_share_a_part_have_no_p(book, order):
    """Uncertainty is by question: of `calibration`, `lateness` and the test of skill on a page."""
    record(book, *things(order, n=40))
    asked = ScorecardRequest(name="Ann")
    found = book.calibration(asked, TODAY)
    assert (found.n, found.questions, found.curve) == (40, 41, None)
    assert found.p_reason == "forecasts share questions: no P"
    late = book.lateness(asked, TODAY)
    assert (late.survival.n, late.questions) == (40, 41)
    assert late.p_reason == "forecasts share questions: no P"
    assert book.scorecard(asked, TODAY).page.skill_p == 1.0


def test_a_condition_is_shared_like_a_part(book):
    """A condition that fails makes a forecast void: all on it share that fate."""
    record(book, *(compound(f"thing {i}", given="a deal") for i in range(12)))
    row = named(card(book), "Ann")
    assert (row.questions, row.brier_low) == (13, None)
    assert row.p_coin_reason == "forecasts share questions: no P"


def test_a_condition_that_is_a_forecast_of_the_book_is_found_where_numbers_run_in_step(book):
    """Uncertainty is by question: the second one asks a new question, given the first one's."""
    record(book, compound("thing"), compound("other", given="thing"))
    assert book.con.execute("SELECT id FROM forecast WHERE question_id <> id").fetchall() == []
    assert card(book).everyone.questions == 2
    record(book, *(compound(f"more {i}", p=0.6) for i in range(9)))
    row = card(book).everyone
    assert (row.questions, row.p_reason) == (11, "forecasts share questions: no P")


def test_compounds_that_share_nothing_are_independent(book):
    """Each has a fate of its own, however many questions it asks."""
    record(book, *(compound(f"a{i}", f"b{i}", p=0.7 if i % 2 else 0.9) for i in range(12)))
    row = named(card(book), "Ann")
    assert (row.recorded, row.questions) == (12, 24)
    assert row.brier_low is not None
    assert row.p_calibration is not None
    assert row.p_coin is not None


def test_a_row_is_connected_by_its_own_forecasts_only(book):
    """What Bob said of several questions makes no fate common to Ann's forecasts."""
    record(book, *(compound(f"q{i}", p=0.7) for i in range(12)))
    record(book, compound(*(f"q{i}" for i in range(12)), by="Bob"))
    found = card(book)
    assert named(found, "Ann").p_calibration is not None
    assert named(found, "Ann").questions == named(found, "Bob").questions == 12
    assert found.everyone.questions == 12
    assert found.everyone.p_reason == "forecasts share questions: no P"
    assert found.everyone.brier_reason == "too few independent questions"


def test_a_forecast_without_a_score_connects_no_scores(book):
    """A mean is as uncertain as the forecasts that are in it; for a coin everything counts."""
    record(book, *(compound(f"q{i}", p=0.7) for i in range(12)))
    record(book, compound(*(f"q{i}" for i in range(12)), deadline="2030-01-01", ruling=None))
    row = named(card(book), "Ann")
    assert (row.recorded, row.questions) == (13, 12)
    assert row.p_calibration is not None
    assert row.p_coin_reason == "forecasts share questions: no P"


def test_outlets_tags_and_years_count_questions_of_their_own(book):
    """Every row is counted from its own forecasts, grouped by whatever."""
    sources = ["Sun", {"source": "Herald", "own_voice": True}]
    record(
        book, compound("a", "b", sources=sources, tags=["x"]),
        compound("c", "b", sources=["Sun"], tags=["y"]),
        compound("d", by="Bob", tags=["x"]),
    )  # fmt: skip
    for per, expected in (
        ("source", {"Sun": 3, "Herald": 2}), ("tag", {"x": 3, "y": 2}), ("year", {"2017": 4}),
        ("article", {"Sun ": 3, "Herald ": 2}), ("forecaster", {"Ann": 3, "Bob": 1}),
    ):  # fmt: skip
        assert {row.name: row.questions for row in card(book, per=per).rows} == expected
    assert named(card(book, per="source"), "Herald").own_voice.questions == 2


@pytest.mark.parametrize(
    ("ann", "bob", "same"),
    [
        (compound("q", given="c"), compound("q", by="Bob", given="c", p=0.3), True),
        (compound("q", given="c"), compound("q", by="Bob", p=0.3), False),
        (compound("q", given="c"), compound("q", by="Bob", given="d", p=0.3), False),
        (compound("q", "r"), compound("r", "q", by="Bob", p=0.3), True),
        (compound("q", "r"), {**compound("r", "q", by="Bob"), "join": "any"}, False),
        (compound("q", "r"), compound("q", by="Bob", p=0.3), False),
    ],
)
@pytest.mark.parametrize("opposite", [False, True])
def test_forecasts_are_compared_on_one_claim_whichever_side_was_taken(
    book, ann, bob, same, opposite
):
    """docs/scoring.md: `the same question, deadline and accepted answers, whichever side was
    taken`, in whatever order the parts stand, and on the same condition."""
    if opposite and len(bob["parts"]) == 1:
        bob = {**bob, "parts": [{**bob["parts"][0], "negated": True}]}
    record(book, ann, bob)
    if same:
        assert book.compare("Ann", "Bob", ScorecardRequest(), TODAY).shared == 1
    else:
        with pytest.raises(InputError, match="share no question"):
            book.compare("Ann", "Bob", ScorecardRequest(), TODAY)
