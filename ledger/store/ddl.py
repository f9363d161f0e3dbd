"""Render the schema: `schema.sql` for new books, and the tables of `docs/schema.md`.

`python -m ledger.store.ddl sql > ledger/store/schema.sql` and
`python -m ledger.store.ddl docs > docs/schema.md` rewrite the generated files.
"""

import sys

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel

from ledger.store import tables

# REPLACE INTO removes a row without asking a DELETE trigger, so INSERT is guarded as well.
TRIGGERS = """\
CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER entry_is_new BEFORE INSERT ON entry
WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM entry)
  OR (NEW.request <> '' AND EXISTS (SELECT 1 FROM entry WHERE request = NEW.request))
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
"""

NOTE = "-- Generated from ledger/store/tables.py; do not edit.\n"


def all_tables() -> list[Table]:
    """Return the tables, each after those it refers to by name in the source."""
    return [SQLModel.metadata.tables[name] for name in _classes()]


def _classes() -> dict[str, type[SQLModel]]:
    found = (value for value in vars(tables).values() if isinstance(value, type))
    models = (c for c in found if issubclass(c, SQLModel) and c is not SQLModel)
    return {str(c.__tablename__): c for c in models}


def sql() -> str:
    """Return the statements that make an empty book."""
    statements = []
    for table in all_tables():
        statements.append(str(CreateTable(table).compile(dialect=dialect())).strip() + ";\n")
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        statements += [str(CreateIndex(i).compile(dialect=dialect())) + ";\n" for i in indexes]
    text = "\n".join(statements).replace("\t", "    ").replace(" \n", "\n")
    return NOTE + "\n" + text + "\n" + TRIGGERS


def docs() -> str:
    """Return the page that explains every column."""
    lines = ["# The tables of a book", "", "Generated from `ledger/store/tables.py`."]
    for table in all_tables():
        summary = _classes()[table.name].__doc__ or ""
        lines += [
            "",
            f"## {table.name}",
            "",
            summary,
            "",
            "| column | type | what |",
            "|---|---|---|",
        ]
        lines += [f"| {c.name} | {_type(c)} | {c.comment} |" for c in table.columns]
    return "\n".join(lines) + "\n"


def _type(column: object) -> str:
    kind = str(column.type).lower()  # type: ignore[attr-defined]
    text = {"varchar": "text", "integer": "integer", "float": "real"}.get(kind, kind)
    return text + (", may be empty" if column.nullable else "")  # type: ignore[attr-defined]


if __name__ == "__main__":
    sys.stdout.write(docs() if sys.argv[1:] == ["docs"] else sql())
