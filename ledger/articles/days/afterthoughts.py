"""Take the day that the next breath tells: "Nobody gets 3% again. Not next year, not in five."."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ledger.articles.days.timing import readings
from ledger.articles.records import Article, Candidate
from ledger.articles.texts.sentences import Sentence
from ledger.core.deadlines import Calendar

_OPENS = re.compile(
    r"[\"“‘']?(?:Not|Nor|Maybe|Perhaps|Probably|Possibly|Certainly|Definitely|Hopefully|Likely"
    r"|And not|Or|By|In|Within|Before|At the latest)\b[^?]{2,90}$"
)
_SAID = re.compile(r"[,.!][\"”’].*$", re.DOTALL)
_FILLER = frozenset(
    "not nor maybe perhaps probably possibly certainly definitely hopefully likely and or but even"
    " if at the latest earliest soon sooner later we are we're lucky i think".split()
)


def afterthought(
    found: Sequence[Candidate],
    sentences: Sequence[Sentence],
    i: int,
    article: Article,
    calendar: Calendar,
) -> Candidate | None:
    """Give the last candidate with the deadline that sentence i adds to it; None when it adds none.

    The sentence has words of time and no others, and follows the candidate in its paragraph.
    """
    here, last = sentences[i], found[-1] if found else None
    if last is None or i == 0 or last.start != sentences[i - 1].start or last.deadline_phrase:
        return None
    anchor = last.made_latest or article.published
    together = sentences[i - 1].paragraph == here.paragraph and _OPENS.match(here.text)
    if not together or anchor is None:
        return None
    said = _SAID.sub("", here.text)
    times = [d for d in readings(said, anchor, calendar) if d.dated]
    rest = said
    for one in reversed(times):
        rest = rest[: one.span[0]] + rest[one.span[1] :]
    if not times or not {w.lower() for w in re.findall(r"[\w'’]+", rest)} <= _FILLER:
        return None
    return replace(last, deadline_phrase=times[-1].phrase, reading=times[-1].reading)
