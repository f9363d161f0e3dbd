"""Find when something was said: "In 2016 he promised", "told reporters on Monday"."""

import datetime as dt
import re
from dataclasses import dataclass

from ledger.articles.frames import Frame
from ledger.articles.sentences import Span
from ledger.articles.subjects import FINITE
from ledger.core.deadlines import Calendar, Window, read_statement

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)


DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"


SEASON = r"(?:spring|summer|autumn|winter|fall)"


_PAST = (
    rf"(?:(?:just|only|about|around|nearly|more than|some)\s+)?(?:(?:[\w-]+\s+){{0,2}}(?:days?"
    rf"|weeks?|months?|years?|fortnight|decades?|hours?)\s+(?:ago|earlier))"
    rf"|yesterday|(?:earlier|late|early)\s+(?:today|on {DAY}|{DAY}|(?:this|last)\s+(?:week"
    rf"|month|year|{SEASON}))"
    rf"|(?:last|this)\s+(?:week|weekend|month|year|quarter|{SEASON}|{DAY}|{MONTH})"
    rf"|(?:on\s+)?{DAY}(?:\s+(?:morning|afternoon|evening|night))?"
    rf"|(?:on\s+)?(?:\d{{1,2}}\s+{MONTH}|{MONTH}\s+\d{{1,2}})(?:,?\s+\d{{4}})?"
    rf"|(?:back\s+)?in\s+(?:early\s+|late\s+|mid-)?(?:{MONTH}(?:\s+(?:of\s+)?\d{{4}})?|\d{{4}}"
    rf"|the\s+{SEASON})"
    r"|around\s+(?:the\s+)?[Nn]ew\s+[Yy]ear|(?:over|at)\s+(?:Christmas|Easter)"
)


_LEAD = re.compile(rf"^[\"“‘']?(?P<when>{_PAST})\b,?\s+", re.IGNORECASE)


_GAP = r"(?:(?:\s+(?!that\b)[\w'’.-]+){0,5}?)"


_AFTER_VERB = re.compile(
    rf"{_GAP}\s+(?P<when>{_PAST})\b(?=\s+(?:that|it|he|she|they|the|an?|[A-Z])|[,.\"”]|\s*$)"
)


_OBJECT = re.compile(r"\s+(?:in|during|at|to)\s+(?:an?|the|its|his|her|their|this)\b")


@dataclass(frozen=True, slots=True)
class Saying:
    """When the words were said: the phrase at `span` and its window; None where unknown."""

    phrase: str | None
    span: Span
    window: Window | None


def find_saying(
    text: str, frame: Frame | None, published: dt.date | None, calendar: Calendar
) -> Saying:
    """Find when the speaker of a frame spoke: "In 2016 he promised", "said on Monday"."""
    nothing = Saying(None, (0, 0), None)
    if frame is None or not frame.past:
        return nothing
    match = _saying_match(text, frame)
    if match is None:
        return nothing
    window = read_statement(match["when"], published, calendar) if published else None
    return Saying(match["when"], match.span("when"), window)


def _saying_match(text: str, frame: Frame) -> re.Match[str] | None:
    lead = _LEAD.match(text)
    if lead and lead.end() >= frame.who_start - 4 and not frame.inverted:
        return lead
    after = _AFTER_VERB.match(text, frame.end)
    if after is None:
        return None
    gap = text[frame.end : after.start("when")]
    if FINITE.search(gap):
        return None
    if frame.inverted or not gap.strip():
        return after
    return after if frame.lemma == "tell" or _OBJECT.match(gap) else None
