"""How much a record of n forecasts may claim: what a scorecard shows of it, and why not more.

The steps are those of the minimum-n rule, whose background is power: a record has to be long
before it can be told from a coin's (`POWER_AGAINST_COIN`).
"""

from dataclasses import dataclass

RATE_FROM, RANK_FROM, CURVE_FROM = 5, 10, 30
CURVE_QUESTIONS = 10
"""A calibration curve also needs so many questions: forecasts on one share its fate."""
POWER_AGAINST_COIN = {0.6: 169, 0.7: 42, 0.8: 18}
"""True hit rate -> n from which a one-sided exact binomial test at 5 % has 80 % power."""


SHARE_QUESTIONS = "forecasts share questions: no P"
"""Tests that take forecasts for independent have no P where some stand on one question."""


@dataclass(frozen=True, slots=True)
class Presentation:
    """What may be shown of n scored forecasts; k/n and its interval always may.

    `reason` says why something is held back; None when all is shown.
    """

    n: int
    rate: bool
    ranked: bool
    curve: bool
    reason: str | None


def presentation(n: int, questions: int | None = None) -> Presentation:
    """Apply the minimum-n rule to n scored forecasts on so many questions (None: one each).

    Below 5: k/n and the interval, no percentage, no rank. 5-9: rate and interval, unranked.
    10-29: ranked on the shrunken rate. 30 and more, on 10 questions: with a calibration curve.
    """
    questions = n if questions is None else questions
    return Presentation(
        n=n,
        rate=n >= RATE_FROM,
        ranked=n >= RANK_FROM,
        curve=n >= CURVE_FROM and questions >= CURVE_QUESTIONS,
        reason=_reason(n, questions),
    )


def _reason(n: int, questions: int) -> str | None:
    if n == 0:
        return "no forecast scored yet"
    if n < RATE_FROM:
        return f"{n} scored: fewer than {RATE_FROM}, too few for a rate or a rank"
    if n < RANK_FROM:
        return f"{n} scored: fewer than {RANK_FROM}, too few to rank"
    if n < CURVE_FROM:
        return f"{n} scored: fewer than {CURVE_FROM}, too few for a calibration curve"
    if questions < CURVE_QUESTIONS:
        what = "question" if questions == 1 else "questions"
        return f"{questions} {what}: fewer than {CURVE_QUESTIONS}, too few for a calibration curve"
    return None
