"""One line of words for each entry of the journal, as `log` and `show` print it."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from ledger.book.histories import Histories
from ledger.core import reports, wording
from ledger.errors import TamperError
from ledger.store.queries import Row

# What a body that was never written by this program may lead to.
_SENSELESS = (AttributeError, LookupError, RecursionError, StopIteration, TypeError, ValueError)


def entries(con: sqlite3.Connection, found: Iterable[Row]) -> Iterator[reports.EntryShown]:
    """Yield entries, which come in order, each with a summary."""
    histories = Histories(con)
    return (_entry(row, histories) for row in found)


def _entry(found: Row, histories: Histories) -> reports.EntryShown:
    """Return an entry with its summary; TamperError where nobody could have recorded it."""
    try:
        kind, body = found["kind"], json.loads(found["body"])
        changes = histories.changes(kind, found["about"], body)
        summary = _summary(kind, body, changes, histories)
    except _SENSELESS:
        raise TamperError(
            f"entry {found['seq']} of the journal cannot be read: the past was changed; "
            "run `ledger verify`"
        ) from None
    return reports.EntryShown(
        found["seq"], found["recorded_at"], kind, found["about"], summary, changes
    )


def _summary(
    kind: str, body: dict[str, Any], changes: Sequence[reports.Change], histories: Histories
) -> str:
    if kind == "merge":
        words = f"merged into {histories.question(body['into']['key'])}"
    elif kind == "move":
        words = f"part {body['part']} asks {histories.question(body['question']['key'])}"
    else:
        words = _WORDS[kind](body)
    if changes:
        words = "; ".join([*(["corrected"] if kind == "amend" else []), *map(_change, changes)])
    return f"{words} ({body['why']})" if body.get("why") else words


def _change(one: reports.Change) -> str:
    return f"{one.field}: {one.before or 'none'} -> {one.after or 'none'}"


def _mark(body: dict[str, Any]) -> str:
    if "retracted" in body:
        return f"taken back on {body['retracted']['on']}"
    name = next(name for name in ("void", "vague", "struck") if name in body)
    return "; ".join([f"{name}: {body[name]}", *_proof(body.get(f"{name}_proof", {}))])


def _proof(body: dict[str, Any]) -> Iterator[str]:
    """Yield what proves a mark: it is shown nowhere else."""
    for item in body.get("evidence", ()):
        yield " ".join(item[name] for name in ("url", "date", "title") if name in item)
    if "note" in body:
        yield body["note"]
    if "by" in body:
        yield f"ruled by {body['by']}"


def _statement(body: dict[str, Any]) -> str:
    said = body.get("probability") or body.get("phrase") or "a distribution"
    return f"{said}, said on {body.get('made_on_latest') or body['made_on']}"


_WORDS: dict[str, Callable[[dict[str, Any]], str]] = {
    "book": lambda body: f"book opened; days end in {body['time_zone']}",
    "forecast": lambda body: f"{body['forecaster']['name']}: {body['claim']}",
    "amend": lambda body: f"corrected: {body['forecast']['claim']}",
    "citation": lambda body: f"also carried by {body['source']}",
    "update": _statement,
    "mark": _mark,
    "ruling": wording.ruling,
    "question": lambda body: "; ".join(f"{k}: {v}" for k, v in body["set"].items()),
    "forecaster": lambda body: "; ".join(f"{k} {v}" for k, v in body.items()),
    "reading": lambda body: f"{body['found']} statements found in {body['article']['source']}",
    "rejected": lambda body: f"left out: {body['reason']}",
}
