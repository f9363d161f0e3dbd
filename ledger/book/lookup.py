"""Finding what a user names: a forecast by number, a question as qN, a name."""

import re
import sqlite3
import unicodedata

from ledger.core import checks
from ledger.errors import InputError, NotFoundError
from ledger.store import queries

# How a forecast is named: by its number, also as text, or by its key.
Named = int | str

LARGEST = 2**63 - 1  # what the database takes for a number


def forecast(con: sqlite3.Connection, named: Named) -> int:
    """Return the number of an existing forecast, named by its number or its key.

    Digits are a number first: a key of digits alone is found where no such number is.
    """
    text = str(named).strip()
    digits = re.fullmatch(r"[0-9]{1,19}", text) is not None
    number = int(text) if digits and int(text) <= LARGEST else 0
    sql = "SELECT id FROM forecast WHERE id = :id OR key = :key ORDER BY id <> :id LIMIT 1"
    found = con.execute(sql, {"id": number, "key": text}).fetchone()
    if found:
        return int(found[0])
    if is_question(text):
        raise InputError(f"{text} is a question; see `ledger question show {text.lower()}`")
    if re.fullmatch(r"-?[0-9]+", text):
        raise NotFoundError(
            f"there is no forecast {checks.shown(text)}; `ledger list` shows the numbers"
        )
    raise NotFoundError(
        f'no forecast has the key "{checks.shown(text)}"; '
        "write the number of a forecast, as in 3 (`ledger list` shows them)"
    )


def is_question(text: str) -> bool:
    """Say whether a text names a question (qN) rather than words one."""
    return re.fullmatch(r"[qQ][0-9]{1,18}", text.strip()) is not None


def question(con: sqlite3.Connection, name: str) -> int:
    """Return the number of the question that is named "q7", after any merging."""
    if not is_question(str(name)):
        meant = f"q{name}" if str(name).isdecimal() else "q7"
        raise InputError(
            f'"{checks.shown(str(name))}" is not the name of a question; write {meant}'
        )
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
    """Return the questions that ask exactly this, compared as names are."""
    found = con.execute(queries.QUESTIONS_WITH_TEXT, {"text": checks.folded(text)})
    return [int(number) for (number,) in found]


def sought(text: str | None) -> str | None:
    """Return words to search for as texts are compared; blanks around them are none of theirs."""
    return None if text is None else checks.folded(unicodedata.normalize("NFC", text))


def forecaster(con: sqlite3.Connection, name: str, option: str = "--by") -> tuple[int, str]:
    """Return number and name of the forecaster meant, counted under the main name.

    `option` is what a refusal tells to write the whole name behind.
    """
    found = forecaster_itself(con, name, option)
    if found["same_as"]:
        return int(found["same_as"]), str(found["same_as_name"])
    return int(found["id"]), str(found["name"])


def forecaster_itself(con: sqlite3.Connection, name: str, option: str = "--by") -> queries.Row:
    """Return the row of the name meant: itself, and not whom it is another name of."""
    found = {r["id"]: r for r in queries.rows(con, queries.FORECASTERS)}
    names = [(r["id"], str(r["name"])) for r in found.values()]
    shows = "`ledger forecaster list` shows them"
    return found[_meant(names, name, ("forecaster", shows), option)]


def known_name(con: sqlite3.Connection, table: str, name: str) -> str:
    """Return a name as the book has it, where it differs from one there by case or blanks alone.

    `table` is forecaster or source.
    """
    sql = f"SELECT name FROM {table} WHERE name = :name"  # noqa: S608 - one of two tables
    if con.execute(sql, {"name": name}).fetchone():
        return name
    folded = checks.folded(name)
    everybody = con.execute(f"SELECT name FROM {table} ORDER BY id")  # noqa: S608 - see above
    return next((str(known) for (known,) in everybody if checks.folded(known) == folded), name)


def source(con: sqlite3.Connection, name: str) -> tuple[int, str]:
    """Return number and name of the outlet meant."""
    found = {r["id"]: str(r["name"]) for r in queries.rows(con, queries.SOURCES)}
    number = _meant(list(found.items()), name, ("source", _SOURCES), "--source")
    return number, found[number]


def tags(con: sqlite3.Connection, wanted: str) -> list[str]:
    """Return every spelling of a tag in the book; the one that was asked for comes first.

    Spellings differ by case alone; only a file brings in a second one.
    """
    if found := _spellings(con, wanted):
        return found
    raise NotFoundError(f'no forecast is tagged "{checks.shown(wanted)}"; see `ledger list`')


def known_tag(con: sqlite3.Connection, tag: str) -> str:
    """Return a tag as the book has it, where it differs from one there by case alone."""
    return next(iter(_spellings(con, tag)), tag)


def _spellings(con: sqlite3.Connection, wanted: str) -> list[str]:
    written = wanted.strip()
    known = (str(tag) for (tag,) in con.execute("SELECT DISTINCT tag FROM tag ORDER BY tag"))
    found = [tag for tag in known if checks.folded(tag) == checks.folded(written)]
    return sorted(found, key=lambda tag: tag != written)


_SOURCES = "`ledger scorecard --per source` shows them"


def _meant(names: list[tuple[int, str]], wanted: str, what: tuple[str, str], option: str) -> int:
    """Return the one whose name it is, else the only one whose name holds the words.

    `what` is the kind of name, and where its names are shown.
    """
    folded = checks.folded(wanted)
    exact = [
        (name != wanted.strip(), number) for number, name in names if checks.folded(name) == folded
    ]
    if exact:
        return min(exact)[1]  # a file may have brought in names that differ by case alone
    found = [(number, name) for number, name in names if folded in checks.folded(name)]
    if not found or not folded:
        raise NotFoundError(f'no {what[0]} is called "{wanted}"; {what[1]}')
    if len(found) > 1:
        some = ", ".join(sorted(name for _, name in found)[:8])
        raise InputError(f'"{wanted}" fits several: {some}; write {option} with the whole name')
    return found[0][0]
