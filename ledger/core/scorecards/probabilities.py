"""Numbers of forecasts: as stated, else read from their words by a lexicon at scoring time."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import mul

from ledger.core.lexicons import Band, Lexicon, lookup
from ledger.core.measures.clusters import ClusterSums
from ledger.core.measures.tally import Cell, Tally
from ledger.core.scorecards.counts import TRUE_OR_FALSE, Count

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


def apart(tally: Tally) -> ClusterSums:
    """Return the sums by question of Brier scores where no two forecasts share a question.

    Each then is a cluster of its own, and the tally says everything.
    """
    scores = [(1.0 - cell.probability) ** 2 for cell in tally.cells]
    scores += [cell.probability**2 for cell in tally.cells]
    times = [cell.yes for cell in tally.cells] + [cell.no for cell in tally.cells]
    sums = [score * n for score, n in zip(scores, times, strict=True)]
    n = tally.n
    total = math.fsum(sums)
    squares = math.fsum(map(mul, scores, sums))
    return ClusterSums(n, n, total, squares, total, n)


def numbers(counts: Iterable[Count], read: Bands) -> Numbers:
    """Count the forecasts that are due and settled by their number and outcome."""
    table: dict[float, list[int]] = defaultdict(lambda: [0, 0])
    origins = {"stated": 0, "from_lexicon": 0, "inferred": 0}
    for c in counts:
        state, p, _, _, _, _, due, _, _ = c
        if due and state in TRUE_OR_FALSE:
            origin = "stated"
            if p is None:
                p, origin = _read(c, read)
            if p is not None:
                table[p][state == "true"] += due
                origins[origin] += due
    return Numbers(Tally(tuple(Cell(p, *table[p]) for p in sorted(table))), **origins)


def _read(count: Count, read: Bands) -> tuple[float | None, str]:
    band = read.get((count.phrase, count.negated)) if count.phrase else None
    if band is None:
        return None, ""
    return band.middle, "inferred" if band.inferred else "from_lexicon"
