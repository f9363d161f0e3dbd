"""Forecasts given as a distribution: over options, or as quantiles of a number."""

import json
import sqlite3
from typing import Any

from ledger.core.brier import brier_multi, brier_ordered
from ledger.core.quantiles import wis
from ledger.store import codec, score_rows
from ledger.store.queries import Row
from ledger.store.score_queries import Wanted


def choice_scores(con: sqlite3.Connection, wanted: Wanted) -> dict[int, float]:
    """Return the multi-category Brier score (0-2) of each distribution over options.

    Ordered options are scored by 2 RPS / (K - 1), on the same scale.
    """
    found = {r["id"]: _choice(r) for r in score_rows.spreads(con, wanted) if r["kind"] == "choice"}
    return {number: score for number, score in found.items() if score is not None}


def quantile_scores(con: sqlite3.Connection, wanted: Wanted) -> dict[int, tuple[float, str | None]]:
    """Return the weighted interval score of each quantile forecast, with its unit."""
    found = {r["id"]: (_quantile(r), r["unit"]) for r in score_rows.spreads(con, wanted)}
    return {n: (score, unit) for n, (score, unit) in found.items() if score is not None}


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


def _quantile(row: Row) -> float | None:
    given: dict[str, Any] = json.loads(row["spread"]).get("quantiles") or {}
    outcome = _known(row)
    if not given or outcome is None:
        return None
    return wis(float(outcome), {float(level): float(value) for level, value in given.items()})


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
