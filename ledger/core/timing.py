"""Days late, and answers that were known before the statement.

Late is never right: the verdict at the deadline stands, lateness is told beside it.
"""

from ledger.core.model import Bound, Claim, Join, Kind, Known, Part, Standing, Verdict, Window
from ledger.core.spans import LAST_DAY, NEVER, first_day, last_day
from ledger.core.verdict import claim_verdict


def standing(claim: Claim, made: Window, known: Known) -> Standing:
    """Return everything that is derived of a forecast and kept beside it."""
    verdict = claim_verdict(claim, known)
    late = None if verdict is Verdict.VOID else days_late(claim, known)
    return Standing(verdict, late, already_known(claim, made, known))


def days_late(claim: Claim, known: Known) -> int | None:
    """Return the signed days from deadline to event; negative is early, None is not known.

    A compound has them only when every part is an affirmative event: the latest part
    counts for `all`, the earliest that happened for `any`. Where the day of the event or
    of the deadline is a window, the event's first day and the deadline's last count.
    """
    if any(part.kind is not Kind.EVENT or part.negated for part in claim.parts):
        return None
    late = [_part_late(part, claim.deadline, known) for part in claim.parts]
    happened = [days for days in late if days is not None]
    if not happened or (claim.join is Join.ALL and len(happened) < len(late)):
        return None
    return max(happened) if claim.join is Join.ALL else min(happened)


def _part_late(part: Part, deadline: Window | None, known: Known) -> int | None:
    due = _last_day_on_time(part.until or (Bound(deadline) if deadline else None), known)
    day = event_day(part, known)
    return None if due is None or day is None else day - due


def event_day(part: Part, known: Known) -> int | None:
    """Return the ordinal of the (first possible) day of an event that surely happened."""
    knowledge = known[part.question]
    if part.kind is not Kind.EVENT or knowledge.annulled or not knowledge.final:
        return None
    return None if last_day(knowledge.possible) == NEVER else first_day(knowledge.possible)


def _last_day_on_time(bound: Bound | None, known: Known) -> int | None:
    if bound is None:
        return None
    if bound.window:
        return bound.window.latest.toordinal()
    assert bound.question is not None  # noqa: S101 - a bound has a window or a question
    knowledge = known[bound.question]
    day = last_day(knowledge.possible)
    return None if day == NEVER or not knowledge.final else min(day + bound.offset, LAST_DAY)


def already_known(claim: Claim, made: Window, known: Known) -> bool:
    """Say whether every answer was out before the (earliest) day of the statement."""
    return all(_known_before(part, made, known) for part in claim.parts)


def _known_before(part: Part, made: Window, known: Known) -> bool:
    knowledge = known[part.question]
    if not knowledge.final or knowledge.annulled:
        return False
    if part.kind is Kind.EVENT:
        day = last_day(knowledge.possible)
        return day != NEVER and day < made.earliest.toordinal()
    return knowledge.public_on is not None and knowledge.public_on < made.earliest
