"""A book as lines of text: documents put together from the tables, a batch at a time.

What is exported is the book as it stands: later citations, updates, rulings and corrections
are part of each document, replaced rulings inside those that replaced them.
"""

import json
import marshal
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from tempfile import SpooledTemporaryFile
from typing import Any

from ledger.book.amending import after_entry
from ledger.book.moving import numbering, records, rulings
from ledger.core import answers, checks
from ledger.core.objects import without_empty
from ledger.errors import InputError
from ledger.exchange import FORMATS, csv_rows
from ledger.store import queries
from ledger.store.queries import Row
from ledger.store.transactions import snapshot

Doc = dict[str, Any]

_BATCH = 500  # forecasts read at once
_IN_MEMORY = 8_000_000  # bytes of lines; more of them go to a file

_FORECASTS = """
SELECT f.*, p.name AS forecaster, p.kind AS forecaster_kind
FROM forecast f JOIN forecaster p ON p.id = f.said_by
WHERE f.id BETWEEN :first AND :last ORDER BY f.id
"""

_PARTS = """
SELECT p.*, a.key AS after_key, u.key AS until_key
FROM part p
LEFT JOIN question a ON a.id = p.after_question
LEFT JOIN question u ON u.id = p.until_question
WHERE p.forecast_id BETWEEN :first AND :last ORDER BY p.forecast_id, p.n = 0, p.n
"""

_QUESTIONS = f"""
SELECT id, key, text, kind, options, ordered, unit, opens, criteria, judge FROM question
WHERE id IN ({rulings.ASKED})
"""  # noqa: S608 - our own text

_CITATIONS = """
SELECT c.forecast_id, s.name AS source, a.title, a.url, a.published, c.quote, c.via, c.own_voice
FROM citation c JOIN source s ON s.id = c.source_id JOIN article a ON a.id = c.article_id
WHERE c.forecast_id BETWEEN :first AND :last ORDER BY c.forecast_id, c.id
"""

_REVISIONS = """
SELECT * FROM revision WHERE forecast_id BETWEEN :first AND :last ORDER BY forecast_id, n
"""

_TAGS = """
SELECT forecast_id, tag FROM tag WHERE forecast_id BETWEEN :first AND :last
ORDER BY forecast_id, rowid
"""

_LINKS = """
SELECT l.forecast_id, l.kind, f.key FROM link l JOIN forecast f ON f.id = l.other_id
WHERE l.forecast_id BETWEEN :first AND :last ORDER BY l.forecast_id, l.kind, f.id
"""

# Who tells of a mark, and what proves it, stands in the journal only; the last word counts.
_MARKED = """
SELECT id, entry FROM forecast
WHERE id BETWEEN :first AND :last AND COALESCE(retracted_on, void, vague) IS NOT NULL
"""
_MARKS = f"""
WITH marked AS ({_MARKED})
SELECT m.id AS forecast_id, e.seq, e.kind, e.body FROM marked m JOIN entry e ON e.seq = m.entry
UNION ALL
SELECT CAST(SUBSTR(about, 2) AS INTEGER), seq, kind, body FROM entry
WHERE kind <> 'forecast' AND kind IN ('mark', 'amend')
  AND about IN (SELECT 'f' || id FROM marked)
ORDER BY seq
"""  # noqa: S608 - our own text


def export(con: sqlite3.Connection, format_: str = "ndjson") -> Iterator[str]:
    """Yield a book as lines, "ndjson" or "csv"; InputError where CSV would lose something.

    The lines say what the book held at one moment. They are put aside first (in a file where
    they are many), so that no writer waits for whoever reads them.
    """
    is_csv = checks.one_of(format_, FORMATS, "format") == "csv"
    return _put_aside(con, _csv(con) if is_csv else _ndjson(con))


def _put_aside(con: sqlite3.Connection, lines: Iterator[str]) -> Iterator[str]:
    with SpooledTemporaryFile(_IN_MEMORY) as file:
        with snapshot(con):
            while batch := list(islice(lines, _BATCH)):
                marshal.dump(batch, file)
        end = file.tell()
        file.seek(0)
        while file.tell() < end:
            yield from marshal.load(file)  # noqa: S302 - what was written above


def _ndjson(con: sqlite3.Connection) -> Iterator[str]:
    for row in numbering.questions(con):
        yield json.dumps({"record": "question", **_question(row)}, ensure_ascii=False)
    for merge in numbering.merges(con):
        yield json.dumps({"record": "merge", **merge}, ensure_ascii=False)
    for doc in _all(con):
        yield json.dumps(doc, ensure_ascii=False)
    for record in records.all_of(con):
        yield json.dumps(record, ensure_ascii=False)


def _csv(con: sqlite3.Connection) -> Iterator[str]:
    for record in records.all_of(con):
        raise InputError(
            f"CSV cannot carry what the book knows of {_called(record)}; "
            "use `ledger export --format ndjson`"
        )
    yield from csv_rows.write(_all(con))


def _called(record: Doc) -> str:
    """Return what a record is about, in words."""
    if record["record"] == "forecaster":
        return f'the forecaster "{record["name"]}" apart from forecasts'
    outlet = record["article"]["source"]
    return f"an article of {outlet} that was read with `ledger extract`"


def _all(con: sqlite3.Connection) -> Iterator[Doc]:
    last = con.execute("SELECT COALESCE(MAX(id), 0) FROM forecast").fetchone()[0]
    for first in range(1, last + 1, _BATCH):
        yield from documents_of(con, first, min(first + _BATCH - 1, last))


