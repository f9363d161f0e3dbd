"""`compare`: two forecasters on shared questions, or everybody with difficulty taken out."""

from ledger.core.measures.comparison import Paired, PairedHits
from ledger.core.measures.fixed_effects import Adjusted
from ledger.core.plurals import counted
from ledger.core.scorecards import Comparison, Field, Outcome
from ledger.formats.figures import fixed, p_value
from ledger.formats.headings import heading, update_rule
from ledger.formats.json_text import json_text, jsonable
from ledger.formats.report import Block, Rows, printed
from ledger.formats.table import Cell, Column
from ledger.formats.wrapping import WIDTH

Measure = tuple[str, Cell, Cell, float | None]  # what, of the one, of the other, P

FIELD = (
    Column("#", right=True),
    Column("forecaster", wraps=True),
    Column("n", right=True),
    Column("score", right=True),
    Column("adjusted", right=True),
)


ADJUSTED = (
    "Adjusted: two-way fixed effects, score = forecaster + question; what a forecaster would have "
    "got on all these questions."
)


def comparison(found: Comparison, style: str | None = None, width: int = WIDTH) -> str:
    """Return a comparison of two as text; `csv` has the measures with all their digits."""
    if style == "json":
        return json_text({**jsonable(found), "summary": summary(found)})
    columns = (Column("measure", wraps=True), Column(found.a, True), Column(found.b, True),
               Column("P", right=True))  # fmt: skip
    what = f"{found.a} and {found.b} on {counted(found.shared, 'shared question')}"
    blocks: list[Block] = [
        *heading(what, found), Rows(columns, _measures(found)), summary(found),
        f"{found.score_scale}.", *_how(found.scores), *_rules(found),
    ]  # fmt: skip
    return printed(
        found, style, width, lambda: blocks, columns, lambda exact: _measures(found, exact=exact)
    )


def summary(found: Comparison) -> str:
    """Say in plain words who did better on shared questions, and whether that may be chance."""
    result, shared = found.outcome, counted(found.outcome.questions, "shared question")
    if result.measure is None:
        return f"On {shared} they cannot be compared: no numbers, and no sides taken by both."
    if result.p_value is None:
        return f"On {shared} nothing can be said about who is better."
    if result.measure == "hits" and found.hits:
        alone = f"{found.a} alone was right {found.hits.only_a} times"
        other = f"{found.b} alone {found.hits.only_b} times"
        return f"On {shared} {alone}, {other}: {_chance(result)}."
    if result.better is None:
        return f"On {shared} {found.a} and {found.b} did equally well."
    return f"On {shared} {result.better} did better, by {_chance(result)}."


def _chance(result: Outcome) -> str:
    p = result.p_value or 0.0
    said = "P < 0.001" if p < 0.0005 else f"P = {p:.3f}"
    return f"{'more' if result.sure else 'no more'} than chance allows ({said})"


def _measures(found: Comparison, *, exact: bool = False) -> list[tuple[Cell, ...]]:
    rows = _scores(found.scores, found.score) if found.scores else []
    rows += _hits(found.hits) if found.hits else []
    return [row if exact else _cut_measure(row) for row in rows]


def _cut_measure(row: Measure) -> tuple[Cell, ...]:
    what, *both, p = row
    a, b = (fixed(value, 3) if isinstance(value, float) else value for value in both)
    return what, a, b, p_value(p)


def _scores(s: Paired, name: str) -> list[Measure]:
    what = f"mean {name} on {counted(s.questions, 'question')}"
    return [
        (what, s.mean_a, s.mean_b, s.sign_flip.p_value),
        ("questions on which better", s.a_better, s.b_better, s.sign_test_p),
    ]


def _hits(hits: PairedHits) -> list[Measure]:
    n = hits.both + hits.only_a + hits.only_b + hits.neither
    a, b = f"{hits.both + hits.only_a}/{n}", f"{hits.both + hits.only_b}/{n}"
    return [
        ("hits", a, b, None),
        ("alone right", hits.only_a, hits.only_b, hits.p_value),
    ]


def _how(scores: Paired | None) -> list[str]:
    if scores is None:
        return []
    difference, flip = scores.difference, scores.sign_flip
    ends = difference.interval
    shown = f", 95 % {fixed(ends.low, 3)} to {fixed(ends.high, 3)}" if ends else ""
    how = f"{flip.method}, {flip.draws} draws, seed {flip.seed}" if flip.draws else flip.method
    said = (
        f"Difference {fixed(difference.mean, 3)}{shown} (P by flipping signs per question, {how}; "
        "of hits by McNemar's test)."
    )
    return [said]


def _rules(found: Comparison | Field) -> list[str]:
    said = [f"Words read by {found.lexicon}."] if found.lexicon else []
    return said + update_rule(found.update_rule)


def field(found: Field, style: str | None = None, width: int = WIDTH) -> str:
    """Return a comparison of everybody as text."""
    n = len(found.rows)
    what = (
        f"{counted(n, 'forecaster')}, {counted(found.forecasts, 'forecast')} on "
        f"{counted(found.questions, 'question')}"
    )
    blocks: list[Block] = [
        *heading(what, found), Rows(FIELD, _adjusted(found, exact=False)),
        f"{found.score_scale}.", ADJUSTED, *_rules(found),
    ]  # fmt: skip
    return printed(
        found, style, width, lambda: blocks, FIELD, lambda exact: _adjusted(found, exact=exact)
    )


def _adjusted(found: Field, *, exact: bool) -> list[tuple[Cell, ...]]:
    return [
        (place, r.forecaster, r.n, *((r.raw, r.adjusted) if exact else _cut(r)))
        for place, r in enumerate(found.rows, 1)
    ]


def _cut(one: Adjusted) -> tuple[str, str]:
    return fixed(one.raw, 3), fixed(one.adjusted, 3)
