"""Weigh every stretch of a sentence: whether it is a forecast, whose, and until when."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ledger.articles.claims.clauses import BOUNDARY, segments
from ledger.articles.days.choosing import by_reference, choose, moved_to, without_until
from ledger.articles.days.saying import Saying, find_saying, fronted
from ledger.articles.days.timing import Deadline, attributive, from_unknown_day, long_past, readings
from ledger.articles.records import Article
from ledger.articles.signs.conditions import Condition
from ledger.articles.signs.cues import Cue
from ledger.articles.speakers.discourse import dateline_end
from ledger.articles.speakers.parties import Party
from ledger.articles.speakers.voices import Voice
from ledger.articles.texts.sentences import Sentence, Span
from ledger.articles.weights.context import Context
from ledger.articles.weights.judge import THRESHOLD, confidence
from ledger.articles.weights.speaking import Speaking, speaking_at
from ledger.core.deadlines import Calendar, Reading, Window

_PUBLISHED = re.compile(
    r"(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bget )\b(?:published|released|issued|dated|posted|filed"
    r"|conducted|taken"
    r"|signed|launched|held)\s+(?:\w+\s+)?"
    r"(?:on|in|last|this|earlier|late)\s+\w+(?:\s+\d{1,4})?"
)


_CLAIM_ENDS = frozenset({",", '"', "”", "’", "'"})
_OPINION = frozenset(
    {"verb:think", "verb:believe", "verb:warn", "verb:fear", "verb:see", "verb:bet"}
)


# Signs that may hold their deadline inside: "cut its 2024 growth outlook".
_AROUND = frozenset({"odds", "by_date", "give_time", "revised"})
# What a second deadline stands behind: "A in June and B in July", "3% this year, 2% in 2022".
_JOINT = re.compile(
    r"(?:\s+(?:to|at)\s[$£€]?\d[\d.,]*\s?(?:%|per ?cent)?(?:\s\w+)?)?"
    r"(?:,?\s+(?:and|but)\s+(?:then\s+)?(?=[$£€]?[\w'’.,%-]+\s)|,?\s+(?:then|followed by)\s+"
    r"|,\s+(?=[$£€]?\d|(?:an?|the|another)\s(?!day|week|month|year)|(?:slow|eas|ris|fall|climb"
    r"|dropp|reach|grow"
    r"|recover|accelerat|hitt|increas|declin|rebound|narrow|widen|peak|topp|end)ing\s))"
)
# A second step of the same statement: "before easing to", "with a second line to follow".
_THEN_ON = re.compile(
    r",?\s+(?:before|and then|then|but|and)\s+(?=[a-z]+ing\b)"
    r"|,\s+(?=(?:rising|falling|slowing|easing|climbing|dropping|recovering|accelerating|picking up"
    r"|followed by|up from|down from|up to|down to)\b)"
    r"|,\s+with\s+(?=[^,;]{3,60}?\s(?:to (?:follow|come|begin|start|open)|following|expected|due"
    r"|planned|targeted|scheduled)\b)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence with all that is known about it before its claims are weighed.

    `told` has the day of saying of those who spoke in the sentences before.
    """

    article: Article
    calendar: Calendar
    sentence: Sentence
    voice: Voice
    carried: Party | None
    manual: bool
    before: Reading | None
    told: Mapping[str, Saying]


@dataclass(frozen=True, slots=True)
class Claim:
    """One stretch of a sentence that was judged a forecast."""

    cue: Cue
    segment: Span
    speaking: Speaking
    saying: Saying
    deadline: Deadline | None
    score: float


def claims(
    place: Place, cues: Sequence[Cue], condition: Condition | None, least: float = THRESHOLD
) -> list[Claim]:
    """Give the claims of a sentence that are judged forecasts, from cues outside its condition.

    `least` is the confidence (0..1) from which on a claim is one.
    """
    strong = [c for c in cues if c.weight >= 0.3 and c.kind not in _OPINION]
    found: list[Claim] = []
    for segment in segments(place.sentence.text, strong or cues, condition):
        claim = _weigh(place, cues, segment, condition, least)
        if claim is not None:
            found += _apart(place, claim, condition)
            reading = claim.deadline.reading if claim.deadline else None
            if reading is not None and reading.deadline is not None:
                place = replace(place, before=reading)
    return found


