"""A program that works on a book, again and again: `writer.py BOOK NAME COUNT LOG [WORK]`.

WORK is add (the default), import, rule or backup. After each step that the book acknowledged,
a line "key seconds" goes to the log for each thing that is stored now: the key of a forecast,
"ruled:" and the key of one that is settled, "copy:" and the name of a copy.
"""

import datetime as dt
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ledger.book import Ledger, NewForecast, NewRuling, moving, recording, ruling, trust
from ledger.errors import LedgerError

TODAY = dt.date(2020, 1, 1)
NOTE = "x" * 3000


def add(book: Ledger, key: str) -> list[str]:
    book.add(NewForecast(said(key), by=speaker(key), key=key, note=NOTE), TODAY)
    return [key]


def take_in(book: Ledger, key: str) -> list[str]:
    keys = [f"{key}-{n}" for n in range(3)]
    rows = [
        {"key": one, "claim": said(one), "forecaster": speaker(one), "made_on": "2020-01-01",
         "deadline": "2020-12-31", "note": NOTE}
        for one in keys
    ]  # fmt: skip
    assert book.import_lines(map(json.dumps, rows)).added == len(keys)
    return keys


def rule(book: Ledger, key: str) -> list[str]:
    (question,) = book.add(NewForecast(said(key), by=speaker(key), key=key), TODAY).questions
    book.resolve(question, NewRuling(never=True), TODAY)
    return [key, f"ruled:{key}"]


def back_up(book: Ledger, key: str) -> list[str]:
    (_, _, file) = book.con.execute("PRAGMA database_list").fetchone()
    book.backup(Path(file).with_name(f"{key}.copy"))
    return [f"copy:{key}.copy"]


WORK: dict[str, Callable[[Ledger, str], list[str]]] = {
    "add": add, "import": take_in, "rule": rule, "backup": back_up,
}  # fmt: skip


def speaker(key: str) -> str:
    """Each program brings its own forecaster, so that none is held against what others add."""
    return key.partition("-")[0]


# What a verb loads when it is first used is loaded before the clock runs.
LOADED = [module.__name__ for module in (moving, recording, ruling, trust)]


def said(key: str) -> str:
    return f"A machine says that thing {key} happens by the end of 2020"


def main(path: str, name: str, count: str, log: str, work: str = "add") -> int:
    acknowledged = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    with Ledger.open(Path(path)) as book:
        for n in range(int(count)):
            started = time.monotonic()
            try:
                stored = WORK[work](book, f"{name}-{n}")
            except LedgerError as error:
                sys.stderr.write(f"{error}\n")
                return error.exit_code
            seconds = time.monotonic() - started
            os.write(acknowledged, "".join(f"{one} {seconds:.3f}\n" for one in stored).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
