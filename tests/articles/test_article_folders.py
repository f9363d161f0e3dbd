"""A newcomer finds a rule by the names of folders: each says what is in it, and the page agrees."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "ledger" / "articles"
FOLDERS = sorted(init.parent for init in ARTICLES.glob("*/__init__.py"))
PAGE = (ROOT / "docs" / "articles.md").read_text(encoding="utf-8")
ROWS = re.findall(r"\| `(\w+)`: ((?:`\w+`(?:, )?)+)", PAGE)

each_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def modules(folder: Path) -> set[str]:
    return {module.stem for module in folder.glob("*.py")} - {"__init__"}


@each_folder
def test_a_folder_names_each_of_its_modules(folder):
    said = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
    assert modules(folder) - set(re.findall(r"`(\w+)`", said or "")) == set()


@each_folder
def test_a_folder_is_small_enough_to_be_read(folder):
    assert len(modules(folder)) <= 12


def test_few_modules_stand_outside_the_folders():
    assert modules(ARTICLES) <= {"records", "candidates", "extraction", "asking"}


def test_the_page_sends_to_every_folder_and_to_modules_that_there_are():
    assert {folder for folder, _ in ROWS} == {folder.name for folder in FOLDERS}
    for folder, names in ROWS:
        assert set(re.findall(r"\w+", names)) <= modules(ARTICLES / folder)
