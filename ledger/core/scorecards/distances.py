"""Forecasts given as quantiles, taken together: how far they were off on average."""

import math
from collections.abc import Iterable, Sequence

from ledger.core.scorecards.records import MeanDistance, Scored


def mean_distances(forecasts: Iterable[Scored]) -> tuple[MeanDistance, ...]:
    """Average the distances of quantiles, unit by unit: of different units there is no mean."""
    by_unit: dict[str | None, list[Scored]] = {}
    for one in forecasts:
        if one.pinball is not None:
            by_unit.setdefault(one.unit, []).append(one)
    return tuple(_mean_distance(unit, found) for unit, found in by_unit.items())


def _mean_distance(unit: str | None, found: Sequence[Scored]) -> MeanDistance:
    pinball = math.fsum(one.pinball or 0.0 for one in found) / len(found)
    level = found[0].level if len({one.level for one in found}) == 1 else None
    ranges = math.fsum(one.interval_score or 0.0 for one in found) / len(found)
    of_ranges = None if level is None else ranges
    return MeanDistance(unit, len(found), pinball, 2.0 * pinball, of_ranges, level)
