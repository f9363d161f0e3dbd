"""From counts to the rows of a scorecard: who is ranked, what is shown, what is held back."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from ledger.core.clusters import ClusterSums, clustered_mean
from ledger.core.intervals import wilson
from ledger.core.poisson_binomial import hits_in_the_large
from ledger.core.presentation import presentation
from ledger.core.scorecards.counts import Count, Denominators, denominators
from ledger.core.scorecards.records import Row
from ledger.core.shrinkage import Prior, Record, choose_prior, ranks, shrink
from ledger.core.tally import Tally

NO_PROBABILITIES = "no probabilities"
BELOW = frozenset({"crowd", "anonymous"})


@dataclass(frozen=True, slots=True)
class Material:
    """What the database grouped for one row.

    `clusters` are the sums of Brier scores by question over the forecasts with a probability;
    `questions` counts the distinct questions of all that were recorded.
    """

    name: str
    counts: Sequence[Count]
    questions: int = 0
    clusters: ClusterSums = field(default_factory=ClusterSums)
    median_days_late: float | None = None
    below: bool = False
    own_voice: "Material | None" = None


def rows(materials: Iterable[Material]) -> tuple[list[Row], Prior | None]:
    """Return the rows, ranked on the shrunken rate, and the prior they were shrunk with."""
    plain = [row(material) for material in materials]
    rankable = [r for r in plain if not r.below and r.sided]
    if not rankable:
        return sorted(plain, key=_order), None
    prior = choose_prior(Record(r.hits, r.sided) for r in rankable)
    shrunk = [_shrunk(r, prior) for r in plain]
    places = ranks({r.name: r.shrunk for r in shrunk if r.ranked and r.shrunk is not None})
    return sorted((replace(r, rank=places.get(r.name)) for r in shrunk), key=_order), prior


def row(material: Material) -> Row:
    """Return one row, not yet shrunk or ranked."""
    found = denominators(material.counts)
    shown = presentation(found.sided)
    interval = wilson(found.hits, found.sided) if found.sided else None
    own = material.own_voice
    counted = {k: v for k, v in asdict(found).items() if k != "struck"}
    return Row(
        name=material.name,
        **counted,
        questions=material.questions,
        hit_rate=found.hits / found.sided if shown.rate else None,
        hit_low=interval.low if interval else None,
        hit_high=interval.high if interval else None,
        shrunk=None,
        rank=None,
        ranked=shown.ranked and not material.below,
        reason=_reason(found, material),
        **_probabilities(material),
        median_days_late=material.median_days_late,
        vague_share=found.vague / found.recorded if found.recorded else None,
        below=material.below,
        own_voice=row(own) if own else None,
    )


def _reason(found: Denominators, material: Material) -> str | None:
    if material.below:
        return "crowds and anonymous are not ranked"
    return presentation(found.sided).reason


def _probabilities(material: Material) -> dict[str, Any]:
    """Return the measures that need stated numbers; None without any."""
    tally = tally_of(material.counts)
    if not tally.n:
        return dict.fromkeys(_MEASURES) | {"with_probability": 0, "brier_reason": NO_PROBABILITIES}
    mean = clustered_mean(material.clusters)
    large = hits_in_the_large(tally) if tally.sided else None
    return {
        "with_probability": tally.n,
        "brier": tally.mean_brier,
        "brier_low": mean.interval.low if mean.interval else None,
        "brier_high": mean.interval.high if mean.interval else None,
        "brier_reason": mean.reason,
        "skill": None,
        "expected_hits": large.expected if large else None,
        "observed_hits": large.observed if large else None,
        "p_calibration": large.p_value if large else None,
    }


_MEASURES = (
    "brier", "brier_low", "brier_high", "skill", "expected_hits", "observed_hits", "p_calibration",
)  # fmt: skip


def tally_of(counts: Iterable[Count]) -> Tally:
    """Return the tally of the forecasts that are due, settled and have a number."""
    cells: dict[tuple[float, int], int] = {}
    for c in counts:
        if c.probability is not None and c.outcome is not None and c.due:
            at = (c.probability, c.outcome)
            cells[at] = cells.get(at, 0) + c.due
    return Tally.from_counts(cells)


def _shrunk(found: Row, prior: Prior) -> Row:
    if found.hit_rate is None:
        return found
    return replace(found, shrunk=shrink(Record(found.hits, found.sided), prior).mean)


def _order(found: Row) -> tuple[object, ...]:
    """Ranked first, then by how much there is to see; crowds and anonymous last."""
    place = found.rank if found.rank is not None else 10**9
    return (found.below, place, -found.sided, -found.recorded, found.name.casefold(), found.name)
