"""Find the speaker of quoted words: in the sentence, after it, before it, or introduced before."""

from collections.abc import Sequence

from ledger.articles.speakers.frames import Frame
from ledger.articles.speakers.parties import Party
from ledger.articles.texts.sentences import Sentence

Pair = tuple[Frame, Party | None]


def quote_speakers(
    sentences: Sequence[Sentence],
    resolved: Sequence[Sequence[Pair]],
    subjects: Sequence[Party | None],
) -> list[Party | None]:
    """Give the speaker of the quoted parts of each sentence."""
    own = [_own_speaker(s, pairs) for s, pairs in zip(sentences, resolved, strict=True)]
    speakers: list[Party | None] = []
    for i, sentence in enumerate(sentences):
        found = own[i]
        if found is None and sentence.quotes:
            found = (
                _just_said(sentences, resolved, i)
                or _carried(sentences, own, speakers, i)
                or _introduced(sentences, subjects, i)
            )
        speakers.append(found)
    return speakers


def _own_speaker(sentence: Sentence, pairs: Sequence[Pair]) -> Party | None:
    if not sentence.quotes:
        return None
    outside = [(f, p) for f, p in pairs if p is not None and not sentence.quoted(f.start)]
    if not outside:
        return None

    def distance(pair: Pair) -> int:
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


def _just_said(
    sentences: Sequence[Sentence], resolved: Sequence[Sequence[Pair]], i: int
) -> Party | None:
    """Give the person of 'Shaw said it was late. "We will fail."': told first, quoted then."""
    j = i - 1
    if j < 0 or sentences[j].paragraph != sentences[i].paragraph or sentences[j].quotes:
        return None
    if not sentences[i].quotes or sentences[i].quotes[0][0] > 0:
        return None
    people = [p for f, p in resolved[j] if p and f.group == "say" and p.kind == "person"]
    return people[-1] if people else None


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
