"""Reading deadlines: one phrase, every time expression of a sentence, the deadline of a claim."""

import datetime as dt
import re
from dataclasses import replace

from ledger.core.deadlines import unread
from ledger.core.deadlines.grammar import GRAMMAR, Context, State
from ledger.core.deadlines.negation import bounded
from ledger.core.deadlines.reading import (
    BLANK,
    Calendar,
    Draft,
    Reading,
    event_anchor,
    impossible,
)
from ledger.core.deadlines.scanning import exactly, scan
from ledger.core.deadlines.tokens import Token, tokenize
from ledger.core.deadlines.units import SEASONS
from ledger.core.model import Window

MARKS = frozenset(",;:.!?()[]\"'”“*-—…")
SURE = 3  # the strength of "by" and "within"
SEASONWORDS = frozenset(("in", "during", "the", *SEASONS))


def read_deadline(
    phrase: str, anchor: dt.date | Window, calendar: Calendar = BLANK
) -> Reading | None:
    """Read a phrase that is meant to be a deadline; None when no time is recognised in it."""
    earliest, latest = _days(anchor)
    draft = _whole(phrase, Context(latest, calendar))
    if draft is None:
        return None
    if earliest != latest and draft.counted:
        draft = _widened(draft, _whole(phrase, Context(earliest, calendar)))
    return _finish(phrase, (0, len(phrase)), draft)


def find_deadlines(
    text: str, anchor: dt.date | Window, calendar: Calendar = BLANK
) -> tuple[Reading, ...]:
    """Every time expression that can be a forecast's deadline, left to right, dateless ones too."""
    return tuple(reading for reading, _ in _readings(text, anchor, calendar))


def find_deadline(
    text: str, anchor: dt.date | Window, calendar: Calendar = BLANK
) -> Reading | None:
    """The time expression that serves best as the deadline of a one-line claim.

    "By" and "within" go before "in" and "next year", these before a bare day; of equals the later
    day is taken. A claim that ends in a bare duration ("Raqqa retaken, six months") is read too.
    """
    found = _readings(text, anchor, calendar)
    found = found or _readings(text, anchor, calendar, bare=True)
    best, strength = max(found, key=lambda pair: (pair[1], _reach(pair[0])), default=(None, 0))
    return _questioned(text, best, strength) or best


def _questioned(text: str, best: Reading | None, strength: int) -> Reading | None:
    """What a claim says instead: a misspelt time (C1), or an event with a bare year (C14)."""
    tokens = tokenize(text)
    start, end = _places(tokens, best.span) if best and strength else (-1, -1)
    slip = unread.slip(tokens, start, end)
    if slip is not None:
        span = (
            tokens[min(slip, start) if start >= 0 else slip].start,
            tokens[max(slip, end - 1)].end,
        )
        return _finish(text[slice(*span)], span, impossible(unread.problem(text, tokens, [slip])))
    event = unread.event(tokens, start) if strength == 1 else None
    if event is None:
        return None
    span = (tokens[event].start, tokens[end - 1].end)
    return _finish(text[slice(*span)], span, event_anchor())


def _places(tokens: list[Token], span: tuple[int, int]) -> tuple[int, int]:
    """The places of the first token of a reading and of the one after it."""
    inside = [i for i, t in enumerate(tokens) if span[0] <= t.start and t.end <= span[1]]
    return inside[0], inside[-1] + 1


def _reach(reading: Reading) -> dt.date:
    """Of equally sure words the later day counts, as in a range (C3)."""
    return reading.deadline or reading.not_before or dt.date.min


def _days(anchor: dt.date | Window) -> tuple[dt.date, dt.date]:
    return (anchor.earliest, anchor.latest) if isinstance(anchor, Window) else (anchor, anchor)


def _whole(phrase: str, at: Context) -> Draft | None:
    """A phrase as a whole; failing that, the surest date inside it if nothing else is unclear."""
    tokens = _bare_of_marks(tokenize(phrase))
    draft = exactly(tokens, at, ("TOP", "COUNTEDEVENT", "EVENT"))
    if draft is None:
        draft = _inside(phrase, tokens, at)
    if draft is None or draft.precision == "event":
        slips = unread.slips(tokens)
        if slips:
            return impossible(unread.problem(phrase, tokens, slips))
    return draft


