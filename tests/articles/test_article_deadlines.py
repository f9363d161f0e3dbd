"""Which of the time words of a sentence is the deadline of its claim, and what the claim keeps.

The sentences are invented. Issue, "Extraction": the claim, "the deadline phrase and the deadline
it was read as" are separate fields, and no word of the claim gets lost between them.
"""

import datetime as dt

import pytest

PUBLISHED = dt.date(2026, 2, 3)

VERBS = [
    ("Ann Lee said that the war will end this year.", "The war will end", "this year"),
    ("Ann Lee said that the strike would end next week.", "The strike would end", "next week"),
    ("Ann Lee said that the war is unlikely to end this year.", "The war will end", "this year"),
    ("Ann Lee said the summer would come around 2050.", "The summer would come", "around 2050"),
    ("The bank does not expect sales to go up until 2028.", "Sales to go up", "until 2028"),
    (
        "Ann Lee said that work would get under way next month.",
        "Work would get under way",
        "next month",
    ),
]


@pytest.mark.parametrize(("text", "claim", "phrase"), VERBS)
def test_a_claim_keeps_its_verb(read, text, claim, phrase):
    (found,) = read(text, PUBLISHED)
    assert (found.claim, found.deadline_phrase) == (claim, phrase)
