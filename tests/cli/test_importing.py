"""`ledger import`: who has to wait for it, and what it says of bytes that are no text."""

import json
import os
import re
import shlex
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from ledger.book import Ledger
from tests.book.builders import add
from tests.cli.terminal import ROOT, ledger

ROW = '{"claim": "It rains by 2018", "forecaster": "Zoe", "made_on": "2017-01-01"}\n'


@pytest.fixture(autouse=True)
def _book(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LEDGER_DB", raising=False)
    Ledger.create(Path("predictions.db")).close()


def importing(*words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "ledger", "import", *words],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def recorded() -> int:
    with Ledger.open(Path("predictions.db")) as book:
        return len(book.log()) - 1


def is_locked() -> bool:
    con = sqlite3.connect("predictions.db", timeout=0, isolation_level=None)
    try:
        con.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return True
    finally:
        con.close()
    return False


@pytest.mark.parametrize("name", ["-", "/dev/stdin"])
def test_nobody_waits_for_a_program_that_writes_its_lines_slowly(name):
    """Writers do not starve: the book is locked once all lines are there, not while they come."""
    with importing(name, "--format", "ndjson") as slow:
        slow.stdin.write(ROW.encode() * 3000)  # more than a pipe holds: some of it was read
        slow.stdin.flush()
        assert not is_locked()
        with Ledger.open(Path("predictions.db")) as book:
            add(book)
        out, err = slow.communicate(timeout=60)
    assert (slow.returncode, err) == (0, b"")
    assert out.startswith(b"1 added, 2,999 were in the book already")
    assert recorded() == 2


def test_a_dry_run_needs_no_right_to_write_and_no_turn():
    """`--dry-run` first: it does nothing, so that it waits for nobody."""
    Path("rows.ndjson").write_text(ROW, encoding="utf-8")
    writer = sqlite3.connect("predictions.db", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    done = ledger("import", "rows.ndjson", "--dry-run")
    writer.execute("ROLLBACK")
    writer.close()
    assert (done.code, done.err, recorded()) == (0, "", 0)
    with Ledger.open(Path("predictions.db")) as book:
        book.con.execute("PRAGMA query_only=ON")
        report = book.import_lines([ROW], dry_run=True)
    assert (report.added, report.problems, recorded()) == (1, (), 0)


@pytest.mark.parametrize("csv", [False, True])
def test_every_line_that_is_not_utf_8_is_listed_with_what_else_is_wrong(csv):
    """Every problem with its line and column: not the first only."""
    rows = {
        False: [ROW, ROW.replace("rains", "sn\xf6ws"), "[]\n", ROW.replace("Zoe", "Zo\xeb")],
        True: ["claim,forecaster,made_on\n", "It sn\xf6ws,Zoe,2017-01-01\n",
               "It rains,Zoe,\n", "It rains,Zo\xeb,2017-01-01\n"],
    }[csv]  # fmt: skip
    with Ledger.open(Path("predictions.db")) as book:
        report = book.import_lines([row.encode("latin-1") for row in rows], csv=csv)
    found = {(problem.line, "UTF-8" in problem.message) for problem in report.problems}
    assert {(2, True), (3, False), (4, True)} <= found
    assert next(p.column for p in report.problems if p.line == 2) == ("6" if csv else "17")
    assert (report.added, recorded()) == (0, 0)


def test_the_day_given_by_today_counts_and_is_named():
    """Today's date enters once, by --today, and is passed down (design, import rule)."""
    late = '{"claim": "It rains", "forecaster": "Zoe", "made_on": "2026-08-01"}\n'
    Path("rows.ndjson").write_text(late, encoding="utf-8")
    refused = ledger("--today", "2026-06-15", "import", "rows.ndjson")
    assert refused.code == 2
    assert "2026-08-01 lies in the future (today is 2026-06-15)" in refused.err
    assert ledger("--today", "2026-08-01", "import", "rows.ndjson").code == 0


def test_a_refusal_is_said_on_stderr_beside_json():
    """Bad input: one line on stderr, what is wrong and what to do, whatever is on stdout."""
    Path("rows.ndjson").write_text("[]\n{}\n", encoding="utf-8")
    done = ledger("import", "rows.ndjson", "--json")
    problems = json.loads(done.out)["problems"]
    assert done.code == 2
    assert done.err == (
        f"ledger: nothing was imported: {len(problems)} problems; "
        "correct the file and import it again\n"
    )


EVENT = ("add", "It rains by 2018", "--by", "Zoe", "--made", "2017-01-01")
NUMBER = ("add", "Prices in 2017", "--by", "Zoe", "--made", "2017-01-01", "--at-least", "3")
CHOICE = ("add", "The mayor by 2018", "--by", "Zoe", "--made", "2017-01-01", "--option", "Ann",
          "--options", "Ann,Ben O'Hara,Cy")  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "done"),
    [
        (EVENT, ("cite", "1", "--source", "BBC")),
        (EVENT, ("cite", "1", "--source", "O'Hara \"News\"", "--published", "2017-03-02",
                 "--title", "It's wet", "--url", "https://a.org/1", "--quote", "Rain, she said",
                 "--via", "AFP", "--own-voice")),
        (EVENT, ("resolve", "q1", "--never")),
        (EVENT, ("resolve", "q1", "--not-by", "2017-12-31", "--final", "--ruled-by", "The desk")),
        (EVENT, ("resolve", "q1", "--on", "2017-05-01..2017-05-03", "--note", "it's so",
                 "--evidence", "https://a.org 2017-05-04 It's here", "--evidence", "https://b.org")),
        (EVENT, ("resolve", "q1", "--void", "never printed")),
        (NUMBER, ("resolve", "q1", "--value", "3.5")),
        (NUMBER, ("resolve", "q1", "--value", "3..4")),
        (CHOICE, ("resolve", "q1", "--option", "Ben O'Hara")),
        (CHOICE, ("resolve", "q1", "--not-option", "Ann", "--not-option", "Ben O'Hara")),
    ],
)  # fmt: skip
def test_who_follows_the_advice_has_what_the_file_says(asked, done):
    """ "Other body: conflict" for what a colleague added: the message names the command for it."""
    today = ("--today", "2018-03-01")
    ledger(*today, *asked)
    Path("predictions.db").rename("mine.db")
    ledger("--db", "mine.db", *today, "backup", "hers.db")
    assert ledger("--db", "hers.db", *today, *done).code == 0
    Path("back").write_text(ledger("--db", "hers.db", "export").out)
    refused = ledger("--db", "mine.db", *today, "import", "back")
    assert refused.code == 2
    [command] = re.findall(r"`(ledger .*?)`", refused.err)
    followed = ledger("--db", "mine.db", *today, *shlex.split(command)[1:])
    assert followed.code == 0, followed.err
    again = ledger("--db", "mine.db", *today, "import", "back")
    assert (again.code, again.out) == (0, "0 added, 1 were in the book already\n")
