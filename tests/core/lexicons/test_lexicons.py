"""A.11 and D: words become bands at scoring time, by a named table, and inference says so."""

import pytest
from hypothesis import given, strategies as st

from ledger.core.lexicons import (
    LEXICONS,
    Band,
    Unread,
    denies,
    find_lexicon,
    lookup,
    parse_lexicon,
)

every_lexicon = pytest.mark.parametrize("lexicon", LEXICONS.values(), ids=LEXICONS)


def read(phrase, lexicon="icd203", **how):
    found = lookup(find_lexicon(lexicon), phrase, **how)
    return found if isinstance(found, Unread) else (found.low, found.middle, found.high)


def test_the_tables_there_are():
    assert list(LEXICONS) == [
        *("icd203", "phia", "nato", "ipcc", "efsa", "kent1964"),
        *("capphrase2026", "mauboussin2018", "fagen2019", "zonination2015", "inferred-only"),
    ]


@every_lexicon
def test_every_table_has_its_reference_and_version(lexicon):
    assert lexicon.title
    assert lexicon.version
    assert lexicon.kind in {"official scale", "reader survey", "inferred"}
    for words, term in lexicon.terms.items():
        assert words == term.words == words.lower()
        assert 0 <= term.low <= term.middle <= term.high <= 1


@pytest.mark.parametrize(
    ("lexicon", "low", "high"),
    [("icd203", 0.55, 0.80), ("phia", 0.55, 0.75), ("nato", 0.60, 0.90), ("ipcc", 0.66, 1.0)],
)
def test_likely_is_another_band_on_every_scale(lexicon, low, high):
    band = lookup(find_lexicon(lexicon), "likely")
    assert (band.low, band.high) == (low, high)
    assert band.middle == pytest.approx((low + high) / 2)
    assert not band.inferred


@pytest.mark.parametrize(
    ("lexicon", "phrase", "median"),
    [
        ("capphrase2026", "will", 1.0),
        ("capphrase2026", "almost certain", 0.95),
        ("mauboussin2018", "almost certainly", 0.90),
        ("mauboussin2018", "probably", 0.70),
        ("zonination2015", "probably", 0.75),
        ("zonination2015", "we believe", 0.70),
        ("fagen2019", "we believe", 0.75),
        ("fagen2019", "unlikely", 0.20),
    ],
)
def test_reader_medians(lexicon, phrase, median):
    assert lookup(find_lexicon(lexicon), phrase).middle == median


@pytest.mark.parametrize("phrase", ["expects", "is set to", "predicts", "believes", "thinks"])
@every_lexicon
def test_attitude_verbs_are_inferred_under_every_lexicon(lexicon, phrase):
    assert lookup(lexicon, phrase) == Band(0.5, 0.75, 0.95, True, "inferred: attitude verb")


def test_bare_will_is_inferred_where_no_table_has_it():
    assert lookup(find_lexicon("inferred-only"), "will") == Band(
        0.9, 0.95, 1.0, True, "inferred: bare will"
    )
    assert read("is going to happen") == (0.9, 0.95, 1.0)


@pytest.mark.parametrize(
    "phrase", ["may", "might", "could", "possible", "possibly", "may happen", "might not", "maybe"]
)
@every_lexicon
def test_may_and_might_are_vague_under_every_lexicon(lexicon, phrase):
    assert lookup(lexicon, phrase) is Unread.VAGUE


def test_a_realistic_possibility_is_a_term_where_a_scale_says_so():
    assert read("realistic possibility", "phia") == (0.4, 0.45, 0.5)
    assert read("realistic possibility", "icd203") is Unread.VAGUE


@pytest.mark.parametrize("phrase", ["hopes", "wishes", "plans to", "wants", "hoped"])
@every_lexicon
def test_hopes_and_plans_are_no_forecasts(lexicon, phrase):
    assert lookup(lexicon, phrase) is Unread.NOT_A_FORECAST


@pytest.mark.parametrize(
    "phrase",
    ["purple", "", "not certain", "not unlikely", "will not not", "no doubt", "as likely as not"],
)
def test_what_is_in_no_table_says_so(phrase):
    assert read(phrase) is Unread.UNKNOWN


@pytest.mark.parametrize(
    ("phrase", "same_as"),
    [
        ("Is likely to", "likely"),
        ("it is LIKELY that", "likely"),
        ("almost-certain", "almost certain"),
        ("will probably", "probably"),
        ("highly likely", "very likely"),
        ("believes it likely", "likely"),
        ("won’t", "will not"),
        ("isn't likely", "not likely"),
    ],
)
def test_small_words_and_near_forms_do_not_matter(phrase, same_as):
    assert read(phrase) == read(same_as)


