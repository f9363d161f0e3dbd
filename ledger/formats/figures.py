"""Figures of a statistical table: rates as .742, intervals as .657-.967, days late as +70.

The digits are cut here and nowhere else: records and JSON carry all of them.
"""

NOTHING = ""


def rate(value: float | None, digits: int) -> str:
    """Return a share or a score without the zero before its point: ".742", "1", "-.05"."""
    if value is None:
        return NOTHING
    text = f"{value:.{digits}f}"
    if float(text) == 0.0:
        return f".{'0' * digits}"
    return text.replace("0.", ".", 1) if text.lstrip("-").startswith("0.") else text


def interval(low: float | None, high: float | None, digits: int) -> str:
    """Return ".657-.967"."""
    if low is None or high is None:
        return NOTHING
    return f"{rate(low, digits)}-{rate(high, digits)}"


def fixed(value: float | None, digits: int) -> str:
    """Return a number with its digits after the point: "8.5", "-229.479", and never "-0.0"."""
    return NOTHING if value is None else f"{value:z.{digits}f}"


def p_value(value: float | None) -> str:
    """Return a P value: ".042", "<.001"."""
    if value is None:
        return NOTHING
    return "<.001" if value < 0.0005 else rate(value, 3)


def p_or_reason(value: float | None, reason: str | None, test: str = "") -> str:
    """Return "P .042", or why there is none."""
    return reason or f"{test}P {p_value(value)}"


def days_text(days: float | None) -> str:
    """Return signed days: "+70" is late, "-44" early, "0" on the day, to the nearest."""
    if days is None:
        return NOTHING
    return f"{days:+,.0f}" if round(days) else "0"
