"""The page of one forecaster or source: every forecast, calibration, who carried whom."""

import math
import sqlite3
from collections import defaultdict
from collections.abc import Iterator

from ledger.book import curves, distributions, reading, series
from ledger.book.requests import Filter
from ledger.book.scoring_rules import Rules
from ledger.book.selecting import Selection
from ledger.book.sides import came_out
from ledger.core.measures.brier import brier
from ledger.core.measures.score_scales import ScoreName
from ledger.core.measures.sign_flip import sign_flip
from ledger.core.scorecards import Bands, Carried, Method, Page, Scored, mean_distances
from ledger.core.scorecards.series import Series, scores
from ledger.store import score_clusters, score_rows
from ledger.store.queries import Row


def page(
    con: sqlite3.Connection, chosen: Selection, rule: Rules, how: Method, time_zone: str
) -> Page:
    """Return everything about the one forecaster or source that was named."""
    wanted = chosen.everyone()
    said = series.numbered(con, chosen, rule, how.bands)
    briers = scores(said, ScoreName.BRIER, rule.update_rule)
    forecasts = tuple(_forecasts(con, chosen, rule, how.bands, briers))
    return Page(
        name=str(chosen.whose),
        kind="source" if "source" in wanted.filters else "forecaster",
        carried=tuple(Carried(**r) for r in score_rows.carried(con, wanted)),
        forecasts=forecasts,
        distances=mean_distances(forecasts),
        calibration=curves.calibration_of(con, chosen, rule, time_zone),
        skill_p=_skill_p(con, said, briers, how),
    )


def _forecasts(
    con: sqlite3.Connection, chosen: Selection, rule: Rules, read: Bands, briers: dict[int, float]
) -> Iterator[Scored]:
    """Yield every forecast with what it got, in the order in which they were recorded."""
    wanted = chosen.everyone()
    source = chosen.whose if "source" in wanted.filters else None
    by = chosen.whose if source is None else None
    listed = {f.id: f for f in reading.listed(con, Filter(by, source), chosen.as_of)}
    choices = distributions.choice_scores(con, wanted, rule.update_rule)
    quantiles = distributions.quantile_scores(con, wanted, rule.update_rule)
    for r in score_rows.page(con, wanted):
        number = r["id"]
        forecast, far = listed[number], quantiles.get(number)
        due = forecast.deadline is not None and forecast.deadline <= chosen.as_of
        yield Scored(
            forecast=forecast,
            due=due,
            p=_number(r, read),
            hit=came_out(r) if due else None,
            brier=briers.get(number),
            choice_brier=choices.get(number),
            pinball=far.pinball if far else None,
            wis=far.wis if far else None,
            interval_score=far.interval_score if far else None,
            level=far.level if far else None,
            unit=far.unit if far else None,
        )


def _number(row: Row, read: Bands) -> float | None:
    if row["probability"] is not None or not row["phrase"]:
        stated: float | None = row["probability"]
        return stated
    band = read.get((row["phrase"], bool(row["negated"])))
    return band.middle if band else None


def _skill_p(
    con: sqlite3.Connection, said: list[Series], briers: dict[int, float], how: Method
) -> float | None:
    """Test the Brier score against the reference's, question by question.

    Questions that forecasts on several connect are one.
    """
    joined = score_clusters.joined_by(con, {one.forecast for one in said})
    gaps: dict[int, list[float]] = defaultdict(list)
    for one in said:
        gaps[joined.get(one.question, one.question)].append(
            briers[one.forecast] - brier(one.outcome, how.reference)
        )
    if not gaps:
        return None
    return sign_flip([math.fsum(g) / len(g) for g in gaps.values()]).p_value
