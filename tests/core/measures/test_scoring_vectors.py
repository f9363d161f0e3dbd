"""Every expected value of tests/data/scoring/vectors.json, by its id.

The file states measure, input, expected value, tolerance and where the value comes from
(published, another project's own tests, a library, exact enumeration). An id is either checked
here or skipped by name with the reason.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ledger.core.measures import (
    brier,
    calibration,
    comparison,
    log_score,
    poisson_binomial,
    quantiles,
    significance,
)
from ledger.core.measures.platforms import metaculus
from ledger.core.measures.platforms.metaculus_stakes import (
    stake_choice,
)
from tests.core.measures.vectors_of_platforms import (
    anchored,
    banded,
    baseline,
    continuous,
    each_quantile_forecast,
    gaps,
    gjopen_scores,
    interval,
    leaderboard,
    peer,
    per_name,
    score_rows,
    static_relative,
    surveyed,
    whole_scale,
)
from tests.core.measures.vectors_of_scores import (
    binomial,
    bootstrap,
    clustered,
    corp_fit,
    corp_parts,
    days_late,
    empirical_bayes,
    exact_calibration,
    fixed_shrinkage,
    late_signs,
    mean_log_score,
    mean_multi,
    murphy_parts,
    paired,
    poibin,
    rate_intervals,
    smallest,
    spiegelhalter,
    survival_curve,
    tally,
)

DATA = Path(__file__).parents[2] / "data" / "scoring" / "vectors.json"
VECTORS = {v["id"]: v for v in json.loads(DATA.read_text(encoding="utf-8"))["vectors"]}

SKIPPED = {
    "ece-01": "no ECE in the ledger: .145 with 5 bins is .285 with 10 on the same data",
    "late-04": "figures of a published table, quoted second-hand; nothing to compute",
    "kappa-01": "agreement of two coders is no part of a scorecard: a question has one answer",
    "kappa-02": "likewise for several coders",
}

Check = Callable[[dict[str, Any]], Any]


CHECKS: dict[str, Check] = {
    "brier-01": lambda g: tally(g).mean_brier,
    "brier-02": lambda g: tally(g).mean_brier,
    **{f"brier-{i:02}": mean_multi(brier.brier_multi) for i in (3, 4, 5, 6, 9, 10)},
    "brier-07": mean_multi(brier.brier_ordered),
    "brier-08": mean_multi(brier.brier_ordered),
    "rps-01": mean_multi(brier.rps),
    "log-01": lambda g: log_score.log_score(g["y"], g["p"]),
    "log-02": mean_log_score,
    "log-03": mean_multi(log_score.log_score_multi),
    "sph-01": mean_multi(log_score.spherical_score),
    "sph-02": lambda g: log_score.spherical_score(g["y"], [1 - g["p"], g["p"]]),
    "corp-01": corp_fit,
    "corp-02": corp_parts,
    "corp-03": corp_parts,
    "murphy-01": murphy_parts,
    "citl-01": lambda g: poisson_binomial.calibration_in_the_large(tally(g)).difference,
    "spieg-01": spiegelhalter,
    "exactcal-01": exact_calibration,
    "poibin-01": poibin,
    "auc-01": lambda g: calibration.auc(tally(g)),
    **{id_: rate_intervals for id_ in VECTORS if id_.startswith("ci-")},
    **{f"binom-{i:02}": binomial for i in (1, 2, 3)},
    "minn-01": smallest,
    "eb-01": empirical_bayes,
    "eb-02": fixed_shrinkage,
    "eb-03": fixed_shrinkage,
    "pair-01": paired,
    "pair-02": lambda g: significance.mcnemar(g["b"], g["c"]),
    "clust-01": clustered,
    "clust-02": bootstrap,
    "bh-01": lambda g: significance.benjamini_hochberg(g["p"]),
    "bi-01": lambda g: [brier.brier_index(b) for b in g["brier"]],
    "bss-01": lambda g: brier.skill(tally(g).mean_brier, (1 - g["ref_p"]) ** 2),
    "gjo-01": lambda g: per_name(gjopen_scores(g), lambda s: [s.mean_daily, s.participation]),
    "gjo-02": lambda g: per_name(gjopen_scores(g), lambda s: s.accuracy_all_days),
    "gjo-03": lambda g: per_name(gjopen_scores(g), lambda s: s.accuracy),
    "gjo-04": static_relative,
    **{f"meta-{i:02}": baseline for i in (1, 2, 3, 4, 6, 7)},
    "meta-05": lambda g: stake_choice(g["y_index"], g["p"]).baseline,
    **{f"meta-{i:02}": peer for i in (8, 9, 10)},
    "meta-11": lambda g: metaculus.peer_gaps(g["log_scores"]),
    "meta-12": leaderboard,
    "meta-13": continuous,
    "crps-01": lambda g: quantiles.crps_normal(g["y"], g["mu"], g["sigma"]),
    "crps-02": lambda g: quantiles.crps_sample(g["y"], g["sample"]),
    "crps-03": lambda g: quantiles.crps_uniform(g["y"], g["lo"], g["hi"]),
    "crps-04": lambda g: quantiles.wis(g["y"], {0.5: g["sample"][0]}),
    "pin-01": lambda g: quantiles.pinball(g["y"], g["q"], g["tau"]),
    "pin-02": lambda g: quantiles.pinball(g["y"], g["q"], g["tau"]),
    "int-01": interval,
    "int-02": interval,
    "wis-01": each_quantile_forecast(quantiles.wis_median_twice),
    "wis-02": each_quantile_forecast(quantiles.wis),
    "wis-03": each_quantile_forecast(quantiles.wis),
    "twfe-01": gaps,
    "twfe-02": anchored,
    "peerb-01": lambda g: comparison.brier_peer_scores(score_rows(g)),
    "verb-01": banded,
    "verb-02": whole_scale,
    **{i: surveyed("capphrase2026", 100.0) for i in VECTORS if i.startswith("verb-cap-")},
    **{i: surveyed("mauboussin2018", 1.0) for i in VECTORS if i.startswith("verb-maub-")},
    "km-01": survival_curve,
    "late-01": days_late,
    "late-02": days_late,
    "late-03": late_signs,
}


def assert_close(found, expected, tolerance, where=""):
    """Compare whatever the vector expects; a mapping may name fewer figures than are computed."""
    if isinstance(expected, dict):
        for key, value in expected.items():
            assert_close(found[key], value, tolerance, f"{where}.{key}")
    elif isinstance(expected, list):
        assert len(found) == len(expected), where
        for i, (a, b) in enumerate(zip(found, expected, strict=True)):
            assert_close(a, b, tolerance, f"{where}[{i}]")
    else:
        assert found == pytest.approx(expected, rel=0, abs=tolerance), where


@pytest.mark.parametrize("vector", VECTORS.values(), ids=VECTORS)
def test_expected_value_of_the_vectors(vector):
    if vector["id"] in SKIPPED:
        pytest.skip(SKIPPED[vector["id"]])
    found = CHECKS[vector["id"]](vector["input"])
    assert_close(found, vector["expected"], vector["abs_tol"], vector["measure"])


def test_every_vector_is_checked_or_skipped_with_its_reason():
    assert len(VECTORS) == 105
    assert CHECKS.keys() | SKIPPED.keys() == VECTORS.keys()
    assert not CHECKS.keys() & SKIPPED.keys()


def test_a_wrong_figure_would_be_noticed():
    vector = VECTORS["ci-15of17"]
    wrong = {**vector["expected"], "wilson": [0.66, 0.967]}
    with pytest.raises(AssertionError, match="wilson"):
        assert_close(CHECKS["ci-15of17"](vector["input"]), wrong, vector["abs_tol"])
