"""What the vectors of platforms, quantiles, fields and lexicons say, asked of the ledger."""

import datetime as dt

from ledger.core.lexicons import brier_range, find_lexicon, lookup
from ledger.core.measures import (
    brier,
    comparison,
    fixed_effects,
    order_statistics,
    quantiles,
)
from ledger.core.measures.platforms import gjopen, metaculus
from ledger.core.measures.platforms.metaculus_stakes import (
    stake_binary,
    stake_continuous,
)


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
