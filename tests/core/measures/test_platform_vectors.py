"""Values that other forecasting programs state in their own tests.

tests/data/scoring/metaculus_vectors.json comes from Metaculus's unit tests (BSD-2),
platform_vectors.json from the projects named in each entry. An entry is checked, or skipped by
name with the reason.
"""

import json
import math
from pathlib import Path

import pytest

from ledger.core.measures import brier, log_score, quantiles
from ledger.core.measures.platforms import fatebook, metaculus
from ledger.core.measures.platforms.metaculus_stakes import (
    geometric_mean,
    pmf_of_cdf,
    stake_binary,
    stake_choice,
    stake_continuous,
)
from ledger.errors import InputError
from tests.core.tallies import tallied

DATA = Path(__file__).parents[2] / "data" / "scoring"
METACULUS = json.loads((DATA / "metaculus_vectors.json").read_text(encoding="utf-8"))["vectors"]
PLATFORMS = json.loads((DATA / "platform_vectors.json").read_text(encoding="utf-8"))

SKIPPED = {
    "predictionbook_statistics_spec": "folds 10 % onto 90 % and bins by ten: scoring forbids both",
    "diatkinson_ece": "no ECE in the ledger: it depends on the bins",
    "manifold_calibration_buckets": "bins again; two definitions within one product",
    "538_rule": "a rule without expected values; updates weighted 1/n are UpdateRule.MEAN",
    "hamilton_pvs": "a pointer to the pundits' table, which test_published_records checks",
}
PARTLY_SKIPPED = {
    "themis.brier with a market resolved to .3 or .7": "an outcome is 0 or 1 here",
    "themis.log_nat of 0.3 resolved to .7": "likewise",
    "themis.letter_grades_abs_brier": "a scorecard prints scores with intervals, not grades",
    "predictionbook without wagers scores 1": "an empty record has no score here, not the worst",
}


def stake(case, value):
    if case["question_type"] == "binary":
        return stake_binary(case["resolved_index"], value)
    if case["question_type"] == "multiple_choice":
        return stake_choice(case["resolved_index"], value)
    return stake_continuous(case["resolved_index"], pmf_of_cdf(value), case["open_bounds"])


def scores(case):
    standings = {
        str(i): [metaculus.StandingForecast(f["start_day"], f["end_day"], stake(case, f["value"]))]
        for i, f in enumerate(case["forecasts"])
    }
    ends = ("question_open_day", "actual_close_day", "scheduled_close_day")
    period = metaculus.QuestionPeriod(*(case[end] for end in ends))
    spot = case["spot_day"]
    return {
        "baseline": lambda: [metaculus.baseline_score(s, period) for s in standings.values()],
        "spot_baseline": lambda: [metaculus.spot_baseline(s, spot) for s in standings.values()],
        "peer": lambda: list(metaculus.peer_scores(standings, period).values()),
        "spot_peer": lambda: list(metaculus.spot_peer(standings, spot).values()),
    }[case["kind"]]()


@pytest.mark.parametrize(
    "case",
    METACULUS,
    ids=[f"{i:02}-{c['kind']}-{c['question_type']}" for i, c in enumerate(METACULUS)],
)
def test_metaculus_scores_are_time_averaged_to_the_scheduled_close(case):
    found = scores(case)
    assert [s.score for s in found] == pytest.approx(
        [e["score"] for e in case["expected"]], rel=0, abs=1e-9
    )
    assert [s.coverage for s in found] == pytest.approx([e["coverage"] for e in case["expected"]])


def test_all_of_the_metaculus_file_was_read():
    assert len(METACULUS) == 46


def check_geometric_mean(entries):
    yes_no, continuous = entries
    pmf = geometric_mean([(1 - p, p) for p in yes_no["p"]])
    assert pmf == pytest.approx(yes_no["pmf"], abs=1e-7)
    pmf = geometric_mean([pmf_of_cdf(cdf) for cdf in continuous["cdfs"]])
    assert pmf == pytest.approx(continuous["pmf"], abs=1e-7)


def check_fatebook(entry):
    for case in entry["cases"]:
        rows = [fatebook.Timed(f["user"], f["day"], f["p"]) for f in case["forecasts"]]
        found = fatebook.fatebook_scores(1, case["question_days"], rows)
        for field in ("absolute", "relative"):
            for user, expected in case.get(f"expected_{field}", {}).items():
                assert getattr(found[user], field) == pytest.approx(expected, abs=1e-4)


