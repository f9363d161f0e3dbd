"""Word the claim: the proposition without who said it, when, on what condition and by when."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ledger.articles.claims.ending import clause_of
from ledger.articles.claims.fronting import FRONT
from ledger.articles.claims.likelihoods import without_likelihood
from ledger.articles.claims.shortening import shorten
from ledger.articles.claims.trimming import EDGES, JOINING, kept_words, trimmed
from ledger.articles.claims.unhedged import event_of
from ledger.articles.days.choosing import POINTED
from ledger.articles.days.saying import closes, fronted
from ledger.articles.days.timing import Deadline
from ledger.articles.speakers.discourse import dateline_end
from ledger.articles.speakers.frames import Frame
from ledger.articles.speakers.subjects import FINITE as FINITE_VERB
from ledger.articles.texts.sentences import Span
from ledger.articles.words.calendar_words import DAY
from ledger.articles.words.outlooks import DEEMED
from ledger.core.affirmative import positive

_LIKELY = re.compile(r"\b(?:better-than-even|good|strong|decent|real|fair|high|serious) chance\b")
# "told a call that", "assured farmers last week that", "told lawyers on Monday to expect"
_TOLD = re.compile(
    r"\s+(?:(?!(?:will|would|could|may|might|is|are|was|were|has|had)\b)[\w'’.-]+\s+){1,10}?"
    r"(?:that|to (?:expect|brace for|prepare for))\s+"
)
_ADDRESSING = frozenset({"tell", "assure", "inform", "advise"})
_LISTENER = re.compile(  # "told reporters the dam", "told the Post it"
    r"\s+(?:[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*)*|[a-z]+s|him|her|them|me|us|(?:the|this|an?)\s[\w-]+)"
    rf"(?:\s(?:last|this|on|in|earlier this) \w+|\s{DAY}"
    r"|\syesterday|\stoday)?\s+"
    r"(?=(?:the|an?|it|he|she|they|his|her|its|their|we|there|any|no|all)\s)"
)
_THEN_TOLD = re.compile(  # "had estimated at the time that"
    r"\s+(?:at|in|on|during|last|this|earlier|later|again|back)\b"
    r"(?:(?!\b(?:will|would|could|may|might|is|are|was|were|has|had|it|he|she|they|we)\b)[^,;]){2,40}?"
    r"\sthat\s+"
)
# "promised that it would open", "vowed the plant would open"
_VOWED = re.compile(r"\s+(?:\w+\s)?that\b|\s+(?!to\b)[^,;:\"“”]{2,60}?\s(?:will|would|could)\b")
# Verbs that make no sense without who did it: "gave the paper until Christmas".
_WHOLE = frozenset({"tip", "give_until", "deem", "revise"})
# A clause of its own before the one that is forecast: "Write us off, but this side will win".
_CLAUSE_CUT = re.compile(
    r"(?:,\s+(?:adding|noting|warning|saying|insisting|arguing|suggesting)(?: that)?\s+(?=\S)"
    r"|(?<!\ball)(?<!thing)(?<!\bnone)\sbut\s+(?=(?:the|it|he|she|they|there|we|an?)\s)"
    r"|\s(?:and|but)\sthat\s+(?=(?:an?|the|its|it|he|she|they|no|his|her|their|[A-Z]|[a-z]+s)\b)"
    r"|(?:,\s+(?:and|but|yet|though|although|while|whereas|so)|[;:])\s+(?=(?:(?:an?|the|this|that"
    r"|these|those|its|their|his|her|our|my|it|he|she|they|we|I|there)\s|[A-Z]))"
    r"|:\s+[\"“])"
)
_IN_A_REPORT = re.compile(
    r"\W*(?:(?:in|during|at|on)\s+(?:an?|the|its|his|her|their)\s[\w ]{1,30})?"
)
# The end of a sentence that says who said it, where somebody else expects it.
_SAID_AFTER = re.compile(
    r"[,\"”’]\s+(?!(?:which|who|that|but|and)\b)[^,\"“”]{2,60}?\b(?:said|says|added|adds|wrote|writes"
    r"|warned|warns|argued|argues|insisted|noted|explained|estimated|reckons?|reports|reported|predicts|predicted|understands)\b"
    r"(?:\s+(?:on|in|at|after|during|late|early|last|this|yesterday|\w+day)\b[^,\"“”]{0,60})?[.\"”]*$"
    r"|(?<=,[\"”])\s+[^,\"“”]{2,60}?\btold\s[^\"“”]{2,80}$"
)
# "The tunnel," said Ann Orr, "will be closed": one statement around who said it.
_BROKEN = re.compile(
    r"[\"“][^\"“”]+(?P<mid>,[\"”](?P<who>[^\"“”]{3,120}?)[\"“])(?=(?!and\b|but\b)[a-z])"
)
# After a condition: words that point back to it, or the verb of which it is the subject.
_POINTS_BACK = re.compile(
    r"^\W*(?:that|this|it|they|such|those|these|would|will|could|might|may)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a claim stands in its sentence, and what else stands there.

    `cue` is the place of the word that makes it a forecast; `said` are the words for the day of
    saying, `condition` those of the condition, empty spans where there are none.
    """

    text: str
    segment: Span
    cue: int
    frame: Frame | None
    deadline: Deadline | None
    said: Span = (0, 0)
    condition: Span = (0, 0)
    inner: Frame | None = None


