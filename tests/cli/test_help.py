"""The help of every command: a summary, prose, examples that run; and the pages made of it."""

import re
import shlex
from pathlib import Path

import pytest

from ledger.cli.app import load
from ledger.cli.manual import page
from ledger.cli.registry import COMMANDS
from tests.cli.terminal import ROOT, ledger


def every_command():
    """Yield the words and the built command, those inside `question` and the like too."""
    for name in COMMANDS:
        command = load(name)
        inner = getattr(command, "commands", {})
        yield (name,), command
        for below, found in inner.items():
            yield (name, below), found


EVERY = list(every_command())
named = pytest.mark.parametrize(
    ("words", "command"), EVERY, ids=["-".join(words) for words, _ in EVERY]
)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_summary_is_the_first_line_of_the_help(name):
    assert load(name).help.split("\n")[0] == COMMANDS[name].summary


@named
def test_every_command_has_an_example(words, command):
    examples = command.help.partition("For example:")[2]
    assert f"ledger {' '.join(words)}" in re.sub(r"ledger --\S+ \S+", "ledger", examples)


@named
def test_every_option_is_explained_in_a_sentence(words, command):
    for parameter in command.params:
        assert parameter.help, f"{words}: {parameter.name}"
        assert parameter.help.endswith((".", "...")), f"{words}: {parameter.name}"


@named
def test_help_fits_80_columns_and_keeps_examples_on_lines_of_their_own(words, command):
    lines = ledger(*words, "--help").out.splitlines()
    assert max(map(len, lines)) <= 80
    assert "  For example:" in lines


def examples(command):
    """Return the examples of a help text, continued lines joined."""
    block = command.help.partition("For example:")[2].replace("\\\n", " ")
    return [shlex.split(line)[1:] for line in block.splitlines() if line.strip()]


FORECASTS = (
    ("ISIS driven out by end of 2017", "--by", "Michael Fallon", "--tag", "war",
     "--made", "2017-02-11", "--source", "Daily Mail"),
    ("Mosul retaken by end of 2017", "--by", "Lt. Gen. Townsend", "--made", "2017-02"),
    ("Raqqa retaken by end of 2017", "--by", "Stephen Townsend", "--made", "2017-02-08"),
)  # fmt: skip
AN_ARTICLE = "The army will take the city within six months, the minister said.\n"
SHARED = ("Tikrit retaken by end of 2017", "--made", "2017-02-08", "--tag", "war")
A_NUMBER = ("Rates in 2017", "--by", "A bank", "--deadline", "2017-12-31", "--at-most", "4.5")


@pytest.fixture
def book(tmp_path, monkeypatch):
    """A book on which the examples make sense: they name forecast 1 and questions 1 and 2."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LEDGER_DB", raising=False)
    for args in FORECASTS:
        assert ledger("--today", "2017-03-02", "add", *args).code == 0
    Path("book.ndjson").write_text(ledger("export").out, encoding="utf-8")
    Path("anchors.txt").write_text(ledger("anchor").out, encoding="utf-8")
    Path("article.txt").write_text(AN_ARTICLE, encoding="utf-8")
    return tmp_path


def share_a_question():
    """Let two forecasters answer one question, so that they can be compared."""
    first = ("--by", "Michael Fallon", "--probability", "0.8")
    other = ("--by", "Stephen Townsend", "--probability", "0.6", "--question", "q4")
    for args in (first, other):
        assert ledger("--today", "2017-03-02", "add", *SHARED, *args).code == 0
    assert ledger("--today", "2018-03-02", "resolve", "q4", "--on", "2017-07-21").code == 0


def before_any_shell(example):
    """Return the words of an example up to a redirection."""
    return example[: next((n for n, word in enumerate(example) if word.startswith(">")), None)]


@named
def test_the_examples_of_the_help_run(words, command, book):
    fresh = Path("predictions.db").read_bytes()
    for example in map(before_any_shell, examples(command)):
        for path in book.glob("*.db"):
            path.unlink()
        if words != ("init",):
            Path("predictions.db").write_bytes(fresh)
        if "--replace" in example:
            ledger("--today", "2018-03-02", "resolve", "q2", "--on", "2017-07-21")
        if "--review" in example or "--plot" in example:
            continue  # it asks a person; it needs an extra
        if words == ("compare",):
            share_a_question()
        if "--value" in example:
            ledger("--today", "2017-03-02", "add", *A_NUMBER)
        done = ledger("--today", "2018-03-02", *example)
        assert done.code == 0, f"{example}: {done.err}"


def test_the_manual_is_fresh():
    """`python -m ledger.cli.manual > docs/commands.md` writes it."""
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == page()
