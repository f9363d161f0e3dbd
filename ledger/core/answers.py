"""What the accepted answers of a forecast must be to each other: ends, options, denials.

The book asks here what a person types, the exchange what a file holds. Numbers and
probabilities are decimal texts, as documents hold them. Each function raises InputError with
one line: what is wrong, then what to do.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from ledger.errors import InputError

LOWER = ("at_least", "more_than")
UPPER = ("at_most", "less_than")
ENDS = LOWER + UPPER
_ROUNDED = Decimal("0.01")  # probabilities are printed in whole per cent


def interval(ends: Mapping[str, str]) -> None:
    """Refuse two ends on one side, and ends with no number between them."""
    lows, highs = ([Decimal(ends[n]) for n in side if n in ends] for side in (LOWER, UPPER))
    if len(lows) > 1 or len(highs) > 1:
        raise InputError("two ends on the same side; keep one of them")
    if not lows or not highs:
        return
    if lows[0] > highs[0]:
        raise InputError(f"no number is above {lows[0]} and below {highs[0]}; swap the ends")
    if lows[0] == highs[0] and not {"at_least", "at_most"} <= ends.keys():
        raise InputError(
            f"no number is above {lows[0]} and below {highs[0]}; correct one of the ends"
        )


def options(names: Iterable[str]) -> None:
    """Refuse a choice without a choice, and an option that is declared twice."""
    known = [name.casefold() for name in names]
    if len(set(known)) < max(2, len(known)):
        raise InputError("a choice needs two options or more, each different; correct them")


def shares(said: Sequence[tuple[str, str]]) -> None:
    """Refuse options with two probabilities, and such as do not add up to 1, rounding apart."""
    if len({name.casefold() for name, _ in said}) < len(said):
        raise InputError("an option has two probabilities; drop one of them")
    if abs(sum((Decimal(share) for _, share in said), Decimal(-1))) > _ROUNDED:
        raise InputError("the probabilities of the options do not add up to 1; correct them")


def top(said: Mapping[str, str]) -> list[str]:
    """Return the most probable options; several where they share the top."""
    most = max(map(Decimal, said.values()), default=None)
    return [name for name, share in said.items() if Decimal(share) == most]


def quantiles(said: Mapping[str, str]) -> None:
    """Refuse quantiles (level to number) whose numbers do not ascend with their levels."""
    pairs = sorted((Decimal(level), Decimal(value)) for level, value in said.items())
    values = [value for _, value in pairs]
    if values != sorted(values):
        raise InputError("higher quantiles cannot have lower numbers; put them in order")


def said_once(statement: Mapping[str, Any]) -> None:
    """Refuse a number or words beside a distribution."""
    if statement.get("spread") and any(statement.get(n) for n in ("probability", "phrase")):
        raise InputError(
            "a distribution says already how sure one is; leave out the probability and the phrase"
        )


def not_denied(statement: Mapping[str, Any], negated: bool | None) -> None:
    """Refuse a distribution that is denied."""
    if statement.get("spread") and negated:
        raise InputError("a distribution cannot be denied; say it positively, its numbers turned")


def denied(doc: Mapping[str, Any]) -> bool:
    """Say whether a forecast is that its claim does not come about.

    A document says so itself where its parts do not tell it: "not: A" and "not: B" are the parts
    of "neither A nor B", and of the denied claim "A or B".
    """
    said = doc.get("negated")
    return _all_denied(doc) if said is None else bool(said)


def side_apart(doc: Mapping[str, Any]) -> dict[str, bool]:
    """Return the field `negated` where it says other than the parts do, false included."""
    return {} if denied(doc) == _all_denied(doc) else {"negated": denied(doc)}


def _all_denied(doc: Mapping[str, Any]) -> bool:
    parts = doc.get("parts") or ()
    return bool(parts) and all(part.get("negated") for part in parts)
