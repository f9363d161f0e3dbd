"""Whether it matters which lexicon reads the words, and where in a band the truth lies.

Every forecaster's mean Brier score and rank under each lexicon, at the middle of its bands and
at both ends, together with the probabilities that were stated as numbers.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ledger.core.lexicons import Lexicon, read_words
from ledger.core.measures.presentation import presentation
from ledger.core.measures.shrinkage import ranks
from ledger.core.measures.tally import Tally

ENDS = ("middle", "low", "high")

WordCounts = Mapping[tuple[str, bool, int], int]
"""(phrase, claim is negated, outcome) -> count, as `lexicons.read_words` takes it."""
Scored = tuple[int, float]
"""So many forecasts with a number, and their mean Brier score (0-1 scale)."""


@dataclass(frozen=True, slots=True)
class BrierStanding:
    """Mean Brier score (0-1 scale) over n forecasts, and rank (1 is best) among the ranked.

    `rank` is None where the record is too short for one, or never ranked.
    """

    n: int
    brier: float
    rank: int | None


@dataclass(frozen=True, slots=True)
class LexiconReading:
    """Standings by name under one lexicon at one `end` of its bands: middle, low or high.

    Whoever has no forecast that this lexicon reads is missing.
    """

    lexicon: str
    end: str
    standings: Mapping[str, BrierStanding]


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """All readings; `ranking_changes` if two of them put the same two names in another order.

    It is None where no reading ranks two names: there is then no ranking to change.
    """

    readings: tuple[LexiconReading, ...]
    ranking_changes: bool | None

    def of(self, name: str) -> "Sensitivity":
        """Return the standings of one name, ranked among all; the ranking is still everybody's."""
        own = [
            replace(r, standings={n: s for n, s in r.standings.items() if n == name})
            for r in self.readings
        ]
        return replace(self, readings=tuple(own))


def sensitivity(
    stated: Mapping[str, Tally],
    words: Mapping[str, WordCounts],
    lexicons: Iterable[Lexicon],
    below: Container[str] = (),
) -> Sensitivity:
    """Score forecasters under every lexicon; rank those with enough numbers (A.12).

    `stated` are tallies of numbers by name, `words` counts of phrases by name; a name may be in
    one or both. `below` are names that are never ranked.
    """
    return ranked(_read(stated, words, lexicons), below)


def ranked(
    scored: Iterable[tuple[str, str, Mapping[str, Scored]]], below: Container[str] = ()
) -> Sensitivity:
    """Rank forecasters by (lexicon, end, scores by name), where there are enough numbers."""
    readings = [
        LexiconReading(lexicon, end, _standings(scores, below)) for lexicon, end, scores in scored
    ]
    return Sensitivity(tuple(readings), _changes(readings))


def _read(
    stated: Mapping[str, Tally], words: Mapping[str, WordCounts], lexicons: Iterable[Lexicon]
) -> Iterator[tuple[str, str, Mapping[str, Scored]]]:
    names = list(dict.fromkeys([*stated, *words]))
    for lexicon in lexicons:
        read = {name: read_words(words.get(name, {}), lexicon) for name in names}
        for end in ENDS:
            tallies = {name: stated.get(name, Tally()) + getattr(read[name], end) for name in names}
            scored = {
                name: (tally.n, score)
                for name, tally in tallies.items()
                if (score := tally.mean_brier) is not None
            }
            yield lexicon.name, end, scored


def _standings(scored: Mapping[str, Scored], below: Container[str]) -> dict[str, BrierStanding]:
    # ranks() puts the highest first; the lowest Brier score is best.
    places = ranks({
        name: -score
        for name, (n, score) in scored.items()
        if presentation(n).ranked and name not in below
    })  # fmt: skip
    return {name: BrierStanding(n, score, places.get(name)) for name, (n, score) in scored.items()}


def _changes(readings: Sequence[LexiconReading]) -> bool | None:
    """Whether some pair is in one order here and in the opposite order there."""
    first: set[tuple[str, str]] = set()
    ranked = [_ranked(reading) for reading in readings]
    if all(len(order) < 2 for order in ranked):
        return None
    for order in ranked:
        for rank, name in order:
            for other_rank, other in order:
                if rank < other_rank:
                    if (other, name) in first:
                        return True
                    first.add((name, other))
    return False


def _ranked(reading: LexiconReading) -> list[tuple[int, str]]:
    return [(s.rank, name) for name, s in reading.standings.items() if s.rank is not None]
