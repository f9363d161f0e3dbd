"""Forecasts given as a distribution: over options, or as quantiles of a number."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ledger.book.series import in_time, ordinal
from ledger.core.measures.brier import brier_multi, brier_ordered
from ledger.core.measures.quantiles import interval_score, mean_pinball, outer_range
from ledger.core.measures.updates import Update, UpdateRule, series_score
from ledger.store import codec, score_rows
from ledger.store.queries import Row
from ledger.store.score_queries import Wanted

Quantiles = dict[float, float]  # level -> value


def choice_scores(con: sqlite3.Connection, wanted: Wanted, rule: UpdateRule) -> dict[int, float]:
    """Return the multi-category Brier score (0-2) of each distribution over options.

    Ordered options are scored by 2 RPS / (K - 1), on the same scale. Of several distributions
    in time the rule says which counts, or how much each.
    """
    found: dict[int, float] = {}
    for series in _series(con, wanted):
        outcome = _known(series.row)
        if series.row["kind"] != "choice" or outcome is None:
            continue
        shares = [_shares(series.row, given) for given in series.given("options")]
        if all(int(outcome) in range(len(each)) for each in shares):
            score = brier_ordered if series.row["ordered"] else brier_multi
            found[series.row["id"]] = series.mean([score(int(outcome), s) for s in shares], rule)
    return found


@dataclass(frozen=True, slots=True)
class Distance:
    """How far quantiles were from the answer, in `unit`; 0 is perfect.

    `pinball` is the mean over quantiles, `wis` twice that, `interval_score` of the outer range,
    which holds the answer with P = `level`; both are None where no two quantiles are central.
    """

    pinball: float
    wis: float
    interval_score: float | None
    level: float | None
    unit: str | None


def quantile_scores(
    con: sqlite3.Connection, wanted: Wanted, rule: UpdateRule
) -> dict[int, Distance]:
    """Return how far each quantile forecast was from the answer, updates weighed by the rule."""
    found: dict[int, Distance] = {}
    for series in _series(con, wanted):
        outcome = _known(series.row)
        quantiles = [_numbers(given) for given in series.given("quantiles")]
        if outcome is not None and quantiles and all(quantiles):
            found[series.row["id"]] = _distance(series, outcome, quantiles, rule)
    return found


@dataclass(frozen=True, slots=True)
class _Series:
    """A forecast's distributions in time, oldest first, each with its day (an ordinal)."""

    row: Row
    told: Sequence[tuple[int, dict[str, Any]]]

    def given(self, kind: str) -> list[dict[str, str]]:
        """Return what each gives the options, or the quantiles; empty where it gives none."""
        return [spread.get(kind) or {} for _, spread in self.told]

    def mean(self, scores: Sequence[float], rule: UpdateRule) -> float:
        """Return the score of the series from the scores of its statements."""
        days = (day for day, _ in self.told)
        updates = [Update(day, score) for day, score in zip(days, scores, strict=True)]
        return series_score(updates, ordinal(self.row["ends"]), rule)


def _series(con: sqlite3.Connection, wanted: Wanted) -> Iterator[_Series]:
    told = in_time(score_rows.spreads(con, wanted), score_rows.later_spreads(con, wanted))
    for row, statements in told:
        yield _Series(row, [(ordinal(r["made_on"]), json.loads(r["spread"])) for r in statements])


def _shares(row: Row, given: dict[str, str]) -> list[float]:
    """Return the probability of each option of the question, made to add up to 1."""
    folded = {name.casefold(): float(p) for name, p in given.items()}
    shares = [folded.get(name.casefold(), 0.0) for name in json.loads(row["options"] or "[]")]
    # Stated shares may add up to .99 or 1.01 by rounding.
    total = sum(shares)
    return [share / total for share in shares] if total else []


def _numbers(given: dict[str, str]) -> Quantiles:
    return {float(level): float(value) for level, value in given.items()}


def _distance(
    series: _Series, outcome: float, quantiles: Sequence[Quantiles], rule: UpdateRule
) -> Distance:
    loss = series.mean([mean_pinball(outcome, given) for given in quantiles], rule)
    ranges = [outer_range(given) for given in quantiles]
    levels = {found[2] if found else None for found in ranges}
    of_range = level = None
    # Ranges of different levels have no mean.
    if len(levels) == 1 and (level := levels.pop()) is not None:
        of_range = series.mean([interval_score(outcome, *r) for r in ranges if r], rule)
    return Distance(loss, 2.0 * loss, of_range, level, series.row["unit"])


def _known(row: Row) -> float | None:
    """Return the one answer that is left; None while there are several."""
    if not row["known"]:
        return None
    cuts = codec.spans(row["known"]).cuts
    if len(cuts) != 2:
        return None
    (low, _), (high, side) = cuts
    if row["kind"] == "choice":
        return float(low) if high - low == 1 and not side else None
    return float(low) if low == high else None
