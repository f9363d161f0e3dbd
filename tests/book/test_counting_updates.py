"""Every measure counts the same statements: none that was made after deadline or answer."""

import pytest

from ledger.book import ScorecardRequest
from ledger.formats.scorecard import scorecard
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


@pytest.mark.parametrize(
    ("rule", "weights"),
    [
        ("last", (0, 0, 1)),
        ("first", (1, 0, 0)),
        ("mean", (1, 1, 1)),
        ("time-weighted", (53, 29, 0)),
    ],
)
def test_every_rule_holds_for_distributions_over_options(book, rule, weights):
    """B: `Default is the last [...]; first, mean and time-weighted on request`."""
    asked = {"key": "c", "text": "which", "kind": "choice", "options": ["A", "B"]}
    shares = ("0.5", "0.8", "0.9")
    first, *later = ({"options": {"A": p, "B": str(1 - float(p))}} for p in shares)
    days = ("2017-04-02", "2017-05-01")
    updates = [{"made_on": d, "spread": s} for d, s in zip(days, later, strict=True)]
    record(book, said("Ann", spread=first, updates=updates,
                      parts=[{"question": asked, "options": ["A"]}],
                      rulings=[{"question": "c", "option": "A", "evidence": PUBLIC}]))  # fmt: skip
    scores = (0.5, 0.08, 0.02)
    expected = sum(w * s for w, s in zip(weights, scores, strict=True)) / sum(weights)
    found = card(book, name="Ann", update_rule=rule)
    assert found.everyone.choice_brier == pytest.approx(expected)
    assert found.page.forecasts[0].choice_brier == pytest.approx(expected)


@pytest.mark.parametrize(
    ("rule", "weights"),
    [("last", (0, 1)), ("first", (1, 0)), ("mean", (1, 1)), ("time-weighted", (53, 29))],
)
def test_every_rule_holds_for_quantiles(book, rule, weights):
    asked = {"key": "n", "text": "oil", "kind": "number", "unit": "USD"}
    first, later = ({"quantiles": {"0.1": low, "0.9": "80"}} for low in ("60", "70"))
    record(book, said("Ann", spread=first, updates=[{"made_on": "2017-04-02", "spread": later}],
                      parts=[{"question": asked, "at_least": "60", "at_most": "80"}],
                      rulings=[{"question": "n", "value": "83", "evidence": PUBLIC}]))  # fmt: skip
    (found,) = card(book, name="Ann", update_rule=rule).page.forecasts

    def weighed(*scores):
        return sum(w * s for w, s in zip(weights, scores, strict=True)) / sum(weights)

    assert found.pinball == pytest.approx(weighed((2.3 + 2.7) / 2, (1.3 + 2.7) / 2))
    assert found.wis == pytest.approx(2 * found.pinball)
    assert (found.level, found.interval_score) == (0.8, pytest.approx(weighed(20 + 30, 10 + 30)))


def test_ranges_of_different_levels_have_no_interval_score_in_common(book):
    asked = {"key": "n", "text": "oil", "kind": "number"}
    later = {"made_on": "2017-04-02", "spread": {"quantiles": {"0.25": "65", "0.75": "75"}}}
    record(book, said("Ann", spread={"quantiles": {"0.1": "60", "0.9": "80"}}, updates=[later],
                      parts=[{"question": asked, "at_least": "60", "at_most": "80"}],
                      rulings=[{"question": "n", "value": "70", "evidence": PUBLIC}]))  # fmt: skip
    (found,) = card(book, name="Ann", update_rule="mean").page.forecasts
    assert (found.level, found.interval_score) == (None, None)
    assert found.wis == pytest.approx((2.0 + 2.5) / 2)


@pytest.mark.parametrize("rule", ["mean", "time-weighted"])
def test_a_rule_that_averages_says_what_it_does_not_average(book, rule):
    """B: `state the rule`; the row is the mean of the scores that its page lists."""
    record(book, said("Ann", NOT_BEFORE, probability="0.2", updates=SERIES, question="a"))
    found = card(book, name="Ann", update_rule=rule)
    assert found.page.forecasts[0].brier == pytest.approx(found.rows[0].brier)
    assert found.rows[0].observed_hits == 1
    text = " ".join(scorecard(found).split())
    assert f"Update rule: {rule}, of the scores of a series; sides, hits and calib" in text


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
