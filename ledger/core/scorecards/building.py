"""From counts to the rows of a scorecard: who is ranked, what is shown, what is held back."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from ledger.core.measures.brier import COIN, brier_index, skill
from ledger.core.measures.calibration import auc
from ledger.core.measures.clusters import Cluster, ClusterSums, bootstrap_mean, clustered_mean
from ledger.core.measures.distributions import binomial_at_least
from ledger.core.measures.intervals import Interval, wilson
from ledger.core.measures.poisson_binomial import hits_in_the_large
from ledger.core.measures.presentation import RATE_FROM, Presentation, presentation, too_short
from ledger.core.measures.shrinkage import Prior, Record, choose_prior, ranks, shrink
from ledger.core.measures.significance import benjamini_hochberg
from ledger.core.measures.tally import Tally
from ledger.core.scorecards.counts import Count, Denominators, denominators
from ledger.core.scorecards.curves import no_p
from ledger.core.scorecards.probabilities import Bands, Numbers, apart, numbers
from ledger.core.scorecards.records import OfNumbers, OfScore, ScorecardRow

NO_PROBABILITIES = "no probabilities"
NOT_RANKED = "crowds and anonymous are not ranked"


@dataclass(frozen=True, slots=True)
class Material:
    """What the database grouped for one row.

    `clusters` are the sums of Brier scores by question over the forecasts with a number,
    `scores` likewise of the score asked for; `questions` counts the distinct questions of all
    that were recorded, `fates` the groups of them that forecasts on several connect, where
    there are such. They are None where no two forecasts share a question: the counts then say
    everything. `each` are the clusters one by one where the interval on Brier is to come from
    resampling them.
    `choices` distributions have the sum `choice_total` of their multi-category Brier scores.
    """

    name: str
    counts: Sequence[Count]
    questions: int | None = None
    clusters: ClusterSums | None = None
    each: Sequence[Cluster] = ()
    scores: ClusterSums | None = None
    median_days_late: float | None = None
    choices: int = 0
    choice_total: float = 0.0
    below: bool = False
    own_voice: "Material | None" = None
    fates: int | None = None


@dataclass(frozen=True, slots=True)
class Method:
    """How rows are scored: the reading of words, and P(yes) of the reference for skill.

    `without_score` says why a row has none of the score asked for.
    """

    bands: Bands = field(default_factory=dict)
    reference: float = 0.5
    without_score: str = NO_PROBABILITIES


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a row stands in its field."""

    shrunk: float | None = None
    rank: int | None = None
    p_adjusted: float | None = None


@dataclass(frozen=True, slots=True)
class _Draft:
    """A row before it has its place: what it is made of, counted."""

    material: Material
    counted: Denominators
    shown: Presentation
    p_coin: float | None
    p_coin_reason: str | None

    @property
    def ranked(self) -> bool:
        """Whether it gets a rank."""
        return self.shown.ranked and not self.material.below

    @property
    def record(self) -> Record:
        """Hits of forecasts that took a side."""
        return Record(self.counted.hits, self.counted.sided)


def rows(materials: Iterable[Material], method: Method) -> tuple[list[ScorecardRow], Prior | None]:
    """Return the rows, ranked on the shrunken rate, and the prior they were shrunk with."""
    drafts = [_draft(material) for material in materials]
    field_ = [d.record for d in drafts if d.counted.sided and not d.material.below]
    prior = choose_prior(field_) if field_ else None
    places = _places(drafts, prior)
    found = [_row(d, method, place) for d, place in zip(drafts, places, strict=True)]
    return sorted(found, key=_order), prior


def row(material: Material, method: Method) -> ScorecardRow:
    """Return one row by itself, neither shrunk nor ranked."""
    return _row(_draft(material), method, _Place())


def _draft(material: Material) -> _Draft:
    counted = denominators(material.counts)
    shown = presentation(counted.sided)
    why = _no_p_coin(counted, material.questions if material.fates is None else material.fates)
    better = None if why else binomial_at_least(counted.hits, counted.sided, 0.5)
    return _Draft(material, counted, shown, better, why)


def _no_p_coin(counted: Denominators, fates: int | None) -> str | None:
    """Return why hits are not tested against a coin; None where they are.

    The test tosses a coin for each forecast: those on one question would all fall alike.
    """
    if counted.sided < RATE_FROM:
        return f"{counted.sided} scored: fewer than {RATE_FROM}"
    return no_p(counted.recorded, counted.recorded if fates is None else fates)


def _places(drafts: Sequence[_Draft], prior: Prior | None) -> list[_Place]:
    """Shrink, rank, and adjust the P values of the ranked for how many they are."""
    # By position: two articles may have one title.
    shrunk = {
        n: shrink(d.record, prior).mean for n, d in enumerate(drafts) if prior and d.shown.rate
    }
    places = ranks({n: rate for n, rate in shrunk.items() if drafts[n].ranked})
    tested = {n: p for n in places if (p := drafts[n].p_coin) is not None}
    adjusted = dict(zip(tested, benjamini_hochberg(list(tested.values())), strict=True))
    return [_Place(shrunk.get(n), places.get(n), adjusted.get(n)) for n in range(len(drafts))]


