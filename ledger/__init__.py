"""A book of record for public predictions: who said what, what happened, and scorecards.

`from ledger import Ledger` is the Python API; everything else is imported when it is used.
"""

# What typing calls so; its import takes a while in which Ctrl-C would print where Python was.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from ledger.book import (
        Accepts,
        Condition,
        Filter,
        Ledger,
        NewCitation,
        NewForecast,
        NewRuling,
        NewUpdate,
        ScorecardRequest,
    )
    from ledger.errors import LedgerError

__all__ = [
    "Accepts",
    "Condition",
    "Filter",
    "Ledger",
    "LedgerError",
    "NewCitation",
    "NewForecast",
    "NewRuling",
    "NewUpdate",
    "ScorecardRequest",
    "__version__",
]

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Import the API when it is asked for, so that `ledger --help` does not pay for it."""
    if name == "LedgerError":
        from ledger.errors import LedgerError  # noqa: PLC0415 - see above

        return LedgerError
    if name in __all__:
        from ledger import book  # noqa: PLC0415 - see above

        return getattr(book, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
