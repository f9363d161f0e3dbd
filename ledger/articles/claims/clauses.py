"""Cut a sentence where one forecast ends and the next begins, and a claim into its parts."""

import itertools
import re
from collections.abc import Sequence

from ledger.articles.signs.conditions import Condition
from ledger.articles.signs.cues import Cue
from ledger.articles.texts.sentences import Span

BOUNDARY = re.compile(
    r";\s+|,\s+(?:but|though|although|while|whereas|and|yet|with)\s+|\s+(?:but|although|whereas)\s+"
    r"|\s+and\s+(?=that\b|would\b|will\b|could\b|may\b|might\b|should\b|is\b|are\b|expects?\b"
    r"|predicts?\b"
    r"|forecasts?\b|(?:(?:also|then)\s)?(?:warn|predict|insist|pledg|vow|promis|argu|forecast|add"
    r"|claim|expect|estimat|reckon)ed\b(?=\s(?:to|that|the|an?|it|he|she|they|there|no|its|his|her"
    r"|their|[a-z]+s)\b)|warned\b|predicted\b|said\b)|,\s+(?=(?:adding|noting|warning|predicting|saying"
    r"|insisting|arguing|suggesting|forecasting|estimating)\s)|,\s+(?=who\s+(?:\w+ly\s+"
    r"|also\s+)?(?:says?|said|expects?|thinks"
    r"|believes?|predicts?|predicted|warns|warned|reckons|added|adds|forecasts?|sees)\s)"
    # "would not rise and insisted that it would": who says it once more opens a clause
    r"|\s+and\s+(?=(?:also |then |now )?(?:insist|pledge|promise|vow|swear|argue|maintain|add|claim"
    r"|estimate|project|suggest|note|stress|declare|guarantee)(?:d|ed|s)?\s+that\b)"
    # "fade by June, so that a rise cannot be ruled out", "and does not think", "while rents will"
    r"|,?\s+so that\s+(?=[^,;]*\b(?:will|would|could|cannot|may|might)\b)"
    r"|\s+while\s+(?=[^,;.]{2,60}?\s(?:will|would|could|may|might|should)\b)"
    r"|\s+and\s+(?=(?:does|do|did)(?:n['’]t| not) (?:think|expect|believe|see)\b|(?:doubts?|thinks?"
    r"|believes?|reckons?|sees)\b)"
    # a second chance: "gives A a 40% chance and B a 35% chance", "and of B at 20%"
    r"|,?\s+and\s+(?=(?:of\s)?[^,;.]{1,60}?\s(?:an?|at|only|just)\s(?:\w+\s)?\d+(?:\.\d+)?\s?(?:%"
    r"|per ?cent))"
    # '"A will last," said X, "and B will not"'
    r"|,[\"”]\s[^\"“]{3,60}[,.]\s+[\"“](?:and|but)\s+|[.!?][\"”’']?\s+|:\s+"
)


def segments(text: str, cues: Sequence[Cue], condition: Condition | None) -> list[Span]:
    """Cut a sentence into stretches that each hold at least one cue and together cover it."""
    cuts = [0, *(m.end() for m in BOUNDARY.finditer(text)), len(text)]
    pieces = [(a, b) for a, b in itertools.pairwise(cuts) if a < b]
    joined: list[Span] = []
    for piece in pieces:
        if joined and not all(_holds(p, cues, condition) for p in (piece, joined[-1])):
            joined[-1] = (joined[-1][0], piece[1])
        else:
            joined.append(piece)
    return joined


def _holds(piece: Span, cues: Sequence[Cue], condition: Condition | None) -> bool:
    return any(piece[0] <= c.start < piece[1] and not _inside(c, condition) for c in cues)


def _inside(cue: Cue, condition: Condition | None) -> bool:
    return condition is not None and condition.start <= cue.start < condition.end


def outside(cues: Sequence[Cue], condition: Condition | None) -> list[Cue]:
    """Give the cues that are not part of the condition."""
    return [c for c in cues if not _inside(c, condition)]


_BOTH = re.compile(
    r"\bboth\s+(?P<a>[^,;]{2,60}?)\s+and\s+(?P<b>[^,;]{2,60}?)(?=\s+(?:by|within|in|before|over"
    r"|during|next|this|will|would|could)\b|[,.;–—]|\s*$)"
)


def compound_parts(claim: str) -> tuple[str, ...]:
    """Give the parts of a claim about "both A and B": the claim once with A and once with B."""
    match = _BOTH.search(claim)
    if match is None:
        return ()
    left, right = claim[: match.start()], claim[match.end() :]
    return tuple(f"{left}{match[name]}{right}".strip() for name in ("a", "b"))
