"""Kaplan-Meier: the share of events still outstanding after so many days.

Forecasts whose event has not happened are censored on the last day known, not dropped: leaving them
out would make everybody look quicker than they are.
References: Kaplan & Meier 1958, JASA 53:457; Greenwood 1926 for the standard error.
"""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Observation:
    """Days from the deadline (or from the statement) to the event, or to the last day known.

    `happened` is False for an event that is still open then (censored).
    """

    days: float
    happened: bool


@dataclass(frozen=True, slots=True)
class SurvivalStep:
    """At `days`: events, censored marks, how many were at risk, and the share outstanding after.

    `se` is Greenwood's standard error of `outstanding`; None once the share is 0.
    """

    days: float
    at_risk: int
    events: int
    censored: int
    outstanding: float
    se: float | None


@dataclass(frozen=True, slots=True)
class Survival:
    """The curve over n forecasts; it is 1 before the first step.

    `median_days` is the first day on which half or less is outstanding; None: not reached.
    """

    n: int
    steps: tuple[SurvivalStep, ...]
    median_days: float | None


def kaplan_meier(observations: Iterable[Observation]) -> Survival:
    """Product-limit estimate: at each day, outstanding *= 1 - events / at risk.

    An event and a censoring on one day: the event comes first, so the other was still at risk.
    """
    counts = Counter((o.days, o.happened) for o in observations)
    at_risk = n = sum(counts.values())
    outstanding, greenwood, steps = 1.0, 0.0, []
    for day in sorted({day for day, _ in counts}):
        events, censored = counts[day, True], counts[day, False]
        outstanding *= 1.0 - events / at_risk
        if events < at_risk:
            greenwood += events / (at_risk * (at_risk - events))
        se = outstanding * math.sqrt(greenwood) if outstanding > 0.0 else None
        steps.append(SurvivalStep(day, at_risk, events, censored, outstanding, se))
        at_risk -= events + censored
    # A product of quotients that is one half on paper can be .5000000000000001.
    median = next((s.days for s in steps if s.outstanding <= 0.5 + 1e-12), None)
    return Survival(n, tuple(steps), median)