def tidy_claim(stretch: Stretch, *, negative: bool, stated: bool = False) -> str:
    """Cut what the other fields hold out of a stretch; a denied claim becomes positive.

    `stated` says that a probability is stated: its words are cut too.
    """
    start, end = _without_inner(stretch, _without_frame(stretch))
    after = _SAID_AFTER.search(stretch.text, max(start, stretch.cue), end)
    head = max(dateline_end(stretch.text), fronted(stretch.text)[1])
    span = (max(start, head, _own_clause(stretch, start)), after.start() if after else end)
    deadline = stretch.deadline.span if stretch.deadline else None
    span = clause_of(stretch.text, span, stretch.cue, deadline)
    inside = _RELATIVE.match(stretch.text)
    cuts = list(_others(stretch, span))
    if inside and inside.start("verb") == stretch.cue:
        span = (max(head, inside.start("noun")), min(inside.end(), end))
        cuts = [*_others(stretch, span), (inside.end("noun"), inside.start("verb"))]
    claim = kept_words(stretch.text, span, cuts)
    if stated or (not negative and _LIKELY.search(claim)):
        claim = without_likelihood(claim)
    claim, denied = trimmed(claim)
    sign = re.match(r"[\w'’]+", stretch.text[stretch.cue :])
    claim = shorten(claim, sign.group() if sign else "")
    if negative and not denied:
        claim = positive(claim)
    claim = event_of(claim, negative=negative)
    if " " not in claim:  # "expects delays": one word says too little without who expects it
        told = stretch.frame is not None and stretch.frame.who_start > stretch.cue
        around = (start, end) if told else stretch.segment
        whole = kept_words(stretch.text, around, _others(stretch, around))
        claim = " ".join(whole.split()).strip(EDGES) or stretch.text.strip()
    return claim[:1].upper() + claim[1:]


_VERB_LIKE = re.compile(r"\s[a-z]{2,}(?:ed|es|s)\s")


# "The software, which Orr says will be in every car": the software will be in every car
_RELATIVE = re.compile(
    r"(?P<noun>[^,;:\"“]{3,60}),\s(?:which|who)\s[^,;]{2,50}?\s(?:says?|said|thinks?|thought|believes?"
    r"|believed|hopes?|hoped)\s(?P<verb>(?:will|would|could|may|might|should)\b)[^,;]+"
)
_AND_IF = re.compile(r"\b(?:and|but|that),?\s+$")


