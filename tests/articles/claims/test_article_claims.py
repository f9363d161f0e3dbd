"""The claim of a candidate is the proposition alone: not who, when, by when or on what condition.

A denied claim is worded in its positive form, for the question is always whether it happens
(annotation guide: polarity negative means that the claim will NOT happen).
"""

import datetime as dt

import pytest
from hypothesis import given, strategies as st

from ledger.articles import Article, extract
from ledger.articles.candidates import by_rules, insisted
from ledger.articles.claims.unhedged import event_of
from ledger.core.affirmative import positive
from ledger.core.deadlines import Calendar

DAY = dt.date(2024, 3, 1)
CLAIMS = [
    # who said it, before, after, and once more inside
    ("The harbour will reopen by June, the mayor said.", "The harbour will reopen"),
    ("Mayor Ann Orr said the harbour would reopen by June.", "The harbour would reopen"),
    ("Mayor Ann Orr has said she believes the harbour will reopen by June.",
     "The harbour will reopen"),
    ("Ann Orr, the mayor, said that she expected to see the harbour reopened by the end of 2024.",
     "The harbour reopened"),
    ("The ministry expects a further rise of 4% by June.", "A further rise of 4%"),
    ("Pell Shipping expects prices to fall by a fifth by the end of 2024, a spokeswoman said.",
     "Prices to fall by a fifth"),
    ("Pell Shipping expects delays well beyond the summer.", "Pell Shipping expects delays"),
    ("The army expects to take the town by June.", "The army expects to take the town"),
    ("The bank expects inflation to fall to 2% by 2026, governor Nils Holm said on Thursday.",
     "Inflation to fall to 2%"),
    ("The firm expects its sales to double by June, Ann Orr said.",
     "The firm expects its sales to double"),
    # when it was said
    ("Just days ago, Mayor Ann Orr said that she expected to see the harbour reopened by June.",
     "The harbour reopened"),
    ("Mayor Orr said around the new year that she expected builders would need three more months.",
     "Builders would need three more months"),
    ("The mayor told reporters on Monday that the harbour would reopen by June.",
     "The harbour would reopen"),
    # by when; words without a date are part of the claim
    ("By June the harbour will reopen.", "The harbour will reopen"),
    ("The launch was pushed back to the fourth quarter, the agency said.",
     "The launch was pushed back"),
    # on what condition
    ("If the last road is cut, food will run out by June.", "Food will run out"),
    ("Food will run out by June unless the road is opened.", "Food will run out"),
    ("The UN expects 200,000 more people to flee by Christmas unless the road reopens.",
     "200,000 more people to flee"),
    ("That line will open by June, Ann Orr said.", "That line will open"),
    ("The line will open by June, barring a storm, Ana Ruiz said.", "The line will open"),
    # the other half of the sentence
    ("Output might fall by June, but the company insisted prices would not rise this year.",
     "Output might fall"),
]  # fmt: skip
DENIED = [
    ("The harbour will not reopen by June, the mayor said.", "The harbour will reopen"),
    ("The harbour won't reopen by June, the mayor said.", "The harbour will reopen"),
    ("The harbour is unlikely to reopen by June.", "The harbour will reopen"),
    ("\"I don't think the harbour will reopen by June,\" Ann Orr said.",
     "The harbour will reopen"),
    ("There will be no second lockdown by June, the mayor said.",
     "There will be a second lockdown"),
    ("Two diplomats doubt that the harbour will reopen by June.", "The harbour will reopen"),
]  # fmt: skip


