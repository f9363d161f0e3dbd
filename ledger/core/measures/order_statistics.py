"""Medians and percentiles, so that the standard library's heavier `statistics` stays unloaded."""

import math
from collections.abc import Iterable, Sequence


def median(values: Iterable[float]) -> float | None:
    """Middle value, or the mean of the two middle ones; None without values."""
    ordered = sorted(values)
    if not ordered:
        return None
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2.0


def percentile(ordered: Sequence[float], q: float) -> float:
    """Inverted distribution function: element ceil(q n) of an ascending sequence, q in 0..1.

    Type 1 of Hyndman & Fan 1996, The American Statistician 50:361: always a value that occurred.
    """
    # The small subtraction keeps .95 * 20 at 19 although it is 19.000000000000004 in floats.
    rank = math.ceil(q * len(ordered) - 1e-9)
    return ordered[min(max(rank, 1), len(ordered)) - 1]


def weighted_median(values: Iterable[tuple[float, int]]) -> float | None:
    """Median of values given as (value, how often); None without values."""
    ordered = sorted(values)
    n = sum(times for _, times in ordered)
    if not n:
        return None
    return (_nth(ordered, (n - 1) // 2) + _nth(ordered, n // 2)) / 2.0


def _nth(ordered: Sequence[tuple[float, int]], place: int) -> float:
    """Return the value that stands at a place, counted from 0."""
    passed = 0
    for value, times in ordered:
        passed += times
        if passed > place:
            return value
    raise IndexError(place)
