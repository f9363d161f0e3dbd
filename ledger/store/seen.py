"""What a bulk load has added so far, remembered in little memory: a million fit in 40 MB.

Keys are 64-bit numbers made from content. A forecast says what its question asks, so that
only forecasts on a question that was seen before can have been seen before.
"""

from array import array

KNOWN, NEW = -2, -1  # this forecast was added before; it asks a new question


class Places:
    """Numbers in the order in which they came, each found again by open addressing.

    A dictionary of a million would take 110 MB; this takes 16.
    """

    def __init__(self) -> None:
        self._numbers = array("Q")
        self._table = array("I", [0]) * 4096  # place + 1; 0 is free

    def __contains__(self, number: int) -> bool:
        return self._slot(number) < 0

    def add(self, number: int) -> int:
        """Return the place of a number that came before; NEW for one that is added now."""
        slot = self._slot(number)
        if slot < 0:
            return ~slot
        self._numbers.append(number)
        self._table[slot] = len(self._numbers)
        if 2 * len(self._numbers) > len(self._table):
            self._grow()
        return NEW

    def _slot(self, number: int) -> int:
        """Return the free slot for a new number; ~place, which is negative, for a known one."""
        table, numbers = self._table, self._numbers
        mask = len(table) - 1
        slot = number & mask
        while place := table[slot]:
            if numbers[place - 1] == number:
                return ~(place - 1)
            slot = (slot + 1) & mask
        return slot

    def _grow(self) -> None:
        table = self._table = array("I", [0]) * (4 * len(self._table))
        mask = len(table) - 1
        for place, number in enumerate(self._numbers, 1):
            slot = number & mask
            while table[slot]:
                slot = (slot + 1) & mask
            table[slot] = place


class Seen:
    """Questions in the order in which they were first asked, and the forecasts on them."""

    def __init__(self) -> None:
        self._questions = Places()
        self._first = array("Q")  # the first forecast on each, by place
        self._others: set[int] = set()  # all later ones
        self._answers = array("i")  # what was said of each question, by place

    def __contains__(self, question: str) -> bool:
        return int(question, 16) in self._questions

    def add(self, forecast: str, question: str, answer: int) -> int:
        """Add a forecast; return the place of its question, KNOWN or NEW.

        KNOWN as well where the question was answered otherwise: somebody else has to see.
        """
        key = int(forecast, 16)
        place = self._questions.add(int(question, 16))
        if place == NEW:
            self._first.append(key)
            self._answers.append(answer)
            return NEW
        if self._first[place] == key or key in self._others or self._answers[place] != answer:
            return KNOWN
        self._others.add(key)
        return place
