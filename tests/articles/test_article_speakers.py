"""Attribution: quotes, appositions, pronouns, organisations, anonymous officials, the narrator."""

import pytest

from ledger.articles.parties import read_party

PARTIES = [
    ("the regional commander General Odo Tamm", "Odo Tamm", "person"),
    ("Finance chief Roy Asante", "Roy Asante", "person"),
    ("Prof. Min-ji Seo of the Hanwon Institute", "Min-ji Seo", "person"),
    ("striker Maria van der Berg", "Maria van der Berg", "person"),
    ("Prime Minister Idris al-Bako", "Idris al-Bako", "person"),
    ("the president's chief of staff Anna Orth", "Anna Orth", "person"),
    ("Chipmaker Quantel", "Quantel", "organisation"),
    ("Economists at Norland Securities", "Norland Securities", "organisation"),
    ("the grain board", "grain board", "organisation"),
    ("The Builders' Federation", "Builders' Federation", "organisation"),
    ("a Pentagon official", "Pentagon official", "anonymous"),
    ("Two Western diplomats", "Two Western diplomats", "anonymous"),
    ("people familiar with the matter", "people familiar with the matter", "crowd"),
    ("Most observers", "Most observers", "crowd"),
    ("three surveys published this week", "three surveys", "crowd"),
]


@pytest.mark.parametrize(("phrase", "name", "kind"), PARTIES)
def test_a_subject_is_read_as_a_party(phrase, name, kind):
    party = read_party(phrase)
    assert party is not None
    assert (party.name, party.kind) == (name, kind)


@pytest.mark.parametrize("phrase", ["", "he", "they", "It", "the"])
def test_a_pronoun_alone_is_nobody(phrase):
    assert read_party(phrase) is None


# text, forecaster, kind: the last candidate of the text is asked for.
SPEAKERS = [
    ("Prices will fall by June, Ann Orr said.", "Ann Orr", "person"),
    ("Ann Orr, the bank's chief economist, said prices would fall by June.", "Ann Orr", "person"),
    ("The bank's chief economist, Ann Orr, said prices would fall by June.", "Ann Orr", "person"),
    ('"Prices will fall by June," said Ann Orr, who runs the bank.', "Ann Orr", "person"),
    ('"Prices," said Ann Orr, "will fall by June."', "Ann Orr", "person"),
    ("“Prices will fall by June,” Ann Orr of Brack & Co. told reporters.", "Ann Orr", "person"),
    ("'Prices will fall by June,' Ann Orr said.", "Ann Orr", "person"),
    ('Ann Orr said: "It is bad. Prices will fall by June."', "Ann Orr", "person"),
    ("According to Ann Orr, prices will fall by June.", "Ann Orr", "person"),
    ("Prices will fall by June, according to Ann Orr.", "Ann Orr", "person"),
    (
        "Ann Orr has run the bank since 2010. She expects prices to fall by June.",
        "Ann Orr",
        "person",
    ),
    (
        'Ann Orr runs the bank.\n\n"It is bad," she said.\n\n"Prices will fall by June," she says.',
        "Ann Orr",
        "person",
    ),
    ('"It is bad," Ann Orr said. "Prices will fall by June."', "Ann Orr", "person"),
    ('Ann Orr disagrees. "Prices will fall by June."', "Ann Orr", "person"),
    ("In her view prices will fall by June, though Ann Orr may be wrong.", None, "narrator"),
    ("Not so, argued Ann Orr of Brack, who expects prices to fall by June.", "Ann Orr", "person"),
    ("Her deputy, Ann Orr, was gloomier. She said prices would fall by June.", "Ann Orr", "person"),
    ("Brack Securities expects prices to fall by June.", "Brack Securities", "organisation"),
    (
        "Brack Securities is small. It expects prices to fall by June.",
        "Brack Securities",
        "organisation",
    ),
    ("The bank's outlook calls for lower prices by June.", "bank", "organisation"),
    (
        "The company expects prices to fall by June, chief executive Ann Orr said.",
        "Ann Orr",
        "person",
    ),
    ("A senior official said prices would fall by June.", "senior official", "anonymous"),
    ("Officials are worried. Prices will fall by June, they said.", "Officials", "anonymous"),
    ("Most observers think prices will fall by June.", "Most observers", "crowd"),
    ("Prices are expected to fall by June.", None, "narrator"),
    ("Prices will fall by June.", None, "narrator"),
]


@pytest.mark.parametrize(("text", "forecaster", "kind"), SPEAKERS)
def test_the_forecaster_is_who_said_it(read, text, forecaster, kind):
    last = read(text)[-1]
    assert (last.forecaster, last.kind) == (forecaster, kind)


def test_a_role_is_kept_apart_from_the_name(read):
    (one,) = read("Energy minister Nils Brandt said prices would fall by June.")
    assert (one.forecaster, one.role) == ("Nils Brandt", "Energy minister")


def test_a_last_name_stands_for_the_full_name(read):
    text = "Analyst Ann Orr was blunt on Monday.\n\nPrices will fall by June, Orr said."
    assert read(text)[-1].forecaster == "Ann Orr"
