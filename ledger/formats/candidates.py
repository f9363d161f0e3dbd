"""`extract`: the forecasts found in articles, as a table, as lines of JSON, and one by one."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

from ledger.articles import Article, Candidate, candidate_json
from ledger.formats.escape import cells
from ledger.formats.figures import rate
from ledger.formats.json_text import json_line
from ledger.formats.table import GAP, Cell, Column, table
from ledger.formats.words import span, stated
from ledger.formats.wrapping import WIDTH, hang, wrap

COLUMNS = (
    Column("who"),
    Column("claim"),
    Column("deadline"),
    Column("words"),
    Column("conf."),
)
EVERY_FIELD = (
    "doc_id", "sentence", "start", "end", "forecaster", "role", "kind", "claim", "hedge",
    "probability", "deadline_phrase", "deadline", "deadline_earliest", "deadline_latest",
    "deadline_vague", "deadline_rule", "not_before", "unanchored", "made_phrase", "made_earliest",
    "made_latest", "condition", "polarity", "parts", "resolvable", "confidence", "also_at",
    "source", "title", "url", "published",
)  # fmt: skip
WIDTHS = (15, 0, 11, 12, 5)  # of the columns; the claim has what is left
NARROW = (8, 0, 11, 8, 5)  # the same where the claim would have less than 20 cells
LINES = 3  # of a cell; a longer claim ends in an ellipsis
LEGEND = {
    "~": "~ vague words, which mean a window of days: --json has it",
    "unanchored": "unanchored: counted from a day that the article does not tell",
}
ONE_DAY = dt.timedelta(days=1)
Read = tuple[Article, Sequence[Candidate]]


def candidates(found: Sequence[Read], style: str | None = None, width: int = WIDTH) -> str:
    """Return what was found as text; `json` is one object in each line, with every field."""
    if style == "json":
        return "\n".join(json_line(_fields(*pair)) for pair in _each(found))
    if style == "csv":
        titles = [Column(name) for name in EVERY_FIELD]
        return table(titles, [_cells(_fields(*pair)) for pair in _each(found)], style)
    if style is not None:
        return table(COLUMNS, [_row(*pair) for pair in _each(found)], style)
    blocks = [_block(article, ones, width) for article, ones in found]
    return "\n\n".join(blocks)


def _each(found: Sequence[Read]) -> Iterator[tuple[Article, Candidate]]:
    return ((article, one) for article, ones in found for one in ones)


def heading(article: Article) -> str:
    """Return an article in a few words: outlet, day and title, or its file's name."""
    day = article.published.isoformat() if article.published else "no date"
    return ", ".join(part for part in (article.outlet, day, article.title or article.name) if part)


def card(article: Article, one: Candidate, width: int = WIDTH) -> str:
    """Return everything that was read out of one statement."""
    return "\n".join([*hang("", f'"{one.sentence}"', width, 2), pairs(_facts(article, one), width)])


def pairs(fields: Iterable[tuple[str, str | None]], width: int = WIDTH) -> str:
    """Return labelled texts, one below the other; empty ones are left out."""
    lines: list[str] = []
    for label, text in fields:
        if text:
            lines += hang(f"{label:<12}", text, width, 2)
    return "\n".join(lines)


def deadline(one: Candidate) -> str:
    """Return the deadline of a candidate: a day, marked where words are vague; or why none."""
    if one.deadline_phrase is None:
        return ""
    if one.reading is None:
        return "unanchored"
    if one.reading.deadline is None:
        after = one.reading.not_before
        return f"after {(after - ONE_DAY).isoformat()}" if after else "no day"
    return ("~" if one.reading.vague else "") + one.reading.deadline.isoformat()


def _block(article: Article, ones: Sequence[Candidate], width: int) -> str:
    title = "\n".join(hang("", heading(article), width))
    if not ones:
        return f"{title}\nNo forecasts found."
    rows = [_row(article, one) for one in ones]
    used = [text for mark, text in LEGEND.items() if any(row[2].startswith(mark) for row in rows)]
    legend = [line for text in used for line in hang("", text, width)]
    return "\n".join([title, "", *_grid(rows, width), *(["", *legend] if legend else [])])


def _grid(rows: Sequence[tuple[str, ...]], width: int) -> list[str]:
    """Return the lines of a table in which the claim has most of the room."""
    gaps = len(GAP) * (len(COLUMNS) - 1)
    sizes = WIDTHS if width - sum(WIDTHS) - gaps >= 20 else NARROW
    widths = [size or max(width - sum(sizes) - gaps, 20) for size in sizes]
    lines = [[column.title for column in COLUMNS], ["-" * size for size in widths]]
    for row in rows:
        folded = [wrap(cell, size, LINES) for cell, size in zip(row, widths, strict=True)]
        lines += [list(parts) for parts in zip_longest(*folded, fillvalue="")]
    return [
        GAP.join(
            part + " " * (size - cells(part)) for part, size in zip(line, widths, strict=True)
        ).rstrip()
        for line in lines
    ]


def _row(article: Article, one: Candidate) -> tuple[str, ...]:
    number = float(one.probability) if one.probability else None
    said = stated(number, one.phrase)
    return (_who(article, one), _marked(one), deadline(one), said, rate(one.confidence, 2))


def _who(article: Article, one: Candidate) -> str:
    return one.forecaster or article.outlet or "the article"


def _marked(one: Candidate) -> str:
    marks = [
        (one.resolvable == "vague", "vague: "),
        (one.polarity == "negative", "not: "),
        (one.condition is not None, "if …: "),
    ]
    return "".join(mark for applies, mark in marks if applies) + one.claim


def _facts(article: Article, one: Candidate) -> list[tuple[str, str]]:
    kind = ", ".join(part for part in (one.kind, one.role) if part)
    said = span(one.made_earliest, one.made_latest)
    rule = one.reading.rule if one.reading else ""
    due = f'{deadline(one)} ("{one.deadline_phrase}"{f": {rule}" if rule else ""})'
    return [
        ("by", f"{_who(article, one)} ({kind})"),
        ("claim", one.claim),
        ("side", "it will not happen" if one.polarity == "negative" else ""),
        ("parts", "; ".join(one.parts)),
        ("if", one.condition or ""),
        ("said", f"{said} ({one.made_phrase})" if said else ""),
        ("deadline", due if one.deadline_phrase else "none"),
        ("words", one.phrase or ""),
        ("stated", one.probability or ""),
        ("checkable", "no: too vague" if one.resolvable == "vague" else "yes"),
        ("confidence", rate(one.confidence, 2)),
    ]


def _fields(article: Article, one: Candidate) -> dict[str, Any]:
    published = article.published.isoformat() if article.published else None
    where = {"source": article.outlet, "title": article.title, "url": article.url}
    return {**candidate_json(one), **where, "published": published}


def _cells(fields: dict[str, Any]) -> list[Cell]:
    values = (fields[name] for name in EVERY_FIELD)
    return [json_line(value) if isinstance(value, list) else value for value in values]