def _row(draft: _Draft, method: Method, place: _Place) -> ScorecardRow:
    material, found, shown = draft.material, draft.counted, draft.shown
    interval = wilson(found.hits, found.sided) if found.sided else None
    own, given = material.own_voice, numbers(material.counts, method.bands)
    clusters = apart(given.tally) if material.clusters is None else material.clusters
    return ScorecardRow(
        name=material.name,
        **{name: getattr(found, name) for name in _COUNTED},
        questions=found.recorded if material.questions is None else material.questions,
        hit_rate=found.hits / found.sided if shown.rate else None,
        hit_low=interval.low if interval else None,
        hit_high=interval.high if interval else None,
        shrunk=place.shrunk,
        rank=place.rank,
        ranked=place.rank is not None,
        reason=NOT_RANKED if material.below else shown.reason,
        p_coin=draft.p_coin,
        p_adjusted=place.p_adjusted,
        p_coin_reason=draft.p_coin_reason,
        **_spread(_probabilities(given, clusters, method, material.each)),
        **_spread(_score(material.scores, clusters, method)),
        choices=material.choices,
        choice_brier=material.choice_total / material.choices if material.choices else None,
        median_days_late=material.median_days_late,
        vague_share=found.vague / found.recorded if found.recorded else None,
        below=material.below,
        own_voice=row(own, method) if own else None,
    )


_COUNTED = tuple(field.name for field in fields(Denominators) if field.name != "struck")


def _spread(of: OfNumbers | OfScore) -> dict[str, Any]:
    """Return the fields of one half of a row, which are fields of the row."""
    return {name: getattr(of, name) for name in of.__slots__}


def _probabilities(
    found: Numbers, clusters: ClusterSums, method: Method, each: Sequence[Cluster]
) -> OfNumbers:
    """Return the measures that need numbers; None without any."""
    tally = found.tally
    origins = (tally.n, found.stated, found.from_lexicon, found.inferred)
    if not clusters.n:
        return OfNumbers(*origins, brier_reason=NO_PROBABILITIES, auc_reason=NO_PROBABILITIES)
    mean = clustered_mean(clusters)
    drawn = bootstrap_mean(each).interval if mean.interval and each else mean.interval
    ends = _on_scale(drawn)
    large = hits_in_the_large(tally) if tally.sided else None
    reason = no_p(clusters.n, clusters.clusters)
    discrimination, why = _discrimination(tally, clusters.clusters)
    return OfNumbers(
        *origins,
        brier=mean.mean,
        brier_low=ends.low if ends else None,
        brier_high=ends.high if ends else None,
        brier_reason=mean.reason,
        brier_index=brier_index(min(mean.mean, 1.0)) if clusters.n >= RATE_FROM else None,
        skill=skill(mean.mean, reference_score(tally, method.reference)),
        expected_hits=large.expected if large else None,
        observed_hits=large.observed if large else None,
        p_calibration=large.p_value if large and not reason else None,
        p_reason=reason,
        auc=discrimination,
        auc_reason=why,
    )


def _discrimination(tally: Tally, questions: int) -> tuple[float | None, str | None]:
    """Return the AUC where a curve may be shown, of which it is a summary, or why there is none."""
    if short := too_short(tally.n, questions):
        return None, short
    found = auc(tally)
    if found is not None:
        return found, None
    return None, "everything came true" if tally.yes else "nothing came true"


def reference_score(tally: Tally, reference: float) -> float:
    """Mean Brier score of somebody who always gives the reference probability."""
    if reference == 0.5:
        return COIN
    yes = tally.yes / tally.n
    return math.fsum((yes * (1.0 - reference) ** 2, (1.0 - yes) * reference**2))


def _on_scale(ends: Interval | None) -> Interval | None:
    """Cut an interval on a Brier score at the ends of its scale: the t interval knows none."""
    return Interval(max(ends.low, 0.0), min(ends.high, 1.0)) if ends else None


def _score(asked: ClusterSums | None, brier: ClusterSums, method: Method) -> OfScore:
    """Return the score asked for, from its sums by question: Brier's where it is no other."""
    sums = brier if asked is None else asked
    if not sums.n:
        return OfScore(score_reason=method.without_score)
    mean = clustered_mean(sums)
    ends = _on_scale(mean.interval) if asked is None else mean.interval
    if ends is None:
        return OfScore(mean.mean, score_n=mean.n)
    return OfScore(mean.mean, ends.low, ends.high, mean.n)


def _order(found: ScorecardRow) -> tuple[object, ...]:
    """Ranked first, then by how much there is to see; crowds and anonymous last."""
    place = found.rank if found.rank is not None else 10**9
    return (found.below, place, -found.sided, -found.recorded, found.name.casefold(), found.name)
