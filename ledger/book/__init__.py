"""The Python API: `Ledger` has one method for each verb of the command line.

The facade:
    ledger            `Ledger`: a line of delegation for each verb
    opened            what it adds its verbs to: a book made or opened, until it is closed
    opening           making a book
    settings          time zone, hemisphere, fiscal year
    requests          what a user asks for, as typed
    natural           what a script passes for it: days, numbers, lists
    lazy_verbs        the modules below, loaded when first used; readings of one moment

Recording, from words to a document to an entry:
    recording         add, cite, update, amend, retract, strike
    documents         the document of a forecast: every word read, every rule checked
    days              days of statements and of publication
    whens             deadlines and other bounds
    parts             which questions a forecast asks, and which answers it accepts
    numbers           numbers, options and distributions
    polarity          whether something will not happen, or nothing is said at all
    amending          `amend`: the document as it stands, with some fields put right
    links             what an amendment makes a forecast revise or counter
    people            forecasters, their kinds and their names
    repeats           what is in the book already
    undecided         what would be settled by its wording alone

Ruling:
    ruling            what happened, and how it is known
    question_changes  changing, merging and moving questions
    settling          what an entry settles

Reading:
    lookup            what a user names: forecasts, questions, people, outlets
    reading           lists, one forecast with everything, the log
    waiting           what waits for a ruling
    questions         questions, and what is known of them
    summaries         one line of words for each entry
    histories         what entries changed

Articles:
    collecting        from candidates to the book, and coverage
    proposing         what the book has of a candidate already

Scorecards:
    scoring           a scorecard
    scoring_rules     by which rules: score, lexicon, updates
    selecting         which forecasts are counted
    prospective       only what was recorded before the answer was known
    grouping          what the database says of each group
    series            the statements of a forecast that were made in time
    distributions     forecasts given over options or as quantiles
    sides             whether the side taken came out
    lexicons          tables of words, built in or from a file
    sensitivity       whether a ranking depends on the lexicon
    curves            calibration and lateness
    comparing         two forecasters, or everybody
    paging            the page of one forecaster or source

Moving and trust:
    moving/           export and import
    trust             verify, anchor, backup
"""

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
