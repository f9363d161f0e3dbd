"""`amend` puts right what is named and keeps everything else."""

from dataclasses import asdict

import pytest

from ledger.book import Accepts, Condition, NewCitation, NewForecast, NewUpdate
from ledger.errors import InputError, LedgerError, PolarityError
from ledger.formats.replies import amended
from tests.book.builders import TODAY, add, d, fingerprint, listed, rule, scored, shown, verdict


def amend(book, forecast=1, **fields):
    return book.amend(forecast, NewForecast(**fields), "read again", TODAY)


def full(book):
    """Add a forecast that uses everything, with a ruling, an update and a second outlet."""
    add(book, "An earlier one by 2018")
    add(
        book, "Mosul retaken within six months", by="Ann", role="general", probability="0.7",
        note="a note", tags=("war",), counters=1, given="The deal holds",
        citation=NewCitation("Mail", "A title", "https://x.org/a", "2017-02-09", "They will."),
    )  # fmt: skip
    book.cite(2, NewCitation("Post", own_voice=True), TODAY)
    book.update(2, NewUpdate("0.8", made="2017-03-01"), TODAY)
    rule(book, "q2", on="2017-07-10")
    rule(book, "q3", on="2017-03-01")


def flat(book, forecast=2):
    """Return everything about a forecast but its journal, as one dictionary."""
    seen = asdict(shown(book, forecast))
    seen.pop("history")
    return {**seen.pop("forecast"), **seen}


ONE_FIELD = [
    ({"note": "another"}, {"note": "another"}),
    ({"role": "colonel"}, {"role": "colonel"}),
    ({"by": "Bob"}, {"forecaster": "Bob"}),
    ({"tags": ("peace",)}, {"tags": ("peace",)}),
    ({"probability": "0.6"}, {"probability": 0.6}),
    ({"phrase": "likely"}, {"probability": None, "phrase": "likely"}),
    (
        {"vague": "too loose"},
        {"vague": "too loose", "status": "vague", "verdict": None, "days_late": None},
    ),
]


@pytest.mark.parametrize(("named", "changed"), ONE_FIELD)
def test_it_keeps_what_is_not_named(book, named, changed):
    full(book)
    before = flat(book)
    amend(book, 2, **named)
    assert flat(book) == {**before, **changed}


def test_the_rulings_on_its_question_keep_counting(book):
    full(book)
    assert verdict(book, 2) == "true"
    amend(book, 2, deadline="2017-07-01")
    assert (verdict(book, 2), listed(book, 2).days_late) == ("false", 9)
    assert listed(book, 2).deadline == d("2017-07-01")
    assert shown(book, 2).deadline_phrase == "2017-07-01"


def test_polarity_is_put_right_on_the_same_question(book):
    full(book)
    amend(book, 2, negated=True)
    assert (listed(book, 2).question, listed(book, 2).negated) == ("q2", True)
    assert verdict(book, 2) == "false"
    amend(book, 2, negated=False)
    assert verdict(book, 2) == "true"


def test_the_polarity_of_a_compound_is_turned_inside_out(book):
    add(book, "Both by 2018", all_of=("A", "not: B"))
    amend(book, negated=True)
    seen = shown(book)
    assert (seen.joined, [p.negated for p in seen.parts]) == ("any", [True, False])


@pytest.mark.parametrize(
    ("before", "deadline", "after", "stands"),
    [
        ("Mosul retaken by 2017-08-08", None, "Mosul freed", "2017-08-08"),
        ("Mosul retaken within six months", "2017-09-01", "Mosul freed within six months",
         "2017-09-01"),
        ("Mosul retaken", "2017-09-01", "Mosul freed", "2017-09-01"),
        ("Mosul retaken within six months", "2017-09-01", "Mosul freed by 2017-12-31",
         "2017-12-31"),
        ("Mosul retaken", None, "Mosul freed by the end of 2017", "2017-12-31"),
    ],
)  # fmt: skip
def test_a_new_claim_moves_the_deadline_only_when_its_words_give_another(
    book, before, deadline, after, stands
):
    add(book, before, deadline=deadline)
    amend(book, 1, claim=after)
    assert (listed(book).deadline, listed(book).claim) == (d(stands), after)
    assert shown(book).parts[0].deadline == d(stands)


@pytest.mark.parametrize(
    ("fields", "after", "text"),
    [
        ({}, "Mosul freed by 2017-08-08", "Mosul freed"),
        ({}, "Mosul freed", "Mosul freed"),
        ({"deadline": "2017-09-01"}, "Mosul freed", "Mosul freed"),
        ({"accepts": {"at_most": "4"}}, "Rates in June 2017", "Rates in June 2017"),
        ({"question": "q1"}, "Mosul freed", "Raqqa retaken"),
        ({"all_of": ("Mosul retaken", "Raqqa falls")}, "Two cities freed", "Mosul retaken"),
    ],
)
def test_a_question_worded_after_the_claim_follows_it(book, fields, after, text):
    add(book, "Raqqa retaken by 2017-08-08")
    add(book, "Mosul retaken by 2017-08-08", **fields)
    amend(book, 2, claim=after)
    assert shown(book, 2).parts[0].text == text
    assert shown(book, 1).parts[0].text == "Raqqa retaken"