def _own_clause(stretch: Stretch, start: int) -> int:
    """Give where the clause of the cue starts, when another clause stands before it."""
    text, condition = stretch.text, stretch.condition
    if (
        start < condition[0]
        and condition[1] <= stretch.cue
        and _AND_IF.search(text[: condition[0]])
    ):
        return condition[1]
    cuts = [m for m in _CLAUSE_CUT.finditer(text, start, stretch.cue) if m.start() > start]
    if not cuts or condition[0] <= cuts[-1].start() < condition[1]:
        return start
    ahead, between = text[start : cuts[-1].start()], text[cuts[-1].end() : stretch.cue]
    listed = "," in ahead or not (FINITE_VERB.search(ahead) or _VERB_LIKE.search(ahead))
    apart = (
        re.search(r"but|ing\b|that\b", cuts[-1].group())
        or text[cuts[-1].start()] in ";:"
        or not listed
    )
    return cuts[-1].end() if apart and not re.search(r"[,;:]", between.strip()) else start


def _without_frame(stretch: Stretch) -> Span:
    """Give the stretch before or after the words that say who said it."""
    (start, end), frame, text = stretch.segment, stretch.frame, stretch.text
    broken = _BROKEN.search(text, start, end)
    if frame is None or not start <= frame.start < end or _aside(text, frame):
        return start, end
    if broken and broken.start("who") <= frame.start < broken.end("who"):
        return broken.start(), end
    ahead = text[: frame.who_start].rstrip()
    if frame.inverted:
        return _around_inverted(stretch, frame)
    told = ahead[-2:] in {',"', ",”", '?"', "?”"} and stretch.cue <= frame.end
    if (
        stretch.cue < frame.who_start
        or told
        or (stretch.cue == frame.start and closes(text, frame))
    ):
        return (start, len(ahead)) if ahead[-1:] in {",", '"', "”"} else (start, end)
    if frame.lemma in _WHOLE:
        deemed = DEEMED.match(text, frame.end, end) if frame.lemma == "deem" else None
        named = deemed and deemed["what"].lower() not in {"it", "this", "that", "them"}
        return deemed.span("what") if deemed and named else (max(start, frame.who_start), end)
    listeners = _TOLD.match(text, frame.end, end) if frame.lemma in _ADDRESSING else None
    listeners = listeners or _THEN_TOLD.match(text, frame.end, end)
    listeners = (
        listeners or (frame.lemma == "tell" and _LISTENER.match(text, frame.end, end)) or None
    )
    own = re.match(r"\s+to\b", text[frame.end :])  # "expect to win": they do both
    vowed = _VOWED.match(text, frame.end)
    cut = frame.group == "say" or (frame.group in {"think", "predict"} and not own) or vowed
    return (listeners.end() if listeners else frame.end if cut else start), end


_FORESEES = frozenset(
    "expect predict forecast anticipate project estimate foresee believe think".split()
)
_ITS = re.compile(r"\W*(?:that\s+)?(?:it|its|they|their|he|she|his|her|to)\b")


def _without_inner(stretch: Stretch, span: Span) -> Span:
    """Cut "the firm expects", told by somebody of the firm, where what follows can stand alone."""
    inner = stretch.inner
    if inner is None or not span[0] <= inner.start <= stretch.cue or inner.lemma not in _FORESEES:
        return span
    first = not stretch.text[span[0] : inner.who_start].strip(EDGES)
    return (inner.end, span[1]) if first and not _ITS.match(stretch.text, inner.end) else span


def _around_inverted(stretch: Stretch, frame: Frame) -> Span:
    """Give what stands before ", said Orr", or after "According to Orr, "."""
    (start, end), text = stretch.segment, stretch.text
    if start < frame.start and stretch.cue <= frame.end:
        return start, frame.start
    opens = frame.start <= start + 2 and stretch.cue > frame.end
    led = re.match(r"[^,]{0,60},\s", text[frame.end : end]) if opens else None
    return (frame.end + led.end() if led else start), end


