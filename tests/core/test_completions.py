"""The properties of verdicts, each proved by trying every completion of small cases.

A completion gives every question one of its possible answers and every window one of its
days; then each part is plainly true or false, or void when a question of it is annulled.
"""

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import reduce
from operator import or_

from hypothesis import given, settings, strategies as st

from ledger.core.model import (
    Bound,
    Claim,
    Interval,
    Join,
    Kind,
    Knowledge,
    Part,
    Verdict,
    Window,
)
from ledger.core.spans import FIRST_DAY, LAST_DAY, NEVER, Spans
from ledger.core.verdict import claim_verdict, part_verdict

TRUE, FALSE, PENDING, UNCLEAR, VOID, _ANSWERED = Verdict
SWAPPED = {TRUE: FALSE, FALSE: TRUE}

START = dt.date(2020, 1, 1).toordinal()
DAYS = range(START, START + 6)
HALVES = range(9)  # the numbers 0, 1 .. 4 and the gaps between them, as halves
OPTIONS = range(3)

thorough = settings(max_examples=200, deadline=None)


@dataclass
class World:
    """What is known, as the ledger keeps it and as a plain list of answers."""

    known: dict[int, Knowledge] = field(default_factory=dict)
    answers: dict[int, list] = field(default_factory=dict)


def spans_of(kind: Kind, answers) -> Spans:
    if kind is Kind.NUMBER:
        return reduce(or_, map(half, answers))
    return reduce(or_, (Spans.whole(answer, answer) for answer in answers))


