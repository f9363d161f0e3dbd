"""A book of settled forecasts, written as documents: a case says only what it is about."""

from itertools import count
from typing import Any

from ledger.book import Ledger, ScorecardRequest
from ledger.core.scorecards import Scorecard, ScorecardRow
from ledger.store.journal import writing
from tests.book.builders import TODAY

_NUMBER = count(1)
YES, NO = {"on": "2017-05-01"}, {"never": True}


def record(book: Ledger, *documents: dict[str, Any]) -> None:
    """Record forecasts; each asks its own question unless it names one."""
    with writing(book.con, book.clock) as journal:
        for document in documents:
            journal.new_forecast(document)


def said(by: str = "Ann", ruling: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """Return the document of a forecast due on 2017-08-08; `source` and `question` are short."""
    number = next(_NUMBER)
    kind = more.pop("kind", "person")
    asked = more.pop("question", f"q{number}")
    sources = more.pop("sources", ())
    negated = more.pop("negated", False)
    document = {
        "key": f"f{number}", "claim": f"Claim {number}",
        "forecaster": {"name": by, "kind": kind},
        "made_on": "2017-02-08", "deadline": "2017-08-08",
        "parts": [{"question": {"key": asked, "text": asked, "kind": "event"},
                   "negated": negated}],
        "citations": [{"source": s} if isinstance(s, str) else s for s in sources],
        "rulings": [{"question": asked, **ruling}] if ruling else [],
        **more,
    }  # fmt: skip
    return {name: value for name, value in document.items() if value is not None}


def card(book: Ledger, **asked: Any) -> Scorecard:
    return book.scorecard(ScorecardRequest(**asked), TODAY)


def named(found: Scorecard, name: str) -> ScorecardRow:
    return next(row for row in found.rows if row.name == name)
