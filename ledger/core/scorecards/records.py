"""What a scorecard is: frozen records, rendered elsewhere. Field names are the JSON keys.

Rates, probabilities and Brier scores are 0..1; lateness is in days, negative is early. A number
that the record is too short for is None and `reason` says why: it is never 0.
"""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One forecaster, source, tag ... with denominators and scores.

    `hits` are of `sided` forecasts: due, settled, and not at exactly 50 %. `below` rows
    (crowds, anonymous) are never ranked. `own_voice` is what an outlet said itself, the
    row around it everything that it carried.
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
    with_probability: int
    brier: float | None
    brier_low: float | None
    brier_high: float | None
    brier_reason: str | None
    skill: float | None
    expected_hits: float | None
    observed_hits: int | None
    p_calibration: float | None
    median_days_late: float | None
    vague_share: float | None
    below: bool = False
    own_voice: "Row | None" = None


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A table of rows as of a day, with everything needed to read it.

    `forecasts` on `questions` are those counted (`struck` ones are not); `everyone` pools them,
    each forecast once. `time_zone` is the book's, in which days end.
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
    prior: str | None
    rows: tuple[Row, ...]
    everyone: Row | None
