"""The denominators of a scorecard, in order, from counts that the database has grouped.

    recorded -> checkable -> dated -> due -> resolved -> scored

    recorded   every forecast that is not struck
    checkable  not vague
    dated      and with a deadline
    due        and the deadline is on or before the as-of day
    resolved   and somebody ruled: true, false, void, unclear or already known
    scored     and came out true or false: what hits and scores are of

Forecasts settled early are left out until they are due: an early yes can be seen before the
deadline, an early no cannot, so counting them would flatter everybody.
"""

from collections.abc import Iterable
from dataclasses import dataclass

STATES = ("struck", "vague", "void", "known", "undated", "pending", "unclear", "true", "false")
_RULED = frozenset({"true", "false", "void", "unclear", "known"})
_SETTLED = frozenset({"true", "false"})


@dataclass(frozen=True, slots=True)
class Count:
    """So many forecasts of one state, stated probability (or None) and wording.

    Of the n, `dated` have a deadline, `due` one on or before the as-of day, `past` one before
    it; `retracted` were taken back. `negated` (a truth value): that it does not happen.
    """

    state: str
    probability: float | None
    phrase: str | None
    negated: bool
    n: int
    dated: int
    due: int
    past: int
    retracted: int

    @property
    def outcome(self) -> int | None:
        """1 where the claims came true, 0 where they did not, None where neither is known."""
        return int(self.state == "true") if self.state in _SETTLED else None

    @property
    def hits(self) -> int:
        """How many of those due had taken the side that came out."""
        if self.outcome is None or self.probability == 0.5:
            return 0
        said_yes = self.probability is None or self.probability > 0.5
        return self.due if said_yes == bool(self.outcome) else 0

    @property
    def sided(self) -> int:
        """How many of those due took a side that can be a hit: all but those at exactly .5."""
        return 0 if self.outcome is None or self.probability == 0.5 else self.due


@dataclass(frozen=True, slots=True)
class Denominators:
    """How many forecasts there are at each step, and what fell out beside it.

    `hits` of `sided`; struck records are in no other number.
    """

    recorded: int = 0
    checkable: int = 0
    dated: int = 0
    due: int = 0
    resolved: int = 0
    scored: int = 0
    hits: int = 0
    sided: int = 0
    vague: int = 0
    undated: int = 0
    void: int = 0
    unclear: int = 0
    open: int = 0
    overdue: int = 0
    early: int = 0
    retracted: int = 0
    already_known: int = 0
    struck: int = 0


def denominators(counts: Iterable[Count]) -> Denominators:
    """Add up counts into the denominators."""
    kept = list(counts)
    alive = [c for c in kept if c.state != "struck"]
    checkable = [c for c in alive if c.state != "vague"]
    settled = [c for c in checkable if c.state in _SETTLED]
    return Denominators(
        recorded=_n(alive),
        checkable=_n(checkable),
        dated=sum(c.dated for c in checkable),
        due=sum(c.due for c in checkable),
        resolved=sum(c.due for c in checkable if c.state in _RULED),
        scored=sum(c.due for c in settled),
        hits=sum(c.hits for c in settled),
        sided=sum(c.sided for c in settled),
        vague=_of(kept, "vague"),
        undated=_of(kept, "undated"),
        void=_of(kept, "void"),
        unclear=_of(kept, "unclear"),
        open=_of(kept, "pending") - _past(kept),
        overdue=_past(kept),
        early=sum(c.dated - c.due for c in settled),
        retracted=sum(c.retracted for c in alive),
        already_known=_of(kept, "known"),
        struck=_of(kept, "struck"),
    )


def _n(counts: Iterable[Count]) -> int:
    return sum(c.n for c in counts)


def _of(counts: Iterable[Count], state: str) -> int:
    return sum(c.n for c in counts if c.state == state)


def _past(counts: Iterable[Count]) -> int:
    return sum(c.past for c in counts if c.state == "pending")
