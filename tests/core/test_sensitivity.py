"""A.11: Brier and rank under each lexicon, and whether the ranking changes."""

import pytest

from ledger.core.lexicons import LEXICONS, find_lexicon, parse_lexicon
from ledger.core.score_scales import SCALES, ScoreName
from ledger.core.sensitivity import ENDS, sensitivity
from ledger.core.tally import Tally

CAREFUL = Tally.from_rows([(0.6, 1), (0.6, 0)])
BOLD = {("likely", False, 1): 1, ("likely", False, 0): 1}


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
    worse = {("almost certain", False, 0): 3}
    found = sensitivity({"careful": CAREFUL}, {"worse": worse}, LEXICONS.values())
    assert not found.ranking_changes


def test_numbers_do_not_depend_on_the_lexicon_and_words_join_them():
    found = sensitivity({"A": CAREFUL}, {"A": BOLD}, [find_lexicon("icd203")])
    middle = found.readings[0].standings["A"]
    expected = (2 * CAREFUL.mean_brier + (1 - 0.675) ** 2 + 0.675**2) / 4
    assert (middle.n, middle.rank) == (4, 1)
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
            assert scale.score(1, 0.5) == pytest.approx(scale.always_half)
            better = scale.score(1, 0.9) < scale.score(1, 0.5)
            assert better is scale.lower_is_better
