"""The line above a report: how many forecasts, as of which day, chosen how."""

import datetime as dt
from typing import Protocol

from ledger.core.measures.updates import UpdateRule
from ledger.formats.report import Block
from ledger.formats.words import RETROSPECTIVE


class Dated(Protocol):
    """What every report about a record says of itself."""

    @property
    def as_of(self) -> dt.date:
        """The day up to which forecasts are due."""

    @property
    def time_zone(self) -> str:
        """The zone in which days end."""

    @property
    def filters(self) -> tuple[str, ...]:
        """How the forecasts were chosen, in words."""

    @property
    def retrospective(self) -> bool:
        """Whether some were chosen with hindsight."""


def heading(what: str, found: Dated) -> list[Block]:
    """Return the line, and the warning where the record was chosen with hindsight."""
    lines: list[Block] = [source_line(what, found)]
    return [*lines, *([RETROSPECTIVE] if found.retrospective else [])]


def source_line(what: str, found: Dated) -> str:
    """Return "91 forecasts on 61 questions, as of 2026-11-20 (UTC), tagged war"."""
    filters = "".join(f", {word}" for word in found.filters)
    return f"{what}, as of {found.as_of.isoformat()} ({found.time_zone}){filters}"


def update_rule(name: str) -> list[str]:
    """Return which statements of a series count, unless it is the last; and for what."""
    if name == UpdateRule.LAST:
        return []
    if not UpdateRule(name).averages:
        return [f"Update rule: {name}."]
    what = "of the scores of a series; sides, hits and calibration are of its last statement"
    return [f"Update rule: {name}, {what}."]
