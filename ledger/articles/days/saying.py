"""Find when something was said: "In 2016 he promised", "told reporters on Monday"."""

import datetime as dt
import re
from dataclasses import dataclass

from ledger.articles.speakers.frames import Frame
from ledger.articles.speakers.parties import OCCASION
from ledger.articles.speakers.subjects import FINITE
from ledger.articles.texts.sentences import Span
from ledger.articles.words.calendar_words import DAY, MONTH, SEASON
from ledger.core.deadlines import Calendar, Window, read_statement

_PAST = (
    rf"as (?:recently|late|long ago) as (?:{MONTH}(?:\s\d{{4}})?|\d{{4}}"
    rf"|last (?:week|month|year|{SEASON}))|"
    r"(?:this|at this) time last (?:week|month|year)"
    r"|(?:at|towards?|near) the (?:very )?(?:end|start|beginning|turn) of (?:last|this|the)"
    rf" (?:year|month|week|quarter|decade|{SEASON})"
    rf"|(?:(?:just|only|about|around|nearly|more than|some)\s+)?(?:(?:[\w-]+\s+){{0,2}}(?:days?"
    rf"|weeks?|months?|years?|fortnight|decades?|hours?)\s+(?:ago|earlier))"
    rf"|yesterday(?:\s+(?:morning|afternoon|evening))?|(?:late\s+)?last\s+night|overnight"
    rf"|(?:this|that)\s+(?:morning|afternoon|evening)|(?:over|at)\s+the\s+weekend|earlier\s+in\s+the\s+(?:day|week)"
    rf"|(?:earlier|late|early)\s+(?:today|on {DAY}|{DAY}|(?:this|last)\s+(?:week"
    rf"|month|year|{SEASON}))"
    rf"|(?:last|this)\s+(?:week|weekend|month|year|quarter|{SEASON}|{DAY}|{MONTH})"
    rf"|(?:on\s+)?{DAY}(?:\s+(?:morning|afternoon|evening|night))?"
    rf"|(?:on\s+)?(?:\d{{1,2}}\s+{MONTH}|{MONTH}\s+\d{{1,2}})(?:,?\s+\d{{4}})?"
    rf"|(?:back\s+)?in\s+(?:early\s+|late\s+|mid-)?(?:{MONTH}(?:\s+(?:of\s+)?\d{{4}})?|\d{{4}}"
    rf"|the\s+{SEASON})"
    r"|around\s+(?:the\s+)?[Nn]ew\s+[Yy]ear|(?:over|at)\s+(?:Christmas|Easter)"
)


_LEAD = re.compile(rf"^[\"“‘']?(?P<when>{_PAST})\b,?\s+", re.IGNORECASE)


# "Speaking on Tuesday, X said", "In an interview with Y on Sunday X said".
_SPEAKING = re.compile(
    rf"^[\"“‘']?(?:(?:[Ss]peaking|[Tt]alking|[Ww]riting)\b|(?:[Ii]n|[Aa]t|[Dd]uring)\s+(?:an?|the|his|her|its"
    rf"|their)\s+(?:[\w-]+\s+){{0,2}}?{OCCASION}\b)[^,.;]{{0,50}}?\s(?:dated\s)?(?P<when>{_PAST}|{MONTH}\s\d{{4}}|\d{{4}})\b",
)


# "When the pit closed in March, the firm promised": what was then, not what will be.
_FRONTED = re.compile(
    r"^[\"“‘']?(?:When|After|As|Before|Since|While|Once)\s(?=[^,]*\b(?:was|were|had|did|[a-z]{3,}ed"
    r"|began|came|went|took|fell|rose|won|lost|left|broke|hit|made|met|shut|ran|cut|put)\b)[^,;]{3,120},"
)
# "In March, when the pit closed, he said": the clause only tells more about the day.
_MEANWHILE = re.compile(r"(?:when|after|before|as|while)\s[^,;]{3,100},\s+")
_THEN = re.compile(rf"\b(?P<when>{_PAST})\s*,$")


def fronted(text: str) -> Span:
    """Give the span of a clause about the past that opens a sentence; empty without one."""
    match = _FRONTED.match(text)
    return match.span() if match else (0, 0)


_GAP = r"(?:(?:\s+(?!that\b)[\w'’.-]+){0,8}?)"


_AFTER_VERB = re.compile(
    rf"{_GAP}\s+(?P<when>{_PAST})\b(?=\s+(?:that|it|he|she|they|the|an?|to|his|her|its|their|[A-Z])|[,.\"”]|\s*$"
    rf"|['’]s\s(?:[\w-]+\s){{0,3}}?{OCCASION}\b)"
)


_AT_OCCASION = re.compile(
    rf"\s+(?:in|during|at|on)\s+[\w'’ -]{{0,20}}['’]s\s[\w -]{{0,25}}{OCCASION}\b"
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
    return _told_before(text, frame) or _told_after(text, frame)


def _told_before(text: str, frame: Frame) -> re.Match[str] | None:
    """Find words before the speaker: "Last week X said", "Speaking on Monday, X said"."""
    lead = _LEAD.match(text)
    first = lead and (_MEANWHILE.match(text, lead.end()) or lead)
    if lead and first and first.end() >= frame.who_start - 4 and not frame.inverted:
        return lead
    then = _THEN.search(text, *fronted(text))
    if then and frame.who_start >= then.end():
        return then
    speaking = _SPEAKING.match(text)
    inside = speaking and not frame.inverted and frame.who_start <= speaking.start("when")
    return speaking if speaking and (inside or speaking.end() <= frame.who_start + 1) else None


def _told_after(text: str, frame: Frame) -> re.Match[str] | None:
    """Find words after the verb: "said on Monday", "told the board last week that"."""
    after = _AFTER_VERB.match(text, frame.end)
    if after is None:
        return None
    gap = text[frame.end : after.start("when")]
    if FINITE.search(gap):
        return None
    told = frame.inverted or not gap.strip() or frame.lemma in {"tell", "assure", "warn", "inform"}
    occasion = _OBJECT.match(gap) or _AT_OCCASION.search(text, frame.end)
    return after if told or occasion else None


# What may follow "..., Orr said": when, where and to whom.
_AFTERWORD = re.compile(
    r"(?:\s(?:on|in|at|after|during|late|early|earlier|last|this|yesterday|today"
    r"|to (?:reporters|clients|journalists|investors|the)|\w+day)\b[^,;\"“”]{0,60})?[.\"”]*\s*$"
)
_TO_WHOM = re.compile(r"\s[^,;\"“”]{2,80}$")
_CLAUSE = 3  # words; fewer before "Orr said" only tell when: "Last week, Orr said"


def closes(text: str, frame: Frame) -> bool:
    """Say whether who said it stands at the end: "It will open, Ann Orr predicted on Sunday"."""
    ahead = text[: frame.who_start].rstrip()
    if frame.inverted or ahead[-1:] not in {",", '"', "”"} or len(ahead.split()) < _CLAUSE:
        return False
    if frame.who.lower() in {"", "who", "which"}:
        return False
    after = _AFTERWORD.match(text, frame.end)
    return bool(after or (frame.lemma == "tell" and _TO_WHOM.match(text, frame.end)))
