"""Attribution: quotes, appositions, pronouns, organisations, anonymous officials, the narrator."""

import pytest

from ledger.articles.speakers.parties import read_party

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


# Forecaster and role: a bare surname or given name that was introduced is the person,
# whichever name of a language is the family's.
SHORT_NAMES = [
    ("Chief executive Li Wei said sales would fall by May.", "Li", "Li Wei"),
    ("Governor Kim Dae-ho said rates would fall by May.", "Kim", "Kim Dae-ho"),
    ("Minister María García López said rents would fall by May.", "García", "María García López"),
    ("Minister María García López said rents would fall by May.", "López", "María García López"),
    ("General Abdul Fattah al-Tayeb said the port would fall by May.", "Al-Tayeb",
     "Abdul Fattah al-Tayeb"),
    ("General Abdul Fattah al-Tayeb said the port would fall by May.", "Tayeb",
     "Abdul Fattah al-Tayeb"),
    ("Coach Nguyen Van Minh said the side would win in May.", "Minh", "Nguyen Van Minh"),
    ("Analyst Mohammed bin Saleh said oil would fall by May.", "Bin Saleh", "Mohammed bin Saleh"),
    ("Li Wei, who runs a shop, says it will close by May.", "Li", "Li Wei"),
    ('"It will open by May," says 34-year-old baker Li Na.', "Li", "Li Na"),
    ("Minister James Orr said rents would fall by May.", "J. M. Orr", "James Orr"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "short", "full"), SHORT_NAMES)
def test_part_of_a_name_is_the_person_it_was_introduced_for(read, told, short, full):
    later = read(f'{told} "We will be back by 2027," {short} said.')[-1]
    assert (later.forecaster, later.kind) == (full, "person")


def test_people_of_one_family_are_not_one_person(read):
    text = (
        "Jane Doe, a baker, said rents would fall by May. John Doe, a farmer, said they would rise"
        " by June."
    )
    assert [one.forecaster for one in read(text)] == ["Jane Doe", "John Doe"]


def test_a_body_keeps_its_name_beside_a_person_who_shares_it(read):
    text = (
        "Park Securities expects rates to fall by June. Economist Park Ji-won said growth would"
        " slow by July. Park Securities expects exports to rise by August."
    )
    assert [one.forecaster for one in read(text)] == [
        "Park Securities", "Park Ji-won", "Park Securities",
    ]  # fmt: skip
