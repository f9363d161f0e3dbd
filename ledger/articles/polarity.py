"""Say whether words deny what they forecast: "will not", "unlikely", "doubts that it will"."""

import re
from collections.abc import Sequence

from ledger.articles.frames import Frame

_NEGATOR = re.compile(
    r"\b(?:not|never|no|nor|neither|nobody|none|nothing|no one|unlikely|hardly|scarcely|little"
    r"|n['’]t)\b|\w+n['’]t\b",
    re.IGNORECASE,
)


_NEGATIVE_AFTER = re.compile(
    r"\s*(?:\w+ly\s+)?(?:not|hardly|scarcely|barely|never|no longer|be no|have no|fail to)\b"
)


_NEGATIVE_BEFORE = re.compile(
    r"(?:^|[,;:\"“‘]\s*|\b(?:that|but|and|said|says|because)\s+)(?:No|no|None|none|Nobody"
    r"|nobody|Nothing|nothing|No one|no one|Neither|neither)\b[^,;:]*$"
    r"|\b[Nn]or\s+$"
    r"|\bno (?!doubts?\b|question\b)[a-z]+(?: [a-z]+){0,2}\s+$"
    r"|\b(?:far from|by no means|not at all|anything but|not) (?:certain|clear|sure|guaranteed"
    r"|given) that\b[^,;:]*$"
    r"|\b(?:nobody|nothing|no one|none)\b(?:\s+(?:of|in|else"
    r"|here|there|at)\b)?[^,;:]{0,20}$"
)


_DOUBLE = re.compile(
    r"\s*(?:not|n['’]t)\s+(?:\w+\s+)?(?:be (?:excluded|ruled out|discounted|dismissed)\b"
    r"|bet against\b)"
)


# Words that deny or affirm by themselves, whatever stands around them.
_DENYING = re.compile(
    r"\b(?:bet|count|bank) on|n['’]t expect|not expect|hold your breath|look for|doubt for"
    r"|[Nn]o way|see how|see any|see a way|[Tt]here(?:['’]s| is| was) no\b|\bfar from\b"
    r"|\bout of the question\b|\bdoubtful\b|\banything but\b|\ba prayer\b|\bdead in the water\b"
    r"|\blost cause\b|\bpipe dream\b|\b(?:distant|remote|faint) (?:prospect|possibility|hope|dream)"
    r"|\b(?:fading|receding|slim|remote|nil|negligible|minimal|vanishingly|(?<!bet )against)$"
)
# "put the chances of a deal at next to nothing"; a low chance is one still.
_LOW_CHANCE = re.compile(
    r"\s+[\"“‘']?(?:(?:somewhere|anywhere) between |next to |close to |almost |virtually )?"
    r"(?:nil|nothing|zero|none|negligible|slim to none|no more than zero)\b"
)
_EXCLUDED = re.compile(
    r"be (?:excluded|ruled|discounted|dismissed|written)"
    r"|(?:rule out|bet against|discount|put it past)$"
)
_SURPRISED = re.compile(r"surprised|astonished|amazed|shocked|stunned|astounded")
_HARDLY = re.compile(
    r"\b(?:improbable|hopeless|impossible|inconceivable|unthinkable|remote)$|\bshot$"
)
_CHANCES = re.compile(
    r"\b(?:chances?|prospects?|likelihood|possibility|probability|hopes?|signs?)\b"
)


def is_negative(text: str, match: re.Match[str]) -> bool:
    """Say whether a cue is negated: will not, won't, unlikely, "no permit was expected"."""
    words, after, before = match.group(), text[match.end() :], text[: match.start()]
    if words.startswith(",") or _LOW_CHANCE.match(after):  # "Ten seats next May, no question"
        return not words.startswith(",")
    settled = _settled(words, before, after)
    if settled is not None:
        return settled
    own = bool(_NEGATOR.search(words)) != bool(_NEGATIVE_AFTER.match(after))
    return (
        own
        or bool(_NEGATIVE_BEFORE.search(before))
        or bool(re.search(r"\b(?:not|n['’]t)\s*$", before))
    )


def _settled(words: str, before: str, after: str) -> bool | None:
    """Say whether words deny by their meaning alone; None where negators decide."""
    if _SURPRISED.search(words):
        denied = re.search(r"\bnot\b|n['’]t\b", words)  # "I would not be surprised if"
        return not (denied or re.match(r"[^,;.]{0,30}\b(?:not|\w+n['’]t)\b", after))
    if _DENYING.search(words):
        return True
    if re.search(r"\b(?:away|off)$|\bfrom\s", words):
        far = re.search(r"\b(?:at least|more than|still|many)\b[^,;]*$", before + words)
        return bool(far or re.match(r"(?:is|are|remains?)\s(?:years|decades)\b", words))
    if _CHANCES.search(words):
        return bool(re.match(r"(?:little|no|slim|scant|low|remote|zero)\b", words))
    if _HARDLY.search(words):
        return not re.search(r"\b(?:not|n['’]t)\b", words)
    return False if _DOUBLE.match(after) or _EXCLUDED.search(words) else None


_NOT_BEFORE_VERB = re.compile(
    r"\b(?:not|never|no longer|n['’]t|don['’]t|doesn['’]t|didn['’]t|can['’]t|cannot|can not"
    r"|won['’]t)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)


def verb_denied(text: str, start: int) -> bool:
    """Say whether the verb at `start` is negated: "do not expect", "can't see"."""
    return bool(_NOT_BEFORE_VERB.search(text[:start]))


NOBODY = re.compile(
    r"[\"“‘']?(?:few|nobody|no one|none|neither|hardly any(?:one|body)?|no [a-z]+)\b", re.IGNORECASE
)


_NEW_VERB = re.compile(
    r"[;.]|, (?:but|and|though)\b|\band (?:\w+ly )?[a-z]+(?:ed|s) (?:that|it|the)\b"
)


def denied_by(text: str, frames: Sequence[Frame], start: int) -> bool:
    """Say whether a verb before `start` denies it: "doubts that it will", "don't think it will"."""
    for frame in frames:
        between = text[frame.end : start]
        if frame.inverted or frame.end > start or _NEW_VERB.search(between):
            continue
        denied = frame.group in {"think", "predict"} and _NOT_BEFORE_VERB.search(
            text[: frame.start]
        )
        nobody = (
            frame.group in {"think", "predict"}
            and NOBODY.match(frame.who)
            and not _NEGATIVE_BEFORE.search(text[:start])
        )
        if frame.lemma == "doubt" or denied or nobody:
            return True
    return False
