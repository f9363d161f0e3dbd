"""The commands, in the order of the help: name, module and one line of summary.

The summary is the first line of the command's docstring, repeated here so that the help is
printed without importing any command; a test compares the two.
"""

from typing import NamedTuple


class Entry(NamedTuple):
    """Where a command is, below `ledger.cli.commands`, and what it does."""

    module: str
    summary: str


COMMANDS: dict[str, Entry] = {
    "init": Entry("init", "Make a new book."),
    "add": Entry("add", "Record a forecast."),
    "cite": Entry("cite", "Record that another outlet carried a forecast."),
    "update": Entry("update", "Record a later probability or wording of the same claim."),
    "amend": Entry("amend", "Put a record right."),
    "retract": Entry("retract", "Record that the forecaster took it back."),
    "strike": Entry("strike", "Take a wrong record out of all counts."),
    "question": Entry("question", "List, show, edit and merge questions; move forecasts."),
    "forecaster": Entry("forecaster", "List and edit forecasters."),
    "resolve": Entry("resolve", "Rule on what happened."),
    "extract": Entry("extract", "Read articles for forecasts."),
    "coverage": Entry("coverage", "Tell how articles were read: found, recorded, rejected, left."),
    "when": Entry("when", "Read words about days."),
    "due": Entry("due", "List deadlines that passed without a ruling."),
    "list": Entry("list", "List forecasts."),
    "show": Entry("show", "Show everything about one forecast."),
    "log": Entry("log", "List the entries of the journal."),
    "scorecard": Entry("scorecard", "Count and score forecasts that are due."),
    "calibration": Entry("calibration", "Hold stated probabilities against what came."),
    "lateness": Entry("lateness", "Measure how late events came."),
    "compare": Entry("compare", "Compare forecasters on shared questions."),
    "lexicon": Entry("lexicon", "List and show the tables that turn words into numbers."),
    "verify": Entry("verify", "Check that nobody changed the past."),
    "anchor": Entry("anchor", "Print the line that proves later that the past is unchanged."),
    "backup": Entry("backup", "Write a good copy of the book."),
    "export": Entry("export", "Print the book in its own format."),
    "import": Entry("import_", "Take in forecasts from a file, all of them or none."),
}
