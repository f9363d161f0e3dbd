"""From what is known of the answers to the verdict on a forecast.

Every function is a rule of the model: a verdict is what all completions of the
knowledge agree on, so learning more never flips a settled one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from itertools import product
from operator import and_, or_

from ledger.core.model import Bound, Claim, Join, Kind, Known, Part, Verdict, Window, one_answer
from ledger.core.spans import (
    ANY_DAY_OR_NEVER,
    FIRST_DAY,
    LAST_DAY,
    NEVER,
    Spans,
)

SETTLED = frozenset({Verdict.TRUE, Verdict.FALSE, Verdict.VOID, Verdict.ANSWERED})

# The order in which one part's verdict decides a whole joined by `all` (for `any`,
# true and false change places).
_DECIDES_ALL = (Verdict.FALSE, Verdict.PENDING, Verdict.UNCLEAR, Verdict.VOID, Verdict.TRUE)
_DECIDES_ANY = (Verdict.TRUE, Verdict.PENDING, Verdict.UNCLEAR, Verdict.VOID, Verdict.FALSE)


@dataclass(frozen=True, slots=True)
class Accepted:
    """The answers a part accepts: `sure` for certain, `possible` on some reading of its bounds.

    They differ where a bound is a window. `settled` is False while a bound depends
    on another question of which more may be learned.
    """

    sure: Spans
    possible: Spans
    settled: bool = True

    def negated(self) -> "Accepted":
        """Return the answers that the negation of the part accepts."""
        return Accepted(
            ANY_DAY_OR_NEVER - self.possible, ANY_DAY_OR_NEVER - self.sure, self.settled
        )


def claim_verdict(claim: Claim, known: Known) -> Verdict:
    """Return the verdict on a whole forecast."""
    if claim.sided:
        body = joined((part_verdict(p, claim.deadline, known) for p in claim.parts), claim.join)
    else:
        body = sideless_verdict(claim.parts[0], known)
    if claim.given is None:
        return body
    return conditional(part_verdict(claim.given, claim.deadline, known), body)


def sideless_verdict(part: Part, known: Known) -> Verdict:
    """Return where a forecast stands that took no side: answered once the answer is known."""
    knowledge = known[part.question]
    if knowledge.annulled:
        return Verdict.VOID
    if one_answer(part.kind, knowledge.possible):
        return Verdict.ANSWERED
    return Verdict.UNCLEAR if knowledge.final else Verdict.PENDING


def joined(verdicts: Iterable[Verdict], join: Join) -> Verdict:
    """Join the verdicts on parts: `all` is as weak as its weakest part, `any` mirrors it."""
    present = set(verdicts)
    order = _DECIDES_ALL if join is Join.ALL else _DECIDES_ANY
    return next(verdict for verdict in order if verdict in present)


def conditional(condition: Verdict, body: Verdict) -> Verdict:
    """Return the verdict on "body, given condition": a failed condition makes it void."""
    if Verdict.VOID in (condition, body) or condition is Verdict.FALSE:
        return Verdict.VOID
    if Verdict.PENDING in (condition, body):
        return Verdict.PENDING
    return body if condition is Verdict.TRUE else condition


def part_verdict(part: Part, deadline: Window | None, known: Known) -> Verdict:
    """Return the verdict on one part."""
    knowledge = known[part.question]
    if knowledge.annulled or _bound_annulled(part, known):
        return Verdict.VOID
    accepted = accepts(part, deadline, known)
    if knowledge.possible <= accepted.sure:
        return Verdict.TRUE
    if knowledge.possible.isdisjoint(accepted.possible):
        return Verdict.FALSE
    nothing_more = accepted.settled and knowledge.final
    return Verdict.UNCLEAR if nothing_more else Verdict.PENDING


def accepts(part: Part, deadline: Window | None, known: Known) -> Accepted:
    """Return the answers that a part accepts, after negation."""
    if part.kind is Kind.EVENT:
        accepted = _days_accepted(part, deadline, known)
        return accepted.negated() if part.negated else accepted
    if part.kind is Kind.NUMBER:
        chosen = part.interval.spans() if part.interval else Spans()
    else:
        chosen = reduce(or_, (Spans.whole(o, o) for o in part.options), Spans())
    chosen = Spans.between(None, None) - chosen if part.negated else chosen
    return Accepted(chosen, chosen)


def end_bound(part: Part, deadline: Window | None) -> Bound | None:
    """Return the last day a part accepts: its own deadline, else the forecast's, else none."""
    return part.until or (Bound(deadline) if deadline else None)


def _days_accepted(part: Part, deadline: Window | None, known: Known) -> Accepted:
    until = end_bound(part, deadline)
    starts = _windows(part.after, known, FIRST_DAY)
    ends = _windows(until, known, LAST_DAY)
    # Two bounds on one question's day ("within 72 hours of q4") move together.
    together = _question(part.after) is not None and _question(part.after) == _question(until)
    pairs = zip(starts, ends, strict=True) if together else product(starts, ends)
    sure, possible = [], []
    for (start_low, start_high), (end_low, end_high) in pairs:
        sure.append(_event_days(start_high, end_low))
        possible.append(_event_days(start_low, end_high))
    settled = all(_settled(bound, known) for bound in (part.after, until))
    return Accepted(reduce(and_, sure), reduce(or_, possible), settled)


def _event_days(first: int, last: int) -> Spans:
    """Return the days first..last. "By never" means on any day: an event must happen."""
    return Spans.whole(first, min(last, LAST_DAY))


def _windows(bound: Bound | None, known: Known, default: int) -> list[tuple[int, int]]:
    """Return the windows in which a bound may lie, as ordinals."""
    if bound is None:
        return [(default, default)]
    if bound.window:
        return [(bound.window.earliest.toordinal(), bound.window.latest.toordinal())]
    assert bound.question is not None  # noqa: S101 - a bound has a window or a question
    pieces = known[bound.question].possible.pieces()
    return [
        (_shift(low[0], bound.offset), _shift(int(high[0]) - 1, bound.offset))
        for low, high in pieces
    ]


def _shift(day: object, offset: int) -> int:
    ordinal = int(day)  # type: ignore[call-overload] # whole-number cuts are ints
    return NEVER if ordinal == NEVER else ordinal + offset


def _question(bound: Bound | None) -> int | None:
    return bound.question if bound else None


def _settled(bound: Bound | None, known: Known) -> bool:
    question = _question(bound)
    return question is None or known[question].final


def _bound_annulled(part: Part, known: Known) -> bool:
    questions = (_question(part.after), _question(part.until))
    return any(question is not None and known[question].annulled for question in questions)
