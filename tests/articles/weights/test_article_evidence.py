"""Evidence: the words of a sentence speak for a forecast or against it, whatever the rules see."""

import datetime as dt
import json
import re
from importlib.resources import files

import pytest
from hypothesis import given, strategies as st

from ledger.articles import Article, extract
from ledger.articles.candidates import by_rules, insisted
from ledger.articles.texts.sentences import split
from ledger.articles.weights.evidence import among, features_of, probabilities, probability
from ledger.core.deadlines import Calendar

DAY = dt.date(2021, 5, 10)
COUNTED = json.loads((files("ledger.articles.weights") / "weights.json").read_text("utf-8"))
WEIGHTS = COUNTED["sentence"]


def counted(text: str, found: dict[int, float] | None = None) -> set[str]:
    (features,) = features_of(split(text), found or {}, DAY, Calendar())
    return {name for name, value in features if value}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Orr expects rain.", "Ben Ely Voss expects rain."),
        ("It rains in Oslo in March.", "It rains in Rome in July."),
        ("They open on Monday.", "They open on Friday."),
        ("It costs $30 and lasts 4 years.", "It costs £7,000 and lasts 11 years."),
        ("“Soon,” he said.", '"Soon," he said.'),
        ("It ends in 2031.", "It ends in 2027."),
        ("It won’t end.", "It won't end."),
    ],
)
def test_names_numbers_days_and_marks_are_alike(one, other):
    assert counted(one) == counted(other)


def test_years_before_and_after_the_article_are_not_alike():
    assert "=YEAR+" in counted("It ends in 2022.")
    assert "=YEAR" in counted("It ends in 2021.")
    assert "=YEAR-" in counted("It ended in 2020.")


def test_no_weight_knows_a_name_a_number_or_a_day():
    """Issue: no rule that knows a name, place or sentence of the given articles."""
    kinds = 'NAME|MONTH|WEEKDAY|YEAR[+-]?|MONEY|#|\\^|[$%";?:-]'
    words = [word for name in WEIGHTS if name.startswith("=") for word in name[1:].split()]
    odd = [w for w in words if not re.fullmatch(rf"{kinds}|[a-zà-ÿ]+('[a-z]+)?", w)]
    assert odd == []


def test_what_the_rules_found_is_evidence_too():
    text = split("The bridge will reopen in June.")
    (without,) = probabilities(text, {}, DAY, Calendar())
    (with_it,) = probabilities(text, {0: 0.9}, DAY, Calendar())
    assert without < with_it


@given(st.text(max_size=200))
def test_any_text_has_probabilities(text):
    sentences = split(text)
    found = probabilities(sentences, {}, DAY, Calendar())
    assert len(found) == len(sentences)
    assert all(0 <= chance <= 1 for chance in found)


ARTICLE = """Ferry faces a long wait

The island's only ferry is in dock again, the company said on Thursday.

{sentence}

Passengers queued for the bus.
"""


def read(sentence: str) -> Article:
    return Article(text=ARTICLE.format(sentence=sentence), name="a", published=DAY)


@pytest.mark.parametrize(
    ("sentence", "who", "day"),
    [
        ("By the end of 2023 the line carries a million people, on paper at least.",
         None, dt.date(2023, 12, 31)),
        ("Passengers have two more such winters in front of them, said Mara Dunn.",
         "Mara Dunn", None),
        ('"Two boats and one quay for us in 2023," Mara Dunn said.',
         "Mara Dunn", dt.date(2023, 12, 31)),
    ],
)  # fmt: skip
def test_a_sentence_without_a_sign_still_has_a_speaker_and_a_day(sentence, who, day):
    """Recall: no list of signs is complete, so that evidence alone may propose a sentence."""
    found = by_rules(read(sentence), Calendar())
    place = next(i for i, s in enumerate(found.sentences) if s.text == sentence)
    one = insisted(found.silent[place])
    assert (one.forecaster, one.reading.deadline if one.reading else None) == (who, day)
    assert one.sentence == sentence


def test_a_confidence_is_the_probability_of_its_sentence():
    article = read("The ferry will be back by the end of June, the company said.")
    (one,) = extract(article)
    found = by_rules(article, Calendar())
    place = next(i for i, s in enumerate(found.sentences) if s.text == one.sentence)
    sure = {place: found.candidates[0].confidence}
    chances = probabilities(found.sentences, sure, DAY, Calendar())
    assert one.confidence == round(min(chances[place], 0.99), 2)


def test_what_stands_alone_in_a_long_story_of_the_past_needs_more_evidence():
    """Aim: ordinary stories give no false candidates; in articles that look ahead more counts."""
    weights = COUNTED["article"]

    def within(others: float) -> float:
        around = among([0.6, *[others] * 20], [True] * 21, [False] * 21)
        return probability(weights, next(around))

    assert within(0.01) < 0.3 < within(0.9)


def test_a_passage_is_weighed_by_itself():
    text = "The bridge will reopen in June. The river is low."
    alone = list(features_of(split(text), {0: 0.9}, DAY, Calendar()))
    found = probabilities(split(text), {0: 0.9}, DAY, Calendar())
    assert found == [probability(WEIGHTS, features) for features in alone]
