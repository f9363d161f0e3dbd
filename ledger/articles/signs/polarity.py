"""Say whether words deny what they forecast: "will not", "unlikely", "doubts that it will"."""

import re
from collections.abc import Sequence

from ledger.articles.speakers.frames import Frame

_NEGATOR = re.compile(
    r"\b(?:not|never|no|nor|neither|nobody|none|nothing|no one|unlikely|hardly|scarcely|little"
    r"|n['’]t)\b|\w+n['’]t\b",
    re.IGNORECASE,
)


# "not only fall but" affirms, and so does a limit: "be no higher than 2%".
_NEGATIVE_AFTER = re.compile(
    r"\s*(?:\w+ly\s+)?(?:not(?! (?:only|just|merely|simply)\b)|hardly|scarcely|barely|never"
    r"|no longer|(?:be|have) no(?! (?:\w+er|more|less|worse) than\b)|fail to)\b"
)


_NEGATIVE_BEFORE = re.compile(
    r"(?:^|[,;:\"“‘]\s*|\b(?:that|but|and|said|says|because)\s+)(?:No|no|None|none|Nobody"
    r"|nobody|Nothing|nothing|No one|no one|Neither|neither)\b[^,;:]*$"
    r"|\b[Nn]or\s+$"
    r"|^[\"“‘']?(?:Not (?:until|till|before)\b[^,;:]*|Never|At no (?:time|point))\s$"
    r"|\bno (?!doubts?\b|question\b)[a-z]+(?: [a-z]+){0,2}\s+$"
    r"|\b(?:far from|by no means|not at all|anything but|not) (?:certain|clear|sure|guaranteed"
    r"|given) that\b[^,;:]*$"
    r"|\b(?:nobody|nothing|no one|none)\b(?:\s+(?:of|in|else"
    r"|here|there|at)\b)?[^,;:]{0,20}$"
)


# Where a clause of its own begins: "no decision was made and that it will open".
_NEW_CLAUSE = re.compile(
    r"(?<!\ball )(?<!thing )(?<!\bnone )\bbut\s+"
    r"(?=(?:the|an?|it|he|she|they|we|there|its|his|her|their|our)\b)"
    r"|\b(?:and|but)\s+(?:(?:\w+\s+)?(?:[a-z]+(?:ed|s)|said)\s+)?that\s+(?!(?:no|nothing)\b)"
)
# "There is no reason why we will not win": one denial takes the other away.
_NO_REASON = re.compile(
    r"\bno (?:\w+ )?(?:reason|cause|excuse) (?:why|that|(?:for \w+ )?to (?:think|believe|expect"
    r"|suppose|fear)(?: that)?)\b[^,;:]*$"
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
    words, after, before = match.group(), text[match.end() :], _own_clause(text, match.start())
    if words.startswith(",") or _LOW_CHANCE.match(after):  # "Ten seats next May, no question"
        return not words.startswith(",")
    settled = _settled(words, before, after)
    if settled is not None:
        return settled
    own = bool(_NEGATOR.search(words)) != bool(_NEGATIVE_AFTER.match(after))
    if _NO_REASON.search(before):
        return not own
    return (
        own
        or bool(_NEGATIVE_BEFORE.search(before))
        or bool(re.search(r"\b(?:not|n['’]t)\s*$", before))
    )


def _own_clause(text: str, start: int) -> str:
    """Give what stands before `start` in its clause: "nothing was settled but that X" gives X."""
    return text[max((m.end() for m in _NEW_CLAUSE.finditer(text, 0, start)), default=0) : start]


_REPORTED = re.compile(
    # "predicted on Tuesday that", "predicts there will"; no relative clause before the verb
    r"\s+(?:(?:(?!that\b)[\w'’.]+\s+){0,6}?that\s+)?"
    r"(?P<subject>(?:(?!(?:that|which|who|whose|if|when|unless|because|as|than|to)\b)"
    r"[^\s;:.,]+,?\s+){1,12}?)"
    r"(?P<verb>(?:will|would|could|may|might|can|is|are|shall)\b|(?:wo|would|could|ca|is|are)n['’]t\b"
    r"|cannot\b)"
)
_NONE_OF_IT = re.compile(
    r"(?:(?:by|in|before|within|until|after|during|next|this)\s(?:[\w-]+\s){1,3}?)?"
    r"(?:no(?! doubt\b| (?:fewer|less|more) than\b)|nobody|none|nothing|neither|not (?:an?|one))\b",
    re.IGNORECASE,
)
# Somebody "expects there to be no deal", "prices not to fall", or sees "a 70% chance of no deal".
_WITHOUT_VERB = re.compile(
    r"\s+(?:[\w'’]+\s+){0,6}?(?:(?:not|never)\s+to|to\s+(?:not|never|(?:be|have)\s+no"
    r"(?! (?:\w+er|more|less|worse) than\b)))\b|\s+\w+\s+(?:of|for)\s+(?:no|nobody|nothing)\b"
    r"(?! (?:fewer|less|more) than\b)"
)


def clause_denied(text: str, start: int) -> bool:
    """Say whether the clause that words ending at `start` report denies: "that X will not"."""
    clause = _REPORTED.match(text, start)
    if _WITHOUT_VERB.match(text, start) and (clause is None or " to " in clause["subject"]):
        return True
    if clause is None:
        return False
    verb = clause["verb"].endswith(("n't", "n’t", "cannot"))
    later = _NEGATIVE_AFTER.match(text, clause.end("verb"))
    return (verb or bool(later)) != bool(_NONE_OF_IT.match(clause["subject"]))


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
