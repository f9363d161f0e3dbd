"""Questions, their rulings, and what is known of them at this point of the journal."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ledger.core import rulings
from ledger.core.chain import Entry, canonical
from ledger.core.model import Knowledge, Question
from ledger.errors import ConflictError
from ledger.store import codec
from ledger.store.codec import Doc
from ledger.store.rows import Rows

_COLUMNS = ("id", *codec.QUESTION, "known", "final", "annulled", "public_on")
_STORED = f"SELECT {', '.join(_COLUMNS)} FROM question WHERE id = :id"  # noqa: S608 - our columns
_NUMBER = "SELECT COALESCE(merged_into, id) FROM question WHERE key = :key"
_KEEP = 5_000  # questions kept in memory between two writes


@dataclass(slots=True)
class Asked:
    """A question in hand: what it is, what is known, and whether its row is up to date."""

    question: Question
    knowledge: Knowledge
    annulled: str | None = None
    stored: bool = False
    moved: bool = False
    used: bool = False
    said: set[str] = field(default_factory=set)


class Questions:
    """Finds or makes questions, and lets them learn."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self._asked: dict[int, Asked] = {}
        self._numbers: dict[str, int] = {}
        self._new: list[Asked] = []
        self._moved: set[int] = set()

    def __getitem__(self, number: int) -> Knowledge:
        return self.asked(number).knowledge

    def asked(self, number: int) -> Asked:
        """Return a question in hand, read from the book where needed."""
        if number not in self._asked:
            self._keep(_asked(self.rows.stored(_STORED, {"id": number})[0]))
        return self._asked[number]

    def number(self, doc: Doc) -> int:
        """Return the number of a question named by its key; a new one is made."""
        return self._number(doc["key"]) or self.make(doc)

    def _number(self, key: str) -> int | None:
        if key not in self._numbers:
            found = self.rows.stored(_NUMBER, {"key": key})
            if not found:
                return None
            self._numbers[key] = int(found[0][0])
        return self._numbers[key]

    def make(self, doc: Doc) -> int:
        """Make a question whose key is not in the book yet."""
        number = self.rows.next_id("question")
        question = codec.question(number, doc)
        self._new.append(self._keep(Asked(question, rulings.unknown(question))))
        return number

    def rule(self, entry: Entry, number: int, doc: Doc) -> int | None:
        """Let a question learn; return the number of the ruling, None if it was known."""
        asked = self.asked(number)
        what = canonical(codec.said(doc))
        earlier = doc.get("replaces")
        if not isinstance(earlier, int) and what in self._said(asked):
            return None
        replaced = (
            self._checked(number, earlier)
            if isinstance(earlier, int)
            else self._history(entry, number, earlier)
        )
        ruling = self._insert(entry, number, doc, what, replaced)
        if replaced is None:
            made = codec.ruling(asked.question, doc)
            asked.knowledge = rulings.learn(asked.question, asked.knowledge, made)
            asked.annulled = doc.get("void") or asked.annulled
            asked.said.add(what)
        else:
            self.rows.update("ruling", replaced, {"replaced_by": ruling})
            self.relearn(number)
        self._touch(asked)
        return ruling

    def _insert(self, entry: Entry, number: int, doc: Doc, what: str, replaced: int | None) -> int:
        ruling = self.rows.next_id("ruling")
        self.rows.insert("ruling", {
            "id": ruling, "question_id": number, "entry": entry.seq,
            "said": what, "ruled_by": doc.get("by"),
            "note": doc.get("note"), "replaces": replaced, "why": doc.get("why"),
        })  # fmt: skip
        for place, item in enumerate(doc.get("evidence") or (), 1):
            self.rows.insert("evidence", {"ruling_id": ruling, "n": place, **item})
        return ruling

    def relearn(self, number: int) -> None:
        """Work out anew what is known of a question from the rulings that stand."""
        asked = self.asked(number)
        standing = self._standing(number)
        asked.knowledge, asked.annulled = rulings.unknown(asked.question), None
        for _, said, dates in standing:
            evidence = [{"date": date} for date in dates]
            doc = {**json.loads(said), "evidence": evidence, "replaces": True}
            made = codec.ruling(asked.question, doc)
            asked.knowledge = rulings.learn(asked.question, asked.knowledge, made, again=True)
            asked.annulled = doc.get("void") or asked.annulled
        asked.said = {said for _, said, _ in standing}
        self._touch(asked)

    def change(self, number: int, question: Question) -> None:
        """Put an edited question in the place of the old one."""
        self.asked(number).question = question
        self.relearn(number)

    def forget(self, number: int) -> None:
        """Let go of a question whose row was changed in its table, and of names that led to it."""
        asked = self._asked.pop(number, None)
        if asked and asked.moved:
            self.rows.update("question", number, _row(asked))
        self._moved.discard(number)
        self._numbers = {key: n for key, n in self._numbers.items() if n != number}

    def take_moved(self) -> set[int]:
        """Return the stored questions whose answers moved since the last call."""
        moved, self._moved = self._moved, set()
        return moved

    def insert_new(self) -> None:
        """Hand over the rows of new questions, before rows that point to them."""
        for asked in self._new:
            self.rows.insert("question", _row(asked))
            asked.stored, asked.moved = True, False
        self._new.clear()

    def update_moved(self) -> None:
        """Bring the rows of stored questions up to date, and let go of most in hand."""
        for asked in [a for a in self._asked.values() if a.moved]:
            self.rows.update("question", asked.question.id, _row(asked))
            asked.moved = False
        if len(self._asked) > _KEEP:
            self._asked.clear()
            self._numbers.clear()

    def _touch(self, asked: Asked) -> None:
        asked.moved = True
        if asked.used:
            self._moved.add(asked.question.id)

    def _keep(self, asked: Asked) -> Asked:
        self._asked[asked.question.id] = asked
        self._numbers[asked.question.key] = asked.question.id
        return asked

    def _history(self, entry: Entry, number: int, earlier: Doc | None) -> int | None:
        """Return the ruling that a document's ruling replaces, inserted where it is not there.

        It teaches nothing: what it said has been taken back.
        """
        if earlier is None:
            return None
        what = canonical(codec.said(earlier))
        same = [ruling for ruling, said, _ in self._standing(number) if said == what]
        if same:
            return same[-1]
        before = self._history(entry, number, earlier.get("replaces"))
        ruling = self._insert(entry, number, earlier, what, before)
        if before is not None:
            self.rows.update("ruling", before, {"replaced_by": ruling})
        return ruling

    def _checked(self, number: int, ruling: int) -> int:
        sql = "SELECT replaced_by FROM ruling WHERE id = :id AND question_id = :q"
        found = self.rows.query(sql, {"id": ruling, "q": number})
        if not found or found[0][0] is not None:
            raise ConflictError(
                f"q{number} has no standing ruling {ruling}; "
                f"`ledger question show q{number}` lists them"
            )
        return ruling

    def _said(self, asked: Asked) -> set[str]:
        if asked.stored and not asked.said:
            asked.said.update(said for _, said, _ in self._standing(asked.question.id))
        return asked.said

    def _standing(self, number: int) -> Sequence[tuple[int, str, list[str]]]:
        """Return the rulings that stand: number, what was said, the dates of the evidence."""
        found = self.rows.query(
            "SELECT id, said FROM ruling WHERE question_id = :q AND replaced_by IS NULL "
            "ORDER BY id",
            {"q": number},
        )
        dated = "SELECT date FROM evidence WHERE ruling_id = :id AND date IS NOT NULL"
        return [(n, said, [d for (d,) in self.rows.query(dated, {"id": n})]) for n, said in found]


def _asked(found: tuple[Any, ...]) -> Asked:
    row = dict(zip(_COLUMNS, found, strict=True))
    question = codec.question(row["id"], {**row, "options": json.loads(row["options"] or "[]")})
    knowledge = codec.knowledge(question, row)
    return Asked(question, knowledge, row["annulled"], stored=True, used=True)


def _row(asked: Asked) -> dict[str, Any]:
    question, known = asked.question, asked.knowledge
    nothing = known.possible == question.universe()
    return {
        "id": question.id, "key": question.key, "text": question.text, "kind": question.kind.value,
        "options": json.dumps(question.options, ensure_ascii=False) if question.options else None,
        "ordered": int(question.ordered), "unit": question.unit,
        "opens": question.opens.isoformat() if question.opens else None,
        "criteria": question.criteria, "judge": question.judge,
        "known": None if nothing else codec.spans_text(known.possible),
        "final": int(known.final), "annulled": asked.annulled,
        "public_on": known.public_on.isoformat() if known.public_on else None,
    }  # fmt: skip
