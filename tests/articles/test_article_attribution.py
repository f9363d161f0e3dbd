"""Who said it where no verb of saying says so, and names that have many words.

Issue 3: "forecaster and role (quotes, appositives, pronouns across paragraphs, organisations,
anonymous officials ...)".
"""

import pytest

INTRODUCED = [
    ('Lotte Orr was sceptical: "There will be no deal by June."', "Lotte Orr",
     "There will be a deal"),
    ('Pep Orr refused to write off his own team: "We are going to win in May."', "Pep Orr",
     "We are going to win"),
    ('"A deal will come by May," Ann Bell said. Tom Orr was less sure: "It will take until June."',
     "Tom Orr", "It will take until June"),
    ('Lotte Orr was blunt: "It is bad. Prices will double by June."', "Lotte Orr",
     "Prices will double"),
    ('The minister was blunt: "Prices will double by June," she said.', "minister",
     "Prices will double"),
    ('The message was clear: "Prices will double by June."', None, "Prices will double"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "claim"), INTRODUCED)
def test_a_quotation_after_a_colon_belongs_to_the_subject_before_it(read, text, who, claim):
    """Issue 3: "forecaster and role (quotes, ...)"; the clause before the colon is no claim."""
    found = read(text)[-1]
    assert (found.forecaster, found.claim) == (who, claim)
