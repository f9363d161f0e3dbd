"""A forecast's document becomes rows: the forecast, its parts, its citations."""

from collections.abc import Collection
from typing import Any

from ledger.core import answers, counting
from ledger.core.chain import Entry
from ledger.core.model import Claim, Join, Part
from ledger.store import codec
from ledger.store.codec import ENDS, Doc
from ledger.store.projection.standings import (
    COPIED,
    options_text,
    part_of,
    standing_columns,
    statement,
)
from ledger.store.projection.state import State

_ASKED = ("question_id", "after_question", "until_question")


def add(state: State, entry: Entry, doc: Doc) -> None:
    """Add a forecast with everything its document says."""
    number = int(entry.about[1:])
    parts = parts_rows(state, number, doc)
    learn(state, entry, doc)
    row = forecast_row(state, entry, number, doc, parts)
    state.rows.insert("forecast", row)
    details(state, number, doc, parts)
    outlets: list[int] = []
    for citation in doc.get("citations") or ():
        outlets.append(insert_citation(state, row, citation, outlets))
    state.spill()


def parts_rows(state: State, number: int, doc: Doc) -> list[dict[str, Any]]:
    """Return the rows of the parts and, as number 0, of the condition."""
    parts = doc.get("parts") or [default_part(doc)]
    rows = [part_row(state, number, n, part) for n, part in enumerate(parts, 1)]
    if doc.get("given"):
        rows.append(part_row(state, number, 0, doc["given"]))
    return rows


def default_part(doc: Doc) -> Doc:
    """Return the one part of a forecast that names none: its claim comes about."""
    return {"question": {"key": doc["key"], "text": doc["claim"], "new": True}}


def part_row(state: State, forecast: int, n: int, doc: Doc) -> dict[str, Any]:
    """Return the row of a part; its question is made where it is new."""
    asked = doc["question"]
    question = state.questions.make(asked) if asked.get("new") else state.questions.number(asked)
    return {
        "forecast_id": forecast, "n": n, "question_id": question,
        "negated": int(bool(doc.get("negated"))),
        **_bound(state, doc, "after", ("after", "after_latest")),
        **_bound(state, doc, "until", ("until_earliest", "until")),
        "interval": options_text({end: doc[end] for end in ENDS if doc.get(end) is not None}),
        "options": options_text(doc.get("options")),
    }  # fmt: skip


def _bound(state: State, doc: Doc, name: str, ends: tuple[str, str]) -> dict[str, Any]:
    """Return the columns of a bound: a window of days, or another question's day."""
    days = {end: doc.get(end) or (doc.get(name) if name != end else None) for end in ends}
    columns = {**days, f"{name}_question": None, f"{name}_offset": None}
    other = doc.get(f"{name}_question")
    if other:
        columns[f"{name}_question"] = state.questions.number(other)
        columns[f"{name}_offset"] = doc.get(f"{name}_offset") or 0
    return columns


def learn(state: State, entry: Entry, doc: Doc) -> None:
    """Work the rulings that come with a document into its questions."""
    for ruling in doc.get("rulings") or ():
        state.questions.rule(entry, state.questions.number({"key": ruling["question"]}), ruling)


def claim_of(state: State, doc: Doc, rows: list[dict[str, Any]]) -> Claim:
    """Build what a verdict needs from a document and the rows of its parts."""
    parts: dict[int, Part] = {row["n"]: part_of(state.questions, row) for row in rows}
    given = parts.pop(0, None)
    deadline = codec.window(doc.get("deadline_earliest"), doc.get("deadline"))
    sided = counting.takes_side(doc.get("spread"))
    return Claim(tuple(parts.values()), Join(doc.get("join") or "all"), given, deadline, sided)


