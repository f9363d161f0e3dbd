"""Amending: the document of a forecast as it stands, with some of its fields put right.

What the request names takes the place of what stood; everything else stays, with the
questions that the forecast asks, so that rulings on them keep counting.
"""

import datetime as dt
import json
import sqlite3
from dataclasses import replace
from typing import Any, NamedTuple

from ledger.book import documents, links, lookup, numbers, polarity, whens
from ledger.book.documents import DEADLINE, Drafting
from ledger.book.requests import Accepts, NewCitation, NewForecast
from ledger.core import answers
from ledger.core.deadlines import Window, read_deadline
from ledger.errors import InputError
from ledger.store import queries
from ledger.store.projection.forecasts import default_part
from ledger.store.queries import rows

Doc = dict[str, Any]

_ENDS = ("until", "until_earliest", "until_question", "until_offset")
_JOINED = ("parts", "join", "negated")
_STARTS = ("after", "after_latest", "after_question", "after_offset")


class Corrected(NamedTuple):
    """The whole document of a forecast after an amendment, and what else it changes.

    `question` is the number and the new text of the question that was worded after the
    claim and that no other forecast asks; None where no question follows.
    """

    doc: Doc
    question: tuple[int, str] | None


def corrected(drafting: Drafting, number: int, new: NewForecast) -> Corrected:
    """Return what a forecast is after an amendment.

    A deadline stays unless another one is named, the words of a new claim give another, or its
    own words do, counted from another day of the statement.
    """
    if new == NewForecast():
        raise InputError("nothing to amend; name the options to put right, as in `ledger add`")
    if new.key:
        raise InputError("the key of a forecast stays for ever; strike it and add another one")
    if (new.criteria or new.judge) and not (new.all_of or new.any_of):
        raise InputError("criteria and judge belong to the question; use `ledger question edit`")
    if new.checkable and new.vague is not None:
        raise InputError("--vague and --checkable contradict each other; leave one out")
    doc = standing(drafting.con, number)
    new = replace(new, deadline=new.deadline or _counted_anew(drafting, doc, new))
    links.refuse_loops(drafting.con, number, new)
    if new.accepts == Accepts():
        stays = {"spread": doc.get("spread"), "probability": new.probability, "phrase": new.phrase}
        answers.said_once(stays)
        answers.not_denied(stays, new.negated)
    _sided(drafting, doc, new)
    if new.vague is None and not doc.get("vague"):
        polarity.committed(new.phrase)
    as_worded = new.claim is None and new.negated is None
    amending = replace(drafting, amending=as_worded)
    fresh = documents.draft(amending, _complete(drafting, doc, new)).doc
    redated = new.deadline is not None or _says_another(drafting, doc, new)
    stay = _staying(redated, new)
    put_right = {
        **{name: value for name, value in fresh.items() if name not in stay},
        **{name: value for name, value in doc.items() if name in stay},
        **_asked(doc, fresh, new, redated),
        "key": doc["key"], "citations": _citations(doc, fresh, new),
        "links": links.put_right(doc, fresh),
    }  # fmt: skip
    whole = documents.complete(documents.within(put_right) if redated else put_right)
    follows = new.claim is not None and whole["parts"][0]["question"] == doc["parts"][0]["question"]
    return Corrected(whole, _reworded(drafting, number, doc, fresh) if follows else None)


def _sided(drafting: Drafting, doc: Doc, new: NewForecast) -> None:
    """Refuse a new claim whose side is in doubt, and to deny words that deny already."""
    if new.claim is None and new.negated and not answers.denied(doc):
        polarity.not_twice(
            whens.without_deadline(doc["claim"], _made(doc), drafting.calendar), True
        )
    if new.claim is not None and not answers.denied(doc):
        text = whens.without_deadline(new.claim, _made(doc), drafting.calendar)
        polarity.negated(text, new.negated, new.phrase)


def _reworded(drafting: Drafting, number: int, doc: Doc, fresh: Doc) -> tuple[int, str] | None:
    """Return the question that is worded after the claim, and how it reads after the new one."""
    key = doc["parts"][0]["question"]["key"]
    asked, text = drafting.con.execute(
        "SELECT id, text FROM question WHERE key = ?", (key,)
    ).fetchone()
    alone = [r["id"] for r in rows(drafting.con, queries.TOUCHED, id=asked)] == [number]
    plain = whens.without_deadline(doc["claim"], _made(doc), drafting.calendar)
    if len(doc["parts"]) > 1 or not alone or text not in {doc["claim"], plain}:
        return None
    whole = text == doc["claim"] != plain  # as numbers and options are asked for
    after = str(fresh["claim"] if whole else fresh["parts"][0]["question"]["text"])
    return (asked, after) if after != text else None


