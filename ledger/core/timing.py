"""Days late, deadlines that hang, and answers that were known before the statement.

Late is never right: the verdict at the deadline stands, lateness is told beside it.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from ledger.core.model import (
    Bound,
    Claim,
    Join,
    Kind,
    Knowledge,
    Known,
    Part,
    Standing,
    Verdict,
    Window,
)
from ledger.core.spans import ANY_NUMBER, NEVER, Spans, calendar_day, first_day, last_day
from ledger.core.verdict import claim_verdict, end_bound


def standing(claim: Claim, made: Window, known: Known) -> Standing:
    """Return everything that is derived of a forecast and kept beside it."""
    verdict = claim_verdict(claim, known)
    return Standing(verdict, _told_late(verdict, claim, known), already_known(claim, made, known))


def _told_late(verdict: Verdict, claim: Claim, known: Known) -> int | None:
    """Return the days late of a forecast that is true or false; others have none yet, or never.

    An event before the first day that is accepted is no early one: it did not happen in time.
    """
    if verdict not in {Verdict.TRUE, Verdict.FALSE}:
        return None
    late = days_late(claim, known)
    early = late is not None and late <= 0
    return None if early and verdict is Verdict.FALSE else late


def days_late(claim: Claim, known: Known) -> int | None:
    """Return the signed days from deadline to event; negative is early, None is not known.

    A compound has them only when every part is an affirmative event: the latest part
    counts for `all`, the earliest for `any`, once no other part can be earlier still.
    Where the day of the event or of the deadline is a window, the event's first day and
    the deadline's last count.
    """
    if any(part.kind is not Kind.EVENT or part.negated for part in claim.parts):
        return None
    happened = _days_late(claim, known, event_day)
    if claim.join is Join.ALL:
        return max(happened) if len(happened) == len(claim.parts) else None
    at_best = _days_late(claim, known, _earliest_day)
    return min(happened) if happened and min(happened) == min(at_best) else None


def _days_late(
    claim: Claim, known: Known, day_of: Callable[[Part, Known], int | None]
) -> list[int]:
    """Return the days from deadline to event of the parts that have both."""
    pairs = (
        (day_of(part, known), last_day_on_time(end_bound(part, claim.deadline), known))
        for part in claim.parts
    )
    return [day - due for day, due in pairs if day is not None and due is not None]


def event_day(part: Part, known: Known) -> int | None:
    """Return the ordinal of the (first possible) day of an event that surely happened."""
    knowledge = known[part.question]
    if part.kind is not Kind.EVENT or knowledge.annulled or not knowledge.final:
        return None
    return None if last_day(knowledge.possible) == NEVER else first_day(knowledge.possible)


def _earliest_day(part: Part, known: Known) -> int | None:
    knowledge = known[part.question]
    return None if knowledge.annulled else first_day(knowledge.possible)


def last_day_on_time(bound: Bound | None, known: Known) -> int | None:
    """Return the ordinal of the last day before a bound ends, which no calendar need have.

    None: nothing bounds it, or it hangs on the day of a question, which is not known yet.
    """
    ends = _ends(bound, known) if bound else None
    return ends[1] if ends else None


def _ends(bound: Bound, known: Known) -> tuple[int, int] | None:
    """Return the ordinals between which a bound ends; None while nothing is known of its day."""
    if bound.window:
        return bound.window.earliest.toordinal(), bound.window.latest.toordinal()
    assert bound.question is not None  # noqa: S101 - a bound has a window or a question
    knowledge = known[bound.question]
    first, last = first_day(knowledge.possible), last_day(knowledge.possible)
    if last == NEVER or knowledge.annulled or not knowledge.final:
        return None
    return first + bound.offset, last + bound.offset


def hangs(claim: Claim) -> bool:
    """Say whether a claim has no deadline but the days of other questions ("before q4")."""
    return claim.deadline is None and all(
        part.until and part.until.question is not None for part in claim.parts
    )


def deadline_that_hangs(claim: Claim, known: Known) -> Window | None:
    """Return the last deadline of such a claim, a window; None until those days are known."""
    found = [_ends(part.until, known) for part in claim.parts if part.until]
    ends = [pair for pair in found if pair]
    if len(ends) < len(claim.parts):
        return None
    return Window(calendar_day(max(e[0] for e in ends)), calendar_day(max(e[1] for e in ends)))


def already_known(claim: Claim, made: Window, known: Known) -> bool:
    """Say whether the answer was out before the (earliest) day of the statement.

    The verdict is taken on what could be read then: events that had happened by then, and
    numbers and options whose answer was public. The condition does not matter here.
    """
    then: dict[int, Knowledge] = {}
    for part in claim.parts:
        then[part.question] = _known_before(made.earliest, part.kind, known[part.question])
        for bound in (part.after, part.until):
            if bound and bound.question is not None:
                known_bound = known[bound.question]
                then[bound.question] = _known_before(made.earliest, Kind.EVENT, known_bound)
    claim = replace(claim, given=None)
    return claim_verdict(claim, then) in {Verdict.TRUE, Verdict.FALSE, Verdict.ANSWERED}


def _known_before(day: dt.date, kind: Kind, knowledge: Knowledge) -> Knowledge:
    """Return what could be known of an answer before a day: an event is seen when it happens."""
    if kind is not Kind.EVENT:
        public = knowledge.public_on is not None and knowledge.public_on < day
        return knowledge if public else replace(knowledge, possible=ANY_NUMBER)
    start = day.toordinal()
    if last_day(knowledge.possible) < start:
        return knowledge
    return replace(knowledge, possible=knowledge.possible | Spans.whole(start, NEVER))
