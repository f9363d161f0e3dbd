"""Deadlines and statement dates in words, read against a day.

`read_deadline` reads a phrase, `find_deadlines` every time expression of a sentence and
`find_deadline` the one that serves as a claim's deadline; `read_statement` and `read_when` read
days of saying. The conventions C1-C17 are explained in docs/deadlines.md, which is generated from
the rules in the modules beside this one.
"""

from ledger.core.deadlines.phrases import find_deadline, find_deadlines, read_deadline
from ledger.core.deadlines.reading import Calendar, Reading
from ledger.core.deadlines.statements import read_statement, read_when
from ledger.core.deadlines.tidy import without
from ledger.core.model import Window

__all__ = [
    "Calendar",
    "Reading",
    "Window",
    "find_deadline",
    "find_deadlines",
    "read_deadline",
    "read_statement",
    "read_when",
    "without",
]
