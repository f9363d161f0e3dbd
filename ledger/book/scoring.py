"""Scorecards: the database groups, the core counts and ranks, a record comes out."""

import datetime as dt
import sqlite3
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.book import grouping, scoring_rules
from ledger.book.grouping import Cells
from ledger.book.requests import ScorecardRequest
from ledger.book.scoring_rules import Rules
from ledger.book.selecting import Selection, as_recorded, select
from ledger.core import scorecards
from ledger.core.measures.shrinkage import Prior
from ledger.core.measures.updates import UpdateRule
from ledger.core.scorecards import Material, Method, Sampling, Scorecard, ScorecardRow
from ledger.core.scorecards.sensitivity import Sensitivity
from ledger.lazy import lazy
from ledger.store import queries, score_queries
from ledger.store.score_groups import GROUPINGS
from ledger.uncollected import uncollected

if TYPE_CHECKING:
    from ledger.book import paging, sensitivity
    from ledger.book.ledger import Ledger
else:
    paging, sensitivity = lazy("ledger.book.paging"), lazy("ledger.book.sensitivity")

SCALE = "Brier score (p - y)^2, 0 to 1, lower is better; always 50 % = .25"

CLOSED_FORM = "clustered by question (CR1)"
BOOTSTRAP = "bootstrap over questions (1,000 draws, seed 1)"


@dataclass(frozen=True, slots=True)
class _Counted:
    """What was counted: the rows, ranked in their field, and everything as one.

    `cells` are of the field, `only` the name of the one row of it that is shown, if it is one.
    """

    chosen: Selection
    method: Method
    cells: Cells
    only: str | None
    rows: list[ScorecardRow]
    compared: int
    prior: Prior | None
    pooled: Material


@uncollected()
def scorecard(book: "Ledger", asked: ScorecardRequest, today: dt.date) -> Scorecard:
    """Count and score as of a day (default: today), or the book as it was at a time."""
    rule = scoring_rules.rules(asked)
    con, today = as_recorded(book, asked, today)
    counted = _count(con, select(con, asked, today), rule)
    chosen, everyone = counted.chosen, scorecards.row(counted.pooled, counted.method)
    zone, prior = book.settings.time_zone, counted.prior
    return Scorecard(
        as_of=chosen.as_of,
        per=chosen.per,
        time_zone=zone,
        forecasts=everyone.recorded,
        questions=everyone.questions,
        struck=scorecards.denominators(counted.pooled.counts).struck,
        retrospective=score_queries.retrospective(con, chosen.everyone()),
        filters=chosen.described,
        scale=SCALE,
        score=rule.score.value,
        score_scale=scoring_rules.scale_text(rule),
        reference=scoring_rules.said(rule, counted.method),
        lexicon=rule.lexicon.name if rule.lexicon else None,
        update_rule=rule.update_rule.value,
        brier_interval=BOOTSTRAP if rule.bootstrap else CLOSED_FORM,
        prior=f"{prior.method}: {prior.mean:.3f}" if prior else None,
        compared=counted.compared,
        rows=tuple(r for r in _ordered(chosen.per, counted.rows) if r.recorded),
        everyone=everyone,
        sampling=_sampling(con, chosen),
        sensitivity=_sensitivity(con, counted, rule) if asked.sensitivity else None,
        page=paging.page(con, chosen, rule, counted.method, zone) if asked.name else None,
    )


def _count(con: sqlite3.Connection, chosen: Selection, rule: Rules) -> _Counted:
    """Count, rank and pool. One name is ranked and shrunk among all, as in the full table."""
    chosen = chosen.rewritten(first=rule.update_rule is UpdateRule.FIRST)
    field = chosen.field()
    cells = grouping.cells(con, field.wanted)
    # A forecast that stands in several rows is still one of the base rate's.
    counted = grouping.pooled_counts(con, field) if rule.by_rate else cells.everything()
    method = scoring_rules.method(counted, rule)
    words = scoring_rules.words(method.bands)
    field, chosen = field.rewritten(words=words), chosen.rewritten(words=words)
    scores = scoring_rules.forecast_scores(con, field, rule, method.bands)
    rows, prior = scorecards.rows(grouping.materials(con, field, cells, scores), method)
    compared, only, shown = sum(row.rank is not None for row in rows), None, cells
    if field.wanted != chosen.wanted:
        only = _only(con, chosen)
        rows = [row for row in rows if row.name == only]
        shown = grouping.cells(con, chosen.wanted)
    pooled = grouping.everyone(con, chosen, shown, scores)
    return _Counted(chosen, method, cells, only, rows, compared, prior, pooled)


def _only(con: sqlite3.Connection, chosen: Selection) -> str:
    """Return the name of the one row of its field that a selection asks for."""
    names = score_queries.names(con, str(GROUPINGS[chosen.per].names))
    return names[chosen.wanted.values[chosen.per]]


def _sensitivity(con: sqlite3.Connection, counted: _Counted, rule: Rules) -> Sensitivity:
    """Rank under every lexicon: one name among all, as in the full table."""
    found = sensitivity.sensitivity(con, counted.chosen.field(), counted.cells, rule)
    return found if counted.only is None else found.of(counted.only)


def _sampling(con: sqlite3.Connection, chosen: Selection) -> Sampling | None:
    """Say how the record of outlets was taken from the articles that were read."""
    if chosen.per != "source":
        return None
    found = list(queries.rows(con, queries.COVERAGE, source=chosen.wanted.values.get("source")))
    if not found:
        return None
    names = ("found", "recorded", "rejected", "left")
    return Sampling(articles=len(found), **{name: sum(r[name] for r in found) for name in names})


def _ordered(per: str, rows: list[ScorecardRow]) -> list[ScorecardRow]:
    """Return years and horizons in their own order; a horizon loses the digit it sorts by."""
    if per not in {"year", "horizon"}:
        return rows
    ordered = sorted(rows, key=lambda row: row.name)
    strip = per == "horizon"
    return [replace(row, name=row.name[2:]) if strip else row for row in ordered]
