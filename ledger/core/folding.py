"""Text in lower case, character for character: a place found in it is a place in the original."""

# One character for one, like the lower case below.
_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "‑": "-", "‐": "-", "\xa0": " "})


def lower(text: str) -> str:
    """Return a text in lower case, of the same length.

    A few letters, such as the Turkish dotted capital I, lower to two characters and stay.
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def fold(text: str) -> str:
    """Return a text in lower case with plain marks, of the same length."""
    return lower(text).translate(_MARKS)
