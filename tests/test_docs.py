"""Every console block in README and docs is executed and must print what it says;
every Python block must run.

The blocks of a page run one after the other in one fresh folder that holds the sample book.
`LEDGER_REWRITE_DOCS=1 pytest tests/test_docs.py` writes the real output into the pages.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
REWRITE = os.environ.get("LEDGER_REWRITE_DOCS") == "1"
CODE = (ROOT / "docs" / "code.md").read_text(encoding="utf-8")
PLACES = ("ledger/", "tests/", "docs/", "benchmarks/", "sample/", ".ci/")


@pytest.fixture
def folder(tmp_path):
    """A fresh folder with the sample book, and `ledger` on the path."""
    book = ROOT / "predictions.db.sample"
    if book.exists():
        shutil.copy(book, tmp_path / book.name)
    commands = tmp_path / ".bin"
    commands.mkdir()
    for name in ("ledger", "prediction-ledger"):
        script = commands / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ledger "$@"\n')
        script.chmod(0o755)
    return tmp_path


def run(command, folder):
    environment = {
        **os.environ,
        "PATH": f"{folder / '.bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "COLUMNS": "80",
        "LEDGER_DB": "",
    }
    done = subprocess.run(  # noqa: S602 - the commands are those of our own pages
        command, shell=True, cwd=folder, env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return done.stdout


def executed(block, folder):
    """Return a block with the real output of its commands (`$ `, continued by `> `)."""
    lines, result = block.splitlines(), []
    while lines:
        line = lines.pop(0)
        if not line.startswith("$ "):
            continue
        result.append(line)
        command = line[2:]
        while lines and (lines[0] == ">" or lines[0].startswith("> ")):
            result.append(lines[0])
            command += "\n" + lines.pop(0)[2:]
        result += run(command, folder).rstrip("\n").splitlines()
    return "\n".join(line.rstrip() for line in result) + "\n"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_console_block_prints_what_it_says(page, folder):
    text = page.read_text(encoding="utf-8")
    real = BLOCK.sub(lambda found: f"```console\n{executed(found[1], folder)}```", text)
    if REWRITE:
        page.write_text(real, encoding="utf-8")
    else:
        assert real == text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_python_block_runs(page, folder, monkeypatch):
    """It finds what the console blocks of its page have made."""
    monkeypatch.chdir(folder)
    text = page.read_text(encoding="utf-8")
    blocks = PYTHON.findall(text)
    for console in BLOCK.findall(text) if blocks else ():
        executed(console, folder)
    for block in blocks:
        exec(compile(block, str(page), "exec"), {})  # noqa: S102 - our own pages


def test_the_readme_shows_real_output():
    assert BLOCK.search((ROOT / "README.md").read_text(encoding="utf-8"))


LINKED = [
    (page.name, target)
    for page in [*PAGES, ROOT / "CHANGELOG.md"]
    for target in re.findall(r"\]\(([^)#:\s]*#?[^):\s]*)\)", page.read_text(encoding="utf-8"))
]


def heading(line):
    """Return the name by which a heading is linked."""
    return re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-")


@pytest.mark.parametrize(("page", "target"), LINKED)
def test_a_link_leads_somewhere(page, target):
    folder = ROOT / "docs" if (ROOT / "docs" / page).exists() else ROOT
    file, _, place = target.partition("#")
    assert (folder / (file or page)).exists()
    if place:
        lines = (folder / (file or page)).read_text(encoding="utf-8").splitlines()
        assert place in {heading(line) for line in lines if line.startswith("#")}


ROWS = re.findall(r"^\| `(ledger[\w/]*)` \| (.*) \|$", CODE, re.MULTILINE)


def named(text):
    """Return the paths below the root that a page names; `book/x.py` is in the package."""
    words = {word for words in re.findall(r"`([^`\n]+)`", text) for word in words.split()}
    files = {word for word in words if re.fullmatch(r"[\w.*/]+/\w*[\w*]+(\.\w+)?", word)}
    ours = {word for word in files if not word.startswith(".venv/")}
    alone = {f"[!.]*/**/{word}" for word in words if re.fullmatch(r"\w+\.(py|txt|sql|json)", word)}
    return alone | {word if word.startswith(PLACES) else f"ledger/{word}" for word in ours}


def test_whoever_wants_to_change_something_is_told_of_every_folder():
    """docs/code.md has a row for each, and names nothing that is not there."""
    folders = {str(init.parent.relative_to(ROOT)) for init in ROOT.glob("ledger/**/__init__.py")}
    assert {folder for folder, _ in ROWS} >= folders


@pytest.mark.parametrize(("folder", "row"), ROWS)
def test_the_modules_that_a_row_names_are_in_its_folder(folder, row):
    names = re.findall(r"`(\w+)(?:\.py)?`", row)
    assert {name for name in names if not (ROOT / folder / f"{name}.py").exists()} == set()
    if folder in ("ledger", "ledger/core", "ledger/exchange"):  # they have no table of their own
        assert {path.stem for path in (ROOT / folder).glob("[!_]*.py")} <= set(names)


@pytest.mark.parametrize("path", sorted(named(CODE)))
def test_what_the_page_of_the_code_names_is_there(path):
    assert list(ROOT.glob(path.replace("NAME", "*")))


TARGETS = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_every_command_of_the_project_is_explained():
    told = set(re.findall(r"`make (\w+)`", CODE))
    assert told <= set(TARGETS)
    assert {"test", "coverage", "bench", "docs", "sample", "demo", "help"} <= told