def half(number: int) -> Spans:
    """Return a whole number as one point, and an odd half as the open gap about it."""
    low, high = Decimal(number // 2), Decimal((number + 1) // 2)
    return Spans.between((low, number % 2), (high, 1 - number % 2))


UNIVERSE = {Kind.EVENT: (*DAYS, NEVER), Kind.NUMBER: tuple(HALVES), Kind.CHOICE: tuple(OPTIONS)}


@st.composite
def learned(draw, world: World, question: int, kind: Kind):
    """Add a question of which something is known to a world."""
    answers = draw(st.lists(st.sampled_from(UNIVERSE[kind]), min_size=1, unique=True))
    final, annulled = draw(st.booleans()), draw(st.integers(0, 9)) == 0
    world.answers[question] = answers
    world.known[question] = Knowledge(spans_of(kind, answers), final or annulled, annulled)


def windows() -> st.SearchStrategy[Window]:
    ends = st.lists(st.sampled_from(DAYS).map(dt.date.fromordinal), min_size=2, max_size=2)
    return ends.map(lambda pair: Window(*sorted(pair)))


@st.composite
def event_parts(draw, world: World, number: int) -> Part:
    """Draw an event part whose questions are its own: number, number + 1, number + 2."""
    draw(learned(world, number, Kind.EVENT))
    ends = [draw(bounds(world, number + 1)), draw(bounds(world, number + 2))]
    if ends[0] and ends[0].question and draw(st.booleans()):
        ends[1] = replace(ends[0], offset=ends[0].offset + draw(st.integers(0, 3)))
    return Part(number, Kind.EVENT, draw(st.booleans()), *ends)


@st.composite
def bounds(draw, world: World, question: int) -> Bound | None:
    match draw(st.sampled_from(["none", "window", "relative"])):
        case "window":
            return Bound(draw(windows()))
        case "relative":
            draw(learned(world, question, Kind.EVENT))
            return Bound(question=question, offset=draw(st.integers(-2, 2)))
    return None


@st.composite
def value_parts(draw, world: World, number: int) -> Part:
    """Draw a part about a number or a choice."""
    kind = draw(st.sampled_from([Kind.NUMBER, Kind.CHOICE]))
    draw(learned(world, number, kind))
    negated = draw(st.booleans())
    if kind is Kind.CHOICE:
        return Part(number, kind, negated, options=tuple(draw(st.sets(st.sampled_from(OPTIONS)))))
    ends = st.none() | st.integers(0, 4).map(Decimal)
    interval = st.builds(Interval, ends, ends, st.booleans(), st.booleans())
    return Part(number, kind, negated, interval=draw(interval))


@st.composite
def claims(draw) -> tuple[Claim, World]:
    world = World()
    parts = [
        draw(event_parts(world, number) if draw(st.booleans()) else value_parts(world, number))
        for number in range(10, 10 + 10 * draw(st.integers(1, 3)), 10)
    ]
    condition = draw(st.none() | event_parts(world, 100))
    deadline = draw(st.none() | windows())
    return Claim(tuple(parts), draw(st.sampled_from(Join)), condition, deadline), world


# The oracle: every completion, one by one.


def outcomes(part: Part, deadline: Window | None, world: World) -> set[Verdict]:
    """Return what comes out of a part over all completions."""
    ends = (part.after, part.until or (Bound(deadline) if deadline else None))
    asked = {part.question, *(bound.question for bound in ends if bound and bound.question)}
    if any(world.known[question].annulled for question in asked):
        return {VOID}
    found = set()
    for first, last in days_allowed(ends, world):
        for answer in world.answers[part.question]:
            found.add(TRUE if is_accepted(part, answer, first, last) != part.negated else FALSE)
    return found


def days_allowed(ends, world: World) -> Iterator[tuple[int, int]]:
    after, until = ends
    asked = sorted({bound.question for bound in ends if bound and bound.question})
    for chosen in itertools.product(*(world.answers[question] for question in asked)):
        day_of = dict(zip(asked, chosen, strict=True))
        firsts, lasts = day_choices(after, FIRST_DAY, day_of), day_choices(until, NEVER, day_of)
        yield from itertools.product(firsts, lasts)


def day_choices(bound: Bound | None, default: int, day_of) -> list[int]:
    if bound is None:
        return [default]
    if bound.window:
        return [*range(bound.window.earliest.toordinal(), bound.window.latest.toordinal() + 1)]
    day = day_of[bound.question]
    return [day if day == NEVER else day + bound.offset]


def is_accepted(part: Part, answer: int, first: int, last: int) -> bool:
    if part.kind is Kind.EVENT:
        return answer != NEVER and first <= answer <= last
    if part.kind is Kind.CHOICE:
        return answer in part.options
    ends, number = part.interval, Decimal(answer) / 2
    assert ends
    above = ends.low is None or number > ends.low or (number == ends.low and not ends.open_low)
    below = ends.high is None or number < ends.high or (number == ends.high and not ends.open_high)
    return above and below


def whole(parts, join: Join, condition: Verdict) -> Verdict:
    """Return what comes out of a claim whose parts and condition came out."""
    decisive = FALSE if join is Join.ALL else TRUE
    body = next((v for v in (decisive, VOID) if v in parts), SWAPPED[decisive])
    return body if condition is TRUE else VOID


@thorough
@given(claims())
def test_a_verdict_is_what_every_completion_of_the_knowledge_agrees_on(case):
    claim, world = case
    parts = [outcomes(part, claim.deadline, world) for part in claim.parts]
    condition = outcomes(claim.given, claim.deadline, world) if claim.given else {TRUE}
    agreed = {
        whole(combined, claim.join, given_)
        for *combined, given_ in itertools.product(*parts, condition)
    }
    verdict = claim_verdict(claim, world.known)
    assert {verdict} == agreed if len(agreed) == 1 else verdict in {PENDING, UNCLEAR}


@thorough
@given(st.data())
def test_a_part_is_undecided_only_where_completions_differ(data):
    world = World()
    part, deadline = data.draw(event_parts(world, 10)), data.draw(st.none() | windows())
    agreed = outcomes(part, deadline, world)
    verdict = part_verdict(part, deadline, world.known)
    assert {verdict} == agreed if len(agreed) == 1 else verdict in {PENDING, UNCLEAR}


@thorough
@given(claims())
def test_final_knowledge_that_does_not_decide_makes_a_forecast_unclear(case):
    claim, world = case
    final = {question: replace(known, final=True) for question, known in world.known.items()}
    now, then = claim_verdict(claim, world.known), claim_verdict(claim, final)
    assert then is not PENDING
    assert then is (UNCLEAR if now is PENDING else now)


@thorough
@given(claims(), st.data())
def test_what_is_settled_or_unclear_stays_so_whatever_the_answers_turn_out_to_be(case, data):
    claim, world = case
    before = claim_verdict(claim, world.known)
    answered = {
        question: Knowledge(
            spans_of(kind_of(question, claim), [data.draw(st.sampled_from(answers))]), final=True
        )
        for question, answers in world.answers.items()
        if not world.known[question].final
    }
    after = claim_verdict(claim, world.known | answered)
    assert after is before if before is not PENDING else after is not PENDING


def kind_of(question: int, claim: Claim) -> Kind:
    kinds = {part.question: part.kind for part in claim.parts}
    return kinds.get(question, Kind.EVENT)


@thorough
@given(claims())
def test_negation_swaps_true_and_false_and_leaves_the_others(case):
    claim, world = case
    for part in claim.parts:
        one = replace(claim, parts=(part,))
        other = replace(claim, parts=(replace(part, negated=not part.negated),))
        verdict = claim_verdict(one, world.known)
        assert claim_verdict(other, world.known) is SWAPPED.get(verdict, verdict)


@thorough
@given(claims())
def test_any_mirrors_all(case):
    claim, world = case
    mirrored = replace(
        claim,
        parts=tuple(replace(part, negated=not part.negated) for part in claim.parts),
        join=Join.ANY if claim.join is Join.ALL else Join.ALL,
    )
    verdict = claim_verdict(claim, world.known)
    assert claim_verdict(mirrored, world.known) is SWAPPED.get(verdict, verdict)


def test_the_small_cases_lie_well_inside_the_days_there_are():
    assert DAYS[0] - 2 > FIRST_DAY
    assert DAYS[-1] + 10 < LAST_DAY
