"""A fresh book for each test; whatever a test did to it, replaying its journal agrees."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.book import Ledger
from tests.book.builders import RECORDED


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "predictions.db"


@pytest.fixture
def book(path: Path) -> Iterator[Ledger]:
    with Ledger.create(path, clock=lambda: RECORDED) as made:
        yield made
        assert made.verify() == (), "replaying the journal gives the same tables"
