"""Word the claim: the proposition without who said it and without its deadline."""

import re

from ledger.articles.frames import Frame
from ledger.articles.sentences import Span
from ledger.articles.timing import Deadline

_EDGES = " ,;:.–—-\"“”‘’'"
_LEAD = re.compile(r"^(?:that|and|but|though|although|while|whereas|yet|so|then)\s+", re.IGNORECASE)
_FUZZY = re.compile(
    r"\b(?:better|worse|improve|improves|recover|recovers|success|successful|victory|defeat"
    r"|important|difficult|hard|easy"
    r"|easing|ease|strong|weak|good|bad|well|disaster|disastrous|great|work|crush|blow|stable"
    r"|normal|significant|change"
    r"|challenges?|fine|serious|exciting|painful|tough|struggle|suffer|thrive|collapse|pressure"
    r"|progress|future)\b",
    re.IGNORECASE,
)


def tidy_claim(text: str, segment: Span, frame: Frame | None, deadline: Deadline | None) -> str:
    """Cut attribution and deadline out of a stretch of a sentence."""
    start, end = segment
    if frame is not None and not frame.inverted and start <= frame.start < end:
        ahead = text[: frame.who_start].rstrip()
        if ahead[-1:] in {",", '"', "”"} and frame.who_start > start + 12:
            end = len(ahead)
        elif frame.group in {"say", "think"}:
            start = frame.end
    elif frame is not None and frame.inverted and start < frame.start < end:
        end = frame.start
    claim = text[start:end]
    if deadline is not None and start <= deadline.span[0] < end:
        claim = (
            text[start : deadline.span[0]].rstrip()
            + " "
            + text[deadline.span[1] : end].lstrip(" ,")
        )
    claim = _LEAD.sub("", re.sub(r"\s+", " ", claim).strip(_EDGES))
    return claim[:1].upper() + claim[1:]


def worth_resolving(claim: str, dated: bool) -> str:
    """Say `resolvable` or `vague`: whether a third person could decide the claim as worded."""
    if re.search(r"\d", claim) or dated:
        return "resolvable"
    return "vague" if _FUZZY.search(claim) or len(claim.split()) < 3 else "resolvable"
