"""Answers, rulings and accepted answers in plain words, as replies and reports print them."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ledger.core.counting import takes_side
from ledger.core.model import Bound, Interval, Kind, Knowledge, Part, Question
from ledger.core.plurals import counted
from ledger.core.reports import PartShown
from ledger.core.spans import FIRST_DAY, NEVER, Cut, Spans

QUESTION_KINDS = {"event": "an event", "number": "a number", "choice": "a choice"}


def answer(question: Question, knowledge: Knowledge, annulled: str | None = None) -> str:
    """Say what is known of a question's answer."""
    if knowledge.annulled:
        return f"annulled: {annulled}" if annulled else "annulled"
    if knowledge.possible == question.universe():
        return "not known"
    if question.kind is Kind.EVENT:
        return _event(knowledge.possible)
    if question.kind is Kind.CHOICE:
        return " or ".join(question.options[n] for n in _positions(knowledge.possible))
    unit = f" {question.unit}" if question.unit else ""
    return " or ".join(_numbers(low, high) for low, high in knowledge.possible.pieces()) + unit


def ruling(said: Mapping[str, Any]) -> str:
    """Say a ruling as it was made."""
    if said.get("void"):
        return f"annulled: {said['void']}"
    if said.get("on"):
        latest = said.get("on_latest") or said["on"]
        return f"on {said['on']}" + (f"..{latest}" if latest != said["on"] else "")
    simple = {
        "not_by": "not by {}", "never": "never", "value": "{}", "option": "{}",
        "low": "{}..{}", "not_options": "not {}",
    }  # fmt: skip
    form = next(name for name in simple if said.get(name) not in (None, False))
    value = said[form]
    text = ", ".join(value) if isinstance(value, list) else value
    return simple[form].format(text, said.get("high")) + (" (final)" if said.get("final") else "")


def accepts(part: Part, question: Question, deadline: dt.date | None) -> str:
    """Say which answers a part accepts."""
    if part.kind is Kind.NUMBER:
        words = _interval(part.interval or Interval())
        words += f" {question.unit}" if question.unit else ""
    elif part.kind is Kind.CHOICE:
        words = " or ".join(question.options[n] for n in part.options)
    else:
        words = _days(part.after, part.until, deadline)
    return f"not {words}" if part.negated else words


def distribution(spread: Mapping[str, Any] | None, question: Question) -> str:
    """Say a forecast that took no side: its quantiles, or options that share the top."""
    if not spread or takes_side(spread):
        return ""
    unit = f" {question.unit}" if question.unit else ""
    if spread.get("quantiles"):
        ends = [f"{_percent(p)} up to {value}" for p, value in spread["quantiles"].items()]
        return f"{_NO_SIDE}: {', '.join(ends)}{unit}"
    return f"{_NO_SIDE}: {shares(spread)}"


def shares(spread: Mapping[str, Any]) -> str:
    """Say how likely each option is: "Diallo 50 %, Osei 30 %, Ba 20 %"."""
    return ", ".join(f"{name} {_percent(p)}" for name, p in spread["options"].items())


def accepting(part: PartShown) -> str:
    """Return what a part accepts as a clause: "accepts at least 4 %"."""
    return f"accepts {part.accepts}" if part.sided else part.accepts


_NO_SIDE = "takes no side"


def _percent(share: str) -> str:
    return f"{round(float(share) * 100, 6):g} %"


def _event(possible: Spans) -> str:
    never = Spans.whole(NEVER, NEVER) <= possible
    dated = possible - Spans.whole(NEVER, NEVER)
    if not dated:
        return "no, and it no longer can"
    first, last = int(dated.cuts[0][0]), int(dated.cuts[-1][0]) - 1
    if never:
        return f"not by {_day(first - 1)}" if first > FIRST_DAY else "not known"
    return f"yes, {_day(first)}" + (f"..{_day(last)}" if last != first else "")


def _day(ordinal: int) -> str:
    return dt.date.fromordinal(ordinal).isoformat()


def _positions(possible: Spans) -> list[int]:
    return [n for low, high in possible.pieces() for n in range(int(low[0]), int(high[0]))]


def _numbers(low: Cut, high: Cut) -> str:
    if low[0] == high[0]:
        return str(low[0])
    return f"{low[0]}..{high[0]}"


def _interval(interval: Interval) -> str:
    low = _end(interval.low, "more than" if interval.open_low else "at least")
    high = _end(interval.high, "less than" if interval.open_high else "at most")
    return " and ".join(words for words in (low, high) if words)


def _end(value: Decimal | None, words: str) -> str:
    return "" if value is None else f"{words} {value}"


def _days(after: Bound | None, until: Bound | None, deadline: dt.date | None) -> str:
    end = _bound(until) if until else str(deadline) if deadline else None
    start = _bound(after) if after else None
    if start and start == end:
        return f"on {start}"
    words = [_side(after, 1, "after", f"from {start}") if after else "",
             _side(until, -1, "before", f"by {end}") if end else ""]  # fmt: skip
    return " ".join(word for word in words if word) or "on any day"


def _side(bound: Bound | None, next_day: int, word: str, otherwise: str) -> str:
    """Say a bound on the very next day of another question's in one word."""
    if bound and not bound.window and bound.offset == next_day:
        return f"{word} the day of q{bound.question}"
    return otherwise


def _bound(bound: Bound) -> str:
    if bound.window:
        first, last = bound.window.earliest, bound.window.latest
        return str(last) if first == last else f"{first}..{last}"
    if not bound.offset:
        return f"the day of q{bound.question}"
    days = counted(abs(bound.offset), "day")
    return f"{days} {'before' if bound.offset < 0 else 'after'} the day of q{bound.question}"
