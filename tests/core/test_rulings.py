"""Rulings say which answers are still possible, and accumulate."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from ledger.core import rulings
from ledger.core.model import Interval, Knowledge
from ledger.core.spans import ANY_DAY_OR_NEVER, ONLY_NEVER, Spans, days
from ledger.errors import ConflictError, InputError
from tests.core.builders import CHOICE, EVENT, NUMBER, d, knowing, not_by, on, value

NEVER = rulings.never()
ANNUL = rulings.annul()


def is_(*names, **more):
    return rulings.options(CHOICE, names, **more)


def out(*names, **more):
    return rulings.options_out(CHOICE, names, **more)


def after(text) -> Spans:
    return ANY_DAY_OR_NEVER - days(None, d(text))


def numbers(low, high) -> Spans:
    return Interval(Decimal(low), Decimal(high)).spans()


@pytest.mark.parametrize(
    ("question", "ruling", "left", "final"),
    [
        (EVENT, on("2017-07-10"), days(d("2017-07-10"), d("2017-07-10")), True),
        (EVENT, on("2017-07-09..2017-07-21"), days(d("2017-07-09"), d("2017-07-21")), True),
        (EVENT, not_by("2017-08-08"), after("2017-08-08"), False),
        (EVENT, not_by("2017-08-08", final=True), after("2017-08-08"), True),
        (EVENT, NEVER, ONLY_NEVER, True),
        (NUMBER, value("4.5"), numbers("4.5", "4.5"), True),
        (NUMBER, value("4.5", "4.5"), numbers("4.5", "4.5"), True),
        (NUMBER, value("4.4", "4.6"), numbers("4.4", "4.6"), False),
        (NUMBER, value(4, 5), numbers("4", "5"), False),
        (NUMBER, value("4.4", "4.6", final=True), numbers("4.4", "4.6"), True),
        (CHOICE, is_("Bob"), Spans.whole(1, 1), True),
        (CHOICE, is_("bob "), Spans.whole(1, 1), True),
        (CHOICE, is_("Ann", "Bob"), Spans.whole(0, 1), False),
        (CHOICE, is_("Ann", "Bob", final=True), Spans.whole(0, 1), True),
        (CHOICE, out("Bob"), Spans.whole(0, 0) | Spans.whole(2, 2), False),
        (CHOICE, out("Bob", final=True), Spans.whole(0, 0) | Spans.whole(2, 2), True),
        (CHOICE, out("Bob", "Ann"), Spans.whole(2, 2), True),
    ],
)
def test_on_never_an_exact_value_and_an_option_are_final(question, ruling, left, final):
    assert knowing(ruling, question=question) == Knowledge(left, final)


@pytest.mark.parametrize(
    ("question", "said", "left", "final"),
    [
        (EVENT, [not_by("2017-01-31"), not_by("2017-03-31")], after("2017-03-31"), False),
        (EVENT, [not_by("2017-03-31"), NEVER], ONLY_NEVER, True),
        (
            EVENT,
            [not_by("2017-07-09"), on("2017-07-01..2017-07-10")],
            days(d("2017-07-10"), d("2017-07-10")),
            True,
        ),
        (
            EVENT,
            [on("2017-07-01..2017-07-20"), on("2017-07-10")],
            days(d("2017-07-10"), d("2017-07-10")),
            True,
        ),
        (
            EVENT,
            [not_by("2017-01-31"), not_by("2017-01-31", final=True)],
            after("2017-01-31"),
            True,
        ),
        (NUMBER, [value(1, 5), value(3, 8)], numbers(3, 5), False),
        (NUMBER, [value(1, 3), value(3, 8)], numbers(3, 3), True),
        (NUMBER, [value(1, 5), value(2)], numbers(2, 2), True),
        (CHOICE, [out("Ann"), out("Bob")], Spans.whole(2, 2), True),
        (CHOICE, [out("Ann"), is_("Ann", "Bob")], Spans.whole(1, 1), True),
    ],
)
def test_rulings_accumulate_each_removes_answers(question, said, left, final):
    assert knowing(*said, question=question) == Knowledge(left, final)


@pytest.mark.parametrize(
    ("question", "said", "next_one", "message"),
    [
        (EVENT, [on("2017-07-10")], on("2017-07-11"), "contradicts"),
        (EVENT, [on("2017-07-10")], NEVER, "contradicts"),
        (EVENT, [NEVER], on("2017-07-10"), "contradicts"),
        (EVENT, [not_by("2017-08-08")], on("2017-07-10"), "contradicts"),
        (EVENT, [on("2017-07-10")], not_by("2017-07-10"), "contradicts"),
        (NUMBER, [value(4)], value(5), "contradicts"),
        (NUMBER, [value(1, 2)], value(3, 4), "contradicts"),
        (CHOICE, [is_("Ann")], is_("Bob"), "contradicts"),
        (CHOICE, [is_("Ann")], out("Ann"), "contradicts"),
        (CHOICE, [out("Ann", "Bob")], out("Cy"), "contradicts"),
        (EVENT, [on("2017-07-10")], on("2017-07-10"), "as precisely already"),
        (EVENT, [on("2017-07-10")], on("2017-07-01..2017-07-31"), "as precisely already"),
        (EVENT, [not_by("2017-03-31")], not_by("2017-01-31"), "as precisely already"),
        (EVENT, [not_by("2017-03-31")], not_by("2017-01-31", final=True), "as precisely already"),
        (EVENT, [on("2017-07-10")], not_by("2017-03-31"), "as precisely already"),
        (NUMBER, [value(2, 3)], value(1, 4), "as precisely already"),
        (NUMBER, [value(2, 3)], value(1, 4, final=True), "as precisely already"),
        (CHOICE, [is_("Ann")], out("Bob"), "as precisely already"),
        (EVENT, [ANNUL], on("2017-07-10"), "was annulled"),
        (EVENT, [ANNUL], ANNUL, "was annulled"),
        (EVENT, [on("2017-07-10")], ANNUL, "has rulings already"),
        (EVENT, [not_by("2017-03-31")], ANNUL, "has rulings already"),
    ],
)
def test_a_ruling_that_contradicts_or_widens_what_is_known_is_refused(
    question, said, next_one, message
):
    knowledge = knowing(*said, question=question)
    with pytest.raises(ConflictError, match=f"(?s)q{question.id}.*--replace N --why") as refused:
        rulings.learn(question, knowledge, next_one)
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_annulling_a_question_voids_everyone_on_it():
    assert knowing(ANNUL).annulled
    assert knowing(ANNUL).final


def test_a_ruling_that_replaces_an_earlier_one_may_annul_what_others_left_open():
    knowledge = knowing(not_by("2017-03-31"), rulings.annul(replaces=True))
    assert knowledge.annulled


@pytest.mark.parametrize(
    ("ruling", "left"),
    [
        (on("2018-12-19"), days(d("2018-12-19"), d("2018-12-19"))),
        (on("2017-12-01..2018-01-05"), days(d("2018-01-01"), d("2018-01-05"))),
        (not_by("2017-06-30", final=True), after("2017-12-31")),
    ],
)
def test_a_question_that_opens_on_a_day_has_its_first_occurrence_on_or_after_it(ruling, left):
    opened = replace(EVENT, opens=d("2018-01-01"))
    assert knowing(ruling, question=opened).possible == left


@pytest.mark.parametrize("ruling", [on("2015-12-16"), not_by("2017-12-31")])
def test_what_happened_before_a_question_opens_is_no_answer_to_it(ruling):
    opened = replace(EVENT, opens=d("2018-01-01"))
    with pytest.raises(ConflictError):
        knowing(ruling, question=opened)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: is_("Dan"), 'q3 has no option "Dan"; its options are: Ann, Bob, Cy'),
        (lambda: out("Dan"), 'q3 has no option "Dan"; its options are: Ann, Bob, Cy'),
        (lambda: on("2017-07-10..2017-07-09"), "put the earlier day first"),
        (lambda: value(2, 1), "put the lower number first"),
    ],
)
def test_a_ruling_that_makes_no_sense_is_refused(make, message):
    with pytest.raises(InputError, match=message):
        make()


JANUARY, JUNE = d("2017-01-15"), d("2017-06-15")


@pytest.mark.parametrize(
    ("said", "public_on"),
    [
        ([replace(value(4), public_on=JUNE)], JUNE),
        ([replace(value(3, 5), public_on=JANUARY), replace(value(4), public_on=JUNE)], JUNE),
        ([replace(value(3, 5), public_on=JUNE), replace(value(4), public_on=JANUARY)], JANUARY),
        ([replace(value(3, 5), public_on=JANUARY), replace(value(4, 6), public_on=JUNE)], JUNE),
        ([replace(value(3, 5), public_on=JUNE), replace(value(4, 6), public_on=JANUARY)], JUNE),
        ([value(3, 5), replace(value(4), public_on=JUNE)], JUNE),
        ([value(3, 5), replace(value(4, 6), public_on=JUNE)], None),
        ([replace(value(3, 5), public_on=JUNE), value(4)], None),
    ],
)
def test_an_answer_is_public_once_everything_it_rests_on_is(said, public_on):
    assert knowing(*said, question=NUMBER).public_on == public_on


def days_around(text):
    return st.dates(d(text), d(text).replace(day=28)).map(str)


event_rulings = st.one_of(
    days_around("2020-01-01").map(on),
    st.tuples(days_around("2020-01-01"), days_around("2020-01-01")).map(
        lambda ends: on("..".join(sorted(ends)))
    ),
    st.builds(not_by, days_around("2020-01-01"), final=st.booleans()),
    st.just(NEVER),
    st.just(ANNUL),
)


@given(st.lists(event_rulings, max_size=8))
def test_knowledge_only_ever_shrinks_and_stays_final(said):
    knowledge = rulings.unknown(EVENT)
    for ruling in said:
        try:
            learned = rulings.learn(EVENT, knowledge, ruling)
        except ConflictError:
            continue
        assert learned != knowledge
        assert learned.possible
        assert learned.possible <= knowledge.possible
        assert learned.final >= knowledge.final
        assert not knowledge.annulled
        knowledge = learned


@pytest.mark.parametrize(
    ("question", "possible"),
    [
        (EVENT, days(d("0001-01-01"), d("9999-12-31")) | ONLY_NEVER),
        (replace(EVENT, opens=d("2018-01-01")), after("2017-12-31")),
        (NUMBER, Interval().spans()),
        (CHOICE, Spans.whole(0, 2)),
    ],
)
def test_before_any_ruling_every_answer_is_possible(question, possible):
    assert rulings.unknown(question) == Knowledge(possible)
