"""What commands give back: data, rendered elsewhere as text, JSON, CSV ...

shown    of the reading commands: forecasts, questions, rulings, forecasters, coverage
written  of the writing ones: what was recorded, ruled or imported, and what that settled
"""

from ledger.core.reports.shown import (
    Change,
    CitationShown,
    Coverage,
    EntryShown,
    EvidenceShown,
    ForecasterShown,
    LinkShown,
    Listed,
    PartShown,
    QuestionShown,
    RulingShown,
    Shown,
    UpdateShown,
    WaitedFor,
    Waiting,
)
from ledger.core.reports.written import Added, Imported, Problem, Resolved, Settled

__all__ = [
    "Added",
    "Change",
    "CitationShown",
    "Coverage",
    "EntryShown",
    "EvidenceShown",
    "ForecasterShown",
    "Imported",
    "LinkShown",
    "Listed",
    "PartShown",
    "Problem",
    "QuestionShown",
    "Resolved",
    "RulingShown",
    "Settled",
    "Shown",
    "UpdateShown",
    "WaitedFor",
    "Waiting",
]
