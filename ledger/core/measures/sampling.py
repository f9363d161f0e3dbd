"""Random numbers of events, drawn from a printed seed."""

import math
from random import Random


def binomial_draw(rng: Random, n: int, p: float) -> int:
    """Draw the number of successes in n trials; the time does not grow with n.

    Few expected successes: waiting times between them are geometric (Devroye 1986, p. 525).
    Many: transformed rejection, algorithm BTRS (Hörmann 1993, J. Stat. Comput. Simul. 46:101).
    """
    if p > 0.5:
        return n - binomial_draw(rng, n, 1.0 - p)
    if n == 0 or p == 0.0:
        return 0
    return _by_waiting(rng, n, p) if n * p < 10.0 else _by_rejection(rng, n, p)


def _by_waiting(rng: Random, n: int, p: float) -> int:
    successes, trials, scale = 0, 0, math.log1p(-p)
    while True:
        # 1 - random() lies in (0, 1], so that its logarithm is finite.
        trials += math.floor(math.log(1.0 - rng.random()) / scale) + 1
        if trials > n:
            return successes
        successes += 1


def _by_rejection(rng: Random, n: int, p: float) -> int:
    sd = math.sqrt(n * p * (1.0 - p))
    b = 1.15 + 2.53 * sd
    a = -0.0873 + 0.0248 * b + 0.01 * p
    c, v_r = n * p + 0.5, 0.92 - 4.2 / b
    alpha, log_odds, mode = (2.83 + 5.1 / b) * sd, math.log(p / (1.0 - p)), math.floor((n + 1) * p)
    at_mode = math.lgamma(mode + 1) + math.lgamma(n - mode + 1)
    while True:
        u, v = rng.random() - 0.5, 1.0 - rng.random()
        us = 0.5 - abs(u)
        if us == 0.0:
            continue
        k = math.floor((2.0 * a / us + b) * u + c)
        if us >= 0.07 and v <= v_r:
            return k
        if not 0 <= k <= n:
            continue
        accept = at_mode - math.lgamma(k + 1) - math.lgamma(n - k + 1) + (k - mode) * log_odds
        if math.log(v * alpha / (a / (us * us) + b)) <= accept:
            return k
