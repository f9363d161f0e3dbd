"""What outlets carried and what they said themselves, where they are cited several times."""

import pytest

from ledger.book import NewCitation
from tests.book.builders import TODAY, add
from tests.book.scoring import YES, card, named, record, said

CARRIED = {"source": "Herald", "title": "A"}
OWN = {"source": "Herald", "title": "B", "own_voice": True}
SUN = {"source": "Sun"}
ORDERS = [(CARRIED, OWN, SUN), (OWN, CARRIED, SUN), (SUN, CARRIED, OWN), (CARRIED, SUN, OWN),
          (CARRIED, CARRIED, OWN, OWN, SUN)]  # fmt: skip


@pytest.mark.parametrize("sources", ORDERS)
@pytest.mark.parametrize("way", [{}, {"tag": "all"}])
def test_what_an_outlet_says_itself_anywhere_is_its_own_voice(book, sources, way):
    """A row prints what a source `carried` and `said in its own voice` apart."""
    record(book, said(ruling=YES, sources=sources, tags=["all"]))
    found = card(book, per="source", **way)
    voices = {row.name: (row.recorded, row.own_voice.recorded) for row in found.rows}
    assert voices == {"Herald": (1, 1), "Sun": (1, 0)}
    assert (found.everyone.recorded, found.everyone.own_voice.recorded) == (1, 1)


@pytest.mark.parametrize("order", [1, -1])
def test_what_is_cited_later_counts_as_what_was_cited_at_once(book, order):
    """The same citations, one by one: the fixture replays the journal and compares."""
    add(book, citation="Sun")
    for own_voice in (False, True)[::order]:
        cited = NewCitation("Herald", title=f"{own_voice}", own_voice=own_voice)
        book.cite(1, cited, TODAY)
    found = card(book, per="source")
    assert named(found, "Herald").own_voice.recorded == 1
    assert [row.recorded for row in found.rows] == [1, 1]


@pytest.mark.parametrize("order", [1, -1])
def test_an_article_that_quotes_and_says_it_itself_has_its_own_voice(book, order):
    """The same of one article with two quotes of one forecast."""
    quotes = [{"source": "Herald", "quote": "She says so."},
              {"source": "Herald", "quote": "So it is.", "own_voice": True}]  # fmt: skip
    record(book, said(ruling=YES, sources=quotes[::order]))
    (row,) = card(book, per="article").rows
    assert (row.recorded, row.own_voice.recorded) == (1, 1)


def test_articles_keep_what_each_of_them_did(book):
    """Only the outlet's one citation that counts is another one."""
    record(book, said(ruling=YES, sources=[CARRIED, OWN, SUN]))
    found = card(book, per="article")
    voices = {row.name: row.own_voice.recorded for row in found.rows}
    assert voices == {"Herald: A": 0, "Herald: B": 1, "Sun ": 0}
    assert found.everyone.own_voice.recorded == 1