def documents_of(con: sqlite3.Connection, first: int, last: int) -> Iterator[Doc]:
    """Yield the documents of the forecasts numbered first..last."""
    span = {"first": first, "last": last}
    questions = {row["id"]: _question(row) for row in queries.rows(con, _QUESTIONS, **span)}
    said = rulings.of_questions(con, first, last)
    parts = _grouped(queries.rows(con, _PARTS, **span))
    details = {
        "citations": _grouped(queries.rows(con, _CITATIONS, **span)),
        "updates": _grouped(queries.rows(con, _REVISIONS, **span)),
        "links": _grouped(queries.rows(con, _LINKS, **span)),
    }
    tags = _grouped(queries.rows(con, _TAGS, **span))
    marked = _marked(con, first, last)
    for row in queries.rows(con, _FORECASTS, **span):
        number = row["id"]
        asked = dict.fromkeys(q for p in parts[number] for q in _asks(p))
        doc = _forecast(row) | _parts(row, parts[number], questions)
        doc |= {name: [_shape[name](r) for r in rows[number]] for name, rows in details.items()}
        doc["rulings"] = [ruling for q in asked for ruling in said[q]]
        doc["tags"] = [tag["tag"] for tag in tags[number]]
        apart = answers.side_apart({**doc, "negated": bool(row["negated"])})
        yield without_empty(doc | _proofs(row, marked.get(number, {}))) | apart


def _asks(part: Row) -> Iterable[int]:
    numbers = (part["question_id"], part["after_question"], part["until_question"])
    return (number for number in numbers if number)


def _forecast(row: Row) -> Doc:
    return {
        "key": row["key"], "claim": row["claim"],
        "forecaster": without_empty({
            "name": row["forecaster"], "kind": row["forecaster_kind"], "role": row["role"],
        }),
        **_statement(row),
        **_deadline(row),
        **{name: row[name] for name in ("deadline_phrase", "deadline_rule", "deadline_note")},
        "vague": row["vague"], "void": row["void"], "struck": row["struck"], "note": row["note"],
    }  # fmt: skip


def _deadline(row: Row) -> Doc:
    """Return the deadline that was named: one that hangs follows from the parts."""
    if row["hangs"]:
        return {}
    earliest = _other(row["deadline_earliest"], row["deadline"])
    return {"deadline": row["deadline"], "deadline_earliest": earliest}


def _statement(row: Row) -> Doc:
    return {
        "made_on": row["made_on"], "made_on_latest": _other(row["made_on_latest"], row["made_on"]),
        "probability": row["probability"], "phrase": row["phrase"],
        "spread": json.loads(row["spread"]) if row["spread"] else None,
    }  # fmt: skip


def _update(row: Row) -> Doc:
    return without_empty({**_statement(row), "note": row["note"]})


def _citation(row: Row) -> Doc:
    rest = {name: value for name, value in row.items() if name != "forecast_id"}
    return without_empty({**rest, "own_voice": bool(row["own_voice"])})


def _link(row: Row) -> Doc:
    return {"kind": row["kind"], "key": row["key"]}


_shape = {"citations": _citation, "updates": _update, "links": _link}


def _parts(row: Row, rows: list[Row], questions: dict[int, Doc]) -> Doc:
    docs = [_part(part, questions) for part in rows if part["n"]]
    given = next((_part(part, questions) for part in rows if not part["n"]), None)
    join = row["joined"] if row["joined"] != "all" else None
    return {"join": join, "parts": docs, "given": given}


def _part(row: Row, questions: dict[int, Doc]) -> Doc:
    return without_empty({
        "question": questions[row["question_id"]],
        "negated": bool(row["negated"]),
        "after": row["after"], "after_latest": _other(row["after_latest"], row["after"]),
        "after_question": questions.get(row["after_question"]),
        "after_offset": row["after_offset"] or None,
        "until": row["until"], "until_earliest": _other(row["until_earliest"], row["until"]),
        "until_question": questions.get(row["until_question"]),
        "until_offset": row["until_offset"] or None,
        **(json.loads(row["interval"]) if row["interval"] else {}),
        "options": json.loads(row["options"]) if row["options"] else None,
    })  # fmt: skip


def _question(row: Row) -> Doc:
    kind = row["kind"] if row["kind"] != "event" else None
    options = json.loads(row["options"]) if row["options"] else None
    rest = {name: value for name, value in row.items() if name != "id"}
    return without_empty(
        {**rest, "kind": kind, "options": options, "ordered": bool(row["ordered"])}
    )


def _other(day: str | None, same: str | None) -> str | None:
    """Return the other end of a window; nothing where it is one day."""
    return None if day == same else day


def _grouped(rows: Iterable[Row]) -> defaultdict[int, list[Row]]:
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["forecast_id"]].append(row)
    return found


def _marked(con: sqlite3.Connection, first: int, last: int) -> dict[int, Doc]:
    """Return what the journal says of forecasts that are void, vague or taken back."""
    found: dict[int, Doc] = {}
    for row in queries.rows(con, _MARKS, first=first, last=last):
        before = found.get(row["forecast_id"], {})
        found[row["forecast_id"]] = after_entry(before, row["kind"], json.loads(row["body"]))
    return found


def _proofs(row: Row, told: Doc) -> Doc:
    """Return how it is known that a forecast was taken back, or is void or vague."""
    doc = {f"{name}_proof": told.get(f"{name}_proof") for name in ("void", "vague") if row[name]}
    if row["retracted_on"]:
        doc["retracted"] = without_empty({**told["retracted"], "on": row["retracted_on"]})
    return doc
