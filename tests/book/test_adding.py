"""`add`: what is recorded, what is taken for granted, and what is refused."""

import pytest

from ledger.book import Ledger, NewCitation, NewForecast
from ledger.errors import (
    ConflictError,
    InputError,
    LedgerError,
    NotFoundError,
    PolarityError,
    SameQuestionError,
)
from tests.book.builders import TODAY, add, asked, d, fingerprint, listed, scored, shown, state

SIX_MONTHS = "Mosul and Raqqa retaken within six months"
END_OF_YEAR = "ISIS expelled by end of 2017"


@pytest.mark.parametrize(
    ("claim", "made", "deadline", "question"),
    [
        (SIX_MONTHS, "2017-02-08", "2017-08-08", "Mosul and Raqqa retaken"),
        (END_OF_YEAR, "2017-02-11", "2017-12-31", "ISIS expelled"),
        ("Raqqa falls", "2017-02-11", None, "Raqqa falls"),
    ],
)
def test_without_deadline_the_claim_itself_is_searched(book, claim, made, deadline, question):
    added = add(book, claim, made=made)
    assert added.deadline == (d(deadline) if deadline else None)
    assert added.claim == claim
    assert shown(book).parts[0].text == question


def test_the_reply_shows_the_reading_it_took_or_says_that_there_is_none(book):
    assert "2017-08-08: within" in add(book, SIX_MONTHS).reading
    assert "2017-02-08" in add(book, SIX_MONTHS).reading
    assert "undated" in add(book, "Raqqa falls").reading


@pytest.mark.parametrize(
    ("fields", "made_on", "said"),
    [
        ({"made": "2017-02-08"}, "2017-02-08", None),
        ({"made": None}, str(TODAY), "said today"),
        (
            {"made": None, "citation": NewCitation("Mail", published="2017-03-01")},
            "2017-03-01",
            "the day of publication",
        ),
        ({"citation": NewCitation("Mail", published="2017-03-01")}, "2017-02-08", None),
        ({"citation": "Mail"}, "2017-02-08", None),
    ],
)
def test_made_defaults_to_published_and_without_a_source_to_today(book, fields, made_on, said):
    added = add(book, "Raqqa falls", **fields)
    assert added.made_on == d(made_on)
    assert (added.said is None) if said is None else (said in added.said)


def test_the_day_of_a_statement_can_be_a_window(book):
    added = add(book, "Raqqa falls within a month", made="2016-10..2016-12")
    assert (added.made_on, added.made_on_latest) == (d("2016-10-01"), d("2016-12-31"))
    assert (added.deadline_earliest, added.deadline) == (d("2016-11-01"), d("2017-01-31"))


def test_a_deadline_can_be_before_the_last_day_of_a_statement_but_not_before_the_first(book):
    assert add(book, "X by 2016-11-15", made="2016-10..2016-12").deadline == d("2016-11-15")
    with pytest.raises(InputError, match="before the day of the statement"):
        add(book, "X by 2016-09-30", made="2016-10..2016-12")


