"""Pictures fit to print: the calibration curve and the lateness curve, as SVG or PNG.

They need matplotlib, the extra `plots`. Every picture carries its title, the number of forecasts
and questions, the as-of day, and a line that says what made it.
"""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ledger.core.measures.survival import SurvivalStep
from ledger.core.scorecards import Calibration, LatenessCurve
from ledger.errors import InputError, MissingExtraError
from ledger.formats.calibration import title as calibration_title
from ledger.formats.escape import one_line
from ledger.formats.figures import days_text, fixed, p_or_reason, rate
from ledger.formats.headings import Dated, source_line
from ledger.formats.lateness import title as lateness_title
from ledger.formats.words import RETROSPECTIVE
from ledger.formats.wrapping import wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, BAND, GRAY = "#1f4e79", "#c9d8e8", "#777777"
FEW = 40  # more points than this are drawn small
_SETTINGS: Any = {
    "font.family": "serif",
    "font.size": 10,
    "svg.fonttype": "path",
    "svg.hashsalt": "prediction-ledger",
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def calibration_picture(found: Calibration, kind: str) -> bytes:
    """Return the reliability curve with its band, "svg" or "png".

    A record that is too short for a curve gets the number of events that came, against how
    likely each number is. Raise InputError when it is empty.
    """
    if found.curve is None or found.perfect is None:
        return _events_picture(found, kind)
    curve, perfect = found.curve, found.perfect
    parts = (
        f"Brier {rate(curve.score, 4)} = MCB {rate(curve.mcb, 4)} − DSC {rate(curve.dsc, 4)} + "
        f"UNC {rate(curve.unc, 4)}; MCB {rate(perfect.expected_mcb, 4)} if calibrated "
        f"({p_or_reason(perfect.p_value, found.p_reason)})"
    )
    band = "shaded: where the curve falls 9 times in 10 if the probabilities are right"
    return _picture(kind, calibration_title(found), [parts, band], found, _draw_calibration)


def _events_picture(found: Calibration, kind: str) -> bytes:
    large = found.large
    if large is None or found.counts is None:
        reason = found.reason if found.p_reason is None else f"{found.reason}; {found.p_reason}"
        raise InputError(f"no picture to draw: {reason}; `ledger calibration` tells the rest")
    said = (
        f"all numbers as stated: {fixed(large.expected, 1)} of {large.n} to come, "
        f"{large.observed} came "
        f"({p_or_reason(large.p_value, found.p_reason)})"
    )
    notes = [said, f"no curve: {found.reason}"]
    return _picture(kind, calibration_title(found), notes, found, _draw_events)


def lateness_picture(found: LatenessCurve, kind: str) -> bytes:
    """Return the share of events outstanding by days after the deadline, "svg" or "png".

    Raise InputError when no forecast of an event is due.
    """
    if not found.survival.n:
        raise InputError("no curve to draw: no forecast of an event is due yet; try a later day")
    median = found.survival.median_days
    reached = "not reached" if median is None else f"{days_text(median)} days"
    waited = found.survival.n - found.summary.n
    note = f"median {reached}; {found.summary.n:,} happened, {waited:,} still waited for (marks)"
    shared = ", as if forecasts did not share questions" if found.p_reason else ""
    band = f"shaded: 95 % band (Greenwood{shared})"
    return _picture(kind, lateness_title(found), [note, band], found, _draw_lateness)


def _picture(kind: str, title: str, notes: Sequence[str], found: Dated, draw: Any) -> bytes:
    try:
        import matplotlib as mpl  # noqa: PLC0415 - an extra
        from matplotlib.figure import Figure  # noqa: PLC0415 - likewise
    except ModuleNotFoundError:
        raise MissingExtraError(
            'pictures need matplotlib; install it with: pip install "prediction-ledger[plots]"'
        ) from None
    with mpl.rc_context(_SETTINGS):
        figure = Figure(figsize=(6.4, 5.6))
        axes = figure.subplots()
        draw(axes, found)
        _words(figure, title, notes, found)
        out = io.BytesIO()
        metadata = {"Date": None} if kind == "svg" else {"Software": None}
        figure.savefig(out, format=kind, dpi=200, metadata=metadata)
    return out.getvalue()


def _words(figure: "Figure", title: str, notes: Sequence[str], found: Dated) -> None:
    """Write title and notes above, the source line below; the axes take what is left."""
    shown = wrap(one_line(title), 62, 2)
    for n, line in enumerate(shown):
        figure.text(0.09, 0.955 - 0.04 * n, _plain(line), fontsize=13)
    warning = [RETROSPECTIVE] if found.retrospective else []
    lines = [piece for note in (*notes, *warning) for piece in wrap(note, 92)]
    top = 0.955 - 0.04 * len(shown)
    for n, line in enumerate(lines):
        figure.text(0.09, top - 0.032 * n, _plain(line), fontsize=8.5, color=GRAY)
    source = wrap(source_line("Source: prediction-ledger", found), 96, 2)
    for n, line in enumerate(source):
        y = 0.02 + 0.028 * (len(source) - 1 - n)
        figure.text(0.09, y, _plain(line), fontsize=8, color=GRAY)
    bottom = 0.14 + 0.028 * (len(source) - 1)
    figure.subplots_adjust(left=0.12, right=0.96, top=top - 0.032 * len(lines), bottom=bottom)


def _plain(text: str) -> str:
    """Return text in which $ does not begin a formula."""
    return text.replace("$", r"\$")


def _draw_calibration(axes: "Axes", found: Calibration) -> None:
    assert found.curve is not None  # noqa: S101 - the caller looked
    assert found.perfect is not None  # noqa: S101 - likewise
    points, band = found.curve.points, found.perfect.band
    said = [p.probability for p in points]
    axes.fill_between(said, [b.low for b in band], [b.high for b in band], color=BAND, linewidth=0)
    axes.plot([0, 1], [0, 1], color=GRAY, linewidth=0.8, linestyle=(0, (2, 3)))
    axes.plot(said, [p.recalibrated for p in points], color=INK, linewidth=1.6)
    most = max(p.n for p in points)
    # Many dots grow smaller, so that the curve stays a curve.
    largest = 68 if len(points) <= FEW else 14
    sizes = [largest * (0.12 + 0.88 * p.n / most) for p in points]
    axes.scatter(said, [p.recalibrated for p in points], s=sizes, color=INK, zorder=3)
    axes.set(xlim=(-0.02, 1.02), ylim=(-0.02, 1.02), xlabel="stated probability")
    axes.set_ylabel("share that came true")
    axes.set_aspect("equal", adjustable="box")


def _draw_events(axes: "Axes", found: Calibration) -> None:
    assert found.counts is not None  # noqa: S101 - the caller looked
    assert found.large is not None  # noqa: S101 - likewise
    chances = [found.counts.at(k) for k in range(found.n + 1)]
    colours = [INK if k == found.large.observed else BAND for k in range(found.n + 1)]
    axes.bar(range(found.n + 1), chances, color=colours, width=0.8)
    axes.axvline(found.large.observed, color=INK, linewidth=0.8, linestyle=(0, (2, 3)))
    axes.set(xlim=(-0.6, found.n + 0.6), xlabel="forecasts that come true (dark: what came)")
    axes.set_ylabel("probability, if what was said is right")
    axes.locator_params(axis="x", integer=True)


def _draw_lateness(axes: "Axes", found: LatenessCurve) -> None:
    steps = found.survival.steps
    first, last = min(steps[0].days, 0.0), _last_shown(steps)
    margin = (last - first) * 0.03
    days = [first - margin, *(s.days for s in steps)]
    share = [1.0, *(s.outstanding for s in steps)]
    half = [0.0, *(1.96 * s.se if s.se is not None else 0.0 for s in steps)]
    axes.fill_between(
        days, [max(y - h, 0.0) for y, h in zip(share, half, strict=True)],
        [min(y + h, 1.0) for y, h in zip(share, half, strict=True)],
        step="post", color=BAND, linewidth=0,
    )  # fmt: skip
    axes.step(days, share, where="post", color=INK, linewidth=1.6)
    marks = [(s.days, s.outstanding) for s in steps if s.censored and s.days <= last]
    axes.scatter(
        [d for d, _ in marks], [y for _, y in marks], marker="+", color=INK,
        s=45 if len(marks) <= FEW else 14, linewidths=1.2 if len(marks) <= FEW else 0.4,
    )  # fmt: skip
    axes.axvline(0, color=GRAY, linewidth=0.8, linestyle=(0, (2, 3)))
    axes.set(xlim=(first - margin, last + margin), ylim=(-0.02, 1.05))
    axes.set(xlabel="days after the deadline", ylabel="share of events still outstanding")
    if last - first > 2000:
        axes.xaxis.set_major_formatter(lambda value, _position: f"{value:,.0f}")
    if steps[-1].days > last:
        _draw_tail(axes, steps, last, margin)


def _last_shown(steps: Sequence[SurvivalStep]) -> float:
    """Return the day at which the picture ends: the last event and a tenth of the way to it.

    What is still waited for may lie years beyond, where nothing changes any more.
    """
    first, last = min(steps[0].days, 0.0), max(steps[-1].days, 1.0)
    events = [s.days for s in steps if s.events]
    if not events:
        return last
    return min(last, max(events[-1], 1.0) + 0.1 * (max(events[-1], 1.0) - first))


def _draw_tail(axes: "Axes", steps: Sequence[SurvivalStep], last: float, margin: float) -> None:
    """Draw an arrow to the forecasts that are waited for beyond the picture."""
    beyond = sum(s.censored for s in steps if s.days > last)
    height = steps[-1].outstanding
    arrow = {"arrowstyle": "->", "color": INK, "linewidth": 1.2}
    tip, tail = (last + margin, height), (last - 2 * margin, height)
    axes.annotate("", tip, tail, arrowprops=arrow, annotation_clip=False)
    # The curve comes down from the left: below it is room, unless it is at the bottom.
    low = height < 0.1
    axes.text(
        last, height + (0.02 if low else -0.02),
        f"{beyond:,} waited for, up to {steps[-1].days:,.0f} days",
        ha="right", va="bottom" if low else "top", fontsize=8.5, color=INK,
    )  # fmt: skip
