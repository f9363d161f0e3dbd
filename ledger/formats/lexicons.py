"""`lexicon list` and `lexicon show`: tables of words and their bands of probability."""

from collections.abc import Sequence

from ledger.core.lexicons import Lexicon
from ledger.formats.figures import rate
from ledger.formats.json_text import json_text
from ledger.formats.report import STYLES, Block, Rows, render
from ledger.formats.table import Cell, Column, table
from ledger.formats.wrapping import WIDTH

_LIST = (
    Column("name"),
    Column("kind"),
    Column("words", right=True),
    Column("title", wraps=True),
)
_TERMS = (
    Column("words", wraps=True),
    Column("low", right=True),
    Column("middle", right=True),
    Column("high", right=True),
    Column("readers", right=True),
)


def lexicons(found: Sequence[Lexicon], style: str | None = None, width: int = WIDTH) -> str:
    """Return the list of lexicons."""
    if style == "json":
        return json_text([_summary(one) for one in found])
    rows = [(one.name, one.kind, len(one.terms), one.title) for one in found]
    if style in STYLES:
        return render([Rows(_LIST, rows)], style, width)
    return table(_LIST, rows, style, width)


def lexicon(found: Lexicon, style: str | None = None, width: int = WIDTH) -> str:
    """Return one lexicon with every entry."""
    if style == "json":
        return json_text({**_summary(found), "terms": list(found.terms.values())})
    exact = style == "csv"
    rows: list[tuple[Cell, ...]] = [
        (t.words, *((x if exact else rate(x, 3)) for x in (t.low, t.middle, t.high)),
         t.survey.n if t.survey else None)
        for t in found.terms.values()
    ]  # fmt: skip
    if style is not None and style not in STYLES:
        return table(_TERMS, rows, style)
    blocks: list[Block] = [f"{found.name}: {found.title}"]
    blocks += [f"{found.kind}, version {found.version}; {found.licence}."]
    blocks += [text for text in (found.reference, found.note) if text]
    blocks += [Rows(_TERMS, rows)] if rows else []
    blocks.append(
        "Attitude verbs (.75, .50-.95) and a bare will (.95, .90-1) are inferred where no entry "
        "covers them; may, might and could are vague; hopes and plans are no forecasts."
    )
    return render(blocks, style, width)


def _summary(found: Lexicon) -> dict[str, object]:
    names = ("name", "title", "version", "kind", "licence", "reference", "note")
    return {**{name: getattr(found, name) for name in names}, "words": len(found.terms)}
