"""Is it the same forecast in another outlet's words? It is proposed as a citation."""

import datetime as dt

import pytest
from hypothesis import given, strategies as st

from ledger.core import similarity
from ledger.core.similarity import Speaker

SAME_CLAIM = [
    # the same statement in two newspapers, worded afresh here
    ("The forces will recapture both Alba and Beren, the group's stronghold",
     "Coalition forces will recapture both Alba and Beren – the stronghold of the group"),
    ("U.S.-backed forces take Alba", "US-backed forces will take Alba within six months"),
    ("Alba and Beren retaken", "The army will retake both Alba and Beren"),
    ("Inflation falls to 2 percent", "Inflation will fall to 2 percent by 2018"),
    ("Alba falls", "The fall of Alba"),
]  # fmt: skip
ANOTHER_CLAIM = [
    ("The army will retake Alba", "The army will retake Beren"),
    ("Forces will recapture Alba soon", "Forces will recapture Beren soon"),
    ("Inflation falls to 2 percent", "Inflation falls to 3 percent"),
    ("Alba falls", "The talks in Alba resume"),
    ("The bank cuts rates", "The harvest fails"),
    ("", "Alba falls"),
    ("within six months", "by the end of the year"),
]


@pytest.mark.parametrize(("first", "second"), SAME_CLAIM)
def test_the_same_claim_in_other_words(first, second):
    assert similarity.same_claim(first, second)


@pytest.mark.parametrize(("first", "second"), ANOTHER_CLAIM)
def test_claims_that_differ_in_what_matters(first, second):
    assert not similarity.same_claim(first, second)


SAME_SPEAKER = [
    (Speaker("U.S. commander in Arland"), Speaker("US commander in Arland")),
    (Speaker("US commander in Arland"), Speaker("Ann Bell", "the US commander in Arland", True)),
    (
        Speaker("US commander in Arland"),
        Speaker("Ann Bell", "Lt. Gen., US Army; commander of the coalition", True),
    ),
    (Speaker("Ann Bell", None, True), Speaker("Bell", None, True)),
    (Speaker("Ann Bell", "Minister", True), Speaker("Ann Bell", "Prime Minister", True)),
    (Speaker("Most observers"), Speaker("most observers")),
    (Speaker("The central bank"), Speaker("Central Bank")),
]
OTHER_SPEAKERS = [
    (Speaker("Ann Bell", "President", True), Speaker("Carl Dorn", "President", True)),
    (Speaker("Ann Bell", None, True), Speaker("Ann Carter", None, True)),
    (Speaker("Ann Bell", None, True), Speaker("Ann", None, True)),
    (Speaker("US officials"), Speaker("Ann Bell", "US commander in Arland", True)),
    (Speaker("officials"), Speaker("Ann Bell", "US official", True)),
    (Speaker("Ministry of Health"), Speaker("Ministry of Finance")),
    (Speaker(""), Speaker("Ann Bell", None, True)),
]


@pytest.mark.parametrize(("first", "second"), SAME_SPEAKER)
def test_one_speaker_under_two_names(first, second):
    assert similarity.same_speaker(first, second)
    assert similarity.same_speaker(second, first)


@pytest.mark.parametrize(("first", "second"), OTHER_SPEAKERS)
def test_an_office_or_a_first_name_does_not_make_two_people_one(first, second):
    assert not similarity.same_speaker(first, second)
    assert not similarity.same_speaker(second, first)


texts = st.text(alphabet="aAbB .-'’1é", max_size=40)


@given(texts, texts)
def test_likeness_has_no_direction(first, second):
    assert similarity.same_claim(first, second) == similarity.same_claim(second, first)


@given(texts)
def test_a_claim_with_words_is_like_itself(text):
    assert similarity.same_claim(text, text) == bool(similarity.words(text))


@given(texts, texts)
def test_the_overlap_is_a_share(first, second):
    assert 0 <= similarity.overlap(similarity.words(first), similarity.words(second)) <= 1


days = st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1))


@given(days, days, st.integers(0, 400))
def test_deadlines_are_near_within_so_many_days(first, second, reach):
    assert similarity.near(first, second, reach) == (abs((first - second).days) <= reach)
    assert not similarity.near(first, None, reach)
    assert similarity.near(None, None, reach)


@given(st.integers(-50, 10_000))
def test_the_lag_grows_with_the_horizon_up_to_a_month(horizon):
    assert 1 <= similarity.lag(horizon) <= similarity.LONGEST_LAG
    assert similarity.lag(horizon) <= similarity.lag(horizon + 1)
