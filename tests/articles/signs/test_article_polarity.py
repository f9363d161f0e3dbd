"""Whether a forecast is that something happens or does not: one answer for one clause.

The sentences are invented. A candidate has the claim in its positive form, and its polarity; a
forecast booked the wrong way round is scored the wrong way round.
"""

import datetime as dt

import pytest

PUBLISHED = dt.date(2026, 2, 3)

# What a verb of foretelling reports may deny by itself, whatever verb reports it.
REPORTED = [
    ("Analysts predicted that no rate cut would come before May.", "A rate cut would come"),
    (
        "Economists at Nordbank forecast that the euro would not reach parity this year.",
        "The euro would reach parity",
    ),
    (
        "Ann Lee, an analyst, predicts that inflation will never fall below 3% this decade.",
        "Inflation will fall below 3%",
    ),
    ("Nordbank predicted prices will not fall this year.", "Prices will fall"),
    (
        "The IMF predicted on Tuesday that growth would not recover before 2028.",
        "Growth would recover",
    ),
    ("Ann Lee expects that the bridge won't open this year.", "The bridge will open"),
    (
        "Ann Lee, an analyst, said there is a 30% chance that there will not be a deal by June.",
        "There will be a deal",
    ),
    (
        "Ann Lee said the company would fail to meet its target this year.",
        "The company would meet its target",
    ),
    ("Ann Lee predicted that not a single bank would fail this year.", "A single bank would fail"),
    ("Ann Lee predicted that neither side would win this year.", "Either side would win"),
    ("Ann Lee expects there to be no deal by June.", "There to be a deal"),
    ("Ann Lee, an analyst, expects prices not to fall this year.", "Prices to fall"),
    ("There is a 70% chance of no deal by June, Ann Lee said.", "A deal"),
    (
        "Ann Lee predicts that by 2030 no new cars will run on petrol.",
        "New cars will run on petrol",
    ),
    ("Ann Lee predicted that by June there would be no truce.", "There would be a truce"),
]


@pytest.mark.parametrize(("text", "claim"), REPORTED)
def test_a_denial_inside_what_is_foretold_makes_it_negative(read, text, claim):
    (found,) = read(text, PUBLISHED)
    assert (found.claim, found.polarity) == (claim, "negative")


# A denial says nothing of the clause beside it, nor one that is denied itself.
AFFIRMED = [
    "Ann Lee told reporters that no decision had been made and that the bridge will open by June.",
    "Ann Lee said nothing was settled but that the bridge would open by June.",
    "Ann Lee said that no one was hurt and that the bridge would reopen by June.",
    "Ann Lee said taxes would not rise by 2028 and insisted that the budget would grow by 2027.",
    "Ann Lee promised that taxes would not rise by 2028 and insisted that the cost would fall.",
    "There is no reason why we will not win the title this year, Ann Lee said.",
    "Ann Lee said that prices would not only stop rising but fall by June.",
    "Ann Lee said inflation would be no higher than 2% by June.",
    "Ann Lee said that no one was hurt but the road would reopen by June.",
    "Analysts predicted that no fewer than five banks would fail by June.",
    "Analysts predicted that the party, which did not win in 2020, would win in May.",
    "Analysts predicted a drop that would not be reversed by June.",
]


@pytest.mark.parametrize("text", AFFIRMED)
def test_a_denial_holds_for_its_own_clause_alone(read, text):
    assert read(text, PUBLISHED)[-1].polarity == "affirmative"


def test_no_reason_why_not_is_worded_as_what_will_be(read):
    (found,) = read("There is no reason why we will not win the title, Ann Lee said.", PUBLISHED)
    assert found.claim == "We will win the title"


def test_a_limit_that_is_no_further_event_is_still_denied(read):
    (found,) = read("Ann Lee said there would be no further delay by June.", PUBLISHED)
    assert found.polarity == "negative"
