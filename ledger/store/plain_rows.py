"""The rows of plain forecasts: a staging table, and what each table takes from it.

What a plain forecast comes to depends on little: how many days lie between deadline and
answer, and whether the answer was out before the statement. The core works each case out
once, on days that stand for all others like them.
"""

import datetime as dt
from functools import lru_cache

from ledger.core import counting, rulings
from ledger.core.chain import canonical
from ledger.core.model import Claim, Knowledge, Part, Question, Window
from ledger.core.timing import standing
from ledger.store import codec

_COLUMNS = (
    "forecast", "entry", "key", "body", "hash", "claim", "scored", "said_by", "role", "made_on",
    "deadline", "probability", "phrase", "negated", "note", "verdict", "days_late", "state",
    "answered_on", "question", "new_question", "known", "final", "ruling", "said", "citation",
    "article", "source", "quote",
)  # fmt: skip
WIDTH = len(_COLUMNS)
STAGE = f"CREATE TEMP TABLE stage ({', '.join(_COLUMNS)})"
CLEAR = "DELETE FROM stage"
DROP = "DROP TABLE stage"

# Columns that are not named stay empty.
_ENTRY = """
INSERT INTO entry (seq, recorded_at, kind, about, request, body, hash)
SELECT entry, :now, 'forecast', 'f' || forecast, '', body, hash FROM stage
"""
_QUESTION = """
INSERT INTO question (id, key, text, kind, ordered, known, final)
SELECT question, new_question, claim, 'event', 0, known, final FROM stage
WHERE new_question IS NOT NULL
"""
_FORECAST = """
INSERT INTO forecast (
  id, key, entry, claim, forecaster_id, said_by, role, made_on, made_on_latest, deadline,
  deadline_earliest, probability, phrase, negated, joined, note, question_id, verdict,
  days_late, state, scored_probability, scored_phrase, updates, answered_on)
SELECT forecast, key, entry, claim, scored, said_by, role, made_on, made_on, deadline,
  deadline, probability, phrase, negated, 'all', note, question, verdict,
  days_late, state, probability, phrase, 0, answered_on
FROM stage
"""
_PART = """
INSERT INTO part (forecast_id, n, question_id, negated)
SELECT forecast, 1, question, negated FROM stage
"""
_CITATION = """
INSERT INTO citation (
  id, forecast_id, article_id, own_voice, source_id, counted, quote, state,
  scored_probability, scored_phrase, question_id, deadline, negated, days_late)
SELECT citation, forecast, article, 0, source, 1, quote, state,
  probability, phrase, question, deadline, negated, days_late
FROM stage WHERE citation IS NOT NULL
"""
_RULING = """
INSERT INTO ruling (id, question_id, entry, said)
SELECT ruling, question, entry, said FROM stage WHERE ruling IS NOT NULL
"""
TAKE_ON = (_ENTRY, _QUESTION, _FORECAST, _PART, _CITATION, _RULING)

_ASKED = Question(1, "", "")
_FIRST = 2  # the ordinal of a day that has one before it


@lru_cache
def fill(rows: int) -> str:
    """Return the statement that stages some rows at once."""
    row = f"({', '.join('?' * WIDTH)})"
    return f"INSERT INTO stage VALUES {', '.join([row] * rows)}"  # noqa: S608 - marks only


@lru_cache(maxsize=20_000)
def learned(answer: str, day: str) -> tuple[str | None, int, str | None]:
    """Return what is known of a question, whether that is final, and what was ruled."""
    if not answer:
        return None, 0, None
    known = _knowledge(answer, dt.date.fromisoformat(day))
    return codec.spans_text(known.possible), int(known.final), canonical({answer: day})


@lru_cache(maxsize=20_000)
def stands(
    answer: str, late: int, known: bool, dated: bool, negated: bool
) -> tuple[str, int | None, str]:
    """Return verdict, days late and state of a forecast on one event.

    `late` counts the days from deadline to answer; `known` says that the answer lies before
    the day of the statement. The case is worked out on the first days there are.
    """
    deadline, day = _FIRST + max(-late, 0), _FIRST + max(late, 0)
    made = Window.on(dt.date.fromordinal(day + 1 if known else min(day, deadline)))
    due = Window.on(dt.date.fromordinal(deadline)) if dated else None
    knowledge = _knowledge(answer, dt.date.fromordinal(day))
    claim = Claim((Part(1, negated=negated),), deadline=due)
    found = standing(claim, made, {1: knowledge})
    state = counting.state(found, struck=False, vague=False, void=False, dated=dated)
    return found.verdict.value, found.days_late, state


def _knowledge(answer: str, day: dt.date) -> Knowledge:
    nothing = rulings.unknown(_ASKED)
    if not answer:
        return nothing
    ruling = rulings.happened(day) if answer == "on" else rulings.not_by(day)
    return rulings.learn(_ASKED, nothing, ruling)
