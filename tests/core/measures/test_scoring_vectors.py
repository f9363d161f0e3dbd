"""Every expected value of tests/data/scoring/vectors.json, by its id.

The file states measure, input, expected value, tolerance and where the value comes from
(published, another project's own tests, a library, exact enumeration). An id is either checked
here or skipped by name with the reason.
"""

import datetime as dt
import json
import math
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ledger.core.lexicons import brier_range, find_lexicon, lookup
from ledger.core.measures import (
    brier,
    calibration,
    calibration_tests,
    clusters,
    comparison,
    distributions,
    fixed_effects,
    intervals,
    lateness,
    log_score,
    order_statistics,
    poisson_binomial,
    quantiles,
    shrinkage,
    sign_flip,
    significance,
    survival,
)
from ledger.core.measures.beta_binomial import log_likelihood_of, margins_of
from ledger.core.measures.platforms import gjopen, metaculus
from ledger.core.measures.platforms.metaculus_stakes import (
    stake_binary,
    stake_choice,
    stake_continuous,
)
from tests.core.tallies import tallied

DATA = Path(__file__).parents[2] / "data" / "scoring" / "vectors.json"
VECTORS = {v["id"]: v for v in json.loads(DATA.read_text(encoding="utf-8"))["vectors"]}

SKIPPED = {
    "ece-01": "no ECE in the ledger: .145 with 5 bins is .285 with 10 on the same data",
    "late-04": "figures of a published table, quoted second-hand; nothing to compute",
    "kappa-01": "agreement of two coders is no part of a scorecard: a question has one answer",
    "kappa-02": "likewise for several coders",
}

Check = Callable[[dict[str, Any]], Any]


def tally(given):
    return tallied(zip(given["p"], given["y"], strict=True))


def mean_log_score(given):
    scores = map(log_score.log_score, given["y"], given["p"])
    return sum(scores) / len(given["y"])


def mean_multi(score):
    def check(given):
        if isinstance(given["y_index"], list):
            pairs = list(zip(given["y_index"], given["p"], strict=True))
            return sum(score(y, p) for y, p in pairs) / len(pairs)
        return score(given["y_index"], given["p"])

    return check


def as_pair(interval):
    return [interval.low, interval.high]


def corp_fit(given):
    points = {p.probability: p.recalibrated for p in calibration.corp(tally(given)).points}
    return [points[p] for p in given["p"]]


def corp_parts(given):
    fit = calibration.corp(tally(given))
    return {
        "miscalibration": fit.mcb,
        "discrimination": fit.dsc,
        "uncertainty": fit.unc,
        "score": fit.score,
    }


def murphy_parts(given):
    parts = calibration.murphy(tally(given))
    return {name: getattr(parts, name) for name in ("brier", "reliability", "resolution")} | {
        "uncertainty": parts.uncertainty
    }


def spiegelhalter(given):
    test = calibration_tests.spiegelhalter(tally(given))
    return {"z": test.z, "p_two_sided": test.p_value}


def exact_calibration(given):
    test = calibration_tests.brier_under_calibration(tally(given))
    assert test.exact
    return {"brier": test.brier, "expected_brier": test.expected, "p_value": test.p_value}


def poibin(given):
    promised = tallied((p, 0) for p in given["p"])
    counts = poisson_binomial.count_distribution(promised)
    at_most = sum(counts.at(k) for k in range(given["k"] + 1))
    return {"expected": promised.expected_yes, "cdf": at_most}


def rate_intervals(given):
    k, n = given["hits"], given["n"]
    return {
        "wilson": as_pair(intervals.wilson(k, n)),
        "clopper_pearson": as_pair(intervals.clopper_pearson(k, n)),
        "jeffreys_equal_tailed": as_pair(intervals.jeffreys(k, n)),
    }


def binomial(given):
    test = significance.binomial_test(given["hits"], given["n"], given["p0"])
    return {"greater": test.greater, "two_sided": test.two_sided}


