"""Words of a claim that leave it open whether it says what will happen or what will not.

The question that a forecast asks is positive: "Russia will not attack" is asked about, as are
"rain is unlikely" and "I doubt that it rains". Words of names and of set phrases deny nothing:
a no-confidence vote, No. 1, Dr. No, "not only".
"""

import re

from ledger.core.folding import lower

# All words that deny outright are found by their last letters, from an "n" on: quick, for there
# are many claims.
_DENIAL = re.compile(r"n(?:o(?:t|ne|body|thing|r|where)?|['’]t|ever|either)\b")
_WHOLE = re.compile(r"(?:(?<!\w)(?:can)?n[a-z]+|\w+n['’]t)\Z")

LIMIT_OR_STRESS = (
    r"(?:no|not) (?:less|fewer|later|more|earlier|sooner)(?: \w+)? than\b"
    r"|not (?:only|just|merely)\b"
)
"""Pattern of "no later than" and "not only", which deny nothing."""

# What denies nothing, though it begins with such a word.
_IDLE = re.compile(
    rf"{LIMIT_OR_STRESS}|none other than\b|no matter (?:how|wh\w+)\b|(?<=in )no time\b"
    r"|no\. ?[0-9]|nor['’]easter"
    r"|(?!no-one\b)[a-z]+-\w"  # a no-confidence vote
)
_OR_NOT = re.compile(r"(?:\w-|\b(?:or|if|as) )\Z")
_NUMBERED = re.compile(r"\s+[0-9]+\b")
_SENTENCE_BEGINS = re.compile(
    r"(?:^|[.!?:;…\"“”‘«(—–]\s*|\s['-]\s*)\Z"  # a title such as "Dr." ends no sentence
)
_TITLED = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|St|Sir|Lord)\.?\s+\Z")
_AUXILIARY = re.compile(
    r"\b(?:will|would|shall|should|can|could|may|might|must|do|does|did|is|are|was|were|be|been"
    r"|has|have|had)\s+\Z",
    re.IGNORECASE,
)

_OF = r"(?:chances?|prospects?|likelihood|hopes?)"
_SLIM = r"(?:little|slim|scant|slender|faint|remote|small|low|poor|zero|nil|negligible|minimal)"
_DISBELIEF = re.compile(
    r"(?<!more )\b(?:unlikely|improbable|implausible|inconceivable|unthinkable|unimaginable"
    r"|impossible|doubtful)\b"
    r"|\bless likely than not\b"
    r"|\bdoubt(?:s|ed)?(?= (?:that|if|whether|it|there|very)\b)"
    r"|(?<=\bi )doubt\b|(?<=\bwe )doubt\b|(?<=\bthey )doubt\b|(?<=\bhe )doubts\b"
    r"|(?<=\banalysts )doubt\b|(?<=\bexperts )doubt\b|(?<=\bobservers )doubt\b"
    r"|\bout of the question\b|\bwont\b"
    r"|\b(?:will|would|can|could|is|are) hardly\b"
    rf"|\b{_SLIM} (?:\w+ )?{_OF}\b"
    rf"|\b{_OF} (?:of|that|for)\b.* (?:is|are|looks?|seems?|remains?) (?:\w+ly |very )?{_SLIM}\b"
)
# "An unlikely alliance" is one; that an alliance is unlikely is a denial.
_OF_A_NOUN = re.compile(
    r"\b(?:an?|the|this|these|those|his|her|its|their|our|my|some|any|such|most)"
    r"(?: (?:\w+ly|very|most|rather|quite))? \Z"
)
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|«[^»]*»|‘[^’]*’")


def denial(text: str) -> str | None:
    """Return the first words of a claim that deny it: "never", "won't", "unlikely", or None."""
    lowered = lower(text)
    for found in _DENIAL.finditer(lowered):
        whole = _WHOLE.search(lowered, 0, found.end())
        if whole and not _idle(text, lowered, whole.start(), whole.end()):
            return text[whole.start() : whole.end()]
    return _disbelief(text, lowered) if _perhaps(lowered) else None


def unquoted_denial(text: str) -> str | None:
    """Return the first words that deny a claim outside its quotation marks, or None.

    Who has said which side is forecast can quote what belongs to a name: "Never Again".
    """
    return denial(_QUOTED.sub("_", text)) if denial(text) else None


def outright(found: str) -> bool:
    """Say whether words that `denial` returned deny outright: "won't", and not "unlikely"."""
    return _DENIAL.search(lower(found)) is not None


def _idle(text: str, lowered: str, start: int, end: int) -> bool:
    """Say whether a word denies nothing: of a compound, a number, a set phrase or a name."""
    if _IDLE.match(lowered, start) or _OR_NOT.search(lowered, 0, start):
        return True
    return text[start].isupper() and text[start + 1 : end].islower() and _named(text, start, end)


def _named(text: str, start: int, end: int) -> bool:
    """Say whether a capital within a sentence makes a word that of a name: "Dr. No"."""
    ahead = text[:start]
    if _TITLED.search(ahead):
        return True
    if _SENTENCE_BEGINS.search(ahead) or _AUXILIARY.search(ahead):
        return False
    if text[start:end] == "No" and _NUMBERED.match(text, end):
        return True
    others = re.findall(r"[^\W\d_]{4,}", text[:start] + text[end:])
    return not all(word[0].isupper() for word in others)  # a headline has capitals throughout


def _perhaps(lowered: str) -> bool:
    """Say whether words of disbelief can be in a text: each of them holds one of these."""
    return (
        "ble" in lowered or "likel" in lowered or "doubt" in lowered or "question" in lowered
        or "chance" in lowered or "hardly" in lowered or "hope" in lowered or "wont" in lowered
        or "prospect" in lowered
    )  # fmt: skip


def _disbelief(text: str, lowered: str) -> str | None:
    """Return the first words that say that something is not expected: "unlikely", "I doubt"."""
    for found in _DISBELIEF.finditer(lowered):
        start, end = found.span()
        of_noun = _OF_A_NOUN.search(lowered, 0, start) and " " not in found[0].strip()
        name = start and text[start].isupper() and _named(text, start, end)
        if not of_noun and not name:
            return text[start:end].strip()
    return None
