"""Weigh the verbs of saying as signs of a forecast: expects, predicts, vows, doubts, warns."""

import re
from collections.abc import Iterator, Sequence

from ledger.articles.signs.cues import Cue
from ledger.articles.signs.polarity import NOBODY, clause_denied, verb_denied
from ledger.articles.speakers.frames import Frame
from ledger.articles.words.announcing import ESTIMATE, SEEN_CHANGING
from ledger.articles.words.outlooks import OUTLOOKS
from ledger.articles.words.patterns import PARTICIPLE

_AS_PREDICTED = re.compile(r"\b(?:as|than|what|like)\s+(?:[\w.'’-]+\s+){0,3}$", re.IGNORECASE)


_COMPLEMENT = re.compile(r"[^.;]{0,120}?\b(?:to|that|would|will|by|in|within|before|at|of)\b")
_PROMISED = re.compile(r"[^.;,]{0,40}?\b(?:to|that|would|will)\b")
_AGAINST = re.compile(r"\s+against\b")
_UNLIKELY = re.compile(
    r"[^.;]{1,90}?\b(?:unlikely|improbable|inconceivable|unthinkable|remote|doubtful)\b"
)
_NOTHING = re.compile(
    r"\s+(?:no|little|nothing|neither|not an?)\b(?! (?:more|fewer|less|later|longer)\b)"
)
_BELIEFS = frozenset("foretell doubt see fear warn bet think believe confident".split())
_ANYTHING = re.compile("")
# Words before and after a verb that make its expectation a thing of the past or of habit.
_NOT_NOW = (
    (
        _ANYTHING,
        re.compile(
            rf"\s+(?:[\w'’-]+\s+){{0,6}}to have\s+{PARTICIPLE}"
            r"(?!.*\bby (?:then|the|next|mid|late|early|half-|year-|20\d\d|[A-Z]))|\s+(?:so"
            r"|not)\b"
        ),
    ),
    (re.compile(r"\b(?:can|could|should|may|might)\s+$"), _ANYTHING),
    (re.compile(r"\bwould (?:normally|usually|often|always)\s+$"), _ANYTHING),
    (re.compile(r"\b(?:was|were)\s+(?:\w+\s+)?$"), _ANYTHING),
    (
        re.compile(r"\bhad\s+(?:\w+ly\s+)?$"),
        re.compile(r"(?!.*\b(?:to|would|that|by|within)\b)", re.DOTALL),
    ),
)


def verb_cues(text: str, frames: Sequence[Frame]) -> Iterator[Cue]:
    """Give a cue for every verb of saying that may itself be a forecast."""
    for i, frame in enumerate(frames):
        weight = _frame_weight(text, frame)
        if frame.lemma == "expect" and _told_past(text, frame, frames[:i]):
            weight = min(weight, 0.4)
        if weight > 0:
            phrase, kind = text[frame.start : frame.end], f"verb:{frame.lemma}"
            yield Cue(kind, frame.start, frame.end, phrase, weight, _denies(text, frame))


_NEVER = re.compile(r"[^.;]{0,40}\b(?:never|not)\b")


def _denies(text: str, frame: Frame) -> bool:
    """Say whether a verb of saying denies what it foretells; two denials cancel each other."""
    denials = (
        verb_denied(text, frame.start) or frame.lemma == "doubt",
        frame.lemma in {"rule_out", "abandon_hope", "hold_out"},
        frame.lemma == "bet" and _AGAINST.match(text, frame.end),
        NOBODY.match(frame.who),
        frame.lemma == "deem" and _UNLIKELY.match(text, frame.end),
        _denied_after(text, frame),
    )
    return sum(map(bool, denials)) % 2 == 1


def _denied_after(text: str, frame: Frame) -> bool:
    """Say whether what a verb foretells is denied: "no cut", "never to return", "it will not"."""
    if frame.inverted:
        return False
    if frame.group in {"predict", "commit"} or frame.lemma == "see":
        none = _NOTHING.match(text, frame.end)
        if none or (frame.group == "commit" and _NEVER.match(text, frame.end)):
            return True
    return clause_denied(text, frame.end)


_FORETELLING = frozenset(lemma for lemma, _ in OUTLOOKS)
_PLAIN = re.compile(r"\b(?:has|have)\s+(?:\w+\s+)?$")


def _told_past(text: str, frame: Frame, earlier: Sequence[Frame]) -> bool:
    """Say whether "expected" tells a past expectation, unlike "said he expected"."""
    if not frame.past or frame.inverted or _PLAIN.search(text[: frame.start]):
        return False
    reported = any(f.group == "say" and not f.inverted for f in earlier)
    return not (reported and frame.who.lower() in {"he", "she", "it", "they"})


def _frame_weight(text: str, frame: Frame) -> float:
    before, after = text[: frame.start], text[frame.end :]
    if frame.lemma in _BELIEFS:
        return _belief_weight(text, frame)
    visited = frame.lemma == "expect" and _VISITED.match(after)
    if visited or frame.group not in {"predict", "commit"} or _as_predicted(text, frame):
        return 0
    if frame.lemma == "rule_out" or frame.inverted or _after_claim(text, frame):
        return 0.75
    mine = frame.past and frame.own
    if frame.lemma in _FORETELLING:
        told = frame.past and not _PLAIN.search(before)
        sure = frame.lemma == "deem" and re.match(r"[^.;]{1,90}?\b(?:inevitable|certain)", after)
        return 0.45 if told and (sure or frame.lemma == "abandon_hope") else 0.65
    if mine or any(ahead.search(before) and behind.match(after) for ahead, behind in _NOT_NOW):
        return 0.2
    return _plain_weight(frame, before, after)


