"""What the database says of each group, put together as the material of a row."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, NamedTuple

from ledger.book.selecting import Selection
from ledger.core.measures.clusters import Cluster, ClusterSums
from ledger.core.measures.order_statistics import weighted_median
from ledger.core.scorecards import Count, Material, Numbers
from ledger.core.scorecards.counts import TRUE_OR_FALSE
from ledger.store import score_cells, score_clusters, score_queries
from ledger.store.score_groups import GROUPINGS
from ledger.store.score_queries import Values, Wanted

Key = tuple[Any, int]  # number or name of a group, and 1 for an outlet's own voice


class Sum(NamedTuple):
    """Scores of a group, by question.

    `questions` and `fates` are of everything recorded: how many are asked, and how many groups
    of them forecasts connect. `asked` are the questions of what is scored.
    """

    questions: int
    fates: int
    asked: int
    scores: ClusterSums


Sums = Mapping[Any, Sum]  # by group
_NOTHING = Sum(0, 0, 0, ClusterSums())


@dataclass(frozen=True, slots=True)
class Cells:
    """Counts and days late by group and voice."""

    counts: dict[Key, list[Count]]
    days: dict[Key, list[tuple[int, int]]]

    def everything(self) -> list[Count]:
        """Return the counts of all groups."""
        return [count for cells in self.counts.values() for count in cells]

    def pooled(self, voices: tuple[int, ...]) -> "Cells":
        """Return all groups as one, "all"; counts that differ in the group alone are added up."""
        counts: dict[tuple[Any, ...], list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
        days: Counter[int] = Counter()
        for key in self.counts:
            if key[1] in voices:
                for state, p, phrase, negated, n, dated, due, past, retracted in self.counts[key]:
                    sums = counts[state, p, phrase, negated]
                    sums[0] += n
                    sums[1] += dated
                    sums[2] += due
                    sums[3] += past
                    sums[4] += retracted
                for day, n in self.days.get(key, ()):
                    days[day] += n
        found = [Count(*cell, *sums) for cell, sums in counts.items()]
        return Cells({("all", 0): found}, {("all", 0): list(days.items())})


@dataclass(frozen=True, slots=True)
class Summed:
    """Sums by question: of Brier scores, of the score asked for, of distributions.

    `brier` is None where no two forecasts share a question: counts then say everything. `each`
    are the questions of a group one by one, where they are to be resampled.
    """

    brier: Sums | None
    asked: Sums | None
    choices: Sums
    each: Mapping[Any, Sequence[Cluster]] = field(default_factory=dict)


def pooled_counts(con: sqlite3.Connection, chosen: Selection) -> list[Count]:
    """Count everything as one; walked by forecaster, for which there is an index."""
    wanted = replace(chosen.everyone(), per="forecaster")
    return Cells(_counts(con, wanted), {}).pooled((0,)).everything()


def questions_scored(con: sqlite3.Connection, wanted: Wanted, numbers: Numbers) -> tuple[int, int]:
    """Return on how many questions the forecasts with a number are, and how many fates they have.

    Those that share a question, or are connected by what asks several, share one fate.
    """
    if not score_clusters.shared_questions(con):
        return numbers.tally.n, numbers.tally.n
    found = _sums(con, wanted, Values.BRIER).get("all", _NOTHING)
    return found.asked, found.scores.clusters


def cells(con: sqlite3.Connection, wanted: Wanted) -> Cells:
    """Count the forecasts of each group by state, number and words."""
    counts = _counts(con, wanted)
    all_due = all(
        c.due == c.dated for found in counts.values() for c in found if c.state in TRUE_OR_FALSE
    )
    voiceless = not any(voice for _, voice in counts)
    late = score_queries.lateness(con, wanted, all_due=all_due, voiceless=voiceless)
    days = {(group, voice): list(found.items()) for group, voice, found in late}
    return Cells(counts, days)


def _counts(con: sqlite3.Connection, wanted: Wanted) -> dict[Key, list[Count]]:
    counts: dict[Key, list[Count]] = defaultdict(list)
    for cell in score_cells.cells(con, wanted):
        counts[cell[0], cell[1]].append(Count._make(cell[2:]))
    return counts


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores worked out forecast by forecast, as JSON: corrections of Brier, others, choices.

    `apart`: no two forecasts share a question. `bootstrap`: questions are to be resampled.
    """

    corrections: str | None = None
    asked: str | None = None
    choices: str | None = None
    apart: bool = False
    bootstrap: bool = False


