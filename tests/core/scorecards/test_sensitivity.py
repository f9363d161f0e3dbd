"""A.11: Brier and rank under each lexicon, and whether the ranking changes."""

import re

import pytest

from ledger.core.lexicons import LEXICONS, find_lexicon, parse_lexicon
from ledger.core.measures.score_scales import SCALES, ScoreName
from ledger.core.scorecards.sensitivity import ENDS, sensitivity
from tests.core.tallies import tallied

CAREFUL = tallied([(0.6, 1), (0.6, 0)] * 5)
BOLD = {("likely", False, 1): 5, ("likely", False, 0): 5}


def test_every_lexicon_is_read_at_the_middle_and_both_ends():
    found = sensitivity({}, {"B": BOLD}, LEXICONS.values())
    assert [(r.lexicon, r.end) for r in found.readings] == [
        (name, end) for name in LEXICONS for end in ENDS
    ]


def test_a_ranking_that_depends_on_the_lexicon_says_so():
    near = parse_lexicon({"name": "near", "bands": {"likely": [0.5, 0.55]}})
    far = parse_lexicon({"name": "far", "bands": {"likely": [0.9, 1.0]}})
    found = sensitivity({"careful": CAREFUL}, {"bold": BOLD}, [near, far])
    assert found.ranking_changes
    order = [min(r.standings, key=lambda name: r.standings[name].rank) for r in found.readings]
    assert set(order) == {"careful", "bold"}


def test_a_ranking_that_stands_under_every_lexicon_does_not_change():
    worse = {("almost certain", False, 0): 10}
    found = sensitivity({"careful": CAREFUL}, {"worse": worse}, LEXICONS.values())
    assert found.ranking_changes is False


def test_a_record_under_ten_is_not_ranked_and_cannot_change_a_ranking():
    """A.12: `below 5 [...] no rank`, `5-9 with rate and interval, unranked`."""
    near = parse_lexicon({"name": "near", "bands": {"likely": [0.5, 0.55]}})
    far = parse_lexicon({"name": "far", "bands": {"likely": [0.9, 1.0]}})
    few = {("likely", False, 1): 5, ("likely", False, 0): 4}
    found = sensitivity({"careful": CAREFUL}, {"few": few}, [near, far])
    assert {reading.standings["few"].rank for reading in found.readings} == {None}
    assert {reading.standings["careful"].rank for reading in found.readings} == {1}
    assert found.ranking_changes is None


def test_crowds_and_anonymous_are_not_ranked_under_any_lexicon():
    crowd = {"crowd": CAREFUL, "A": CAREFUL}
    found = sensitivity(crowd, {}, [find_lexicon("nato")], below={"crowd"})
    assert [(s.rank, name) for name, s in found.readings[0].standings.items()] == [
        (None, "crowd"), (1, "A"),
    ]  # fmt: skip


def test_numbers_do_not_depend_on_the_lexicon_and_words_join_them():
    found = sensitivity({"A": CAREFUL}, {"A": BOLD}, [find_lexicon("icd203")])
    middle = found.readings[0].standings["A"]
    expected = (2 * CAREFUL.mean_brier + (1 - 0.675) ** 2 + 0.675**2) / 4
    assert (middle.n, middle.rank) == (20, 1)
    assert middle.brier == pytest.approx(expected)


def test_whoever_is_read_by_no_entry_is_missing_not_zero():
    found = sensitivity({}, {"A": {("purple", False, 1): 2}}, [find_lexicon("nato")])
    assert [reading.standings for reading in found.readings] == [{}] * 3


def test_every_score_is_printed_with_scale_and_direction():
    assert set(SCALES) == set(ScoreName)
    for scale in SCALES.values():
        assert scale.title
        assert scale.scale
        assert scale.direction in {"lower is better", "higher is better"}
        if scale.score is not None:
            always_half = float(re.search(r"always 50 % = ([\d.]+\d|\d)", scale.scale)[1])
            assert scale.score(1, 0.5) == pytest.approx(always_half, abs=5e-4)
            better = scale.score(1, 0.9) < scale.score(1, 0.5)
            assert better is scale.lower_is_better
