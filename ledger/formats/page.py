"""The page of one forecaster or source, below the numbers of its scorecard."""

from collections.abc import Sequence

from ledger.core.scorecards import Page, Row, Scored
from ledger.formats.calibration import curve_blocks
from ledger.formats.figures import days_text, fixed, p_value, rate
from ledger.formats.listing import claim
from ledger.formats.report import Block, Heading, Rows
from ledger.formats.table import Cell, Column

_FORECASTS = (
    Column("id", right=True),
    Column("claim", wraps=True),
    Column("deadline"),
    Column("verdict"),
    Column("days late", right=True),
    Column("p", right=True),
    Column("Brier", right=True),
    Column("WIS", right=True),
    Column("interval", right=True),
)
DISTANCES = (
    "WIS: mean over quantiles of 2 x pinball; interval: interval score of the outer range. Both in "
    "the unit of the question, 0 is perfect."
)


def blocks(page: Page, rows: Sequence[Row]) -> list[Block]:
    """Return every forecast, the calibration, and who carried whom."""
    found: list[Block] = [Heading("Forecasts"), Rows(_FORECASTS, [_row(f) for f in page.forecasts])]
    if any(f.wis is not None for f in page.forecasts):
        found.append(DISTANCES)
    if page.skill_p is not None:
        skill = rate(rows[0].skill, 2) if rows else ""
        found.append(f"Skill {skill}; P by flipping signs per question {p_value(page.skill_p)}.")
    if page.calibration and page.calibration.n:
        found += [Heading("Calibration"), *curve_blocks(page.calibration)]
    if page.carried:
        title = "Carried by" if page.kind == "forecaster" else "Carries"
        columns = (Column("source" if page.kind == "forecaster" else "forecaster", wraps=True),
                   Column("forecasts", right=True), Column("own voice", right=True))  # fmt: skip
        carried = [(part.name, part.n, part.own_voice or None) for part in page.carried]
        found += [Heading(title), Rows(columns, carried)]
    return found


def _row(scored: Scored) -> tuple[Cell, ...]:
    forecast = scored.forecast
    brier = scored.brier if scored.brier is not None else scored.choice_brier
    unit = f" {scored.unit}" if scored.unit else ""
    wis = f"{fixed(scored.wis, 2)}{unit}" if scored.wis is not None else None
    return (
        forecast.id, claim(forecast), str(forecast.deadline or ""), _verdict(scored),
        days_text(forecast.days_late), rate(scored.p, 2), rate(brier, 3), wis,
        fixed(scored.interval_score, 2) or None,
    )  # fmt: skip


def _verdict(scored: Scored) -> str:
    if scored.hit is None:
        return scored.forecast.status
    return f"{scored.forecast.status}, {'hit' if scored.hit else 'miss'}"
