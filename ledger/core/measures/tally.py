"""The tally: how often each stated probability came true, and how often not.

    probability   no   yes
        .10        9     1        Most measures need only this table, so a database groups
        .50        3     4        a million forecasts once and the arithmetic below costs
        .80        2     8        as much as a hundred rows do.

Counts of words instead of numbers become a tally through a lexicon (`lexicons.read_words`).
"""

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple, TypeVar

from ledger.core.hits import hit
from ledger.core.measures.brier import check_outcome, check_probability
from ledger.errors import InputError

Probability = str | float | Decimal
"""A probability as the journal keeps it (decimal text) or as arithmetic uses it, 0..1."""

_P = TypeVar("_P", bound=Probability)


class Cell(NamedTuple):
    """All forecasts that stated one probability: how many failed (`no`) and came (`yes`)."""

    probability: float
    no: int
    yes: int

    @property
    def n(self) -> int:
        """Number of forecasts in the cell."""
        return self.no + self.yes

    @property
    def brier_sum(self) -> float:
        """Sum of their Brier scores, each on the 0-1 scale."""
        p = self.probability
        return self.yes * (1.0 - p) ** 2 + self.no * p**2


@dataclass(frozen=True, slots=True)
class Tally:
    """Cells in ascending order of probability, each probability once. Add tallies with +."""

    cells: tuple[Cell, ...] = ()

    @classmethod
    def from_counts(cls, counts: Mapping[tuple[_P, int], int]) -> "Tally":
        """Read `(probability, outcome) -> count`; "0.7" and 0.70 are the same cell.

        Raise InputError for a probability outside 0..1, an outcome that is not 0 or 1,
        or a negative count.
        """
        table: dict[float, list[int]] = defaultdict(lambda: [0, 0])
        for (probability, outcome), count in counts.items():
            p = float(probability)
            # Asked before the call, which a large book would feel.
            if not 0.0 <= p <= 1.0:
                check_probability(p)
            if outcome not in (0, 1):
                check_outcome(outcome)
            if count < 0:
                raise InputError(f"a tally counts forecasts, not {count}: give 0 or more")
            table[p][outcome] += count
        return cls(tuple(Cell(p, *table[p]) for p in sorted(table) if any(table[p])))

    def __add__(self, other: "Tally") -> "Tally":
        counts: dict[tuple[float, int], int] = defaultdict(int)
        for cell in (*self.cells, *other.cells):
            counts[cell.probability, 0] += cell.no
            counts[cell.probability, 1] += cell.yes
        return Tally.from_counts(counts)

    @property
    def n(self) -> int:
        """Number of forecasts."""
        return sum([cell.no + cell.yes for cell in self.cells])

    @property
    def yes(self) -> int:
        """How many came true: the observed number of events."""
        return sum([cell.yes for cell in self.cells])

    @property
    def expected_yes(self) -> float:
        """How many the stated probabilities promised: sum of p."""
        return math.fsum([(cell.no + cell.yes) * cell.probability for cell in self.cells])

    @property
    def sided(self) -> int:
        """Forecasts that took a side: all but those at exactly 50 %, which enter Brier only."""
        return sum(cell.n for cell in self.cells if hit(cell.probability, 1) is not None)

    @property
    def mean_brier(self) -> float | None:
        """Mean of (p - y)^2, scale 0-1, always-50 % = .25; None without forecasts."""
        if not self.n:
            return None
        return math.fsum(cell.brier_sum for cell in self.cells) / self.n