_OWN_ACT = re.compile(r"\s+(?:never |not )?to\b")


def _plain_weight(frame: Frame, before: str, after: str) -> float:
    if re.search(r"\bhad\s+(?:\w+ly\s+|each\s+|both\s+|all\s+|once\s+|also\s+)?$", before):
        alone = frame.group == "commit" and frame.who.lower() in {"he", "she", "who", "they"}
        own = alone and _OWN_ACT.match(after)  # "he had vowed never to return"
        if frame.lemma == "expect" or frame.who.lower() == "who":
            return 0.35
        return 0.4 if own else 0.55
    if frame.group == "commit" and not _PROMISED.match(after):
        return 0.4
    if frame.past and not _COMPLEMENT.match(after):
        return 0.3
    return {"estimate": 0.3, "promise": 0.6, "anticipate": 0.7}.get(frame.lemma, 0.75)


def _as_predicted(text: str, frame: Frame) -> bool:
    """Say whether the verb only compares: "as analysts expected", "more than it had forecast"."""
    ahead = _AS_PREDICTED.search(text[: frame.start]) is not None and not frame.inverted
    return ahead or _AS_PREDICTED.search(text[: frame.who_start + 1]) is not None


def _after_claim(text: str, frame: Frame) -> bool:
    """Say whether a predicting verb closes its claim: "..., a think-tank has predicted."."""
    closed = text[: frame.who_start].rstrip()[-1:] in {",", '"', "”"}
    rest = text[frame.end :].split()
    recalled = re.search(r"\bhad\s+$", text[: frame.start])
    return (
        closed
        and not recalled
        and frame.who_start > 20
        and frame.who.lower() != "who"
        and len(rest) <= 4
    )


def _belief_weight(text: str, frame: Frame) -> float:
    after = text[frame.end :]
    if frame.lemma == "foretell":
        known = ESTIMATE.search(frame.who) or text[: frame.start].endswith("now ")
        return (0.4 + 0.1 * bool(_FIGURE.match(after))) * bool(known)
    if frame.lemma == "confident":
        return _attitude_weight(text[frame.start : frame.end], after)
    if frame.lemma == "doubt":
        return 0.65 if _DOUBTED.match(after) else 0
    if frame.lemma == "see":
        return _seen_weight(text, frame)
    mine = frame.own
    feared = frame.lemma == "fear" and _CLAUSE.match(after)
    if mine and not frame.past and (feared or _BARE_CLAUSE.match(after)):
        return 0.5  # "I fear we lose the lot", "We think they miss"
    return {"fear": 0.4, "warn": 0.4, "bet": 0.35}.get(frame.lemma, 0.3)


def _seen_weight(text: str, frame: Frame) -> float:
    after = text[frame.end :]
    if _VISITED.match(after):
        return 0
    mine = frame.own
    if (mine or not frame.past) and SEEN_CHANGING.match(after):  # "I see it taking ten years"
        return 0.6 if mine else 0.55
    if not frame.past and _SEES_NONE.match(after):
        return 0.55
    seen_doing = re.match(r"\s+(?:[\w'’-]+\s+){1,4}[a-z]+ing\b", after)
    if seen_doing and verb_denied(text, frame.start):
        return 0.7
    return 0.4 if re.match(r"\s+(?!how|what|why)", after) else 0


# "sees little relief"; not "sees no reason", "sees little of her"
_SEES_NONE = re.compile(
    r"\s+(?:[\d.]+(?:%| per ?cent) (?:downside|upside)|(?:no|little|scant|few|limited)\s"
    r"(?!one|reason|point|need|harm|problem|evidence|signs?|of|way\b))"
)
# "sees her doctor", "is expecting a baby": no outlook
_VISITED = re.compile(
    r"\s+(?:an?|the|his|her|their|my|our|its) (?:\w+ )?(?:doctor|nurse|sister|brother|mother"
    r"|father|sons?"
    r"|daughters?|friends?|family|dentist|therapist|physio|lawyer|priest|boss|child(?:ren)?|wife"
    r"|husband"
    r"|specialist|consultant|baby|twins|parcel|visitors?|guests?|call|delivery)\b"
)
_BARE_CLAUSE = re.compile(
    r"\s+(?:that )?(?:[\w'’$£€%.-]+\s){1,5}?(?:miss(?:es)?|beats?|wins?|loses?|falls?|rises?"
    r"|drops?|cuts?"
    r"|hikes?|collapses?|recovers?|peaks?|doubles?|halves?|fails?|survives?|defaults?|goes (?!well)"
    r"|breaks?|slips?|climbs?|returns?|resigns?|quits?|passes)\b(?!['’])"
)
_FIGURE = re.compile(r"[^.;]{0,50}?\d")
_CLAUSE = re.compile(r"\s+(?:that )?(?:we|they|it|he|she|this|the)\b")
_DOUBTED = re.compile(
    r"\s+(?:that|whether|if|the|an?|any|(?:it|they|he|she) (?:will|would|can|could))\b"
)


def _attitude_weight(words: str, after: str) -> float:
    """Weigh "confident of completing", "bullish about": the others need a verb of the future."""
    outlook = re.search(r"confident|optimistic|pessimistic|bullish|bearish|hopeful", words)
    return 0.5 if outlook and re.match(r"[\"”’']?\s+(?:of|about)\b", after) else 0
