"""Who said it where no verb of saying says so, and names that have many words.

A candidate has forecaster and role: from quotes, appositives, pronouns across paragraphs, of
organisations and anonymous officials.
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
    """Forecaster and role from quotes; the clause before the colon is no claim."""
    found = read(text)[-1]
    assert (found.forecaster, found.claim) == (who, claim)


NAMED_WITH_AND = [
    ("The Department of Health and Social Care said the vaccine would be ready by June.",
     "Department of Health and Social Care"),
    ("The Department for Energy and Water said the dam would be full by June.",
     "Department for Energy and Water"),
    ("Officials at the Centers for Disease Control and Prevention expect an end before June.",
     "Centers for Disease Control and Prevention"),
    ("The Centers for Disease Control and Prevention expects the outbreak to end before June.",
     "Centers for Disease Control and Prevention"),
    ("The Bank of Norland and Tamm predicts that rates will fall by June.",
     "Bank of Norland and Tamm"),
    ("Ann Lee of the Bank of Norland and Tamm predicts that rates will fall by June.", "Ann Lee"),
    ("He met the governor of the Bank of Norland and Ann Lee said rates would fall by June.",
     "Ann Lee"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), NAMED_WITH_AND)
def test_the_name_of_a_body_goes_on_after_and(read, text, who):
    """Forecaster and role of organisations: the whole name, not its end."""
    assert read(text)[-1].forecaster == who


REFERRED = [
    (["Jean Roy was glad. Prices will fall by May, Roy said.",
      "That seems unlikely to Kumar Das, an epidemiologist. He expects prices to fall by June."],
     "Kumar Das"),
    (["Jean Roy said cases would fall by June.",
      'For Maria Das, a baker, that is nonsense. "Cases will double by June," she said.'],
     "Maria Das"),
    (["Ann Pell's side lost.", "A late header from the forward Seko Diaby settled it. Fans booed.",
      'The Australian was defiant. "We will win by Christmas," she said.'], "Ann Pell"),
    (["A report by the analyst Kumar Das came out.", "He expects cases to fall by June."],
     "Kumar Das"),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "who"), REFERRED)
def test_a_pronoun_means_whom_the_text_is_about(read, paragraphs, who):
    """Forecaster and role from pronouns across paragraphs: not the last name."""
    assert read("\n\n".join(paragraphs))[-1].forecaster == who


INTERVIEWS = [
    (["Tom Crane spoke to Ann Bell, the mayor.", "Tom: When will the bridge open?",
      "Ann: It will open by June 2027.", "Tom: And the tunnel?", "Ann: It will open by 2030."],
     ["Ann Bell", "Ann Bell"]),
    (["Peter Noll met Carla Neri.", "PN: Will the war end by June?", "CN: It will end by June."],
     ["Carla Neri"]),
    (["Ann Lee, the governor, met us.", "Q: Will rates fall?", "A: I think they fall by June."],
     ["Ann Lee"]),
    (["Q: Will rates fall by June?", "A: I think rates will fall by June."], ["interviewee"]),
    (["THE PAPER: Will it end by May?", "Crane: It will end by June. I am sure."], ["Crane"]),
    (["Update: prices will rise by June.", "Note: rates will fall by June."], [None, None]),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "who"), INTERVIEWS)
def test_labels_of_an_interview_say_who_speaks(read, paragraphs, who):
    """Forecaster and role; a question of the interviewer is no forecast."""
    text = "\n\n".join(paragraphs)
    found = read(text)
    assert [c.forecaster for c in found] == who
    assert all(text[c.start : c.end] == c.sentence for c in found)


OTHERS = [
    (["One analyst at Nordbank predicted a fall. Another predicted that rates would rise by June."],
     "another analyst", "anonymous"),
    (['"Rates will rise by June," said another official.'], "another official", "anonymous"),
    (["Another analyst, Tom Crane, said rates would rise by June."], "Tom Crane", "person"),
    (["Another analyst Tom Crane said rates would rise by June."], "Tom Crane", "person"),
    (["Tom Crane was glad. A model by his team puts the chance of a recession by June at 40%."],
     "Tom Crane's team", "organisation"),
    (["A model by his team puts the chance of a recession by June at 40%."], "team", "anonymous"),
    (["Previous work suggested that the first dry summer would come by 2050."], "previous work",
     "anonymous"),
    (["Norwell Holdings made a loss. The group expects sales to double by June."],
     "Norwell Holdings", "organisation"),
    (["Ann Orr of the Rail Federation, which expects fares to rise by June, said no more."],
     "Rail Federation", "organisation"),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "who", "kind"), OTHERS)
def test_who_has_no_name_of_its_own_is_told_by_what_was_named(read, paragraphs, who, kind):
    """Forecaster and role of anonymous officials: not a stray noun."""
    found = read("\n\n".join(paragraphs))[-1]
    assert (found.forecaster, found.kind) == (who, kind)
