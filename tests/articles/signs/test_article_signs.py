"""Signs of a forecast that are no modal verb, what only looks like one, and whose words they are.

The sentences are invented, several for each kind of sign, so that a rule for one sentence fails.
"""

import datetime as dt

import pytest

# Published on 10 May 2021.
# The usual kinds of articles (war, economy, climate, technology, sport).
TAKEN = [
    ("Traders are pricing in two quarter-point cuts by the end of the year.", "Traders"),
    ("Swap markets have priced in a rise of half a point by March.", "Swap markets"),
    ("The retailer guided to full-year profit of 40m crowns.", "retailer"),
    ("The broker continues to look for sales growth of 5% next year.", "broker"),
    ("Lena Voss, an analyst at Kern, models a loss of 2 crowns a share in 2022.", "Lena Voss"),
    ("Pundits tipped the Swifts for promotion.", "Pundits"),
    ("Karlsson backed Norway to reach the final in 2026.", "Karlsson"),
    ("The previous chairman gave the paper until Christmas.", "previous chairman"),
    ("Aid workers have given up hope of a truce before winter.", "Aid workers"),
    ("A return to war is our base case, said Ilse Kamp.", "Ilse Kamp"),
    ("Kern Securities keeps a mild slowdown as its central scenario.", "Kern Securities"),
    ("A pact of the two remains the likeliest outcome.", None),
    ('"Defeat is a virtual certainty," said Ilse Kamp.', "Ilse Kamp"),
    ("A hung parliament is on the cards, pollsters say.", "pollsters"),
    ("A diplomat described a treaty this year as inconceivable.", "diplomat"),
    ('"We\'re looking at three more years of this," Kamp said.', "Kamp"),
    ('"It\'s a question of days," Kamp said.', "Kamp"),
    ("The polls point to a narrow victory for the left.", None),
    ("The second line is slated for completion in 2027.", None),
    ("The plant is due to close in March.", None),
    ("The two banks are to merge next spring.", None),
    ("The forward will miss the rest of the season.", None),
    ("Kamp is 10/1 to be the next chair of the party.", None),
    ("Sunday looks like being the wettest day of the year, the weather office said.",
     "weather office"),
    ("Another strike cannot be ruled out, Kamp said.", "Kamp"),
    ("The minister told farmers to expect a poor harvest next year.", "minister"),
    ("The case would then almost certainly go to the highest court.", None),
    ("Engineers think the dam has years to run.", "Engineers"),
    ("The firm promised trams by 2009.", "firm"),
]  # fmt: skip
# Nowcasts, past hedges, commands, recipes, feelings are not forecasts.
LEFT_OUT = [
    "Gullmar guided the club to victory in 1998.",
    "Police are looking for a man in a blue coat.",
    "She models dresses for a living.",
    "She tipped the driver 50 crowns.",
    "She backed the car into the garage.",
    "He described the dinner as excellent.",
    "The mayor gave ministers until noon to apologise.",
    "Visitors were looking at a painting that was 400 years old.",
    "We are looking at photographs taken two years apart.",
    "He pointed to a chair in the corner.",
    "Evidence points to a Roman settlement on the site.",
    "The hearing is scheduled for Thursday.",
    "The train was due to leave at noon.",
    "The aim is to win the league next year.",
    "Her colleagues will miss her.",
    "The final score was 5-2 to the Rovers.",
    "An arson attack cannot be ruled out, police said.",
    "The firm promised a tram.",
    "A violation may lead to a fine.",
    "He is likely the oldest man in town.",
    "It is likely.",
    "The process will usually take three weeks.",
    "A licence holder may appeal within 28 days.",
    "The tenant shall pay the rent on the first of the month.",
    "The law states that drivers will be fined.",
    "Applicants must be over 18 and will need a passport.",
    "Enter Hamlet, who will not be comforted.",
    '"I\'m going to be sick," he told the nurse.',
    "They thought the rain would never stop.",
    "The odds of winning the lottery are one in 14 million.",
]


@pytest.mark.parametrize(("text", "who"), TAKEN)
def test_prices_guidance_likelihood_and_spans_are_signs_of_a_forecast(read, text, who):
    assert [c.forecaster for c in read(text)] == [who]


@pytest.mark.parametrize("text", LEFT_OUT)
def test_what_only_looks_like_a_forecast_is_none(read, text):
    assert read(text) == ()


