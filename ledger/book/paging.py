"""The page of one forecaster or source: every forecast, calibration, who carried whom."""

import datetime as dt
import math
import sqlite3
from collections import defaultdict
from collections.abc import Iterator

from ledger.book import curves, distributions, reading
from ledger.book.reckoning import Rules, series
from ledger.book.requests import Filter
from ledger.book.selecting import Selection
from ledger.core.hits import hit
from ledger.core.lexicons import denies
from ledger.core.measures.brier import brier
from ledger.core.measures.score_scales import ScoreName
from ledger.core.measures.sign_flip import sign_flip
from ledger.core.reports import Listed
from ledger.core.scorecards import Bands, Method, Page, Part, Scored
from ledger.core.scorecards.series import scores
from ledger.store import score_rows
from ledger.store.queries import Row


def page(
    con: sqlite3.Connection, chosen: Selection, rule: Rules, how: Method, time_zone: str
) -> Page:
    """Return everything about the one forecaster or source that was named."""
    wanted = chosen.everyone()
    return Page(
        name=str(chosen.whose),
        kind="source" if "source" in wanted.filters else "forecaster",
        carried=tuple(Part(**r) for r in score_rows.carried(con, wanted)),
        forecasts=tuple(_forecasts(con, chosen, how.bands)),
        calibration=curves.calibration_of(con, chosen, rule, time_zone),
        skill_p=_skill_p(con, chosen, rule, how),
    )


def _forecasts(con: sqlite3.Connection, chosen: Selection, read: Bands) -> Iterator[Scored]:
    """Yield every forecast with what it got, in the order in which they were recorded."""
    wanted = chosen.everyone()
    source = chosen.whose if "source" in wanted.filters else None
    by = chosen.whose if source is None else None
    listed = {f.id: f for f in reading.listed(con, Filter(by, source), chosen.as_of)}
    choices = distributions.choice_scores(con, wanted)
    quantiles = distributions.quantile_scores(con, wanted)
    for r in score_rows.page(con, wanted):
        forecast = listed[r["id"]]
        yield _scored(forecast, r, _number(r, read), choices, quantiles, chosen.as_of)


def _scored(
    forecast: Listed,
    row: Row,
    p: float | None,
    choices: dict[int, float],
    quantiles: dict[int, distributions.Distance],
    as_of: dt.date,
) -> Scored:
    due = forecast.deadline is not None and forecast.deadline <= as_of
    settled = due and row["state"] in {"true", "false"}
    outcome = int(row["state"] == "true")
    denied = denies(row["phrase"], negated=bool(row["negated"]))
    far = quantiles.get(forecast.id)
    return Scored(
        forecast,
        due,
        p,
        hit(row["probability"], outcome, denied=denied) if settled else None,
        brier(outcome, p) if settled and p is not None else None,
        choices.get(forecast.id),
        *((far.wis, far.interval_score, far.level, far.unit) if far else [None] * 4),
    )


def _number(row: Row, read: Bands) -> float | None:
    if row["probability"] is not None or not row["phrase"]:
        stated: float | None = row["probability"]
        return stated
    band = read.get((row["phrase"], bool(row["negated"])))
    return band.middle if band else None


def _skill_p(con: sqlite3.Connection, chosen: Selection, rule: Rules, how: Method) -> float | None:
    """Test the Brier score against the reference's, question by question."""
    gaps: dict[int, list[float]] = defaultdict(list)
    found = series(con, chosen, rule, how.bands)
    own = scores(found, ScoreName.BRIER, rule.update_rule)
    for one in found:
        gaps[one.question].append(own[one.forecast] - brier(one.outcome, how.reference))
    if not gaps:
        return None
    return sign_flip([math.fsum(g) / len(g) for g in gaps.values()]).p_value
