"""What a scorecard is: frozen records, rendered elsewhere. Field names are the JSON keys.

Rates, probabilities and Brier scores are 0..1; lateness is in days, negative is early. A number
that the record is too short for is None and `reason` says why: it is never 0.
"""

import datetime as dt
from dataclasses import dataclass

from ledger.core.reports import Listed
from ledger.core.scorecards.curves import Calibration
from ledger.core.scorecards.sensitivity import Sensitivity


@dataclass(frozen=True, slots=True)
class OfNumbers:
    """What a row says of its forecasts with a number, under the names that it has in the row."""

    with_probability: int
    stated: int
    from_lexicon: int
    inferred: int
    brier: float | None = None
    brier_low: float | None = None
    brier_high: float | None = None
    brier_reason: str | None = None
    brier_index: float | None = None
    skill: float | None = None
    expected_hits: float | None = None
    observed_hits: int | None = None
    p_calibration: float | None = None
    p_reason: str | None = None
    auc: float | None = None
    auc_reason: str | None = None


@dataclass(frozen=True, slots=True)
class OfScore:
    """What a row says of the score asked for, under the names that it has in the row."""

    score: float | None = None
    score_low: float | None = None
    score_high: float | None = None
    score_n: int = 0
    score_reason: str | None = None


@dataclass(frozen=True, slots=True)
class ScorecardRow:
    """One forecaster, source, tag ... with denominators and scores.

    `hits` are of `sided` forecasts: due, settled, and not at exactly 50 %. `p_coin` tests them
    against a coin (one-sided), `p_adjusted` likewise for as many ranked rows as have one; both are
    None with a `p_coin_reason` where forecasts share questions or are fewer than 5.
    `with_probability` forecasts have a number: `stated`, read `from_lexicon`, or `inferred`;
    `brier`, `skill`, `expected_hits` and `observed_hits` are of these; `p_calibration` is None
    with a `p_reason` where they share questions. `brier_index` shows the mean Brier score as
    0..100, higher is better, from 5 numbers up; `auc` (0..1, higher is better) is how often what
    came had the higher number, or None with an `auc_reason`. `score` is the one asked for, or None
    with a `score_reason`. `choices` are distributions over options, `choice_brier` on the 0-2
    scale. `below` rows (crowds, anonymous) are never ranked. `own_voice` is what an outlet said
    itself, the row around it everything that it carried.
    """

    name: str
    recorded: int
    checkable: int
    dated: int
    due: int
    resolved: int
    scored: int
    vague: int
    undated: int
    void: int
    unclear: int
    open: int
    overdue: int
    early: int
    retracted: int
    already_known: int
    answered: int
    questions: int
    hits: int
    sided: int
    hit_rate: float | None
    hit_low: float | None
    hit_high: float | None
    shrunk: float | None
    rank: int | None
    ranked: bool
    reason: str | None
    p_coin: float | None
    p_adjusted: float | None
    p_coin_reason: str | None
    with_probability: int
    stated: int
    from_lexicon: int
    inferred: int
    brier: float | None
    brier_low: float | None
    brier_high: float | None
    brier_reason: str | None
    brier_index: float | None
    skill: float | None
    expected_hits: float | None
    observed_hits: int | None
    p_calibration: float | None
    p_reason: str | None
    auc: float | None
    auc_reason: str | None
    score: float | None
    score_low: float | None
    score_high: float | None
    score_n: int
    score_reason: str | None
    choices: int
    choice_brier: float | None
    median_days_late: float | None
    vague_share: float | None
    below: bool = False
    own_voice: "ScorecardRow | None" = None


@dataclass(frozen=True, slots=True)
class Sampling:
    """How the record was taken from articles that were read: statements found in them and left."""

    articles: int
    found: int
    recorded: int
    rejected: int
    left: int


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A table of rows as of a day, with everything needed to read it.

    `forecasts` on `questions` are those counted (`struck` ones are not); `everyone` pools them,
    each forecast once. `time_zone` is the book's, in which days end. `score` with its scale and
    direction is what the column of that name holds; `lexicon` is None where words were not read.
    `brier_interval` says how the interval on Brier was made.
    `compared` rows are ranked, and their P values adjusted for so many. `sampling` says how the
    record of outlets was taken, where articles were read for it.
    """

    as_of: dt.date
    per: str
    time_zone: str
    forecasts: int
    questions: int
    struck: int
    retrospective: bool
    filters: tuple[str, ...]
    scale: str
    score: str
    score_scale: str
    reference: str
    lexicon: str | None
    update_rule: str
    brier_interval: str
    prior: str | None
    compared: int
    rows: tuple[ScorecardRow, ...]
    everyone: ScorecardRow | None
    sampling: Sampling | None = None
    sensitivity: Sensitivity | None = None
    page: "Page | None" = None


@dataclass(frozen=True, slots=True)
class Carried:
    """How much of a record somebody carried, or how much an outlet carried of somebody."""

    name: str
    n: int
    own_voice: int


@dataclass(frozen=True, slots=True)
class Scored:
    """One forecast of a page with what it got: p as scored, hit, Brier score or another.

    `p` and `hit` are of the statement that counts, scores of the series by the rule for updates.
    `pinball` is the mean over quantiles, `wis` the weighted interval score, which is twice that,
    and `interval_score` that of their outer range, which holds the answer with P = `level`; all
    three are in the `unit` of the question, lower is better.
    """

    forecast: Listed
    due: bool
    p: float | None
    hit: bool | None
    brier: float | None
    choice_brier: float | None
    pinball: float | None
    wis: float | None
    interval_score: float | None
    level: float | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class MeanDistance:
    """How far the n forecasts given as quantiles in one `unit` were off on average; 0 is perfect.

    `interval_score` is None unless all of them have an outer range of the same `level`: scores of
    ranges of different levels have no mean.
    """

    unit: str | None
    n: int
    pinball: float
    wis: float
    interval_score: float | None
    level: float | None


@dataclass(frozen=True, slots=True)
class Page:
    """Everything about one forecaster or source: forecasts, calibration, who carried whom.

    `skill_p` is the sign-flip P per question that the Brier score differs from the reference's.
    """

    name: str
    kind: str
    carried: tuple[Carried, ...]
    forecasts: tuple[Scored, ...]
    distances: tuple[MeanDistance, ...]
    calibration: Calibration | None
    skill_p: float | None
