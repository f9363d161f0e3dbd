"""Tallies -> Scorecard: data, not text.

counts         the denominators, in order
probabilities  numbers as stated, or read from words by a lexicon
building       rows: hits with interval, rank, Brier, skill, calibration in the large
curves         calibration and lateness
distances      quantiles, unit by unit
series         scores that need every statement: platforms, rules for updates
comparing      two forecasters on shared questions, or everybody
sensitivity    Brier and rank under every lexicon
records        the frozen records that formats render
"""

from ledger.core.scorecards.building import (
    Material,
    Method,
    reference_score,
    row,
    rows,
)
from ledger.core.scorecards.comparing import (
    Compared,
    Comparison,
    Field,
    Outcome,
    field_of,
    outcome,
    pair,
)
from ledger.core.scorecards.counts import Count, Denominators, denominators
from ledger.core.scorecards.curves import (
    Calibration,
    LatenessCurve,
    Timing,
    chances,
    curve_of,
    in_the_large,
    no_p,
    timing_curve,
)
from ledger.core.scorecards.distances import mean_distances
from ledger.core.scorecards.probabilities import Bands, Numbers, apart, bands, numbers, phrases
from ledger.core.scorecards.records import (
    Carried,
    MeanDistance,
    Page,
    Sampling,
    Scorecard,
    ScorecardRow,
    Scored,
)

__all__ = [
    "Bands",
    "Calibration",
    "Carried",
    "Compared",
    "Comparison",
    "Count",
    "Denominators",
    "Field",
    "LatenessCurve",
    "Material",
    "MeanDistance",
    "Method",
    "Numbers",
    "Outcome",
    "Page",
    "Sampling",
    "Scorecard",
    "ScorecardRow",
    "Scored",
    "Timing",
    "apart",
    "bands",
    "chances",
    "curve_of",
    "denominators",
    "field_of",
    "in_the_large",
    "mean_distances",
    "no_p",
    "numbers",
    "outcome",
    "pair",
    "phrases",
    "reference_score",
    "row",
    "rows",
    "timing_curve",
]
