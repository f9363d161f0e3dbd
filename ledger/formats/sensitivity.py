"""`--sensitivity`: Brier and rank of everybody under every lexicon."""

from ledger.core.scorecards.sensitivity import BrierStanding, Sensitivity
from ledger.formats.figures import rate
from ledger.formats.report import Block, Rows
from ledger.formats.table import Cell, Column


def sensitivity(found: Sensitivity) -> list[Block]:
    """Return a table with a row for each lexicon and name, and whether the ranking changes."""
    rows = _rows(found)
    if not rows:
        return ["No forecast with words or a number is scored yet."]
    columns = (
        Column("lexicon"),
        Column("name", wraps=True),
        Column("n", right=True),
        *(Column(title, right=True) for title in ("low end", "#", "middle", "#", "high end", "#")),
    )
    return [Rows(columns, rows), _VERDICTS[found.ranking_changes]]


_VERDICTS = {
    True: "The ranking changes with the lexicon or within its bands.",
    False: "The ranking stays the same under every lexicon and at both ends of the bands.",
    None: "No ranking: fewer than two have 10 forecasts with numbers.",
}


def _rows(found: Sensitivity) -> list[tuple[Cell, ...]]:
    by_end = {(r.lexicon, r.end): r.standings for r in found.readings}
    rows: list[tuple[Cell, ...]] = []
    for lexicon in dict.fromkeys(r.lexicon for r in found.readings):
        middle = by_end[lexicon, "middle"]
        for name, standing in sorted(middle.items(), key=_order):
            ends = [by_end[lexicon, end][name] for end in ("low", "middle", "high")]
            cells = [cell for end in ends for cell in (rate(end.brier, 3), end.rank)]
            rows.append((lexicon, name, standing.n, *cells))
    return rows


def _order(item: tuple[str, BrierStanding]) -> tuple[bool, int, str]:
    name, standing = item
    return (standing.rank is None, standing.rank or 0, name)