BIDI, CONTROL = "An\u202en", "An\x1b[31mn"
REFUSED = {
    "a statement date in the future": {"made": "2020-01-02"},
    "a publication date in the future": {"citation": NewCitation("Mail", published="2020-02-01")},
    "a deadline before the earliest statement day": {"deadline": "2017-02-07"},
    "70 without a sign": {"probability": "70"},
    "a probability above 1": {"probability": "1.2"},
    "a probability below 0": {"probability": "-0.1"},
    "a probability that is nan": {"probability": "nan"},
    "a probability with Arabic-Indic digits": {"probability": "\u0660.\u0667"},
    "a probability and a phrase": {"probability": "0.7", "phrase": "likely"},
    "an address that is not http(s)": {"citation": NewCitation("Mail", url="ftp://x.org/a")},
    "an address that is a script": {"citation": NewCitation("Mail", url="javascript:alert(1)")},
    "bidirectional characters in a name": {"by": BIDI},
    "control characters in a name": {"by": CONTROL},
    "bidirectional characters in an outlet": {"citation": NewCitation(BIDI)},
    "bidirectional characters in a role": {"role": BIDI},
    "bidirectional characters in a judge": {"judge": BIDI},
    "control characters in an outlet": {"citation": NewCitation(CONTROL)},
    "control characters in a tag": {"tags": (CONTROL,)},
    "control characters in a claim": {"claim": "X\x07 by 2018"},
    "a line end in a deadline": {"deadline": "by 2018\nor later"},
    "no claim": {"claim": " "},
    "no forecaster": {"by": None},
    "a claim of a million characters": {"claim": "x" * 1_000_000},
    "an unknown kind": {"forecaster_kind": "prophet"},
    "an unreadable deadline": {"deadline": "purple"},
    "an unreadable day of saying": {"made": "once upon a time"},
    "a source without any date": {"made": None, "citation": "Mail"},
    "a citation without outlet": {"citation": NewCitation(title="Mosul")},
    "a publication that is no day": {"citation": NewCitation("Mail", published="2017-03")},
    "a question that is not there": {"question": "q9"},
    "a forecast to revise that is not there": {"revises": 9},
    "a forecast to counter that is not there": {"counters": 9},
    "will not without --not": {"claim": "Mosul will not fall by 2018"},
    "parts joined in two ways": {"all_of": ("A", "B"), "any_of": ("C", "D")},
    "parts and a question": {"all_of": ("A", "B"), "question": "q1"},
    "criteria for a question that stands": {"question": "q1", "criteria": "as seen on TV"},
    "--after with nothing readable": {"after": "soonish"},
    "--after that is an end": {"after": "before q1"},
    "an upper and a lower end crossed": {"accepts": {"at_least": "5", "at_most": "4"}},
    "an empty interval": {"accepts": {"more_than": "5", "at_most": "5"}},
    "two lower ends": {"accepts": {"at_least": "5", "more_than": "4"}},
    "about and another end": {"accepts": {"about": "5", "at_most": "9"}},
    "within without about": {"accepts": {"at_least": "5", "within": "1"}},
    "within below zero": {"accepts": {"about": "5", "within": "-1"}},
    "a number in words": {"accepts": {"at_least": "five"}},
    "a number without end": {"accepts": {"at_least": "9" * 5000}},
    "a unit without a number": {"accepts": {"unit": "%"}},
    "one option only": {"accepts": {"option": ("Ann",), "options": "Ann"}},
    "an option that was not declared": {"accepts": {"option": ("Cy",), "options": "Ann,Bob"}},
    "options without the one that is forecast": {"accepts": {"options": "Ann,Bob"}},
    "a number and an option": {
        "accepts": {"option": ("A",), "options": "A,B", "at_least": "1"},
    },
    "a distribution that does not add up": {
        "accepts": {"option": ("A=0.5", "B=0.4"), "options": "A,B"}
    },
    "an event's question for a number": {"question": "q1", "accepts": {"at_least": "1"}},
    "a key with spaces": {"key": "my key"},
}


@pytest.mark.parametrize("fields", REFUSED.values(), ids=REFUSED)
def test_it_is_refused_in_one_line_and_the_bytes_of_the_book_are_unchanged(book, path, fields):
    add(book)
    before = fingerprint(path)
    with pytest.raises(LedgerError) as refusal:
        add(book, **fields)
    message = str(refusal.value)
    assert "\n" not in message
    assert message.isprintable()
    assert len(message) < 400
    assert fingerprint(path) == before


@pytest.mark.parametrize(
    ("written", "probability"),
    [("0.7", 0.7), ("70 %", 0.7), ("70%", 0.7), ("3:1", 0.75), ("0", 0.0), ("1", 1.0)],
)
def test_p_reads_decimals_percent_and_odds_for(book, written, probability):
    add(book, probability=written)
    assert listed(book).probability == probability
    assert scored(book) == (probability, None)


def test_words_are_kept_as_words(book):
    add(book, phrase="believes")
    assert (listed(book).probability, listed(book).phrase) == (None, "believes")


NEGATIVE = ["Mosul will not fall by 2018", "Mosul won't fall by 2018", "No deal by 2018",
            "Assad never leaves"]  # fmt: skip


@pytest.mark.parametrize("claim", NEGATIVE)
def test_a_negative_claim_asks_for_not_or_affirmative(book, claim):
    with pytest.raises(PolarityError, match=r"--not.*--affirmative"):
        add(book, claim)
    add(book, claim, negated=False)
    assert listed(book).negated is False


POSITIVE = ["Mosul will fall", "Mosul will fall", "A deal", "Assad leaves"]


@pytest.mark.parametrize(("claim", "asks"), list(zip(NEGATIVE, POSITIVE, strict=True)))
def test_a_negative_claim_with_not_is_denied_once(book, claim, asks):
    """A claim with will not / won't / no / never and *without* --not is asked about: with it, it
    is taken, and "resolve answers the question in its positive form"."""
    added = add(book, claim, negated=True)
    assert (listed(book).negated, shown(book).parts[0].text) == (True, asks)
    assert listed(book).claim.startswith(asks)
    assert f'worded as what --not denies: "{asks}"' in added.notes


