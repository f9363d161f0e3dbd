"""So many of something, as reasons, replies and reports say it."""


def counted(n: int, noun: str) -> str:
    """Return "1 forecast", "2,000 forecasts"."""
    return f"{n:,} {noun}" + ("" if n == 1 else "s")
