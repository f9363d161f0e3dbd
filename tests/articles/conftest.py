"""Tiny builders for the tests of articles."""

import datetime as dt
import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from ledger.articles import Article, Candidate
from ledger.articles.candidates import by_rules
from ledger.core.deadlines import Calendar

ROOT = Path(__file__).resolve().parents[2]
DAY = dt.date(2021, 5, 10)


@pytest.fixture
def read() -> Callable[..., tuple[Candidate, ...]]:
    """Read a text by the rules, published on 10 May 2021 unless said otherwise.

    A sentence that stands alone shows what a rule does; evidence needs the article around it.
    """

    def _read(text: str, published: dt.date | None = DAY) -> tuple[Candidate, ...]:
        return by_rules(Article(text=text, name="a", published=published), Calendar()).candidates

    return _read


@pytest.fixture(scope="session")
def measuring() -> ModuleType:
    """The script that measures extraction, as a module."""
    spec = importlib.util.spec_from_file_location(
        "measuring_extraction", ROOT / "benchmarks" / "extraction.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
