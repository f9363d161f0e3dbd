"""The page of one forecaster or source, below the numbers of its scorecard."""

from collections.abc import Sequence

from ledger.core.measures.presentation import RATE_FROM
from ledger.core.plurals import counted
from ledger.core.scorecards import MeanDistance, Page, ScorecardRow, Scored
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
    Column("pinball", right=True),
    Column("WIS", right=True),
    Column("interval", right=True),
    Column("unit"),
)
DISTANCES = (
    "Pinball: quantile score, mean over the quantiles; WIS: weighted interval score, twice that; "
    "interval: interval score of the outer range. All in the unit of the question, 0 is perfect."
)

INDEX = "100 (1 - root of the mean Brier score), 0 to 100, higher is better; always 50 % = 50"
AUC = (
    "how often what came had a higher number than what did not, 0 to 1, higher is better; .5 = no "
    "better than drawing lots"
)


def blocks(page: Page, rows: Sequence[ScorecardRow]) -> list[Block]:
    """Return every forecast, the calibration, and who carried whom."""
    found: list[Block] = [note for row in rows for note in _summaries(row)]
    found += [Heading("Forecasts"), Rows(_FORECASTS, [_row(f) for f in page.forecasts])]
    if page.distances:
        found += [_mean_distance(mean) for mean in page.distances if mean.n > 1]
        found.append(DISTANCES)
    if page.skill_p is not None and rows:
        found.append(_skill(rows[0], page.skill_p))
    if page.calibration and page.calibration.n:
        found += [Heading("Calibration"), *curve_blocks(page.calibration)]
    if page.carried:
        title = "Carried by" if page.kind == "forecaster" else "Carries"
        columns = (Column("source" if page.kind == "forecaster" else "forecaster", wraps=True),
                   Column("forecasts", right=True), Column("own voice", right=True))  # fmt: skip
        carried = [(part.name, part.n, part.own_voice or None) for part in page.carried]
        found += [Heading(title), Rows(columns, carried)]
    return found


def _skill(row: ScorecardRow, p: float) -> str:
    if row.skill is None:
        return "No skill: the reference has a Brier score of 0, with which none compares."
    return f"Skill {rate(row.skill, 2)}; P by flipping signs per question {p_value(p)}."


def _mean_distance(mean: MeanDistance) -> str:
    what = counted(mean.n, "answer") + (f" in {mean.unit}" if mean.unit else "")
    said = f"Mean over {what}: pinball {fixed(mean.pinball, 2)}, WIS {fixed(mean.wis, 2)}"
    if mean.interval_score is not None:
        said += f", interval score {fixed(mean.interval_score, 2)}"
    return f"{said}."


def _summaries(row: ScorecardRow) -> list[str]:
    """Return the Brier index and the AUC, each with its scale, or why they are held back."""
    own = row.own_voice
    said = [note for note in (_index(row), _auc(row)) if note]
    if own and own.with_probability:
        said += [f"In its own voice: {note}" for note in (_index(own), _auc(own)) if note]
    return said


def _index(row: ScorecardRow) -> str:
    if not row.with_probability:
        return ""
    if row.brier_index is None:
        return f"No Brier index: {counted(row.with_probability, 'number')}, fewer than {RATE_FROM}."
    return f"Brier index {fixed(row.brier_index, 1)}: {INDEX}."


def _auc(row: ScorecardRow) -> str:
    if not row.with_probability:
        return ""
    if row.auc is None:
        return f"No AUC: {row.auc_reason}."
    return f"AUC {rate(row.auc, 3)}: {AUC}."


def _row(scored: Scored) -> tuple[Cell, ...]:
    forecast = scored.forecast
    brier = scored.brier if scored.brier is not None else scored.choice_brier
    return (
        forecast.id, claim(forecast), str(forecast.deadline or ""), _verdict(scored),
        days_text(forecast.days_late), rate(scored.p, 2), rate(brier, 3),
        fixed(scored.pinball, 2), fixed(scored.wis, 2), fixed(scored.interval_score, 2),
        scored.unit,
    )  # fmt: skip


def _verdict(scored: Scored) -> str:
    if scored.hit is None:
        return scored.forecast.status
    return f"{scored.forecast.status}, {'hit' if scored.hit else 'miss'}"
