"""Counts of words -> tallies, by a lexicon: at its middle, and at either end of its bands."""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ledger.core.lexicons.lookup import lookup
from ledger.core.lexicons.model import Band, Lexicon, Unread, brier_range
from ledger.core.measures.tally import Tally


@dataclass(frozen=True, slots=True)
class WordReading:
    """What a lexicon makes of forecasts in words, counted by phrase.

    `low`, `middle` and `high` are tallies of the same forecasts at the ends and the middle of
    their bands. `best` and `worst` are the mean Brier scores (0-1) if each forecast sits at the
    favourable or unfavourable end; None when nothing was read. `inferred` of the forecasts that
    were read rest on no published table. `unread` counts the others by reason and phrase.
    """

    lexicon: str
    low: Tally
    middle: Tally
    high: Tally
    best: float | None
    worst: float | None
    inferred: int
    unread: Mapping[Unread, Mapping[str, int]]

    @property
    def n(self) -> int:
        """Forecasts that were given a probability."""
        return self.middle.n

    def count(self, reason: Unread) -> int:
        """Forecasts that were not, for one reason."""
        return sum(self.unread[reason].values())


def read_words(counts: Mapping[tuple[str, bool, int], int], lexicon: Lexicon) -> WordReading:
    """Read `(phrase, claim is negated, outcome) -> count` with a lexicon.

    The outcome is that of the claim as recorded: 1 if it turned out true. Raise InputError for
    an outcome that is not 0 or 1.
    """
    read: list[tuple[Band, int, int]] = []
    unread: dict[Unread, Counter[str]] = {reason: Counter() for reason in Unread}
    for (phrase, negated, outcome), count in counts.items():
        band = lookup(lexicon, phrase, negated=negated)
        if isinstance(band, Unread):
            unread[band][phrase] += count
        else:
            read.append((band, outcome, count))
    n = sum(count for _, _, count in read)
    ranges = [(brier_range(outcome, band), count) for band, outcome, count in read]
    return WordReading(
        lexicon=lexicon.name,
        low=_tally([(band.low, outcome, count) for band, outcome, count in read]),
        middle=_tally([(band.middle, outcome, count) for band, outcome, count in read]),
        high=_tally([(band.high, outcome, count) for band, outcome, count in read]),
        best=math.fsum(ends[0] * count for ends, count in ranges) / n if n else None,
        worst=math.fsum(ends[1] * count for ends, count in ranges) / n if n else None,
        inferred=sum(count for band, _, count in read if band.inferred),
        unread=unread,
    )


def _tally(rows: list[tuple[float, int, int]]) -> Tally:
    counts: Counter[tuple[float, int]] = Counter()
    for probability, outcome, count in rows:
        counts[probability, outcome] += count
    return Tally.from_counts(counts)
