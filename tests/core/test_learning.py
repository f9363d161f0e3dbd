"""Properties of verdicts as more and more is learned, by rulings as a user gives them."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from hypothesis import assume, given, settings, strategies as st

from ledger.core import rulings
from ledger.core.model import (
    Bound,
    Claim,
    Interval,
    Join,
    Kind,
    Knowledge,
    Part,
    Question,
    Verdict,
    Window,
)
from ledger.core.timing import days_late
from ledger.core.verdict import SETTLED, claim_verdict, part_verdict
from ledger.errors import ConflictError

START = dt.date(2020, 1, 1)
DAYS = [START + dt.timedelta(n) for n in range(6)]

thorough = settings(max_examples=300, deadline=None)

QUESTIONS = {
    10: Question(10, "a", "A"),
    20: Question(20, "b", "B", opens=DAYS[2]),
    30: Question(30, "c", "C", Kind.NUMBER),
    40: Question(40, "d", "D", Kind.CHOICE, ("x", "y", "z")),
    50: Question(50, "e", "E"),
}
days = st.sampled_from(DAYS)
windows = st.lists(days, min_size=2, max_size=2).map(lambda ends: Window(*sorted(ends)))
numbers = st.integers(0, 4).map(Decimal)
names = st.lists(st.sampled_from(["x", "y", "z"]), min_size=1, unique=True)
happenings = st.one_of(
    windows.map(lambda window: rulings.happened(window.earliest, window.latest)),
    st.builds(rulings.not_by, days, final=st.booleans()),
    st.just(rulings.never()),
)
sayings = st.one_of(
    st.tuples(st.sampled_from([10, 20, 50]), happenings),
    st.tuples(
        st.just(30),
        st.lists(numbers, min_size=2, max_size=2).map(lambda pair: rulings.value(*sorted(pair))),
    ),
    st.tuples(st.just(40), names.map(lambda some: rulings.options(QUESTIONS[40], some))),
    st.tuples(st.just(40), names.map(lambda some: rulings.options_out(QUESTIONS[40], some))),
    st.tuples(st.sampled_from([10, 20, 30, 40]), st.just(rulings.annul())),
)


@st.composite
def ruled_claims(draw) -> Claim:
    """Draw a claim on the questions above, of parts that nothing decides from the start."""
    ends = st.none() | windows.map(Bound)
    relative = st.builds(Bound, question=st.just(50), offset=st.integers(-2, 2))
    intervals = st.builds(Interval, numbers, open_low=st.booleans())
    options = st.sampled_from([(0,), (1, 2)])
    no = st.booleans()
    event = st.builds(Part, st.sampled_from([10, 20]), negated=no, until=ends)
    later = st.builds(Part, st.just(10), negated=no, until=relative)
    number = st.builds(Part, st.just(30), st.just(Kind.NUMBER), no, interval=intervals)
    choice = st.builds(Part, st.just(40), st.just(Kind.CHOICE), no, options=options)
    parts = draw(st.lists(event | later | number | choice, min_size=1, max_size=3))
    condition = draw(st.none() | event | number | choice)
    return Claim(tuple(parts), draw(st.sampled_from(Join)), condition, draw(st.none() | windows))


@thorough
@given(ruled_claims(), st.lists(sayings, max_size=12))
def test_learning_more_never_flips_true_false_or_void(claim, said):
    known = {number: rulings.unknown(question) for number, question in QUESTIONS.items()}
    parts = (*claim.parts, claim.given) if claim.given else claim.parts
    assume(not any(part_verdict(part, claim.deadline, known) in SETTLED for part in parts))
    for number, ruling in said:
        before = claim_verdict(claim, known)
        try:
            known[number] = rulings.learn(QUESTIONS[number], known[number], ruling)
        except ConflictError:
            continue
        after = claim_verdict(claim, known)
        assert before not in SETTLED or after is before


@st.composite
def by_claims(draw) -> Claim:
    """Draw an unconditional claim of affirmative "by" parts that share its deadline."""
    parts = tuple(Part(question) for question in draw(st.sampled_from([(10,), (20,), (10, 20)])))
    return Claim(parts, draw(st.sampled_from(Join)), deadline=draw(windows))


def learned(said) -> dict[int, Knowledge]:
    """Return what is known after the rulings that are not refused, none of them annulling."""
    known = {number: rulings.unknown(question) for number, question in QUESTIONS.items()}
    for number, ruling in said:
        if ruling.annuls:
            continue
        try:
            known[number] = rulings.learn(QUESTIONS[number], known[number], ruling)
        except ConflictError:
            continue
    return known


ORDER = {Verdict.FALSE: 0, Verdict.PENDING: 1, Verdict.UNCLEAR: 1, Verdict.TRUE: 2}


@thorough
@given(by_claims(), st.lists(sayings, max_size=6), st.integers(0, 4), st.integers(0, 4))
def test_for_an_unconditional_affirmative_by_a_longer_deadline_never_hurts(
    claim, said, more_at_least, more_at_most
):
    known = learned(said)
    assert claim.deadline
    earliest = claim.deadline.earliest + dt.timedelta(more_at_least)
    latest = claim.deadline.latest + dt.timedelta(max(more_at_least, more_at_most))
    longer = replace(claim, deadline=Window(earliest, latest))
    undated = replace(claim, deadline=None)
    verdicts = [claim_verdict(each, known) for each in (claim, longer, undated)]
    assert sorted(verdicts, key=ORDER.__getitem__) == verdicts


@thorough
@given(by_claims(), st.lists(sayings, max_size=6))
def test_what_came_true_is_not_late_and_what_came_late_is_never_right(claim, said):
    known = learned(said)
    late = days_late(claim, known)
    verdict = claim_verdict(claim, known)
    if late is not None and verdict in SETTLED:
        assert verdict is (Verdict.FALSE if late > 0 else Verdict.TRUE)
