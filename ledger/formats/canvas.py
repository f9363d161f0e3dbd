"""A plot in the terminal: 80 columns of characters with labelled axes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ledger.formats.figures import rate


@dataclass(frozen=True, slots=True)
class Axis:
    """The values from low to high, in a number of steps; `label` writes one of them."""

    low: float
    high: float
    steps: int
    label: Callable[[float], str]

    def place(self, value: float) -> int:
        """Return the step nearest to a value, inside the axis."""
        share = (value - self.low) / ((self.high - self.low) or 1.0)
        return min(max(round(share * (self.steps - 1)), 0), self.steps - 1)

    def value(self, step: int) -> float:
        """Return the value at a step."""
        return self.low + (self.high - self.low) * step / max(self.steps - 1, 1)


class Canvas:
    """Characters by row (from the bottom) and column; what is drawn later covers the earlier."""

    def __init__(self, x: Axis, y: Axis) -> None:
        self.x = x
        self.y = y
        self.cells = [[" "] * x.steps for _ in range(y.steps)]

    def put(self, x: float, y: float, mark: str) -> None:
        """Draw one mark at a point."""
        self.cells[self.y.place(y)][self.x.place(x)] = mark

    def column(self, step: int, low: float, high: float, mark: str) -> None:
        """Draw a vertical stretch in one column."""
        for row in range(self.y.place(low), self.y.place(high) + 1):
            self.cells[row][step] = mark

    def lines(self, y_ticks: Sequence[float], x_ticks: Sequence[float], x_title: str) -> list[str]:
        """Return the plot with its axes."""
        labels = {self.y.place(value): self.y.label(value) for value in y_ticks}
        margin = max(map(len, labels.values()))
        body = [
            f"{labels.get(row, ''):>{margin}} ┤{''.join(self.cells[row])}".rstrip()
            if row in labels
            else f"{'':>{margin}} │{''.join(self.cells[row])}".rstrip()
            for row in reversed(range(self.y.steps))
        ]
        left = " " * (margin + 2)
        return [
            *body,
            f"{' ' * (margin + 1)}└{self._ruler(x_ticks)}",
            left + self._tick_labels(x_ticks),
            left + x_title.center(self.x.steps).rstrip(),
        ]

    def _ruler(self, ticks: Sequence[float]) -> str:
        marks = {self.x.place(value) for value in ticks}
        return "".join("┬" if step in marks else "─" for step in range(self.x.steps))

    def _tick_labels(self, ticks: Sequence[float]) -> str:
        text = [" "] * (self.x.steps + 8)
        for value in ticks:
            label = self.x.label(value)
            start = max(self.x.place(value) - len(label) // 2, 0)
            start = min(start, self.x.steps - len(label))
            if all(char == " " for char in text[max(start - 1, 0) : start + len(label) + 1]):
                text[start : start + len(label)] = label
        return "".join(text).rstrip()


def share(value: float) -> str:
    """Return a label of an axis of shares: "0", ".25", "1"."""
    return "0" if value == 0 else "1" if value == 1 else rate(value, 2)
