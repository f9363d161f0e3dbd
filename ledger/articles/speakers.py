"""Resolve who speaks: names, short names, pronouns and quotations across sentences.

The state after each sentence is the people, bodies and groups named so far; a pronoun or a short
name is looked up there. Quotations take the speaker of their own sentence, of the sentence that
closes them, of the one before in the paragraph, or of the paragraph before.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ledger.articles.frames import Frame, find_frames
from ledger.articles.hedges import IRREGULAR_PAST, MODALS, verb_classes
from ledger.articles.nouns import is_role
from ledger.articles.parties import PRONOUNS, Party, read_party, strip_lead
from ledger.articles.sentences import Sentence
from ledger.articles.subjects import PHRASE

_DATELINE = re.compile(
    r"^[A-Z][A-Z .,'’/-]{2,40}(?:,? [A-Z][a-z]+\.? \d{1,2})?(?: ?\([^)]{2,30}\))?\s*[—–-]+\s+"
)
_POSSESSIVE = re.compile(r"^(?:his|her|its|their)\s+(?=[a-z])", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"^(?P<owner>.+?)(?:'s|’s|s'|s’)\s+(?:\w+[ -]){0,3}(?:outlook|forecasts?|report|projections?|estimates?"
    r"|guidance|model|models|survey|poll|study|analysis|figures|data|statement|bulletin|review|note|assessment)$"
)
_NAME = re.compile(
    r"(?<![\w'’])(?:[A-ZÀ-Þ][\w.'’-]+)(?:\s+(?:al|de|van|von|der|bin|la|el)?-?\s?[A-ZÀ-Þ][\w'’-]+){1,3}"
)
_PRESENT = frozenset(
    "goes does has says sees wants plans remains faces makes takes calls runs".split()
)
_COMPANY = frozenset(
    "company firm group carrier chipmaker automaker carmaker bank retailer club".split()
)


@dataclass(slots=True)
class Discourse:
    """What has been named so far; the last of each list was named last."""

    people: list[Party] = field(default_factory=list)
    bodies: list[Party] = field(default_factory=list)
    groups: list[Party] = field(default_factory=list)
    recent: list[Party] = field(default_factory=list)
    spoke: list[Party] = field(default_factory=list)
    speaker: Party | None = None  # of the sentence before
    subject: Party | None = None

    def resolve(self, who: str, role: str | None = None) -> Party | None:
        """Give the party that a subject as written stands for; None when nobody is found."""
        low = re.sub(r"[’'](?:d|ve|m|re|s|ll)$", "", who.strip("\"“”‘’' ").lower())
        low = re.sub(r"^both |^all ", "", low)
        if low in {"he", "she"}:
            return self._person(low)
        if low in {"it", "they"}:
            return self._thing(low)
        if low in PRONOUNS or not low:
            return None
        owner = _POSSESSIVE.match(strip_lead(who))
        party = read_party(_DATELINE.sub("", who))
        if party is None or re.match(
            r"[\d.]+\s?(?:%|per ?cent)|(?:one|two|three|\d+) in (?:[a-z]+|\d+)$", party.name
        ):
            return None
        if owner and party.kind != "person":
            return self._owned(owner.group().strip().lower(), party)
        if role and not party.role:
            party = replace(party, role=role)
        return self._known(party, who)

    def _person(self, pronoun: str) -> Party | None:
        wrong = "f" if pronoun == "he" else "m"
        fitting = [
            p
            for p in self.recent
            if p.gender != wrong
            and (p.kind == "person" or (p.kind == "anonymous" and not p.plural))
        ]
        if self.subject in fitting:
            return self.subject
        return fitting[-1] if fitting else None

    def _thing(self, pronoun: str) -> Party | None:
        pool = [*self.bodies] if pronoun == "it" else [*self.groups, *self.bodies]
        spoken = self.speaker if self.speaker in pool else None
        named = self.subject is not None and (
            self.subject.name[:1].isupper() or self.subject in self.spoke
        )
        if pronoun == "it" and spoken is not None and not named:
            return spoken
        if self.subject in pool and (pronoun == "it" or self.subject.plural):  # type: ignore[union-attr]
            return self.subject
        if pronoun == "it":
            return pool[-1] if pool else None
        plural = [p for p in pool if p.plural]
        return plural[-1] if plural else None

    def _owned(self, pronoun: str, party: Party) -> Party:
        owner = self._person(pronoun) if pronoun in {"his", "her"} else self._thing("it")
        owner = owner or self.subject
        return replace(party, name=f"{owner.name}'s {party.name}") if owner else party

    def _known(self, party: Party, who: str) -> Party:
        document = _DOCUMENT.match(party.name)
        if document:
            party = replace(party, name=document["owner"], kind="organisation")
        for known in reversed(self.people):
            if known.name.split()[-1] == party.name.split()[-1] and party.kind in {
                "person",
                "organisation",
            }:
                if len(known.name) >= len(party.name):
                    return replace(known, role=known.role or party.role)
                return replace(party, kind="person", role=party.role or known.role)
        definite = bool(re.match(r"(?:the|this|that)\b", strip_lead(who), re.IGNORECASE))
        if definite and party.name.islower():
            return self._definite(party)
        for known in reversed(self.bodies):
            if (
                party.name != known.name
                and party.name in known.name.split()
                and party.name[0].isupper()
            ):
                return known
        return party

    def _definite(self, party: Party) -> Party:
        head = party.name.split()[-1]
        if is_role(head) and not party.plural:
            for known in reversed(self.people):
                if known.role and head in re.findall(r"[\w-]+", known.role.lower()):
                    return known
        if head in _COMPANY:
            named = [b for b in self.bodies if b.name[:1].isupper()]
            if named and head not in {"bank", "club", "group"}:
                return named[-1]
        for known in reversed((*self.bodies, *self.groups)):
            if known.name.split()[-1].lower() == head and len(known.name) > len(party.name):
                return known
        return party

    def remember(self, party: Party, *, subject: bool) -> None:
        """Add a party to those named; `subject` makes it what "he" or "it" means next."""
        if party.kind == "person":
            pool = self.people
        elif party.kind in {"anonymous", "crowd"}:
            pool = self.groups
        else:
            pool = self.bodies
        same = [p for p in pool if p.name == party.name]
        for old in same:
            pool.remove(old)
            if old.role and not party.role:
                party = replace(party, role=old.role)
            if old.gender and not party.gender:
                party = replace(party, gender=old.gender)
        self.recent = [p for p in self.recent if p.name != party.name]
        self.recent.append(party)
        pool.append(party)
        if subject:
            self.subject = party


@dataclass(frozen=True, slots=True)
class Voice:
    """The frames of a sentence with their parties, and the speaker of its quoted parts."""

    frames: tuple[tuple[Frame, Party | None], ...]
    quoted: Party | None


def voices(sentences: Sequence[Sentence]) -> list[Voice]:
    """Give the voice of every sentence, resolved from first to last."""
    state = Discourse()
    resolved: list[list[tuple[Frame, Party | None]]] = []
    subjects: list[Party | None] = []
    for sentence in sentences:
        resolved.append([] if sentence.heading else _read(sentence, state))
        subjects.append(state.subject)
    speakers = _quote_speakers(sentences, resolved, subjects)
    return [Voice(tuple(f), s) for f, s in zip(resolved, speakers, strict=True)]


def _read(sentence: Sentence, state: Discourse) -> list[tuple[Frame, Party | None]]:
    text = sentence.text
    mentions = _mentions(text, sentence)
    frames = find_frames(text)
    opening = opening_subject(text) if not sentence.quoted(0) else None
    first = state.resolve(opening) if opening and opening.lower() not in PRONOUNS else None
    pairs: list[tuple[Frame, Party | None]] = []
    if first is not None and (first.kind == "person" or first.name[:1].isupper()):
        state.remember(first, subject=True)
    for frame in frames:
        party = _frame_party(frame, pairs, state, mentions, sentence)
        pairs.append((frame, party))
    _update(state, sentence, pairs, first, mentions)
    return pairs


def _frame_party(
    frame: Frame,
    earlier: Sequence[tuple[Frame, Party | None]],
    state: Discourse,
    mentions: Sequence[Party],
    sentence: Sentence,
) -> Party | None:
    low = frame.who.strip("\"“‘' ").lower()
    if low in {"he", "she", "it", "they"} and not sentence.quoted(frame.start):
        inner = [
            p
            for f, p in earlier
            if p
            and f.start < frame.start
            and not f.inverted
            and (p.kind == "person") == (low in {"he", "she"} and p.kind == "person")
        ]
        if inner and not frame.inverted and frame.start > earlier[0][0].end:
            return inner[-1]
    if low == "who":
        before = sentence.text[: frame.who_start].rstrip(" ,")
        named = [p for f, p in earlier if p and f.start < frame.start]
        opening = read_party(before)
        return named[-1] if named else (state.resolve(before) if opening else None)
    if not frame.who:
        opening = opening_subject(sentence.text)
        return state.resolve(opening) if opening else None
    return state.resolve(frame.who, frame.role)


def _mentions(text: str, sentence: Sentence) -> list[Party]:
    """Give the people named in a sentence outside speech, with some sign that they are people."""
    found: list[Party] = []
    for match in re.finditer(
        r"(?:\b[a-z-]+ )?(?:[A-ZÀ-Þ][\w.'’-]*(?: (?:al|de|van|von|der|bin|la|el)(?=[ -]))?[ -]?)+",
        text,
    ):
        phrase = match.group().strip()
        if sentence.quoted(match.start()) or phrase.endswith(("'s", "’s")):
            continue
        party = read_party(phrase)
        follows = text[match.end() :][:14]
        apposed = re.match(r",? (?:\d\d,|who\b|the\b|an?\b|director|head|chief)", follows)
        if party and party.kind == "person" and (party.role or (apposed and match.start() == 0)):
            found.append(party)
    return found


def _update(
    state: Discourse,
    sentence: Sentence,
    pairs: Sequence[tuple[Frame, Party | None]],
    first: Party | None,
    mentions: Sequence[Party],
) -> None:
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
    owner = _owner(sentence.text)
    if owner is not None:
        mentions = [*mentions, state.resolve(owner) or Party(owner, None, "person")]
    if owner is not None and (first is None or first.kind != "person"):
        first = replace(mentions[-1], kind="person")
    chosen = first or speaker or (mentions[0] if mentions else None)
    if speaker is not None and (first is None or speaker.kind == "person"):
        chosen = speaker
    if chosen is not None:
        state.remember(chosen, subject=True)


def _owner(text: str) -> str | None:
    """Give X of an opening "X's message" that the sentence goes on to call him or her."""
    match = re.match(r"((?:[A-ZÀ-Þ][\w.-]+ ?){1,3})['’]s [a-z]", text)
    return (
        match.group(1)
        if match and re.search(r"\b(?:him|her|his|himself|herself)\b", text)
        else None
    )


def opening_subject(text: str) -> str | None:
    """Give the noun phrase before the first finite verb of a sentence; None when unsure."""
    bare = strip_lead(_DATELINE.sub("", text))
    verbs = verb_classes()
    taken: list[str] = []
    for token in bare.split()[:14]:
        low = token.lower().strip("\"“”'’")
        finite = low in IRREGULAR_PAST or low in MODALS or low in verbs or low in _PRESENT
        if taken and (finite or re.fullmatch(r"[a-z]{3,}(?:ed|ies|es)", low)):
            return " ".join(taken)
        taken.append(token)
        if token.endswith(","):
            return _apposed(bare, " ".join(taken).rstrip(","))
        if token[-1] in ".;:—–":
            return None
    return None


def _apposed(text: str, head: str) -> str | None:
    """Choose between "Marta Oriol, the chief," and "The chief, Marta Oriol,": the name."""
    if len(head.split()) > 8:
        return None
    following = re.match(rf",\s+({PHRASE}+),", text[len(head) :])
    party, named = read_party(head), read_party(following.group(1)) if following else None
    person = named is not None and named.kind == "person"
    return (
        following.group(1)
        if following and person and (party is None or party.kind != "person")
        else head
    )


def _quote_speakers(
    sentences: Sequence[Sentence],
    resolved: Sequence[Sequence[tuple[Frame, Party | None]]],
    subjects: Sequence[Party | None],
) -> list[Party | None]:
    """Give the speaker of the quoted parts of each sentence."""
    own = [_own_speaker(s, pairs) for s, pairs in zip(sentences, resolved, strict=True)]
    speakers: list[Party | None] = []
    for i, sentence in enumerate(sentences):
        found = own[i]
        if found is None and sentence.quotes:
            found = _carried(sentences, own, speakers, i) or _introduced(sentences, subjects, i)
        speakers.append(found)
    return speakers


def _own_speaker(sentence: Sentence, pairs: Sequence[tuple[Frame, Party | None]]) -> Party | None:
    if not sentence.quotes:
        return None
    outside = [(f, p) for f, p in pairs if p is not None and not sentence.quoted(f.start)]
    if not outside:
        return None

    def distance(pair: tuple[Frame, Party | None]) -> int:
        return min(abs(edge - pair[0].start) for quote in sentence.quotes for edge in quote)

    return min(outside, key=distance)[1]


def _carried(
    sentences: Sequence[Sentence],
    own: Sequence[Party | None],
    speakers: Sequence[Party | None],
    i: int,
) -> Party | None:
    here = sentences[i]
    ends_open = bool(here.quotes) and here.quotes[-1][1] >= len(here.text)
    closed = here.text.rstrip()[-1:] in "\"”’'"
    for j in range(i + 1, len(sentences)):
        if sentences[j].paragraph != here.paragraph or not ends_open or closed:
            break
        if own[j] is not None and sentences[j].quoted(0):
            return own[j]
        if not sentences[j].all_quoted or sentences[j].text.rstrip()[-1:] in '"”':
            break
    return _before(sentences, speakers, i)


def _introduced(
    sentences: Sequence[Sentence], subjects: Sequence[Party | None], i: int
) -> Party | None:
    """Give the person whom the sentence before speech is about: 'Shaw disagrees. "..."'."""
    for j in range(i - 1, -1, -1):
        if sentences[j].heading or sentences[i].paragraph - sentences[j].paragraph > 1:
            break
        if not sentences[j].quotes:
            party = subjects[j]
            return party if party is not None and party.kind in {"person", "anonymous"} else None
    return None


def _before(
    sentences: Sequence[Sentence], speakers: Sequence[Party | None], i: int
) -> Party | None:
    for j in range(i - 1, -1, -1):
        if sentences[j].heading:
            continue
        if sentences[i].paragraph - sentences[j].paragraph > 1:
            break
        if speakers[j] is not None:
            return speakers[j]
    return None
