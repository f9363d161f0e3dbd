"""The layout rules of the project: layers, purity, sizes, and what a start may cost."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "ledger"
MODULES = sorted(PACKAGE.rglob("*.py"))
PURE = [PACKAGE / "errors.py", *sorted((PACKAGE / "core").rglob("*.py"))]

LINES_OF_A_MODULE = 300
LINES_OF_A_FUNCTION = 40
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = {c["name"]: c for c in PROJECT["tool"]["importlinter"]["contracts"]}
KEPT_OUT_OF_CORE = set(CONTRACTS["core is pure"]["forbidden_modules"])
HEAVY = {"sqlmodel", "sqlalchemy", "tabulate", "dateutil.parser", "pydantic"}

each_module = pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
each_pure_module = pytest.mark.parametrize("module", PURE, ids=lambda p: str(p.relative_to(ROOT)))


def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def imported(module: Path) -> Iterator[str]:
    """Yield the full name of everything that a module imports, wherever it does so."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports are written out in full"
            yield f"{node.module}"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_the_contracts_of_the_project_are_kept(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0, capsys.readouterr().out


@each_module
def test_a_module_has_at_most_300_lines(module):
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LINES_OF_A_MODULE


@each_module
def test_a_function_has_at_most_40_lines(module):
    assert {
        function.name: function.end_lineno - function.lineno + 1
        for function in functions(module)
        if function.end_lineno - function.lineno + 1 > LINES_OF_A_FUNCTION
    } == {}


@each_module
def test_a_module_says_what_it_is_for(module):
    assert ast.get_docstring(tree(module))


@pytest.mark.parametrize("name", ["book", "cli", "store"])
def test_a_large_folder_lists_its_modules(name):
    """A table in the docstring of the folder: who looks for something finds where it is."""
    folder = PACKAGE / name
    there = {path.stem for path in folder.glob("[!_]*.py")}
    there |= {f"{path.parent.name}/" for path in folder.glob("*/__init__.py")}
    table = ast.get_docstring(tree(folder / "__init__.py")) or ""
    listed = re.findall(r"^ {4}(\w+/?)  +\S", table, re.MULTILINE)
    assert sorted(listed) == sorted(there)


@each_pure_module
def test_core_imports_the_standard_library_and_dateutil_only(module):
    allowed = (sys.stdlib_module_names | {"dateutil", "ledger"}) - KEPT_OUT_OF_CORE
    assert {name.partition(".")[0] for name in imported(module)} <= allowed


@each_pure_module
def test_core_imports_nothing_of_the_ledger_but_core_and_errors(module):
    ours = {name for name in imported(module) if name.partition(".")[0] == "ledger"}
    assert {name for name in ours if not name.startswith(("ledger.core", "ledger.errors"))} == set()


CLOCKS = {"today", "now", "utcnow", "fromtimestamp", "localtime"}


@each_pure_module
def test_core_has_no_clock_opens_no_file_and_prints_nothing(module):
    calls = [node.func for node in ast.walk(tree(module)) if isinstance(node, ast.Call)]
    named = {call.id for call in calls if isinstance(call, ast.Name)}
    methods = {call.attr for call in calls if isinstance(call, ast.Attribute)}
    assert named & {"print", "open", "input", "exec", "eval", "__import__"} == set()
    assert methods & CLOCKS == set()


def loaded_by(statement: str) -> set[str]:
    """Return the modules that a fresh interpreter has loaded after a statement."""
    code = f"import sys; {statement}; print(*sys.modules, sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_cli_imports_nothing_heavy_at_top_level():
    assert loaded_by("from ledger.cli import main; assert callable(main)") & HEAVY == set()


def test_the_list_of_loaded_modules_is_a_real_one():
    assert loaded_by("import ledger.core.verdict") >= {"ledger.core.model", "ledger.core.spans"}
