"""Series of statements: of each forecast those that were made in time, oldest first.

What is in time is the same everywhere: the first statement, and what followed up to deadline or
answer (`counting.statement_that_counts` when something is recorded, the queries here).
"""

import datetime as dt
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.book.selecting import Selection
from ledger.core import scorecards
from ledger.core.lexicons import Lexicon
from ledger.core.scorecards import Bands
from ledger.core.scorecards.series import (
    PLATFORMS,
    DatedProbability,
    Series,
    platform_scores,
    scores,
)
from ledger.store import score_rows
from ledger.store.queries import Row

if TYPE_CHECKING:
    from ledger.book.scoring_rules import Rules


def in_time(forecasts: Iterable[Row], later: Iterable[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """Yield each forecast with its statements: what it said first, and what followed."""
    followed: dict[int, list[Row]] = defaultdict(list)
    for r in later:
        followed[r["forecast"]].append(r)
    for row in forecasts:
        yield row, [row, *followed[row["id"]]]


def ordinal(day: str) -> int:
    """Return a day of the database as a number of days."""
    return dt.date.fromisoformat(day).toordinal()


def numbered(
    con: sqlite3.Connection,
    chosen: Selection,
    rule: "Rules",
    read: Bands,
    *,
    updated: bool = False,
) -> list[Series]:
    """Return the series of every forecast that is due, settled and has numbers.

    Left out where the statement that counts by the rule has none, and with `updated` where it is
    the only one.
    """
    return _told(con, chosen, rule, read, updated=updated).series


def scored(
    con: sqlite3.Connection, chosen: Selection, rule: "Rules", read: Bands
) -> dict[int, float]:
    """Return the score asked for, by number of the forecast; also others' among platforms' scores.

    What a platform would say of a forecaster depends on what everybody said, whichever forecasts
    are shown: there the whole book is read, as of the day.
    """
    if rule.score not in PLATFORMS:
        return scores(numbered(con, chosen, rule, read), rule.score, rule.update_rule)
    told = _told(con, chosen.rewritten(per="all", filters=()), rule, read)
    return platform_scores(told.series, rule.score, told.opens)


@dataclass(frozen=True, slots=True)
class _Told:
    """Series with numbers, and the day of the first statement on each claim, numbers or not."""

    series: list[Series]
    opens: dict[str, int]


def _told(
    con: sqlite3.Connection,
    chosen: Selection,
    rule: "Rules",
    read: Bands,
    *,
    updated: bool = False,
) -> _Told:
    wanted = replace(chosen.everyone(), first=False)
    reader = _Reader(read, rule.lexicon, rule.end)
    found, opens = list[Series](), dict[str, int]()
    said = score_rows.forecasts(con, wanted, updated=updated)
    for row, statements in in_time(said, score_rows.updates(con, wanted)):
        first = ordinal(min(row["made_on"], row["ends"]))
        opens[row["claim"]] = min(first, opens.get(row["claim"], first))
        numbers = reader.numbers(row, statements)
        if numbers[rule.update_rule.counts] is not None:
            found.append(_series(row, numbers))
    return _Told(found, opens)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the number of a statement: as stated, else an `end` of the band of its words."""

    read: Bands
    lexicon: Lexicon | None
    end: str

    def numbers(self, row: Row, statements: Sequence[Row]) -> list[DatedProbability | None]:
        """Return what each statement comes to; None where it is no number."""
        negated = bool(row["negated"])
        found = ((r, self._number(r["probability"], r["phrase"], negated)) for r in statements)
        return [p if p is None else DatedProbability(ordinal(r["made_on"]), p) for r, p in found]

    def _number(self, probability: float | None, phrase: str | None, negated: bool) -> float | None:
        if probability is not None or not phrase:
            return probability
        key = (phrase, negated)
        band = self.read.get(key) or scorecards.bands([key], self.lexicon).get(key)
        return getattr(band, self.end) if band else None


def _series(row: Row, numbers: Sequence[DatedProbability | None]) -> Series:
    return Series(
        row["id"], row["forecaster"], row["question"], row["claim"], int(row["state"] == "true"),
        tuple(one for one in numbers if one is not None),
        ordinal(row["ends"]), ordinal(row["deadline"]),
    )  # fmt: skip
