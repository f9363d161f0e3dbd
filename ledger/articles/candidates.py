"""From an article to its candidate forecasts: the rules put together. Pure."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ledger.articles.claims import tidy_claim, worth_resolving
from ledger.articles.clauses import (
    BOUNDARY,
    Condition,
    compound_parts,
    find_condition,
    outside,
    segments,
)
from ledger.articles.detect import Cue, denied_by, find_cues
from ledger.articles.frames import Frame
from ledger.articles.judge import THRESHOLD, Context, confidence, is_manual
from ledger.articles.odds import find_odds
from ledger.articles.parties import Party
from ledger.articles.records import NARRATOR, Article, Candidate
from ledger.articles.sentences import Sentence, Span, split
from ledger.articles.speakers import Voice, voices
from ledger.articles.speaking import Speaking, speaking_at
from ledger.articles.timing import (
    Deadline,
    Saying,
    by_reference,
    choose,
    find_saying,
    readings,
    attributive,
    with_fiscal_year,
    long_past,
    moved_to,
    without_until,
)
from ledger.core.deadlines import Calendar, Reading, Window, read_deadline

_PUBLISHED = re.compile(
    r"\b(?:published|released|issued|dated|posted|filed|conducted|taken|signed|launched|held)\s+(?:\w+\s+)?"
    r"(?:on|in|last|this|earlier|late)\s+\w+(?:\s+\d{1,4})?"
)
_OPINION = frozenset(
    {"verb:think", "verb:believe", "verb:warn", "verb:fear", "verb:see", "verb:bet"}
)


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence with all that is known about it before its claims are weighed."""

    article: Article
    calendar: Calendar
    sentence: Sentence
    voice: Voice
    carried: Party | None
    manual: bool
    before: Reading | None


@dataclass(frozen=True, slots=True)
class _Claim:
    """One stretch of a sentence that was judged a forecast."""

    cue: Cue
    segment: Span
    speaking: Speaking
    saying: Saying
    deadline: Deadline | None
    score: float


def extract(article: Article, calendar: Calendar = Calendar()) -> tuple[Candidate, ...]:  # noqa: B008 - frozen
    """Give the candidate forecasts of an article in the order of its text.

    Deadlines are counted from the day of saying where it is told, else from `article.published`;
    without either, those that need a day are marked by a deadline phrase without a reading.
    """
    calendar = with_fiscal_year(article.text, calendar)
    sentences = split(article.text)
    heard = voices(sentences)
    manual = is_manual([s.text for s in sentences if not s.quotes and not s.heading])
    found: list[Candidate] = []
    before: Reading | None = None
    for i, (sentence, voice) in enumerate(zip(sentences, heard, strict=True)):
        if sentence.heading:
            continue
        if _repeats(found, sentence):
            continue
        place = _Place(
            article, calendar, sentence, voice, _carried(sentences, heard, i), manual, before
        )
        for candidate in _of_sentence(place):
            found.append(candidate)
            if candidate.reading is not None and candidate.reading.deadline is not None:
                before = candidate.reading
    return tuple(found)


def _carried(sentences: Sequence[Sentence], heard: Sequence[Voice], i: int) -> Party | None:
    """Give the speaker whose reported words may go on in sentence i of the same paragraph."""
    if i == 0 or sentences[i - 1].paragraph != sentences[i].paragraph:
        return None
    if sentences[i].quotes or heard[i].frames:
        return None
    named = [p for f, p in heard[i - 1].frames if p is not None and f.group == "say"]
    return named[-1] if named else None


def _repeats(found: list[Candidate], sentence: Sentence) -> bool:
    """Add a sentence said before (a caption) to its candidates; say whether it was one."""
    words = _words(sentence.text)
    again = False
    for k, earlier in enumerate(found):
        same = _words(earlier.sentence)
        if len(words & same) >= 0.9 * max(len(words | same), 1):
            spans = (*earlier.also_at, (sentence.start, sentence.end))
            found[k] = replace(earlier, also_at=spans)
            again = True
    return again


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def _of_sentence(place: _Place) -> list[Candidate]:
    text = place.sentence.text
    frames = [frame for frame, _ in place.voice.frames]
    cues = find_cues(text, frames, quoted=bool(place.sentence.quotes))
    condition = find_condition(text)
    open_cues = outside(cues, condition)
    if not open_cues:
        return _elliptical(place)
    claims: list[_Claim] = []
    strong = [c for c in open_cues if c.weight >= 0.3 and c.kind not in _OPINION]
    for segment in segments(text, strong or open_cues, condition):
        claim = _weigh(place, open_cues, segment, condition)
        if claim is not None:
            claims += _apart(place, claim, condition)
    return [_candidate(place, claim, condition, claims) for claim in claims]


