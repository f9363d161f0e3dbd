"""Numbers of forecasts: as stated, else read from their words by a lexicon at scoring time."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ledger.core.clusters import ClusterSums
from ledger.core.lexicons import Band, Lexicon, lookup
from ledger.core.scorecards.counts import Count
from ledger.core.tally import Tally

Phrase = tuple[str, bool]  # words, and whether the claim is negated
Bands = Mapping[Phrase, Band]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The tally of forecasts that are due, settled and have a number, and where it is from."""

    tally: Tally
    stated: int
    from_lexicon: int
    inferred: int


def bands(phrases: Iterable[Phrase], lexicon: Lexicon | None) -> dict[Phrase, Band]:
    """Read phrases with a lexicon; those that it does not read are left out."""
    if lexicon is None:
        return {}
    found = {
        (words, negated): lookup(lexicon, words, negated=negated) for words, negated in phrases
    }
    return {phrase: band for phrase, band in found.items() if isinstance(band, Band)}


def phrases(counts: Iterable[Count]) -> set[Phrase]:
    """Return the wordings that stand without a number."""
    return {(c.phrase, c.negated) for c in counts if c.probability is None and c.phrase}


def apart(counts: Iterable[Count], read: Bands) -> ClusterSums:
    """Return the sums by question of Brier scores where no two forecasts share a question.

    Each then is a cluster of its own, and the counts say everything.
    """
    scores = [
        ((p - c.outcome) ** 2, c.due)
        for c in counts
        if c.outcome is not None and c.due
        for p in [_number(c, read)[0]]
        if p is not None
    ]
    n = sum(times for _, times in scores)
    total = math.fsum(score * times for score, times in scores)
    squares = math.fsum(score * score * times for score, times in scores)
    return ClusterSums(n, n, total, squares, total, n)


def numbers(counts: Iterable[Count], read: Bands) -> Numbers:
    """Count the forecasts that are due and settled by their number and outcome."""
    cells: dict[tuple[float, int], int] = {}
    origins = {"stated": 0, "from_lexicon": 0, "inferred": 0}
    for c in counts:
        if c.outcome is None or not c.due:
            continue
        p, origin = _number(c, read)
        if p is not None:
            cells[p, c.outcome] = cells.get((p, c.outcome), 0) + c.due
            origins[origin] += c.due
    return Numbers(Tally.from_counts(cells), **origins)


def _number(count: Count, read: Bands) -> tuple[float | None, str]:
    if count.probability is not None:
        return count.probability, "stated"
    band = read.get((count.phrase, count.negated)) if count.phrase else None
    if band is None:
        return None, ""
    return band.middle, "inferred" if band.inferred else "from_lexicon"
