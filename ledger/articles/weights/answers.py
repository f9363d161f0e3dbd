"""Take an answer that is only a time: '"Realistically, 2023," said ...'."""

import datetime as dt
import re
from dataclasses import replace

from ledger.articles.days.saying import Saying
from ledger.articles.days.timing import Deadline
from ledger.articles.signs.cues import Cue
from ledger.articles.weights.speaking import Speaking
from ledger.articles.weights.weighing import Claim, Place
from ledger.articles.words.calendar_words import DAY, MONTHS
from ledger.core.deadlines import Calendar, read_deadline

_TIMEISH = re.compile(
    r"\d+(?:st|nd|rd|th)?|an?|the|in|by|within|before|next|this|coming|of|to|or|early|late|mid"
    r"|end|couple|few|several"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty"
    r"|thirty|forty|fifty|hundred"
    r"|(?:hour|day|week|month|quarter|year|decade|season|fortnight)s?|spring|summer|autumn"
    r"|winter|fall|Christmas|Easter"
    rf"|{DAY}|{MONTHS}|tomorrow|tonight|century|half|second|first",
    re.IGNORECASE,
)


_FILLER = frozenset(
    "realistically probably maybe perhaps maximum max tops at most best the latest"
    " earliest or so and"
    " no later certainly definitely easily say honestly likely i'd more not by in around about"
    " roughly sometime somewhere i i’d think guess reckon suspect would hopefully well perhaps"
    " before we if we're we’re lucky think".split()
)


def elliptical(place: Place) -> Claim | None:
    """Take an answer that is only a time: '"Realistically, 2023," said ...'."""
    sentence, published = place.sentence, place.article.published
    if not sentence.quotes or published is None:
        return None
    start, end = sentence.quotes[0]
    if start > 0 and not sentence.text[:start].rstrip().endswith(":"):
        return None
    said = sentence.text[start:end].strip("\"“”‘’',. ")
    if not said or len(said.split()) > 8:
        return None
    deadline = _only_time(said, published, place.calendar)
    if deadline is None:
        return None
    speaking = Speaking(place.voice.quoted, None)
    shift = sentence.text.index(said)
    deadline = replace(deadline, span=(deadline.span[0] + shift, deadline.span[1] + shift))
    cue = Cue("elliptical", 0, start, said.split(",")[0], 0.55)
    return Claim(cue, (0, len(sentence.text)), speaking, Saying(None, (0, 0), None), deadline, 0.55)


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