def _weigh(
    place: _Place, cues: Sequence[Cue], segment: Span, condition: Condition | None
) -> _Claim | None:
    best: _Claim | None = None
    for cue in cues:
        if not segment[0] <= cue.start < segment[1]:
            continue
        claim = _judged(place, cue, segment, condition)
        if best is None or claim.score > best.score:
            best = claim
    if best is None or best.score < THRESHOLD:
        return None
    return best


def _judged(place: _Place, cue: Cue, segment: Span, condition: Condition | None) -> _Claim:
    text, article = place.sentence.text, place.article
    speaking = speaking_at(cue, place.sentence, place.voice)
    saying = find_saying(text, speaking.frame, article.published, place.calendar)
    deadline = _deadline(place, cue, segment, condition, speaking, saying)
    quoted = place.sentence.quoted(cue.start)
    carried = speaking.party is None and place.carried is not None
    context = Context(
        text=text,
        governing=speaking.frame,
        attributed=speaking.party is not None or quoted,
        quoted=quoted,
        dated=deadline is not None and deadline.dated,
        when=deadline.phrase if deadline else "",
        conditional=condition is not None,
        carried=carried,
        manual=place.manual,
    )
    if carried and cue.kind == "would":
        speaking = Speaking(place.carried, None)
    return _Claim(cue, segment, speaking, saying, deadline, confidence(cue, context))