def _weigh(
    place: Place, cues: Sequence[Cue], segment: Span, condition: Condition | None, least: float
) -> Claim | None:
    best: Claim | None = None
    for cue in cues:
        if not segment[0] <= cue.start < segment[1]:
            continue
        claim = _judged(place, cue, segment, condition)
        if best is None or claim.score > best.score:
            best = claim
    return best if best is not None and best.score >= least else None


def _judged(place: Place, cue: Cue, segment: Span, condition: Condition | None) -> Claim:
    text = place.sentence.text
    speaking = speaking_at(cue, place.sentence, place.voice)
    saying = _day_of_saying(place, cue, speaking)
    deadline = _deadline(place, cue, segment, condition, speaking, saying)
    quoted = place.sentence.quoted(cue.start)
    carried = speaking.party is None and place.carried is not None
    context = Context(
        text=text,
        governing=speaking.frame,
        attributed=speaking.party is not None or quoted,
        quoted=quoted,
        dated=deadline is not None and _bounds(deadline, cue) and _belongs(deadline, cue, speaking),
        when=deadline.phrase if deadline else "",
        conditional=condition is not None,
        carried=carried,
        manual=place.manual,
    )
    if carried and cue.kind == "would":
        speaking = Speaking(place.carried, None)
    return Claim(cue, segment, speaking, saying, deadline, confidence(cue, context))


def _day_of_saying(place: Place, cue: Cue, speaking: Speaking) -> Saying:
    """Find when something was said: in its sentence, else where its speaker spoke before."""
    text, frame = place.sentence.text, speaking.frame
    saying = find_saying(text, frame, place.article.published, place.calendar)
    if saying.window is not None or speaking.party is None:
        return saying
    recalled = frame is not None and re.search(r"\bhad\s+(?:\w+\s+)?$", text[: frame.start])
    told = place.told.get(speaking.party.name)
    same = place.sentence.quoted(cue.start) or (frame is not None and frame.group == "say")
    return replace(told, span=(0, 0)) if told and same and not recalled else saying


def _bounds(deadline: Deadline, cue: Cue) -> bool:
    """Say whether words of time have a day: the last one, or the first ("from mid-October")."""
    reading = deadline.reading
    first = reading is not None and reading.not_before is not None
    return deadline.dated or (first and deadline.span[0] >= cue.start)


def _belongs(deadline: Deadline, cue: Cue, speaking: Speaking) -> bool:
    """Say whether a day supports a weak sign: in the article's own voice it stands after it."""
    own_voice = speaking.party is None and cue.kind in {"may", "would", "should"}
    return not own_voice or deadline.span[0] >= cue.start or deadline.span[0] <= 3


def _deadline(
    place: Place,
    cue: Cue,
    segment: Span,
    condition: Condition | None,
    speaking: Speaking,
    saying: Saying,
) -> Deadline | None:
    text, published = place.sentence.text, place.article.published
    anchor: dt.date | Window | None = saying.window or published
    floor = saying.window.earliest if saying.window else published
    if speaking.frame is not None and re.search(
        r"\bhad\s+(?:\w+\s+)?$", text[: speaking.frame.start]
    ):
        floor = saying.window.earliest if saying.window else None
    skip = [saying.span] if saying.phrase else []
    skip += [(condition.start, condition.end)] if condition else []
    skip += [*_said_spans(text, place.voice, cue), fronted(text)]
    pointed = by_reference(text, segment, place.before, published)
    position = cue.start if cue.kind in _AROUND else cue.end
    if speaking.frame is not None and speaking.frame.lemma == "odds":
        position = min(position, speaking.frame.end)
    clause = max((m.end() for m in BOUNDARY.finditer(text, 0, cue.start)), default=0)
    every = _time_words(place, cue, anchor)
    if floor is None and published is not None and saying.window is None:
        every = [d for d in from_unknown_day(text, place.calendar) if d.span[0] > cue.start]
    found = choose(text, every, position, segment, skip, floor, clause)
    if (found is None or not found.dated) and _told_long_ago(speaking, saying):
        ahead = [d for d in long_past(text, place.calendar) if d.span[0] > cue.start]
        found = choose(text, ahead, position, segment, skip, None, clause) or found
    if found is not None and cue.kind == "moved" and anchor is not None:
        found = without_until(found, anchor, place.calendar)
    if pointed is not None and (
        found is None or not found.dated or found.span[0] < pointed.span[1]
    ):
        found = pointed
    if found is None or found.reading is None:
        return found
    return replace(found, reading=replace(found.reading, phrase=found.phrase, span=found.span))