def smallest(given):
    perfect = {n: significance.binomial_test(n, n) for n in range(20, 0, -1)}
    enough = [n for n in perfect if perfect[n].greater <= given["alpha"]]
    both_sides = [n for n in perfect if perfect[n].two_sided <= given["alpha"]]
    return [min(enough), min(both_sides)]


def empirical_bayes(given):
    records = [shrinkage.Record(k, n) for k, n in zip(given["hits"], given["n"], strict=True)]
    prior = shrinkage.beta_binomial(records)
    counted = Counter((r.hits, r.n) for r in records)
    choices = sum(math.log(math.comb(r.n, r.hits)) for r in records)
    return {
        "alpha": prior.a,
        "beta": prior.b,
        "posterior_mean": [shrinkage.shrink(r, prior).mean for r in records],
        "neg_loglik": -log_likelihood_of(margins_of(counted), prior.a, prior.b) - choices,
    }


def fixed_shrinkage(given):
    prior = shrinkage.fixed_prior(given["prior_mean"], given["prior_n"])
    posterior = shrinkage.shrink(shrinkage.Record(given["hits"], given["n"]), prior)
    return {
        "mean": posterior.mean,
        "ci95": [distributions.beta_quantile(q, posterior.a, posterior.b) for q in (0.025, 0.975)],
        "P(rate>.5)": 1.0 - distributions.beta_cdf(0.5, posterior.a, posterior.b),
    }


def paired(given):
    differences = [a - b for a, b in zip(given["brier_a"], given["brier_b"], strict=True)]
    flips = sign_flip.sign_flip(differences)
    mean = clusters.clustered_mean(
        clusters.ClusterSums.of(clusters.Cluster(1, d) for d in differences)
    )
    return {
        "mean_diff": flips.mean,
        "t_p": distributions.t_two_sided(mean.mean / mean.se, mean.clusters - 1),
        "sign_flip_exact_p": flips.p_value,
        "sign_test_p": significance.sign_test(
            sum(d > 0 for d in differences), sum(d < 0 for d in differences)
        ),
    }


def by_cluster(given):
    groups: dict[int, list[float]] = {}
    for d, g in zip(given["diff"], given["cluster"], strict=True):
        groups.setdefault(g, []).append(d)
    return [clusters.Cluster(len(ds), sum(ds)) for ds in groups.values()]


def clustered(given):
    singles = [clusters.Cluster(1, d) for d in given["diff"]]
    mean = clusters.clustered_mean(clusters.ClusterSums.of(by_cluster(given)))
    alone = clusters.clustered_mean(clusters.ClusterSums.of(singles))
    return {"mean": mean.mean, "se_cluster": mean.se, "se_iid": alone.se}


def bootstrap(given):
    boot = clusters.bootstrap_mean(by_cluster(given), level=0.9)
    assert boot.draws is None, "three clusters are enumerated"
    return {"mean": boot.mean, "q05": boot.interval.low, "q95": boot.interval.high}


def survival_curve(given):
    curve = survival.kaplan_meier(
        survival.Observation(t, bool(e)) for t, e in zip(given["time"], given["event"], strict=True)
    )
    return {
        "time": [s.days for s in curve.steps],
        "surv": [s.outstanding for s in curve.steps],
        "greenwood_se": [s.se for s in curve.steps],
        "median": curve.median_days,
    }


def days_late(given):
    days = {name: dt.date.fromisoformat(text) for name, text in given.items()}
    found = lateness.delay(**days)
    return {
        name: getattr(found, name)
        for name in ("days_late", "stated_days", "actual_days", "overrun_ratio")
    }


def late_signs(given):
    return {
        "two_sided": significance.sign_test(given["late"], given["n"] - given["late"]),
        # the five ratios are named in the vector's provenance
        "median_ratio_example": order_statistics.median([0.8, 1.1, 1.5, 1.2, 2.0]),
    }