# Quotes, appositives, organisations.
SPEAKERS = [
    ("The mayor has repeatedly and privately promised a new bridge by 2025.", "mayor"),
    ("Coach Lena Voss was less gloomy, predicting that the team would survive.", "Lena Voss"),
    ('Bo Hall, 44, butcher, said: "I will be bust by June."', "Bo Hall"),
    ("In an interview on Sunday Bo Hall predicted the talks would fail by June.", "Bo Hall"),
    ("On 3 March the Weather Office said the storm would pass within two days.", "Weather Office"),
    ("The ministry raised its tax. Rents, it warned, would climb next year.", "ministry"),
    ("The bank raised rates, more than traders had expected, and said it would go on.", "bank"),
    ("Ratings agency Moss & Vale said a downgrade was unlikely this year.", "Moss & Vale"),
    ("An engineer who worked there for years gave the dam a 40% chance of lasting.", "engineer"),
    ("The bookmaker has slashed the odds of an election by June from 5/1 to 2/1.", "bookmaker"),
    ("Cllr Lena Voss (Green) apologised, but said the road would open by June.", "Lena Voss"),
    ("Lena Voss, energy analyst at Kern, expects prices to fall by June.", "Lena Voss"),
    ("Acme sank 5% and signalled it would cut two plants by June.", "Acme"),
    ("The team fear she will be out until June.", "team"),
    ("Public Health Norland fears the flu could kill thousands.", "Public Health Norland"),
    ("When the pit closed, the company promised new jobs within a year.", "company"),
    ("The forward is poised to leave by Wednesday, the Mercury understands.", "Mercury"),
]


@pytest.mark.parametrize(("text", "who"), SPEAKERS)
def test_the_forecaster_is_found_past_adverbs_ages_clauses_and_asides(read, text, who):
    assert read(text)[-1].forecaster == who


# Published on Monday 10 May 2021. Issue: statement date with its window.
SAID = [
    ("The judge told lawyers on Thursday to expect a ruling by June.", dt.date(2021, 5, 6)),
    ("Output will fall in 2022, Ann Orr conceded on Friday's earnings call.", dt.date(2021, 5, 7)),
    ("Ann Orr said last night the talks would fail by June.", dt.date(2021, 5, 9)),
    ("Speaking on Tuesday, Ann Orr predicted the talks would fail.", dt.date(2021, 5, 4)),
    ("In an interview with the Post on Sunday, Ann Orr predicted rain.", dt.date(2021, 5, 9)),
    ("The minister assured farmers last week that prices would recover.", dt.date(2021, 5, 9)),
    ("When work began in 2008, Acme promised trams by 2012.", dt.date(2008, 12, 31)),
]


@pytest.mark.parametrize(("text", "day"), SAID)
def test_the_day_of_saying_is_found_wherever_it_stands(read, text, day):
    assert read(text)[-1].made_latest == day


def test_the_day_somebody_spoke_holds_for_what_they_say_next(read):
    text = (
        '"The plant will be ready within a year," Lena Voss said on Friday.\n\nThe plant is big.'
        '\n\n"We will hire 200 people within six weeks," Voss said.\n\nOrr said rents would fall.'
    )
    first, second, other = read(text)
    assert first.made_latest == second.made_latest == dt.date(2021, 5, 7)
    assert second.reading is not None
    assert second.reading.deadline == dt.date(2021, 6, 18)
    assert other.made_latest is None


def test_words_counted_from_a_past_day_that_is_not_told_have_no_day(read):
    """No date is invented (C14)."""
    (one,) = read('Voss had told analysts that the plant would be ready "by the summer".')
    assert one.deadline_phrase == "by the summer"
    assert one.reading is not None
    assert one.reading.deadline is None


# Issue: two forecasts in one sentence are two candidates.
TWO = [
    ("The bank said growth would reach 3% in 2022 before easing to 2% by the end of 2025.",
     ["2022-12-31", "2025-12-31"]),
    ("The plant will open in June 2024, with a second line to follow in 2026, Acme said.",
     ["2024-06-30", "2026-12-31"]),
    ("A strike is a near certainty, and would end by July, Kamp said.", [None, "2021-07-31"]),
    ("The snow won't last, according to Lena Kamp, who says rain is likely by June.",
     [None, "2021-06-30"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "days"), TWO)
def test_a_second_step_is_a_candidate_with_its_own_deadline(read, text, days):
    found = [c.reading.deadline if c.reading else None for c in read(text)]
    assert [d.isoformat() if d else None for d in found] == days


POLARITY = [
    ("The bank forecasts no cut before December.", "negative"),
    ("Aid workers have given up hope of a truce.", "negative"),
    ("A war between the two is unthinkable, Kamp said.", "negative"),
    ("Kamp rates a default unlikely.", "negative"),
    ("I would not bet against a third term by 2025, said Ilse Kamp.", "affirmative"),
    ("A strike next month could not be excluded, Kamp said.", "affirmative"),
    ('"I\'ve no doubt that we will be done by June," said Kamp.', "affirmative"),
]


@pytest.mark.parametrize(("text", "polarity"), POLARITY)
def test_two_denials_affirm_and_one_noun_may_deny(read, text, polarity):
    assert read(text)[-1].polarity == polarity


def test_a_phrase_of_politeness_is_no_condition_and_a_scenario_is_one(read):
    (polite,) = read("Laugh if you like, but it will rain tomorrow.")
    (supposed,) = read("Even under its rosiest scenario, the agency said, prices would rise.")
    assert polite.condition is None
    assert supposed.condition == "Even under its rosiest scenario"
