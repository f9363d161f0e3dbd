"""Paragraphs, sentences and quotations keep their offsets in the article."""

import itertools

import pytest
from hypothesis import given, strategies as st

from ledger.articles.texts.sentences import quotations, split

SPLITS = [
    ("It rained. It stopped.", ["It rained.", "It stopped."]),
    ("Dr Feld met Gen. Tamm at 8 a.m. on Monday.", ["Dr Feld met Gen. Tamm at 8 a.m. on Monday."]),
    ("Polls open at 8 a.m. May Alcott waits.", ["Polls open at 8 a.m.", "May Alcott waits."]),
    ("The U.S. economy grew. It will slow.", ["The U.S. economy grew.", "It will slow."]),
    ("Jonas of Brack & Co. disagrees. He left.", ["Jonas of Brack & Co. disagrees.", "He left."]),
    ("J. R. Holm left. He is 70.", ["J. R. Holm left.", "He is 70."]),
    (
        "Sales rose 3.5% in May. They fell in June.",
        ["Sales rose 3.5% in May.", "They fell in June."],
    ),
    ('"Is it over?" she asked. No.', ['"Is it over?" she asked.', "No."]),
    ('"We will win. Print that," she said.', ['"We will win.', 'Print that," she said.']),
    ("“Wait.” He left.", ["“Wait.”", "He left."]),
    ("One line\n\nAnother one.", ["One line", "Another one."]),
]


@pytest.mark.parametrize(("text", "expected"), SPLITS)
def test_a_sentence_ends_at_its_stop_and_not_at_an_abbreviation(text, expected):
    assert [s.text for s in split(text)] == expected


QUOTES = [
    ('He said "we will win" and left.', ['"we will win"']),
    ("“We will win,” he said, “by May.”", ["“We will win,”", "“by May.”"]),
    ("He said: 'We'll win by May,' and left.", ["'We'll win by May,'"]),
    ("The agents' rise and the farmers' fall", []),
    ('"It goes on in the next paragraph.', ['"It goes on in the next paragraph.']),
    ('the so-called "caliphate" fell', []),
]


@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_speech_is_found_between_straight_curly_and_single_marks(text, expected):
    assert [text[a:b] for a, b in quotations(text)] == expected


def test_lines_wrapped_by_hand_are_one_paragraph():
    text = (
        "The committee met on Monday to talk about the new harbour and\n"
        "decided that nothing would be done before the end of the year.\n\nIt rained."
    )
    assert [s.paragraph for s in split(text)] == [0, 1]


def test_headlines_and_bylines_are_headings():
    text = "Rates to fall\nBy Ann Lee | The Post\n\nThe bank cut its rate on Monday."
    assert [s.heading for s in split(text)] == [True, True, False]


@given(st.text(max_size=300))
def test_every_sentence_is_verbatim_at_its_offsets(text):
    for sentence in split(text):
        assert text[sentence.start : sentence.end] == sentence.text


@given(st.text(alphabet="aA. \"'“”‘’\n!?,", max_size=80))
def test_sentences_follow_each_other_without_overlap(text):
    spans = [(s.start, s.end) for s in split(text)]
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
