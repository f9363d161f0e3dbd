"""Forecasts given as a distribution: over options, or as quantiles of a number."""

import json
import sqlite3
from dataclasses import dataclass
from typing import Any

from ledger.core.measures.brier import brier_multi, brier_ordered
from ledger.core.measures.quantiles import interval_score, outer_range, wis
from ledger.store import codec, score_rows
from ledger.store.queries import Row
from ledger.store.score_queries import Wanted


def choice_scores(con: sqlite3.Connection, wanted: Wanted) -> dict[int, float]:
    """Return the multi-category Brier score (0-2) of each distribution over options.

    Ordered options are scored by 2 RPS / (K - 1), on the same scale.
    """
    found = {r["id"]: _choice(r) for r in score_rows.spreads(con, wanted) if r["kind"] == "choice"}
    return {number: score for number, score in found.items() if score is not None}


@dataclass(frozen=True, slots=True)
class Distance:
    """How far quantiles were from the answer, in `unit`: WIS, and the score of the outer range.

    The range holds the answer with P = `level`; it is None where no two quantiles are central.
    """

    wis: float
    interval_score: float | None
    level: float | None
    unit: str | None


def quantile_scores(con: sqlite3.Connection, wanted: Wanted) -> dict[int, Distance]:
    """Return how far each quantile forecast was from the answer."""
    found = {r["id"]: _quantile(r) for r in score_rows.spreads(con, wanted)}
    return {number: distance for number, distance in found.items() if distance is not None}


def _choice(row: Row) -> float | None:
    given: dict[str, Any] = json.loads(row["spread"]).get("options") or {}
    names: list[str] = json.loads(row["options"] or "[]")
    outcome = _known(row)
    if not given or outcome is None or not 0 <= outcome < len(names):
        return None
    folded = {name.casefold(): float(p) for name, p in given.items()}
    shares = [folded.get(name.casefold(), 0.0) for name in names]
    total = sum(shares)
    if not total:
        return None
    # Stated shares may add up to .99 or 1.01 by rounding.
    shares = [share / total for share in shares]
    score = brier_ordered if row["ordered"] else brier_multi
    return score(int(outcome), shares)


def _quantile(row: Row) -> Distance | None:
    given: dict[str, Any] = json.loads(row["spread"]).get("quantiles") or {}
    outcome = _known(row)
    if not given or outcome is None:
        return None
    quantiles = {float(level): float(value) for level, value in given.items()}
    outer = outer_range(quantiles)
    return Distance(
        wis(float(outcome), quantiles),
        interval_score(float(outcome), *outer) if outer else None,
        outer[2] if outer else None,
        row["unit"],
    )


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