def test_a_denial_without_a_positive_wording_is_refused_with_the_fix(book):
    with pytest.raises(PolarityError, match="denied twice; word it positively"):
        add(book, "No war will never come", negated=True)


def test_not_before_with_not_is_denied_once(book):
    added = add(book, "Brexit not before 2021", negated=True)
    assert (listed(book).claim, listed(book).negated) == ("Brexit before 2021", True)
    assert (shown(book).parts[0].text, added.deadline) == ("Brexit", d("2020-12-31"))


@pytest.mark.parametrize(
    "claim", ["The no-confidence vote passes by 2018", 'The party that "never lost" wins by 2018']
)
def test_what_only_sounds_like_a_denial_can_be_denied(book, claim):
    """`--not` records that a claim worded positively will not happen, whatever words it has."""
    add(book, claim, negated=True)
    assert listed(book).negated is True


def test_a_question_that_stands_is_worded_already(book):
    """`--question qN` with `--not`: what the question says is denied, not the claim's words.

    Lists print "not: " before the claim, so that it is worded positively where that can be.
    """
    add(book, "Assad leaves by 2018")
    for n, (claim, kept) in enumerate(
        [("Assad never goes", "Assad goes"), ("No man never leaves", "No man never leaves")], 2
    ):
        add(book, claim, negated=True, question="q1")
        assert (listed(book, n).claim, listed(book, n).negated) == (kept, True)
        assert shown(book, n).parts[0].text == "Assad leaves"


@pytest.mark.parametrize("claim", ["Rain is unlikely by 2027", "I doubt that Russia invades"])
def test_words_of_disbelief_are_asked_about_like_will_not(book, claim):
    with pytest.raises(PolarityError, match=r"--not.*--affirmative"):
        add(book, claim)
    with pytest.raises(PolarityError, match="denied twice"):
        add(book, claim, negated=True)


@pytest.mark.parametrize("claim", ["Mosul falls no later than 2017", "Mosul falls"])
def test_a_no_that_belongs_to_the_deadline_is_not_a_negation(book, claim):
    add(book, claim)
    assert listed(book).negated is False


def test_the_same_text_stays_apart_unless_the_question_is_named(book):
    add(book)
    add(book, by="Bob")
    add(book, by="Cy", question="q1")
    assert [listed(book, n).question for n in (1, 2, 3)] == ["q1", "q2", "q1"]


def test_somebody_who_asks_is_told_of_the_same_question(book):
    add(book, "Mosul retaken by 2017-08-08")
    with pytest.raises(SameQuestionError) as told:
        book.add(asked("mosul retaken by the end of 2018"), TODAY, ask=True)
    assert told.value.question == "q1"
    add(book, "Österreich wählt neu by 2018")
    with pytest.raises(SameQuestionError) as told:
        book.add(asked("ÖSTERREICH wählt neu by 2019"), TODAY, ask=True)
    assert told.value.question == "q2"


def test_a_deadline_said_apart_goes_before_the_one_in_the_claim(book):
    assert add(book, "X by 2016-09-30", deadline="2018-01-31").deadline == d("2018-01-31")
    with pytest.raises(InputError, match="before the day of the statement"):
        add(book, "X by 2016-09-30")


@pytest.mark.parametrize("claim", ["Raqqa falls", "Theresa May resigns", "Prices spring back"])
def test_words_that_are_also_names_of_seasons_and_months_are_no_deadline(book, claim):
    assert add(book, claim).deadline is None
    assert shown(book).parts[0].text == claim


def test_not_before_is_not_by_the_day_in_front_of_it(book):
    added = add(book, "Brexit not before 2021")
    assert added.deadline == d("2020-12-31")
    part = shown(book).parts[0]
    assert (part.text, part.negated) == ("Brexit", True)


def test_a_forecast_that_names_a_first_day_only_is_undated(book):
    add(book, "Peace after 2018")
    assert shown(book).parts[0].accepts == "from 2019-01-01"
    assert state(book) == "undated"


@pytest.mark.parametrize(
    ("claim", "deadline", "accepts"),
    [
        ("Rapture on 21 May 2017", None, "on 2017-05-21"),
        ("Rapture", "on 21 May 2017", "on 2017-05-21"),
        ("Rapture", "2017-05-21", "by 2017-05-21"),
        ("Rapture", "21 May 2017", "by 2017-05-21"),
        ("Rapture by 21 May 2017", None, "by 2017-05-21"),
    ],
)
def test_on_a_day_accepts_that_day_only_and_a_bare_day_is_the_last_on_time(
    book, claim, deadline, accepts
):
    add(book, claim, deadline=deadline)
    assert shown(book).parts[0].accepts == accepts


