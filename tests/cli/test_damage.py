"""A journal that was changed so that it cannot be read any more.

The specification: "Every refusal: one line on stderr that says what is wrong and what to do, a
documented exit code, no traceback".
"""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.terminal import ledger

BODIES = ['{"claim', "[]", "7", "{}", "[" * 100_000, b"\xff\xfe"]


@pytest.fixture(autouse=True)
def _book(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LEDGER_DB", raising=False)
    ledger("--today", "2017-03-02", "add", "It rains by the end of 2017", "--by", "Zoe")


def damage(body):
    """Write something else where the forecast's entry was."""
    with closing(sqlite3.connect(Path("predictions.db"))) as con, con:
        for (name,) in con.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
            con.execute(f"DROP TRIGGER {name}")
        con.execute("UPDATE entry SET body = ? WHERE seq = 2", (body,))


@pytest.mark.parametrize("body", BODIES, ids=lambda body: str(body)[:10])
@pytest.mark.parametrize("words", [("log",), ("log", "1"), ("show", "1")])
def test_an_entry_that_cannot_be_read_sends_to_verify(words, body):
    damage(body)
    done = ledger(*words)
    assert (done.code, done.out, done.err.count("\n")) == (6, "", 1)
    assert done.err.endswith("the past was changed; run `ledger verify`\n")


@pytest.mark.parametrize("words", [("log",), ("log", "1"), ("show", "1")])
def test_a_text_that_is_not_utf_8_is_named_without_the_words_of_the_database(words):
    damage(b"{}")
    with closing(sqlite3.connect(Path("predictions.db"))) as con, con:
        con.execute("UPDATE entry SET body = CAST(X'7BFF7D' AS TEXT) WHERE seq = 2")
    done = ledger(*words)
    assert (done.code, done.out, done.err.count("\n")) == (6, "", 1)
    assert done.err.endswith("the past was changed; run `ledger verify`\n")
    assert "CAST" not in ledger("verify").err


def test_a_change_of_what_cannot_be_read_is_refused_likewise():
    damage('{"claim')
    done = ledger("amend", "1", "--note", "x", "--why", "y")
    assert (done.code, done.out, done.err.count("\n")) == (6, "", 1)
    assert "run `ledger verify`" in done.err


def test_what_verify_finds_is_said_on_stderr_beside_json():
    """Bad input: one line on stderr, what is wrong and what to do, whatever is on stdout."""
    damage('{"claim')
    done = ledger("verify", "--json")
    assert (done.code, done.err.count("\n")) == (6, 1)
    assert not json.loads(done.out)["good"]
    assert "go back to a backup that verifies" in done.err