def static_relative(given):
    middle = order_statistics.median(given["briers"])
    return [middle, *(b - middle for b in given["briers"])]


def gjopen_scores(given):
    rows = [
        gjopen.DatedScore(
            name,
            dt.datetime.fromisoformat(when).date(),
            brier.brier_multi(given["true_index"], p),
        )
        for name, when, p in given["forecasts"]
    ]
    days = [dt.date.fromisoformat(given[end]) for end in ("open", "close")]
    return gjopen.gjopen_accuracy(*days, rows)


def per_name(scores, read):
    return {name: read(score) for name, score in scores.items()}


def baseline(given):
    """A binary baseline score over part of a question's life; lives last 10 days by default."""
    opens, scheduled = given.get("open", 0), given.get("scheduled_close", given.get("close", 10))
    closes = given.get("actual_close", scheduled)
    start = scheduled - given.get("coverage", 1.0) * (scheduled - opens)
    segments = given.get("segments") or [[start, None, given["p_yes"]]]
    standings = [
        metaculus.StandingForecast(a, b, stake_binary(given["y"], p)) for a, b, p in segments
    ]
    return metaculus.baseline_score(
        standings, metaculus.QuestionPeriod(opens, closes, scheduled)
    ).score


def peer(given):
    starts = given.get("start_frac", [0.0] * len(given["p_yes"]))
    standings = {
        str(i): [metaculus.StandingForecast(start, None, stake_binary(given["y"], p))]
        for i, (start, p) in enumerate(zip(starts, given["p_yes"], strict=True))
    }
    scores = metaculus.peer_scores(standings, metaculus.QuestionPeriod(0.0, 1.0, 1.0))
    return [score.score for score in scores.values()]


def leaderboard(given):
    pairs = zip(given["scores"], given["coverages"], strict=True)
    return metaculus.leaderboard([metaculus.TimedScore(s, c) for s, c in pairs])


def continuous(given):
    return stake_continuous(given["bucket"], given["pmf"], given["open_bounds"]).baseline


def each_quantile_forecast(score):
    def check(given):
        return [
            score(y, dict(zip(given["levels"], q, strict=True)))
            for y, q in zip(given["y"], given["q"], strict=True)
        ]

    return check


def score_rows(given):
    return [comparison.QuestionScore(*row) for row in given["rows"]]


def gaps(given):
    table = {entry.forecaster: entry for entry in fixed_effects.fixed_effects(score_rows(given))}
    return {
        f"{raw}gap_{other}_minus_A": getattr(table[other], field) - getattr(table["A"], field)
        for raw, field in (("", "adjusted"), ("raw_", "raw"))
        for other in "BC"
    }


def anchored(given):
    return {
        entry.forecaster: {
            "adjusted": entry.adjusted,
            "brier_index": brier.brier_index(entry.adjusted),
        }
        for entry in fixed_effects.fixed_effects(score_rows(given))
    }


def interval(given):
    return quantiles.interval_score(
        given["y"], given["lower"], given["upper"], level=1.0 - given["alpha"]
    )


def banded(given):
    band = lookup(find_lexicon(given["scale"]), given["term"])
    return {
        "band": [band.low, band.high],
        "brier_if_yes": list(brier_range(1, band)),
        "brier_if_no": list(brier_range(0, band)),
        "mid": band.middle,
    }


def whole_scale(given):
    terms = find_lexicon(given["scale"]).terms
    return {words: [term.low, term.high] for words, term in terms.items()}


def surveyed(lexicon, unit):
    def check(given):
        survey = find_lexicon(lexicon).terms[given["term"].lower()].survey
        return {
            "n": survey.n,
            "median": unit * survey.median,
            "iqr": [unit * survey.q1, unit * survey.q3],
            "p5_p95": [unit * survey.p5, unit * survey.p95],
        }

    return check


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
