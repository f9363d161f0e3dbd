"""Rulings: what each form of ruling leaves possible, and how knowledge accumulates.

Knowledge only ever shrinks. A ruling that contradicts what is known, or that would
teach nothing, is refused; to correct a ruling one replaces it by number, with a reason.
"""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from ledger.core.model import Interval, Kind, Knowledge, Question, Ruling, one_answer
from ledger.core.spans import ANY_DAY_OR_NEVER, ONLY_NEVER, Spans, days
from ledger.errors import ConflictError, InputError

# The forms of an answer in a document, and the kind of question that each answers (None: any).
FORMS = {
    "on": Kind.EVENT, "not_by": Kind.EVENT, "never": Kind.EVENT, "value": Kind.NUMBER,
    "low": Kind.NUMBER, "option": Kind.CHOICE, "not_options": Kind.CHOICE, "void": None,
}  # fmt: skip


def happened(first: dt.date, last: dt.date | None = None) -> Ruling:
    """`on D` or `on D1..D2`: it happened on a day in that window. Final."""
    if last and last < first:
        raise InputError(f"{first}..{last} ends before it starts; put the earlier day first")
    return Ruling(days(first, last or first), final=True)


def not_by(day: dt.date, *, final: bool = False) -> Ruling:
    """`not by D`: it had not happened by the end of that day. Later days stay open."""
    return Ruling(ANY_DAY_OR_NEVER - days(None, day), final=final)


def never() -> Ruling:
    """`never`: it did not happen and no longer can. Final."""
    return Ruling(ONLY_NEVER, final=True)


def value(low: Decimal, high: Decimal | None = None, *, final: bool = False) -> Ruling:
    """An exact number (final), or one between low and high, both included."""
    if high is not None and high < low:
        raise InputError(f"{low}..{high} ends before it starts; put the lower number first")
    exact = high is None or high == low
    spans = Interval(low, low if high is None else high).spans()
    return Ruling(spans, final=final or exact)


def options(question: Question, chosen: Iterable[str], *, final: bool = False) -> Ruling:
    """The option that came out; several mean that one of them did. One is final."""
    positions = {option_number(question, name) for name in chosen}
    return Ruling(_positions(positions), final=final or len(positions) == 1)


def options_out(question: Question, excluded: Iterable[str], *, final: bool = False) -> Ruling:
    """Options that are ruled out; when one is left, that is final."""
    left = question.universe() - _positions(option_number(question, n) for n in excluded)
    return Ruling(left, final=final or one_answer(question.kind, left))


def annul(*, replaces: bool = False) -> Ruling:
    """Annul the question: everyone's forecast on it is void."""
    return Ruling(ANY_DAY_OR_NEVER, final=True, annuls=True, replaces=replaces)


def option_number(question: Question, name: str) -> int:
    """Return the position of an option, compared without regard to case."""
    folded = [option.casefold() for option in question.options]
    try:
        return folded.index(name.strip().casefold())
    except ValueError:
        choices = ", ".join(question.options)
        raise InputError(
            f'q{question.id} has no option "{name}"; its options are: {choices}'
        ) from None


def unknown(question: Question) -> Knowledge:
    """Return what is known before any ruling: nothing."""
    return Knowledge(question.universe())


def learn(
    question: Question, knowledge: Knowledge, ruling: Ruling, *, again: bool = False
) -> Knowledge:
    """Return the knowledge after a ruling.

    ConflictError: the ruling contradicts what is known, widens it or adds nothing to it;
    or the question was annulled, or the ruling annuls it when something is known already.
    With `again`, rulings that stand are worked through once more: one may add nothing now.
    """
    if knowledge.annulled:
        raise ConflictError(f"q{question.id} was annulled; use --replace N --why to change that")
    if ruling.annuls:
        return _annulled(question, knowledge, ruling)
    said = ruling.possible & question.universe()
    left = knowledge.possible & said
    if not left:
        raise ConflictError(
            f"that contradicts what is known of q{question.id}; look at it with "
            f"`ledger question show q{question.id}`, then use --replace N --why"
        )
    closes = said == left and ruling.final and not knowledge.final
    if left == knowledge.possible and not closes and not again:
        raise ConflictError(
            f"q{question.id} is known at least as precisely already; "
            "use --replace N --why to correct an earlier ruling"
        )
    final = knowledge.final or ruling.final or one_answer(question.kind, left)
    public_on = ruling.public_on if said == left else _later(knowledge.public_on, ruling.public_on)
    return Knowledge(left, final, public_on=public_on)


def _annulled(question: Question, knowledge: Knowledge, ruling: Ruling) -> Knowledge:
    """Annul a question. Where something is known that would flip verdicts that are settled."""
    if knowledge != unknown(question) and not ruling.replaces:
        raise ConflictError(
            f"q{question.id} has rulings already; use --replace N --why to annul it instead"
        )
    return Knowledge(knowledge.possible, final=True, annulled=True)


def _later(first: dt.date | None, second: dt.date | None) -> dt.date | None:
    """Return the day on which both could be read; None where one of them is not on record."""
    return max(first, second) if first and second else None


def _positions(numbers: Iterable[int]) -> Spans:
    spans = Spans()
    for number in numbers:
        spans |= Spans.whole(number, number)
    return spans