def _deadline(
    place: _Place,
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
    skip += _said_spans(text, place.voice)
    pointed = by_reference(text, segment, place.before, published)
    position = cue.start if cue.kind in {"odds", "by_date", "give_time"} else cue.end
    clause = max((m.end() for m in BOUNDARY.finditer(text, 0, cue.start)), default=0)
    every = readings(text, anchor, place.calendar)
    if anchor is not None:
        every += attributive(text, anchor, place.calendar)
        moved = moved_to(text, cue.end, anchor, place.calendar) if cue.kind == "moved" else None
        every += [moved] if moved else []
    if floor is None and published is not None and saying.window is None:
        every = long_past(text, place.calendar)
    found = choose(text, every, position, segment, skip, floor, clause)
    if found is not None and cue.kind == "moved" and anchor is not None:
        found = without_until(found, anchor, place.calendar)
    if pointed is not None and (
        found is None or not found.dated or found.span[0] < pointed.span[1]
    ):
        return pointed
    return found


def _said_spans(text: str, voice: Voice) -> list[Span]:
    spans = []
    for frame, _ in voice.frames:
        saying = find_saying(text, frame, None, Calendar())
        if saying.phrase:
            spans.append(saying.span)
    return [*spans, *(m.span() for m in _PUBLISHED.finditer(text))]


def _apart(place: _Place, claim: _Claim, condition: Condition | None) -> list[_Claim]:
    """Split "A in the coming weeks and B early next year": one verb, two deadlines."""
    text, (start, end) = place.sentence.text, claim.segment
    first = claim.deadline
    if first is None or not first.dated or first.span[0] < claim.cue.end:
        return [claim]
    joint = re.match(r",?\s+and\s+(?=(?:an?|the|its|another|[a-z]+)\s)", text[first.span[1] :])
    if joint is None:
        return [claim]
    cut = first.span[1] + joint.end()
    second = _deadline(place, claim.cue, (cut, end), condition, claim.speaking, claim.saying)
    if second is None or not second.dated:
        return [claim]
    return [
        replace(claim, segment=(start, cut)),
        replace(claim, segment=(cut, end), deadline=second),
    ]


_TIMEISH = re.compile(
    r"\d+(?:st|nd|rd|th)?|an?|the|in|by|within|before|next|this|coming|of|to|or|early|late|mid|end|couple|few|several"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|forty|fifty|hundred"
    r"|(?:hour|day|week|month|quarter|year|decade|season|fortnight)s?|spring|summer|autumn|winter|fall|Christmas|Easter"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|tomorrow|tonight|century|half|second|first",
    re.IGNORECASE,
)
_FILLER = frozenset(
    "realistically probably maybe perhaps maximum max tops at most best the latest earliest or so and"
    " no later certainly definitely easily say honestly likely i'd more not by in".split()
)


def _elliptical(place: _Place) -> list[Candidate]:
    """Take an answer that is only a time: '"Realistically, 2023," said ...'."""
    sentence, published = place.sentence, place.article.published
    if not sentence.quotes or sentence.quotes[0][0] > 0 or published is None:
        return []
    start, end = sentence.quotes[0]
    said = sentence.text[start:end].strip("\"“”‘’',. ")
    if not said or len(said.split()) > 8:
        return []
    deadline = _only_time(said, published, place.calendar)
    if deadline is None:
        return []
    speaking = Speaking(place.voice.quoted, None)
    shift = sentence.text.index(said)
    deadline = replace(deadline, span=(deadline.span[0] + shift, deadline.span[1] + shift))
    cue = Cue("elliptical", 0, start, said.split(",")[0], 0.55)
    claim = _Claim(
        cue, (0, len(sentence.text)), speaking, Saying(None, (0, 0), None), deadline, 0.55
    )
    return [_candidate(place, claim, None, [claim])]


def _only_time(said: str, published: dt.date, calendar: Calendar) -> Deadline | None:
    """Read an answer of time words and fillers alone as a deadline after the article's day."""
    tokens = list(re.finditer(r"[\w'’-]+", said))
    while tokens and tokens[0].group().lower() in _FILLER:
        tokens = tokens[1:]
    while tokens and tokens[-1].group().lower() in _FILLER:
        tokens = tokens[:-1]
    if not tokens:
        return None
    if any(not _TIMEISH.fullmatch(token.group()) for token in tokens):
        return None
    span = (tokens[0].start(), tokens[-1].end())
    reading = read_deadline(said[slice(*span)], published, calendar)
    if reading is None or reading.deadline is None or reading.deadline <= published:
        return None
    return Deadline(said[slice(*span)], replace(reading, span=span), span)


def _candidate(
    place: _Place, claim: _Claim, condition: Condition | None, claims: Sequence[_Claim]
) -> Candidate:
    sentence, party = place.sentence, claim.speaking.party
    odds = find_odds(sentence.text[slice(*claim.segment)]) or (
        find_odds(sentence.text) if len(claims) == 1 else None
    )
    text = tidy_claim(sentence.text, claim.segment, claim.speaking.frame, claim.deadline)
    window, reading = claim.saying.window, claim.deadline.reading if claim.deadline else None
    return Candidate(
        doc_id=place.article.name,
        sentence=sentence.text,
        start=sentence.start,
        end=sentence.end,
        forecaster=party.name if party else None,
        role=party.role if party else None,
        kind=party.kind if party else NARRATOR,
        claim=text,
        phrase=claim.cue.phrase,
        probability=odds.value if odds else None,
        deadline_phrase=claim.deadline.phrase if claim.deadline else None,
        reading=reading,
        made_phrase=claim.saying.phrase,
        made_earliest=window.earliest if window else None,
        made_latest=window.latest if window else None,
        condition=condition.text if condition and _governs(condition, claim) else None,
        polarity="negative" if _denied(place, claim.cue) else "affirmative",
        parts=compound_parts(text),
        resolvable=worth_resolving(text, claim.deadline is not None and claim.deadline.dated),
        confidence=claim.score,
    )


def _denied(place: _Place, cue: Cue) -> bool:
    frames = [frame for frame, _ in place.voice.frames]
    return cue.negative != denied_by(place.sentence.text, frames, cue)


def _governs(condition: Condition, claim: _Claim) -> bool:
    leading = condition.start <= 2
    return leading or claim.segment[0] <= condition.start < claim.segment[1]
