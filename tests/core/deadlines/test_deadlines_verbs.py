"""Words that open a deadline or are the verb of its sentence: end, come, up.

Design, deadlines: the words of a deadline are told apart from what will happen by then; a claim
that loses its verb ("the war will") says nothing.
"""

import datetime as dt

import pytest

from ledger.core.deadlines import find_deadlines

DAY = dt.date(2026, 2, 3)

VERBS = [
    ("the war will end this year", "this year", "2026-12-31"),
    ("the war won't end next week", "next week", "2026-02-15"),
    ("it'll finally end this year", "this year", "2026-12-31"),
    ("the war is unlikely to end this year", "this year", "2026-12-31"),
    ("shares would end the year lower", "the year", "2026-12-31"),
    ("the first such summer would come around 2050", "around 2050", "2050-12-31"),
    ("prices to pick up until Q2", "until Q2", "2026-03-31"),
    ("sales will go up until 2028", "until 2028", "2027-12-31"),
    ("roads will open up through 2028", "through 2028", "2028-12-31"),
]
PREPOSITIONS = [
    ("the war will be over by end June", "by end June", "2026-06-30"),
    ("the deal was extended to end June", "to end June", "2026-06-30"),
    ("the war is over at the end of this year", "at the end of this year", "2026-12-31"),
    ("Come June, the war will be over", "Come June", "2026-06-30"),
    ("the road is shut up until 2028", "up until 2028", "2027-12-31"),
]


@pytest.mark.parametrize(("text", "phrase", "day"), VERBS + PREPOSITIONS)
def test_the_verb_of_the_sentence_is_no_part_of_its_deadline(text, phrase, day):
    (found,) = find_deadlines(text, DAY)
    assert (found.phrase, str(found.deadline)) == (phrase, day)
