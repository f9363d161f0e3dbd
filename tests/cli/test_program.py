"""The program around the commands: start-up, help, names, refusals, pipes, completion."""

import json
import os
import sqlite3
import subprocess
import sys

import pytest

from ledger.cli import main as entry, output
from ledger.cli.app import load
from ledger.cli.registry import COMMANDS
from ledger.cli.where import Where
from ledger.errors import TamperError
from tests.cli.terminal import ROOT, ledger

HEAVY = {
    "sqlite3", "sqlmodel", "sqlalchemy", "pydantic", "tabulate", "dateutil", "ledger.book",
    "ledger.store", "importlib.metadata",
}  # fmt: skip
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def process(*words, code=None, **settings):
    """Run the program as a process of its own."""
    start = ["-c", code] if code else ["-m", "ledger"]
    return subprocess.run(
        [sys.executable, *start, *words], check=False, text=True, capture_output=True,
        env={**ENVIRONMENT, **settings}, timeout=60,
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LEDGER_DB", raising=False)
    return tmp_path


def imported(*args):
    """Return the modules that a command line has imported when it is done."""
    code = (
        "import sys; from ledger.cli.main import run; run(sys.argv[1:]); "
        "print(*sys.modules, file=sys.stderr)"
    )
    return set(process(*args, code=code).stderr.split())


@pytest.mark.parametrize("args", [[], ["--help"], ["--today", "2017-03-02"]])
def test_help_imports_nothing_heavy(args):
    assert imported(*args) & HEAVY == set()


def test_a_command_imports_no_other_command(folder):
    found = {name for name in imported("list") if name.startswith("ledger.cli.commands.")}
    assert found == {"ledger.cli.commands.list"}


def test_a_reading_command_imports_no_orm_and_no_table_library(folder):
    ledger("init")
    heavy = HEAVY - {"sqlite3", "ledger.book", "ledger.store"}
    assert imported("list") & (heavy - {"dateutil"}) == set()
    assert imported("--today", "2017-03-02", "due") & (heavy - {"dateutil"}) == set()


def test_without_a_command_the_help_is_printed():
    assert ledger() == ledger("--help")
    assert ledger().code == 0
    for name, known in COMMANDS.items():
        assert f"  {name} " in ledger().out
        assert known.summary in ledger().out


def test_help_is_plain_text_within_80_columns():
    text = ledger("--help").out
    assert text.isascii()
    assert max(map(len, text.splitlines())) <= 80


def test_version():
    assert ledger("--version").out.startswith("prediction-ledger ")


def test_ledger_and_python_m_ledger_are_the_same():
    done = process("--help")
    assert (done.returncode, done.stdout) == (0, ledger("--help").out)
    assert entry is __import__("ledger.cli").cli.main


@pytest.mark.parametrize(
    ("called", "name"),
    [("/usr/bin/ledger", "ledger"), ("prediction-ledger", "prediction-ledger"),
     ("/x/ledger/__main__.py", "ledger")],
)  # fmt: skip
def test_the_usage_line_names_the_command_that_was_called(called, name, monkeypatch):
    monkeypatch.setattr(sys, "argv", [called])
    assert ledger("--help").out.startswith(f"Usage: {name} [OPTIONS]")


def test_the_book_is_db_else_environment_else_the_current_folder(folder, monkeypatch):
    ledger("--db", "named.db", "init")
    assert (folder / "named.db").exists()
    monkeypatch.setenv("LEDGER_DB", str(folder / "env.db"))
    ledger("init")
    assert (folder / "env.db").exists()
    ledger("--db", "both.db", "init")
    assert (folder / "both.db").exists()
    monkeypatch.setenv("LEDGER_DB", "")
    ledger("init")
    assert (folder / "predictions.db").exists()


ADD = ("--today", "2017-03-02", "add", "ISIS expelled by end of 2017", "--by", "Fallon")


def test_a_write_to_the_missing_default_file_makes_it_and_says_so(folder):
    done = ledger(*ADD)
    assert (done.code, done.err) == (
        0,
        "ledger: made a new book: predictions.db (days end in UTC)\n",
    )
    assert ledger(*ADD, "--made", "2017-02-11").err == ""


def test_any_other_missing_file_is_an_error_that_names_init(folder, monkeypatch):
    for args in (("--db", "war.db", *ADD), ("list",), ("--db", "war.db", "list")):
        done = ledger(*args)
        assert (done.code, done.out) == (5, "")
        assert "init`" in done.err
    monkeypatch.setenv("LEDGER_DB", "war.db")
    assert ledger(*ADD).code == 5
    assert list(folder.iterdir()) == []


def test_a_refused_write_leaves_no_new_book_behind(folder):
    assert ledger(*ADD, "--probability", "70").code == 2
    assert list(folder.iterdir()) == []


def test_what_verify_finds_ends_with_what_to_do(folder):
    assert ledger(*ADD).code == 0
    with sqlite3.connect("predictions.db") as con:
        con.execute("UPDATE forecast SET claim = 'another'")
    con.close()
    done = ledger("verify")
    assert done.code == 6
    assert done.err.splitlines()[-1] == (
        "ledger: this book was changed outside the program; go back to a backup that verifies"
    )


def broken(error):
    def raises(*_args):
        raise error

    return raises


@pytest.mark.parametrize(
    ("error", "code", "text"),
    [
        (
            TamperError("entry 3 was changed; ask\nwho\x1b[1m"),
            6,
            r"entry 3 was changed; ask\nwho\x1b[1m",
        ),
        (sqlite3.OperationalError("database is locked"), 5, "another program is writing"),
        (sqlite3.OperationalError("disk I/O error"), 5, "nothing was recorded: disk I/O error"),
        (FileNotFoundError(2, "No such file or directory", "x.csv"), 2, "x.csv: No such file"),
        (KeyboardInterrupt(), 130, "stopped"),
        (EOFError(), 130, "stopped"),
    ],
)
def test_a_refusal_is_one_line_and_an_exit_code(error, code, text, monkeypatch, folder):
    monkeypatch.setattr(Where, "existing", broken(error))
    done = ledger("list")
    assert (done.code, done.out) == (code, "")
    assert text in done.err
    assert done.err.strip().count("\n") == 0


def test_a_mistake_of_the_program_is_not_hidden(monkeypatch, folder):
    monkeypatch.setattr(Where, "existing", broken(ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        ledger("list")


def test_a_closed_pipe_is_silent(folder):
    code = "import sys; from ledger.cli.main import run; sys.exit(run(['--help']))"
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-c", code], env=ENVIRONMENT, stdout=writer, stderr=subprocess.PIPE,
        check=False, timeout=60,
    )  # fmt: skip
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_terminal_that_knows_only_ascii_gets_no_traceback(folder):
    process(*ADD[:2], "add", "Ünïcode … by end of 2017", "--by", "Fallon")
    for words in (("list",), ("export",), ("show", "1", "--json")):
        done = process(*words, PYTHONIOENCODING="ascii")
        assert (done.returncode, done.stderr) == (0, "")


def completed(line, **settings):
    """Return what bash would offer for a line."""
    words = line.split(" ")
    done = process(
        COMP_WORDS=line, COMP_CWORD=str(len(words) - 1), _LEDGER_COMPLETE="complete_bash",
        **settings,
    )  # fmt: skip
    return done.stdout.split()


def test_completion_knows_the_names_of_commands_and_options():
    assert completed("ledger re") == ["retract", "resolve"]
    assert completed("ledger li") == ["list"]
    assert completed("ledger due --") == ["--in", "--format", "--json", "--help"]
    assert completed("ledger question me") == ["merge"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_can_be_shown(shell):
    done = process("--show-completion", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert done.returncode == 2  # without detection the shell has to be named
    done = process("--show-completion", shell, _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert "_LEDGER_COMPLETE" in done.stdout


@pytest.mark.parametrize(("columns", "width"), [("60", 60), ("100", 100), ("200", 120), ("10", 40)])
def test_the_width_is_that_of_the_terminal_within_reason(columns, width, monkeypatch):
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert output.width() == width


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_help_can_be_built(name):
    assert load(name).name == name


@pytest.mark.parametrize("words", [("Yes", "--on", "2017-11-17"), ("NO",), ("Void", "forged")])
def test_an_answer_may_be_written_with_capital_letters(words, tmp_path, monkeypatch):
    """Words are compared without regard to case, as names and kinds are."""
    monkeypatch.chdir(tmp_path)
    claim = ("ISIS expelled by end of 2017", "--by", "Fallon", "--made", "2017-02-11")
    ledger("--today", "2018-03-02", "add", *claim)
    assert ledger("--today", "2018-03-02", "resolve", "1", *words).err == ""


def test_sensitivity_of_nothing_scored_says_so(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ledger("--today", "2017-03-02", "add", "ISIS expelled by end of 2017", "--by", "Fallon")
    done = ledger("--today", "2017-03-02", "scorecard", "--sensitivity")
    assert done.out.endswith("lexicon\nNo forecast with words or a number is scored yet.\n")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["resolve", "q1", "--on", "2016-05-01", "--on", "2016-06-01"], "--on"),
        (["add", "Rain", "--by", "Ann", "--not", "--affirmative"], "--not/--affirmative"),
        (["question", "edit", "q1", "--judge", "A", "--judge", "B"], "--judge"),
        (["--today", "2018-03-02", "--today", "2019-03-02", "list"], "--today"),
        (["list", "--by=Ann", "--by", "Bob"], "--by"),
    ],
)
def test_of_two_values_for_one_option_none_is_dropped_in_silence(folder, words, names):
    """Bad input: one line that says what is wrong, then what to do."""
    done = ledger(*words)
    assert (done.code, done.out, done.err) == (2, "", f"ledger: {names} stands twice; give one\n")
    assert not list(folder.iterdir())


@pytest.mark.usefixtures("folder")
def test_what_may_be_given_several_times_still_may():
    words = ("add", "Rain by 2018", "--by", "Ann", "--tag", "a", "--tag", "b")
    assert ledger("--today", "2017-03-02", *words).code == 0


def test_add_answers_with_the_object_of_the_list_and_what_it_read(folder):
    """`list --json` documents the fields of a forecast: what is recorded is told in the same."""
    done = json.loads(ledger(*ADD, "--probability", "0.7", "--tag", "war", "--json").out)
    [listed] = json.loads(ledger("--today", "2017-03-02", "list", "--json").out)
    assert {name: done[name] for name in listed} == listed
    assert {"reading", "questions", "notes"} <= done.keys()
