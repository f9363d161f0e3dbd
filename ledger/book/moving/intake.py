"""Taking documents into the book, within one transaction, or saying why not."""

import json
from collections.abc import Iterable
from typing import Any

from ledger.book.moving import advice, records
from ledger.book.moving.known import Found, Known
from ledger.core.chain import canonical
from ledger.core.plain import BODY, CITED, DEADLINE, FORECASTER, KEY, NEGATED, Plain
from ledger.core.reports import Problem
from ledger.errors import ConflictError, LedgerError
from ledger.exchange import flat
from ledger.store import codec
from ledger.store.bulk import Loader
from ledger.store.journal import Journal

Doc = dict[str, Any]
# Plain rows; or the number of a line, its document, and whether it was a flat row.
Taken = list[Plain] | tuple[int, Doc, bool]


class Intake:
    """Records the rows of a file; what the book has already is known to it.

    Once something is wrong the rest is taken in all the same, so that every problem is
    found; whoever opened the transaction then undoes it.
    """

    def __init__(self, journal: Journal, known: Known, problems: list[Problem]) -> None:
        self.journal = journal
        self.book = known
        self.problems = problems
        self.added = 0  # forecasts
        self.others = 0  # lines of other kinds
        self.known = 0
        self.citations = 0  # of known forecasts
        self.undated = 0  # forecasts of flat rows without a deadline
        self._first = journal.seq + 1
        self._refused: set[int] = set()  # entries that are undone
        self._loader = Loader(journal)

    def record(self, rows: Iterable[Taken]) -> None:
        """Record rows; the problems tell whether all of them can stay."""
        for row in rows:
            if isinstance(row, list):
                self._plain(row)
            elif row[1]:
                self._loader.settle()
                self._long(*row)
        self._loader.settle()
        self.added += self._loader.added
        if not self.problems:
            self.journal.projection.finish()
        self._find_loose_links()

    def _plain(self, rows: list[Plain]) -> None:
        """Record plain rows, under the names that the book has; what it has met takes longer."""
        by, at = self.book.names.forecasters, self.book.names.sources
        otherwise = [
            place
            for place, row in enumerate(rows)
            if by[row[FORECASTER]] != row[FORECASTER]
            or (row[CITED] and at[row[CITED][0]] != row[CITED][0])
        ]
        for place in otherwise:
            rows[place] = self._named(rows[place])
        left = self._loader.take(rows)
        self.undated += _undated(rows) - _undated(left)
        for row in left:
            self._loader.settle()
            self._long(row[0], json.loads(row[BODY]), is_flat=True)

    def _named(self, row: Plain) -> Plain:
        """Return a plain row with the names that the book has."""
        doc: Doc = json.loads(row[BODY])
        name = self.book.names.forecasters[row[FORECASTER]]
        if name != row[FORECASTER]:
            doc["forecaster"]["name"] = name
            said = {**doc, "forecaster": name, "negated": row[NEGATED]}
            del said["key"]
            doc["key"] = flat.forecast_key(said)
        for citation in doc.get("citations", ()):
            citation["source"] = self.book.names.sources[citation["source"]]
        cited = row[CITED] and (doc["citations"][0]["source"], *row[CITED][1:])
        return (*row[:KEY], doc["key"], *row[KEY + 1 : FORECASTER], name,
                *row[FORECASTER + 1 : CITED], cited, *row[CITED + 1 : BODY],
                canonical(doc))  # fmt: skip

    def _long(self, line: int, doc: Doc, is_flat: bool) -> None:
        """Record a document the long way, unless the book knows it."""
        try:
            new = (
                records.take(self.journal, doc)
                if "record" in doc
                else self._take(line, doc, is_flat)
            )
        except LedgerError as error:
            self.problems.append(Problem(line, *self._refusal(doc, error, is_flat=is_flat)))
            self._refused.add(self.journal.seq)
            return
        finally:
            lines = self._loader.lines
            lines.extend([line] * (self.journal.seq + 1 - self._first - len(lines)))
        self.known += not new
        if "record" in doc:
            self.others += new
            return
        self.added += new
        self.undated += new and is_flat and "deadline" not in doc
        if not is_flat:
            self.book.names.met(doc)

    def _take(self, line: int, doc: Doc, is_flat: bool) -> bool:
        state = self.journal.projection.state
        found = self.book.find(doc, state.flush)
        if found is None:
            self.book.note(line, doc)
            self.journal.new_forecast(doc)
            return True
        new = found.difference
        if is_flat and not (new.fields or new.rulings):
            for citation in new.citations:
                self.journal.record("citation", citation, about=f"f{found.number}")
            self.citations += len(new.citations)
        elif new:
            state.flush()
            self.problems.append(Problem(line, *self._conflict(doc, found, is_flat=is_flat)))
        return False

    def _conflict(self, doc: Doc, found: Found, *, is_flat: bool) -> tuple[str, str]:
        """Return the column of what the book has otherwise, and what to do about it."""
        new, line = found.difference, self._line(found.entry)
        if new.fields:
            where = f"line {line}" if line else f"forecast {found.number}"
            return "key", (
                f'another forecast has the key "{doc["key"]}": {where}, with other words for '
                f"{', '.join(new.fields)}; give this one a key of its own, or amend the other"
            )
        where = (
            f"line {line} has this forecast"
            if line
            else f"this is in the book as forecast {found.number},"
        )
        if new.rulings:
            outcome, fix = self._advice(new.rulings[0])
            fix = "say the same in both lines" if line else fix
            return "happened" if is_flat else "rulings", f"{where} {outcome}; {fix}"
        outlet = new.citations[0]["source"]
        fix = f"cite it with `{advice.cite(found.number, new.citations[0])}`"
        return "citations", f"{where} without this citation of {outlet}; {fix}"

    def _advice(self, ruling: Doc) -> tuple[str, str]:
        """Return how the ruling that stands differs, and the command that rules."""
        said, command = codec.said(ruling), self._command(ruling)
        standing = self.book.ruled(ruling["question"])
        if not standing:
            return "without an outcome", f"rule on it with `{command}`"
        same = [number for number, _, words in standing if words == canonical(said)]
        what = "other evidence or words for its outcome" if same else "another outcome"
        number = (same or [standing[-1][0]])[0]
        return f"with {what}", f"put it right with `{command} --replace {number} --why ...`"

    def _command(self, ruling: Doc) -> str:
        """Return the command that rules as a document does."""
        return advice.resolve(self.book.asked(ruling["question"]), ruling)

    def _refusal(self, doc: Doc, error: LedgerError, *, is_flat: bool) -> tuple[str, str]:
        """Return the column of what the journal refused, and what it does not go with."""
        self.journal.projection.state.flush()
        question, said = self.book.ruled_last(self.journal.seq)
        for n, ruling in enumerate(doc.get("rulings", ()), 1):
            key = ruling["question"]
            if canonical(codec.said(ruling)) == said and self.book.asked(key) == question:
                standing = self.book.ruled(key)
                others = [f for f in standing if f[2] != said and f[1] not in self._refused]
                if others and isinstance(error, ConflictError):
                    column = "happened" if is_flat else f"rulings[{n}]"
                    return column, self._contradicted(doc, ruling, *others[-1])
        return "1", str(error)

    def _contradicted(self, doc: Doc, ruling: Doc, number: int, entry: int, words: str) -> str:
        """Name the ruling that answers the question of another one: of this file, or the book."""
        answer = " ".join(map(str, json.loads(words).values()))
        if line := self._line(entry):
            return (
                f"this contradicts line {line}, which answers the same question "
                f"otherwise ({answer}); correct one of them"
            )
        if entry == self.journal.seq:
            said = [canonical(codec.said(one)) for one in doc["rulings"]]
            return (
                f"rulings[{said.index(words) + 1}] answers the same question already ({answer}); "
                "correct or drop one of them"
            )
        return (
            f"the book answers this question already ({answer}); correct the file, or the book "
            f"first: `{self._command(ruling)} --replace {number} --why ...`"
        )

    def _line(self, entry: int) -> int:
        """Return the line of this file that an entry comes from; 0 for an older one."""
        place = entry - self._first
        return self._loader.lines[place] if 0 <= place < len(self._loader.lines) else 0

    def _find_loose_links(self) -> None:
        self.problems.extend(
            Problem(line, "links", f'no forecast has the key "{key}"; correct or drop the link')
            for line, key in self.book.loose_links()
        )


def _undated(rows: Iterable[Plain]) -> int:
    return sum(row[DEADLINE] is None for row in rows)
