"""Tallies -> Scorecard: data, not text.

counts      the denominators, in order
building    rows: hits with interval, rank, Brier, calibration in the large
records     the frozen records that formats render
"""

from ledger.core.scorecards.building import Material, row, rows
from ledger.core.scorecards.counts import Count, Denominators, denominators
from ledger.core.scorecards.records import Row, Scorecard

__all__ = [
    "Count",
    "Denominators",
    "Material",
    "Row",
    "Scorecard",
    "denominators",
    "row",
    "rows",
]