def test_a_question_with_words_of_its_own_or_of_others_keeps_them(book):
    add(book)
    book.edit_question("q1", {"text": "Is Mosul free?"}, TODAY)
    amend(book, 1, claim="Mosul freed by 2017-08-08")
    assert shown(book).parts[0].text == "Is Mosul free?"
    add(book, "Raqqa retaken by 2017-08-08")
    add(book, "Raqqa retaken by 2017-12-31", by="Bob", question="q2")
    amend(book, 2, claim="Raqqa freed")
    assert shown(book, 3).parts[0].text == "Raqqa retaken"


def test_a_new_claim_with_words_of_a_deadline_moves_it(book):
    full(book)
    amend(book, 2, claim="Mosul liberated by the end of 2017")
    assert listed(book, 2).deadline == d("2017-12-31")
    assert shown(book, 2).deadline_phrase == "by the end of 2017"


def test_a_new_claim_that_says_will_not_is_asked_about_as_in_add(book):
    """`amend ID <options of add>`: a claim with will not and without --not or --affirmative is
    refused in a pipe, since a verdict would come out inverted."""
    add(book, "Mosul falls by the end of 2017")
    with pytest.raises(PolarityError, match=r"--not.*--affirmative"):
        amend(book, claim="Mosul will not fall by 2018")
    amend(book, claim="Mosul will not fall by 2018", negated=True)
    assert (listed(book).claim, listed(book).negated) == ("Mosul will fall by 2018", True)
    assert shown(book).parts[0].text == "Mosul will fall"
    rule(book, "q1", on="2017-03-01")
    assert verdict(book) == "false"


def test_a_claim_that_denies_is_not_denied_by_amending_its_side_alone(book):
    """Its question says "will not": turned, it would be answered the other way round."""
    add(book, "Mosul will not fall by 2018", negated=False)
    with pytest.raises(PolarityError, match="denied twice"):
        amend(book, negated=True)


def test_a_denied_claim_worded_anew_stays_denied(book):
    add(book, "Mosul falls by 2018", negated=True)
    amend(book, claim="Mosul will not be freed by 2018")
    assert (listed(book).claim, listed(book).negated) == ("Mosul will be freed by 2018", True)


def test_the_reply_says_which_question_a_new_claim_still_asks(book):
    """The question of others keeps its words; who corrects a claim is told so."""
    add(book, "Mosul falls by 2018")
    add(book, "Mosul falls by 2019", by="Bob", question="q1")
    before = shown(book, 2)
    told = [amended(before, amend(book, 2, claim=claim), "w", 200)
            for claim in ("Mosul is taken by 2019", "Mosul falls by 2020")]  # fmt: skip
    assert "still asks q1: Mosul falls; `ledger question move 2 qN` or" in told[0]
    assert "still asks" not in told[1]


def test_a_deadline_can_be_put_on_another_questions_day(book):
    add(book, "The king dies")
    add(book, "The heir marries by 2018")
    amend(book, 2, deadline="before q1")
    rule(book, "q1", on="2017-06-10")
    assert listed(book, 2).deadline == d("2017-06-09")


def test_on_a_day_can_be_put_right_as_by_a_day(book):
    add(book, "Rapture on 21 May 2017")
    amend(book, deadline="by 21 May 2017")
    assert shown(book).parts[0].accepts == "by 2017-05-21"


@pytest.mark.parametrize("claim", ["Brexit", "Brexit by 2019"])
def test_not_before_makes_a_forecast_negative_also_when_put_right(book, claim):
    add(book, claim)
    for day in ("2021", "2022"):
        amend(book, deadline=f"not before {day}")
        assert (listed(book).negated, listed(book).deadline) == (
            True,
            d(f"{int(day) - 1}-12-31"),
        )


def test_a_condition_can_be_put_in_place(book):
    full(book)
    amend(book, 2, given=Condition("The truce holds", by="2017-04"))
    seen = shown(book, 2)
    assert (seen.given.text, seen.given.deadline) == ("The truce holds", d("2017-04-30"))
    assert [p.question for p in seen.parts] == ["q2"]


def test_other_accepted_numbers_stay_on_the_same_question(book):
    add(book, "Inflation", accepts={"at_least": "4", "unit": "%"})
    rule(book, "q1", value="3.5")
    amend(book, accepts=Accepts(at_least="3"))
    assert (listed(book).question, verdict(book)) == ("q1", "true")


def test_a_forecast_can_be_taken_apart_into_parts(book):
    full(book)
    amend(book, 2, all_of=("q2", "Raqqa retaken"))
    seen = shown(book, 2)
    assert [p.text for p in seen.parts] == ["Mosul retaken", "Raqqa retaken"]
    assert [p.verdict for p in seen.parts] == ["true", "pending"]
    assert seen.given is not None


