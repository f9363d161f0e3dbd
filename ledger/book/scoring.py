"""Scorecards: the database groups, the core counts and ranks, a record comes out."""

import datetime as dt
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from ledger.book.requests import ScorecardRequest
from ledger.book.selecting import Selection, moment, select
from ledger.core import scorecards
from ledger.core.clusters import ClusterSums
from ledger.core.order_statistics import weighted_median
from ledger.core.scorecards import Count, Material, Scorecard
from ledger.lazy import lazy
from ledger.store import score_queries
from ledger.store.score_queries import Wanted

if TYPE_CHECKING:
    from ledger.book.ledger import Ledger
    from ledger.store import past
else:
    past = lazy("ledger.store.past")  # it brings the writer

SCALE = "Brier score (p - y)^2, 0 to 1, lower is better; always 50 % = .25"
Key = tuple[Any, int]  # number or name of a group, and 1 for an outlet's own voice


def scorecard(book: "Ledger", asked: ScorecardRequest, today: dt.date) -> Scorecard:
    """Count and score as of a day (default: today), or the book as it was at a time."""
    con, today = as_recorded(book, asked, today)
    chosen = select(con, asked, today)
    groups = read(con, chosen.wanted)
    rows, prior = scorecards.rows(_materials(con, chosen, groups))
    pooled = _everyone(con, chosen, groups)
    everyone = scorecards.row(pooled)
    return Scorecard(
        as_of=chosen.as_of,
        per=chosen.per,
        time_zone=book.settings.time_zone,
        forecasts=everyone.recorded,
        questions=everyone.questions,
        struck=scorecards.denominators(pooled.counts).struck,
        retrospective=score_queries.retrospective(con, chosen.everyone()),
        filters=chosen.words,
        scale=SCALE,
        prior=f"{prior.method}: {prior.mean:.3f}" if prior else None,
        rows=tuple(r for r in rows if r.recorded),
        everyone=everyone,
    )


def as_recorded(
    book: "Ledger", asked: ScorecardRequest, today: dt.date
) -> tuple[sqlite3.Connection, dt.date]:
    """Return the book to read and the day to take for today.

    With --recorded-by both are those of that time, so that the same is printed for ever.
    """
    if not asked.recorded_by:
        return book.con, today
    utc, day = moment(asked.recorded_by, book.settings.time_zone)
    return past.as_recorded(book.con, utc), day


@dataclass(frozen=True, slots=True)
class Groups:
    """What the database says of each group: counts and days late by voice, sums by question."""

    counts: dict[Key, list[Count]]
    days: dict[Key, list[tuple[float, int]]]
    questions: dict[Any, tuple[int, ClusterSums]]
    own_questions: dict[Any, tuple[int, ClusterSums]]

    def material(self, group: Any, name: str, *, below: bool = False) -> Material:
        """Put together what one row is made of, with the own voice of an outlet inside."""
        own = None
        if self.own_questions:
            own = self._of(name, [(group, 1)], self.own_questions.get(group, _NOTHING))
        both: list[Key] = [(group, 0), (group, 1)]
        return self._of(name, both, self.questions.get(group, _NOTHING), below=below, own_voice=own)

    def pooled(self, voices: set[int], questions: dict[Any, tuple[int, ClusterSums]]) -> Material:
        """Put all groups together, where no forecast stands in two of them."""
        keys = [key for key in self.counts if key[1] in voices]
        return self._of("all", keys, questions.get("all", _NOTHING))

    def _of(
        self, name: str, keys: list[Key], questions: tuple[int, ClusterSums], **more: Any
    ) -> Material:
        counts = [count for key in keys for count in self.counts.get(key, ())]
        days = [pair for key in keys for pair in self.days.get(key, ())]
        return Material(name, counts, *questions, weighted_median(days), **more)


_NOTHING = (0, ClusterSums())


def read(con: sqlite3.Connection, wanted: Wanted) -> Groups:
    """Run the queries of one grouping."""
    counts: dict[Key, list[Count]] = defaultdict(list)
    for r in score_queries.tally(con, wanted):
        cell = Count(**{k: v for k, v in r.items() if k not in {"id", "voice"}})
        counts[r["id"], r["voice"]].append(cell)
    days: dict[Key, list[tuple[float, int]]] = defaultdict(list)
    for r in score_queries.lateness(con, wanted):
        days[r["id"], r["voice"]].append((r["days"], r["n"]))
    own = replace(wanted, filters=(*wanted.filters, "own_voice"))
    voiced = score_queries.GROUPINGS[wanted.per].voice != "0"
    return Groups(counts, days, _sums(con, wanted), _sums(con, own) if voiced else {})


def _sums(con: sqlite3.Connection, wanted: Wanted) -> dict[Any, tuple[int, ClusterSums]]:
    names = [field.name for field in fields(ClusterSums)]
    return {
        r["id"]: (r["questions"], ClusterSums(**{name: r[name] for name in names}))
        for r in score_queries.clusters(con, wanted)
    }


def _materials(con: sqlite3.Connection, chosen: Selection, groups: Groups) -> Iterator[Material]:
    """Yield what each row is made of."""
    table = score_queries.GROUPINGS[chosen.per].names
    known = score_queries.names(con, table) if table else {}
    below = score_queries.below_the_line(con) if chosen.per == "forecaster" else frozenset()
    for group in dict.fromkeys(group for group, _ in groups.counts):
        yield groups.material(group, str(known.get(group, group)), below=group in below)


def _everyone(con: sqlite3.Connection, chosen: Selection, groups: Groups) -> Material:
    """Return all forecasts as one row, each once, however many outlets carried it."""
    voiced = score_queries.GROUPINGS[chosen.per].voice != "0"
    if score_queries.overlaps(con, chosen.wanted):
        found = read(con, chosen.everyone()).material("all", "all")
        own = read(con, chosen.own_voice()).material("all", "all") if voiced else None
        return replace(found, own_voice=own)
    # Every forecast stands in one group: what was grouped has only to be added up.
    own = groups.pooled({1}, _sums(con, chosen.own_voice())) if voiced else None
    return replace(groups.pooled({0, 1}, _sums(con, chosen.everyone())), own_voice=own)
