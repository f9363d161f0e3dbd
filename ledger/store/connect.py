"""The only place that opens a book: pragmas, the checks on a file, and transactions.

Durability: a rollback journal with synchronous=EXTRA, so that an acknowledged write
survives a power cut. Writers take the lock at once (BEGIN IMMEDIATE) and, where somebody
else holds it, try again after short random pauses: no writer starves.
"""

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from ledger.errors import BookFileError, LedgerError

APPLICATION_ID = 0x4C444752  # "LDGR"
SCHEMA_VERSION = 1

_READ_WAIT = 30.0  # seconds a reader waits for a writer to finish
_WRITE_WAIT = 60.0  # seconds a writer waits for its turn
_PAUSE = (0.0005, 0.004)  # seconds between two tries


def create(path: Path) -> sqlite3.Connection:
    """Make a new, empty book; refuse a path where something stands already."""
    if path.exists():
        raise BookFileError(f"{path} exists already; name another file with --db")
    try:
        con = _open(path, "rwc")
        con.executescript(
            f"BEGIN IMMEDIATE;\n{schema()}\nPRAGMA application_id={APPLICATION_ID};\n"
            f"PRAGMA user_version={SCHEMA_VERSION};\nCOMMIT;"
        )
    except sqlite3.Error as error:
        raise BookFileError(f"cannot make a book at {path}: {error}; check the folder") from None
    return con


def connect(path: Path) -> sqlite3.Connection:
    """Open an existing book; refuse, untouched, what is no ledger or newer than this program."""
    if not path.is_file():
        raise BookFileError(f"there is no book at {path}; make one with `ledger --db {path} init`")
    _check_header(path)
    try:
        con = _open(path, "rw")
        con.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except sqlite3.Error as error:
        raise BookFileError(f"cannot open {path}: {error}; check the file") from None
    return con


def scratch() -> sqlite3.Connection:
    """Return an empty book in memory, to replay a journal into."""
    con = sqlite3.connect(":memory:", isolation_level=None)
    con.executescript(schema())
    con.execute("PRAGMA foreign_keys=ON")
    return con


def copy(con: sqlite3.Connection, path: Path) -> None:
    """Write a good copy of a book to a new file, whoever writes to the book meanwhile."""
    if path.exists():
        raise BookFileError(f"{path} exists already; name another file for the copy")
    try:
        other = sqlite3.connect(path)
        con.backup(other)
        other.close()
    except sqlite3.Error as error:
        path.unlink(missing_ok=True)
        raise BookFileError(f"cannot write a copy to {path}: {error}; check the folder") from None


def schema() -> str:
    """Return the statements that make an empty book."""
    return (files(__package__) / "schema.sql").read_text(encoding="utf-8")


@contextmanager
def write_lock(con: sqlite3.Connection) -> Iterator[None]:
    """Hold the only write lock for one transaction: all of it is stored, or nothing."""
    _begin(con)
    try:
        yield
        con.execute("COMMIT")
    except sqlite3.Error as error:
        _rollback(con)
        raise _explained(error) from error
    except BaseException:
        _rollback(con)
        raise


def _begin(con: sqlite3.Connection) -> None:
    give_up = time.monotonic() + _WRITE_WAIT
    con.execute("PRAGMA busy_timeout=0")
    try:
        while True:
            try:
                con.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > give_up:
                    raise _explained(error) from error
                time.sleep(random.uniform(*_PAUSE))  # noqa: S311 - spreads writers, no secret
            else:
                return
    finally:
        con.execute(f"PRAGMA busy_timeout={int(_READ_WAIT * 1000)}")


def _rollback(con: sqlite3.Connection) -> None:
    if con.in_transaction:
        con.execute("ROLLBACK")


def _explained(error: sqlite3.Error) -> LedgerError:
    text = str(error)
    if "locked" in text:
        return BookFileError("the book is in use by another program; try again in a moment")
    if "readonly" in text:
        return BookFileError("the book cannot be written; check the file's permissions")
    if "full" in text or "disk I/O" in text:
        return BookFileError(f"nothing was recorded: {text}; free some space, then try again")
    return BookFileError(f"nothing was recorded: {text}; run `ledger verify`")


def _open(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.resolve().as_uri()}?mode={mode}"
    con = sqlite3.connect(address, uri=True, isolation_level=None, timeout=_READ_WAIT)
    con.execute("PRAGMA synchronous=EXTRA")
    con.execute("PRAGMA foreign_keys=ON")
    con.execute("PRAGMA trusted_schema=OFF")
    return con


def _check_header(path: Path) -> None:
    """Read application id and version from the file's header without opening a database."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise BookFileError(f"cannot read {path}: {error.strerror}; check the file") from None
    ours = header[:16] == b"SQLite format 3\0" and (
        int.from_bytes(header[68:72], "big") == APPLICATION_ID
    )
    if not ours:
        raise BookFileError(f"{path} is not a ledger; name another file with --db")
    version = int.from_bytes(header[60:64], "big")
    if version > SCHEMA_VERSION:
        raise BookFileError(
            f"{path} was written by a newer version of this program "
            f"(format {version}, this one reads {SCHEMA_VERSION}); upgrade prediction-ledger"
        )
