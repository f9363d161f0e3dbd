"""Tidy the words of a claim: joining words, who said it once more, what is left at the edges."""

import re
from collections.abc import Iterable

from ledger.articles.claims.fronting import turned_back
from ledger.articles.texts.sentences import Span
from ledger.core.affirmative import positive
from ledger.core.lexicons import why_vague

EDGES = " ,;:.–—-\"“”‘’'"
JOINING = re.compile(
    r"^(?:(?:however|though|meanwhile|too),\s+|(?:and|but|or|though|although|while|whereas|yet|so|then"
    r"|which|who|(?-i:that)(?!\s(?:will|would|is|was|could|may|might|should|can|has|won['’]t"
    r"|deadline|target|date|timetable)\b)|whether)\s+|"
    r"(?:adding|noting|warning|saying|insisting|arguing|predicting|added|noted|warned|said|insisted"
    r"|argued|predicted)\s+(?:that\s+)?)+",
    re.IGNORECASE,
)
_OF = re.compile(r"^(?:of|about|against)\s+")  # "warned of a storm"
_LEFT_OVER = re.compile(
    r"\s+(?:so that|and|but|or|to|which|who|though|while|because|as|that|when)$"
)
_PREPOSITION = re.compile(
    r"(?:^|\s)(?:(?:in|for|over|during) (?:each|all|most|any) of"
    r"|(?:(?<!under )way|well|sometime|by|in|at|to|until|within|from))$",
    re.IGNORECASE,
)
_WHOSE = r"(?:he|she|they|it|we|I|who)"
_BELIEF = (
    r"(?:believe|think|expect|hope|fear|predict|reckon|feel|assume|suspect|forecast|anticipate"
    r"|estimate|see|know|guess|imagine|bet)(?:s|ed|d)?|thought|felt|saw|knew|insist(?:s|ed)?"
    r"|(?:is|are|was|were|['’](?:m|re|s)|am)\s+(?:\w+\s+)?(?:confident|sure|certain|convinced"
    r"|hopeful|worried|afraid)"
)
# "he believes X" once more inside what he said; "to do" after it belongs to him and stays.
_AGAIN = re.compile(
    rf"^{_WHOSE}\s*(?:(?:had|now|also|still|would|has|(?P<denied>do(?:es)? not|did not|don['’]t"
    rf"|doesn['’]t|didn['’]t|can['’]t|cannot))\s+)*(?:{_BELIEF})\s+(?:(?:that|how)\s+)?"
    rf"(?!to\s(?!see\s|have\s))(?:to (?:see|have)\s+)?",
    re.IGNORECASE,
)
# What only says how sure somebody is: "I'd be surprised if", "I would not bet against".
_SURE = re.compile(
    rf"^{_WHOSE}(?:(?:\s+would|['’]d)\s+(?:be (?:\w+ )?(?:surprised|astonished|amazed|shocked"
    r"|stunned|astounded) (?:if|to see)|(?:not|never) bet against)|(?:\s+have|['’]ve)?(?:\s+got)?"
    r"\s+(?:no|little|not (?:the slightest|a|any)) doubts?(?: whatsoever| at all)?(?: that)?)\s+",
    re.IGNORECASE,
)
# "There is no reason why we will not win" comes to "we will win"
_NO_REASON = re.compile(
    r"^There(?:['’]s| is| was| seems| can be) no (?:\w+ )?(?:reason|cause) (?:why|that"
    r"|to (?:think|believe|expect|suppose|fear)(?: that)?)\s+"
)
_FAR_FROM = re.compile(
    r"^It (?:is|was|remains?) (?:far from|by no means|not at all|anything but|not) (?:certain|clear"
    r"|sure|guaranteed|given) that\s+"
)
# What is left of "did not believe it and warned that".
_SAID_TOO = re.compile(
    r"^(?:citing|quoting)\s[^,]{3,60},\s(?:that\s)?|"
    r"^(?:(?!(?:will|would|could|may|might|is|are|was|were)\b)[\w'’-]+\s+){1,6}?and (?:also )?"
    r"(?:warned|said|added|predicted|insisted|argued) that\s+"
)
_ASSURED = re.compile(
    r",?\s+(?:no (?:question|problem|doubt about it)|mark my words|trust me"
    r"|it (?:is|was) understood|it (?:has )?emerged|sources say)$"
)
_SEEN = re.compile(r"^to (?:see|have)\s+(?=(?!how|if|whether|what)\S)", re.IGNORECASE)
_FUZZY = re.compile(
    r"\b(?:better|worse|improve|improves|recover|recovers|success|successful|victory|defeat"
    r"|important|difficult|hard|easy"
    r"|easing|ease|strong|weak|good|bad|well|disaster|disastrous|great|work|crush|blow|stable"
    r"|normal|significant|change"
    r"|challenges?|fine|serious|exciting|painful|tough|struggle|suffer|thrive|collapse|pressure"
    r"|progress|future)\b",
    re.IGNORECASE,
)


def kept_words(text: str, span: Span, cuts: Iterable[Span]) -> str:
    """Give the words of a span without what is cut out of it."""
    pieces, at = [], span[0]
    for first, last in sorted(cuts):
        if first < min(last, span[1]) and last > at:
            pieces.append(_PREPOSITION.sub("", text[at : max(at, first)].rstrip()))
            at = last + (len(text[last:]) - len(text[last:].lstrip(" ,")))
    pieces.append(text[at : span[1]])
    return turned_back(" ".join(piece for piece in pieces if piece.strip()), text)


def trimmed(claim: str) -> tuple[str, bool]:
    """Take joining words, and who said it once more, off both ends; say if that denied it."""
    claim = _OF.sub("", JOINING.sub("", re.sub(r"\s+", " ", claim).strip(EDGES)))
    again = _AGAIN.match(claim)
    if again:
        claim = JOINING.sub("", claim[again.end() :])
    claim, unreasoned = _NO_REASON.subn("", _ASSURED.sub("", claim))
    claim = positive(claim) if unreasoned else claim
    claim = _SAID_TOO.sub("", _FAR_FROM.sub("", _SURE.sub("", claim)))
    if claim.count('"') % 2 or claim.count("“") != claim.count("”"):
        claim = re.sub(r"\s*[\"“”]\s*", " ", claim)
    if len(re.findall(r"(?<!\w)['‘]\w", claim)) > len(re.findall(r"\w[.,!]?['’](?!\w)", claim)):
        claim = re.sub(r"^(.*)(?<!\w)['‘](?=\w)", r"\1", claim)
    claim = _LEFT_OVER.sub("", _SEEN.sub("", claim).strip(EDGES)).strip(EDGES)
    if claim.count('"') % 2:
        claim = claim.replace('"', "")
    return claim, bool(unreasoned or (again is not None and again["denied"]))


def worth_resolving(claim: str, *, dated: bool, words: str | None) -> str:
    """Say `resolvable` or `vague`: whether a third person could decide the claim as worded.

    `words` are those of belief, None where a probability is stated: "may" commits to nothing.
    """
    if why_vague(words):
        return "vague"
    if re.search(r"\d", claim) or dated:
        return "resolvable"
    return "vague" if _FUZZY.search(claim) or len(claim.split()) < 3 else "resolvable"
