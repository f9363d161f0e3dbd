"""Ruling: what was learned, what that settles, and what is refused."""

import datetime as dt

import pytest

from ledger.book import NewRuling
from ledger.errors import ConflictError, InputError, LedgerError, NotFoundError
from tests.book.builders import TODAY, add, d, fingerprint, listed, rule, shown, state, verdict

RACE = {"options": "Ann,Bob,Cy", "option": ("Ann",)}


def answer(book, forecast, word, why=None, today=TODAY, **said):
    return book.answer(forecast, word, why, NewRuling(**said), today)


def test_one_ruling_settles_the_deadlines_of_everybody(book):
    """The deadline of an event belongs to the forecast, not to the question."""
    add(book, "Raqqa retaken by 2017-08-08")
    add(book, by="Bob", question="q1", claim="Raqqa retaken by 2018")
    add(book, by="Cy", question="q1", claim="Raqqa retaken by 2017", negated=True)
    done = rule(book, "q1", on="2017-10-17")
    assert [(s.id, s.verdict, s.days_late) for s in done.settled] == [
        (1, "false", 70),
        (2, "true", -440),
        (3, "false", None),
    ]
    assert [s.before for s in done.settled] == ["due", "due", "due"]
    assert (done.question, done.answer) == ("q1", "yes, 2017-10-17")


def test_not_by_settles_the_early_deadlines_and_leaves_the_later_ones_open(book):
    add(book, "Raqqa retaken by 2017-08-08")
    add(book, "Raqqa retaken by 2018", question="q1")
    rule(book, "q1", not_by="2017-08-31")
    assert [verdict(book, n) for n in (1, 2)] == ["false", "pending"]
    rule(book, "q1", on="2018-03-01")
    assert [verdict(book, n) for n in (1, 2)] == ["false", "true"]


@pytest.mark.parametrize(
    ("negated", "word", "said", "expected"),
    [
        (False, "yes", {"on": "2017-08-08"}, "true"),
        (False, "yes", {"on": "2017-08-09"}, "false"),
        (True, "yes", {"on": "2017-08-08"}, "false"),
        (True, "yes", {"on": "2017-08-09"}, "true"),
        (False, "no", {}, "false"),
        (True, "no", {}, "true"),
        (False, "no", {"never": True}, "false"),
    ],
)
def test_yes_and_no_answer_the_question_in_its_positive_form(book, negated, word, said, expected):
    add(book, negated=negated)
    answer(book, 1, word, **said)
    assert verdict(book) == expected


def test_no_means_not_by_a_deadline_that_hangs_on_another_day(book):
    """`no on a forecast means not by its deadline`: also where another question's day gives it."""
    add(book, "The truce is signed", deadline="none")
    add(book, "Fighting resumes", deadline="within 30 days of q1")
    with pytest.raises(InputError, match="without a deadline"):
        answer(book, 2, "no")
    rule(book, "q1", on="2017-03-01")
    assert shown(book, 2).parts[0].deadline == d("2017-03-31")
    with pytest.raises(InputError, match="2017-03-31 has not passed"):
        answer(book, 2, "no", today=d("2017-03-31"))
    answer(book, 2, "no")
    assert (verdict(book, 2), shown(book, 2).parts[0].answer) == ("false", "not by 2017-03-31")


def test_a_question_may_be_settled_on_the_first_day_there_is(book):
    """The day before it, on which "before q1" ends, is in no calendar: nothing was in time."""
    add(book, "The truce is signed", deadline="none")
    add(book, "Fighting resumes", deadline="before q1")
    rule(book, "q1", on="0001-01-01")
    rule(book, "q2", on="0001-01-01")
    assert shown(book, 2).parts[0].deadline == d("0001-01-01")
    assert verdict(book, 2) == "false"


def test_no_means_not_by_the_deadline(book):
    add(book)
    answer(book, 1, "no")
    assert shown(book).rulings[0].said == "not by 2017-08-08"


