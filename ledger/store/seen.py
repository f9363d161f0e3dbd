"""What a bulk load has added so far, remembered in little memory: a million fit in 40 MB.

Keys are 64-bit numbers made from content. A forecast says what its question asks, so that
only forecasts on a question that was seen before can have been seen before.
"""

from array import array
from collections.abc import Iterable, Sequence

NEW, KNOWN = -1, -2  # a new question is asked; the forecast was added before


class Places:
    """Numbers in the order in which they came, each found again by open addressing.

    A dictionary of a million would take 110 MB; this takes 16.
    """

    def __init__(self) -> None:
        self._numbers = array("Q")
        self._table = array("I", [0]) * 4096  # place + 1; 0 is free

    def __contains__(self, key: str) -> bool:
        number, mask = int(key, 16), len(self._table) - 1
        slot = number & mask
        while place := self._table[slot]:
            if self._numbers[place - 1] == number:
                return True
            slot = (slot + 1) & mask
        return False

    def add(self, keys: Iterable[str]) -> list[int]:
        """Return for each key, in hex, the place where it came before; NEW for one added now."""
        numbers, table = self._numbers, self._table
        mask = len(table) - 1
        places = []
        for key in keys:
            number = int(key, 16)
            slot = number & mask
            while (place := table[slot]) and numbers[place - 1] != number:
                slot = (slot + 1) & mask
            places.append(place - 1)
            if not place:
                numbers.append(number)
                table[slot] = len(numbers)
                if 2 * len(numbers) > len(table):
                    table = self._grow()
                    mask = len(table) - 1
        return places

    def _grow(self) -> "array[int]":
        table = self._table = array("I", [0]) * (4 * len(self._table))
        mask = len(table) - 1
        for place, number in enumerate(self._numbers, 1):
            slot = number & mask
            while table[slot]:
                slot = (slot + 1) & mask
            table[slot] = place
        return table


class Seen:
    """Questions in the order in which they were first asked, and the forecasts on them."""

    def __init__(self) -> None:
        self._questions = Places()
        self._first = array("Q")  # the first forecast on each, by place
        self._others: set[int] = set()  # all later ones
        self._answers = array("i")  # what was said of each question, by place

    def __contains__(self, question: str) -> bool:
        return question in self._questions

    def add(
        self, forecasts: Sequence[str], questions: Sequence[str], answers: Sequence[int]
    ) -> list[int]:
        """Add forecasts; return for each the place of its question, KNOWN or NEW.

        KNOWN as well where the question was answered otherwise: somebody else has to see.
        """
        return list(map(self._add, forecasts, self._questions.add(questions), answers))

    def _add(self, forecast: str, place: int, answer: int) -> int:
        key = int(forecast, 16)
        if place == NEW:
            self._first.append(key)
            self._answers.append(answer)
            return NEW
        if self._first[place] == key or key in self._others or self._answers[place] != answer:
            return KNOWN
        self._others.add(key)
        return place
