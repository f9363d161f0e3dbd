"""Whether a document says only what the book has: what is new in it, and what differs.

A forecast is held against its document as first recorded and as it stands now, so that an
older file is known to the book after citations, updates and rulings have come in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ledger.core.rulings import FORMS
from ledger.exchange.rules import parts

Doc = dict[str, Any]

_APART = {"key", "citations", "rulings", "updates", "links", "parts", "given"}
_GROWING = ("updates", "links")
_SAID = (*FORMS, "high", "on_latest", "final", "note", "by", "why")
_ASKED = ("question", "after_question", "until_question")


@dataclass(frozen=True, slots=True)
class Difference:
    """What a document says beyond the book: fields that differ, citations, rulings."""

    fields: tuple[str, ...] = ()
    citations: tuple[Doc, ...] = ()
    rulings: tuple[Doc, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.fields or self.citations or self.rulings)


def compare(doc: Doc, first: Doc, now: Doc) -> Difference:
    """Hold a document against the book's, all three in their normal form."""
    versions = (first, now)
    names = sorted({name for d in (doc, *versions) for name in d} - _APART)
    fields = [n for n in names if _own(doc, n) not in [_own(v, n) for v in versions]]
    if _shape(doc) not in map(_shape, versions) or _asks_otherwise(doc, versions):
        fields.append("parts")
    fields += [
        name
        for name in _GROWING
        if any(item not in _all(versions, name) for item in doc.get(name, ()))
    ]
    ruled = list(_ruled(_all(versions, "rulings")))
    return Difference(
        tuple(fields),
        tuple(c for c in doc.get("citations", ()) if c not in _all(versions, "citations")),
        tuple(r for r in doc.get("rulings", ()) if not any(_is_in(r, known) for known in ruled)),
    )


def _own(doc: Doc, name: str) -> Any:
    value = doc.get(name)
    if name == "forecaster":
        return {"kind": "person", **doc["forecaster"]}
    return set(value) if name == "tags" and value else value


def _all(versions: Iterable[Doc], name: str) -> list[Doc]:
    return [item for doc in versions for item in doc.get(name, ())]


def _shape(doc: Doc) -> list[Any]:
    """Return the parts with nothing of their questions but the keys."""
    return [
        (path, {n: v["key"] if n in _ASKED else v for n, v in part.items()})
        for path, part in parts(doc)
    ]


def _questions(doc: Doc) -> Iterator[Doc]:
    for _, part in parts(doc):
        yield from (part[name] for name in _ASKED if name in part)


def _asks_otherwise(doc: Doc, versions: Iterable[Doc]) -> bool:
    """Say whether a question is given with words that it never had."""
    known = [question for version in versions for question in _questions(version)]
    return any(
        all(value != other.get(name) for other in known if other["key"] == asked["key"])
        for asked in _questions(doc)
        for name, value in asked.items()
    )


def _ruled(rulings: Iterable[Doc]) -> Iterator[Doc]:
    """Yield rulings, and those they replaced."""
    for ruling in rulings:
        said: Doc | None = ruling
        while said:
            yield {**said, "question": ruling["question"]}
            said = said.get("replaces")


def _is_in(ruling: Doc, known: Doc) -> bool:
    """Say whether a ruling the book has says all that this one says."""
    proof = [item["url"] for item in known.get("evidence", ())]
    return (
        ruling["question"] == known["question"]
        and all(ruling[name] == known.get(name) for name in _SAID if name in ruling)
        and all(item["url"] in proof for item in ruling.get("evidence", ()))
    )
