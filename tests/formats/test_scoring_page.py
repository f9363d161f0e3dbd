"""docs/scoring.md explains every column."""

from dataclasses import fields
from pathlib import Path

import pytest

from ledger.core.scorecards import ScorecardRow

PAGE = (Path(__file__).parents[2] / "docs" / "scoring.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [field.name for field in fields(ScorecardRow)])
def test_every_field_of_a_row_is_explained(name):
    assert f"`{name}`" in PAGE


@pytest.mark.parametrize(
    "name", ["pinball", "wis", "interval_score", "level", "unit", "distances", "sampling"]
)
def test_so_are_the_fields_of_a_page_and_a_card(name):
    assert f"`{name}`" in PAGE
