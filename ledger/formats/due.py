"""`due`: deadlines that passed without a ruling, then what falls due."""

from collections.abc import Sequence

from ledger.core.plurals import counted
from ledger.core.reports import WaitedFor, Waiting
from ledger.formats.json_text import json_text, jsonable
from ledger.formats.listing import EVERY_FIELD, claim, flat
from ledger.formats.table import Cell, Column, table
from ledger.formats.words import warned
from ledger.formats.wrapping import WIDTH, hang

OWN_FIELDS = ("waits_for", "text", "criteria", "judge", "agreed", "days_over", "due_on")
COLUMNS = (
    Column("id", right=True),
    Column("forecaster", wraps=True),
    Column("claim", wraps=True),
    Column("deadline"),
    Column("days over", right=True),
    Column("waits for"),
)


def due(found: Sequence[Waiting], style: str | None = None, width: int = WIDTH) -> str:
    """Return the due list as text; `csv` and `json` carry every field."""
    if style == "json":
        return json_text(found)
    if style == "csv":
        titles = [Column(name) for name in (*EVERY_FIELD, *OWN_FIELDS)]
        return table(titles, [_flat(one) for one in found], style)
    if style is not None:
        return table(COLUMNS, [_row(one) for one in found], style)
    return _calm(found, width)


def _calm(found: Sequence[Waiting], width: int) -> str:
    over = [one for one in found if one.days_over > 0]
    coming = [one for one in found if one.days_over <= 0]
    if not found:
        return "Nothing is due."
    lines: list[str] = []
    for title, members in ((f"Overdue: {len(over)}", over), (f"Falls due: {len(coming)}", coming)):
        if members:
            lines += [*([""] if lines else []), title]
            for one in members:
                lines += _entry(one, width)
    return warned("\n".join(lines), [one.forecast for one in found])


def _entry(one: Waiting, width: int) -> list[str]:
    forecast = one.forecast
    when = f"{one.due_on}, {_over(one.days_over)}{_ahead_of(one)}"
    return [
        *hang(f"{forecast.id:>4}  ", f"{forecast.forecaster}: {claim(forecast)}", width),
        *hang("", when, width, 6),
        *(
            line
            for n, part in enumerate(one.waiting)
            for line in hang(" " * 10 if n else "waits for ", _part(part), width, 6)
        ),
    ]


def _ahead_of(one: Waiting) -> str:
    """Tell the deadline of the forecast where the day of a part or condition came before it."""
    if one.due_on == one.forecast.deadline:
        return ""
    return f"; the whole: {one.forecast.deadline or 'undated'}"


def _part(part: WaitedFor) -> str:
    return f"{part.question}: {part.text}{_agreed(part)}"


def _over(days_over: int) -> str:
    if days_over > 0:
        return f"{counted(days_over, 'day')} over"
    return "today" if days_over == 0 else f"in {counted(-days_over, 'day')}"


def _agreed(one: WaitedFor) -> str:
    if one.criteria is None and one.judge is None:
        return " (no agreed source)"
    return f" (judge: {one.judge})" if one.judge else ""


def _row(one: Waiting) -> tuple[Cell, ...]:
    forecast = one.forecast
    waits = "; ".join(map(_named, one.waiting))
    claimed = claim(forecast)
    return (forecast.id, forecast.forecaster, claimed, str(one.due_on), one.days_over, waits)


def _named(part: WaitedFor) -> str:
    agreed = part.criteria or part.judge
    return part.question if agreed else f"{part.question}, no agreed source"


def _flat(one: Waiting) -> list[Cell]:
    own = jsonable(one)
    return [*flat(one.forecast), *(own[name] for name in OWN_FIELDS)]