def test_no_before_the_deadline_is_refused_unless_never(book):
    add(book, "Peace by 2020-01-01")
    with pytest.raises(InputError, match="--never"):
        answer(book, 1, "no")
    answer(book, 1, "no", never=True)
    assert verdict(book) == "false"


@pytest.mark.parametrize(
    ("claim", "fields", "word", "said", "told"),
    [
        ("Mosul retaken by 2018", {}, "yes", {}, "--on"),
        ("Mosul retaken", {}, "no", {}, "--never, or --not-by"),
        ("Mosul retaken by 2018", {}, "maybe", {}, "yes, no, void WHY or vague WHY"),
        ("Mosul retaken by 2018", {}, "void", {}, "needs a reason"),
        ("Mosul retaken by 2018", {}, "vague", {}, "needs a reason"),
        ("Inflation", {"accepts": {"at_least": "4"}}, "yes", {}, "resolve q1 --value"),
        ("Race", {"accepts": RACE}, "no", {}, "resolve q1 --option"),
        ("Two cities by 2018", {"all_of": ("A", "B")}, "yes", {"on": "2017-01-01"},
         "resolve q1 .*resolve q2 "),
    ],
)  # fmt: skip
def test_an_answer_that_does_not_fit_is_refused_with_the_fix(
    book, path, claim, fields, word, said, told
):
    add(book, claim, **fields)
    before = fingerprint(path)
    with pytest.raises(InputError, match=told):
        answer(book, 1, word, **said)
    assert fingerprint(path) == before


@pytest.mark.parametrize("word", ["void", "vague"])
def test_void_and_vague_concern_one_forecast_only(book, word):
    add(book)
    add(book, question="q1", by="Bob")
    answer(book, 1, word, "the letter was forged")
    rule(book, "q1", on="2017-07-10")
    assert [state(book, n) for n in (1, 2)] == [word, "true"]
    assert listed(book).verdict == {"void": "void", "vague": None}[word]


def test_annulling_a_question_voids_everyone_on_it(book):
    add(book)
    add(book, question="q1", by="Bob")
    rule(book, "q1", void="the city was renamed")
    assert [state(book, n) for n in (1, 2)] == ["void", "void"]


FUTURE = [
    {"on": "2020-01-02"},
    {"on": "2019-12-01..2020-02-01"},
    {"not_by": "2020-01-01"},
    {"not_by": "2020"},
]


@pytest.mark.parametrize("said", FUTURE)
def test_a_ruling_dated_in_the_future_is_refused(book, said):
    add(book, "Mosul retaken by 2021")
    with pytest.raises(InputError, match=r"rule when it is over|is not over"):
        rule(book, "q1", **said)


ODD = {
    "nothing": ("q1", {}),
    "two answers": ("q1", {"on": "2017-01-01", "never": True}),
    "a value for an event": ("q1", {"value": "4"}),
    "an option for an event": ("q1", {"option": "Ann"}),
    "a day for a number": ("q2", {"on": "2017-01-01"}),
    "a crossed range": ("q2", {"value": "5..4"}),
    "words for a number": ("q2", {"value": "four"}),
    "never for a choice": ("q3", {"never": True}),
    "an undeclared option": ("q3", {"option": "Dee"}),
    "all options ruled out": ("q3", {"not_options": ("Ann", "Bob", "Cy")}),
    "evidence that is no address": ("q1", {"on": "2017-01-01", "evidence": ("somewhere",)}),
    "evidence of the future": (
        "q1",
        {"on": "2017-01-01", "evidence": ("https://x.org 2021-01-01",)},
    ),
    "a reason that is empty": ("q1", {"void": " "}),
    "an unreadable day": ("q1", {"on": "the ides"}),
    "replacing what is not there": ("q1", {"on": "2017-01-01", "replace": 7, "why": "x"}),
    "replacing without why": ("q1", {"on": "2017-01-01", "replace": 1}),
    "a bad name": ("q1", {"on": "2017-01-01", "by": "A\x1b"}),
}


