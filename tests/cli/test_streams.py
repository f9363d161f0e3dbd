"""Input and output that are closed, full, or in another language than the book.

The specification: "Every refusal: one line on stderr that says what is wrong and what to do, a
documented exit code, no traceback"; "an acknowledged write is never lost".
"""

import json
import os
import pty
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.terminal import ROOT, ledger

ADD = ("--today", "2017-03-02", "add", "Ünïcode … 😀 by end of 2017", "--by", "Zoë")
FULL = Path("/dev/full")
full = pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LEDGER_DB", raising=False)
    assert ledger("init").code == 0


def shell(words, redirection="", **settings):
    """Run the program in a shell with a redirection; return exit code, output and errors."""
    line = f"{shlex.join([sys.executable, '-m', 'ledger', *words])} {redirection}"
    done = subprocess.run(
        ["/bin/sh", "-c", line], check=False, capture_output=True, timeout=60,
        stdin=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": str(ROOT), **settings},
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr.decode()


def on_a_terminal(words, typed=b"", **settings):
    """Run the program on a terminal of its own, with lines typed ahead; return what it shows."""
    ours, theirs = pty.openpty()
    os.write(ours, typed)
    child = subprocess.Popen(
        [sys.executable, "-m", "ledger", *words], stdin=theirs, stdout=theirs, stderr=theirs,
        env={**os.environ, "PYTHONPATH": str(ROOT), **settings},
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 4096):
            shown += piece
    except OSError:  # how a terminal says that nobody is there any more
        pass
    os.close(ours)
    return child.wait(timeout=60), shown


def recorded():
    return len(json.loads(ledger("list", "--json").out))


def is_one_line(text):
    return text.startswith("ledger: ") and text.count("\n") == 1


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
@pytest.mark.parametrize(
    "words",
    [("export",), ("export", "--format", "csv"), ("list", "--json"), ("list", "--format", "csv")],
)
def test_data_is_utf_8_whatever_the_language_of_the_machine(words, encoding):
    ledger(*ADD)
    usual, changed = shell(words), shell(words, PYTHONIOENCODING=encoding)
    assert changed == usual
    assert "Ünïcode … 😀" in usual[1].decode("utf-8")


def test_what_was_exported_in_another_language_can_be_imported():
    ledger(*ADD)
    code, out, _ = shell(("export",), PYTHONIOENCODING="ascii")
    assert code == 0
    Path("book.ndjson").write_bytes(out)
    ledger("--db", "copy.db", "init")
    assert ledger("--db", "copy.db", "import", "book.ndjson").code == 0
    assert ledger("--db", "copy.db", "export").out == ledger("export").out


def test_what_was_recorded_is_said_to_be_where_the_reply_cannot_be_written():
    if not FULL.exists():
        pytest.skip("this system has no /dev/full")
    code, _, err = shell(ADD, f"> {FULL}")
    assert (code, recorded()) == (1, 1)
    assert err == (
        "ledger: done, but the answer could not be written (No space left on device); "
        "see `ledger log` for what was recorded\n"
    )


@full
@pytest.mark.parametrize("words", [("--help",), ("list",), ("list", "--json"), ("export",)])
def test_an_answer_that_cannot_be_written_is_one_line_and_exit_code_1(words):
    ledger(*ADD)
    code, _, err = shell(words, f"> {FULL}")
    assert (code, is_one_line(err)) == (1, True)
    assert "the output could not be written (No space left on device)" in err


@full
def test_a_first_import_stays_though_its_reply_is_lost():
    ledger(*ADD)
    Path("rows.ndjson").write_text(ledger("export").out, encoding="utf-8")
    Path("predictions.db").unlink()
    code, _, err = shell(("import", "rows.ndjson"), f"> {FULL}")
    assert (code, recorded()) == (1, 1)
    assert "done, but" in err


@full
def test_warnings_that_cannot_be_written_leave_the_exit_code_alone():
    Path("predictions.db").unlink()
    assert shell(ADD, f"2> {FULL}")[0] == 0
    assert shell(("show", "7"), f"2> {FULL}")[0] == 3
    assert recorded() == 1


@pytest.mark.parametrize("words", [ADD, ("list",), ("export",), ("--help",)])
def test_with_a_closed_output_nothing_is_done(words):
    code, _, err = shell(words, ">&-")
    assert (code, is_one_line(err), recorded()) == (2, True, 0)
    assert "the output is closed" in err


@pytest.mark.parametrize("words", [("import", "-"), ("extract", "-"), ("add",), ("resolve",)])
def test_a_closed_input_is_one_line(words):
    code, out, err = shell(words, "<&-")
    assert (code, out, is_one_line(err)) == (2, b"", True)


def test_closed_errors_do_no_harm():
    Path("rows.ndjson").write_text("no JSON\n", encoding="utf-8")
    assert shell(("import", "rows.ndjson"), "2>&-") == (2, b"", "")
    assert shell(ADD, "2>&-")[0] == 0
    assert shell(("list",), "<&- >&- 2>&-")[0] == 2
    assert ledger("verify").code == 0


@pytest.mark.parametrize(
    "words",
    [("list", "--search"), ("list", "--tag"), ("scorecard", "--tag"), ("show",), ("log",),
     ("resolve",), ("import",), ("--db", "x"), (*ADD[:-1],)],
)  # fmt: skip
def test_arguments_that_are_not_text_are_refused_at_the_entrance(words):
    done = ledger(*words, "na\udcffme")
    assert (done.code, done.out) == (2, "")
    assert done.err == 'ledger: "na\\xffme" is not UTF-8; write it in UTF-8\n'


LONG = "a" * 300  # no file system takes such a name: like a folder that nobody may enter


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--db", LONG, "list"), 5),
        (("--db", LONG, *ADD), 5),
        (("--db", LONG, "init"), 5),
        (("--db", LONG, "when", "by 2017"), 5),
        (("backup", LONG), 5),
        (("import", "nosuch"), 2),
        (("import", LONG), 2),
        (("verify", "--anchor", "nosuch"), 2),
        (("extract", "nosuch"), 2),
        (("extract", LONG), 2),
        (("lexicon", "show", "nosuch.json"), 2),
    ],
)
def test_books_that_cannot_be_read_are_5_and_files_2(words, code):
    """ "A documented exit code": docs/messages.md says which one."""
    done = ledger(*words)
    assert (done.code, done.out, is_one_line(done.err)) == (code, "", True)


