"""The Python API: `Ledger` has one method for each verb of the command line."""

from ledger.book.ledger import Ledger
from ledger.book.requests import (
    Accepts,
    Condition,
    Filter,
    NewCitation,
    NewForecast,
    NewRuling,
    NewUpdate,
    ScorecardRequest,
)

__all__ = [
    "Accepts",
    "Condition",
    "Filter",
    "Ledger",
    "NewCitation",
    "NewForecast",
    "NewRuling",
    "NewUpdate",
    "ScorecardRequest",
]
