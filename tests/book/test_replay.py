"""Replaying the journal gives the same tables, whatever was done to the book in whatever order.

A book is written entry by entry, and verified by replaying all of it at once: both must agree.
"""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings, strategies as st

from ledger.book import Accepts, Condition, Ledger, NewCitation, NewForecast, NewRuling, NewUpdate
from ledger.errors import LedgerError
from tests.book.builders import RECORDED, TODAY, asked

NAMES = st.sampled_from(["Ann", "Bob", "Robert"])
OUTLETS = st.sampled_from(["Mail", "Post", "Times"])
CLAIMS = st.sampled_from(["Mosul retaken", "Raqqa retaken", "The king dies"])
DAYS = st.sampled_from(["2017-03-01", "2017-06-10", "2017-08-08", "2018-01-01"])
SPANS = st.sampled_from(["2017-06-10", "2017-06-01..2017-06-30", "2018-01-01"])
DEADLINES = st.one_of(DAYS, st.sampled_from(["within six months", "before q1", "q2", None]))
NUMBERS = st.integers(1, 5)
QUESTIONS = NUMBERS.map(lambda n: f"q{n}")
CITATIONS = st.none() | st.builds(
    NewCitation, OUTLETS, title=st.sampled_from([None, "A"]), own_voice=st.booleans()
)
PARTS = st.lists(
    st.sampled_from(["Mosul", "not: Raqqa", "q1", "not q2 by 2017-06-10", "B by 2018"]),
    min_size=2,
    max_size=3,
).map(tuple)
ACCEPTS = st.sampled_from([
    Accepts(at_least="4"), Accepts(about="4.5"), Accepts(options="A,B,C", option=("A",)),
    Accepts(options="A,B,C", option=("A=0.6", "B=0.3", "C=0.1")),
])  # fmt: skip


@st.composite
def forecasts(draw):
    kind = draw(st.sampled_from(["plain", "plain", "all_of", "any_of", "accepts", "question"]))
    what = {
        "plain": {}, "all_of": {"all_of": draw(PARTS)}, "any_of": {"any_of": draw(PARTS)},
        "accepts": {"accepts": draw(ACCEPTS)}, "question": {"question": draw(QUESTIONS)},
    }[kind]  # fmt: skip
    return asked(
        draw(CLAIMS), by=draw(NAMES), deadline=draw(DEADLINES), negated=draw(st.booleans()),
        role=draw(st.sampled_from([None, "minister", "president"])), citation=draw(CITATIONS),
        made=draw(st.sampled_from(["2017-02-08", "2017-02..2017-05"])),
        probability=draw(st.sampled_from([None, "0.5", "0.8"])),
        given=draw(st.sampled_from([None, None, Condition("A deal"), Condition("q1", "2017")])),
        tags=draw(st.sampled_from([(), ("war",), ("war", "oil")])),
        counters=draw(st.sampled_from([None, None, 1])), **what,
    )  # fmt: skip


RULINGS = st.builds(
    lambda said, replace, evidence: NewRuling(
        **said, replace=replace, why="x" if replace else None, evidence=evidence
    ),
    st.one_of(
        SPANS.map(lambda day: {"on": day}),
        DAYS.map(lambda day: {"not_by": day}),
        st.sampled_from([
            {"never": True}, {"void": "renamed"}, {"value": "4.2"}, {"value": "3..5"},
            {"option": "A"}, {"not_options": ("B",)},
        ]),
    ),
    st.none() | st.integers(1, 4),
    st.sampled_from([(), ("https://x.org/a 2017-07-01 A",)]),
)  # fmt: skip

AMENDMENTS = st.one_of(
    forecasts(),
    st.builds(NewForecast, note=st.just("x"), deadline=DEADLINES),
    st.builds(NewForecast, claim=CLAIMS, citation=CITATIONS, role=st.just("general")),
    st.builds(NewForecast, negated=st.booleans(), by=NAMES),
)


OPERATIONS = st.one_of(
    forecasts().map(lambda new: lambda book: book.add(new, TODAY)),
    st.tuples(QUESTIONS, RULINGS).map(lambda a: lambda book: book.resolve(*a, TODAY)),
    st.tuples(NUMBERS, AMENDMENTS).map(lambda a: lambda book: book.amend(*a, "why", TODAY)),
    st.tuples(NUMBERS, CITATIONS.filter(bool)).map(lambda a: lambda book: book.cite(*a, TODAY)),
    st.tuples(NUMBERS, DAYS).map(
        lambda a: lambda book: book.update(a[0], NewUpdate("0.9", made=a[1]), TODAY)
    ),
    st.tuples(NUMBERS, DAYS).map(lambda a: lambda book: book.retract(*a, TODAY)),
    NUMBERS.map(lambda n: lambda book: book.strike(n, "why", TODAY)),
    st.tuples(NUMBERS, st.sampled_from(["void", "vague"])).map(
        lambda a: lambda book: book.answer(*a, "why", NewRuling(), TODAY)
    ),
    st.tuples(QUESTIONS, QUESTIONS).map(
        lambda a: lambda book: book.merge_questions(*a, "why", TODAY)
    ),
    st.tuples(NUMBERS, QUESTIONS, st.none() | st.integers(0, 2)).map(
        lambda a: lambda book: book.move(a[0], a[1], TODAY, a[2])
    ),
    st.tuples(QUESTIONS, st.sampled_from([{"criteria": "c"}, {"opens": "2017-06-01"}])).map(
        lambda a: lambda book: book.edit_question(*a, TODAY)
    ),
    st.tuples(NAMES, st.sampled_from([None, "crowd"]), st.sampled_from([None, "chief"]),
              st.none() | NAMES).map(
        lambda a: lambda book: book.edit_forecaster(a[0], kind=a[1], role=a[2], same_as=a[3])
    ),
)  # fmt: skip


START = (
    asked("Mosul retaken by 2017-08-08", citation="Mail", role="general"),
    asked("The heir marries", by="Bob", deadline="before q1"),
    asked("Both within six months", all_of=("q1", "not: Raqqa"), given=Condition("A deal")),
    asked("Inflation in 2017", by="Robert", accepts=Accepts(at_least="4")),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(OPERATIONS, min_size=2, max_size=14))
def test_replaying_the_journal_gives_the_same_tables(operations):
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger.create(Path(folder) / "b.db", clock=lambda: RECORDED) as book,
    ):
        for new in START:
            book.add(new, TODAY)
        for operation in operations:
            attempt(operation, book)
        assert book.verify() == ()


def attempt(operation, book):
    """Do it, or be refused: in one line, and without a trace in the journal."""
    before, refusal = book.anchor(), ""
    try:
        operation(book)
    except LedgerError as error:
        refusal = str(error)
    assert "\n" not in refusal
    assert "constraint" not in refusal, "refused by the book, not by its tables"
    assert not refusal or book.anchor() == before