def _bare_of_marks(tokens: list[Token]) -> list[Token]:
    first, last = 0, len(tokens)
    while first < last and tokens[first].text in MARKS:
        first += 1
    while first < last and tokens[last - 1].text in MARKS:
        last -= 1
    return tokens[first:last]


def _inside(phrase: str, tokens: list[Token], at: Context) -> Draft | None:
    """The surest date inside a phrase, of equals the last, a named day before the anchor's hour.

    Words that no rule knows are not left out of it: they are an event that has that date ("by the
    World Cup in 2026"), of which none is invented (C14), or a mistake to ask about (C1).
    """
    found = [f for f in scan(State(tokens, at)) if not f.draft.past]
    event = exactly(tokens, at, ("ANYEVENT",))
    if not found:
        return event
    surest = [(f.draft.strength, f.draft.deadline != at.anchor, n) for n, f in enumerate(found)]
    best = found[max(surest)[2]]
    odd = unread.unread(tokens, [(f.start, f.end) for f in found])
    if not odd or best.draft.problem or not best.draft.strength:
        return best.draft
    ahead = max(odd) < best.start and best.draft.strength < SURE
    if event is None or not ahead or any(not tokens[i].text.isalpha() for i in odd):
        return impossible(unread.problem(phrase, tokens, odd))
    words = phrase[tokens[best.start].start : tokens[best.end - 1].end]
    return replace(event, note=f'if "{words}" is meant, write only that')


def _readings(
    text: str, anchor: dt.date | Window, calendar: Calendar, *, bare: bool = False
) -> list[tuple[Reading, int]]:
    """Readings with their strength; the past and days before the anchor are left out."""
    earliest, latest = _days(anchor)
    tokens = tokenize(text)
    at = Context(latest, calendar, strict=True, bare=bare)
    early = State(tokens, replace(at, anchor=earliest))
    readings = []
    for found in scan(State(tokens, at)):
        draft = found.draft
        if draft.past or (draft.deadline is not None and draft.deadline < earliest):
            continue
        if earliest != latest and draft.counted:
            draft = _widened(draft, dict(GRAMMAR.parse("TOP", early, found.start)).get(found.end))
        draft = bounded(draft, tokens, found.start)
        span = (tokens[found.start].start, tokens[found.end - 1].end)
        span = (span[0], span[1] - _full_stop(tokens, found.end))
        readings.append((_finish(text[slice(*span)], span, draft), draft.strength))
    return [pair for pair in readings if not _recurring(pair[0], readings)]


def _full_stop(tokens: list[Token], end: int) -> bool:
    """Whether the dot of an abbreviation ends the sentence too: "by Sept." at the end of one."""
    ends = end == len(tokens) or tokens[end].capital or tokens[end].text in MARKS
    return ends and tokens[end - 1].text == "."


def _recurring(reading: Reading, others: list[tuple[Reading, int]]) -> bool:
    """Whether a season says which part of other years is meant: "in summer, as soon as 2035"."""
    if reading.precision != "season" or not SEASONWORDS.issuperset(reading.phrase.lower().split()):
        return False
    return any(r.not_before or re.search(r"\d{4}", r.phrase) for r, _ in others)


def _widened(draft: Draft, early: Draft | None) -> Draft:
    """A deadline counted from a fuzzy day: its window begins where the earliest day leads (C16)."""
    if early is None:
        return draft
    if draft.deadline is None:
        return replace(draft, not_before=early.not_before)
    return replace(draft, earliest=early.earliest)


def _finish(phrase: str, span: tuple[int, int], draft: Draft) -> Reading:
    return Reading(
        phrase, span, draft.deadline, draft.earliest, draft.latest, draft.precision, draft.vague,
        draft.not_before, draft.on_day, draft.rule, draft.note, draft.problem,
    )  # fmt: skip
