"""Reliability without bins: CORP, Murphy's decomposition and discrimination, from the tally.

CORP (Dimitriadis, Gneiting & Jordan 2021, PNAS 118:e2016191118) regresses outcomes on stated
probabilities under the one assumption that higher means likelier (isotonic regression by
pooling adjacent violators). No bins are chosen, so nobody can choose them to taste; and 10 % is
never folded onto 90 %.

    mean Brier S = MCB - DSC + UNC
    MCB  miscalibration: what recalibrating would gain         (0 is best)
    DSC  discrimination: what the sorting is worth             (higher is better)
    UNC  uncertainty: ybar (1 - ybar), the score of the overall rate
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ledger.core.measures.tally import Cell, Tally
from ledger.errors import InputError


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """A stated probability: n forecasts stated it, `yes` of them came true.

    `recalibrated` is what CORP makes of it: the event frequency of its pooled block.
    """

    probability: float
    n: int
    yes: int
    recalibrated: float


@dataclass(frozen=True, slots=True)
class Corp:
    """The reliability curve (ascending) and score = mcb - dsc + unc, all on the 0-1 scale."""

    points: tuple[CurvePoint, ...]
    score: float
    mcb: float
    dsc: float
    unc: float


@dataclass(frozen=True, slots=True)
class Murphy:
    """Murphy 1973 over distinct stated values: brier = reliability - resolution + uncertainty."""

    brier: float
    reliability: float
    resolution: float
    uncertainty: float


def corp(tally: Tally) -> Corp:
    """CORP curve and decomposition of a tally. Raise InputError when it is empty."""
    score = _score(tally)
    fit = pool_adjacent_violators([(c.n, c.yes) for c in tally.cells])
    points = tuple(
        CurvePoint(c.probability, c.n, c.yes, value)
        for c, value in zip(tally.cells, fit, strict=True)
    )
    unc = _uncertainty(tally)
    recalibrated = math.fsum(p.n * p.recalibrated * (1.0 - p.recalibrated) for p in points)
    score_after = recalibrated / tally.n
    return Corp(points, score, score - score_after, unc - score_after, unc)


def pool_adjacent_violators(groups: Sequence[tuple[int, int]]) -> list[float]:
    """Isotonic event frequencies for groups of (n, yes) in ascending order of probability.

    Ties are one group already, so they are pooled. Linear in the number of groups
    (Ayer et al. 1955, Ann. Math. Stat. 26:641).
    """
    blocks: list[tuple[int, int, int]] = []  # forecasts, events, groups
    for n, yes in groups:
        block = (n, yes, 1)
        # Compared as products of counts: exact, where quotients would round.
        while blocks and blocks[-1][1] * block[0] >= block[1] * blocks[-1][0]:
            last = blocks.pop()
            block = (last[0] + block[0], last[1] + block[1], last[2] + block[2])
        blocks.append(block)
    fit: list[float] = []
    for n, yes, size in blocks:
        fit.extend([yes / n] * size)
    return fit


def murphy(tally: Tally) -> Murphy:
    """Murphy's decomposition over distinct stated probabilities (J. Appl. Meteor. 12:595).

    On no scorecard, which shows CORP's: kept since both agree where frequencies rise already.
    Raise InputError for an empty tally.
    """
    score, rate = _score(tally), tally.yes / tally.n if tally.n else 0.0
    reliability = math.fsum(c.n * (c.probability - _rate(c)) ** 2 for c in tally.cells)
    resolution = math.fsum(c.n * (_rate(c) - rate) ** 2 for c in tally.cells)
    return Murphy(score, reliability / tally.n, resolution / tally.n, _uncertainty(tally))


def auc(tally: Tally) -> float | None:
    """P(a forecast that came true was given a higher probability than one that did not).

    Ties count half; .5 is no discrimination, 1 perfect sorting. None unless both outcomes occur.
    (Hanley & McNeil 1982, Radiology 143:29.)
    """
    twice_wins, came, failed = 0, 0, 0
    for _, no, yes in tally.cells:
        twice_wins += yes * (2 * failed + no)
        came += yes
        failed += no
    return twice_wins / (2 * came * failed) if came and failed else None


def _rate(cell: Cell) -> float:
    return cell.yes / cell.n


def _score(tally: Tally) -> float:
    score = tally.mean_brier
    if score is None:
        raise InputError("calibration needs at least one forecast with a probability: none given")
    return score


def _uncertainty(tally: Tally) -> float:
    rate = tally.yes / tally.n
    return rate * (1.0 - rate)
