"""Which words of a claim leave open what is forecast, and which deny nothing."""

import pytest

from ledger.core.denials import denial, unquoted_denial


@pytest.mark.parametrize(
    ("claim", "word"),
    [
        ("Russia will not attack", "not"), ("It won't rain", "won't"), ("It won’t rain", "won’t"),
        ("No deal is made", "No"), ("War never comes", "never"), ("Nobody wins", "Nobody"),
        ("It cannot last", "cannot"), ("The casino is NOT sold", "NOT"), ("None of them", "None"),
        ("Neither wins", "Neither"), ("It isn't so", "isn't"), ("No-one wins", "No"),
        ("Russia Will Never Attack Ukraine", "Never"), ("The war is Not over", "Not"),
        ("He says: No deal is made", "No"), ('She replied "Never again"', "Never"),
    ],
)  # fmt: skip
def test_a_claim_that_may_deny_is_known_by_its_word(claim, word):
    """Will not, won't, no and never are asked about."""
    assert denial(claim) == word


@pytest.mark.parametrize(
    "claim",
    [
        "The volcano erupts", "Norway joins", "A casino, now in Reno", "Another knot", "Forever",
        "", "The no-confidence vote passes", "No-deal Brexit goes ahead", "It reaches No. 1",
        "The single reaches No 1", "A no-fly zone is declared", "Dr. No is remade",
        "The film Never Say Never Again is remade", "Turnout is not only high but a record",
        "None other than Putin wins", "Turnout is no less than 60%", "Russia attacks in no time",
        "Whether or not it rains, he wins", "A nor'easter hits Boston",
    ],
)  # fmt: skip
def test_a_claim_without_such_a_word_is_not_asked_about(claim):
    """ "The no-confidence vote passes" says what will happen."""
    assert denial(claim) is None


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("Rain in Oslo is unlikely by 2027", "unlikely"), ("I doubt that Russia invades", "doubt"),
        ("Analysts doubt Russia invades", "doubt"), ("Russia wont invade", "wont"),
        ("War is out of the question", "out of the question"),
        ("Little chance of rain in Oslo", "Little chance"),
        ("A deal looks impossible", "impossible"),
        ("The chances of a deal are slim", "chances of a deal are slim"),
        ("It will hardly rain", "will hardly"), ("Unlikely that it rains", "Unlikely"),
    ],
)  # fmt: skip
def test_words_of_disbelief_leave_the_claim_open_as_well(claim, words):
    """Words that deny are asked about whichever they are: "unlikely" as "will not"."""
    assert denial(claim) == words


@pytest.mark.parametrize(
    "claim",
    [
        "An unlikely alliance forms", "The impossible trial ends", "A likely winner emerges",
        "The film Mission Impossible is remade", "Doubts about the euro grow",
        "The question of Cyprus is settled", "The chances of peace rise",
    ],
)  # fmt: skip
def test_such_words_that_belong_to_a_noun_deny_nothing(claim):
    assert denial(claim) is None


def test_what_stands_in_quotation_marks_is_no_denial_for_who_has_said_the_side():
    assert unquoted_denial('The party that "never lost" wins') is None
    assert unquoted_denial("The party that “never lost” wins") is None
    assert unquoted_denial('It will not be "Never Again"') == "not"


@pytest.mark.parametrize(
    ("claim", "word"),
    [("İstanbul will not flood", "not"), ("İİ: no", "no"), ("İİİ unlikely", "unlikely"),
     ("İzmir doesn't flood", "doesn't")],
)  # fmt: skip
def test_a_letter_that_lowers_to_two_moves_no_word(claim, word):
    """The word that is shown is the claim's own: "It says not"."""
    assert denial(claim) == word