def test_a_terminal_is_shown_what_it_knows_and_escapes_for_the_rest():
    ledger(*ADD)
    code, shown = on_a_terminal(("show", "1"), PYTHONIOENCODING="latin-1")
    assert code == 0
    assert "Ünïcode".encode("latin-1") in shown
    assert rb"\u2026 \U0001f600" in shown


@pytest.mark.parametrize("encoding", ["utf-8:strict", "utf-8:surrogateescape"])
def test_what_is_typed_and_is_no_text_is_asked_again(encoding):
    lines = b"caf\xe9 wins\nIt rains in 2030\nZo\n" + b"\n" * 9
    code, shown = on_a_terminal(("add",), lines, PYTHONIOENCODING=encoding)
    assert (code, recorded()) == (0, 1), shown
    assert b"cannot be read as text" in shown
    assert b"Traceback" not in shown


def test_a_prompt_left_with_ctrl_d_is_exit_code_130_as_documented():
    code, shown = on_a_terminal(("add",), b"It rains in 2030\n\x04")
    assert (code, recorded()) == (130, 0)
    assert b"ledger: stopped" in shown


@pytest.mark.parametrize("name", ["lines.ndjson", "lines.csv"])
def test_a_file_without_line_breaks_is_refused_before_it_fills_the_memory(name):
    """ "10 MB fields: a clear error naming line and column, the book unchanged"."""
    with Path(name).open("wb") as file:
        file.write(b"{}\n" if name.endswith("ndjson") else b"claim,forecaster,made_on\n")
        file.seek(1 << 30)  # a gibibyte of zeros that takes no place on the disk
        file.write(b"\n")
    limited = "ulimit -v 1000000; "
    words = shlex.join([sys.executable, "-m", "ledger", "import", "-"])
    done = subprocess.run(
        ["/bin/sh", "-c", f"{limited}{words} --format {name[6:]} < {name}"], check=False,
        capture_output=True, text=True, timeout=60, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (done.returncode, done.stdout, recorded()) == (2, "", 0)
    assert done.stderr == (
        "ledger: line 2, byte 16,777,217: the line does not end; "
        "write each forecast on a line of its own\n"
    )