@pytest.mark.parametrize(("question", "said"), ODD.values(), ids=ODD)
def test_a_ruling_that_does_not_fit_is_refused_and_nothing_is_recorded(book, path, question, said):
    add(book, "Mosul retaken by 2018")
    add(book, "Inflation", accepts={"at_least": "4"})
    add(book, "Race", accepts=RACE)
    before = fingerprint(path)
    with pytest.raises(LedgerError) as refusal:
        rule(book, question, **said)
    assert "\n" not in str(refusal.value)
    assert fingerprint(path) == before


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"on": "2017-07-10"}, {"on": "2017-07-11"}),
        ({"on": "2017-07-10"}, {"never": True}),
        ({"on": "2017-07-10"}, {"not_by": "2017-08-01"}),
        ({"never": True}, {"on": "2017-07-10"}),
        ({"not_by": "2017-07-31"}, {"on": "2017-07-10"}),
        ({"not_by": "2017-07-31"}, {"not_by": "2017-06-30"}),
        ({"on": "2017-07-10"}, {"on": "2017-07-10"}),
        ({"on": "2017-07-10"}, {"on": "2017-07-01..2017-07-31"}),
        ({"on": "2017-07-10"}, {"void": "renamed"}),
        ({"void": "renamed"}, {"on": "2017-07-10"}),
    ],
)
def test_what_contradicts_widens_or_repeats_is_refused_unless_it_replaces(book, first, second):
    add(book)
    rule(book, "q1", **first)
    with pytest.raises(ConflictError, match="--replace"):
        rule(book, "q1", **second)
    rule(book, "q1", **second, replace=1, why="misread")
    said = shown(book).rulings
    assert (said[0].replaced_by, said[1].replaces, said[1].why) == (2, 1, "misread")
    assert len(said) == 2, "the replaced entry stays"


def test_narrower_rulings_accumulate(book):
    add(book, "Mosul retaken by 2017-07-31")
    for said in ({"not_by": "2017-03-31"}, {"on": "2017-06-01..2017-08-31"},
                 {"on": "2017-07-08..2017-07-12"}, {"on": "2017-07-10"}):  # fmt: skip
        rule(book, "q1", **said)
    assert (verdict(book), listed(book).days_late) == ("true", -21)
    assert shown(book).parts[0].answer == "yes, 2017-07-10"


def test_a_replacement_stands_in_the_place_of_the_replaced_one(book):
    """Rulings that came after it may then say nothing new; they are not in its way."""
    add(book)
    rule(book, "q1", not_by="2016-12-31")
    rule(book, "q1", on="2017-07-10")
    rule(book, "q1", not_by="2017-03-31", replace=1, why="later sources")
    assert verdict(book) == "true"
    with pytest.raises(ConflictError):
        rule(book, "q1", not_by="2017-08-31", replace=3, why="that contradicts ruling 2")


def test_a_replaced_ruling_can_be_made_again(book):
    add(book)
    rule(book, "q1", not_by="2017-03-31")
    rule(book, "q1", not_by="2016-12-31", replace=1, why="not sure of spring")
    rule(book, "q1", not_by="2017-03-31")
    assert [r.replaced_by for r in shown(book).rulings] == [2, None, None]


def test_final_knowledge_that_does_not_decide_makes_it_unclear(book):
    add(book)
    rule(book, "q1", on="2017-08-01..2017-08-31")
    assert verdict(book) == "unclear"
    assert listed(book).status == "unclear"


@pytest.mark.parametrize(("final", "expected"), [(False, "pending"), (True, "unclear")])
def test_a_partial_value_is_not_final_unless_said_to_be(book, final, expected):
    add(book, "Inflation", accepts={"at_least": "4"})
    rule(book, "q1", value="3..5", final=final)
    assert verdict(book) == expected


