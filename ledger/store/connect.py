"""The only place that opens a book: pragmas, and the checks on a file.

Durability: a rollback journal with synchronous=EXTRA, so that an acknowledged write
survives a power cut.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from glob import escape
from importlib.resources import files
from pathlib import Path
from shlex import quote

from ledger.core.checks import folded, no_database_address
from ledger.errors import BookFileError, LedgerError
from ledger.store import migrations
from ledger.store.transactions import READ_WAIT, explained, write_lock

APPLICATION_ID = 0x4C444752  # "LDGR"
_FORSAKEN = 86_400  # seconds after which a draft that nobody wrote to is nobody's
_PAGE = 8192  # bytes; entries are long: loading and counting take a tenth less than with 4096


def create(
    path: Path, fill: Callable[[sqlite3.Connection], None] = lambda _: None
) -> sqlite3.Connection:
    """Make a new book with what `fill` writes into it; refuse a path where something stands."""
    with drafted(path) as con:
        fill(con)
    return connect(path)


@contextmanager
def drafted(path: Path) -> Iterator[sqlite3.Connection]:
    """Make a new book that gets its name once it is complete, and is gone if that fails.

    Nobody sees half a book, and of two programs that make one at a time only one succeeds.
    """
    _refuse_existing(path, "name another file with --db")
    with _draft(path) as draft, closing(_empty(draft, path)) as con:
        yield con


def connect(path: Path) -> sqlite3.Connection:
    """Open an existing book; refuse, untouched, what is no ledger or newer than this program."""
    no_database_address(str(path))
    _refuse_missing(path)
    version = _checked_version(path)
    try:
        con = _open(path, "rw")
        con.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except sqlite3.Error as error:
        raise _cannot_open(path, error) from None
    if version < migrations.newest():
        _upgrade(con, path, version)
    return con


def _cannot_open(path: Path, error: sqlite3.Error) -> LedgerError:
    with path.open("rb") as file:
        in_wal_mode = file.read(20)[18:] == b"\2\2"
    if "locked" in str(error):
        if in_wal_mode:
            return BookFileError(f"{path} is in WAL mode and in use; close the other program first")
        return explained(error, path)
    if in_wal_mode:
        return BookFileError(
            f"another program left {path} in WAL mode, and it cannot be written to end that; "
            "check the permissions of the file and its folder"
        )
    return BookFileError(f"cannot open {path}: {error}; check the file")


def scratch() -> sqlite3.Connection:
    """Return an empty book in memory, to replay a journal into."""
    con = _with_functions(sqlite3.connect(":memory:", isolation_level=None))
    con.executescript(schema())
    con.execute("PRAGMA foreign_keys=ON")
    return con


@contextmanager
def aside(con: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Yield a copy of a book that nobody else sees and that is gone afterwards: a rehearsal."""
    with closing(_copied(con, "")) as other:  # a file of its own that SQLite removes
        yield other


def in_memory(con: sqlite3.Connection) -> sqlite3.Connection:
    """Return a copy of a book in memory, to read it as it never was."""
    return _copied(con, ":memory:")


def _copied(con: sqlite3.Connection, where: str) -> sqlite3.Connection:
    other = _with_functions(sqlite3.connect(where, isolation_level=None))
    con.backup(other)
    other.execute("PRAGMA foreign_keys=ON")
    return other


def copy(con: sqlite3.Connection, path: Path) -> None:
    """Write a good copy of a book to a new file, whoever writes to the book meanwhile.

    The copy gets its name once it is complete and as safe from power cuts as the book itself.
    """
    _refuse_existing(path, "name another file for the copy")
    try:
        with _draft(path) as draft, closing(_open(draft, "rwc")) as other:
            con.backup(other)
    except sqlite3.Error as error:
        raise BookFileError(f"cannot write a copy to {path}: {error}; check the folder") from None


def schema() -> str:
    """Return the statements that make an empty book."""
    return (files(__package__) / "schema.sql").read_text(encoding="utf-8")


def _open(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.resolve().as_uri()}?mode={mode}"
    con = sqlite3.connect(address, uri=True, isolation_level=None, timeout=READ_WAIT)
    try:
        con.execute("PRAGMA synchronous=EXTRA")
        con.execute("PRAGMA foreign_keys=ON")
        con.execute("PRAGMA trusted_schema=OFF")
        # Another program may have left the file in WAL mode, where power cuts lose commits.
        con.execute("PRAGMA journal_mode=DELETE")
        _with_functions(con)
    except sqlite3.Error:
        con.close()
        raise
    return con


