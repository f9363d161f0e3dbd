"""Words that deny, and words that commit to nothing: asked about, never guessed."""

import pytest

from ledger.book import Accepts, NewForecast, NewUpdate, ScorecardRequest
from ledger.errors import InputError, PolarityError, VagueWordsError
from tests.book.articles import article, candidate
from tests.book.builders import TODAY, add, listed, rule, status
from tests.book.scoring import NO, record, said

DENYING = [
    *("unlikely", "will not", "won't", "doubts", "does not expect", "remote chance"),
    *("out of the question", "rules out", "hardly", "slim chance", "fat chance", "no chance"),
]
EMPTY = ["may", "might", "could", "possible", "hopes", "wishes", "plans to"]


@pytest.mark.parametrize("phrase", DENYING)
def test_words_that_deny_ask_for_not_or_affirmative(book, phrase):
    with pytest.raises(PolarityError, match=r"--not.*--affirmative"):
        add(book, phrase=phrase)
    add(book, phrase=phrase, negated=True)
    add(book, phrase=phrase, negated=False)
    assert [listed(book, n).negated for n in (1, 2)] == [True, False]


@pytest.mark.parametrize("phrase", ["unlikely", "no chance", "out of the question"])
@pytest.mark.parametrize(("negated", "day", "hits"), [
    (False, "2017-05-01", 0), (False, "2018-05-01", 1),
    (True, "2017-05-01", 0), (True, "2018-05-01", 1),
])  # fmt: skip
def test_unlikely_is_a_hit_when_it_did_not_come_about(book, phrase, negated, day, hits):
    """Kept affirmative it counts like p below .5; of "not X" it says that X will not come."""
    add(book, phrase=phrase, negated=negated)
    rule(book, "q1", on=day)
    card = book.scorecard(ScorecardRequest(name="Ann"), TODAY)
    assert (card.everyone.hits, card.everyone.sided) == (hits, 1)
    assert card.page.forecasts[0].hit is bool(hits)


def test_compared_hits_follow_the_words(book):
    record(book, said("Ann", NO, phrase="unlikely", question="q"),
           said("Bob", phrase="likely", question="q"))  # fmt: skip
    found = book.compare("Ann", "Bob", ScorecardRequest(), TODAY)
    assert (found.hits.only_a, found.hits.only_b) == (1, 0)


@pytest.mark.parametrize("phrase", EMPTY)
def test_words_that_commit_to_nothing_are_kept_as_vague_or_not_at_all(book, phrase):
    with pytest.raises(VagueWordsError, match="--vague"):
        add(book, phrase=phrase)
    add(book, phrase=phrase, vague="nobody could tell")
    assert status(book) == "vague"


@pytest.mark.parametrize("phrase", ["probably", "believes", "will", "is set to", "in my view"])
def test_words_that_commit_or_stand_in_no_table_are_recorded(book, phrase):
    add(book, phrase=phrase)
    assert status(book) == "due"


def test_an_update_to_words_that_commit_to_nothing_is_refused(book):
    add(book, probability="0.7")
    with pytest.raises(InputError, match="ledger retract"):
        book.update(1, NewUpdate(phrase="may", made="2017-03-01"), TODAY)


@pytest.mark.parametrize(("day", "hits"), [("2017-05-01", 0), ("2018-05-01", 1)])
def test_an_update_to_words_that_deny_takes_the_other_side(book, day, hits):
    """The claim and its polarity stand (design, updates): "no chance" counts like p below .5."""
    add(book, phrase="likely")
    book.update(1, NewUpdate(phrase="no chance", made="2017-03-01"), TODAY)
    rule(book, "q1", on=day)
    assert book.scorecard(ScorecardRequest(name="Ann"), TODAY).everyone.hits == hits


def test_a_distribution_is_not_updated_by_one_number(book):
    add(book, accepts={"option": ("A=.6", "B=.4"), "options": "A,B"})
    with pytest.raises(InputError, match="--revises 1"):
        book.update(1, NewUpdate("0.7", made="2017-03-01"), TODAY)


def test_a_distribution_is_not_amended_by_one_number(book):
    add(book, accepts={"option": ("A=.6", "B=.4"), "options": "A,B"})
    with pytest.raises(InputError, match="how sure one is"):
        book.amend(1, NewForecast(probability="0.7"), "wrong", TODAY)


def test_a_number_gives_way_to_a_distribution_that_is_put_in_its_place(book):
    add(book, "The price of oil", probability="0.7", accepts={"at_least": "60"})
    asked = NewForecast(accepts=Accepts(range="60..80", level="90%"))
    book.amend(1, asked, "it was a range", TODAY)
    assert listed(book).probability is None


def test_a_candidate_that_commits_to_nothing_is_kept_as_vague(book):
    found = book.request(article(), candidate(phrase="may"))
    assert found.vague == "may commits to nothing"


def test_words_that_commit_to_nothing_are_not_amended_in(book):
    add(book, phrase="probably")
    with pytest.raises(VagueWordsError, match="--vague"):
        book.amend(1, NewForecast(phrase="may"), "misheard", TODAY)
    book.amend(1, NewForecast(phrase="may", vague="only may"), "misheard", TODAY)
    assert status(book) == "vague"