def test_an_answer_known_before_the_statement_is_kept_and_never_scored(book):
    add(book, made="2017-07-11")
    rule(book, "q1", on="2017-07-10")
    assert (state(book), verdict(book)) == ("known", "true")


def test_an_event_on_the_day_of_the_statement_counts(book):
    add(book, made="2017-07-10")
    rule(book, "q1", on="2017-07-10")
    assert state(book) == "true"


@pytest.mark.parametrize(("public", "expected"), [("2017-07-09", "known"), ("2017-07-10", "true")])
def test_a_number_is_known_from_the_day_of_its_evidence(book, public, expected):
    add(book, "Inflation in June 2017", made="2017-07-10", deadline="2017-12-31",
        accepts={"at_least": "4"})  # fmt: skip
    rule(book, "q1", value="4.2", evidence=(f"https://stats.example/june {public} June",))
    assert state(book) == expected


def test_without_a_deadline_it_is_undated_and_its_verdict_is_shown(book):
    add(book, "Mosul retaken")
    assert (state(book), listed(book).status, verdict(book)) == ("undated", "undated", "pending")
    rule(book, "q1", on="2017-07-10")
    assert (state(book), verdict(book)) == ("undated", "true")


def test_silence_is_never_a_miss(book):
    add(book)
    late = dt.date(2100, 1, 1)
    assert book.show(1, late).forecast.status == "due"
    assert book.show(1, late).forecast.verdict == "pending"


def test_the_reply_names_what_is_asked_and_the_ruling(book):
    add(book, "Russia attacks Ukraine by 2018", negated=True)
    done = answer(book, 1, "yes", on="2017-02-24", evidence=("https://x.org/a 2017-02-25 A day",),
                  note="seen", by="Ann")  # fmt: skip
    assert (done.text, done.answer, done.ruling) == (
        "Russia attacks Ukraine", "yes, 2017-02-24", 1,
    )  # fmt: skip
    (ruling,) = shown(book).rulings
    assert (ruling.by, ruling.note) == ("Ann", "seen")
    (found,) = ruling.evidence
    assert (found.url, found.title, found.date) == ("https://x.org/a", "A day", d("2017-02-25"))


def test_only_questions_that_are_there_can_be_ruled_on(book):
    with pytest.raises(NotFoundError, match="q4"):
        rule(book, "q4", never=True)
    with pytest.raises(InputError, match="q7"):
        rule(book, "seven", never=True)


def test_a_question_that_opens_later_is_answered_by_the_first_day_after(book):
    """The Fed cuts in 2015 and again in 2018: two questions, each with its opening day."""
    add(book, "The Fed cuts by 2018")
    book.edit_question("q1", {"opens": "2016-01-01"}, TODAY)
    with pytest.raises(ConflictError):
        rule(book, "q1", on="2015-06-01")
    rule(book, "q1", on="2017-06-01")
    assert verdict(book) == "true"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "https://x.org/a, https://x.org/b",
            [("https://x.org/a", None), ("https://x.org/b", None)],
        ),
        (
            "https://x.org/a;https://x.org/b;",
            [("https://x.org/a", None), ("https://x.org/b", None)],
        ),
        ("https://x.org/a https://x.org/b", [("https://x.org/a", None), ("https://x.org/b", None)]),
        ("https://x.org/a, The end", [("https://x.org/a", "The end")]),
        ("https://x.org/a See https://x.org/b", [("https://x.org/a", "See https://x.org/b")]),
    ],
)
def test_several_addresses_in_one_evidence_are_told_apart(book, said, expected):
    """--evidence is an address, its day and its title; a second address is no title."""
    add(book)
    rule(book, "q1", on="2017-10-17", evidence=(said,))
    (ruling,) = book.question("q1").rulings
    assert [(item.url, item.title) for item in ruling.evidence] == expected
