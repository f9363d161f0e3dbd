"""How much a record of n forecasts may claim: what a scorecard shows of it, and why not more.

The steps are those of the minimum-n rule, whose background is power: a record has to be long
before it can be told from a coin's (80 % power takes 169, 42 or 18 forecasts at a true rate of
.6, .7 or .8).
"""

from dataclasses import dataclass

from ledger.core.plurals import counted

RATE_FROM, RANK_FROM, CURVE_FROM = 5, 10, 30
CURVE_QUESTIONS = 10
"""A calibration curve also needs so many questions: forecasts on one share its fate."""

SHARE_QUESTIONS = "forecasts share questions: no P"
"""Tests that take forecasts for independent have no P where some stand on one question."""


@dataclass(frozen=True, slots=True)
class Presentation:
    """What may be shown of n scored forecasts; k/n and its interval always may.

    `reason` says why something is held back; None when all is shown.
    """

    rate: bool
    ranked: bool
    reason: str | None


def presentation(n: int) -> Presentation:
    """Apply the minimum-n rule to n scored forecasts.

    Below 5: k/n and the interval, no percentage, no rank. 5-9: rate and interval, unranked.
    10-29: ranked on the shrunken rate. 30 and more: see `too_short`.
    """
    return Presentation(rate=n >= RATE_FROM, ranked=n >= RANK_FROM, reason=_reason(n))


def too_short(n: int, questions: int) -> str | None:
    """Return why n forecasts with a number on so many questions have no calibration curve.

    None from 30 forecasts on 10 questions up. What a curve takes, its summaries take too.
    """
    if n < CURVE_FROM:
        return f"{counted(n, 'forecast')}: fewer than {CURVE_FROM}"
    if questions < CURVE_QUESTIONS:
        return f"{counted(questions, 'question')}: fewer than {CURVE_QUESTIONS}"
    return None


def _reason(n: int) -> str | None:
    if n == 0:
        return "no forecast scored yet"
    if n < RATE_FROM:
        return f"{n} scored: fewer than {RATE_FROM}, too few for a rate or a rank"
    if n < RANK_FROM:
        return f"{n} scored: fewer than {RANK_FROM}, too few to rank"
    if n < CURVE_FROM:
        return f"{n} scored: fewer than {CURVE_FROM}, too few for a calibration curve"
    return None
