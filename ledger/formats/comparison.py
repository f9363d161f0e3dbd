"""`compare`: two forecasters on shared questions, or everybody with difficulty taken out."""

from ledger.core.measures.comparison import Paired, PairedHits
from ledger.core.measures.fixed_effects import Adjusted
from ledger.core.scorecards import Comparison, Field
from ledger.formats.figures import fixed, p_value
from ledger.formats.headings import counted, heading, update_rule
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
    columns = (Column("measure", wraps=True), Column(found.a, True), Column(found.b, True),
               Column("P", right=True))  # fmt: skip
    what = f"{found.a} and {found.b} on {counted(found.shared, 'shared question')}"
    blocks: list[Block] = [
        *heading(what, found), Rows(columns, _measures(found)), found.summary,
        f"{found.score_scale}.", *_how(found.scores), *_rules(found),
    ]  # fmt: skip
    return printed(
        found, style, width, lambda: blocks, columns, lambda exact: _measures(found, exact=exact)
    )


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
