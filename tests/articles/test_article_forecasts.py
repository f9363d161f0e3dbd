"""What is a forecast and what is not, in tables; deadlines, conditions, polarity, parts."""

import datetime as dt
import json
import time

import pytest
from hypothesis import given, settings, strategies as st

from ledger.articles import Article, candidate_json, extract
from ledger.core.deadlines import Calendar

FORECASTS = [
    "The bridge will open in October.",
    "The bridge is unlikely to open before October.",
    "The minister ruled out power cuts this winter.",
    "Analysts expect a rate cut in December.",
    "The club is set to be sold by Christmas.",
    "Bookmakers make them 9-1 to go up next year.",
    '"I would be astonished if it opened this year," said Ann Orr.',
    '"Realistically, 2023," said Ann Orr.',
    "The launch has been pushed back to the fourth quarter, the agency said.",
    "The board cut its forecast for this year's harvest to 14 million tonnes.",
    "A collapse is only a matter of time, officials say.",
    "The loss of the city is now inevitable.",
    '"We are at least ten years away from that," said Ann Orr.',
    "Ann Orr doubts that a deal will be reached.",
    "If the dam breaks, that would flood the valley.",
    "In April the ministry had predicted that the wave would be over by June.",
    "There is little chance of a deal before Christmas, diplomats say.",
]
NOT_FORECASTS = [
    "Most likely he is out of the city.",  # a nowcast, however hedged
    "He probably gave broad guidance and left it to his commanders.",  # a hedge about the past
    "The fire probably cost the port more than 12 million crowns.",
    "He could not have been there, the defence said.",
    "It may have been the first match since the war began.",
    "The prints were likely made by a creature the size of a dog.",
    "The bank left its rate unchanged, as expected.",
    "Profit was higher than analysts had expected.",
    "One man said he had written his will.",  # the noun
    "A will of iron runs through the town.",
    "May Alcott said preparations were in order.",  # the name
    "Will the bridge open in October?",  # a question
    "She declined to say when rates would fall.",  # an indirect question
    "It is unclear whether the bridge will open in October.",
    "Subscribe to our letter and you will never miss a decision.",  # boilerplate
    "My grandmother would often simmer them for two hours.",  # a habit
    "The spokesman would not comment.",
    "Witnesses said they could hear shots.",  # an ability of the past
    "The bill would require firms to report their emissions.",  # what a law says
    "They want peace and hope to see their children again.",  # feelings and wishes
    "She will be remembered for her humour.",
    "The next meeting will be held on 9 June.",  # an appointment
    "Add the vinegar when the water has gone.",  # a recipe
    "The officials are believed to have left.",
]


@pytest.mark.parametrize("text", FORECASTS)
def test_statements_about_the_future_are_candidates(read, text):
    assert [c.sentence for c in read(text)] == [text]


@pytest.mark.parametrize("text", NOT_FORECASTS)
def test_nowcasts_past_hedges_questions_and_habits_are_not(read, text):
    assert read(text) == ()


def test_a_recipe_forecasts_nothing(read):
    text = (
        "Soak the beans overnight if you can. You will need a heavy pan. Add the salt last."
        " If it tastes sharp, a spoon of honey will fix it."
    )
    assert read(text) == ()


# Published on 10 May 2021.
DEADLINES = [
    ("The army will take the city within ten weeks, an official said.", "2021-07-19"),
    ("The army will take the city within ten weeks, an official said last Monday.", "2021-07-12"),
    ("By the end of June this will be over.", "2021-06-30"),
    ("In 2016 Ann Orr promised a trial within eighteen months.", "2018-06-30"),
    ("The bridge will not open before the autumn of 2022.", "2022-08-31"),
    ("Ann Orr said the defenders would hold out well beyond the summer.", "2021-08-31"),
    ("It sees first-quarter revenue of $3.6bn.", "2022-03-31"),
    ("Output will fall this year.", "2021-12-31"),
    ("The panel expected rents to be flat by now.", "2021-05-10"),
    ("Diplomats doubt the deal will survive the year.", "2021-12-31"),
    ("We will be bust by Bonfire Night, Mr Orr said.", "2021-11-05"),
    ("A study published last month said it could come as soon as 2035.", None),
    ("The bridge will open soon.", None),
    ("He will resign by the end of his term.", None),
    ("A cut could come as early as next quarter, analysts say.", None),
    ("Gas stocks fell on Tuesday and are expected to recover.", None),
]


@pytest.mark.parametrize(("text", "expected"), DEADLINES)
def test_the_deadline_of_a_claim_is_read_from_its_own_words(read, text, expected):
    reading = read(text)[-1].reading
    found = reading.deadline if reading else None
    assert (found.isoformat() if found else None) == expected


def test_a_target_named_before_is_the_deadline_of_who_doubts_it(read):
    text = (
        "The minister expects the war to end by December. Most observers say fighting will go on"
        " past that target."
    )
    first, second = read(text)
    assert first.reading is not None
    assert second.reading is not None
    assert second.reading.deadline == first.reading.deadline == dt.date(2021, 12, 31)
    assert second.reading.vague


def test_without_a_publication_date_a_deadline_is_marked_not_guessed(read):
    counted, fixed = read(
        "Prices will fall within six months. Rents will fall by the end of 2030.", published=None
    )
    assert (counted.deadline_phrase, counted.reading) == ("within six months", None)
    assert candidate_json(counted)["unanchored"] is True
    assert fixed.reading is not None
    assert fixed.reading.deadline == dt.date(2030, 12, 31)
    assert candidate_json(fixed)["unanchored"] is False