def check_predictionbook(entry):
    scored = [case for case in entry["cases"] if case.get("wagers")]
    assert len(scored) == 3
    for case in scored:
        tally = tallied((conf / 100, int(how == "right")) for conf, how in case["wagers"])
        assert round(tally.mean_brier, 4) == case["score"]
    # "running": the score after each wager of the three-wager case, and 1/sqrt(n)
    wagers = scored[-1]["wagers"]
    running = next(case["running"] for case in entry["cases"] if "running" in case)
    for expected, n, error in running:
        tally = tallied((c / 100, int(how == "right")) for c, how in wagers[:n])
        assert (round(tally.mean_brier, 2), tally.n) == (expected, n)
        assert round(1 / math.sqrt(tally.n), 4) == error


def check_themis(entry):
    for p, outcome, expected in entry["brier"]:
        if outcome in (0, 1):
            assert brier.brier(outcome, p) == pytest.approx(expected)
    for p, outcome, expected in entry["log_nat"]:
        if outcome in (0, 1):
            assert -log_score.log_score(outcome, p) == pytest.approx(expected)
    for p, outcome, expected in entry["spherical"]:
        assert log_score.spherical_score(outcome, [1 - p, p]) == pytest.approx(expected)


def check_scoringrules(entry):
    for case in entry["brier"]:
        assert brier.brier(case["obs"], case["p"]) == pytest.approx(case["expected"])
    for case in entry["log"]:
        assert log_score.log_score(case["obs"], case["p"]) == pytest.approx(case["expected"])
    for case in entry["rps"]:
        found = brier.rps(case["obs_category_1based"] - 1, case["p"])
        assert found == pytest.approx(case["expected"])
    for case in entry["ranked_log"]:
        cuts = brier.cuts(case["obs_category_1based"] - 1, case["p"])
        found = sum(log_score.log_score(happened, below) for below, happened in cuts)
        assert found == pytest.approx(case["expected"], abs=1e-6)
    for case in entry["quantile_score"]:
        found = quantiles.pinball(case["obs"], case["pred"], case["level"])
        assert found == pytest.approx(case["expected"])
    for outcome, p in ((1, 1.1), (1, -0.1), (0.5, 0.5)):
        with pytest.raises(InputError):
            brier.brier(outcome, p)


def check_scoringutils(entry):
    given = entry["brier"]
    found = [brier.brier(y, p) for y, p in zip(given["obs"], given["p"], strict=True)]
    assert found == pytest.approx(given["expected"])
    for case in entry["interval"]:
        ends = zip(case["obs"], case["lower"], case["upper"], strict=True)
        alpha = case["alpha"]
        found = [quantiles.interval_score(y, a, b, 1 - alpha) * alpha / 2 for y, a, b in ends]
        assert found == pytest.approx(case["weighted_expected"])
    for case in entry["wis_count_median_twice"]:
        found = [
            quantiles.wis_median_twice(y, dict(zip(case["levels"], q, strict=True)))
            for y, q in zip(case["obs"], case["pred"], strict=True)
        ]
        assert found == pytest.approx(case["expected"])
    for case in entry["wis_median_only"]:
        pairs = list(zip(case["obs"], case["pred"], strict=True))
        for wis in (quantiles.wis, quantiles.wis_median_twice):
            assert [wis(y, {0.5: m}) for y, m in pairs] == pytest.approx(case["expected"])


CHECKS = {
    "metaculus_geometric_mean": check_geometric_mean,
    "fatebook_debug_scoring_test": check_fatebook,
    "predictionbook_score_calculator_spec": check_predictionbook,
    "themis": check_themis,
    "scoringrules": check_scoringrules,
    "scoringutils": check_scoringutils,
}


@pytest.mark.parametrize("name", PLATFORMS)
def test_values_that_other_programs_state(name):
    if name in SKIPPED:
        pytest.skip(SKIPPED[name])
    CHECKS[name](PLATFORMS[name])


@pytest.mark.parametrize("part", PARTLY_SKIPPED)
def test_parts_of_an_entry_that_do_not_apply(part):
    pytest.skip(PARTLY_SKIPPED[part])


def test_every_entry_is_checked_or_skipped_with_its_reason():
    assert CHECKS.keys() | SKIPPED.keys() == PLATFORMS.keys()
    assert not CHECKS.keys() & SKIPPED.keys()
