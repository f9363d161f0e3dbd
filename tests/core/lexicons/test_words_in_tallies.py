"""A.11: forecasts in words become tallies, at the middle and at both ends of their bands."""

import pytest

from ledger.core.lexicons import (
    Unread,
    brier_range,
    find_lexicon,
    lookup,
    read_words,
)
from ledger.errors import InputError


def test_words_become_tallies_at_the_middle_and_at_both_ends():
    counts = {
        ("likely", False, 1): 3,
        ("likely", False, 0): 1,
        ("expects", False, 1): 2,
        ("could", False, 1): 5,
        ("hopes", False, 0): 1,
        ("purple", False, 0): 1,
    }
    found = read_words(counts, find_lexicon("icd203"))
    assert (found.n, found.inferred) == (6, 2)
    assert [found.count(reason) for reason in Unread] == [5, 1, 1]
    assert found.unread[Unread.UNKNOWN] == {"purple": 1}
    brier = (3 * (1 - 0.675) ** 2 + 0.675**2 + 2 * 0.25**2) / 6
    assert found.middle.mean_brier == pytest.approx(brier)
    assert found.low.mean_brier == pytest.approx((3 * 0.45**2 + 0.55**2 + 2 * 0.5**2) / 6)
    assert found.high.mean_brier == pytest.approx((3 * 0.2**2 + 0.8**2 + 2 * 0.05**2) / 6)
    assert found.best <= min(t.mean_brier for t in (found.low, found.middle, found.high))
    assert found.worst >= max(t.mean_brier for t in (found.low, found.middle, found.high))


def test_nothing_read_has_no_score():
    found = read_words({("could", False, 1): 2}, find_lexicon("icd203"))
    assert (found.n, found.best, found.worst, found.middle.mean_brier) == (0, None, None, None)


def test_another_lexicon_scores_the_same_words_anew():
    counts = {("likely", False, 1): 1, ("unlikely", False, 1): 1}
    briers = {
        name: read_words(counts, find_lexicon(name)).middle.mean_brier
        for name in ("icd203", "ipcc", "mauboussin2018")
    }
    assert len(set(briers.values())) == 3


def test_the_brier_range_of_a_band():
    band = lookup(find_lexicon("icd203"), "likely")
    assert brier_range(1, band) == pytest.approx((0.04, 0.2025))
    with pytest.raises(InputError):
        brier_range(2, band)
