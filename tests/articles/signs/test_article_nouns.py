"""Forecasts said with a noun, odds in words, models that have prices fall; what only seems one.

The sentences are invented, several for each kind of sign, so that a rule for one sentence fails.
"""

import pytest

# Published on 10 May 2021: (sentence, forecaster, last day).
# Who says what will happen, by when.
TAKEN = [
    ("Lena Voss put the risk of a blackout this winter at between 10 and 15 per cent.",
     "Lena Voss", "2022-02-28"),
    ("The insurer puts the chances of a second flood before June at next to nothing.",
     "insurer", "2021-05-31"),
    ("Seismologists rate the likelihood of an eruption this year as low.",
     "Seismologists", "2021-12-31"),
    ("Bookmakers give her less than a one-in-four chance of winning by June.",
     "Bookmakers", "2021-06-30"),
    ('Her return in June is "eighty per cent certain", coach Lena Voss said.',
     "Lena Voss", "2021-06-30"),
    ('"He has a one in five shot at the title," said Kamp.', "Kamp", None),
    ("The Swifts are 7-2 with Betwell to win the cup.", None, None),
    ("Kern Securities now has copper falling to $4 by the end of the year.",
     "Kern Securities", "2021-12-31"),
    ("Modelling by the Health Office has the epidemic peaking in the week of 7 June.",
     "Health Office", "2021-06-13"),
    ("The union's own projection has membership halving by 2030.", "union", "2030-12-31"),
    ('The firm says its engine is "at least six years" from production.', "firm", None),
    ("Fusion power is twenty years from being useful, Kamp says.", "Kamp", None),
    ('"Ten seats next May, easily," Kamp told the Post.', "Kamp", "2022-05-31"),
    ('"A medal in Oslo next winter, no question," said coach Lena Voss.',
     "Lena Voss", "2022-02-28"),
    ("The bank stuck to its February view that inflation would fall below 3%.", "bank", None),
    ("Acme stood by its forecast that sales would double in 2022.", "Acme", "2022-12-31"),
    ("The two firms have given an undertaking that no plant will close before 2025.",
     "two firms", "2024-12-31"),
    ("Doctors voiced fears that the ward would close by June.", "Doctors", "2021-06-30"),
    ("The miners' leader let slip that a strike was likely in June.",
     "miners' leader", "2021-06-30"),
    ("Engineers issued a warning that the dam could fail within a year.",
     "Engineers", "2022-05-10"),
    ("The Greens are positioned to take the city in September.", None, "2021-09-30"),
    ("The ferry should dock on Friday.", None, "2021-05-14"),
    ("The comet should be visible by Thursday.", None, "2021-05-13"),
    ('"It is a matter of a few weeks," Kamp said.', "Kamp", "2021-06-21"),
]  # fmt: skip
LEFT_OUT = [
    "The house now has a family living in it.",
    "The town has a baker rising at four every morning.",
    "The shop is ten minutes from the station.",
    "The warranty is two years from the date of purchase.",
    '"Thirty pupils in a class, no problem," she said.',
    "Three in ten likely voters say they are unhappy.",
    "It would be wrong to blame the driver, officials said on Monday.",
    "It would be premature to speak of a crisis, the minister said on Friday.",
    "Residents were angered by the suggestion that the school might close.",
    "Staff are alarmed at rumours that the ward may be sold.",
    "Her idea, born on a train, was that heat might be stored in sand.",
    "Try the fish soup, which will warm you, and the bread, which could break a tooth.",
    "A guide named Ilse showed me the crypt; there were supposed to be nine tombs.",
    "The coroner said an inquest would be opened.",
    "Police said an investigation would be launched.",
    "It may be small comfort: the temperature was 40C on Sunday this month.",
    "Drivers should slow down until June.",
    "Passengers should be ready by Friday.",
    "The court heard that he had vowed never to return.",
    "He had promised to write.",
    "The club has fans travelling to the game on Friday.",
    "She told her mother that she would write.",
]


@pytest.mark.parametrize(("text", "who", "day"), TAKEN)
def test_nouns_of_saying_and_odds_in_words_are_forecasts_of_their_subject(read, text, who, day):
    (one,) = read(text)
    deadline = one.reading.deadline if one.reading else None
    assert one.forecaster == who
    assert (deadline.isoformat() if deadline else None) == day