def standing(con: sqlite3.Connection, number: int) -> Doc:
    """Return the document of a forecast with everything the journal added to it since."""
    found = rows(con, queries.ENTRIES_OF, id=lookup.forecast(con, number))
    doc: Doc = {}
    for entry in found:
        if entry["about"] == f"f{number}":
            doc = after_entry(doc, entry["kind"], json.loads(entry["body"]))
    return doc


def after_entry(doc: Doc, kind: str, body: Doc) -> Doc:
    """Return a document after one more entry about its forecast."""
    if kind == "forecast":
        own = {name: value for name, value in body.items() if name != "rulings"}
        return {**own, "parts": own.get("parts") or [default_part(own)]}
    if kind == "amend":
        return dict(body["forecast"])
    if kind == "citation":
        return {**doc, "citations": [*doc.get("citations", []), body]}
    if kind == "update":
        return {**doc, "updates": [*doc.get("updates", []), body]}
    if kind == "move":
        return _moved(doc, body)
    # A mark says anew why, and what proves it.
    return {**{n: v for n, v in doc.items() if n.removesuffix("_proof") not in body}, **body}


def _moved(doc: Doc, body: Doc) -> Doc:
    if body["part"] == 0:
        return {**doc, "given": {**doc["given"], "question": body["question"]}}
    parts = list(doc["parts"])
    parts[body["part"] - 1] = {**parts[body["part"] - 1], "question": body["question"]}
    return {**doc, "parts": parts}


def _complete(drafting: Drafting, doc: Doc, new: NewForecast) -> NewForecast:
    """Fill what the request leaves out with what stands, as far as reading it needs that."""
    days = doc["made_on"], doc.get("made_on_latest") or doc["made_on"]
    stands = {
        "claim": doc["claim"], "by": doc["forecaster"]["name"],
        "role": doc["forecaster"].get("role"), "made": f"{days[0]}..{days[1]}",
        "forecaster_kind": doc["forecaster"].get("kind"), "note": doc.get("note"),
        "vague": doc.get("vague"), "tags": tuple(doc.get("tags", ())),
    }  # fmt: skip
    if new.checkable:
        del stands["vague"]
    missing = {name: value for name, value in stands.items() if getattr(new, name) in (None, ())}
    if new.probability is None and new.phrase is None and not numbers.spread(new.accepts):
        missing |= {"probability": doc.get("probability"), "phrase": doc.get("phrase")}
    derived = (new.all_of or new.any_of) and "deadline_phrase" not in doc  # from other parts
    kept = doc.get("deadline") and not derived and not _says_another(drafting, doc, new)
    if new.deadline is None and kept:
        missing["deadline"] = doc["deadline"]
    if new.negated is None:
        missing["negated"] = answers.denied(doc)
    if new.citation:
        missing["citation"] = _cited(doc, new.citation)
    elif new.made:
        missing["made"] = _said(drafting, doc, new.made)
    if new.accepts != Accepts() and not new.question:
        missing["question"] = _same_question(drafting.con, doc, new)
    return replace(new, **missing)


def _said(drafting: Drafting, doc: Doc, made: str) -> str:
    """Return the days of a statement; words count from the day of the only publication."""
    days = {cited["published"] for cited in doc.get("citations") or () if "published" in cited}
    said, _ = documents.said_on(drafting, made, days.pop() if len(days) == 1 else None)
    return f"{said.earliest}..{said.latest}"


def _same_question(con: sqlite3.Connection, doc: Doc, new: NewForecast) -> str | None:
    """Return the question that other accepted answers are about; None where it must be new."""
    if len(doc["parts"]) > 1 or new.accepts.options or new.accepts.unit:
        return None
    key = doc["parts"][0]["question"]["key"]
    number, kind = con.execute("SELECT id, kind FROM question WHERE key = ?", (key,)).fetchone()
    return None if kind == "event" else f"q{number}"


def _says_another(drafting: Drafting, doc: Doc, new: NewForecast) -> bool:
    """Say whether the words of a new claim give another deadline than those of the old one."""
    if not new.claim:
        return False
    made = _made(doc)
    before = whens.said_in(doc["claim"], made, drafting.calendar)
    return whens.said_in(new.claim, made, drafting.calendar) not in {None, before}


