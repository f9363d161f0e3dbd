"""Entries that change what is there: each kind is one function."""

from typing import Any

from ledger.core.chain import Entry
from ledger.errors import ConflictError
from ledger.store import codec
from ledger.store.codec import Doc
from ledger.store.projection import forecasts
from ledger.store.projection.standings import COPIED, refresh_one
from ledger.store.projection.state import State

_ROW = "id, " + ", ".join(COPIED)


def amend(state: State, entry: Entry, doc: Doc) -> None:
    """Put a corrected document in the place of a forecast's rows."""
    number, new = _number(entry), known_questions(doc["forecast"])
    for table in ("part", "revision", "tag", "link", "citation"):
        state.rows.query(f"DELETE FROM {table} WHERE forecast_id = :f", {"f": number})  # noqa: S608
    state.links.pop(number, None)  # those that stood before, which wait for the end of a replay
    state.rows.count_anew("citation")
    parts = forecasts.parts_rows(state, number, new)
    row = forecasts.forecast_row(state, entry, number, new, parts)
    state.rows.update("forecast", number, {k: v for k, v in row.items() if k != "entry"})
    forecasts.details(state, number, new, parts)
    for citation in new.get("citations") or ():
        _cite(state, number, citation)


def cite(state: State, entry: Entry, doc: Doc) -> None:
    """Add a citation: another outlet that carried the forecast."""
    _cite(state, _number(entry), doc)


def update(state: State, entry: Entry, doc: Doc) -> None:
    """Add a later statement to a forecast's series."""
    number = _number(entry)
    sql = "SELECT COALESCE(MAX(n), 0) + 1 FROM revision WHERE forecast_id = :f"
    forecasts.insert_update(state, number, state.rows.query(sql, {"f": number})[0][0], doc)
    refresh_one(state.rows, state.questions, number)


def mark(state: State, entry: Entry, doc: Doc) -> None:
    """Mark one forecast as void, vague, retracted or struck."""
    columns: dict[str, Any] = {n: doc[n] for n in ("void", "vague", "struck") if n in doc}
    if "retracted" in doc:
        columns["retracted_on"] = doc["retracted"]["on"]
    state.rows.update("forecast", _number(entry), columns)
    refresh_one(state.rows, state.questions, _number(entry))


def rule(state: State, entry: Entry, doc: Doc) -> None:
    """Let a question learn from a ruling; one that stands already is refused."""
    number = _number(entry)
    if state.questions.rule(entry, number, doc) is None:
        raise ConflictError(
            f"q{number} is ruled so already; to add evidence use --replace N --why "
            f"(`ledger question show q{number}` tells N)"
        )


def edit_question(state: State, entry: Entry, doc: Doc) -> None:
    """Change what a question asks for; with a key it is a new one, ahead of its forecasts."""
    if "key" in doc["set"]:
        state.questions.make(doc["set"])
        return
    asked = state.questions.asked(_number(entry)).question
    opens = asked.opens.isoformat() if asked.opens else None
    now = {name: getattr(asked, name) for name in codec.QUESTION} | {"opens": opens}
    state.questions.change(asked.id, codec.question(asked.id, {**now, **doc["set"]}))


def merge(state: State, entry: Entry, doc: Doc) -> None:
    """Let one question take the place of another, with its forecasts and rulings."""
    gone, stays = _number(entry), state.questions.number(doc["into"])
    both = {"gone": gone, "stays": stays}
    state.questions.asked(stays).used = True
    for column in ("question_id", "after_question", "until_question"):
        sql = f"UPDATE part SET {column} = :stays WHERE {column} = :gone"  # noqa: S608
        state.rows.query(sql, both)
    state.rows.query("UPDATE ruling SET question_id = :stays WHERE question_id = :gone", both)
    state.rows.query("UPDATE forecast SET question_id = :stays WHERE question_id = :gone", both)
    state.questions.relearn(stays)
    merged = "UPDATE question SET merged_into = :stays WHERE :gone IN (id, merged_into)"
    state.rows.query(merged, both)
    state.questions.forget(gone)


def move(state: State, entry: Entry, doc: Doc) -> None:
    """Put one part of a forecast to another question."""
    number, question = _number(entry), state.questions.number(doc["question"])
    what = {"f": number, "n": doc["part"], "q": question}
    state.rows.query("UPDATE part SET question_id = :q WHERE forecast_id = :f AND n = :n", what)
    if doc["part"] == 1:
        state.rows.update("forecast", number, {"question_id": question})
    refresh_one(state.rows, state.questions, number)


def edit_forecaster(state: State, _entry: Entry, doc: Doc) -> None:
    """Change a forecaster's kind or role, or say that it is another name of somebody."""
    state.flush()
    _, number = state.people.forecaster_id(doc["name"], None)
    columns = {name: doc[name] for name in ("kind", "role") if doc.get(name)}
    if doc.get("same_as"):
        other, _ = state.people.forecaster_id(doc["same_as"], None)
        columns["same_as"] = other
        both = {"me": number, "other": other}
        moved = "UPDATE forecast SET forecaster_id = :other WHERE forecaster_id = :me"
        state.rows.query(moved, both)
        state.rows.query("UPDATE forecaster SET same_as = :other WHERE same_as = :me", both)
    state.rows.update("forecaster", number, columns)
    state.people.forget()


def read_article(state: State, _entry: Entry, doc: Doc) -> None:
    """Keep how many forward-looking statements an article was found to hold."""
    article, _ = state.people.article(doc["article"])
    state.rows.query("DELETE FROM reading WHERE article_id = :a", {"a": article})
    state.rows.insert("reading", {"article_id": article, "found": doc["found"]})


def reject(state: State, _entry: Entry, doc: Doc) -> None:
    """Keep a statement that was looked at and left out, with the reason."""
    article, _ = state.people.article(doc["article"])
    state.rows.insert("rejected", {
        "id": state.rows.next_id("rejected"), "article_id": article,
        "sentence": doc["sentence"], "reason": doc["reason"],
    })  # fmt: skip


def _cite(state: State, number: int, doc: Doc) -> None:
    sql = f"SELECT {_ROW} FROM forecast WHERE id = :id"  # noqa: S608 - our columns
    row = codec.as_dict(_ROW.split(", "), state.rows.query(sql, {"id": number})[0])
    sql = "SELECT source_id FROM citation WHERE forecast_id = :f"
    outlets = {source for (source,) in state.rows.query(sql, {"f": number})}
    forecasts.insert_citation(state, row, doc, outlets)


def known_questions(doc: Doc) -> Doc:
    """Return a document whose questions are looked up by key before one is made."""
    parts = doc.get("parts") or [forecasts.default_part(doc)]
    known = {**doc, "parts": [_looked_up(part) for part in parts]}
    return {**known, "given": _looked_up(doc["given"])} if doc.get("given") else known


def _looked_up(part: Doc) -> Doc:
    return {**part, "question": {**part["question"], "new": False}}


def _number(entry: Entry) -> int:
    return int(entry.about[1:])
