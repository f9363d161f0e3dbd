"""Words that no published table covers, and what is done with them: always labelled inferred.

Attitude verbs (expects, believes, is set to) are read as .75 [.50-.95], bare "will" as .95
[.90-1]. May, might, could and possible are never right or wrong: readers' numbers for them run
from .05 to .70. A hope, a wish or a plan is not a forecast.
"""

import re

from ledger.core.lexicons.model import Band, Lexicon

ATTITUDE = Band(0.5, 0.75, 0.95, inferred=True, source="inferred: attitude verb")
WILL = Band(0.9, 0.95, 1.0, inferred=True, source="inferred: bare will")

ATTITUDE_WORD = re.compile(
    r"(?:anticipat|believ|estimat|suppos)(?:e|es|ed|ing)"
    r"|(?:expect|forecast|predict|project|reckon)(?:s|ed|ing)?"
    r"|foresee(?:s|n|ing)?|think(?:s|ing)?|thought|set"
)
DOUBT_WORD = re.compile(r"doubt(?:s|ed|ing|ful)?")
"""Attitudes towards the opposite: doubts X is believes not-X."""
WILL_WORDS = frozenset(["going", "shall", "will", "would"])
VAGUE_WORD = re.compile(r"could|may|maybe|might|perhaps|(?:possib|conceivab)(?:le|ly)")
VAGUE_UNLESS_LISTED = re.compile(r"possibilit(?:y|ies)")
"""A realistic possibility is a term of some scales; any other possibility is vague."""
NOT_FORECAST_WORD = re.compile(
    r"hop(?:e|es|ed|ing|eful|efully)|plan(?:s|ned|ning)?|want(?:s|ed|ing)?|wish(?:es|ed|ing)?"
)

INFERRED_ONLY = Lexicon(
    name="inferred-only",
    title="Attitude verbs and bare will only; every reading is this program's inference",
    version="1",
    kind="inferred",
    licence="Apache-2.0",
    terms={},
    note="no published table covers these words",
)
