"""`calibration`: what was said against what came, as a curve in the terminal."""

from collections.abc import Sequence

from ledger.core.plurals import counted
from ledger.core.scorecards import Calibration
from ledger.formats.canvas import Axis, Canvas, share
from ledger.formats.figures import fixed, p_or_reason, rate
from ledger.formats.headings import heading
from ledger.formats.report import Block, Plot, Rows, printed
from ledger.formats.table import Cell, Column
from ledger.formats.wrapping import WIDTH

COLUMNS = (
    Column("said", right=True),
    Column("n", right=True),
    Column("came", right=True),
    Column("share", right=True),
    Column("CORP", right=True),
    Column("low", right=True),
    Column("high", right=True),
)
_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)


def calibration(found: Calibration, style: str | None = None, width: int = WIDTH) -> str:
    """Return the curve as text; `csv` has a row for each stated probability."""
    return printed(
        found, style, width, lambda: [*heading(title(found), found), *curve_blocks(found, width)],
        COLUMNS, lambda exact: _points(found, exact=exact),
    )  # fmt: skip


def title(found: Calibration) -> str:
    """Return who is shown, with how many forecasts on how many questions."""
    n = counted(found.n, "forecast")
    return f"Calibration of {found.name}: {n} on {counted(found.questions, 'question')}"


def curve_blocks(found: Calibration, width: int = WIDTH) -> list[Block]:
    """Return the plot with its figures, or the reason why there is none."""
    blocks: list[Block] = [_large(found)]
    if found.curve is None or found.perfect is None:
        return [text for text in (*blocks, f"No curve: {found.reason}.") if text]
    blocks = [Plot(_plot(found, width)), *blocks]
    blocks.append(
        "o what came of each stated probability (CORP); ░ where it falls 9 times in 10 if the "
        "probabilities are right; · perfect."
    )
    curve, perfect = found.curve, found.perfect
    blocks.append(
        f"Brier {rate(curve.score, 4)} = MCB {rate(curve.mcb, 4)} - DSC {rate(curve.dsc, 4)} + "
        f"UNC {rate(curve.unc, 4)}. MCB would be {rate(perfect.expected_mcb, 4)} under perfect "
        f"calibration{_INDEPENDENT if found.p_reason else ''}; "
        f"{p_or_reason(perfect.p_value, found.p_reason)} "
        f"({perfect.draws} draws, seed {perfect.seed})."
    )
    return [*blocks, _origins(found), Rows(COLUMNS, _points(found))]


def _large(found: Calibration) -> str:
    large = found.large
    if large is None:
        return ""
    return (
        f"All numbers as stated: {fixed(large.expected, 1)} of {large.n:,} to come, "
        f"{large.observed:,} came "
        f"({p_or_reason(large.p_value, found.p_reason)})."
    )


_INDEPENDENT = " of as many independent forecasts (as is the band)"


def _origins(found: Calibration) -> str:
    if found.lexicon is None:
        return "All probabilities were stated."
    return (
        f"{found.stated:,} stated, {found.from_lexicon:,} read by {found.lexicon}, "
        f"{found.inferred:,} inferred."
    )


def _points(found: Calibration, *, exact: bool = False) -> list[tuple[Cell, ...]]:
    if found.curve is None or found.perfect is None:
        return []
    rows: list[tuple[Cell, ...]] = []
    for point, band in zip(found.curve.points, found.perfect.band, strict=True):
        values = (point.yes / point.n, point.recalibrated, band.low, band.high)
        shown = values if exact else tuple(rate(value, 3) for value in values)
        said = point.probability if exact else rate(point.probability, 2)
        rows.append((said, point.n, point.yes, *shown))
    return rows


def _plot(found: Calibration, width: int) -> list[str]:
    assert found.curve is not None  # noqa: S101 - the caller looked
    assert found.perfect is not None  # noqa: S101 - likewise
    canvas = Canvas(Axis(0.0, 1.0, min(width - 8, 61), share), Axis(0.0, 1.0, 21, share))
    said = [point.probability for point in found.curve.points]
    low, high = ([b.low for b in found.perfect.band], [b.high for b in found.perfect.band])
    for step in range(canvas.x.steps):
        x = canvas.x.value(step)
        if said[0] <= x <= said[-1]:
            canvas.column(step, _at(said, low, x), _at(said, high, x), "░")
        canvas.put(x, x, "·")
    for point in found.curve.points:
        canvas.put(point.probability, point.recalibrated, "o")
    return canvas.lines(_QUARTERS, _QUARTERS, "stated probability")


def _at(xs: Sequence[float], ys: Sequence[float], x: float) -> float:
    """Return y at x on the straight lines between points in ascending order."""
    for n in range(1, len(xs)):
        if x <= xs[n]:
            share_of = (x - xs[n - 1]) / (xs[n] - xs[n - 1])
            return ys[n - 1] + share_of * (ys[n] - ys[n - 1])
    return ys[-1]
