"""Say whether words deny what they forecast: "will not", "unlikely", "doubts that it will"."""

import re
from collections.abc import Sequence

from ledger.articles.frames import Frame

_NEGATOR = re.compile(
    r"\b(?:not|never|no|nor|neither|nobody|none|nothing|no one|unlikely|hardly|scarcely|little"
    r"|n['’]t)\b|\w+n['’]t\b",
    re.IGNORECASE,
)


_NEGATIVE_AFTER = re.compile(r"\s*(?:\w+ly\s+)?(?:not|never|no longer|be no|have no|fail to)\b")


_NEGATIVE_BEFORE = re.compile(
    r"(?:^|[,;:\"“‘]\s*|\b(?:that|but|and|said|says|because)\s+)(?:No|no|None|none|Nobody"
    r"|nobody|Nothing|nothing|No one|no one|Neither|neither)\b[^,;:]*$"
    r"|\bno [a-z]+(?: [a-z]+){0,2}\s+$|\b(?:nobody|nothing|no one|none)\b(?:\s+(?:of|in|else"
    r"|here|there|at)\b)?[^,;:]{0,20}$"
)


def is_negative(text: str, match: re.Match[str]) -> bool:
    """Say whether a cue is negated: will not, won't, unlikely, "no permit was expected"."""
    words, after, before = match.group(), text[match.end() :], text[: match.start()]
    if re.search(r"surprised|astonished|amazed|shocked|stunned|astounded", words):
        return not re.match(r"[^,;.]{0,30}\b(?:not|\w+n['’]t)\b", after)
    if "see how" in words or "see any" in words or "see a way" in words or "there" in words.lower():
        return True
    if re.search(r"\b(?:away|off)$", words):
        return bool(re.search(r"\b(?:at least|more than|still|many)\b[^,;]*$", before))
    if re.search(r"\b(?:far from|out of the question|doubtful)\b", words):
        return True
    if re.search(
        r"\b(?:chances?|prospects?|likelihood|possibility|probability|hopes?|signs?)\b", words
    ):
        return bool(re.match(r"(?:little|no|slim|scant|low|remote|zero)\b", words))
    own = bool(_NEGATOR.search(words)) != bool(_NEGATIVE_AFTER.match(after))
    return (
        own
        or bool(_NEGATIVE_BEFORE.search(before))
        or bool(re.search(r"\b(?:not|n['’]t)\s*$", before))
    )


_NOT_BEFORE_VERB = re.compile(
    r"\b(?:not|never|no longer|n['’]t|don['’]t|doesn['’]t|didn['’]t|can['’]t|cannot|can not"
    r"|won['’]t)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)


def verb_denied(text: str, start: int) -> bool:
    """Say whether the verb at `start` is negated: "do not expect", "can't see"."""
    return bool(_NOT_BEFORE_VERB.search(text[:start]))


def denied_by(text: str, frames: Sequence[Frame], start: int) -> bool:
    """Say whether a verb before `start` denies it: "doubts that it will", "don't think it will"."""
    for frame in frames:
        between = text[frame.end : start]
        if (
            frame.inverted
            or frame.end > start
            or re.search(r"[;.]|, (?:but|and|though)\b", between)
        ):
            continue
        denied = frame.group in {"think", "predict"} and _NOT_BEFORE_VERB.search(
            text[: frame.start]
        )
        if frame.lemma == "doubt" or denied:
            return True
    return False
