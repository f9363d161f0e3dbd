"""Texts set in capitals, and lists without full stops.

For each candidate: the verbatim sentence with its offsets, forecaster and role.
"""

import datetime as dt

import pytest
from hypothesis import given, strategies as st

from ledger.articles import Article, extract
from ledger.articles.texts.folding import folded

DAY = dt.date(2024, 3, 1)
CAPITALS = [
    ("THE BANK OF NORVIK SAID ON MONDAY THAT INFLATION WILL FALL TO 2% BY JUNE.",
     "Bank of Norvik", "Inflation will fall to 2%"),
    ("ANN LEE SAID THE BRIDGE WOULD OPEN BY MAY.", "Ann Lee", "The bridge would open"),
    ("PRICES MAY FALL BY JUNE, PRESIDENT TOM CRANE SAID.", "Tom Crane", "Prices may fall"),
    ("PRICES WILL FALL BY JUNE, ACCORDING TO ECONOMISTS.", "economists", "Prices will fall"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "claim"), CAPITALS)
def test_a_text_in_capitals_is_read(text, who, claim):
    """The verbatim sentence: it stays as printed."""
    (found,) = extract(Article(text=text, name="a", published=DAY))
    assert (found.forecaster, found.claim, found.sentence) == (who, claim, text)
    assert found.deadline_phrase


@given(st.text(max_size=80))
def test_folding_keeps_every_place(text):
    """With its offsets: a folded text is as long as the text."""
    assert len(folded(text)) == len(text)


def test_items_of_a_list_are_statements_though_they_have_no_stop(read):
    """It proposes the forecasts in an article: a mark of a list is no headline."""
    text = "Bank sees fall by June\n- Inflation will fall to 2% by June\n• Rates will rise by May"
    assert [c.claim for c in read(text)] == ["Inflation will fall to 2%", "Rates will rise"]