def forecast_row(
    state: State, entry: Entry, number: int, doc: Doc, parts: list[dict[str, Any]]
) -> dict[str, Any]:
    """Return the flat row of a forecast."""
    scored, said_by = state.people.forecaster(doc["forecaster"])
    said = _statement_columns(doc)
    row = {
        **said,
        "id": number, "key": doc["key"], "entry": entry.seq, "claim": doc["claim"],
        "forecaster_id": scored, "said_by": said_by, "role": doc["forecaster"].get("role"),
        "deadline": doc.get("deadline"),
        "deadline_earliest": doc.get("deadline_earliest") or doc.get("deadline"),
        "deadline_phrase": doc.get("deadline_phrase"),
        "deadline_rule": doc.get("deadline_rule"), "deadline_note": doc.get("deadline_note"),
        "negated": int(answers.denied(doc)),
        "joined": doc.get("join") or "all", "vague": doc.get("vague"), "void": doc.get("void"),
        "retracted_on": (doc.get("retracted") or {}).get("on"), "struck": doc.get("struck"),
        "note": doc.get("note"), "question_id": parts[0]["question_id"],
    }  # fmt: skip
    series = [said, *map(_statement_columns, doc.get("updates") or ())]
    statements = [
        statement(s["made_on"], s["made_on_latest"], s["probability"], s["phrase"]) for s in series
    ]
    claim = claim_of(state, doc, parts)
    row.update(standing_columns(row, claim, state.questions, statements))
    for part in parts:
        for question in filter(None, map(part.get, _ASKED)):
            state.questions.asked(question).used = True
    return row


def _statement_columns(doc: Doc) -> dict[str, Any]:
    stated = doc.get("probability")
    return {
        "made_on": doc["made_on"],
        "made_on_latest": doc.get("made_on_latest") or doc["made_on"],
        "probability": None if stated is None else float(stated),
        "phrase": doc.get("phrase"),
        "spread": options_text(doc.get("spread")),
    }


def details(state: State, number: int, doc: Doc, parts: list[dict[str, Any]]) -> None:
    """Insert what hangs on a forecast: parts, later statements, tags and links."""
    for row in parts:
        state.rows.insert("part", row)
    for n, update in enumerate(doc.get("updates") or (), 1):
        insert_update(state, number, n, update)
    for tag in dict.fromkeys(doc.get("tags") or ()):
        state.rows.insert("tag", {"forecast_id": number, "tag": tag})
    for other in doc.get("links") or ():
        state.links.setdefault(number, []).append((other["kind"], other["key"]))


def insert_update(state: State, number: int, n: int, doc: Doc) -> None:
    """Insert a later statement of a series."""
    place = {"forecast_id": number, "n": n, "note": doc.get("note")}
    state.rows.insert("revision", {**place, **_statement_columns(doc)})


def insert_citation(state: State, row: Doc, doc: Doc, earlier: Collection[int]) -> int:
    """Insert a citation with the score columns of its forecast; return the outlet.

    `earlier` are the outlets that carried the forecast before.
    """
    article, source = state.people.article(doc)
    own_voice = bool(doc.get("own_voice"))
    counted = 2 if earlier else 1
    if source in earlier:
        counted = _takes_over(state, row["id"], source) if own_voice else 0
    state.rows.insert("citation", {
        "id": state.rows.next_id("citation"), "forecast_id": row["id"], "article_id": article,
        "source_id": source, "quote": doc.get("quote"), "via": doc.get("via"),
        "own_voice": int(own_voice), "counted": counted,
        **{name: row[name] for name in COPIED},
    })  # fmt: skip
    return source


def _takes_over(state: State, forecast: int, source: int) -> int:
    """Return how an outlet's own words count where it was cited before; 0 if they do not.

    What it says itself anywhere is its own voice: it stands for an earlier citation in which the
    outlet only carried the forecast, and that one counts no more.
    """
    sql = (
        "SELECT id, counted FROM citation WHERE forecast_id = :forecast AND source_id = :source "
        "AND counted > 0 AND own_voice = 0"
    )
    for citation, counted in state.rows.query(sql, {"forecast": forecast, "source": source}):
        state.rows.update("citation", citation, {"counted": 0})
        return int(counted)
    return 0
