"""Reading deadlines: one phrase, every time expression of a sentence, the deadline of a claim."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ledger.core.deadlines import (  # noqa: F401 - the families of rules that a deadline is read by
    counted,
    dateless,
    ending,
    impossible,
    limits,
    lower,
    named_before,
)
from ledger.core.deadlines.grammar import GRAMMAR, Context, State
from ledger.core.deadlines.negation import bounded
from ledger.core.deadlines.reading import Calendar, Draft, Reading, Window
from ledger.core.deadlines.standing import stands
from ledger.core.deadlines.tokens import Token, tokenize
from ledger.core.deadlines.units import SEASONS
from ledger.core.deadlines.words import DOUBTFUL, WEEKDAYS, noun_follows

# Between readings of the same words the first named here is taken.
GRAMMAR.alias("TOP", "NODATE PAST ENDING COUNTED LOWER NOSUCHDAY UNNAMED")

BLANK = Calendar()
MARKS = frozenset(",;:.!?()[]\"'”“*-—…")
# Words before a deadline that say how sure it is, or join it to what came before.
LEADING = frozenset(
    "and or but perhaps maybe possibly probably likely hopefully still yet then only not almost "
    "certainly well".split()
)
# Alone in a claim these are words like others: "Raqqa falls", "Theresa May resigns".
ORDINARY = DOUBTFUL | frozenset("fall falls spring springs summer winter".split())
LONGEST_PHRASE = 60  # tokens; a longer text is read as running text
# Words that are no reading by themselves, only the beginning of one.
OPENERS = frozenset(
    "the a an in on at by as to for from of within over during through around about this that "
    "these those his her its their our my your".split()
)
SEASONWORDS = frozenset(("in", "during", "the", *SEASONS))
COORDINATING = frozenset(("before", "after"))
LINKS = frozenset("of after following from".split())


@dataclass(frozen=True, slots=True)
class Found:
    """A draft and the tokens it was read from."""

    start: int
    end: int
    draft: Draft


def read_deadline(
    phrase: str, anchor: dt.date | Window, calendar: Calendar = BLANK
) -> Reading | None:
    """Read a phrase that is meant to be a deadline; None when no time is recognised in it."""
    earliest, latest = _days(anchor)
    tokens = tokenize(phrase)
    draft = _whole(tokens, Context(latest, calendar))
    if draft is None:
        return None
    if earliest != latest and draft.counted:
        draft = _widened(draft, _whole(tokens, Context(earliest, calendar)))
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
    if not found:
        return None
    return max(found, key=lambda pair: (pair[1], _reach(pair[0])))[0]


def _reach(reading: Reading) -> dt.date:
    """Of equally sure words the later day counts, as in a range (C3)."""
    return reading.deadline or reading.not_before or dt.date.min


def _days(anchor: dt.date | Window) -> tuple[dt.date, dt.date]:
    return (anchor.earliest, anchor.latest) if isinstance(anchor, Window) else (anchor, anchor)


def _whole(tokens: list[Token], at: Context) -> Draft | None:
    """A phrase as a whole; failing that, the surest date inside it."""
    first, last = 0, len(tokens)
    while first < last and tokens[first].text in MARKS:
        first += 1
    while first < last and tokens[last - 1].text in MARKS:
        last -= 1
    tokens = tokens[first:last]
    if not tokens:
        return None
    exact = _exactly(tokens, at, ("TOP", "COUNTEDEVENT", "EVENT"))
    if exact is not None:
        return exact
    found = [f for f in _scan(State(tokens, at)) if not f.draft.past]
    if found:
        return max(enumerate(found), key=lambda pair: (pair[1].draft.strength, pair[0]))[1].draft
    return _exactly(tokens, at, ("ANYEVENT",))


def _exactly(tokens: list[Token], at: Context, symbols: tuple[str, ...]) -> Draft | None:
    state = State(tokens, at)
    for start in range(min(3, len(tokens))) if len(tokens) <= LONGEST_PHRASE else ():
        for symbol in symbols:
            ends = dict(GRAMMAR.parse(symbol, state, start))
            if len(tokens) in ends:
                draft: Draft = ends[len(tokens)]
                return draft
        if tokens[start].text not in LEADING:
            break
    return None


def _scan(state: State) -> Iterator[Found]:
    """The longest reading at each place, from left to right, without overlaps."""
    i = 0
    while i < len(state.tokens):
        found = _at(state, i)
        if state.at.strict:
            found = _event_at(state, i, found)
        if found is None:
            i += 1
            continue
        yield found
        i = found.end


def _at(state: State, i: int) -> Found | None:
    if state.key(i) not in GRAMMAR.starts("TOP") or _idle(state, i):
        return None
    for end, draft in GRAMMAR.parse("TOP", state, i):
        loose = state.at.strict and draft.loose
        if not loose or stands(state, i, end) or _stands_alone(state, i, end):
            return Found(i, end, draft)
    return None


def _stands_alone(state: State, i: int, end: int) -> bool:
    """Whether words without a preposition serve as the deadline of a short claim."""
    found = dict(GRAMMAR.parse("TOP", state, i))[end]
    ordinary = end == i + 1 and state.word(i) in ORDINARY
    owning = state.word(end) in ("'s", "'") or noun_follows(state, end)  # "Tuesday's vote"
    named = i > 0 and state.tokens[i - 1].capital and state.word(i) in WEEKDAYS
    other = ordinary or owning or named or bool(found.problem)
    return state.at.bare and found.strength > 0 and not other


def _idle(state: State, i: int) -> bool:
    """Whether the words that open here lead to one that is in no rule: "in the harbour"."""
    j = i
    while state.word(j) in OPENERS:
        j += 1
    return state.key(j) not in GRAMMAR.vocabulary()


def _event_at(state: State, i: int, found: Found | None) -> Found | None:
    """An event up to the next stop or date, in running text, where there is no date of its own."""
    symbols = ["COUNTEDEVENT", "EVENT"]
    if found is not None and found.draft.strength:
        linked = found.draft.counted and state.word(found.end) in LINKS
        symbols = ["COUNTEDEVENT"] if linked else []
    events = (GRAMMAR.parse(s, state, i) for s in symbols if state.key(i) in GRAMMAR.starts(s))
    end, draft = next(filter(None, events), [(0, None)])[0]
    if draft is None or (found and end <= found.end):
        return found
    start = found.end + 1 if found else i + 1
    if state.word(i) == "once" and state.word(i + 1) in ("a", "every", "again", "more"):
        return found
    inner = (f for j in range(start, end) if (f := _at(state, j)))
    dated = next((f for f in inner if f.draft.strength > 1 or f.draft.past), None)
    if dated is None:
        return Found(i, end, draft)
    if dated.start == i + 1 or (state.word(i) in COORDINATING and state.word(i + 1)[-3:] == "ing"):
        return found  # "a peak in May, before easing to 3% by the end of 2023": one more claim
    day = dated.draft.deadline
    over = day is not None and day < state.at.anchor  # "when the concrete was poured in 2008"
    if not dated.draft.past:
        return Found(i, dated.start, replace(draft, past=over))
    told = {state.word(j) for j in range(i, dated.start)}
    return Found(i, end, replace(draft, past=not told.isdisjoint(("was", "were", "had"))))


def _readings(
    text: str, anchor: dt.date | Window, calendar: Calendar, *, bare: bool = False
) -> list[tuple[Reading, int]]:
    """Readings with their strength; the past and days before the anchor are left out."""
    earliest, latest = _days(anchor)
    tokens = tokenize(text)
    at = Context(latest, calendar, strict=True, bare=bare)
    early = State(tokens, replace(at, anchor=earliest))
    readings = []
    for found in _scan(State(tokens, at)):
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