_TAKES = re.compile(
    r"\b(?:one of|spell of|take|takes|taking|last|lasts|lasting|need|needs|spend|miss|serve|face|be"
    r"|see out|outlast|another|looking at|talking about|(?:matter|question) of|until|up to"
    r"|g[ia]ves? \w+(?: \w+)?|pencilled in|slated|scheduled|targeted|earmarked|planned|due)\s*$",
    re.IGNORECASE,
)
_GETS = re.compile(r"\b(?:get|gets|getting|got|come|make it|last|go|see|pull)\s$")
_MATTER = re.compile(r"a (?:matter|question) of\b")
_VERB_NEXT = re.compile(
    r"\s+(?:\w+\s+)?(?:will|would|could|may|might|should|is|are|was|looks?|seems?|promises)\b"
)


_NAMING = re.compile(
    r"\s(?:conference|congress|statement|budget|session|term|programme|program|festival|meetings?|sales?"
    r"|collection|fair|tour|games|olympics|camp|offensive|harvest|wheat|crop|rains|season|uniform"
    r"|timetable|schedule|deadline|convention|championships?|revenues?|profits?|earnings|election)\b"
)


def _names(text: str, end: int) -> bool:
    """Say whether words of time only name what follows: "at the autumn statement"."""
    return _NAMING.match(text, end) is not None


def _kept(stretch: Stretch, span: Span) -> bool:
    """Say whether the claim needs its time words: "will take six months", "2025 will be dry"."""
    text, (start, end) = stretch.text, span
    possessive = text[end : end + 2] in {"'s", "’s"} or _names(text, end)
    frame = stretch.frame
    revised = frame and frame.lemma == "revise" and frame.start >= stretch.segment[0]
    through = text[start:].startswith("through ") and _GETS.search(text[:start])
    if (
        through
        or _TAKES.search(text[:start])
        or _MATTER.match(text, start)
        or possessive
        or revised
        or POINTED.fullmatch(text, *span)  # "will meet that deadline"
    ):
        return True
    first = max(stretch.segment[0], frame.end if frame and frame.end <= start else 0)
    ahead = re.sub(r"^\s*that\b", "", text[first:start]).strip(EDGES)
    opens = not re.search(r"\w", JOINING.sub("", f"{ahead} "))
    turned = FRONT.match(text, start) or text[start:end].lower().startswith("by ")
    return opens and not turned and _VERB_NEXT.match(text, end) is not None


def _aside(text: str, frame: Frame) -> bool:
    """Say whether the words of saying stand inside the claim: "Rents, it warned, would climb"."""
    before = text[: frame.who_start].rstrip()
    closed = before.endswith(",") and text[frame.end : frame.end + 1] == ","
    return closed and not frame.inverted and len(before.split()) < 8


def _others(stretch: Stretch, span: Span) -> Iterable[Span]:
    """Give what is cut out of the claim: the deadline, the day of saying, the condition."""
    text, (start, end), deadline = stretch.text, span, stretch.deadline
    if deadline is not None and deadline.dated and not _kept(stretch, deadline.span):
        yield deadline.span
    frame = stretch.frame
    broken = _BROKEN.search(text, start, end)
    if broken:
        yield broken.span("mid")
    if frame is not None and _aside(text, frame) and start < frame.start < end:
        yield len(text[: frame.who_start].rstrip(" ,")), frame.end + 1
    said = stretch.said
    if start <= said[0] and _IN_A_REPORT.fullmatch(text, start, said[0]):
        yield start, said[1]
    elif said[1] >= end - 1:
        yield said
    first, last = stretch.condition
    rest = text[last:end] if first <= start + 2 else ""
    if last - first and (FRONT.match(text, first) or not _POINTS_BACK.match(rest)):
        yield stretch.condition
