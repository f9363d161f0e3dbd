"""Two forecasters on the questions that both answered, and everybody against the question's mean.

Scores are one per question and forecaster; lower is better unless said.
"""

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from ledger.core.measures.clusters import Cluster, ClusteredMean, ClusterSums, clustered_mean
from ledger.core.measures.sign_flip import SignFlip, sign_flip
from ledger.core.measures.significance import mcnemar, sign_test
from ledger.errors import InputError

Question = Hashable


@dataclass(frozen=True, slots=True)
class PairedHits:
    """Shared questions on which both took a side: who was right; `p_value` is McNemar's."""

    both: int
    only_a: int
    only_b: int
    neither: int
    p_value: float


@dataclass(frozen=True, slots=True)
class Paired:
    """A against B on `questions` shared questions.

    `difference` is the mean of A's score minus B's: below 0 A is better. `sign_flip` tests it,
    `sign_test_p` counts on how many questions each was better.
    """

    questions: int
    mean_a: float
    mean_b: float
    difference: ClusteredMean
    sign_flip: SignFlip
    a_better: int
    b_better: int
    sign_test_p: float


def compare_pair(a: Mapping[Question, float], b: Mapping[Question, float]) -> Paired:
    """Compare the scores of two forecasters on shared questions only.

    Raise InputError when they share none: their scores are then of different questions.
    """
    shared = [question for question in a if question in b]
    if not shared:
        raise InputError("no shared questions: compare needs two who answered the same ones")
    differences = [a[q] - b[q] for q in shared]
    better, worse = sum(d < 0.0 for d in differences), sum(d > 0.0 for d in differences)
    return Paired(
        questions=len(shared),
        mean_a=math.fsum(a[q] for q in shared) / len(shared),
        mean_b=math.fsum(b[q] for q in shared) / len(shared),
        difference=clustered_mean(ClusterSums.of(Cluster(1, d) for d in differences)),
        sign_flip=sign_flip(differences),
        a_better=better,
        b_better=worse,
        sign_test_p=sign_test(better, worse),
    )


def paired_hits(pairs: Iterable[tuple[bool | None, bool | None]]) -> PairedHits | None:
    """Compare hits, question by question; None where on none both took a side.

    None for a hit says that no side was taken, as by p = .5.
    """
    sided = [(x, y) for x, y in pairs if x is not None and y is not None]
    if not sided:
        return None
    only_a, only_b = sided.count((True, False)), sided.count((False, True))
    return PairedHits(
        both=sided.count((True, True)),
        only_a=only_a,
        only_b=only_b,
        neither=sided.count((False, False)),
        p_value=mcnemar(only_a, only_b),
    )


@dataclass(frozen=True, slots=True)
class QuestionScore:
    """One score: who, on which question."""

    forecaster: str
    question: Question
    score: float


def brier_peer_scores(rows: Iterable[QuestionScore]) -> dict[str, float]:
    """Mean over a forecaster's questions of (question's mean score - own score).

    HIGHER is better. The question's mean includes the forecaster. As in ForecastBench; it does
    not correct for who else answered (`fixed_effects` does). On no scorecard: kept to be held
    against a value of that project.
    """
    rows = list(rows)
    by_question: dict[Question, list[float]] = defaultdict(list)
    for row in rows:
        by_question[row.question].append(row.score)
    means = {q: math.fsum(scores) / len(scores) for q, scores in by_question.items()}
    gains: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        gains[row.forecaster].append(means[row.question] - row.score)
    return {name: math.fsum(values) / len(values) for name, values in gains.items()}
