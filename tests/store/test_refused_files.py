"""What the database complains of is told with the file or folder, and with what to do."""

import sqlite3
from contextlib import closing

import pytest

from ledger.errors import BookFileError
from ledger.store import connect, transactions
from ledger.store.transactions import explained


@pytest.mark.parametrize(
    ("error", "writable", "says"),
    [
        ("database is locked", True, "another program is writing to {path}; try again"),
        ("attempt to write a readonly database", True, "{path} cannot be written; check the file"),
        ("attempt to write a readonly database", False, "the folder {folder} cannot be written"),
        ("unable to open database file", False, "the folder {folder} cannot be written"),
        ("database or disk is full", True, "nothing was recorded: database or disk is full"),
        ("no such table: entry", True, "run `ledger verify`"),
    ],
)
def test_a_refusal_names_the_file_or_the_folder(error, writable, says, tmp_path, monkeypatch):
    monkeypatch.setattr(transactions.os, "access", lambda *_: writable)
    path = tmp_path / "war.db"
    refusal = explained(sqlite3.OperationalError(error), path)
    assert isinstance(refusal, BookFileError)
    assert says.format(path=path, folder=tmp_path) in str(refusal)


def test_a_book_that_is_being_written_is_told_apart_from_a_bad_file(tmp_path, monkeypatch):
    path = tmp_path / "war.db"
    connect.create(path).close()
    monkeypatch.setattr(connect, "READ_WAIT", 0.01)
    monkeypatch.setattr(transactions, "_WRITE_WAIT", 0.01)
    writer = sqlite3.connect(path, isolation_level=None)
    reader = connect.connect(path)
    writer.execute("BEGIN IMMEDIATE")
    with (
        pytest.raises(BookFileError, match=r"another program is writing to .*war\.db; try again"),
        transactions.write_lock(reader),
    ):
        pass
    writer.execute("ROLLBACK")
    reader.close()
    writer.execute("BEGIN EXCLUSIVE")
    with pytest.raises(BookFileError, match=r"another program is writing to .*war\.db; try again"):
        connect.connect(path)
    writer.close()


def test_a_book_in_wal_mode_that_cannot_be_written_is_told_so(tmp_path, monkeypatch):
    def refused(*_):
        raise sqlite3.OperationalError("attempt to write a readonly database")

    path = tmp_path / "war.db"
    connect.create(path).close()
    con = sqlite3.connect(path)
    con.execute("PRAGMA journal_mode=WAL")
    con.close()
    monkeypatch.setattr(connect, "_open", refused)
    with pytest.raises(BookFileError, match=r"war\.db in WAL mode.*check the permissions"):
        connect.connect(path)


def test_a_version_below_zero_is_of_no_program(tmp_path):
    path = tmp_path / "war.db"
    with closing(connect.create(path)) as con:
        con.execute("PRAGMA user_version=-1")
    with pytest.raises(BookFileError, match="is not a ledger"):
        connect.connect(path)
