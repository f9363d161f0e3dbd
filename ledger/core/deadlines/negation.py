"""Lower bounds that are deadlines after all: "will not open until 2027 at the earliest" (C15)."""

import datetime as dt
from dataclasses import replace

from ledger.core.deadlines.reading import Draft
from ledger.core.deadlines.tokens import Token
from ledger.core.deadlines.units import ONE_DAY

REACH = 12  # tokens before the bound where its verb may stand
SENTENCE_MARKS = frozenset(';.:!?"“”')
NEGATIONS = frozenset(
    "not no never cannot without nobody none nothing neither nor unlikely hardly impossible doubt "
    "doubts doubted little few rule rules ruled wont".split()
)
LASTING = frozenset(
    "last lasts lasting continue continues continuing persist persists remain remains stay stays "
    "hold holds drag drags extend extends run runs endure endures survive survives stretch "
    "stretches linger lingers keep keeps carry carries go goes".split()
)


def bounded(draft: Draft, tokens: list[Token], start: int) -> Draft:
    """A lower bound whose verb is negated, or says that something lasts, gets its last day.

    The state must hold, or the event must not happen, until that day.
    """
    if draft.not_before in (None, dt.date.min) or draft.deadline is not None:
        return draft
    if not (_negated(tokens, start) or (draft.beyond and _lasts(tokens, start))):
        return draft
    day = draft.last or draft.not_before - ONE_DAY
    return replace(
        draft, deadline=day, earliest=day, latest=day, precision="day", vague=False, strength=3,
        not_before=None,
    )  # fmt: skip


def _before(tokens: list[Token], start: int) -> list[str]:
    """The words of the same sentence before a token, the nearest first."""
    words: list[str] = []
    for token in reversed(tokens[max(0, start - REACH) : start]):
        if token.text in SENTENCE_MARKS:
            break
        words.append(token.text)
    return words


def _negated(tokens: list[Token], start: int) -> bool:
    words = _before(tokens, start)
    # "n't" is the token "t" after an apostrophe that follows a word in n.
    short = any(w == "t" and words[i + 1 : i + 2] == ["'"] for i, w in enumerate(words))
    return short or any(w in NEGATIONS for w in words)


def _lasts(tokens: list[Token], start: int) -> bool:
    return any(word in LASTING for word in _before(tokens, start)[:6])
