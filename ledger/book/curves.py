"""Calibration and lateness: of everybody, or of one forecaster or source."""

import datetime as dt
import sqlite3
from typing import TYPE_CHECKING, Any

from ledger.book import grouping, scoring_rules
from ledger.book.requests import ScorecardRequest
from ledger.book.scoring_rules import Rules
from ledger.book.selecting import Selection, as_recorded, select
from ledger.core import scorecards
from ledger.core.scorecards import Calibration, LatenessCurve, Timing
from ledger.store import score_queries, score_rows
from ledger.store.queries import Row

if TYPE_CHECKING:
    from ledger.book.ledger import Ledger

EVERYBODY = "everybody"


def calibration(book: "Ledger", asked: ScorecardRequest, today: dt.date) -> Calibration:
    """Return the reliability curve of what is due as of a day."""
    rule = scoring_rules.rules(asked)
    con, today = as_recorded(book, asked, today)
    return calibration_of(con, select(con, asked, today), rule, book.settings.time_zone)


def lateness(book: "Ledger", asked: ScorecardRequest, today: dt.date) -> LatenessCurve:
    """Return how late events came, and the curve of those still waited for.

    The as-of day says which forecasts are due; what is known of them is known today.
    """
    con, today = as_recorded(book, asked, today)
    chosen = select(con, asked, today)
    wanted = chosen.everyone()
    found = [_timing(r, today) for r in score_rows.timings(con, wanted)]
    questions, fates = score_rows.questions_timed(con, wanted)
    summary, survival = scorecards.timing_curve(found, fates)
    return LatenessCurve(
        **_heading(con, chosen, book.settings.time_zone),
        waited_until=today,
        questions=questions,
        summary=summary,
        survival=survival,
        p_reason=scorecards.no_p(survival.n, fates),
    )


def calibration_of(
    con: sqlite3.Connection, chosen: Selection, rule: Rules, time_zone: str
) -> Calibration:
    """Return the reliability curve of a selection, or why there is none."""
    counts = grouping.pooled_counts(con, chosen)
    how = scoring_rules.method(counts, rule)
    read = chosen.rewritten(words=scoring_rules.words(how.bands)).everyone()
    numbers = scorecards.numbers(counts, how.bands)
    questions, fates = grouping.questions_scored(con, read, numbers)
    curve = scorecards.curve_of(numbers.tally, fates)
    drawn = None if isinstance(curve, str) else curve
    return Calibration(
        **_heading(con, chosen, time_zone),
        n=numbers.tally.n,
        questions=questions,
        stated=numbers.stated,
        from_lexicon=numbers.from_lexicon,
        inferred=numbers.inferred,
        lexicon=rule.lexicon.name if rule.lexicon else None,
        counts=scorecards.chances(numbers.tally, fates),
        large=scorecards.in_the_large(numbers.tally, fates),
        curve=drawn[0] if drawn else None,
        perfect=drawn[1] if drawn else None,
        reason=curve if isinstance(curve, str) else None,
        p_reason=scorecards.no_p(numbers.tally.n, fates),
    )


def _heading(con: sqlite3.Connection, chosen: Selection, time_zone: str) -> dict[str, Any]:
    return {
        "name": chosen.whose or EVERYBODY,
        "as_of": chosen.as_of,
        "time_zone": time_zone,
        "filters": chosen.described,
        "retrospective": score_queries.retrospective(con, chosen.everyone()),
    }


def _timing(row: Row, today: dt.date) -> Timing:
    deadline = dt.date.fromisoformat(row["deadline"])
    late = row["days_late"]
    occurred = None if late is None else deadline + dt.timedelta(days=late)
    return Timing(dt.date.fromisoformat(row["made"]), deadline, occurred, today, row["n"])
