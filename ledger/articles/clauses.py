"""Cut a sentence where one forecast ends and the next begins; find its condition."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ledger.articles.cues import Cue
from ledger.articles.sentences import Span

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
_LEADING = re.compile(
    r"^[\"“‘']?(?:(?:And|But|So|Yet|Only)\s+)?"
    r"(?P<word>If|Unless|Once|When|Should|Assuming|Provided(?: that)?|As long as|Without|Barring"
    r"|Failing|Absent|Providing(?: that)?|So long as|On condition that|Only if"
    r"|In the event of|In case of|Were(?=\s[^,;?]{3,60}?\sto\s[a-z])|if|unless|once)"
    r"\s+(?P<text>[^;:]+?)(?:,\s|(?=\s+(?:we|they|it|he|she|there)(?:['’](?:ll|re|d)| will| would"
    r"| are| could)\b))"
)
# "Only if the euro falls will rates rise": the verb before its subject ends the condition.
_ONLY_IF = re.compile(
    r"^[\"“‘']?Only (?P<word>if|when|once|after)\s(?P<text>[^,;:]+?)"
    r"(?=,?\s(?:will|would|can|could|may|might|shall|should)\s)"
)
# "Even if the euro falls, ...": it holds in any case, so that is no condition.
_EVEN_IF = re.compile(
    r",?(?<!\bbreak)(?<!\bbreaks)(?<!\bbroke)(?<!\bbreaking)(?:^[\"“‘']?|\s)"
    r"[Ee]ven (?:if|when|should)\s[^,;.\"”]+"
)
_TRAILING = re.compile(
    # the words of a whole: "Christmas unless" is no "as unless"
    r"(?<!\bas )(?:(?<!\beven )|(?<=\bbreak even ))(?<!\bwhat )(?<!\bsee )(?<!\bknow )"
    r"(?<!\bask )(?<!\basked )(?<!\bwonder )"
    r"\b(?P<word>(?:except |only )?if|unless|(?:provided|providing)(?: that)?|as long as|so long as"
    r"|assuming(?: that)?|on (?:the )?condition that|in (?:the event|case) of"
    r"|(?:barring|failing|absent)(?= (?:an?|any|the|some|further|another|new)\b)"
    r"|should(?= (?:(?:the|a|an|he|she|it|they|[A-Z]\w*)\b(?! be\b)|(?!always\b|perhaps\b|thus\b"
    r"|sometimes\b|this\b|its\b|focus\b|\w+ss\b)[a-z]{3,}s (?!and\b|or\b)[a-z]+(?<!s)(?<!ed)\b)))"
    r"\s+(?P<text>[^,;.\"”]+)"
)
_ABSENCE = frozenset({"unless", "except if", "without", "barring", "failing", "absent"})
# "Retaking it would": what is done; "Fighting will end", "Spending on roads will": a noun
_GERUND = re.compile(
    r"^(?P<text>[A-Z][a-z]{2,}ing\s(?!(?:in|on|of|for|between|at|across|near|along|with|around|over)\b)[^,;.]*?)\s+(?:would|will|could|might)\b"
)
_FILLER = re.compile(
    r"(?:you (?:like|want|will|wish|must|prefer|please|ask me)|anything|not|so|necessary|possible"
    r"|needed|only|any|ever|at all|it takes)\b\W*$|you ask me\b"
)
_SCENARIO = re.compile(
    r"^[\"“‘']?(?P<text>(?:Even )?(?:[Uu]nder|[Ii]n|[Oo]n) (?:an?|the|its|their|his|her|this|that"
    r"|our|my|every|any)(?:\s[\w'’-]+){0,5}?\s(?:scenario|scenarios|case|assumptions?|path|pathway"
    r"|circumstances)"
    r"|(?:[Oo]n|[Aa]t) (?:this|these|those|current|present) (?:numbers|figures|trends?|rates?"
    r"|pace|form"
    r"|showing|polling|trajectory|prices|plans)(?: of [\w-]+)?)\b"
)
_SURPRISE = re.compile(r"(?:surprised|astonished|amazed|shocked|stunned|astounded)\s+$")


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold for the forecast to count, at [start, end) of the sentence.

    The text is empty for "even if the euro falls", on which nothing depends.
    """

    start: int
    end: int
    text: str


def find_condition(text: str) -> Condition | None:
    """Give the condition of a sentence ("unless X" is given as "not: X"); None without one."""
    only = _ONLY_IF.match(text)
    if only:
        return Condition(0, only.end(), only["text"])
    even = _EVEN_IF.search(text)
    if even:
        return Condition(*even.span(), "")
    leading = _LEADING.search(text)
    if leading and not _is_time(leading):
        return Condition(leading.start("word"), leading.end("text"), _worded(leading))
    for match in _TRAILING.finditer(text):
        if not (_SURPRISE.search(text[: match.start()]) or _FILLER.match(match["text"])):
            return Condition(match.start(), match.end(), _worded(match))
    scenario = _SCENARIO.match(text)
    if scenario:
        return Condition(scenario.start("text"), scenario.end(), scenario["text"])
    gerund = _GERUND.match(text)
    return Condition(0, gerund.end("text"), gerund["text"]) if gerund else None


def _is_time(match: re.Match[str]) -> bool:
    past = re.search(
        r"\b(?:was|were|had|did|[a-z]{3,}ed|came|went|took|began|fell|rose)\b", match["text"]
    )
    return match["word"].lower() in {"when", "once"} and bool(past)


def _worded(match: re.Match[str]) -> str:
    text = match["text"].strip()
    return f"not: {text}" if match["word"].lower() in _ABSENCE else text


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
