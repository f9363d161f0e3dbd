"""Resolve who speaks in every sentence: the frames with their parties, and the quoted speaker.

The state after each sentence is the people, bodies and groups named so far; a pronoun or a short
name is looked up there.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ledger.articles.speakers.discourse import Discourse, one_of
from ledger.articles.speakers.frames import Frame, find_frames
from ledger.articles.speakers.introducing import LEMMA as INTRODUCES
from ledger.articles.speakers.openings import opening_owner, opening_subject
from ledger.articles.speakers.parties import PRONOUNS, Party, read_party
from ledger.articles.speakers.quoting import Pair, quote_speakers
from ledger.articles.speakers.subjects import FINITE
from ledger.articles.texts.sentences import Sentence
from ledger.articles.texts.transcripts import ANSWER, full_name
from ledger.articles.words.nouns import ROLES, is_role


@dataclass(frozen=True, slots=True)
class Voice:
    """The frames of a sentence with their parties, and the speaker of its quoted parts."""

    frames: tuple[Pair, ...]
    quoted: Party | None


# "Growth, it noted, should hold", "Rivers may burst, it warned."
_ASIDE = re.compile(
    r"[^,;]{2,60},\s(?:he|she|it|they)\s(?:\w+\s)?\w+,"
    r"|[^\"“]*,\s(?:he|she|it|they)\s(?:\w+\s)?(?:\w+ed|said|says|reckons|thinks)\.?$"
)


# "Moss Vale, a consultancy, ...": a body, though named like a person.
_FIRM = re.compile(
    r",\s(?:an?|the)\s(?:[\w-]+\s){0,3}?(?:consultancy|brokerage|company|firm|think[ -]tank|charity"
    r"|group|agency|bank|union|start-?up|utility|association|party|network|airline|lender|body"
    r"|manufacturer|publisher|studio|label|chain|operator)\b"
    r"|,\swhich\b"
)
# "Shares in Delmar Civil fell", "Delmar Civil said it expected": a body, though named like a person
_NAME = r"(?<![\w'’&-])([A-Z][\w'’&-]{0,30}(?:\s[A-Z][\w'’&-]{0,30}){1,4})"
_DOES = r"(?:cut|sell|close|open|hire|raise|build|buy|pay|cease)"
_FIRM_NAME = re.compile(
    rf"\b[Ss](?:hares|tock) (?:in|of) (?:(?:the|its|their) [a-z -]{{3,30}},? )?{_NAME}"
    rf"|{_NAME}(?:,\swhich\b|(?:['’]s)? (?:shares|stock|revenues?|profits|sales|earnings)\b"
    r"|,? (?:said|says|told investors|announced|warned)\b[^.;]{0,20}?\s(?:that )?it"
    r" (?:now |also |still )?(?:expect|plan|aim|intend|forecast|hope"
    rf"|would {_DOES}|will {_DOES}|had (?:cut|sold|raised|agreed|signed|received|hired|ordered)"
    r"|was (?:cutting|raising|planning|considering)))"
)
_EACH = frozenset("all both most each many some few others".split())
_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]+")  # capitals inside a sentence
# "Sulastri (38)", "Marr, 44, ...": only people have an age.
_HUMAN = re.compile(r",\swho\b|,\s(?:aged\s)?\d{2,3},|\s?\(\d{1,3}\)")
# "That seems unlikely to Kumar Das, an epidemiologist": who judges is who "he" is next.
_ROLE_NEXT = re.compile(
    rf",\s(?:an?|the|its)\s(?:[\w-]+\s){{0,3}}?(?:{'|'.join(sorted(ROLES))}|[a-z]+(?:ologist|onomist|alyst))\b"
)
_OF_A_THING = re.compile(
    r"(?:An?|The|His|Her|Its|Their|Another)\s(?:[a-z-]+\s){1,4}?(?:from|by)\s(?P<who>[^,;:.]{3,60})"
)
# "Ann Orr's side lost": she leads it.
_SIDE_OF = re.compile(r"(?P<who>[A-ZÀ-Þ][\w.-]+ [A-ZÀ-Þ][\w.-]+)['’]s (?:side|team|men|squad)\b")
_AGED = re.compile(r"\s?\(\d{1,3}\)|,\s(?:aged\s)?\d{2,3},")


def voices(sentences: Sequence[Sentence]) -> list[Voice]:
    """Give the voice of every sentence, resolved from first to last."""
    state = Discourse(
        proper=frozenset(w for s in sentences for w in _INSIDE.findall(s.text)),
        firms=frozenset(m[1] or m[2] for s in sentences for m in _FIRM_NAME.finditer(s.text)),
    )
    resolved: list[list[Pair]] = []
    subjects: list[Party | None] = []
    labelled: dict[int, Party] = {}  # the sentences of a transcript
    for i, sentence in enumerate(sentences):
        resolved.append([] if sentence.heading else _read(sentence, state))
        subjects.append(state.subject)
        if sentence.label and not sentence.heading:
            labelled[i] = _labelled(sentence.label, state, sentences[:i])
    speakers = quote_speakers(sentences, resolved, subjects)
    speakers = [labelled.get(i, speaker) for i, speaker in enumerate(speakers)]
    return [Voice(tuple(f), s) for f, s in zip(resolved, speakers, strict=True)]


def _labelled(label: str, state: Discourse, before: Sequence[Sentence]) -> Party:
    """Give who speaks in a turn of an interview; "A" is the person introduced before it."""
    if label in ANSWER:
        return state.people[-1] if state.people else Party("interviewee", None, "anonymous")
    name = full_name(label, "\n".join(s.text for s in before if not s.label))
    party = state.resolve(name) or Party(name, None, "person")
    return party if party.kind == "anonymous" else replace(party, kind="person")


def _read(sentence: Sentence, state: Discourse) -> list[Pair]:
    text = sentence.text
    mentions = _mentions(text, sentence)
    frames = find_frames(text)
    opening = opening_subject(text) if not sentence.quoted(0) else None
    first = state.resolve(opening) if opening and opening.lower() not in PRONOUNS else None
    first = _told_apart(first, text[text.find(first.name) + len(first.name) :]) if first else None
    if first is not None and first.kind == "person" and _aside(text, first):
        first = None
    if _ASIDE.match(text):  # "Growth, it noted, should hold": somebody named before speaks
        first = None
    for name in state.firms:
        if name in text:
            state.remember(Party(name, None, "organisation"), subject=False)
    pairs: list[Pair] = []
    if first is not None and _named(first, state):
        state.remember(first, subject=True)
    for frame in frames:
        apart = frame.who.lower() == "it" and re.search(r"[:;]\s", text[: frame.who_start])
        if apart and first is not None and first.kind == "organisation" and not first.plural:
            party: Party | None = first  # "A memo is no more upbeat: it puts the chances at"
        else:
            party = _frame_party(frame, pairs, state, sentence)
        if frame.lemma == INTRODUCES and (party is None or not _named(party, state)):
            continue  # 'The message was clear: "..."'
        pairs.append((frame, party))
    _update(state, sentence, pairs, first, mentions)
    return pairs


def _named(party: Party, state: Discourse) -> bool:
    """Say whether a party is a person, has a name of its own or has spoken before."""
    who = party.kind in {"person", "anonymous", "crowd"}
    return who or state.is_proper(party) or party in state.spoke


def _told_apart(party: Party, rest: str) -> Party:
    """Tell a body from a person by what follows the name: ", a consultancy", ", which", "(38)"."""
    if party.kind == "person" and _FIRM.match(rest):
        return replace(party, kind="organisation", role=None)
    if party.kind == "organisation" and party.name[:1].isupper() and _AGED.match(rest):
        return replace(party, kind="person")
    if party.kind == "person" and not party.gender and _HUMAN.match(rest):
        return replace(party, gender="p")
    return party


def _frame_party(
    frame: Frame, earlier: Sequence[Pair], state: Discourse, sentence: Sentence
) -> Party | None:
    low = frame.who.strip("\"“‘' ").lower()
    named = [(f, p) for f, p in earlier if p is not None and f.start < frame.start]
    if low in _EACH or low == "one" or low.startswith("one of th"):
        inner = [p for f, p in named if p.plural and not sentence.quoted(f.start)]
        if inner and low not in _EACH:
            return one_of(inner[-1])
        return inner[-1] if inner else state.resolve(frame.who, frame.role)
    if low == "who":
        before = sentence.text[: frame.who_start].rstrip(" ,")
        return named[-1][1] if named else state.resolve(before)
    if not frame.who:
        opening = opening_subject(sentence.text)
        return state.resolve(opening) if opening else None
    if (
        low in {"he", "she", "it", "they"}
        and not sentence.quoted(frame.start)
        and not frame.inverted
    ):
        people = low in {"he", "she"}
        inner = [
            p
            for f, p in named
            if not f.inverted
            and not sentence.quoted(f.start)
            and (p.kind in {"person", "anonymous"} if people else p.kind != "person")
        ]
        if inner and frame.start > earlier[0][0].end:
            return inner[-1]
    return state.resolve(frame.who, frame.role)


def _mentions(text: str, sentence: Sentence) -> list[Party]:
    """Give the people named in a sentence outside speech, with some sign that they are people."""
    found: list[Party] = []
    for match in re.finditer(
        r"(?:\b[a-z-]+ )?(?:[A-ZÀ-Þ][\w.'’-]*(?: (?:al|de|van|von|der|bin|la|el)(?=[ -]))?[ -]?)+",
        text,
    ):
        phrase = match.group().strip()
        led = _SIDE_OF.match(text) if match.start() == 0 else None
        if led and (party := read_party(led["who"])) and party.kind == "person":
            found.append(party)
        if sentence.quoted(match.start()) or phrase.endswith(("'s", "’s")):
            continue
        first, _, rest = phrase.partition(" ")
        party = read_party(rest if first.islower() and not is_role(first) else phrase)
        follows = text[match.end() :][:14]
        apposed = re.match(r",? (?:\d\d,|who\b|the\b|an?\b|director|head|chief)", follows)
        judge = first in {"to", "for"} and _ROLE_NEXT.match(text, match.end())
        sure = apposed and (match.start() == 0 or judge or apposed.group().startswith(", who"))
        if party and party.kind == "person" and (party.role or sure):
            found.append(party)
    return found


def _aside(text: str, person: Party) -> bool:
    """Say whether a person stands inside a noun phrase about something else: "a header from X"."""
    led = _OF_A_THING.match(text)
    named = led is not None and person.name in led["who"]
    return bool(named and led and not FINITE.search(led.group()))


def _update(
    state: Discourse,
    sentence: Sentence,
    pairs: Sequence[Pair],
    first: Party | None,
    mentions: Sequence[Party],
) -> None:
    asides = [p for p in mentions if _aside(sentence.text, p)]
    mentions = [p for p in mentions if p not in asides]
    for person in asides:
        state.remember(person, subject=False, aside=True)
    for person in mentions:
        state.remember(person, subject=False)
    speaker = None
    for frame, party in pairs:
        if party is None or sentence.quoted(frame.start):
            continue
        named = frame.who.split()[0].lower() not in PRONOUNS if frame.who.split() else False
        if named and party.kind == "organisation" and len(party.name.split()) > 6:
            continue
        state.remember(party, subject=False)
        speaker = speaker or party
    state.speaker = speaker
    state.spoke += [speaker] if speaker else []
    owner = opening_owner(sentence.text)
    if owner is not None and (first is None or first.kind != "person"):
        first = replace(state.resolve(owner) or Party(owner, None, "person"), kind="person")
    chosen = first or speaker or (mentions[0] if mentions else None)
    if speaker is not None and (first is None or speaker.kind == "person"):
        chosen = speaker
    if chosen is not None:
        state.remember(chosen, subject=True)
