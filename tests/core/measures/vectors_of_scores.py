"""What the vectors of scores, calibration, rates, pairs and lateness say, asked of the ledger."""

import datetime as dt
import math
from collections import Counter

from ledger.core.measures import (
    calibration,
    calibration_tests,
    clusters,
    distributions,
    intervals,
    lateness,
    log_score,
    order_statistics,
    poisson_binomial,
    shrinkage,
    sign_flip,
    significance,
    survival,
)
from ledger.core.measures.beta_binomial import log_likelihood_of, margins_of
from tests.core.tallies import tallied


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