def test_a_citation_is_put_right_beside_the_others(book):
    full(book)
    amend(book, 2, citation=NewCitation(title="Another title"))
    first, second = shown(book, 2).citations
    assert (first.source, first.title, first.quote) == ("Mail", "Another title", "They will.")
    assert (second.source, second.own_voice) == ("Post", True)
    amend(book, 2, citation=NewCitation("Post", via="Reuters"))
    first, second = shown(book, 2).citations
    assert (first.via, second.via, second.own_voice) == (None, "Reuters", True)


def test_a_link_of_one_kind_leaves_the_other_kind(book):
    full(book)
    add(book, "A third by 2018")
    amend(book, 2, revises=3)
    assert {(link.kind, link.id) for link in shown(book, 2).links} == {
        ("revises", 3), ("counters", 1),
    }  # fmt: skip


def test_marks_and_later_statements_stay(book):
    full(book)
    book.retract(2, "2017-05-01", TODAY)
    amend(book, 2, note="x")
    assert shown(book, 2).retracted_on == d("2017-05-01")
    assert scored(book, 2) == (0.8, None)


def test_amending_twice_starts_from_the_first_amendment(book):
    full(book)
    amend(book, 2, note="once")
    amend(book, 2, role="colonel")
    assert (shown(book, 2).note, listed(book, 2).role) == ("once", "colonel")


def test_a_moved_part_stays_moved(book):
    full(book)
    add(book, "Mosul retaken by 2019")
    book.move(2, "q4", TODAY, 1)
    amend(book, 2, note="x")
    assert shown(book, 2).parts[0].question == "q4"


REFUSED = {
    "nothing": {},
    "the key": {"key": "another"},
    "criteria": {"criteria": "as seen"},
    "a deadline before the statement": {"deadline": "2016"},
    "a statement after the deadline": {"made": "2019-01-01"},
    "a statement in the future": {"made": "2020-02-01"},
    "a probability out of range": {"probability": "2"},
    "a link to nowhere": {"revises": 99},
}


@pytest.mark.parametrize("named", REFUSED.values(), ids=REFUSED)
def test_it_is_refused_and_the_bytes_are_unchanged(book, path, named):
    full(book)
    before = fingerprint(path)
    with pytest.raises(LedgerError):
        amend(book, 2, **named)
    assert fingerprint(path) == before


def test_it_needs_a_reason(book):
    add(book)
    with pytest.raises(InputError, match="reason"):
        book.amend(1, NewForecast(note="x"), " ", TODAY)


def test_what_stood_before_stays_in_the_journal(book):
    full(book)
    amend(book, 2, claim="Mosul liberated")
    assert "Ann: Mosul retaken within six months" in [e.summary for e in book.log(2)]


def test_a_forecast_revises_and_counters_others_only_and_in_no_circle(book, path):
    """A forecast that `revises` moves an earlier one: none moves itself, nor what moved it."""
    for n in range(1, 4):
        add(book, f"Mosul falls by {2016 + n}", revises=n - 1 or None)
    before = fingerprint(path)
    for named, text in (
        ({"revises": 1}, "cannot revise itself"), ({"counters": 1}, "cannot counter itself"),
        ({"revises": 3}, "forecast 3 revises forecast 1"),
    ):  # fmt: skip
        with pytest.raises(InputError, match=text):
            amend(book, 1, **named)
    assert fingerprint(path) == before
    amend(book, 3, revises=1)
    assert [(link.kind, link.id) for link in shown(book, 3).links] == [("revises", 1)]


def test_a_link_that_was_put_right_is_replayed_as_it_stands(book):
    """Replaying the journal gives the same tables: a link that was replaced is gone."""
    for n in range(1, 4):
        add(book, f"Mosul falls by {2016 + n}", revises=n - 1 or None)
    amend(book, 3, revises=1)
    assert book.verify() == ()


@pytest.mark.parametrize(
    ("words", "made", "deadline"),
    [
        ("within six months", "2017-02-01", "2017-08-01"),
        ("by the end of 2017", "2017-02-01", "2017-12-31"),
        ("2017-08-08", "2017-02-01", "2017-08-08"),  # a day that somebody typed
    ],
)
def test_a_deadline_counts_from_the_day_of_the_statement_that_was_put_right(
    book, words, made, deadline
):
    """A deadline is implied by its words and the day they were said."""
    add(book, "Mosul falls", deadline=words, made="2017-02-08")
    amend(book, made=made)
    assert listed(book).deadline == d(deadline)
    assert book.verify() == ()


def test_a_deadline_named_beside_the_day_of_the_statement_counts_as_it_is_named(book):
    add(book, "Mosul falls within six months", made="2017-02-08")
    amend(book, made="2017-02-01", deadline="2017-12-01")
    assert listed(book).deadline == d("2017-12-01")


def test_every_part_without_a_day_of_its_own_follows_the_deadline(book):
    add(book, "Both fall within six months", made="2017-02-08", all_of=("A falls", "B falls"))
    amend(book, made="2017-02-01")
    assert {part.deadline for part in shown(book).parts} == {d("2017-08-01")}
