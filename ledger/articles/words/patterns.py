"""Pieces that the patterns of many rules are built from: forms of "to be", adverbs, amounts."""

import re

BE = (
    r"(?:is|are|am|be|been|being|was|were|looks?|looked|seems?|seemed|appears?|appeared"
    r"|remains?|stays?|now|(?:is|are|was|were|ai)n['’]t|['’](?:s|re|m))"
)
ADVERB = (
    r"(?:(?:now|also|still|widely|generally|currently|very|just|simply|merely|more|most|quite"
    r"|almost|all but"
    r"|highly|broadly|not|far from|already|all|both|each|never|only|seemingly|increasingly|less"
    r"|extremely|too|reportedly|well|firmly|even|so)\s+)*"
)
# What follows "have" or "be": "has opened", "was quickly built".
PARTICIPLE = (
    r"(?:\w+ly\s+)?(?:been|[a-z]+ed|[a-z]+en|gone|done|had|made|come|become|begun|lost|won|left"
    r"|said|put|cut|hit|met|kept"
    r"|held|found|caught|brought|thought|built|sent|spent|told|run|let|set|read|shot|shut|got"
    r"|sold|paid|known|grown|felt)\b"
)
# Amounts of time: "another seven months".
NUMBER = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty|thirty"
    r"|a few|several|a couple of|many)"
)
UNIT = r"(?:hours?|days?|weeks?|fortnight|months?|years?|decades?)"
# What follows "will": "will most likely".
HEDGE_AFTER = re.compile(
    r"\s+(?:(?:most|very|quite|almost|more than)\s+)?(?:likely|probably|possibly|certainly)\b"
)
