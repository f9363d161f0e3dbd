"""Find the condition of a forecast: "unless it rains", "should the deal fail", "on this trend"."""

import re
from dataclasses import dataclass

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