# A claim keeps its subject and is free of listeners, odds, datelines and other clauses.
ALONE = [
    ("Write us off if you like, but this side will win by June.", "This side will win"),
    ("A diplomat put the chances of a deal this year at no better than 30 percent.", "A deal"),
    ("Ann Orr gave the project a 40% chance of opening by June.", "The project opening"),
    ("The bookmaker cut the odds of a hot day by June from 5/1 to 6/4.", "A hot day"),
    ('"I\'d be surprised if we were done before June," said Ann Orr.', "We were done"),
    ("I would not bet against a third term by 2025, said Ann Orr.", "A third term"),
    ("Ann Orr, who advises owners, doubts it will open by June.", "It will open"),
    ("Ann Orr warned of a storm that would flood the coast by June.",
     "A storm that would flood the coast"),
    ("The minister assured parliament that the town would be retaken by June.",
     "The town would be retaken"),
    ("Ann Orr told reporters the dam would burst by June.", "The dam would burst"),
    ("The judge told lawyers on Thursday to expect a ruling by June.", "A ruling"),
    ("KARST, Arland (AFP) - The dam will burst by June, officials said.", "The dam will burst"),
    ("When the pit closed, the company promised new jobs by June.",
     "The company promised new jobs"),
    ("Thursday could be the hottest day of the year, Ann Orr said.",
     "Thursday could be the hottest day of the year"),
    ("The repairs will take six weeks, Ann Orr said.", "The repairs will take six weeks"),
    ('Ann Orr said the line would be ready "by the summer".', "The line would be ready"),
    ("Rents, the ministry warned, would climb by June.", "Rents would climb"),
    ("The software, which Ann Orr says will be in every car by 2027, is still being tested.",
     "The software will be in every car"),
    ("Retaking it would end the war, but the army holds the road.",
     "Retaking it would end the war"),
]  # fmt: skip


def first(sentence):
    return extract(Article(sentence, "a", published=DAY))[0]


@pytest.mark.parametrize(("sentence", "claim"), CLAIMS)
def test_the_claim_is_the_proposition_alone(sentence, claim):
    assert first(sentence).claim == claim


@pytest.mark.parametrize(("sentence", "claim"), ALONE)
def test_a_claim_is_a_sentence_that_a_person_would_accept(sentence, claim):
    assert first(sentence).claim == claim


@pytest.mark.parametrize(("sentence", "claim"), DENIED)
def test_a_denied_claim_is_worded_in_its_positive_form(sentence, claim):
    found = first(sentence)
    assert (found.claim, found.polarity) == (claim, "negative")


# Docs: 'A deadline that points back ("past that target") is the one read before it.' Where it is
# what the verb is about, the claim says nothing without it.
POINTING = [
    ("Ann Orr says the ministry will not meet that deadline.",
     "The ministry will meet that deadline", "negative"),
    ("Builders would miss this target, Ann Orr said.", "Builders would miss this target",
     "affirmative"),
    ("The builders won't make the deadline, Ann Orr said.", "The builders will make the deadline",
     "negative"),
    ("That deadline will not be met, Ann Orr said.", "That deadline will be met", "negative"),
    ("Ann Orr said the work would run past that date.", "The work would run past that date",
     "affirmative"),
    ("Ann Orr said the road would be finished by that date.", "The road would be finished",
     "affirmative"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "claim", "polarity"), POINTING)
def test_a_deadline_that_is_met_or_missed_stays_in_the_claim(sentence, claim, polarity):
    text = f"The road will open by 30 June 2024, the ministry says.\n\n{sentence}"
    found = extract(Article(text, "a", published=DAY))[-1]
    assert (found.claim, found.polarity) == (claim, polarity)
    assert found.reading.deadline == dt.date(2024, 6, 30)


# Docs: the claim is "without speaker"; a plan is no forecast, but where one is proposed its words
# are those of a plan.
INTENDED = [
    ("Voltaic plans to ship its first cells in the first half of 2026, founder Jane Doe said.",
     "Voltaic plans to ship its first cells", "plans to"),
    ("Voltaic plans to open by June 2026, chief executive Jane Doe said on Friday.",
     "Voltaic plans to open", "plans to"),
    ("The council hopes to open a second factory by 2027, it said on Friday.",
     "The council hopes to open a second factory", "hopes to"),
    ("The agency is aiming to land a probe on the comet by 2031, Ann Orr said.",
     "The agency is aiming to land a probe on the comet", "is aiming to"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "claim", "phrase"), INTENDED)
def test_a_plan_that_is_proposed_keeps_its_words_and_leaves_out_who_told_it(
    sentence, claim, phrase
):
    place = by_rules(Article(sentence, "a", published=DAY), Calendar()).silent
    found = insisted(place[0]) if place else first(sentence)
    assert (found.claim, found.phrase) == (claim, phrase)


