"""Hostile input is harmless: whatever is typed into whatever field is recorded or refused."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings, strategies as st

from ledger.book import Accepts, Condition, Filter, Ledger, NewCitation, NewForecast, NewRuling
from ledger.errors import LedgerError
from tests.book.builders import RECORDED, TODAY, add

NASTY = st.sampled_from([
    "", " ", "\x00", "\x1b[2J", "\u202eAnn", "\ud800", "٠.٧", "nan", "inf", "1e999", "-0", "1_000",
    "9" * 400, "q1", "q0", "q" + "9" * 18, "Q1", "not q1", "q1 by q1", "before q1", "after q1",
    "within 99999 weeks of q1", "within 99999 hours of q1", "9999-12-31", "0001-01-01",
    "0001", "9999", "10000", "2017-02-30", "2017..2016", "2016-10..2016-12", "..", "a..b",
    "within 999999999 years", "within 0 days", "in 12345678901234567890 centuries",
    "by the end of the world", "not before 9999", "not before 0001", "after 9999-12-31",
    "never", "on 31 December 9999", "around the new year", "3:1", "0:0", "70", "70 %", "101 %",
    "0.5", "1:999999999", "=1+1", "A=0.5", "A=0.5=0.5", "=", "A,B", ",", "A,a", "https://x.org/a",
    "https://[::1", "https://x.org/ 2017-02-30 T", "javascript:alert(1)", "x" * 30_000,
    "'; DROP TABLE forecast; --", "%", "!", "{}", "\n", "a\nb", "void", "2017-06-10",
])  # fmt: skip
TEXT = NASTY | st.text(max_size=20)
MAYBE = st.none() | TEXT
TEXTS = st.lists(TEXT, max_size=2).map(tuple)

NEW = st.builds(
    NewForecast, claim=MAYBE | st.just("Mosul retaken by 2018"), by=MAYBE | st.just("Ann"),
    role=MAYBE, forecaster_kind=st.none() | TEXT, made=MAYBE | st.just("2017-02-08"),
    deadline=MAYBE, after=MAYBE, probability=MAYBE, phrase=MAYBE,
    negated=st.none() | st.booleans(), vague=MAYBE, all_of=TEXTS, any_of=TEXTS,
    given=st.none() | st.builds(Condition, TEXT, MAYBE), question=MAYBE, criteria=MAYBE,
    judge=MAYBE, revises=st.none() | st.integers(-1, 3), counters=st.none() | st.integers(),
    accepts=st.just(Accepts()) | st.builds(
        Accepts, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, TEXTS, MAYBE, st.booleans(), TEXTS
    ),
    citation=st.none() | st.builds(NewCitation, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE),
    tags=TEXTS, note=MAYBE, key=MAYBE,
)  # fmt: skip
RULING = st.builds(
    NewRuling, on=MAYBE, not_by=MAYBE, never=st.booleans(), value=MAYBE, option=MAYBE,
    not_options=TEXTS, void=MAYBE, final=st.booleans(), evidence=TEXTS, note=MAYBE, by=MAYBE,
    replace=st.none() | st.integers(), why=MAYBE,
)  # fmt: skip
ONE = st.sampled_from(sorted(NewForecast.__dataclass_fields__))


@st.composite
def one_nasty_field(draw) -> NewForecast:
    """Return a good request with one field (or a part of one) out of hand."""
    good = {"claim": "Mosul retaken by 2018", "by": "Ann", "made": "2017-02-08"}
    name = draw(ONE)
    return NewForecast(**{**good, name: getattr(draw(NEW), name)})


def tried(book: Ledger, what) -> None:
    before = book.anchor()
    refused = None
    try:
        what(book)
    except LedgerError as error:
        refused = str(error)
    if refused is not None:
        assert "\n" not in refused
        assert refused.isprintable(), ascii(refused)
        assert "constraint" not in refused
        assert book.anchor() == before


def fresh(folder: str) -> Ledger:
    book = Ledger.create(Path(folder) / "b.db", clock=lambda: RECORDED)
    add(book, "Mosul retaken by 2017-08-08")
    add(book, "Race", accepts={"options": "A,B", "option": ("A",)})
    add(book, "Inflation", accepts={"at_least": "4"})
    return book


HARD = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@HARD
@given(st.lists(one_nasty_field(), min_size=1, max_size=6))
@example([NewForecast("X", "Ann", made="2017-02-08", after="9999-12-31")])
@example([NewForecast("X", "Ann", made="2017-02-08", deadline="not before 0001-01-01")])
def test_whatever_is_added_is_recorded_or_refused(requests):
    with tempfile.TemporaryDirectory() as folder, fresh(folder) as book:
        for new in requests:
            tried(book, lambda book, new=new: book.add(new, TODAY))
        assert book.verify() == ()
        for listed in book.list(Filter(), TODAY):
            book.show(listed.id, TODAY)
        book.due(TODAY, 10**9)


@HARD
@given(st.lists(st.tuples(st.sampled_from(["q1", "q2", "q3"]) | TEXT, RULING), max_size=6))
def test_whatever_is_ruled_is_recorded_or_refused(rulings):
    with tempfile.TemporaryDirectory() as folder, fresh(folder) as book:
        for question, new in rulings:
            tried(book, lambda book, q=question, new=new: book.resolve(q, new, TODAY))
        assert book.verify() == ()
        book.log()


@HARD
@given(st.lists(NEW, max_size=3), TEXT)
def test_whatever_is_amended_is_recorded_or_refused(requests, why):
    with tempfile.TemporaryDirectory() as folder, fresh(folder) as book:
        for n, new in enumerate(requests, 1):
            tried(book, lambda book, n=n, new=new: book.amend(n, new, why, TODAY))
        assert book.verify() == ()


@pytest.mark.parametrize("number", [-1, 0, 2**62, 2**63, 2**70])
def test_numbers_beyond_the_book_are_not_found(book, number):
    add(book)
    for what in (
        lambda: book.show(number, TODAY),
        lambda: book.log(number),
        lambda: book.strike(number, "why", TODAY),
        lambda: book.question(f"q{max(number, 2**40)}"),
    ):
        with pytest.raises(LedgerError):
            what()
