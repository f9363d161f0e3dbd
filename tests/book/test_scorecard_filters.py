"""A filter chooses forecasts and changes nothing of those that it lets through."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from ledger.book import Filter, Ledger
from ledger.book.selecting import PER
from tests.book.builders import RECORDED, TODAY, add
from tests.book.scoring import card, named, record, said

DAYS = st.sampled_from(["2017-05-01", "2017-08-01", "2017-08-18", "2017-09-09", "2018-01-02"])
CITED = st.builds(
    lambda source, own_voice: {"source": source, "own_voice": own_voice},
    st.sampled_from(["Courier", "Herald", "Sun"]), st.booleans(),
)  # fmt: skip
SAID = st.fixed_dictionaries({
    "by": st.sampled_from(["Ann", "Bob"]),
    "ruling": st.sampled_from([None, {"never": True}]) | DAYS.map(lambda day: {"on": day}),
    "probability": st.sampled_from([None, 0.3, 0.5, 0.8]),
    "phrase": st.sampled_from([None, "likely"]),
    "sources": st.lists(CITED, min_size=1, max_size=3) | st.just([]),
    "made_on": st.sampled_from(["2016-12-31", "2017-02-08"]),
    "deadline": st.just("2017-08-08") | st.sampled_from(["2019-12-31", "2030-01-01", None]),
})  # fmt: skip
EVERYTHING = ({"tag": "all"}, {"made_from": "2000-01-01"}, {"made_to": "2019-12-31"},
              {"update_rule": "first"})  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(documents=st.lists(SAID, min_size=6, max_size=12))
def test_a_filter_that_lets_everything_through_changes_no_number(documents):
    """In "n forecasts on m questions" a filter chooses, it does not count anew."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger.create(Path(folder) / "book.db", clock=lambda: RECORDED) as book,
    ):
        record(book, *(said(**document, tags=["all"]) for document in documents))
        for per in PER:
            plain = card(book, per=per)
            for way in EVERYTHING:
                found = card(book, per=per, **way)
                assert (found.rows, found.everyone) == (plain.rows, plain.everyone), (per, way)


@pytest.mark.parametrize("way", [{}, *EVERYTHING, {"by": "Ann"}])
def test_days_late_of_an_outlet_are_those_of_all_that_it_carried(book, way):
    """Rows carry `median days late`: also of what another outlet had carried first."""
    for day, outlets in [("11", ["Herald", "Courier"]), ("21", ["Courier"]), ("31", ["Courier"])]:
        record(book, said(ruling={"on": f"2017-08-{day}"}, sources=outlets, tags=["all"]))
    assert named(card(book, per="source", **way), "Courier").median_days_late == 13


@pytest.mark.parametrize(("update_rule", "words"), [("first", "likely"), ("last", "unlikely")])
def test_a_statement_is_filed_under_its_own_words(book, update_rule, words):
    """`--update-rule` says which statement of a series counts: its words go with it."""
    later = {"made_on": "2017-03-01", "made_on_latest": "2017-03-01", "phrase": "Unlikely"}
    record(book, said(ruling={"never": True}, phrase="Likely", updates=[later]))
    found = card(book, per="phrase", update_rule=update_rule)
    assert [row.name for row in found.rows] == [words]


@pytest.mark.parametrize("written", ["war", "WAR", "wAr", " War "])
def test_a_tag_is_found_in_every_spelling(book, written):
    """The filter `--tag`: files may bring in spellings that differ by case alone."""
    record(book, *(said(tags=[tag]) for tag in ("War", "war", "WAR", "oil")))
    assert card(book, tag=written).everyone.recorded == 3
    assert len(book.list(Filter(tag=written), TODAY)) == 3
    assert sum(row.recorded for row in card(book, tag=written, per="tag").rows) == 3


def test_the_heading_has_the_spelling_that_was_asked_for(book):
    record(book, *(said(tags=[tag]) for tag in ("War", "war", "WAR")))
    assert card(book, tag="war").filters == ("tagged war",)
    assert card(book, tag="wAr").filters == ("tagged WAR",)


def test_a_new_tag_is_spelled_as_the_book_has_it(book):
    add(book, tags=("Iraq war", "iraq WAR"))
    add(book, tags=("iraq war",))
    assert [one.tags for one in book.list(Filter(), TODAY)] == [("Iraq war",), ("Iraq war",)]
    assert [row.name for row in card(book, per="tag").rows] == ["Iraq war"]


@pytest.mark.parametrize("typed", ["Bank of England", "Bank  of England", " bank of ENGLAND "])
def test_a_whole_name_wins_over_a_part_of_one(book, typed):
    """A name that is both a forecaster and an outlet is refused; one that is a whole name of
    only one of them is none of these, whatever blanks it has."""
    record(book, said(by="Bank of England", sources=[{"source": "The Bank of England Review"}]))
    assert card(book, name=typed).filters == ("by Bank of England",)


def test_another_name_of_a_forecaster_is_a_whole_name(book):
    add(book, by="Stephen Townsend")
    add(book, by="Townsend", citation="Townsend Herald")
    book.edit_forecaster("Townsend", kind=None, role=None, same_as="Stephen Townsend")
    assert card(book, name="townsend").filters == ("by Stephen Townsend",)
