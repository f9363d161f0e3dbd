"""Find who is quoted after a colon without a verb of saying: 'Crane was less sure: "..."'."""

import re

from ledger.articles.speakers.openings import opening_subject

LEMMA = "introduce"
_INTRODUCED = re.compile(r"(?P<clause>[^:;\"“”]{3,200})(?P<colon>:)\s+(?=[\"“‘'])")


def introduced(text: str) -> tuple[str, int, int] | None:
    """Give the subject of a clause that leads into a quotation by a colon.

    As (subject as written, its start, place of the colon); None where no such clause is.
    """
    match = _INTRODUCED.match(text)
    who = opening_subject(match["clause"]) if match else None
    if match is None or who is None or who not in text:
        return None
    return who, text.index(who), match.start("colon")