@pytest.mark.parametrize(
    "told",
    ["Ann Orr predicted", "union leader Ann Orr predicted on Sunday", "the union estimates",
     "Ann Orr told a conference in Wells"],
)  # fmt: skip
def test_who_said_it_at_the_end_is_no_part_of_the_claim(told):
    assert first(f"The strike will end by June, {told}.").claim == "The strike will end"
    assert first(f"It could last until June, {told}.").claim == "It could last until June"


# Design: 'Ask "did it happen?"': the claim is an event. How likely it was called is kept in the
# words ("Hedge phrase"), never in the claim.
EVENTS = [
    ("A ceasefire in the valley is unlikely before June.", "A ceasefire in the valley",
     "is unlikely", "negative"),
    ("A ceasefire is likely in the valley by June.", "A ceasefire in the valley", "is likely",
     "affirmative"),
    ("A recession is all but certain by June.", "A recession", "all but certain",
     "affirmative"),
    ("Further cuts are not expected this year.", "Further cuts", "are not expected", "negative"),
    ("Delays are likely on all lines by June, Ann Orr said.", "There will be delays on all lines",
     "are likely", "affirmative"),
    ("A ban on exports is out of the question before June, the minister said.",
     "A ban on exports", "is out of the question", "negative"),
    ("The harbour is widely expected to reopen by June.", "The harbour will reopen",
     "expected to", "affirmative"),
    ("The harbour was likely to reopen by June, Ann Orr said.", "The harbour would reopen",
     "likely to", "affirmative"),
    ("There is unlikely to be a vote before May.", "There will be a vote", "unlikely to",
     "negative"),
    ("It is unlikely that the bridge will open before June.", "The bridge will open",
     "is unlikely", "negative"),
    ("It is likely that the bridge will not open before June.", "The bridge will open",
     "is likely", "negative"),
    ("It is doubtful whether the bridge will open by June, Ann Orr said.",
     "The bridge will open", "is doubtful", "negative"),
    ("The bridge will probably open by June.", "The bridge will open", "will probably",
     "affirmative"),
    ("There is no doubt that the bridge will open by June.", "The bridge will open", "will",
     "affirmative"),
    ("The firm expects to break even this year.", "The firm expects to break even", "expects",
     "affirmative"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "claim", "phrase", "polarity"), EVENTS)
def test_a_claim_is_an_event_and_its_likelihood_is_in_the_words(sentence, claim, phrase, polarity):
    found = first(sentence)
    assert (found.claim, found.phrase, found.polarity) == (claim, phrase, polarity)


@given(st.text(max_size=80), st.booleans())
def test_any_text_has_an_event(text, negative):
    assert isinstance(event_of(text, negative=negative), str)


POSITIVE = [
    ("Power cannot be cut", "Power can be cut"),
    ("Power will definitely not be cut", "Power will definitely be cut"),
    ("Nobody will notice", "Somebody will notice"),
    ("Neither side will win nor lose", "Either side will win or lose"),
    ("No cuts are expected", "Cuts are expected"),
    ("There is little chance of a deal", "There is a chance of a deal"),
    ("The minister has ruled out power cuts", "Power cuts"),
    ("The captain has been ruled out", "The captain has been ruled out"),
    ("Prices will rise", "Prices will rise"),
    ("Not until 2030 will it open", "It will open until 2030"),
    ("Never again will Mosul fall", "Mosul will fall again"),
    ("Not before 2021 will the United States leave", "The United States will leave before 2021"),
    ("Not all will return", "All will return"),
]


@pytest.mark.parametrize(("denied", "claim"), POSITIVE)
def test_one_denial_is_taken_away(denied, claim):
    assert positive(denied) == claim


@given(st.text(max_size=80))
def test_any_text_has_a_positive_form(text):
    assert isinstance(positive(text), str)


@given(st.text(alphabet="abI ,.'\"0", max_size=60))
def test_a_claim_is_never_empty(words):
    for one in extract(Article(f"{words} will rise by 2030, Ann Orr said.", "a", published=DAY)):
        assert one.claim.strip()
