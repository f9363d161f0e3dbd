"""CSV: one row per forecast and citation, safe to open in a spreadsheet.

A cell that a spreadsheet would take for a formula is written with an apostrophe in front,
which reading takes away again. What one row cannot carry is refused by name on export.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ledger.core.checks import shown
from ledger.core.reports import Problem
from ledger.errors import InputError
from ledger.exchange.flat import CITATION, NEEDED

Doc = dict[str, Any]

COLUMNS = (
    "key", "claim", "forecaster", "role", "forecaster_kind", "made_on", "made_on_latest",
    "deadline", "deadline_earliest", "deadline_phrase", "deadline_rule", "deadline_note",
    "probability", "phrase", "negated",
    "question", "question_text", "source", "title", "url", "published_on", "quote", "via",
    "own_voice", "tags", "happened", "happened_on", "happened_on_latest", "evidence", "note",
)  # fmt: skip

# Signs at the start of a cell that run a formula, full-width forms included.
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LONGEST_CELL = 1 << 20


def neutral(text: str) -> str:
    """Write a cell so that no spreadsheet runs it; a cell in quotes already gets one more."""
    plain = text.lstrip("'")
    return f"'{text}" if plain.startswith(_RISKY) else text


def restored(text: str) -> str:
    """Take away what `neutral` has put in front of a cell."""
    quoted = text.startswith("'") and text.lstrip("'").startswith(_RISKY)
    return text[1:] if quoted else text


def read(lines: Iterable[str], problems: list[Problem]) -> Iterator[tuple[int, Doc]]:
    """Yield the line number and the fields of each row; empty cells are left out.

    Rows that follow one another with the same key are citations of the same forecast; they
    are given one by one, and put together as documents by `joined`.
    """
    csv.field_size_limit(LONGEST_CELL)
    rows = csv.reader(_without_mark(lines), strict=True)
    header: list[str] | None = None
    while True:
        line = rows.line_num + 1
        try:
            cells = next(rows, None)
        except csv.Error as error:
            message = f"this is not CSV ({error}); write the file anew as CSV"
            problems.append(Problem(rows.line_num, "1", message))
            return
        if cells is None:
            return
        if not any(cells):
            continue
        if header is None:
            header = _header(cells, line, problems)
            if header is None:
                return
            continue
        if len(cells) != len(header):
            message = f"{len(cells)} cells stand under {len(header)} columns; correct the row"
            problems.append(Problem(line, str(min(len(cells), len(header)) + 1), message))
            continue
        yield line, {n: restored(c) for n, c in zip(header, cells, strict=True) if c}


def joined(docs: Iterable[tuple[int, Doc]]) -> Iterator[tuple[int, Doc]]:
    """Put documents that follow one another and differ in their citation only together."""
    held: tuple[int, Doc] | None = None
    for line, doc in docs:
        if held and "citations" in doc and _uncited(held[1]) == _uncited(doc):
            held[1].setdefault("citations", []).extend(doc["citations"])
            continue
        if held:
            yield held
        held = (line, doc)
    if held:
        yield held


def _uncited(doc: Doc) -> Doc:
    return {name: value for name, value in doc.items() if name != "citations"}


def _header(cells: list[str], line: int, problems: list[Problem]) -> list[str] | None:
    """Return the columns by their names here; None where rows under them cannot be read."""
    names = [_column(cell) for cell in cells]
    other = _other_separator(cells)
    if other:
        message = f"{other} stand between the columns; save the file with commas between them"
        problems.append(Problem(line, "1", message))
        return None
    wrong = [
        Problem(line, str(place), message)
        for place, name in enumerate(names, 1)
        if (message := _wrong_column(names, place - 1, name))
    ]
    wrong += [
        Problem(line, name, f'there is no column "{name}"; add it')
        for name in NEEDED
        if name not in names
    ]
    problems.extend(wrong)
    return None if wrong else names


def _other_separator(cells: list[str]) -> str:
    """Name what stands between the columns where it is no comma; empty where it is."""
    for sign, name in ((";", "semicolons"), ("\t", "tabs"), ("|", "bars")):
        columns = cells[0].split(sign) if len(cells) == 1 else []
        if len(columns) > 1 and any(_column(column) in COLUMNS for column in columns):
            return name
    return ""


def _column(cell: str) -> str:
    """Return the name that is meant by a cell of the header, such as "Made On"."""
    name = "_".join(cell.casefold().replace("-", " ").split())
    return "published_on" if name == "published" else name


def _wrong_column(names: list[str], place: int, name: str) -> str:
    if name not in COLUMNS:
        return f'there is no column "{shown(name)}" here; the columns are: {", ".join(COLUMNS)}'
    if names.index(name) != place:
        return f'the column "{name}" stands twice; keep one of them'
    return ""


def _without_mark(lines: Iterable[str]) -> Iterator[str]:
    """Take the byte order mark away that spreadsheets put in front of a file."""
    for number, line in enumerate(lines):
        yield line if number else line.removeprefix("\ufeff")


def write(docs: Iterable[Doc]) -> Iterator[str]:
    """Yield the lines of a CSV file; InputError names what a row cannot carry."""
    yield _line(COLUMNS)
    for doc in docs:
        for row in rows_of(doc):
            yield _line([neutral(str(row.get(name, ""))) for name in COLUMNS])


def _line(cells: Iterable[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue().removesuffix("\r\n")


def rows_of(doc: Doc) -> list[Doc]:
    """Return the rows of a document, one for each citation; at least one."""
    _refuse(doc)
    part = doc["parts"][0]
    question, forecaster = part["question"], doc["forecaster"]
    row: Doc = {name: doc[name] for name in COLUMNS if name in doc and name != "tags"}
    row |= {
        "forecaster": forecaster["name"], "role": forecaster.get("role", ""),
        "forecaster_kind": forecaster.get("kind", ""), "question": question["key"],
        "question_text": question["text"], "negated": "yes" if part.get("negated") else "",
        "tags": "; ".join(doc.get("tags", ())), **_answer(doc),
    }  # fmt: skip
    cited = doc.get("citations") or [{}]
    return [{**row, **_citation(citation)} for citation in cited]


def _citation(citation: Doc) -> Doc:
    cells = {name: citation[field] for name, field in CITATION.items() if field in citation}
    return {**cells, "own_voice": "yes" if citation.get("own_voice") else ""}


def _answer(doc: Doc) -> Doc:
    """Return the cells of the answer; `_refuse` has seen to it that there is one at most."""
    ruling = next(iter(doc.get("rulings", ())), None)
    if ruling is None:
        return {}
    evidence = " ".join(item["url"] for item in ruling.get("evidence", ()))
    if "on" not in ruling:
        return {"happened": "no", "evidence": evidence}
    return {"happened": "yes", "happened_on": ruling["on"], "evidence": evidence,
            "happened_on_latest": ruling.get("on_latest", "")}  # fmt: skip


_ONE_PART = {"question", "negated"}
_QUESTION = {"key", "text", "kind"}
_RULING = {"question", "on", "on_latest", "not_by", "evidence"}
_WORDS = {
    "given": "a condition", "updates": "later statements", "links": "links to other forecasts",
    "spread": "a distribution", "vague": "that it is vague", "void": "that it is void",
    "retracted": "that it was retracted", "struck": "that it was struck",
    "negated": "a side that the part does not tell",
}  # fmt: skip


def _refuse(doc: Doc) -> None:
    lost = list(_lost(doc))
    if lost:
        raise InputError(
            f'CSV cannot carry {", ".join(lost)} (forecast "{doc["key"]}"); '
            "use `ledger export --format ndjson`"
        )


def _lost(doc: Doc) -> Iterator[str]:
    """Name what a row has no column for."""
    for name, words in _WORDS.items():
        if name in doc:
            yield words
    if len(doc["parts"]) > 1:
        yield "several parts"
    part = doc["parts"][0]
    if part["question"].get("kind", "event") != "event":
        yield f"a question with a {part['question']['kind']} for an answer"
    if part.keys() - _ONE_PART:
        yield "a part with bounds of its own"
    yield from (f"the {n} of a question" for n in sorted(part["question"].keys() - _QUESTION))
    yield from _lost_of_rulings(doc, doc.get("rulings", ()))
    if any(";" in tag for tag in doc.get("tags", ())):
        yield "a tag with a semicolon"


def _lost_of_rulings(doc: Doc, rulings: Sequence[Doc]) -> Iterator[str]:
    if len(rulings) > 1:
        yield "several rulings"
    for ruling in rulings[:1]:
        yield from (f"the {name} of a ruling" for name in sorted(ruling.keys() - _RULING))
        if "not_by" in ruling and ruling["not_by"] != doc.get("deadline"):
            yield "an answer for another day than the deadline"
        if any(item.keys() - {"url"} for item in ruling.get("evidence", ())):
            yield "title and date of evidence"