def _told_long_ago(speaking: Speaking, saying: Saying) -> bool:
    """Say whether a promise of the past may have a day that is over: "promised trams by 2009"."""
    frame = speaking.frame
    told = frame is not None and frame.group in {"predict", "commit"} and frame.past
    return told and saying.window is None


def _time_words(place: Place, cue: Cue, anchor: dt.date | Window | None) -> list[Deadline]:
    """Give all time words of the sentence; none of them spans the cue."""
    text, calendar = place.sentence.text, place.calendar
    every = readings(text, anchor, calendar)
    if any(d.span[0] < cue.start < d.span[1] for d in every):
        shift = cue.end
        tail = readings(text[shift:], anchor, calendar)
        every = [d for d in every if d.span[1] <= cue.start]
        every += [replace(d, span=(d.span[0] + shift, d.span[1] + shift)) for d in tail]
    if anchor is not None:
        every += attributive(text, anchor, calendar)
        moved = moved_to(text, cue.end, anchor, calendar) if cue.kind == "moved" else None
        every += [moved] if moved else []
    return every


def _said_spans(text: str, voice: Voice, cue: Cue) -> list[Span]:
    """Give what is about the saying: "last week", "..., he said after a third day of talks"."""
    spans = []
    for frame, _ in voice.frames:
        saying = find_saying(text, frame, None, Calendar())
        if saying.phrase:
            spans.append(saying.span)
        if not frame.inverted and frame.who_start < frame.start <= cue.start:
            spans.append((frame.who_start, frame.start))  # "Orr, a doctor for 30 years, said"
        if frame.start > cue.start and text[: frame.who_start].rstrip()[-1:] in _CLAIM_ENDS:
            end = re.compile(r"[,;\"”]|$").search(text, frame.end)
            spans.append((frame.start, end.start() if end else len(text)))
    spans.append((0, dateline_end(text)))
    return [*spans, *(m.span() for m in _PUBLISHED.finditer(text))]


def _apart(place: Place, claim: Claim, condition: Condition | None) -> list[Claim]:
    """Split "A in the coming weeks and B early next year": one verb, two deadlines."""
    text, (start, end) = place.sentence.text, claim.segment
    first = claim.deadline
    if first is None or not first.dated or first.span[0] < claim.cue.end:
        return [claim]
    joint = _JOINT.match(text, first.span[1]) or _THEN_ON.search(text, first.span[1], end)
    if joint is None:
        return [claim]
    cut = joint.end()
    second = _deadline(place, claim.cue, (cut, end), condition, claim.speaking, claim.saying)
    if second is None or not _another(text, cut, second, first):
        return [claim]
    rest = replace(claim, segment=(cut, end), deadline=second)
    return [
        replace(claim, segment=(start, max(joint.start(), first.span[1]))),
        *_apart(place, rest, condition),
    ]


_NEAR = 120  # characters: what stands further on belongs to something else
_ASIDE = re.compile(r"\b(?:from|after|since|before|when|if)\b")


def _another(text: str, cut: int, second: Deadline, first: Deadline) -> bool:
    """Say whether the second of two deadlines is a day of its own for what stands after a cut."""
    days = [d.reading.deadline if d.reading else None for d in (first, second)]
    between = text[cut : second.span[0]]
    return days[1] not in {None, days[0]} and len(between) <= _NEAR and not _ASIDE.search(between)
