"""Finding what a user names: a forecast by number, a question as qN, a name."""

import re
import sqlite3

from ledger.errors import InputError, NotFoundError


def forecast(con: sqlite3.Connection, number: int) -> int:
    """Return the number of an existing forecast."""
    found = con.execute("SELECT 1 FROM forecast WHERE id = :id", {"id": number}).fetchone()
    if not found:
        raise NotFoundError(f"there is no forecast {number}; `ledger list` shows the numbers")
    return number


def is_question(text: str) -> bool:
    """Say whether a text names a question (qN) rather than words one."""
    return re.fullmatch(r"[qQ][0-9]{1,18}", text.strip()) is not None


def question(con: sqlite3.Connection, name: str) -> int:
    """Return the number of the question that is named "q7", after any merging."""
    if not is_question(name):
        raise InputError(f'"{name}" is not the name of a question; write q7')
    number = int(name.strip()[1:])
    sql = "SELECT merged_into FROM question WHERE id = :id"
    found = con.execute(sql, {"id": number}).fetchone()
    if not found:
        raise NotFoundError(f"there is no question q{number}; `ledger question list` shows them")
    return question(con, f"q{found[0]}") if found[0] else number


def question_key(con: sqlite3.Connection, name: str) -> str:
    """Return the stable key of a question named "q7"."""
    number = question(con, name)
    return str(con.execute("SELECT key FROM question WHERE id = ?", (number,)).fetchone()[0])


def questions_with_text(con: sqlite3.Connection, text: str) -> list[int]:
    """Return the questions that ask exactly this, compared without regard to case."""
    sql = "SELECT id FROM question WHERE LOWER(text) = LOWER(:text) AND merged_into IS NULL"
    return [int(number) for (number,) in con.execute(sql, {"text": text})]
