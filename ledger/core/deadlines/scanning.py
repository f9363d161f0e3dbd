"""Where time expressions stand in a text: the longest reading at each place, left to right."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ledger.core.deadlines import (  # noqa: F401 - the families of rules that a deadline is read by
    amounts,
    counted,
    dateless,
    ending,
    impossible,
    limits,
    lower,
    named_before,
)
from ledger.core.deadlines.grammar import GRAMMAR, Context, State
from ledger.core.deadlines.reading import Draft
from ledger.core.deadlines.standing import stands, verbs_ahead
from ledger.core.deadlines.tokens import Token
from ledger.core.deadlines.words import DOUBTFUL, WEEKDAYS, noun_follows

# Between readings of the same words the first named here is taken.
GRAMMAR.alias("TOP", "NODATE PAST ENDING COUNTED LOWER NOSUCHDAY UNNAMED")

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
COORDINATING = frozenset(("before", "after"))
LINKS = frozenset("of after following from".split())


@dataclass(frozen=True, slots=True)
class Found:
    """A draft and the tokens it was read from."""

    start: int
    end: int
    draft: Draft


def exactly(tokens: list[Token], at: Context, symbols: tuple[str, ...]) -> Draft | None:
    """The tokens read as one of the symbols, all of them but the first words of `LEADING`."""
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


def scan(state: State) -> Iterator[Found]:
    """The longest reading at each place, from left to right, without overlaps."""
    i = 0
    while i < len(state.tokens):
        found = _at(state, i)
        if state.at.strict:
            found = _event_at(state, i, found)
        if found is None:
            i += 1
            continue
        yield replace(found, start=i + verbs_ahead(state, i))
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
    alone = end == i + 1
    ordinary = alone and state.word(i) in ORDINARY
    owning = state.word(end) in ("'s", "'") or noun_follows(state, end)  # "Tuesday's vote"
    # "Black Friday" is a name, "Vote Thursday night" is not.
    named = alone and i > 0 and state.tokens[i - 1].capital and state.word(i) in WEEKDAYS
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
