"""From counts to the rows of a scorecard: who is ranked, what is shown, what is held back."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from ledger.core.brier import COIN, skill
from ledger.core.clusters import ClusterSums, clustered_mean
from ledger.core.distributions import binomial_at_least
from ledger.core.intervals import wilson
from ledger.core.poisson_binomial import hits_in_the_large
from ledger.core.presentation import presentation
from ledger.core.scorecards.counts import Count, denominators
from ledger.core.scorecards.probabilities import Bands, Numbers, apart, numbers
from ledger.core.scorecards.records import Row
from ledger.core.shrinkage import Prior, Record, choose_prior, ranks, shrink
from ledger.core.significance import benjamini_hochberg
from ledger.core.tally import Tally

NO_PROBABILITIES = "no probabilities"
NOT_RANKED = "crowds and anonymous are not ranked"


@dataclass(frozen=True, slots=True)
class Material:
    """What the database grouped for one row.

    `clusters` are the sums of Brier scores by question over the forecasts with a number,
    `scores` likewise of the score asked for; `questions` counts the distinct questions of all
    that were recorded. Both are None where no two forecasts share a question: the counts then
    say everything. `choices` distributions have the sum `choice_total` of their multi-
    category Brier scores.
    """

    name: str
    counts: Sequence[Count]
    questions: int | None = None
    clusters: ClusterSums | None = None
    scores: ClusterSums | None = None
    median_days_late: float | None = None
    choices: int = 0
    choice_total: float = 0.0
    below: bool = False
    own_voice: "Material | None" = None


@dataclass(frozen=True, slots=True)
class Method:
    """How rows are scored: the reading of words, and P(yes) of the reference for skill."""

    bands: Bands = field(default_factory=dict)
    reference: float = 0.5


def rows(materials: Iterable[Material], method: Method) -> tuple[list[Row], Prior | None]:
    """Return the rows, ranked on the shrunken rate, and the prior they were shrunk with."""
    plain = [row(material, method) for material in materials]
    rankable = [r for r in plain if not r.below and r.sided]
    if not rankable:
        return sorted(plain, key=_order), None
    prior = choose_prior(Record(r.hits, r.sided) for r in rankable)
    ranked = _adjusted(_placed([_shrunk(r, prior) for r in plain]))
    return sorted(ranked, key=_order), prior


def row(material: Material, method: Method) -> Row:
    """Return one row, not yet shrunk or ranked."""
    found = denominators(material.counts)
    shown = presentation(found.sided)
    interval = wilson(found.hits, found.sided) if found.sided else None
    own, given = material.own_voice, numbers(material.counts, method.bands)
    clusters = apart(given.tally) if material.clusters is None else material.clusters
    counted = {k: v for k, v in asdict(found).items() if k != "struck"}
    return Row(
        name=material.name,
        **counted,
        questions=found.recorded if material.questions is None else material.questions,
        hit_rate=found.hits / found.sided if shown.rate else None,
        hit_low=interval.low if interval else None,
        hit_high=interval.high if interval else None,
        shrunk=None,
        rank=None,
        ranked=shown.ranked and not material.below,
        reason=NOT_RANKED if material.below else shown.reason,
        p_coin=binomial_at_least(found.hits, found.sided, 0.5) if shown.rate else None,
        p_adjusted=None,
        **_probabilities(given, clusters, method),
        **_score(material.scores or clusters),
        choices=material.choices,
        choice_brier=material.choice_total / material.choices if material.choices else None,
        median_days_late=material.median_days_late,
        vague_share=found.vague / found.recorded if found.recorded else None,
        below=material.below,
        own_voice=row(own, method) if own else None,
    )


_OF_NUMBERS = (
    "brier", "brier_low", "brier_high", "skill", "expected_hits", "observed_hits", "p_calibration",
)  # fmt: skip


def _probabilities(found: Numbers, clusters: ClusterSums, method: Method) -> dict[str, Any]:
    """Return the measures that need numbers; None without any."""
    tally = found.tally
    origins = {
        "with_probability": tally.n, "stated": found.stated, "from_lexicon": found.from_lexicon,
        "inferred": found.inferred,
    }  # fmt: skip
    if not clusters.n:
        return {**dict.fromkeys(_OF_NUMBERS), **origins, "brier_reason": NO_PROBABILITIES}
    mean = clustered_mean(clusters)
    large = hits_in_the_large(tally) if tally.sided else None
    return {
        **origins,
        "brier": mean.mean,
        "brier_low": mean.interval.low if mean.interval else None,
        "brier_high": mean.interval.high if mean.interval else None,
        "brier_reason": mean.reason,
        "skill": skill(mean.mean, reference_score(tally, method.reference)),
        "expected_hits": large.expected if large else None,
        "observed_hits": large.observed if large else None,
        "p_calibration": large.p_value if large else None,
    }


def reference_score(tally: Tally, reference: float) -> float:
    """Mean Brier score of somebody who always gives the reference probability."""
    if reference == 0.5:
        return COIN
    yes = tally.yes / tally.n
    return math.fsum((yes * (1.0 - reference) ** 2, (1.0 - yes) * reference**2))


def _score(sums: ClusterSums) -> dict[str, Any]:
    """Return the score asked for, from its sums by question."""
    if not sums.n:
        return {"score": None, "score_low": None, "score_high": None, "score_n": 0}
    mean = clustered_mean(sums)
    return {
        "score": mean.mean,
        "score_low": mean.interval.low if mean.interval else None,
        "score_high": mean.interval.high if mean.interval else None,
        "score_n": mean.n,
    }


def _shrunk(found: Row, prior: Prior) -> Row:
    if found.hit_rate is None:
        return found
    return replace(found, shrunk=shrink(Record(found.hits, found.sided), prior).mean)


def _placed(shrunk: Sequence[Row]) -> list[Row]:
    places = ranks({r.name: r.shrunk for r in shrunk if r.ranked and r.shrunk is not None})
    return [replace(r, rank=places.get(r.name)) for r in shrunk]


def _adjusted(placed: Sequence[Row]) -> list[Row]:
    """Adjust the P values against a coin of the ranked for how many they are."""
    tested = [r for r in placed if r.rank is not None and r.p_coin is not None]
    values = benjamini_hochberg([r.p_coin for r in tested if r.p_coin is not None])
    by_name: Mapping[str, float] = dict(zip((r.name for r in tested), values, strict=True))
    return [replace(r, p_adjusted=by_name.get(r.name)) for r in placed]


def _order(found: Row) -> tuple[object, ...]:
    """Ranked first, then by how much there is to see; crowds and anonymous last."""
    place = found.rank if found.rank is not None else 10**9
    return (found.below, place, -found.sided, -found.recorded, found.name.casefold(), found.name)
