"""A measure is on a scorecard, or says why it is here without being on one."""

import ast
from collections import Counter
from pathlib import Path

import pytest

LEDGER = Path(__file__).parents[3] / "ledger"
MEASURES = sorted((LEDGER / "core" / "measures").rglob("*.py"))
MARK = "On no scorecard"
"""A docstring that says so goes on to say what the measure is kept for."""


def functions(path):
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return [node for node in body if isinstance(node, ast.FunctionDef) and node.name[0] != "_"]


def names(tree):
    """Count the names that some code says; an import alone is no use."""
    said = Counter(node.id for node in ast.walk(tree) if isinstance(node, ast.Name))
    return said + Counter(node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute))


USED = sum(
    (names(ast.parse(p.read_text(encoding="utf-8"))) for p in LEDGER.rglob("*.py")), Counter()
)
MEASURED = [(path.stem, node) for path in MEASURES for node in functions(path)]


@pytest.mark.parametrize(
    ("module", "node"), MEASURED, ids=[f"{module}.{node.name}" for module, node in MEASURED]
)
def test_a_measure_is_asked_for_by_the_program_or_says_what_it_is_kept_for(module, node):
    elsewhere = USED[node.name] - names(node)[node.name]
    said = " ".join((ast.get_docstring(node) or "").split())
    assert (MARK in said) == (elsewhere == 0)
