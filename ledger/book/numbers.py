"""Numbers, options and distributions, as users write them, into the fields of a part."""

import re
from decimal import Decimal
from typing import Any

from ledger.book.requests import Accepts
from ledger.core import answers, checks
from ledger.errors import InputError

_LONGEST = 60  # characters of a number
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|\.[0-9]+)")


def number(text: str) -> Decimal:
    """Read a plain decimal number; thousands may be set apart by commas."""
    if len(text) > _LONGEST or not _NUMBER.fullmatch(text.strip()):
        raise InputError(
            f'"{checks.shown(text)}" is no number; write it in digits, as in 4.5 or 1,400,000'
        )
    return Decimal(text.strip().replace(",", ""))


def interval(accepts: Accepts) -> dict[str, str]:
    """Return the numbers accepted, as fields of a part; empty when none were named."""
    ends = {
        name: str(number(text))
        for name in answers.ENDS
        if (text := getattr(accepts, name)) is not None
    }
    if accepts.within is not None and accepts.about is None:
        raise InputError("--within says how near; give the number with --about")
    if accepts.about is not None:
        if ends:
            raise InputError("--about names both ends; leave out the other options")
        ends = _about(accepts.about, accepts.within)
    answers.interval(ends)
    return ends


def _about(text: str, within: str | None) -> dict[str, str]:
    """Return X +- W; W is half the last stated digit where it is not given."""
    middle = number(text)
    exponent = middle.as_tuple().exponent
    assert isinstance(exponent, int)  # noqa: S101 - `number` reads finite numbers only
    width = number(within) if within is not None else Decimal(5).scaleb(exponent - 1)
    if width < 0:
        raise InputError(f"--within {within} is below zero; write how far off it may be")
    return {"at_least": str(middle - width), "at_most": str(middle + width)}


def declared_options(accepts: Accepts) -> list[str]:
    """Return the options of a new choice question."""
    names = [checks.name(part, "option") for part in (accepts.options or "").split(",")
             if part.strip()]  # fmt: skip
    if accepts.options is None:
        raise InputError("a new choice needs all its options; declare them with --options A,B,C")
    answers.options(names)
    return names


def chosen(accepts: Accepts) -> tuple[list[str], dict[str, str]]:
    """Return the options accepted, and the distribution when probabilities came along."""
    pairs = [re.fullmatch(r"(.+)=([^=]+)", text) for text in accepts.option]
    if not accepts.option or not any(pairs):
        return list(accepts.option), {}
    if not all(pairs):
        raise InputError("give every option a probability (--option A=0.6), or none")
    said = [(pair[1].strip(), checks.probability(pair[2])) for pair in pairs if pair]
    answers.shares(said)
    return answers.top(dict(said)), dict(said)


def quantiles(accepts: Accepts) -> dict[str, str]:
    """Return quantile -> number from texts such as 0.05=60, in ascending order.

    A range with a level states two of them: 60..80 at 90 % is 0.05=60 and 0.95=80.
    """
    ranged = _of_range(accepts)
    if ranged and accepts.quantiles:
        raise InputError("--range states two quantiles; leave out --quantile, or the range")
    if ranged:
        return ranged
    pairs = [re.fullmatch(r"([^=]+)=([^=]+)", text) for text in accepts.quantiles]
    if not all(pairs):
        raise InputError("write a quantile as LEVEL=NUMBER, as in --quantile 0.05=60")
    levels = {checks.probability(p[1]): str(number(p[2])) for p in pairs if p}
    if len(levels) < len(pairs):
        raise InputError("two quantiles have the same level; drop one, or correct its level")
    ordered = sorted(levels.items(), key=lambda pair: Decimal(pair[0]))
    answers.quantiles(levels)
    return dict(ordered)


def _of_range(accepts: Accepts) -> dict[str, str]:
    """Return the two quantiles of a central range; empty when none was given."""
    if accepts.range is None and accepts.level is None:
        return {}
    if accepts.range is None or accepts.level is None:
        raise InputError("a range needs its level; write --range 60..80 --level 90%")
    low, dots, high = accepts.range.partition("..")
    if not dots:
        raise InputError(f'"{checks.shown(accepts.range)}" is no range; write --range 60..80')
    ends = number(low), number(high)
    if ends[0] > ends[1]:
        raise InputError(f"--range {low}..{high} ends below its start; swap the ends")
    level = Decimal(checks.probability(accepts.level))
    if not 0 < level < 1:
        raise InputError("--level lies between 0 and 1; write --level 90% for nine times in ten")
    tail = (1 - level) / 2
    return {checks.decimal_text(tail): str(ends[0]), checks.decimal_text(1 - tail): str(ends[1])}


def distributed(accepts: Accepts) -> bool:
    """Say whether the answers are given as quantiles or as a range with a level."""
    return bool(accepts.quantiles or accepts.range or accepts.level)


def spread(accepts: Accepts) -> dict[str, Any]:
    """Return the distribution of a forecast as stored; empty when there is none."""
    _, options = chosen(accepts)
    levels = quantiles(accepts)
    both = {"options": options, "quantiles": levels}
    return {name: values for name, values in both.items() if values}
