"""What the rules find in an article: its sentences, and the candidates in them. Pure."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ledger.articles.claims.clauses import compound_parts, outside
from ledger.articles.claims.trimming import worth_resolving
from ledger.articles.claims.wording import Stretch, tidy_claim
from ledger.articles.days.afterthoughts import afterthought
from ledger.articles.days.saying import Saying, closes, find_saying
from ledger.articles.days.timing import readings
from ledger.articles.records import Article, Candidate
from ledger.articles.signs.conditions import Condition, find_condition
from ledger.articles.signs.cues import Cue
from ledger.articles.signs.detect import find_cues
from ledger.articles.signs.odds import Odds, find_odds
from ledger.articles.signs.polarity import clause_denied, denied_by
from ledger.articles.speakers.parties import Party
from ledger.articles.speakers.voices import Voice, voices
from ledger.articles.stops.manuals import is_manual
from ledger.articles.texts.folding import folded, in_capitals
from ledger.articles.texts.sentences import Sentence, split
from ledger.articles.weights.answers import elliptical
from ledger.articles.weights.weighing import Claim, Place, claims
from ledger.core.deadlines import Calendar, Reading


@dataclass(frozen=True, slots=True)
class Found:
    """The sentences of an article, its candidates, and the places where the rules see none."""

    sentences: tuple[Sentence, ...]
    candidates: tuple[Candidate, ...]
    silent: Mapping[int, Place]


def by_rules(article: Article, calendar: Calendar) -> Found:
    """Give the candidate forecasts of an article in the order of its text."""
    if in_capitals(article.text):
        article = replace(article, text=folded(article.text))
    sentences = split(article.text)
    heard = voices(sentences)
    manual = is_manual([s.text for s in sentences if not s.quotes and not s.heading])
    found: list[Candidate] = []
    silent: dict[int, Place] = {}
    before: Reading | None = None
    told: dict[str, Saying] = {}
    for i, (sentence, voice) in enumerate(zip(sentences, heard, strict=True)):
        if sentence.heading:
            continue
        if _repeats(found, sentence):
            continue
        later = afterthought(found, sentences, i, article, calendar)
        if later is not None:
            found[-1], before = later, later.reading
            continue
        carried = _carried(sentences, heard, i)
        place = Place(article, calendar, sentence, voice, carried, manual, before, told)
        told.update(_days_of_saying(article, calendar, sentence, voice))
        made = _of_sentence(place)
        if not made:
            silent[i] = place
        for candidate in made:
            found.append(candidate)
            if candidate.deadline_phrase is not None:
                reading = candidate.reading
                before = reading if reading is not None and reading.deadline else None
    return Found(sentences, tuple(found), silent)


def insisted(place: Place) -> Candidate:
    """Give the one candidate of a sentence in which the rules see too little to find one."""
    text = place.sentence.text
    frames = [frame for frame, _ in place.voice.frames]
    condition = find_condition(text)
    cues = outside(find_cues(text, frames, quoted=bool(place.sentence.quotes)), condition)
    found = claims(place, cues or [_no_sign(place)], condition, least=0.0)
    best = max(found, key=lambda claim: claim.score)
    return _candidate(place, best, condition, alone=True)


def _no_sign(place: Place) -> Cue:
    """Give a cue without words, where the time ahead is told or what is said begins."""
    text, frames = place.sentence.text, [f for f, _ in place.voice.frames]
    closing = min((f.start for f in frames if closes(text, f)), default=len(text))
    every = readings(text, place.article.published, place.calendar)
    dated = [d.span[0] for d in every if d.dated and d.span[0] < closing]
    told = [f.end for f in frames if not f.inverted and f.start < closing]
    at = dated[-1] if dated else told[0] if told else 0
    denied = bool(told) and clause_denied(text, told[0])
    return Cue("by_date", at, at, "", 0.0, denied)


# "plans to ship": no forecast by itself, and no words of belief, but those that were said
_INTENDS = re.compile(
    r"\b(?:(?:plan|aim|intend|want|hope|mean|propose)(?:s|ed)?|planned|(?:is|are|was|were)"
    r" (?:planning|aiming|hoping|intending)) to\b"
)


def _words_of_belief(text: str, claim: Claim, odds: Odds | None) -> str:
    """Give the words that make a claim a forecast: a bound of its chance; a day alone is none."""
    if odds and odds.value is None:
        return odds.phrase
    meant = _INTENDS.search(text, *claim.segment) if claim.cue.kind == "by_date" else None
    return meant.group() if meant else claim.cue.phrase


_SAME_OCCASION = dt.timedelta(days=7)


def _days_of_saying(
    article: Article, calendar: Calendar, sentence: Sentence, voice: Voice
) -> dict[str, Saying]:
    """Give who is said to have spoken on which day of the week before the article."""
    days: dict[str, Saying] = {}
    for frame, party in voice.frames:
        saying = find_saying(sentence.text, frame, article.published, calendar)
        window = saying.window
        if party is None or party.plural or window is None or article.published is None:
            continue
        if frame.group == "say" and article.published - window.earliest <= _SAME_OCCASION:
            days[party.name] = saying
    return days


def _carried(sentences: Sequence[Sentence], heard: Sequence[Voice], i: int) -> Party | None:
    """Give the speaker whose reported words may go on in sentence i of the same paragraph."""
    if i == 0 or sentences[i - 1].paragraph != sentences[i].paragraph:
        return None
    if sentences[i].quotes or heard[i].frames:
        return None
    named = [p for f, p in heard[i - 1].frames if p is not None and f.group in {"say", "predict"}]
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


def _of_sentence(place: Place) -> list[Candidate]:
    text = place.sentence.text
    frames = [frame for frame, _ in place.voice.frames]
    cues = find_cues(text, frames, quoted=bool(place.sentence.quotes))
    condition = find_condition(text)
    open_cues = outside(cues, condition)
    found = claims(place, open_cues, condition) if open_cues else []
    if not found:
        answer = elliptical(place)
        return [_candidate(place, answer, None, alone=True)] if answer else []
    made = [_candidate(place, claim, condition, alone=len(found) == 1) for claim in found]
    for i, one in enumerate(made[1:], start=1):
        explains = text[: found[i].segment[0]].rstrip().endswith(":")
        made[i] = _with_subject(one, made[i - 1])
        if explains and one.deadline_phrase is None:  # "May will be hard: we are braced for losses"
            phrase, reading = made[i - 1].deadline_phrase, made[i - 1].reading
            made[i] = replace(made[i], deadline_phrase=phrase, reading=reading)
    return made


# "Growth will slow to 2%" before "1%": an amount of its own for the same thing.
_AMOUNT = re.compile(r"(?:(?:about|around|nearly|just)\s)?[$€£]?\d[\d.,]*")
_BEFORE_AMOUNT = re.compile(r"(?P<what>[^\d$€£]{4,80}\s)(?:about |around |nearly |just )?[$€£]?\d")
_ODDS_OF_IT = re.compile(r"(?:The|Its|Their|His|Her) (?:odds|chances?|probability|likelihood) at\b")
_ONLY_SURE = re.compile(
    r"(?:[Cc]ertainly|[Pp]robably|[Pp]ossibly|[Pp]erhaps|[Mm]aybe|[Dd]efinitely"
    r"|[Mm]ore likely|[Tt]hen|[Aa]lmost|[Aa]ll of it|[Aa]t the latest|[Mm]ost likely|\W)+"
)
_NO_SUBJECT = re.compile(
    r"(?:[Ww]ill|[Ww]ould|[Cc]ould|[Mm]ay|[Mm]ight|[Ss]hould|To|[A-Z][a-z]+ing)\s"
)
_SUBJECT = re.compile(
    r"(.{2,80}?)\s(?:is|are|was|were|will|would|could|may|might|should|can|has|have|had|to)\b"
)


def _with_subject(one: Candidate, before: Candidate) -> Candidate:
    """Give "would last three weeks" the subject of the claim before it in its sentence."""
    if _ODDS_OF_IT.match(one.claim):  # "one put the odds at 70%": of what was said before
        when = one if one.deadline_phrase else before
        phrase, reading = when.deadline_phrase, when.reading
        return replace(
            one, claim=before.claim, parts=before.parts, deadline_phrase=phrase, reading=reading
        )
    if _ONLY_SURE.fullmatch(one.claim):  # "by May and certainly by June"
        return replace(one, claim=before.claim, parts=before.parts)
    if one.claim.startswith("Again"):  # "cuts in June, and again in September"
        return replace(one, claim=f"{before.claim} again", parts=())
    what = _BEFORE_AMOUNT.match(before.claim) if _AMOUNT.match(one.claim) else None
    if what is not None:
        return replace(one, claim=what["what"] + one.claim, parts=())
    named = _SUBJECT.match(before.claim) if _NO_SUBJECT.match(one.claim) else None
    if named is None:
        return one
    claim = f"{named[1]} {one.claim[0].lower()}{one.claim[1:]}"
    return replace(one, claim=claim, parts=compound_parts(claim))


def _candidate(
    place: Place, claim: Claim, condition: Condition | None, *, alone: bool
) -> Candidate:
    sentence = place.sentence
    odds = find_odds(sentence.text[slice(*claim.segment)]) or (
        find_odds(sentence.text) if alone else None
    )
    governed = condition if condition and _governs(condition, claim) else None
    denied = _denied(place, claim.cue)
    stretch = _stretch(sentence.text, claim, governed)
    stated = odds is not None or claim.cue.kind == "chance_put"
    text = tidy_claim(stretch, negative=denied, stated=stated)
    believed = _words_of_belief(sentence.text, claim, odds)
    made = Candidate(
        doc_id=place.article.name,
        sentence=sentence.text,
        start=sentence.start,
        end=sentence.end,
        claim=text,
        phrase=believed,
        probability=odds.value if odds else None,
        condition=(governed.text or None) if governed else None,
        polarity="negative" if denied else "affirmative",
        parts=compound_parts(text),
        resolvable=worth_resolving(
            text,
            dated=claim.deadline is not None and claim.deadline.dated,
            words=None if odds else believed,
        ),
        confidence=claim.score,
    )
    return _told(made, claim)


def _told(made: Candidate, claim: Claim) -> Candidate:
    """Add who said it, when, and until when."""
    party, deadline, saying = claim.speaking.party, claim.deadline, claim.saying
    if party:
        made = replace(made, forecaster=party.name, role=party.role, kind=party.kind)
    if deadline:
        made = replace(made, deadline_phrase=deadline.phrase, reading=deadline.reading)
    if saying.window:
        earliest, latest = saying.window.earliest, saying.window.latest
        made = replace(made, made_earliest=earliest, made_latest=latest)
    return replace(made, made_phrase=saying.phrase)


def _stretch(text: str, claim: Claim, condition: Condition | None) -> Stretch:
    return Stretch(
        text,
        claim.segment,
        claim.cue.start,
        claim.speaking.frame,
        claim.deadline,
        claim.saying.span if claim.saying.phrase else (0, 0),
        (condition.start, condition.end) if condition else (0, 0),
        claim.speaking.inner,
    )


def _denied(place: Place, cue: Cue) -> bool:
    frames = [frame for frame, _ in place.voice.frames]
    return cue.negative != denied_by(place.sentence.text, frames, cue.start)


def _governs(condition: Condition, claim: Claim) -> bool:
    leading = condition.start <= 2
    return leading or claim.segment[0] <= condition.start < claim.segment[1]
