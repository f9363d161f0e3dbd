"""Rows of (probability, outcome) as the tally that a database would count."""

from collections import Counter

from ledger.core.measures.tally import Tally


def tallied(rows):
    return Tally.from_counts(Counter(rows))
