"""Scores on different questions made comparable: two-way fixed effects.

    score_ij = a_i + b_j        forecaster i, question j; b_j is how hard the question was

A forecaster's adjusted score is the mean of score - b_j, shifted by the mean of all b_j: then
somebody with the same score on every question keeps it, so always-50 % (kept out of the fit) has
a Brier score of .25. As in ForecastBench. Only forecasters linked by shared questions can be
compared: otherwise the components are named.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ledger.core.measures.comparison import Question, QuestionScore
from ledger.core.measures.shared_fate import joined
from ledger.errors import InputError


@dataclass(frozen=True, slots=True)
class Adjusted:
    """A forecaster's mean score as it is and adjusted for difficulty, over n scores."""

    forecaster: str
    n: int
    raw: float
    adjusted: float


def components(rows: Iterable[QuestionScore]) -> list[list[str]]:
    """Groups of forecasters linked by shared questions, largest first, names in order."""
    rows = list(rows)
    names = sorted({row.forecaster for row in rows})
    who = {name: n for n, name in enumerate(names)}
    asked: dict[Question, int] = {}
    for row in rows:
        asked.setdefault(row.question, len(who) + len(asked))
    leader = joined((who[row.forecaster], asked[row.question]) for row in rows)
    groups: dict[int, list[str]] = defaultdict(list)
    for name in names:
        groups[leader[who[name]]].append(name)
    return sorted(groups.values(), key=lambda group: (-len(group), group))


def fixed_effects(rows: Iterable[QuestionScore]) -> list[Adjusted]:
    """Adjust mean scores for the difficulty of questions, best (lowest) first.

    Raise InputError without scores, or when the forecasters fall into unlinked components.
    """
    rows = list(rows)
    groups = components(rows)
    if not groups:
        raise InputError("a comparison needs scores: no shared question was scored")
    if len(groups) > 1:
        named = "; ".join(_named(group) for group in groups)
        raise InputError(f"{len(groups)} groups share no question, compare within one: {named}")
    difficulty = _difficulty(rows)
    shift = math.fsum(difficulty.values()) / len(difficulty)
    own: dict[str, list[QuestionScore]] = defaultdict(list)
    for row in rows:
        own[row.forecaster].append(row)
    table = [_adjusted(name, mine, difficulty, shift) for name, mine in own.items()]
    return sorted(table, key=lambda entry: (entry.adjusted, entry.forecaster))


def _adjusted(
    name: str, rows: Sequence[QuestionScore], difficulty: dict[Question, float], shift: float
) -> Adjusted:
    n = len(rows)
    raw = math.fsum(row.score for row in rows) / n
    eased = math.fsum(row.score - difficulty[row.question] for row in rows) / n
    return Adjusted(name, n, raw, eased + shift)


def _named(group: Sequence[str], most: int = 5) -> str:
    shown = ", ".join(group[:most])
    return shown if len(group) <= most else f"{shown} and {len(group) - most} more"


def _difficulty(rows: Sequence[QuestionScore]) -> dict[Question, float]:
    """Least-squares b_j: eliminate the questions, solve for the forecasters, go back."""
    who = {name: i for i, name in enumerate(dict.fromkeys(r.forecaster for r in rows))}
    by_question: dict[Question, list[tuple[int, float]]] = defaultdict(list)
    for row in rows:
        by_question[row.question].append((who[row.forecaster], row.score))
    means = {q: math.fsum(s for _, s in cell) / len(cell) for q, cell in by_question.items()}
    right = [0.0] * len(who)
    for question, cell in by_question.items():
        for i, score in cell:
            right[i] += score - means[question]
    members = [[i for i, _ in cell] for cell in by_question.values()]
    effects = _conjugate_gradient(members, right)
    return {
        q: means[q] - math.fsum(effects[i] for i, _ in cell) / len(cell)
        for q, cell in by_question.items()
    }


def _conjugate_gradient(members: Sequence[Sequence[int]], right: list[float]) -> list[float]:
    """Solve sum over questions of (a_i - mean of a on the question) = right_i.

    The matrix is a graph Laplacian: singular only along the constant (the graph is connected),
    and the right side has none of it. Hestenes & Stiefel 1952; exact after len(right) steps.
    """
    x = [0.0] * len(right)
    residual = list(right)
    direction = list(residual)
    size = _dot(residual, residual)
    goal = size * 1e-30
    for _ in range(10 * len(right)):
        if size <= goal or size == 0.0:
            break
        image = _laplacian(members, direction)
        curvature = _dot(direction, image)
        if curvature <= 0.0:
            break
        step = size / curvature
        x = [a + step * b for a, b in zip(x, direction, strict=True)]
        residual = [a - step * b for a, b in zip(residual, image, strict=True)]
        following = _dot(residual, residual)
        direction = [a + following / size * b for a, b in zip(residual, direction, strict=True)]
        size = following
    return x


def _laplacian(members: Sequence[Sequence[int]], x: Sequence[float]) -> list[float]:
    image = [0.0] * len(x)
    for cell in members:
        mean = sum(x[i] for i in cell) / len(cell)
        for i in cell:
            image[i] += x[i] - mean
    return image


def _dot(a: Sequence[float], b: Sequence[float]) -> float:
    return math.fsum(x * y for x, y in zip(a, b, strict=True))
