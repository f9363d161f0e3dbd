"""Maximum likelihood for a field of hit counts whose true rates follow a Beta(a, b).

References: Skellam 1948, JRSS B 10:257; Griffiths 1973, Biometrics 29:637.
"""

import math
from collections import Counter
from collections.abc import Mapping

Counted = Mapping[tuple[int, int], int]
"""(hits, n) -> how many forecasters have that record."""
Times = list[tuple[int, int]]  # numbers with how often they occur
Margins = tuple[Times, Times, Times]

ENDLESS = 1e5
"""A field of this strength, in forecasts, or a greater one differs no more than chance allows."""
_STRENGTH_RANGE = (math.log(0.01), math.log(1e6))
_MEAN_RANGE = (-12.0, 12.0)


def margins_of(counted: Counted) -> Margins:
    """Return hits, misses and forecasts with how often they occur: all that the sum needs."""
    hits, misses, all_ = Counter[int](), Counter[int](), Counter[int]()
    for (k, n), times in counted.items():
        hits[k] += times
        misses[n - k] += times
        all_[n] += times
    return list(hits.items()), list(misses.items()), list(all_.items())


def log_likelihood_of(margins: Margins, a: float, b: float) -> float:
    """Beta-binomial log likelihood, without the binomial coefficients (they do not vary)."""
    hits, misses, all_ = margins
    base = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    terms = [times * math.lgamma(a + k) for k, times in hits]
    terms += [times * math.lgamma(b + m) for m, times in misses]
    terms += [times * (base - math.lgamma(a + b + n)) for n, times in all_]
    return math.fsum(terms)


def maximise(counted: Counted) -> tuple[float, float]:
    """Return the likeliest (a, b), by damped Newton steps in (logit mean, log strength).

    When the records differ no more than chance allows, the likelihood rises with the strength
    a + b for ever: it stops at 10^6, which stands for a prior that no record moves (`ENDLESS`).
    """
    n = sum(of * times for (_, of), times in counted.items())
    hits = min(max(sum(k * times for (k, _), times in counted.items()), 0.5), n - 0.5)
    at = (math.log(hits / (n - hits)), math.log(10.0))
    margins = margins_of(counted)
    value, damping = _value(margins, at), 1.0
    slopes = _slopes(margins, at)
    for _ in range(200):
        step = _newton_step(slopes, damping)
        trial = (_clip(at[0] + step[0], _MEAN_RANGE), _clip(at[1] + step[1], _STRENGTH_RANGE))
        trial_value = _value(margins, trial)
        if trial_value < value:
            damping *= 4.0
            if damping > 1e12:
                break
            continue
        moved = max(abs(trial[0] - at[0]), abs(trial[1] - at[1]))
        at, value, damping = trial, trial_value, damping / 8.0
        if moved < 1e-9:
            break
        slopes = _slopes(margins, at)
    return _shape(*at)


def _shape(logit_mean: float, log_strength: float) -> tuple[float, float]:
    strength = math.exp(log_strength)
    a = strength / (1.0 + math.exp(-logit_mean))
    return a, strength - a


def _value(margins: Margins, at: tuple[float, float]) -> float:
    return log_likelihood_of(margins, *_shape(*at))


def _slopes(margins: Margins, at: tuple[float, float]) -> tuple[float, float, float, float, float]:
    """Return gx, gy, -hxx, -hyy, -hxy of the value, by central differences of width 1e-3."""
    h, (x, y) = 1e-3, at

    def f(dx: int, dy: int) -> float:
        return _value(margins, (x + dx * h, y + dy * h))

    middle, right, left, up, down = f(0, 0), f(1, 0), f(-1, 0), f(0, 1), f(0, -1)
    return (
        (right - left) / (2 * h),
        (up - down) / (2 * h),
        -(right - 2 * middle + left) / h**2,
        -(up - 2 * middle + down) / h**2,
        -(f(1, 1) - f(1, -1) - f(-1, 1) + f(-1, -1)) / (4 * h**2),
    )


def _newton_step(
    slopes: tuple[float, float, float, float, float], damping: float
) -> tuple[float, float]:
    """Solve (-H + damping) step = g."""
    gx, gy, xx, yy, xy = slopes
    xx, yy = xx + damping, yy + damping
    determinant = xx * yy - xy * xy
    if xx <= 0.0 or determinant <= 0.0:
        # Not a hill here: follow the gradient, not too far.
        length = math.hypot(gx, gy) or 1.0
        return 0.5 * gx / length, 0.5 * gy / length
    step = ((yy * gx - xy * gy) / determinant, (xx * gy - xy * gx) / determinant)
    scale = min(1.0, 2.0 / (max(abs(step[0]), abs(step[1])) or 1.0))
    return step[0] * scale, step[1] * scale


def _clip(value: float, bounds: tuple[float, float]) -> float:
    return min(max(value, bounds[0]), bounds[1])
