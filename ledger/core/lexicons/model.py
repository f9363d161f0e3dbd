"""What a lexicon is: a named, versioned table from words to bands of probability."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ledger.core.measures.brier import check_outcome

_DIGITS = 12
"""Bands are rounded to this many digits, so that 1 - .8 is .2 wherever it is printed."""


class Unread(StrEnum):
    """Why a phrase gives no probability."""

    VAGUE = "vague"
    """May, might, could, possible: never right or wrong."""
    NOT_A_FORECAST = "not a forecast"
    """Hopes, wishes, plans, wants."""
    UNKNOWN = "in no table"


@dataclass(frozen=True, slots=True)
class Band:
    """A range of probabilities (0..1) with its middle, and the entry it was read from.

    `inferred` marks attitude words that no published table covers.
    """

    low: float
    middle: float
    high: float
    inferred: bool
    source: str

    def turned(self) -> "Band":
        """Return the band of the opposite proposition: "probably not" is "probably" of not-X."""
        low, middle, high = (round(1.0 - x, _DIGITS) for x in (self.high, self.middle, self.low))
        return Band(low, middle, high, self.inferred, f"{self.source}, turned")

    def halfway(self) -> "Band":
        """Move half way to the nearer end: very likely = 1 - (1 - likely)/2.

        Mosteller & Youtz 1990, Statistical Science 5:2.
        """
        up = self.middle > 0.5
        low, middle, high = (
            round(1.0 - (1.0 - x) / 2.0 if up else x / 2.0, _DIGITS)
            for x in (self.low, self.middle, self.high)
        )
        return Band(low, middle, high, self.inferred, f"{self.source}, half way to the end")


def brier_range(outcome: int, band: Band) -> tuple[float, float]:
    """Best and worst Brier score (0-1 scale) that a probability inside the band can get."""
    check_outcome(outcome)
    near, far = (band.high, band.low) if outcome else (band.low, band.high)
    return (near - outcome) ** 2, (far - outcome) ** 2


@dataclass(frozen=True, slots=True)
class Survey:
    """How n readers understood a phrase: mean and percentiles of their numbers, 0..1."""

    n: int
    mean: float
    p5: float
    q1: float
    median: float
    q3: float
    p95: float


@dataclass(frozen=True, slots=True)
class Term:
    """One entry: its words and its band.

    An official scale states low and high, and the middle is half way. A survey's middle is the
    median and its band the middle half of the readers; `survey` keeps the rest.
    """

    words: str
    low: float
    middle: float
    high: float
    survey: Survey | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """A table with its reference. `kind` is official scale, reader survey, inferred or user.

    `terms` maps each phrase, in lower case, to its entry.
    """

    name: str
    title: str
    version: str
    kind: str
    licence: str
    terms: Mapping[str, Term]
    reference: str = ""
    note: str = ""


def stated_band(words: str, low: float, high: float) -> Term:
    """Entry of an official scale: the middle is half way between the stated ends."""
    return Term(words, low, round((low + high) / 2.0, _DIGITS), high)


def surveyed(words: str, survey: Survey) -> Term:
    """Entry of a survey: the median, between the quartiles."""
    return Term(words, survey.q1, survey.median, survey.q3, survey)
