"""Every measure counts the same statements: none that was made after deadline or answer."""

import pytest

from ledger.book import ScorecardRequest
from tests.book.builders import TODAY
from tests.book.scoring import card, record, said

NOT_BEFORE = {"on": "2017-05-01"}
PUBLIC = [{"url": "https://x.org/a", "date": "2017-05-01"}]
SERIES = [
    {"made_on": "2017-03-08", "probability": "0.7"},
    {"made_on": "2017-06-01", "probability": "0.01"},
]
"""In time, and after the answer was out on 2017-05-01; all are due on 2017-08-08."""


def negated(question):
    return {"negated": True, "ruling": NOT_BEFORE, "question": question}


def number(question):
    asked = {"key": question, "text": question, "kind": "number"}
    ruling = {"question": question, "value": "5", "evidence": PUBLIC}
    return {"parts": [{"question": asked, "at_least": "4"}], "rulings": [ruling]}


def choice(question):
    asked = {"key": question, "text": question, "kind": "choice", "options": ["A", "B"]}
    ruling = {"question": question, "option": "A", "evidence": PUBLIC}
    return {"parts": [{"question": asked, "options": ["A"]}], "rulings": [ruling]}


def event(question):
    return {"ruling": NOT_BEFORE, "question": question}


@pytest.mark.parametrize(
    ("about", "gap"), [(event, 0.3), (negated, 0.7), (number, 0.3), (choice, 0.3)]
)
@pytest.mark.parametrize("rule", ["last", "mean", "first", "time-weighted"])
def test_what_was_said_after_the_answer_is_never_scored(book, about, gap, rule):
    """`The last forecast made before the deadline or the answer`: by every way to a score."""
    record(book, said("Ann", probability="0.7", updates=SERIES, **about("a")),
           said("Bob", probability="0.6", **about("a")))  # fmt: skip
    by = {"update_rule": rule}
    plain = {row.name: row for row in card(book, **by).rows}
    asked = {row.name: row.score for row in card(book, score="brier", **by).rows}
    compared = book.compare("Ann", "Bob", ScorecardRequest(**by), TODAY)
    (scored,) = card(book, name="Ann", **by).page.forecasts
    assert plain["Ann"].brier == pytest.approx(gap**2)
    assert asked["Ann"] == pytest.approx(gap**2)
    assert compared.scores.mean_a == pytest.approx(gap**2)
    assert scored.p == 0.7
    log = card(book, name="Ann", score="log", **by).rows[0].score
    assert 2.71828182845904**-log == pytest.approx(1 - gap)


def test_a_distribution_given_after_the_answer_is_never_scored(book):
    asked = {"key": "c", "text": "which", "kind": "choice", "options": ["A", "B"]}
    late = {"made_on": "2017-06-01", "spread": {"options": {"A": "1", "B": "0"}}}
    rulings = [{"question": "c", "option": "A", "evidence": PUBLIC}]
    spread = {"options": {"A": "0.6", "B": "0.4"}}
    record(book, said(spread=spread, parts=[{"question": asked, "options": ["A"]}],
                      updates=[late], rulings=rulings))  # fmt: skip
    assert card(book).everyone.choice_brier == pytest.approx(0.16 + 0.16)


def test_of_several_distributions_in_time_the_latest_day_counts(book):
    asked = {"key": "c", "text": "which", "kind": "choice", "options": ["A", "B"]}
    updates = [
        {"made_on": "2017-04-02", "spread": {"options": {"A": "0.9", "B": "0.1"}}},
        {"made_on": "2017-04-01", "spread": {"options": {"A": "0.2", "B": "0.8"}}},
    ]
    record(book, said(spread={"options": {"A": "0.5", "B": "0.5"}}, updates=updates,
                      parts=[{"question": asked, "options": ["A"]}],
                      rulings=[{"question": "c", "option": "A"}]))  # fmt: skip
    assert card(book).everyone.choice_brier == pytest.approx(0.02)


def test_hits_of_a_comparison_are_of_the_statement_that_the_rule_counts(book):
    turned = [{"made_on": "2017-03-08", "probability": "0.9"}]
    record(book, said("Ann", NOT_BEFORE, probability="0.2", updates=turned, question="a"),
           said("Bob", NOT_BEFORE, probability="0.9", question="a"))  # fmt: skip

    def alone_right(rule):
        found = book.compare("Ann", "Bob", ScorecardRequest(update_rule=rule), TODAY).hits
        return found.both, found.only_b

    assert alone_right("last") == (1, 0)
    assert alone_right("first") == (0, 1)
    (scored,) = card(book, name="Ann", update_rule="first").page.forecasts
    assert (scored.p, scored.hit) == (0.2, False)


def test_a_number_that_words_replaced_is_scored_by_none(book):
    words = [{"made_on": "2017-03-08", "phrase": "maybe"}]
    record(book, said(ruling=NOT_BEFORE, probability="0.9", updates=words))
    found = card(book, score="log").everyone
    assert (found.brier, found.score) == (None, None)
    assert card(book, score="log", update_rule="first").everyone.brier == pytest.approx(0.01)
