"""Ctrl-C while the program loads, works and leaves: "no traceback", exit code 130."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.cli.terminal import ROOT, ledger

# Interrupts the program when it comes to import a module, as a hasty person might.
AT_AN_IMPORT = """
import os, signal, sys

def watch(event, args):
    if event == "import" and args[0] == {module!r}:
        os.kill(os.getpid(), signal.SIGINT)

{before}
sys.addaudithook(watch)
sys.argv[0] = "ledger"
from ledger.cli import main
main()
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LEDGER_DB", raising=False)
    assert ledger("init").code == 0


def interrupted(module, *words, before=""):
    code = AT_AN_IMPORT.format(module=module, before=before)
    return subprocess.run(
        [sys.executable, "-c", code, *words], check=False, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=60,
    )  # fmt: skip


@pytest.mark.parametrize(
    "module",
    ["typer", "ledger.cli.app", "ledger.cli.session", "sqlite3", "ledger.formats.listing"],
)
def test_an_interrupt_while_modules_load_is_one_line(module):
    done = interrupted(module, "list")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "ledger: stopped\n")


def test_an_interrupt_at_work_is_one_line_too():
    asked = subprocess.Popen(
        [sys.executable, "-m", "ledger", "import", "-"], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    time.sleep(1.5)  # it has loaded, and waits for lines
    asked.send_signal(signal.SIGINT)
    out, err = asked.communicate(timeout=60)
    assert (asked.returncode, out, err) == (130, "", "ledger: stopped\n")


def test_an_interrupt_after_the_answer_does_not_take_it_back():
    late = "import atexit; atexit.register(lambda: os.kill(os.getpid(), signal.SIGINT))"
    done = interrupted("nothing", "list", before=late)
    assert (done.returncode, done.stdout, done.stderr) == (0, "No forecasts.\n", "")


def test_a_program_that_was_started_without_interrupts_stays_so():
    ignored = "signal.signal(signal.SIGINT, signal.SIG_IGN)"
    done = interrupted("typer", "list", before=ignored)
    assert (done.returncode, done.stdout, done.stderr) == (0, "No forecasts.\n", "")
