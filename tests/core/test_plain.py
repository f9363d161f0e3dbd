"""Plain forecasts: what one comes to is worked out on the first days that there are."""

import datetime as dt
from itertools import product
from typing import get_args

import pytest

from ledger.core import counting, plain
from ledger.core.model import Claim, Part, Window
from ledger.core.timing import standing

FIRST, LAST = dt.date.min, dt.date.max
DAYS = [FIRST, FIRST + dt.timedelta(1), dt.date(2017, 2, 11), LAST - dt.timedelta(1), LAST]
CASES = [
    (day, deadline, made, negated)
    for day, deadline, made, negated in product(DAYS, DAYS, DAYS, [False, True])
    if made <= deadline
]


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("answer", ["on", "not_by"])
def test_days_however_far_apart_come_to_what_they_come_to_themselves(answer, dated):
    """ "No traceback": a deadline of 9999-12-31 met on 0001-01-01 is a row like others."""
    for day, deadline, made, negated in CASES:
        if answer == "not_by" and (day != deadline or not dated):
            continue  # a plain row says "no" by its deadline only
        due = Window.on(deadline) if dated else None
        claim = Claim((Part(1, negated=negated),), deadline=due)
        known = plain.knowledge(answer, day.isoformat())
        found = standing(claim, Window.on(made), {1: known})
        state = counting.state(found, struck=False, vague=False, void=False, dated=dated)
        late = (day - deadline).days if answer == "on" and dated else 0
        assert plain.stands(answer, late, day < made, dated, negated) == (
            found.verdict.value, found.days_late, state
        ), (answer, day, deadline, made, negated)  # fmt: skip


@pytest.mark.parametrize(
    "name",
    ["key", "forecaster", "deadline", "negated", "cited", "question", "answer", "day", "body"],
)
def test_what_is_looked_up_alone_stands_in_its_column(name):
    """Places are literal numbers, so that the type of each lookup is checked."""
    assert getattr(plain, name.upper()) == plain.Columns._fields.index(name)
    assert len(get_args(plain.Plain)) == len(plain.Columns._fields)
