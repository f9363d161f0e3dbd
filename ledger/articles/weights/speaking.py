"""Say whose words stand at a place of a sentence, from its frames and its quotations."""

import re
from dataclasses import dataclass, replace

from ledger.articles.signs.cues import Cue
from ledger.articles.speakers.frames import Frame
from ledger.articles.speakers.parties import Party
from ledger.articles.speakers.quoting import Pair
from ledger.articles.speakers.voices import Voice
from ledger.articles.texts.sentences import Sentence

# "..., as they have promised, ..." compares; it does not say what follows.
_ASIDE = re.compile(r",\s+(?:just |much )?as\s+\w?$")
_PRONOUN = re.compile(r"[\"“‘']?(?:they|it|he|she)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Speaking:
    """The party that speaks (None: the article itself) and the frame that reports it.

    `inner` is the frame of what a speaker tells of his or her own body: "the firm expects".
    """

    party: Party | None
    frame: Frame | None
    inner: Frame | None = None


def speaking_at(cue: Cue, sentence: Sentence, voice: Voice) -> Speaking:
    """Give who is responsible for the words at a cue.

    Inside speech it is the speaker, unless the speaker reports others by name. Outside it is the
    innermost verb of saying before the cue, unless somebody told all of it at the end ("..., the
    chief executive said") and the inner subject is his or her own organisation.
    """
    if sentence.quoted(cue.start):
        return _in_speech(cue, sentence, voice)
    before = [
        p for p in voice.frames if _governs(p[0], cue, sentence) and not sentence.quoted(p[0].start)
    ]
    after = [p for p in voice.frames if _reports_back(p[0], cue, sentence)]
    inner = _innermost(before, sentence.text)
    outer = _named(after)
    if inner is None:
        nameless = before or after
        return outer or Speaking(None, nameless[-1][0] if nameless else None)
    if outer is not None and _own_words(inner, outer):
        return replace(outer, inner=inner.frame)
    if outer is not None and _closed(inner, cue, sentence):
        return outer
    return inner


def _governs(frame: Frame, cue: Cue, sentence: Sentence) -> bool:
    before = sentence.text[: frame.who_start + 1]
    return not frame.inverted and frame.start <= cue.start and not _ASIDE.search(before)


def _reports_back(frame: Frame, cue: Cue, sentence: Sentence) -> bool:
    if sentence.quoted(frame.start):
        return False
    if frame.inverted:
        return True
    before = sentence.text[: frame.who_start].rstrip()
    return frame.start > cue.start and before[-1:] in {",", '"', "”", "’", "'", "—", "–"}


def _innermost(before: list[Pair], text: str) -> Speaking | None:
    """Give the last frame with a party; a person keeps what "the company expects" says."""
    named = [(f, p) for f, p in before if p is not None]
    main = [pair for pair in named if not text.startswith("which", pair[0].who_start)]
    named = main if main and main[-1] == named[-1] else named
    if not named:
        return None
    frame, party = named[-1]
    chosen = Speaking(party, frame)
    for outer_frame, outer in reversed(named[:-1]):
        if outer.kind == "person" and party.kind == "organisation" and outer_frame.group == "say":
            return Speaking(outer, outer_frame)
        if outer == party and outer_frame.group == "say" and outer_frame.who.lower() != "who":
            chosen = Speaking(outer, outer_frame)
    return chosen


def _named(after: list[Pair]) -> Speaking | None:
    named = [Speaking(p, f) for f, p in after if p is not None]
    return named[0] if named else None


def _closed(inner: Speaking, cue: Cue, sentence: Sentence) -> bool:
    """Say whether what somebody said ends before a cue: "Ministers agreed to pay; ..."."""
    return inner.frame is not None and ";" in sentence.text[inner.frame.end : cue.start]


def _own_words(inner: Speaking, outer: Speaking) -> bool:
    if inner.party is None or outer.party is None:
        return True
    told = outer.party.kind in {"person", "anonymous"}
    return told and inner.party.kind == "organisation" and not inner.party.plural


def _told_inside(frame: Frame, cue: Cue, sentence: Sentence) -> bool:
    """Say whether somebody quoted reports what was said once: "I told them in 2022"."""
    inside = frame.start <= cue.start and sentence.quoted(frame.start) and not frame.inverted
    clause = re.search(r"[,;]\s+(?:but|and|so)\b|[.!?]\s", sentence.text[frame.end : cue.start])
    return inside and frame.past and frame.lemma in {"tell", "say", "promise"} and clause is None


def _in_speech(cue: Cue, sentence: Sentence, voice: Voice) -> Speaking:
    inside = [
        (f, p)
        for f, p in voice.frames
        if p is not None and f.start <= cue.start and sentence.quoted(f.start) and not f.inverted
    ]
    others = [(f, p) for f, p in inside if p.kind in {"anonymous", "crowd"} and p.plural]
    if others and not _PRONOUN.match(others[-1][0].who):
        return Speaking(others[-1][1], others[-1][0])
    told = [f for f, _ in voice.frames if _told_inside(f, cue, sentence)]
    if told:  # "Last year they told us it would be over by June"
        return Speaking(voice.quoted, told[-1])
    reported = [f for f, p in voice.frames if p is voice.quoted and not sentence.quoted(f.start)]
    return Speaking(voice.quoted, reported[0] if reported else None)
