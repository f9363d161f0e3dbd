"""Shorten a claim: what only tells more about its words is left out of it."""

import re

from ledger.articles.speakers.openings import first_noun
from ledger.articles.speakers.subjects import FINITE

_VERB = (
    r"(?:will|would|could|may|might|should|can|is|are|was|were|has|have|had|looks?|seems?|does|did"
    r"|won['’]t|[\w]+n['’]t|['’]ll)\b"
)
# "Norvik, which lost a ship, will sail": the clause between the commas tells of something else.
_MEANWHILE = re.compile(
    rf",\s(?:which|who|whose|where|including|among them|excluding|along with|as well as)\s[^,;]*"
    rf"(?:,\s[^,;]{{1,60}})??,\s(?={_VERB})"
)
_BY_THE_WAY = re.compile(
    r",\s(?:meanwhile|however|though|too|as well|in turn|for (?:its|their|his|her) part|of course"
    r"|he|she|it|they) ?(?:says?|said|adds?|added|thinks?)?,\s"
)
_DASHED = re.compile(rf"\s[–—-]\s[^–—]{{3,90}}?\s[–—-]\s(?={_VERB})")
# ", asking residents to stay indoors", ", as has occurred elsewhere", ", which it has held since"
_TAIL = re.compile(
    r"(?:,\s(?:asking|adding|saying|noting|citing|referring|pointing|urging|telling|calling"
    r"|describing|warning|insisting|arguing|according to"
    r"|as (?:has|have|had|was|were|did|happened|occurred|seen"
    r"|planned|scheduled|expected|promised)|compared with|up from|down from"
    r"|(?:which|who)\s(?=[^,]*$))[^;]*"
    r"|\s(?:according to|in the view of)\s[^;]*|,?\s[–—]\s[^–—]*(?:[–—]\s*)?)$"
)
# ", Redland's old capital", ", the highest since 1990": an apposition at the end
_APPOSED = re.compile(
    r",\s(?:the|an?|its|their|his|her|[A-Z]\w+(?:\s[A-Z]\w+){0,2}['’]s?)\s[^,;]*$"
)
_FUTURE = r"(?:will|would|could|may|might|should|can|won['’]t)\b"
_AND_THEN = re.compile(rf"\sand\s(?={_VERB})")


def shorten(claim: str, sign: str) -> str:
    """Leave asides out of a claim, but never the word that makes it a forecast."""
    found = re.search(rf"(?<!\w){re.escape(sign)}(?!\w)", claim) if sign else None
    keep = found.start() if found else -1
    for pattern, instead in ((_MEANWHILE, " "), (_BY_THE_WAY, " "), (_DASHED, " "), (_TAIL, "")):
        aside = pattern.search(claim)
        if aside is None or aside.start() <= keep < aside.end():
            continue
        claim = claim[: aside.start()] + instead + claim[aside.end() :]
        keep -= len(aside.group()) - len(instead) if keep >= aside.end() else 0
    apposed = _APPOSED.search(claim)
    if apposed and _tells_more(claim, apposed, keep):
        claim = claim[: apposed.start()]
    return _one_predicate(claim, keep)


def _tells_more(claim: str, apposed: re.Match[str], keep: int) -> bool:
    """Say whether ", the ..." at the end is no item of a list and no clause of its own."""
    ahead = claim[: apposed.start()]
    own = FINITE.search(apposed.group()) or keep >= apposed.start() or "," in ahead
    return not own and re.search(r"\b(?:and|or)\b", apposed.group()) is None


def _one_predicate(claim: str, keep: int) -> str:
    """Leave out what was done before "and is expected to": "The siege began in May and will"."""
    joint = next((m for m in _AND_THEN.finditer(claim) if m.end() <= keep <= m.end() + 12), None)
    noun = first_noun(claim[: joint.start()]) if joint else None
    if joint is None or noun is None or not claim.startswith(noun):
        return claim
    between = claim[len(noun) : joint.start()]
    said = re.search(r"[,;]|\bthat\b", between) or re.match(rf"\s{_FUTURE}", between)
    return claim if said else f"{noun} {claim[joint.end() :]}"
