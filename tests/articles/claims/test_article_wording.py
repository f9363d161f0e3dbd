"""Two statements in one sentence, and words that only tell more of a statement.

Two forecasts in one sentence are two candidates; the claim is the proposition alone.
"""

import pytest

TWO = [
    ("Ann Lee promised that output would double and insisted the country would not run dry.",
     ["Output would double", "The country would run dry"]),
    ("Ann Lee said that output would double by March and pledged to hire 300 workers by June.",
     ["Output would double", "Pledged to hire 300 workers"]),
    ("Ann Lee promised output would double by March and expects prices to fall by June.",
     ["Output would double", "Prices to fall"]),
    ("Ann Lee promised output would double by March and vowed the plant would open by June.",
     ["Output would double", "The plant would open"]),
    ("Ann Lee said the plant, closed and promised to a buyer, would open by June.",
     ["The plant, closed and promised to a buyer, would open"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TWO)
def test_a_second_verb_of_saying_begins_a_second_forecast(read, text, claims):
    """Two forecasts in one sentence are two candidates."""
    assert [c.claim for c in read(text)] == claims


WORDED = [
    ("Pell said its plant will not open until 2030, the second delay, sending its shares down.",
     "Its plant will open"),
    ("The bridge will open in June 2027, two years late, Ann Lee said.", "The bridge will open"),
    ("Inflation will fall by June, to 2%, Ann Lee said.", "Inflation will fall to 2%"),
    ('"He told me, \'The war will be over by Christmas,\' and I believed him," said Ivan Petrov.',
     "The war will be over"),
    ('"The workers\' union will sign by June," said Ann Lee.', "The workers' union will sign"),
    ('"We will win by June, said Ann Lee.', "We will win"),
    ("NORVIK, 3 June — Rates will fall by December.", "Rates will fall"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), WORDED)
def test_the_claim_ends_where_the_sentence_only_tells_more(read, text, claim):
    """What is kept is the statement: no apposition, no dateline, nobody's words around."""
    assert [c.claim for c in read(text)] == [claim]


CHECKABLE = [
    ("The bridge could open by June, Ann Lee said.", "vague"),
    ("There is a 40% chance that the bridge could open by June.", "resolvable"),
    ("The bridge will open by June, Ann Lee said.", "resolvable"),
]


@pytest.mark.parametrize(("text", "resolvable"), CHECKABLE)
def test_words_that_commit_to_nothing_are_told_as_vague_by_the_candidate(read, text, resolvable):
    """Whether it is checkable or vague: one rule for showing and for recording."""
    assert [c.resolvable for c in read(text)] == [resolvable]
