"""Choose the deadline of a claim among the time words around it."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from ledger.articles.days.timing import Deadline
from ledger.articles.texts.sentences import Span
from ledger.articles.words.calendar_words import DAY, MONTH, SEASON
from ledger.core.deadlines import Calendar, Reading, Window, read_deadline

_POINTER = r"(?:target(?: date)?|date|deadline|timetable)"
_ANAPHOR = re.compile(
    rf"\b(?:(?:past|beyond|by|before|after|until)\s+)?(?:[Tt]hat|[Tt]his) {_POINTER}\b"
    # "meet the deadline", where one was told before
    r"|\b(?:meets?|met|miss(?:es|ed)?|beats?|makes?|hits?|(?:keep|stick|hold)s? to)"
    r" (?P<object>the (?:deadline|target date))\b"
    r"|\bby then\b|\bbetween now and then\b"
)


_BY_NOW = re.compile(r"\b(?:by now|at this (?:point|stage)|by today)\b")


_WEEKDAY = re.compile(rf"(?:on\s+)?{DAY}", re.IGNORECASE)


# "in the season that begins on 1 October": when a span of time starts is no deadline.
_BEGINS = re.compile(
    r"\b(?:season|year|term|period|session|quarter|tour|month)\s+(?:(?:that|which)\s+)?"
    r"(?:begins|starts|opens|beginning|starting|began|started)\s+$"
)


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
    inside = [d for d in inside if not _BEGINS.search(text, 0, d.span[0])]
    inside = [d for d in inside if not _told_aside(text, d, cue_end)]
    inside = [d for d in inside if not (_done_before(text, d) or _starts_there(text, d))]
    inside = [d for d in inside if not (_WEEKDAY.fullmatch(d.phrase) and _happened(text, d))]
    dated = [d for d in inside if d.dated] or inside
    dated = [d for d in dated if not _WEEKDAY.fullmatch(d.phrase)] or dated
    after = [d for d in dated if d.span[0] >= cue_end]
    if after:
        return _bounding(sorted(after, key=lambda d: d.span[0]))
    before = [
        d
        for d in dated
        if d.span[0] <= 3
        or (clause <= d.span[0] < cue_end and not (_happened(text, d) or _in_aside(text, d)))
    ]
    return max(before, key=lambda d: d.span[0]) if before else None


# "from 3% in January to 2% by June": the day of the first amount is where it starts.
_BASELINE = re.compile(
    r"\bfrom\s(?:(?:about|around|some|nearly|almost|roughly)\s)?[$£€]?\d[\d.,]*\s?"
    r"(?:%|(?!to\b)[a-z]+(?:\s(?!to\b)[a-z]+)?)?\s$"
)
_UP_TO = re.compile(r",?\s+to\s")
_TOLD = re.compile(
    r"\b(?:was|were|had|did|[a-z]{3,}ed|put|fell|rose|made|took|came|went|began|hit|left|won"
    r"|lost)\b"
)


_YEARLY = re.compile(
    rf"(?:in|during)\s(?:the\s)?(?:early |late |mid-)?(?:{SEASON}s?|(?P<month>{MONTH}))$",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:by|before|within|until)\b", re.IGNORECASE)


def _bounding(after: Sequence[Deadline]) -> Deadline:
    """Give the first deadline, or the one it leans on: "in late summer within a decade".

    A month may lean on a year as a season does: "ice-free in September by the mid-2030s".
    """
    first, second = after[0], after[1] if len(after) > 1 else None
    yearly = _YEARLY.match(first.phrase)
    if second is None or second.span[0] - first.span[1] > 2 or yearly is None:
        return first
    return first if yearly["month"] and not _BY.match(second.phrase) else second


# "the second phase, which was to follow in 2027, will"
_WAS_TO = re.compile(
    r",\s(?:which|who|whose)\s[^,;]*?\b(?:was|were|had|[a-z]{3,}ed|began|came|went|took|fell|rose)\b[^,;]*,"
)


# "the caliphate declared by its leader in 2014": the day of what was done
_DONE_BY = re.compile(
    r"(?<!\bbe )(?<!\bbeen )(?<!\bbeing )(?<!\bget )\b(?!followed|slipped|delayed)[a-z]{3,}ed by"
    r" (?:the |its |an? )?(?!\d|two|three|four|five|six)[\w'’-]+(?: [\w'’-]+)?\s(?=(?:in|on) )"
)


def _done_before(text: str, deadline: Deadline) -> bool:
    return any(m.end() == deadline.span[0] for m in _DONE_BY.finditer(text))


def _starts_there(text: str, deadline: Deadline) -> bool:
    start, end = deadline.span
    return _BASELINE.search(text, 0, start) is not None and _UP_TO.match(text, end) is not None


def _told_aside(text: str, deadline: Deadline, cue: int) -> bool:
    """Say whether a day is told in an aside about the past that the sign is not part of."""
    start = deadline.span[0]
    return any(
        m.start() < start < m.end() and not m.start() < cue <= m.end()
        for m in _WAS_TO.finditer(text)
    )


_ASIDE = re.compile(r",\s(?:who|whose)\s[^,;]*,")


def _in_aside(text: str, deadline: Deadline) -> bool:
    """Say whether a day is told about somebody by the way: "Orr, who retires in May, said"."""
    start = deadline.span[0]
    return any(m.start() < start < m.end() for m in _ASIDE.finditer(text))


def _happened(text: str, deadline: Deadline) -> bool:
    """Say whether a day belongs to what happened: ", which it had cut on Sunday"."""
    clause = re.split(r"[,;:—–]|\b(?:who|which|after|since|as)\b", text[: deadline.span[0]])[-1]
    return bool(_TOLD.search(clause)) and not re.search(
        r"\b(?:will|would|could|may|might|to)\b|['’]ll\b"
        r"|\b(?:is|are) (?:\w+ )?(?:expected|forecast)\b",
        clause,
    )


def _over(deadline: Deadline, floor: dt.date | None) -> bool:
    reading = deadline.reading
    return bool(reading and reading.deadline and floor and reading.deadline < floor)


def by_reference(
    text: str, segment: Span, before: Reading | None, today: dt.date | None
) -> Deadline | None:
    """Read "past that target" as the deadline before it, and "by now" as the article's day."""
    pointed = _ANAPHOR.search(text, *segment)
    if pointed and before is not None:
        span = pointed.span("object" if pointed["object"] else 0)
        words = text[slice(*span)]
        reading = replace(
            before, phrase=words, span=span, vague=True, rule=f"as before: {before.rule}"
        )
        return Deadline(words, reading, span)
    now = _BY_NOW.search(text, *segment)
    if now and today is not None:
        reading_now = read_deadline(today.isoformat(), today)
        if reading_now is not None:
            return Deadline(
                now.group(), replace(reading_now, phrase=now.group(), span=now.span()), now.span()
            )
    return None


# "that deadline", "past this date", but not "by that date": what the verb is about
POINTED = re.compile(rf"(?:(?:past|beyond|after)\s)?(?:that|this|the)\s{_POINTER}", re.IGNORECASE)


def without_until(deadline: Deadline, anchor: dt.date | Window, calendar: Calendar) -> Deadline:
    """Read "postponed until late 2027" as the new day itself: late 2027."""
    bare = re.sub(r"^(?:until|till|to)\s+", "", deadline.phrase)
    reading = read_deadline(bare, anchor, calendar) if bare != deadline.phrase else None
    if reading is None or reading.deadline is None:
        return deadline
    return replace(deadline, reading=replace(reading, span=deadline.span))


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
