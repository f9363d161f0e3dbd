"""Reading deadlines: one phrase, every time expression of a sentence, the deadline of a claim."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ledger.core.deadlines import counted, dateless, ending, lower, words  # noqa: F401 - the rules
from ledger.core.deadlines.grammar import GRAMMAR, Context, State
from ledger.core.deadlines.reading import Calendar, Draft, Reading, Window
from ledger.core.deadlines.tokens import Token, tokenize

# Between readings of the same words the first named here is taken.
for family in ("NODATE", "PAST", "ENDING", "COUNTED", "LOWER"):
    GRAMMAR.alias("TOP", family)

BLANK = Calendar()
MARKS = frozenset(",;:.!?()[]\"'”“*")
LEADING = frozenset(
    "and or but perhaps maybe possibly probably likely hopefully still yet then only not".split()
)
LONGEST_PHRASE = 60  # tokens; longer texts are sentences


@dataclass(frozen=True, slots=True)
class Found:
    """A draft and the tokens it was read from."""

    start: int
    end: int
    draft: Draft


def days_of(anchor: dt.date | Window) -> tuple[dt.date, dt.date]:
    """The first and last day that an anchor may be."""
    return (anchor.earliest, anchor.latest) if isinstance(anchor, Window) else (anchor, anchor)


def read_deadline(
    phrase: str, anchor: dt.date | Window, calendar: Calendar = BLANK
) -> Reading | None:
    """Read a phrase that is meant to be a deadline; None when no time is recognised in it."""
    earliest, latest = days_of(anchor)
    tokens = tokenize(phrase)
    draft = _whole(tokens, Context(latest, calendar))
    if draft is None:
        return None
    if earliest != latest and draft.counted:
        draft = widened(draft, _whole(tokens, Context(earliest, calendar)))
    return finish(phrase, (0, len(phrase)), draft)


def find_deadlines(
    text: str, anchor: dt.date | Window, calendar: Calendar = BLANK
) -> tuple[Reading, ...]:
    """Every time expression that can be a forecast's deadline, left to right, dateless ones too."""
    return tuple(reading for reading, _ in _readings(text, anchor, calendar))


def find_deadline(
    text: str, anchor: dt.date | Window, calendar: Calendar = BLANK
) -> Reading | None:
    """The time expression that serves best as the deadline of a one-line claim."""
    found = _readings(text, anchor, calendar)
    if not any(strength for _, strength in found):
        loose = _readings(text, anchor, calendar, strict=False)
        found = loose if any(strength for _, strength in loose) else found or loose
    if not found:
        return None
    return max(enumerate(found), key=lambda pair: (pair[1][1], pair[0]))[1][0]


def _whole(tokens: list[Token], at: Context) -> Draft | None:
    while tokens and (tokens[-1].text in MARKS):
        tokens = tokens[:-1]
    while tokens and tokens[0].text in MARKS:
        tokens = tokens[1:]
    if not tokens:
        return None
    if len(tokens) <= LONGEST_PHRASE:
        draft = _exactly(tokens, at)
        if draft is not None:
            return draft
    return _inside(tokens, at)


def _exactly(tokens: list[Token], at: Context) -> Draft | None:
    for skip in range(3):
        state = State(tokens, at)
        for symbol in ("TOP", "EVENTS", "EVENTPHRASE"):
            for end, draft in GRAMMAR.parse(symbol, state, skip):
                if end == len(tokens) and (symbol != "EVENTPHRASE" or not _inside(tokens, at)):
                    found: Draft = draft
                    return found
        if skip < len(tokens) and tokens[skip].text not in LEADING:
            break
    return None


def _inside(tokens: list[Token], at: Context) -> Draft | None:
    found = [f for f in scan(State(tokens, at)) if not f.draft.past]
    if not found:
        return None
    return max(enumerate(found), key=lambda p: (p[1].draft.strength, p[0]))[1].draft


def scan(state: State) -> Iterator[Found]:
    """The longest reading at each place, from left to right, without overlaps."""
    i = 0
    first = GRAMMAR.starts("TOP")
    while i < len(state.tokens):
        found = _at(state, i) if state.tokens[i].key in first else None
        found = found or _event_at(state, i)
        if found is None:
            i += 1
            continue
        yield found
        i = found.end


def _at(state: State, i: int) -> Found | None:
    for end, draft in GRAMMAR.parse("TOP", state, i):
        if not (state.at.strict and draft.loose):
            return Found(i, end, draft)
    return None


def _event_at(state: State, i: int) -> Found | None:
    """An event up to the next stop or the next date, in running text."""
    if not state.at.strict or state.tokens[i].key not in GRAMMAR.starts("EVENTS"):
        return None
    for end, draft in GRAMMAR.parse("EVENTS", state, i):
        inner = next((j for j in range(i + 1, end) if _dated(state, j)), end)
        return Found(i, inner, draft)
    return None


def _dated(state: State, i: int) -> bool:
    found = _at(state, i) if state.tokens[i].key in GRAMMAR.starts("TOP") else None
    return found is not None and found.draft.deadline is not None


def _readings(
    text: str, anchor: dt.date | Window, calendar: Calendar, *, strict: bool = True
) -> list[tuple[Reading, int]]:
    earliest, latest = days_of(anchor)
    tokens = tokenize(text)
    at = Context(latest, calendar, strict=strict)
    early = State(tokens, replace(at, anchor=earliest))
    readings = []
    for found in scan(State(tokens, at)):
        draft = found.draft
        if draft.past or (draft.deadline is not None and draft.deadline < earliest):
            continue
        if earliest != latest and draft.counted:
            ends = dict(GRAMMAR.parse("TOP", early, found.start))
            draft = widened(draft, ends.get(found.end))
        span = (tokens[found.start].start, tokens[found.end - 1].end)
        readings.append((finish(text[span[0] : span[1]], span, draft), draft.strength))
    return readings


def widened(draft: Draft, early: Draft | None) -> Draft:
    """A deadline counted from a fuzzy day: its window begins where the earliest day leads (C16)."""
    if early is None:
        return draft
    if draft.deadline is None:
        return replace(draft, not_before=early.not_before)
    return replace(draft, earliest=early.earliest or early.deadline)


def finish(phrase: str, span: tuple[int, int], draft: Draft) -> Reading:
    """A draft tied to its words."""
    return Reading(
        phrase, span, draft.deadline, draft.earliest, draft.latest, draft.precision, draft.vague,
        draft.not_before, draft.on_day, draft.rule, draft.note,
    )  # fmt: skip


def without(text: str, reading: Reading) -> str:
    """The claim without its deadline's words: "Raqqa retaken within a year" -> "Raqqa retaken"."""
    start, end = reading.span
    before, after = text[:start].rstrip(" ,;:-–—("), text[end:].lstrip(" ,;:-–—)")
    glue = "" if not before or not after or after[0] in ".!?,;:" else " "
    rest = (before + glue + after).strip()
    if text[:1].isupper() and rest[:1].islower():
        rest = rest[0].upper() + rest[1:]
    return rest
