"""Comparisons: two forecasters on shared questions, or everybody at once."""

import datetime as dt
import sqlite3
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from ledger.book import distributions, grouping, scoring_rules, series
from ledger.book.lookup import forecaster
from ledger.book.requests import ScorecardRequest
from ledger.book.scoring_rules import Rules
from ledger.book.selecting import Selection, as_recorded, select
from ledger.book.sides import came_out
from ledger.core import scorecards
from ledger.core.measures.score_scales import ScoreName
from ledger.core.measures.updates import UpdateRule
from ledger.core.scorecards import Compared, Comparison, Field
from ledger.errors import InputError
from ledger.store import score_queries, score_rows

if TYPE_CHECKING:
    from ledger.book.ledger import Ledger


def compare(book: "Ledger", a: str, b: str, asked: ScorecardRequest, today: dt.date) -> Comparison:
    """Compare two forecasters on the questions that both answered."""
    rule = scoring_rules.rules(asked)
    con, today = as_recorded(book, asked, today)
    (one, name_a), (other, name_b) = forecaster(con, a), forecaster(con, b)
    if one == other:
        raise InputError(f'"{a}" and "{b}" are the same forecaster; name two')
    chosen = select(con, asked, today)
    found = _entries(con, chosen, rule)
    lower = rule.scale.lower_is_better
    pair = scorecards.pair(found.get(one, ()), found.get(other, ()), lower_is_better=lower)
    return Comparison(
        a=name_a,
        b=name_b,
        **_heading(con, chosen, rule, book.settings.time_zone),
        shared=pair.shared,
        scores=pair.scores,
        hits=pair.hits,
        outcome=scorecards.outcome(name_a, name_b, pair, lower_is_better=lower),
    )


def field(book: "Ledger", asked: ScorecardRequest, today: dt.date) -> Field:
    """Compare everybody, each question's difficulty taken out."""
    rule = scoring_rules.rules(asked)
    con, today = as_recorded(book, asked, today)
    chosen = select(con, asked, today)
    entries = [entry for mine in _entries(con, chosen, rule).values() for entry in mine]
    if not any(entry.score is not None for entry in entries):
        raise InputError(
            "nobody gave a number that is due and settled; words are read with --lexicon"
        )
    rows, forecasts, questions = scorecards.field_of(
        entries, lower_is_better=rule.scale.lower_is_better
    )
    return Field(
        **_heading(con, chosen, rule, book.settings.time_zone),
        forecasts=forecasts,
        questions=questions,
        rows=tuple(rows),
    )


def _heading(
    con: sqlite3.Connection, chosen: Selection, rule: Rules, time_zone: str
) -> dict[str, Any]:
    return {
        "as_of": chosen.as_of,
        "time_zone": time_zone,
        "filters": chosen.described,
        "retrospective": score_queries.retrospective(con, chosen.everyone()),
        "score": rule.score.value,
        "score_scale": scoring_rules.scale_text(rule),
        "lexicon": rule.lexicon.name if rule.lexicon else None,
        "update_rule": rule.update_rule.value,
    }


def _entries(con: sqlite3.Connection, chosen: Selection, rule: Rules) -> dict[int, list[Compared]]:
    """Return the forecasts whose answer is known, by forecaster: what counts comes last.

    Distributions that took no side are among them: they have a score and no hit.
    """
    first = rule.update_rule is UpdateRule.FIRST
    chosen = replace(chosen, wanted=replace(chosen.everyone(), first=first))
    read = scoring_rules.method(grouping.pooled_counts(con, chosen), rule).bands
    found = series.scored(con, chosen, rule, read)
    if rule.score is ScoreName.BRIER:
        # Over two options that is twice (p - y)^2: halved, all are on one scale.
        spreads = distributions.choice_scores(con, chosen.wanted, rule.update_rule)
        found |= {number: score / 2.0 for number, score in spreads.items()}
    names = score_queries.names(con, "forecaster")
    entries: dict[int, list[Compared]] = {}
    told = score_rows.forecasts(con, chosen.wanted, answered=True)
    for r in sorted(told, key=itemgetter("made_on", "id"), reverse=first):
        hit = came_out(r, "" if first else "scored_")
        entry = Compared(names[r["forecaster"]], r["claim"], found.get(r["id"]), hit)
        entries.setdefault(r["forecaster"], []).append(entry)
    return entries
