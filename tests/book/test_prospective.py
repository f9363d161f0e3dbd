"""--prospective: `only forecasts recorded before their answer was known`."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ledger.book import (
    Accepts,
    Ledger,
    NewForecast,
    NewRuling,
    NewUpdate,
    ScorecardRequest,
)

TODAY = dt.date(2026, 12, 1)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now

    def set(self, day: str) -> None:
        self.now = dt.datetime.fromisoformat(f"{day}T12:00+00:00")


class Desk:
    """A book, its clock, and verbs that need only a day."""

    def __init__(self, book: Ledger, clock: Clock) -> None:
        self.book, self.clock = book, clock

    def add(self, day: str, claim: str = "Mosul retaken", **more: object) -> int:
        self.clock.set(day)
        plain = {"by": "Ann", "made": "2026-02-01", "deadline": "2026-06-30"}
        new = NewForecast(claim=claim, **{**plain, **more})
        return self.book.add(new, TODAY, again=True).id

    def rule(self, day: str, question: str = "q1", **said: object) -> None:
        self.clock.set(day)
        self.book.resolve(question, NewRuling(**said), TODAY)

    def update(self, day: str, probability: str, made: str) -> None:
        self.clock.set(day)
        self.book.update(1, NewUpdate(probability=probability, made=made), TODAY)

    def amend(self, day: str, **fields: object) -> None:
        self.clock.set(day)
        self.book.amend(1, NewForecast(**fields), "mistyped", TODAY)

    def counted(self, **asked: object) -> list[tuple[int, float | None]]:
        """Return number and probability of the forecasts that Ann's page counts."""
        found = self.book.scorecard(ScorecardRequest(name="Ann", prospective=True, **asked), TODAY)
        return [(one.forecast.id, one.p) for one in found.page.forecasts] if found.page else []


@contextmanager
def desk(path: Path, zone: str = "UTC") -> Iterator[Desk]:
    clock = Clock()
    with Ledger.create(path, time_zone=zone, clock=clock) as book:
        yield Desk(book, clock)
        assert book.verify() == ()


def test_an_update_recorded_after_the_ruling_counts_as_if_it_did_not_exist(path):
    with desk(path) as at:
        at.add("2026-02-02", probability="0.5")
        at.update("2026-03-01", "0.6", "2026-03-01")
        at.rule("2026-04-02", on="2026-04-01")
        at.update("2026-04-03", "0.99", "2026-03-31")
        assert at.counted() == [(1, 0.6)]
        assert at.counted(update_rule="first") == [(1, 0.5)]
        plain = at.book.scorecard(ScorecardRequest(name="Ann"), TODAY).page.forecasts
        assert [one.p for one in plain] == [0.99]


@pytest.mark.parametrize(
    "late",
    [{"probability": "0.99"}, {"deadline": "2026-12-31"}, {"negated": False, "made": "2026-02-03"}],
)
def test_an_amendment_of_what_was_said_after_the_deadline_is_undone(path, late):
    with desk(path) as at:
        at.add("2026-02-02", claim="Mosul is lost", probability="0.2")
        at.amend("2026-07-02", **late)
        at.rule("2026-07-03", not_by="2026-06-30")
        assert at.counted() == [(1, 0.2)]
        found = at.book.scorecard(ScorecardRequest(prospective=True), TODAY)
        assert (found.rows[0].due, found.rows[0].brier) == (1, pytest.approx(0.04))


def test_an_amendment_in_time_counts_and_so_does_a_name_put_right_later(path):
    with desk(path) as at:
        at.add("2026-02-02", probability="0.2", by="Anne")
        at.amend("2026-02-03", probability="0.3")
        at.rule("2026-04-02", on="2026-04-01")
        at.amend("2026-04-03", by="Ann", tags=("war",))
        assert at.counted() == [(1, 0.3)]
        assert at.counted(tag="war") == [(1, 0.3)]


def test_a_ruling_that_was_replaced_had_told_the_answer_all_the_same(path):
    with desk(path) as at:
        at.add("2026-02-02", claim="Mosul is retaken")
        at.rule("2026-04-02", on="2026-04-01")
        at.add("2026-04-03", question="q1", made="2026-03-31", probability="0.9")
        at.rule("2026-05-02", on="2026-05-01", replace=1, why="not yet then")
        assert [number for number, _ in at.counted()] == [1]


def test_options_ruled_out_tell_an_answer_where_they_leave_none_open(path):
    ways = {"accepts": Accepts(options="A,B,C", option=("A",)), "claim": "Who wins"}
    with desk(path) as at:
        at.add("2026-02-02", **ways)
        at.rule("2026-03-02", not_options=("C",))
        chosen = {"claim": "Who wins", "question": "q1"}
        at.add("2026-03-03", **chosen, accepts=Accepts(option=("A",)))
        at.add("2026-03-03", **chosen, accepts=Accepts(option=("C",)), probability="0.01")
        at.rule("2026-04-02", option="A", evidence=("https://example.org 2026-04-01",))
        assert [number for number, _ in at.counted()] == [1, 2]


def test_of_several_parts_the_answer_to_all_of_it_is_what_counts(path):
    with desk(path) as at:
        at.add("2026-02-02", claim="both", all_of=("Mosul retaken", "Raqqa retaken"))
        at.rule("2026-03-02", "q1", on="2026-03-01")
        again = {"claim": "both", "all_of": ("q1", "q2")}
        at.add("2026-03-03", **again)
        either = at.add("2026-03-03", claim="either", any_of=("q1", "q2"))
        at.rule("2026-05-02", "q2", on="2026-05-01")
        late = at.add("2026-05-03", **again)
        counted = [number for number, _ in at.counted()]
        assert counted == [1, 2]
        assert not {either, late} & set(counted)


def test_what_was_recorded_after_the_event_is_left_out_whichever_side_it_took(path):
    with desk(path) as at:
        at.add("2026-04-01")
        at.add("2026-04-02", question="q1", negated=True)
        at.add("2026-04-02", question="q1")
        at.rule("2026-06-01", on="2026-04-01")
        assert [number for number, _ in at.counted()] == [1]


@pytest.mark.parametrize(
    ("zone", "in_time"), [("UTC", [1]), ("Pacific/Auckland", []), ("America/New_York", [1])]
)
def test_the_day_of_recording_is_that_of_the_book_in_which_deadlines_end(path, zone, in_time):
    """`A deadline is a calendar date, inclusive, that ends in the book's time zone.`"""
    with desk(path, zone) as at:
        at.add("2026-06-30")
        at.rule("2026-07-02", not_by="2026-06-30")
        assert [number for number, _ in at.counted()] == in_time


def test_the_book_as_recorded_at_a_time_can_be_asked_too(path):
    with desk(path) as at:
        at.add("2026-02-02", deadline="2026-04-02", probability="0.5")
        at.rule("2026-04-02", on="2026-04-01")
        at.update("2026-04-02", "0.99", "2026-03-31")
        assert at.counted(recorded_by="2026-04-02") == [(1, 0.5)]
        assert at.counted(recorded_by="2026-04-04") == [(1, 0.5)]