@pytest.mark.parametrize("text", LEFT_OUT)
def test_judgements_rumours_commands_and_procedures_are_none(read, text):
    assert read(text) == ()


# The forecaster past asides, quoted words and times.
SPEAKERS = [
    ('The water board, which declared a "severe" shortage, sees a 60% chance of floods this year.',
     "water board"),
    ("The report, due for release on 3 June, foresees 5,000 more homes by 2025.", "report"),
    ("Ann Orr, who two years ago swore that she would be premier by 2021, is a baker.", "Ann Orr"),
    ("The scheme, which according to the Board of Trade could save 20,000 trips a year, is old.",
     "Board of Trade"),
    ('"It\'ll be over by June," a cousin of the king confided.', "cousin of the king"),
    ("The Swifts will go down, Kamp ventured.", "Kamp"),
    ("The Rovers accept they will lose their captain by June.", "Rovers"),
    ("Kern's analysts are confident prices will fall by June.", "Kern's analysts"),
    ("The weather bureau was closed. Rivers are likely to burst by Friday, it warned.",
     "weather bureau"),
    ("A vote, which diplomats say could be held as early as June, is a risk.", "diplomats"),
    ("Sir Bo Hall met voters. Sir Bo, who retires next May, is sure that it will rain by June.",
     "Bo Hall"),
    ("Moss Vale, a consultancy, is wary: its base case has rents falling in 2030.", "Moss Vale"),
    ("Kern Finance is gloomy, and its analysts are sure costs will rise.",
     "Kern Finance's analysts"),
    ('"Over," Bo Hall said. Nurse Ilse Kamp said it was late. "It\'ll end by June."', "Ilse Kamp"),
    ("Kern told clients on Friday that it no longer expected growth before 2023.", "Kern"),
    ("Were the lenders to agree, as they have said, the plant would reopen in June.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), SPEAKERS)
def test_the_forecaster_is_found_past_asides_scare_quotes_and_times(read, text, who):
    assert read(text)[-1].forecaster == who


# The claim without who says it; the condition; positive form.
CLAIMS = [
    ("She conceded, however, that rents were likely to rise by June.", "Rents would rise"),
    ("Voss told the board last month it would break even by 2023.", "It would break even"),
    ("Villagers said they didn't believe it and warned that the dam would burst within a month.",
     "The dam would burst"),
    ("It is by no means clear that the dam will hold.", "The dam will hold"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), CLAIMS)
def test_the_claim_is_without_asides_listeners_and_what_somebody_did_not_believe(read, text, claim):
    assert [c.claim for c in read(text)] == [claim]


# Negation yields the polarity and the positive form.
DENIED = [
    ("It is far from certain that the bridge will open by June.", "The bridge will open"),
    ("Rents will hardly fall by June, Kamp said.", "Rents will fall"),
    ('Orr put the odds of a strike at "slim to none".', "A strike"),
    ("The bank rates the risk of a default this year as negligible.", "A default"),
    ("There is no realistic prospect of a truce by June, Kamp said.",
     "A truce"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), DENIED)
def test_what_is_hardly_likely_is_denied(read, text, claim):
    (one,) = read(text)
    assert (one.polarity, one.claim) == ("negative", claim)


def test_a_low_chance_is_a_chance_and_no_question_no_denial(read):
    (low,) = read("Seismologists rate the likelihood of an eruption this year as low.")
    (sure,) = read('"A medal in Oslo next winter, no question," said coach Lena Voss.')
    assert low.polarity == sure.polarity == "affirmative"
    assert sure.claim == "A medal in Oslo"


def test_a_condition_may_open_with_were(read):
    (one,) = read("Were the coastal states to agree soon, the quota would fall by half.")
    assert one.condition == "the coastal states to agree soon"
    assert one.forecaster is None


def test_a_day_told_of_somebody_by_the_way_is_no_deadline(read):
    (one,) = read("Lena Voss, who retires next May, told us she was sure the club would survive.")
    assert one.reading is None
