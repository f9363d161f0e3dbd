"""Transactions: all of it is stored or nothing, and what is read belongs together.

Writers take the lock at once (BEGIN IMMEDIATE) and, where somebody else holds it, try again
after short random pauses: no writer starves.
"""

import os
import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ledger.errors import BookFileError, LedgerError

READ_WAIT = 30.0  # seconds a reader waits for a writer to finish
_WRITE_WAIT = 60.0  # seconds a writer waits for its turn
_PAUSE = (0.0005, 0.004)  # seconds between two tries


@contextmanager
def write_lock(con: sqlite3.Connection) -> Iterator[None]:
    """Hold the only write lock for one transaction: all of it is stored, or nothing."""
    _begin(con)
    try:
        yield
        con.execute("COMMIT")
    except sqlite3.Error as error:
        _rollback(con)
        raise explained(error, _file(con)) from error
    except BaseException:
        _rollback(con)
        raise


@contextmanager
def snapshot(con: sqlite3.Connection) -> Iterator[None]:
    """Read as of one moment, whoever writes meanwhile: several queries fit together."""
    if con.in_transaction:
        yield
        return
    con.execute("BEGIN")
    try:
        yield
    finally:
        _rollback(con)


def _begin(con: sqlite3.Connection) -> None:
    give_up = time.monotonic() + _WRITE_WAIT
    con.execute("PRAGMA busy_timeout=0")
    try:
        while True:
            try:
                con.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > give_up:
                    raise explained(error, _file(con)) from error
                time.sleep(random.uniform(*_PAUSE))  # noqa: S311 - spreads writers, no secret
            else:
                return
    finally:
        con.execute(f"PRAGMA busy_timeout={int(READ_WAIT * 1000)}")


def _rollback(con: sqlite3.Connection) -> None:
    if con.in_transaction:
        con.execute("ROLLBACK")


def _file(con: sqlite3.Connection) -> Path:
    """Return the file of a book."""
    return Path(con.execute("PRAGMA database_list").fetchone()[2])


def explained(error: sqlite3.Error, path: Path) -> LedgerError:
    """Return what the database complains of as a refusal that says what to do."""
    text = str(error)
    if "locked" in text:
        return BookFileError(f"another program is writing to {path}; try again in a moment")
    if "readonly" in text and os.access(path.parent, os.W_OK):
        return BookFileError(f"{path} cannot be written; check the file's permissions")
    if "readonly" in text or "unable to open" in text:
        return BookFileError(
            f"the folder {path.parent} cannot be written, and a write needs a second file "
            "beside the book; check its permissions"
        )
    if "full" in text or "disk I/O" in text:
        return BookFileError(f"nothing was recorded: {text}; free some space, then try again")
    return BookFileError(f"nothing was recorded: {text}; run `ledger verify`")