@pytest.mark.parametrize(
    ("phrase", "positive"),
    [
        ("probably not", "probably"),
        ("not likely", "likely"),
        ("will almost certainly not", "almost certainly"),
        ("will not", "will"),
        ("is not expected to", "is expected to"),
        ("does not believe", "believes"),
        ("doubts", "believes"),
        ("is not going to happen", "is going to happen"),
    ],
)
def test_negation_turns_the_proposition(phrase, positive):
    low, middle, high = read(positive)
    assert read(phrase) == pytest.approx((1 - high, 1 - middle, 1 - low))


DENYING = """
out of the question; rules out; was ruled out; rules it out; hardly; scarcely; slim chance
a fat chance; no chance; not a chance; without a chance; next to no chance; slim to none
little or no chance; no way; the odds are slim; chances of a deal are slim
low risk; a long shot; no realistic prospect; cannot; won't
hardly likely; not probable; less likely than not; inconceivable; hardly expects
no one thinks; few expect; refuses to believe; bets against; will fail to
unlikely; doubtful; remote; impossible; never
"""
AFFIRMING = """
no doubt; little doubt; hardly any doubt; without a doubt; beyond doubt; does not doubt
no question; cannot be ruled out; does not rule out; not impossible; not unlikely; no small chance
without fail; cannot fail; no denying; as likely as not; more often than not; no later than
nothing short of certain; not certain; far from clear
a good chance; even chance; likely; will; in my view
"""


def phrases(table):
    return [phrase.strip() for line in table.split("\n") for phrase in line.split(";") if phrase]


@pytest.mark.parametrize("phrase", phrases(DENYING))
def test_words_deny_whether_a_table_has_them_or_not(phrase):
    """The side taken is that it will not happen: p < .5 and false is a hit (design, a hit)."""
    assert denies(phrase, negated=False)
    assert not denies(phrase, negated=True)


@pytest.mark.parametrize("phrase", phrases(AFFIRMING))
def test_two_denials_affirm_and_not_certain_denies_nothing(phrase):
    assert not denies(phrase, negated=False)


@pytest.mark.parametrize("phrase", ["little doubt", "hardly expects", "refuses to believe"])
@every_lexicon
def test_a_belief_that_is_denied_is_read_by_no_table(lexicon, phrase):
    assert lookup(lexicon, phrase) is Unread.UNKNOWN


def test_a_tables_own_probably_not_is_kept():
    assert read("probably not", "kent1964") == (0.2, 0.3, 0.4)


def test_the_table_is_not_symmetric():
    """Unlikely is .20 to readers, not 1 - .70."""
    assert read("unlikely", "mauboussin2018")[1] == 0.2
    assert read("not likely", "mauboussin2018")[1] == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("phrase", "lexicon", "middle"),
    [
        ("very likely", "mauboussin2018", 1 - (1 - 0.7) / 2),
        ("very unlikely", "mauboussin2018", 0.1),
        ("extremely likely", "kent1964", 1 - (1 - 0.75) / 2),
        ("highly probable", "kent1964", 1 - (1 - 0.75) / 2),
    ],
)
def test_very_moves_half_way_to_the_end(phrase, lexicon, middle):
    assert read(phrase, lexicon)[1] == pytest.approx(middle)


def test_a_tables_own_very_likely_is_kept():
    assert read("very likely", "icd203") == (0.8, 0.875, 0.95)


def test_very_even_has_no_nearer_end():
    own = parse_lexicon({"name": "own", "bands": {"even": [0.5, 0.5]}})
    assert lookup(own, "very even") is Unread.UNKNOWN


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [("unlikely", 1 - 0.325), ("probably not", 1 - 0.325), ("probably", 0.675), ("doubts", 0.75)],
)
def test_on_a_negated_claim_denials_speak_of_the_event(phrase, expected):
    assert read(phrase, negated=True)[1] == pytest.approx(expected)


@given(st.sampled_from(sorted(LEXICONS)), st.text(max_size=30))
def test_any_text_is_read_or_says_why_not(name, phrase):
    found = lookup(find_lexicon(name), phrase)
    if isinstance(found, Band):
        assert 0 <= found.low <= found.middle <= found.high <= 1
    else:
        assert found in Unread
