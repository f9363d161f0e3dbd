"""Whether a ranking depends on the lexicon that reads the words."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from ledger.book import grouping, scoring_rules
from ledger.book.grouping import Cells, Scores
from ledger.book.lexicons import every
from ledger.book.scoring_rules import Rules
from ledger.book.selecting import Selection
from ledger.core import scorecards
from ledger.core.scorecards import Count, numbers, sensitivity as core
from ledger.store import score_queries
from ledger.store.score_groups import GROUPINGS

Named = Callable[[Any], str]  # the number of a group -> the name of its row


def sensitivity(
    con: sqlite3.Connection, chosen: Selection, found: Cells, rule: Rules
) -> core.Sensitivity:
    """Return Brier and rank of every row under every lexicon, at the middle and both ends."""
    named = _named(con, chosen)
    under = score_queries.below_the_line(con) if chosen.per == "forecaster" else frozenset()
    below = {named(group) for group in under}
    if rule.update_rule.averages:
        return core.ranked(_of_series(con, chosen, found, rule, named), below)
    by_name: dict[str, list[Count]] = defaultdict(list)
    for (group, _), counts in found.counts.items():
        by_name[named(group)] += counts
    stated = {name: numbers(counts, {}).tally for name, counts in by_name.items()}
    words = {name: _words(counts) for name, counts in by_name.items()}
    return core.sensitivity(stated, words, every(), below)


def _named(con: sqlite3.Connection, chosen: Selection) -> Named:
    table = GROUPINGS[chosen.per].names
    known = score_queries.names(con, table) if table else {}
    # A horizon loses the digit it sorts by, as on the scorecard.
    start = 2 if chosen.per == "horizon" else 0
    return lambda group: str(known.get(group, group))[start:]


def _of_series(
    con: sqlite3.Connection, chosen: Selection, found: Cells, rule: Rules, named: Named
) -> Iterator[tuple[str, str, dict[str, core.Scored]]]:
    """Yield the scores where a rule averages those of a series: counts know one statement each."""
    phrases = scorecards.phrases(found.everything())
    for lexicon in every():
        read = scorecards.bands(phrases, lexicon)
        for end in core.ENDS:
            under = replace(rule, lexicon=lexicon, end=end)
            wanted = chosen.rewritten(words=scoring_rules.words(read, end)).wanted
            scores = Scores(corrections=scoring_rules.corrected(con, chosen, under, read))
            sums = grouping.summed(con, wanted, scores).brier or {}
            pairs = ((named(group), one.scores) for group, one in sums.items())
            yield lexicon.name, end, {n: (s.n, s.total / s.n) for n, s in pairs if s.n}


def _words(counts: list[Count]) -> dict[tuple[str, bool, int], int]:
    found: dict[tuple[str, bool, int], int] = defaultdict(int)
    for c in counts:
        if c.probability is None and c.phrase and c.outcome is not None and c.due:
            found[c.phrase, c.negated, c.outcome] += c.due
    return dict(found)