def test_the_fiscal_year_is_the_books_or_the_one_the_article_names():
    text = "Spending will total $9bn this fiscal year"
    day = dt.date(2025, 1, 30)
    told = extract(Article(text=f"{text}, which ends in September.", name="a", published=day))
    march = Calendar(fiscal_year_end=(3, 31))
    booked = extract(Article(text=f"{text}.", name="a", published=day), march)
    days = [c[0].reading.deadline for c in (told, booked) if c[0].reading]
    assert days == [dt.date(2025, 9, 30), dt.date(2025, 3, 31)]


def test_the_day_of_saying_is_kept_as_a_window(read):
    (one,) = read("Ann Orr said last month that prices would fall by December.")
    assert one.made_phrase == "last month"
    assert (one.made_earliest, one.made_latest) == (dt.date(2021, 4, 1), dt.date(2021, 4, 30))


def test_two_forecasts_in_one_sentence_are_two_candidates(read):
    text = (
        "The operator said output might drop by a fifth by mid-century, but insisted supply would"
        " not be affected this decade."
    )
    first, second = read(text)
    assert (first.polarity, second.polarity) == ("affirmative", "negative")
    assert [
        c.reading.deadline.year for c in (first, second) if c.reading and c.reading.deadline
    ] == [
        2050,
        2029,
    ]


def test_one_verb_with_two_deadlines_is_two_candidates(read):
    found = read("Diplomats expect a text by June and a signing ceremony early next year.")
    assert [c.deadline_phrase for c in found] == ["by June", "early next year"]


def test_a_caption_that_repeats_a_sentence_is_one_candidate_with_two_places(read):
    sentence = (
        "The general said on Monday that the city would fall by the end of the year, not later"
    )
    text = f"{sentence}.\n\nIt rained all day.\n\n{sentence}"
    (one,) = read(text)
    ((start, end),) = one.also_at
    assert text[start:end] == sentence


POLARITY = [
    ("The bridge will open in May.", "affirmative"),
    ("The bridge will not open in May.", "negative"),
    ("The bridge is unlikely to open in May.", "negative"),
    ("Analysts do not expect a cut in May.", "negative"),
    ("Analysts doubt that rates will fall.", "negative"),
    ("The minister ruled out power cuts this winter.", "negative"),
    ("No cut is expected before May.", "negative"),
    ('"I don\'t think it will work," said Ann Orr.', "negative"),
    ("Nobody will remember this by 2028.", "negative"),
    ('"I\'d be surprised if it opened this year," said Ann Orr.', "negative"),
    ("There is little chance of a deal before May.", "negative"),
]


@pytest.mark.parametrize(("text", "polarity"), POLARITY)
def test_a_denied_event_is_negative(read, text, polarity):
    assert read(text)[-1].polarity == polarity


CONDITIONS = [
    ("If the road is cut, food could run out in three weeks, officials warn.", "the road is cut"),
    ("Hospitals could be full by June unless contacts fall.", "not: contacts fall"),
    ("Should rates rise, prices will fall, analysts say.", "rates rise"),
    ("When the army retakes the city, the last hub will be the port.", "the army retakes the city"),
    ("Retaking the city would end the war.", "Retaking the city"),
    ("Prices will fall by June.", None),
    # the words of a whole: a day that ends in "as" is no "as"
    ("The UN expects more people to flee by Christmas unless the road reopens.",
     "not: the road reopens"),
    ("Hospitals could be full by June provided that contacts rise.", "contacts rise"),
    ("The firm expects to break even in 2022 on condition that a loan is approved.",
     "a loan is approved"),
    ("Trains will stop by June in case of a strike.", "a strike"),
    # what has to be missing
    ("Without a deal, prices will rise by June.", "not: a deal"),
    ("Barring an accident, the line will open by June.", "not: an accident"),
    ("The line will open by June, barring an accident, officials said.", "not: an accident"),
    ("Prices will rise by June except if the port reopens.", "not: the port reopens"),
    # a noun that ends in "ing" is no condition
    ("Fighting will end by June.", None),
    ("Spending on roads will fall by June.", None),
    ("Nothing will change by June.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "condition"), CONDITIONS)
def test_a_condition_is_kept_with_its_forecast(read, text, condition):
    assert read(text)[-1].condition == condition


def test_both_is_one_candidate_with_two_parts(read):
    (one,) = read("Forces will retake both Mosul and Raqqa within six months, he said.")
    assert one.parts == ("Forces will retake Mosul", "Forces will retake Raqqa")


def test_vague_claims_are_marked(read):
    vague, checkable = read('"It will be better," she said. "It will open by June," she said.')
    assert (vague.resolvable, checkable.resolvable) == ("vague", "resolvable")


def test_a_candidate_as_json_has_every_field_the_measure_asks_for(read):
    (one,) = read("Prices will fall by June, Ann Orr said.")
    line = json.loads(json.dumps(candidate_json(one)))
    asked = (
        "doc_id",
        "sentence",
        "forecaster",
        "deadline",
        "hedge",
        "polarity",
        "condition",
        "resolvable",
    )
    assert set(asked) <= line.keys()
    assert (line["deadline"], line["hedge"]) == ("2021-06-30", "will")


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_no_text_makes_the_rules_fail(text):
    for candidate in extract(Article(text=text, name="a", published=dt.date(2021, 5, 10))):
        assert text[candidate.start : candidate.end] == candidate.sentence
        assert 0 <= candidate.confidence <= 1


HOSTILE = [
    "A" * 20_000,
    "a, " * 5_000,
    '"' * 5_000,
    "will " * 3_000,
    "Ann Orr, " * 2_000,
    "said " * 3_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda t: t[:8])
def test_hostile_texts_cost_no_more_than_seconds(text):
    started = time.perf_counter()
    extract(Article(text=text, name="a", published=dt.date(2021, 5, 10)))
    assert time.perf_counter() - started < 5