def _with_functions(con: sqlite3.Connection) -> sqlite3.Connection:
    """Give queries the rule by which texts are compared: LIKE and LOWER know ASCII alone."""
    con.create_function("folded", 1, _folded, deterministic=True)
    return con


def _folded(text: str | None) -> str | None:
    return None if text is None else folded(text)


def _empty(draft: Path, path: Path) -> sqlite3.Connection:
    """Make the file of a new book that is to be called `path`."""
    try:
        con = _open(draft, "rwc")
        con.execute(f"PRAGMA page_size={_PAGE}")
        con.executescript(
            f"BEGIN IMMEDIATE;\n{schema()}\nPRAGMA application_id={APPLICATION_ID};\n"
            f"PRAGMA user_version={migrations.newest()};\nCOMMIT;"
        )
    except sqlite3.Error as error:
        full = "full" in str(error) or "disk I/O" in str(error)
        fix = "free some space, then try again" if full else "check the folder"
        raise BookFileError(f"cannot make a book at {path}: {error}; {fix}") from None
    return con


def _refuse_missing(path: Path) -> None:
    if _found(path.is_dir, path):
        raise BookFileError(f"{path} is a folder; name the file of the book with --db")
    if not _found(path.exists, path):
        init = f"`ledger --db {quote(str(path))} init`"
        raise BookFileError(f"there is no book at {path}; `ledger init` makes one: {init}")
    if not _found(path.is_file, path):
        raise BookFileError(f"{path} is no ordinary file; name the file of the book with --db")


def _refuse_existing(path: Path, fix: str) -> None:
    no_database_address(str(path))
    if _found(path.is_dir, path):
        raise BookFileError(f"{path} is a folder; {fix}")
    if _found(path.is_symlink, path) and not _found(path.exists, path):
        raise BookFileError(f"{path} is a link to a file that does not exist; remove the link")
    if _found(path.exists, path):
        raise BookFileError(f"{path} exists already; {fix}")


def _found(look: Callable[[], bool], path: Path) -> bool:
    """Look for a file; where nobody may look, the book cannot be read either."""
    try:
        return look()
    except OSError as error:
        raise BookFileError(
            f"cannot read {path}: {error.strerror}; check the name and the permissions"
        ) from None


@contextmanager
def _draft(path: Path) -> Iterator[Path]:
    """Give a name for the file that becomes `path` in the end, and is gone if that fails.

    Drafts that a killed program left for this very name go first.
    """
    for old in path.parent.glob(f"{escape(path.name)}.{'[0-9a-f]' * 8}.new"):
        _sweep(old)
    draft = path.with_name(f"{path.name}.{os.urandom(4).hex()}.new")
    try:
        yield draft
        _publish(draft, path)
    finally:
        for file in (draft, Path(f"{draft}-journal")):
            with suppress(OSError):
                file.unlink()


def _sweep(draft: Path) -> None:
    """Remove a draft that nobody has written to for a day."""
    with suppress(OSError):
        if draft.stat().st_mtime < time.time() - _FORSAKEN:
            draft.unlink()
            Path(f"{draft}-journal").unlink(missing_ok=True)


def _publish(draft: Path, path: Path) -> None:
    """Give a finished book its name, unless somebody else has taken the name meanwhile."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise BookFileError(f"{path} was made by another program; try again") from None
    except OSError:  # a file system without links
        _refuse_existing(path, "try again")
        draft.rename(path)
    with suppress(OSError):  # where a folder cannot be opened it cannot be synced either
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _upgrade(con: sqlite3.Connection, path: Path, version: int) -> None:
    """Bring an older book up to date: a copy beside it first, then all steps or none."""
    copy(con, path.with_name(f"{path.name}.v{version}.{os.urandom(4).hex()}"))
    with write_lock(con):
        migrations.upgrade(con)


def _checked_version(path: Path) -> int:
    """Read application id and version from the file's header without opening a database."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise BookFileError(f"cannot read {path}: {error.strerror}; check the file") from None
    ours = header[:16] == b"SQLite format 3\0" and (
        int.from_bytes(header[68:72], "big") == APPLICATION_ID
    )
    version = int.from_bytes(header[60:64], "big", signed=True)
    if not ours or version < 1:
        raise BookFileError(f"{path} is not a ledger; name another file with --db")
    if version > migrations.newest():
        raise BookFileError(
            f"{path} was written by a newer version of this program "
            f"(format {version}, this one reads {migrations.newest()}); upgrade prediction-ledger"
        )
    return version
