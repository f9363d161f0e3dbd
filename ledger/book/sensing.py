"""Whether a ranking depends on the lexicon that reads the words."""

import sqlite3
from collections import defaultdict

from ledger.book.grouping import Cells
from ledger.book.lexicons import every
from ledger.book.selecting import Selection
from ledger.core.measures import sensitivity as core
from ledger.core.scorecards import Count, numbers
from ledger.store import score_queries
from ledger.store.score_groups import GROUPINGS


def sensitivity(con: sqlite3.Connection, chosen: Selection, found: Cells) -> core.Sensitivity:
    """Return Brier and rank of every row under every lexicon, at the middle and both ends."""
    table = GROUPINGS[chosen.per].names
    known = score_queries.names(con, table) if table else {}
    by_name: dict[str, list[Count]] = defaultdict(list)
    for (group, _), counts in found.counts.items():
        by_name[str(known.get(group, group))] += counts
    stated = {name: numbers(counts, {}).tally for name, counts in by_name.items()}
    words = {name: _words(counts) for name, counts in by_name.items()}
    under = score_queries.below_the_line(con) if chosen.per == "forecaster" else frozenset()
    return core.sensitivity(stated, words, every(), {str(known.get(n, n)) for n in under})


def _words(counts: list[Count]) -> dict[tuple[str, bool, int], int]:
    found: dict[tuple[str, bool, int], int] = defaultdict(int)
    for c in counts:
        if c.probability is None and c.phrase and c.outcome is not None and c.due:
            found[c.phrase, c.negated, c.outcome] += c.due
    return dict(found)