def _counted_anew(drafting: Drafting, doc: Doc, new: NewForecast) -> str | None:
    """Return the words of a deadline that give another day from the new day of the statement.

    None where the day that stands does not come from them: somebody typed it.
    """
    words = doc.get("deadline_phrase")
    if not new.made or not words or _says_another(drafting, doc, new):
        return None
    made = documents.said_on(drafting, _said(drafting, doc, new.made), None)[0]
    before, after = (read_deadline(words, day, drafting.calendar) for day in (_made(doc), made))
    stood = before is not None and str(before.deadline) == doc.get("deadline")
    moved = before and after and after.deadline and after.deadline != before.deadline
    return str(words) if stood and moved else None


def _made(doc: Doc) -> Window:
    first = dt.date.fromisoformat(doc["made_on"])
    return Window(first, dt.date.fromisoformat(doc.get("made_on_latest") or doc["made_on"]))


def _staying(redated: bool, new: NewForecast) -> set[str]:
    """Return the fields that stay as they are, or stay empty."""
    names = {"updates", "struck", "retracted"}
    if not new.checkable:
        names.update({"void", "void_proof"})
    if new.vague is None and not new.checkable:
        names.add("vague_proof")
    if not redated:
        names.update(DEADLINE)
    if new.accepts == Accepts():
        names.add("spread")
    return names


def _asked(doc: Doc, fresh: Doc, new: NewForecast, redated: bool) -> Doc:
    """Return parts, join and condition: anew where the request names them."""
    anew = new.all_of or new.any_of or new.question or new.accepts != Accepts()
    stands: Doc = {n: fresh.get(n) for n in _JOINED} if anew else _turned(doc, new)
    if len(stands["parts"]) == 1 and not anew:
        stands["parts"] = [_limited(stands["parts"][0], doc, fresh, new, redated)]
    return {**stands, "given": fresh.get("given") if new.given else doc.get("given")}


def _turned(doc: Doc, new: NewForecast) -> Doc:
    """Return the parts that stand, turned inside out where the polarity was put right."""
    parts, join = doc["parts"], doc.get("join")
    if new.negated is None or new.negated == answers.denied(doc):
        return {"parts": list(parts), "join": join, "negated": doc.get("negated")}
    turned = [{**part, "negated": not part.get("negated")} for part in parts]
    other = {"all": "any", "any": "all"}.get(join or "all") if len(parts) > 1 else join
    return {"parts": turned, "join": other, "negated": new.negated}


def _limited(part: Doc, doc: Doc, fresh: Doc, new: NewForecast, redated: bool) -> Doc:
    """Return the only part with the days it accepts as the request names them."""
    if not (redated or new.after):
        return part
    named = set(_ENDS) if redated else set()
    on_day = part.get("after") is not None and part.get("after") == doc.get("deadline")
    if new.after or (redated and on_day):
        named |= set(_STARTS)
    kept = {name: value for name, value in part.items() if name not in named}
    first = fresh["parts"][0]
    limits = {n: v for n, v in first.items() if n in _ENDS + _STARTS}
    # "not before 2021" makes a forecast negative, whatever it was.
    turned = new.negated is None and bool(first.get("negated")) != answers.denied(doc)
    return {**kept, **limits, "negated": turned or bool(part.get("negated"))}


def _cited(doc: Doc, new: NewCitation) -> NewCitation:
    """Return the citation that is put right, with the fields of the request in place."""
    citations = doc.get("citations") or [{}]
    named = {name: getattr(new, name) for name in NewCitation.__dataclass_fields__}
    stands = citations[_place(doc, new.source)]
    return NewCitation(**{**stands, **{k: v for k, v in named.items() if v}})


def _citations(doc: Doc, fresh: Doc, new: NewForecast) -> list[Doc]:
    """Return all citations, the one that the request is about replaced."""
    citations = list(doc.get("citations") or ())
    if new.citation:
        place = _place(doc, new.citation.source)
        citations[place : place + 1] = fresh["citations"]
    return citations


def _place(doc: Doc, source: str | None) -> int:
    """Return which citation is meant: the one of that outlet, else the first."""
    names = [citation["source"] for citation in doc.get("citations") or ()]
    return names.index(source) if source in names else 0
