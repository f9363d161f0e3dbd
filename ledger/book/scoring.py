"""Scorecards: the database groups, the core counts and ranks, a record comes out."""

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.book import grouping, reckoning
from ledger.book.requests import ScorecardRequest
from ledger.book.selecting import as_recorded, select
from ledger.core import scorecards
from ledger.core.scorecards import Row, Scorecard
from ledger.core.updates import UpdateRule
from ledger.lazy import lazy
from ledger.store import score_queries

if TYPE_CHECKING:
    from ledger.book import paging, sensing
    from ledger.book.ledger import Ledger
else:
    paging, sensing = lazy("ledger.book.paging"), lazy("ledger.book.sensing")

SCALE = "Brier score (p - y)^2, 0 to 1, lower is better; always 50 % = .25"


def scorecard(book: "Ledger", asked: ScorecardRequest, today: dt.date) -> Scorecard:
    """Count and score as of a day (default: today), or the book as it was at a time."""
    rule = reckoning.rules(asked)
    con, today = as_recorded(book, asked, today)
    chosen = select(con, asked, today)
    chosen = chosen.rewritten(first=rule.update_rule is UpdateRule.FIRST)
    # One name is ranked and shrunk among all, so that its numbers are those of the full table.
    compared = chosen.field()
    found = grouping.cells(con, compared.wanted)
    how = reckoning.method(found, rule)
    compared = compared.rewritten(words=reckoning.words(how.bands))
    chosen = chosen.rewritten(words=reckoning.words(how.bands))
    scores = reckoning.forecast_scores(con, compared, rule, how.bands)
    rows, prior = scorecards.rows(grouping.materials(con, compared, found, scores), how)
    ranked = sum(row.rank is not None for row in rows)
    if compared.wanted != chosen.wanted:
        rows = [row for row in rows if row.name == chosen.whose]
        found = grouping.cells(con, chosen.wanted)
    pooled = grouping.everyone(con, chosen, found, scores)
    everyone = scorecards.row(pooled, how)
    zone = book.settings.time_zone
    return Scorecard(
        as_of=chosen.as_of,
        per=chosen.per,
        time_zone=zone,
        forecasts=everyone.recorded,
        questions=everyone.questions,
        struck=scorecards.denominators(pooled.counts).struck,
        retrospective=score_queries.retrospective(con, chosen.everyone()),
        filters=chosen.described,
        scale=SCALE,
        score=rule.score.value,
        score_scale=reckoning.scale_text(rule),
        reference=reckoning.said(rule, how),
        lexicon=rule.lexicon.name if rule.lexicon else None,
        update_rule=rule.update_rule.value,
        prior=f"{prior.method}: {prior.mean:.3f}" if prior else None,
        compared=ranked,
        rows=tuple(r for r in _ordered(chosen.per, rows) if r.recorded),
        everyone=everyone,
        sensitivity=sensing.sensitivity(con, chosen, found) if asked.sensitivity else None,
        page=paging.page(con, chosen, rule, how, zone) if asked.name else None,
    )


def _ordered(per: str, rows: list[Row]) -> list[Row]:
    """Return years and horizons in their own order; a horizon loses the digit it sorts by."""
    if per not in {"year", "horizon"}:
        return rows
    ordered = sorted(rows, key=lambda row: row.name)
    strip = per == "horizon"
    return [replace(row, name=row.name[2:]) if strip else row for row in ordered]