def summed(con: sqlite3.Connection, wanted: Wanted, scores: Scores) -> Summed:
    """Add up scores by group and question."""
    values = Values.CORRECTED if scores.corrections else Values.BRIER
    numbers = replace(wanted, scores=scores.corrections)
    brier: Sums | None = None
    if scores.corrections or not scores.apart:
        brier = _sums(con, numbers, values)
    asked: Sums | None = None
    if scores.asked is not None:
        asked = _sums(con, replace(wanted, scores=scores.asked), Values.GIVEN)
    chosen = replace(wanted, scores=scores.choices)
    choices = _sums(con, chosen, Values.GIVEN) if scores.choices else {}
    each = _each(con, numbers, values) if scores.bootstrap else {}
    return Summed(brier, asked, choices, each)


def _each(con: sqlite3.Connection, wanted: Wanted, values: Values) -> dict[Any, list[Cluster]]:
    found: dict[Any, list[Cluster]] = defaultdict(list)
    for group, cluster in score_clusters.questions(con, wanted, values):
        found[group].append(cluster)
    return found


def _sums(con: sqlite3.Connection, wanted: Wanted, values: Values) -> Sums:
    names = [field.name for field in fields(ClusterSums)]
    return {
        r["id"]: Sum(
            r["questions"], r["fates"], r["asked"], ClusterSums(**{name: r[name] for name in names})
        )
        for r in score_clusters.clusters(con, wanted, values)
    }


def material(
    group: Any, name: str, found: Cells, sums: Summed, voices: tuple[int, ...] = (0, 1), **more: Any
) -> Material:
    """Put together what one row is made of."""
    keys = [(group, voice) for voice in voices]
    brier = None if sums.brier is None else sums.brier.get(group, _NOTHING)
    choices = sums.choices.get(group, _NOTHING).scores
    return Material(
        name=name,
        counts=[count for key in keys for count in found.counts.get(key, ())],
        questions=brier.questions if brier else None,
        fates=brier.fates if brier else None,
        clusters=brier.scores if brier else None,
        each=sums.each.get(group, ()),
        scores=sums.asked.get(group, _NOTHING).scores if sums.asked is not None else None,
        median_days_late=weighted_median(pair for key in keys for pair in found.days.get(key, ())),
        choices=choices.n,
        choice_total=choices.total,
        **more,
    )


def materials(
    con: sqlite3.Connection, chosen: Selection, found: Cells, scores: Scores
) -> Iterator[Material]:
    """Yield what each row is made of; the own voice of an outlet is inside."""
    wanted = chosen.wanted
    table = GROUPINGS[chosen.per].names
    known = score_queries.names(con, table) if table else {}
    below = score_queries.below_the_line(con) if chosen.per == "forecaster" else frozenset()
    sums = summed(con, wanted, scores)
    spoken = any(voice for _, voice in found.counts)
    own = summed(con, chosen.own_voices(), scores) if spoken else None
    for group in dict.fromkeys(group for group, _ in found.counts):
        name = str(known.get(group, group))
        inside = None
        if chosen.voiced:
            inside = material(group, name, found, own or _NO_SUMS, voices=(1,))
        yield material(group, name, found, sums, own_voice=inside, below=group in below)


_NO_SUMS = Summed(None, None, {})


def everyone(con: sqlite3.Connection, chosen: Selection, found: Cells, scores: Scores) -> Material:
    """Return all forecasts as one row, each once, however many outlets carried it."""
    # Where every forecast stands in one group, what was grouped has only to be added up.
    whole = None if score_queries.overlaps(con, chosen.wanted) else found
    pooled = _pool(con, chosen.everyone(), whole, scores, voices=(0, 1))
    if not chosen.voiced:
        return pooled
    own = _pool(con, chosen.own_voice(), whole, scores, voices=(1,))
    return replace(pooled, own_voice=own)


def _pool(
    con: sqlite3.Connection,
    wanted: Wanted,
    found: Cells | None,
    scores: Scores,
    voices: tuple[int, ...],
) -> Material:
    found = cells(con, wanted) if found is None else found.pooled(voices)
    if not found.counts.get(("all", 0)):
        return Material("all", ())
    return material("all", "all", found, summed(con, wanted, scores))
