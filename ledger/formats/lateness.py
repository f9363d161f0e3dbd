"""`lateness`: how late events came, and the share of them still outstanding."""

from ledger.core.plurals import counted
from ledger.core.scorecards import LatenessCurve
from ledger.formats.canvas import Axis, Canvas, share
from ledger.formats.figures import days_text, fixed, p_or_reason, rate
from ledger.formats.headings import heading
from ledger.formats.report import Block, Plot, printed
from ledger.formats.table import Cell, Column
from ledger.formats.wrapping import WIDTH

COLUMNS = (
    Column("days", right=True),
    Column("at risk", right=True),
    Column("events", right=True),
    Column("censored", right=True),
    Column("outstanding", right=True),
    Column("se", right=True),
)
_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)


def lateness(found: LatenessCurve, style: str | None = None, width: int = WIDTH) -> str:
    """Return the curve as text; `csv` has a row for each step."""
    return printed(
        found, style, width, lambda: [*heading(title(found), found), *_blocks(found, width)],
        COLUMNS, lambda _: _steps(found),
    )  # fmt: skip


def title(found: LatenessCurve) -> str:
    """Return who is shown, with how many forecasts on how many questions."""
    n = counted(found.survival.n, "forecast")
    return f"Lateness of {found.name}: {n} on {counted(found.questions, 'question')}"


def _blocks(found: LatenessCurve, width: int) -> list[Block]:
    if not found.survival.n:
        return ["No forecast of an event is due yet."]
    return [Plot(_plot(found, width)), _curve(found), _summary(found), _late(found)]


def _curve(found: LatenessCurve) -> str:
    median = found.survival.median_days
    reached = "not reached" if median is None else f"{days_text(median)} days"
    return (
        "─ share of events still outstanding so many days after the deadline (Kaplan-Meier); "
        f"+ still waited for on {found.waited_until}. Median, those waited for included: {reached}."
    )


def _summary(found: LatenessCurve) -> str:
    s = found.summary
    if not s.n:
        return "None of them has happened."
    ratio = "" if s.median_overrun is None else (
        f"; took {fixed(s.median_overrun, 2)} times as long as said (median)"
    )  # fmt: skip
    return f"Of {s.n:,} that happened: median {days_text(s.median_days)} days{ratio}."


def _late(found: LatenessCurve) -> str:
    s = found.summary
    if not s.n:
        return ""
    share_late = "" if s.share_late is None else f": {rate(s.share_late, 2)} late"
    return (
        f"{s.late:,} late, {s.on_time:,} on the day, {s.early:,} early{share_late} "
        f"({p_or_reason(s.p_value, found.p_reason, 'sign test ')}). Late is never right: the "
        "verdict at the deadline stands."
    )


def _steps(found: LatenessCurve) -> list[tuple[Cell, ...]]:
    return [
        (s.days, s.at_risk, s.events, s.censored, s.outstanding, s.se) for s in found.survival.steps
    ]


def _plot(found: LatenessCurve, width: int) -> list[str]:
    steps = found.survival.steps
    first, last = min(steps[0].days, 0.0), max(steps[-1].days, 1.0)
    canvas = Canvas(
        Axis(first, last, min(width - 8, 69), lambda days: f"{days:,.0f}"),
        Axis(0.0, 1.0, 17, share),
    )
    canvas.column(canvas.x.place(0.0), 0.0, 1.0, "┊")
    outstanding, place = 1.0, 0
    for step in steps:
        following = canvas.x.place(step.days)
        for column in range(place, following + 1):
            canvas.column(column, outstanding, outstanding, "─")
        if step.outstanding < outstanding:
            canvas.column(following, step.outstanding, outstanding, "│")
        outstanding, place = step.outstanding, following
        canvas.column(place, outstanding, outstanding, "─")
    for step in steps:
        if step.censored:
            canvas.put(step.days, step.outstanding, "+")
    ticks = sorted({first, 0.0, last, *(first + (last - first) * k / 4 for k in (1, 2, 3))})
    return canvas.lines(_QUARTERS, ticks, "days after the deadline")
