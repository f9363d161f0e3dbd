"""The rows of plain forecasts: what each table takes from one, and the statements for it."""

import sqlite3
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain, count
from typing import Any

# For each table, in the order of the references: its columns, each with the value that is bound
# to it or, after "=", what it always is. A value that two columns take is bound once. Columns
# that are not named stay empty.
_TABLES: Mapping[str, str] = {
    "entry": """
        seq:seq recorded_at:now kind='forecast' about:about request='' body:body hash:hash""",
    "question": """
        id:id key:key text:text kind='event' ordered=0 known:known final:final""",
    "forecast": """
        id:id key:key entry:entry claim:claim forecaster_id:scored said_by:said_by role:role
        made_on:made made_on_latest:made deadline:due deadline_earliest:due probability:p
        phrase:phrase negated:negated joined='all' note:note question_id:question
        verdict:verdict days_late:late state:state scored_probability:p scored_phrase:phrase
        updates=0 answered_on:answered""",
    "part": "forecast_id:forecast n=1 question_id:question negated:negated",
    "citation": """
        id:id forecast_id:forecast article_id:article own_voice=0 source_id:source counted=1
        quote:quote state:state scored_probability:p scored_phrase:phrase question_id:question
        deadline:due negated:negated days_late:late""",
    "ruling": "id:id question_id:question entry:entry said:said",
}
_TOGETHER = 50  # rows in one statement


class Sheet:
    """Rows on their way into the tables: for each table the values to bind, row after row."""

    def __init__(self) -> None:
        self._values: dict[str, list[Any]] = {table: [] for table in _TABLES}

    def add(self, table: str, **columns: Iterable[Any]) -> None:
        """Add rows given column by column: every value that a row of the table takes."""
        in_order = map(columns.__getitem__, _bound(table))
        self._values[table].extend(chain.from_iterable(zip(*in_order, strict=True)))

    def write(self, con: sqlite3.Connection) -> None:
        """Insert the rows, table by table; the sheet is empty then."""
        for table, values in self._values.items():
            width = len(_bound(table))
            step = _TOGETHER * width
            whole = len(values) // step * step
            for start in range(0, whole, step):
                con.execute(_insert(table, _TOGETHER), values[start : start + step])
            for start in range(whole, len(values), width):
                con.execute(_insert(table, 1), values[start : start + width])
            values.clear()


def _columns(table: str) -> list[tuple[str, str, str]]:
    """Return name, mark (: or =) and value of the columns of a table."""
    found = (word.partition(":" if ":" in word else "=") for word in _TABLES[table].split())
    return list(found)


@lru_cache
def _bound(table: str) -> list[str]:
    """Return the names of the values that a row takes, in the order in which they are bound."""
    return list(dict.fromkeys(value for _, mark, value in _columns(table) if mark == ":"))


@lru_cache
def _insert(table: str, rows: int) -> str:
    """Return the statement that inserts some rows at once."""
    columns = _columns(table)
    marks = count(1)
    lines = []
    for _ in range(rows):
        numbers = {value: f"?{next(marks)}" for value in _bound(table)}
        lines.append(f"({', '.join(numbers.get(value, value) for _, _, value in columns)})")
    names = ", ".join(name for name, _, _ in columns)
    return f"INSERT INTO {table} ({names}) VALUES {', '.join(lines)}"  # noqa: S608 - our own text
