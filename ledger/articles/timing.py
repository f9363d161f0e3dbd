"""Choose the deadline of a forecast and the day of saying among the time words of a sentence."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ledger.articles.frames import Frame
from ledger.articles.sentences import Span
from ledger.articles.subjects import FINITE
from ledger.core.deadlines import (
    Calendar,
    Reading,
    Window,
    find_deadlines,
    read_deadline,
    read_statement,
)

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SEASON = r"(?:spring|summer|autumn|winter|fall)"
_PAST = (
    rf"(?:(?:just|only|about|around|nearly|more than|some)\s+)?(?:(?:[\w-]+\s+){{0,2}}(?:days?|weeks?|months?|years?|fortnight|decades?|hours?)\s+(?:ago|earlier))"
    rf"|yesterday|(?:earlier|late|early)\s+(?:today|on {_DAY}|{_DAY}|(?:this|last)\s+(?:week|month|year|{_SEASON}))"
    rf"|(?:last|this)\s+(?:week|weekend|month|year|quarter|{_SEASON}|{_DAY}|{_MONTH})"
    rf"|(?:on\s+)?{_DAY}(?:\s+(?:morning|afternoon|evening|night))?"
    rf"|(?:on\s+)?(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}})(?:,?\s+\d{{4}})?"
    rf"|(?:back\s+)?in\s+(?:early\s+|late\s+|mid-)?(?:{_MONTH}(?:\s+(?:of\s+)?\d{{4}})?|\d{{4}}|the\s+{_SEASON})"
    r"|around\s+(?:the\s+)?[Nn]ew\s+[Yy]ear|(?:over|at)\s+(?:Christmas|Easter)"
)
_LEAD = re.compile(rf"^[\"“‘']?(?P<when>{_PAST})\b,?\s+", re.IGNORECASE)
_GAP = r"(?:(?:\s+(?!that\b)[\w'’.-]+){0,5}?)"
_AFTER_VERB = re.compile(
    rf"{_GAP}\s+(?P<when>{_PAST})\b(?=\s+(?:that|it|he|she|they|the|an?|[A-Z])|[,.\"”]|\s*$)"
)
_ANAPHOR = re.compile(
    r"\b(?:(?:past|beyond|by|before|after|until)\s+)?(?:that|this) (?:target|date|deadline)\b|\bby then\b"
)
_BY_NOW = re.compile(r"\b(?:by now|at this (?:point|stage)|by today)\b")
_OBJECT = re.compile(r"\s+(?:in|during|at|to)\s+(?:an?|the|its|his|her|their|this)\b")
_TIME_WORD = re.compile(
    rf"\d|\b(?:{_MONTH}|{_DAY}|{_SEASON}|today|tonight|tomorrow|hours?|days?|weeks?|weekend|fortnight|months?"
    r"|quarters?|half|years?|decades?|century|centuries|generation|Christmas|Easter|Thanksgiving|Ramadan|Eve|New Year"
    r"|soon|eventually|long|term|now|midnight|noon|end|turn|parliament|election|season|lifetime)(?:s\b|['’]s\b|\b)",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"\b(?:hold(?:s|ing)? out|last(?:s|ing)?|continue[sd]?|remain(?:s|ed)?|stay(?:s|ed)?|persist(?:s|ed)?|survive[sd]?"
    r"|drag(?:s|ged)? on|go(?:es)? on|keep(?:s)?|endure[sd]?)\b"
)
_DENIES = re.compile(r"\b(?:not|never|no|unlikely|doubts?|n['’]t|\w+n['’]t)\b")
_CLOCK = re.compile(r"at\s+\d")
_WEEKDAY = re.compile(rf"(?:on\s+)?{_DAY}", re.IGNORECASE)
_ATTRIBUTIVE = re.compile(
    r"\b(?:(?P<period>(?:first|second|third|fourth)[- ](?:quarter|half)|full-year|20\d\d)\s+(?:\w+\s+)?"
    r"(?:revenues?|sales|profits?|earnings|growth|output|production|inflation|guidance|outlook|deliver(?:y|ies)|margins?"
    r"|income|loss(?:es)?|spending|deficit|budget|GDP|forecasts?|estimates?|as a whole|would|will)"
    r"|(?:gives? (?:it|them|him|her|this)|(?:will|['’]ll|to) (?:be|take|last|need))"
    r" (?:at most |at best |no more than |maybe |about |another )?(?P<given>(?:an?|\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen)"
    r"(?: (?:to|or) (?:\d+|[a-z]+))? (?:more )?(?:hours?|days?|weeks?|months?|years?))"
    r"|(?:surviv(?:e|es|ing)|lasts?|see out|outlast|get through|make it through) (?P<span>(?:the|this|next)"
    r" (?:day|week|weekend|month|quarter|year|decade|century|winter|spring|summer|autumn)))\b"
)
_LONG_AGO = dt.date(1900, 1, 1)
_FISCAL = re.compile(
    rf"\b(?:fiscal|financial)\s+year,?\s+(?:which\s+|that\s+)?(?:ends?|ending|closes)\s+(?:in|on(?: \d{{1,2}})?|at the end of)\s+(?P<month>{_MONTH})"
)
# Two days far apart: words read alike from both need no anchor.
_PROBES = (dt.date(2001, 2, 14), dt.date(2002, 9, 20))


@dataclass(frozen=True, slots=True)
class Saying:
    """When the words were said: the phrase at `span` and its window; None where unknown."""

    phrase: str | None
    span: Span
    window: Window | None


@dataclass(frozen=True, slots=True)
class Deadline:
    """The chosen deadline; `reading` is None when it needs a day and the article has none."""

    phrase: str
    reading: Reading | None
    span: Span

    @property
    def dated(self) -> bool:
        """Say whether there is a day, or would be if the article had a date."""
        return self.reading is None or self.reading.deadline is not None


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


def readings(text: str, anchor: dt.date | Window | None, calendar: Calendar) -> list[Deadline]:
    """Give every time expression of a sentence; without an anchor only fixed days are read."""
    plain = _plain(text)
    if not _TIME_WORD.search(plain):
        return []
    if anchor is not None:
        found = _found(plain, anchor, calendar)
        shorter = (_shortened(r, anchor, calendar) for r in found if not _CLOCK.match(r.phrase))
        return [Deadline(text[slice(*r.span)], _bounded(plain, r), r.span) for r in shorter]
    first, second = (_found(plain, day, calendar) for day in _PROBES)
    fixed = {r.span: r for r in second}
    return [
        Deadline(text[slice(*r.span)], r if _same(r, fixed.get(r.span)) else None, r.span)
        for r in first
    ]


@lru_cache(maxsize=256)
def _found(text: str, anchor: dt.date | Window, calendar: Calendar) -> tuple[Reading, ...]:
    """Read a sentence once, however many of its claims ask."""
    return find_deadlines(text, anchor, calendar)


def _shortened(reading: Reading, anchor: dt.date | Window, calendar: Calendar) -> Reading:
    """Leave a purpose out: "until the end of the year to push them back" is a day after all."""
    head = re.split(r"\s+to\s+|,", reading.phrase)[0]
    if reading.deadline is not None or reading.not_before is not None or head == reading.phrase:
        return reading
    again = read_deadline(head, anchor, calendar)
    if again is None or again.deadline is None:
        return reading
    return replace(again, phrase=head, span=(reading.span[0], reading.span[0] + len(head)))


def with_fiscal_year(text: str, calendar: Calendar) -> Calendar:
    """Take the end of the fiscal year from the article, when it says so and the book does not."""
    said = _FISCAL.search(text) if calendar.fiscal_year_end is None else None
    end = read_deadline(f"in {said['month']}", _PROBES[0]) if said else None
    if end is None or end.deadline is None:
        return calendar
    return replace(calendar, fiscal_year_end=(end.deadline.month, end.deadline.day))


def _bounded(text: str, reading: Reading) -> Reading:
    """Turn a lower bound into the last day of what lasts until then or is denied until then (C15)."""
    if reading.deadline is not None or reading.not_before is None:
        return reading
    if not (_LASTS.search(text) or _DENIES.search(text[: reading.span[0]])):
        return reading
    last = reading.not_before - dt.timedelta(days=1)
    return replace(reading, deadline=last, earliest=last, latest=last)


def _same(first: Reading, second: Reading | None) -> bool:
    return second is not None and first.deadline == second.deadline


_RECORD = re.compile(
    r"(\b(?:first|only|second|third|\w{2,}est|most)\b[^,;.]*?\s)(in (?:\w+ )?(?:years|decades|months|weeks|generations))\b"
)


def _plain(text: str) -> str:
    """Open up "this year's" and "first-quarter" without moving a character."""
    text = re.sub(r"(?<=year|week|onth)['’]s\b", "  ", text)
    text = _RECORD.sub(lambda m: m.group(1) + " " * len(m.group(2)), text)
    text = re.sub(
        r"(\b(?:will|would|could|may|might|can|should|to|['’]ll)(?:\s+\w+){0,2}\s+)fall\b",
        r"\1drop",
        text,
    )
    return re.sub(r"\b((?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth))-(?=quarter|half)", r"\1 ", text)


def without_until(deadline: Deadline, anchor: dt.date | Window, calendar: Calendar) -> Deadline:
    """Read "postponed until late 2027" as the new day itself: late 2027."""
    bare = re.sub(r"^(?:until|till|to)\s+", "", deadline.phrase)
    reading = read_deadline(bare, anchor, calendar) if bare != deadline.phrase else None
    if reading is None or reading.deadline is None:
        return deadline
    return replace(deadline, reading=replace(reading, span=deadline.span))


def attributive(text: str, anchor: dt.date | Window, calendar: Calendar) -> list[Deadline]:
    """Read time words that no preposition marks: "first-quarter revenue", "survive the winter"."""
    found: list[Deadline] = []
    for match in _ATTRIBUTIVE.finditer(text):
        if match["period"]:
            words, where = match["period"], match.span("period")
            words = "the year" if words.lower() == "full-year" else words.replace("-", " ")
            phrase = words if words[:1].isdigit() else f"in the {words.removeprefix('the ')}"
        elif match["given"]:
            phrase, where = f"within {match['given']}", match.span("given")
        else:
            where = match.span("span")
            phrase = f"by the end of {match['span']}"
        reading = read_deadline(phrase, anchor, calendar)
        if reading is not None and reading.deadline is not None:
            shown = text[slice(*where)]
            found.append(Deadline(shown, replace(reading, phrase=shown, span=where), where))
    return found


def moved_to(
    text: str, start: int, anchor: dt.date | Window, calendar: Calendar
) -> Deadline | None:
    """Read the day after "pushed back ... to", trying fewer and fewer words."""
    words = re.match(r"\s*((?:[\w'’-]+\s*){1,6})", text[start:])
    tokens = list(re.finditer(r"\S+", words.group())) if words else []
    for last in reversed(tokens):
        span = (start + tokens[0].start(), start + last.end())
        reading = read_deadline(text[slice(*span)], anchor, calendar)
        if reading is not None and reading.deadline is not None:
            return Deadline(text[slice(*span)], replace(reading, span=span), span)
    return None


def choose(
    text: str,
    found: Sequence[Deadline],
    cue_end: int,
    segment: Span,
    skip: Sequence[Span],
    floor: dt.date | None,
    clause: int,
) -> Deadline | None:
    """Choose the deadline of a claim: dated, not past, nearest after the cue, else before it."""
    inside = [
        d
        for d in found
        if segment[0] <= d.span[0] < segment[1]
        and not any(a < d.span[1] and d.span[0] < b for a, b in skip)
        and not _over(d, floor)
    ]
    inside = [d for d in inside if not _past_weekday(text, d)]
    dated = [d for d in inside if d.dated] or inside
    dated = [d for d in dated if not _WEEKDAY.fullmatch(d.phrase)] or dated
    after = [d for d in dated if d.span[0] >= cue_end]
    before = [d for d in dated if clause <= d.span[0] < cue_end or d.span[0] <= 3]
    if after:
        return min(after, key=lambda d: d.span[0])
    return max(before, key=lambda d: d.span[0]) if before else None


_TOLD = re.compile(
    r"\b(?:was|were|had|did|[a-z]{3,}ed|put|fell|rose|made|took|came|went|began|hit|left|won|lost)\b"
)


def _past_weekday(text: str, deadline: Deadline) -> bool:
    """Say whether a bare weekday belongs to something that happened: ", which it had cut on Sunday"."""
    if not _WEEKDAY.fullmatch(deadline.phrase):
        return False
    clause = re.split(r"[,;:—–]|\b(?:who|which|after|since|as)\b", text[: deadline.span[0]])[-1]
    return bool(_TOLD.search(clause)) and not re.search(
        r"\b(?:will|would|could|may|might|to)\b|['’]ll\b", clause
    )


def _over(deadline: Deadline, floor: dt.date | None) -> bool:
    reading = deadline.reading
    return bool(reading and reading.deadline and floor and reading.deadline < floor)


def long_past(text: str, calendar: Calendar) -> list[Deadline]:
    """Read deadlines with a year of their own, for forecasts told from a past without a day."""
    found = find_deadlines(_plain(text), _LONG_AGO, calendar)
    return [
        Deadline(text[slice(*r.span)], r, r.span)
        for r in found
        if re.search(r"\d{4}", r.phrase) and r.deadline is not None
    ]


def by_reference(
    text: str, segment: Span, before: Reading | None, today: dt.date | None
) -> Deadline | None:
    """Read "past that target" as the deadline before it, and "by now" as the article's day."""
    pointed = _ANAPHOR.search(text, *segment)
    if pointed and before is not None:
        span = pointed.span()
        reading = replace(
            before, phrase=pointed.group(), span=span, vague=True, rule=f"as before: {before.rule}"
        )
        return Deadline(pointed.group(), reading, span)
    now = _BY_NOW.search(text, *segment)
    if now and today is not None:
        reading_now = read_deadline(today.isoformat(), today)
        if reading_now is not None:
            return Deadline(
                now.group(), replace(reading_now, phrase=now.group(), span=now.span()), now.span()
            )
    return None