def test_the_words_of_the_deadline_and_the_remarks_are_kept(book):
    add(book, SIX_MONTHS, role="general", note="at a briefing", tags=("war", "war", "Iraq"))
    seen = shown(book)
    assert seen.deadline_phrase == "within six months"
    assert (seen.note, seen.forecast.role, seen.forecast.tags) == (
        "at a briefing",
        "general",
        ("Iraq", "war"),
    )


def test_a_vague_statement_is_kept_and_counted_as_vague(book):
    add(book, "Things get better soon", vague="no test could tell")
    assert (state(book), listed(book).verdict) == ("vague", None)


def test_a_kind_that_differs_from_the_record_is_told_and_not_changed(book):
    add(book, by="Metaculus", forecaster_kind="crowd")
    again = add(book, by="Metaculus", forecaster_kind="model")
    assert any("ledger forecaster edit" in note for note in again.notes)
    assert shown(book, 2).forecaster_kind == "crowd"


def test_names_come_out_in_one_normal_form(book):
    add(book, by="Jose\u0301 ")
    add(book, by="Jos\xe9")
    assert [f.name for f in book.forecasters()] == ["Jos\xe9"]


class TestKeys:
    """A retried write is stored once."""

    def test_the_same_key_and_body_give_the_first_answer(self, book):
        first = add(book, key="townsend-1")
        again = add(book, key="townsend-1")
        assert (first.new, again.new, again.id) == (True, False, 1)
        assert len(book.log()) == 2

    def test_the_same_key_with_another_body_is_refused(self, book, path):
        add(book, key="townsend-1")
        before = fingerprint(path)
        with pytest.raises(ConflictError, match="townsend-1"):
            add(book, key="townsend-1", by="Bob")
        assert fingerprint(path) == before

    def test_a_forecast_without_key_gets_one_of_its_own(self, book):
        assert add(book).key != add(book).key


def test_links_say_what_a_forecast_revises_and_counters(book):
    add(book)
    add(book, "Mosul retaken by 2018", revises=1, counters=1)
    assert {(link.kind, link.id) for link in shown(book, 2).links} == {
        ("revises", 1),
        ("counters", 1),
    }
    assert {link.kind for link in shown(book, 1).links} == {"revised by", "countered by"}


def test_everything_needs_a_forecast_that_is_there(book):
    for refused in (
        lambda: book.show(1, TODAY),
        lambda: book.cite(1, NewCitation("Mail"), TODAY),
        lambda: book.amend(1, NewForecast(note="x"), "why", TODAY),
        lambda: book.strike(1, "why", TODAY),
        lambda: book.log(1),
    ):
        with pytest.raises(NotFoundError, match="no forecast 1"):
            refused()


def test_the_day_is_the_one_in_the_zone_of_the_book(tmp_path):
    """A day means one thing: it ends in the book's time zone, fixed when the book is made."""
    import datetime as dt  # noqa: PLC0415 - this test alone needs an hour

    late = dt.datetime(2020, 6, 30, 23, 30, tzinfo=dt.UTC)
    days = {}
    for zone in ("UTC", "Europe/Athens", "America/New_York"):
        with Ledger.create(tmp_path / zone.replace("/", "-"), time_zone=zone) as made:
            made.clock = lambda: late
            days[zone] = str(made.today())
    assert days == {
        "UTC": "2020-06-30",
        "Europe/Athens": "2020-07-01",
        "America/New_York": "2020-06-30",
    }


def test_no_outlet_carries_what_is_yet_to_be_said(book, path):
    add(book)
    before = fingerprint(path)
    old = NewCitation("Daily Mail", published="2017-02-07")
    refusal = "Daily Mail of 2017-02-07 is older than the statement of 2017-02-08"
    with pytest.raises(InputError, match=refusal):
        add(book, citation=old)
    with pytest.raises(InputError, match=refusal):
        book.cite(1, old, TODAY)
    assert fingerprint(path) == before
    book.cite(1, NewCitation("Daily Mail", published="2017-02-08"), TODAY)
    with pytest.raises(InputError, match="older than the statement of 2017-03-01"):
        book.amend(1, NewForecast(made="2017-03-01"), "mistyped", TODAY)
    book.amend(1, NewForecast(made="2017-02-01..2017-03-01"), "around then", TODAY)
