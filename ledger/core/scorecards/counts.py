"""The denominators of a scorecard, in order, from counts that the database has grouped.

    recorded -> checkable -> dated -> due -> resolved -> scored

    recorded   every forecast that is not struck
    checkable  not vague
    dated      and with a deadline
    due        and the deadline is on or before the as-of day
    resolved   and somebody ruled: true, false, void, unclear, answered or already known
    scored     and came out true or false: what hits and scores are of

Forecasts settled early are left out until they are due: an early yes can be seen before the
deadline, an early no cannot, so counting them would flatter everybody.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from ledger.core.counting import STATES
from ledger.core.hits import hit
from ledger.core.lexicons import denies

_RULED = frozenset({"true", "false", "void", "unclear", "known", "answered"})
TRUE_OR_FALSE = frozenset({"true", "false"})


class Count(NamedTuple):
    """So many forecasts of one state, stated probability (or None) and wording.

    Of the n, `dated` have a deadline, `due` one on or before the as-of day; `past`, told only of
    pending ones, one before it; `retracted` were taken back. `negated` (a truth value): that it
    does not happen.
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
        return int(self.state == "true") if self.state in TRUE_OR_FALSE else None


@dataclass(frozen=True, slots=True)
class Denominators:
    """How many forecasts there are at each step, and what fell out beside it.

    `hits` of `sided`; struck records are in no other number. `answered` took no side (quantiles,
    tied options): they are due, their answer is known, and only their distance is scored.
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
    answered: int = 0
    struck: int = 0


def denominators(counts: Iterable[Count]) -> Denominators:
    """Add up counts into the denominators: a large book has many cells, so by column."""
    n, dated, due, past, retracted = sums = tuple(Counter[str]() for _ in range(5))
    hits = sided = 0
    for state, cells in groupby(counts, key=itemgetter(0)):
        _, probabilities, phrases, negated, *columns = zip(*cells, strict=True)
        for total, column in zip(sums, columns, strict=True):
            total[state] += sum(column)
        if state in TRUE_OR_FALSE:
            came = _hits(int(state == "true"), probabilities, phrases, negated, columns[2])
            hits, sided = hits + came[0], sided + came[1]
    struck, vague = n.pop("struck", 0), n["vague"]
    checkable = [state for state in STATES if state not in {"struck", "vague"}]
    recorded = n.total()
    return Denominators(
        recorded=recorded,
        checkable=recorded - vague,
        dated=sum(dated[state] for state in checkable),
        due=sum(due[state] for state in checkable),
        resolved=sum(due[state] for state in _RULED),
        scored=sum(due[state] for state in TRUE_OR_FALSE),
        hits=hits,
        sided=sided,
        vague=vague,
        undated=n["undated"],
        void=n["void"],
        unclear=n["unclear"],
        open=n["pending"] - past["pending"],
        overdue=past["pending"],
        early=sum(dated[state] - due[state] for state in (*TRUE_OR_FALSE, "answered")),
        retracted=retracted.total() - retracted["struck"],
        already_known=n["known"],
        answered=due["answered"],
        struck=struck,
    )


def _hits(outcome: int, *columns: Sequence[Any]) -> tuple[int, int]:
    """Return the hits of those with one outcome that are due, and how many took a side.

    The columns are probability, phrase, negated and how many are due.
    """
    hits = sided = 0
    for probability, phrase, negated, due in zip(*columns, strict=True):
        denied = probability is None and denies(phrase, negated=negated)
        found = hit(probability, outcome, denied=denied)
        if found is not None:
            sided += due
            hits += due if found else 0
    return hits, sided
