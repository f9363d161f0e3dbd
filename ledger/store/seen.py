"""What a bulk load has added so far, remembered in little memory: a million fit in 120 MB.

Both keys are 64-bit numbers made from content. A forecast says what its question asks, so
that only forecasts on a question that was seen before can have been seen before.
"""

from array import array

KNOWN, NEW = -2, -1  # this forecast was added before; it asks a new question


class Seen:
    """Questions in the order in which they were first asked, and the forecasts on them."""

    def __init__(self) -> None:
        self._places: dict[int, int] = {}  # question -> its place in that order
        self._first = array("Q")  # the first forecast on each, by place
        self._others: set[int] = set()  # all later ones

    def __contains__(self, question: str) -> bool:
        return int(question, 16) in self._places

    def add(self, forecast: str, question: str) -> int:
        """Add a forecast; return the place of its question, KNOWN or NEW."""
        asked, key = int(question, 16), int(forecast, 16)
        place = self._places.get(asked)
        if place is None:
            self._places[asked] = len(self._first)
            self._first.append(key)
            return NEW
        if self._first[place] == key or key in self._others:
            return KNOWN
        self._others.add(key)
        return place

    def clear(self) -> None:
        """Forget everything."""
        self._places.clear()
        self._others.clear()
        del self._first[:]
