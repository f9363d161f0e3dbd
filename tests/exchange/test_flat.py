"""Flat rows: "claim, forecaster, made_on, and any of role, forecaster_kind, deadline,
probability, phrase, negated, source, title, url, published_on, quote, tags, happened (yes|no),
happened_on, evidence, note"."""

import datetime as dt
from typing import Any

import pytest

from ledger.exchange import flat
from ledger.exchange.rules import ImportContext

TODAY = dt.date(2020, 1, 1)

FULL = {
    "claim": "Mosul is retaken", "forecaster": "Ann", "made_on": "2017-02-08", "role": "general",
    "forecaster_kind": "person", "deadline": "2017-08-08", "probability": "70 %",
    "phrase": "believes", "negated": "no", "source": "AFP", "title": "T",
    "url": "https://a.org/1", "published_on": "2017-02-09", "quote": "q", "tags": "war; iraq",
    "happened": "yes", "happened_on": "2017-07-10", "evidence": "https://b.org/2", "note": "n",
}  # fmt: skip


def read(**fields: Any) -> dict[str, Any]:
    wrong: list[tuple[str, str]] = []
    doc = flat.read(row(**fields), ImportContext(TODAY), wrong)
    assert not wrong
    return doc


def row(**fields: Any) -> dict[str, Any]:
    plain = {"claim": "Mosul is retaken", "forecaster": "Ann", "made_on": "2017-02-08"}
    return {name: value for name, value in {**plain, **fields}.items() if value is not None}


def wrong_in(**fields: Any) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    flat.read(row(**fields), ImportContext(TODAY), found)
    return found


def question(**fields: Any) -> str:
    return str(read(**fields)["parts"][0]["question"]["key"])


def test_every_column_has_its_place_in_the_document():
    doc = read(**FULL)
    key = doc["parts"][0]["question"]["key"]
    assert doc == {
        "key": doc["key"], "claim": "Mosul is retaken", "made_on": "2017-02-08",
        "forecaster": {"name": "Ann", "role": "general", "kind": "person"},
        "deadline": "2017-08-08", "probability": "0.7", "phrase": "believes",
        "parts": [{"question": {"key": key, "text": "Mosul is retaken"}}],
        "citations": [{"source": "AFP", "title": "T", "url": "https://a.org/1",
                       "published": "2017-02-09", "quote": "q"}],
        "rulings": [{"question": key, "on": "2017-07-10",
                     "evidence": [{"url": "https://b.org/2"}]}],
        "tags": ["war", "iraq"], "note": "n",
    }  # fmt: skip


def test_no_means_not_by_the_deadline():
    assert read(deadline="2017-08-08", happened="no")["rulings"][0]["not_by"] == "2017-08-08"


@pytest.mark.parametrize("value", [True, "yes", "true", "1", "Yes"])
def test_negated_is_read_in_the_ways_files_have_it(value):
    assert read(negated=value)["parts"][0]["negated"] is True


def test_tags_and_evidence_may_be_lists():
    doc = read(tags=["a; b", "c"], happened="yes", happened_on="2017-03-01",
               evidence=["https://a.org", "https://b.org"])  # fmt: skip
    assert doc["tags"] == ["a; b", "c"]
    assert [item["url"] for item in doc["rulings"][0]["evidence"]] == [
        "https://a.org", "https://b.org",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "deadline", "earliest"),
    [
        ("within six months", "2017-08-08", None),
        ("by the end of 2017", "2017-12-31", None),
        ("2017-08-08", "2017-08-08", None),
    ],
)
def test_a_deadline_may_be_words(words, deadline, earliest):
    doc = read(deadline=words)
    assert (doc["deadline"], doc.get("deadline_earliest")) == (deadline, earliest)
    assert doc.get("deadline_phrase") == (None if words == deadline else words)


REFUSED = [
    ({"claim": None}, "claim", "is missing"),
    ({"forecaster": 7}, "forecaster", "a number stands where text"),
    ({"made_on": "2020-01-02"}, "made_on", "future"),
    ({"probability": "70"}, "probability", "70 % if that is meant"),
    ({"deadline": "2017-02-30"}, "deadline", "cannot read"),
    ({"deadline": "2016-01-01"}, "deadline", "before the statement"),
    ({"happened": "yes"}, "happened_on", "needs the day it happened"),
    ({"happened": "perhaps", "deadline": "2017-08-08"}, "happened", "neither yes nor no"),
    ({"happened": "no"}, "deadline", "not by the deadline"),
    ({"happened": "no", "deadline": "2020-06-01"}, "happened", "not over"),
    ({"happened": "yes", "happened_on": "2020-06-01"}, "happened_on", "future"),
    ({"happened_on": "2017-06-01"}, "happened_on", "needs an answer"),
    ({"evidence": "https://a.org"}, "evidence", "needs an answer"),
    ({"title": "T"}, "title", "needs an outlet"),
    ({"source": "AFP", "published_on": "2020-06-01"}, "published_on", "future"),
    ({"negated": "maybe"}, "negated", "neither yes nor no"),
    ({"url": "a.org", "source": "AFP"}, "url", "no web address"),
    ({"Claim": "x"}, "Claim", "there is no field"),
    ({"claim": "Kx won't fall"}, "negated", 'else write negated "no"'),
    ({"claim": "Kx won’t fall", "negated": ""}, "negated", 'with negated "yes", else'),
    ({"claim": "No deal is made"}, "negated", '"No" in the claim'),
    ({"claim": "Kx never falls", "negated": "yes"}, "negated", "denied twice"),
    ({"claim": "Rain in Kx is unlikely"}, "negated", '"unlikely" in the claim'),
]


@pytest.mark.parametrize(("fields", "column", "says"), REFUSED, ids=str)
def test_a_problem_names_the_column_of_the_row(fields, column, says):
    found = wrong_in(**fields)
    assert [path for path, _ in found] == [column]
    assert says in found[0][1]


def test_forecasters_on_the_same_claim_and_deadline_are_a_panel():
    due = {"deadline": "2017-08-08"}
    assert question(**due) == question(**due, forecaster="Ben", probability="0.2", tags="x")
    assert question(**due) == question(**due, happened="no")
    assert question(**due) != question(deadline="2017-08-09")
    assert question(**due) != question(**due, claim="Raqqa is retaken")
    assert question(**due, question="mosul") == "mosul"


DUE = {"deadline": "2017-08-08"}


@pytest.mark.parametrize(
    "later",
    [
        {"source": "AFP", "title": "T", "url": "https://a.org", "quote": "q"},
        {"happened": "no"},
        {"happened": "yes", "happened_on": "2017-07-10", "evidence": "https://b.org"},
        {"tags": "a", "note": "n", "role": "general"},
    ],
    ids=str,
)
def test_the_key_tells_who_said_what_when_and_nothing_of_outlets_and_answers(later):
    assert read(**DUE)["key"] == read(**DUE, **later)["key"]


@pytest.mark.parametrize(
    "other",
    [
        {"claim": "Raqqa is retaken"}, {"forecaster": "Ben"}, {"made_on": "2017-02-09"},
        {"deadline": "2017-08-09"}, {"probability": 0.7}, {"phrase": "will"}, {"negated": True},
        {"question": "mosul"},
    ],
    ids=str,
)  # fmt: skip
def test_another_statement_has_another_key(other):
    assert read(**DUE)["key"] != read(**{**DUE, **other})["key"]


def test_a_row_may_name_its_key():
    assert read(key="townsend")["key"] == "townsend"


@pytest.mark.parametrize(("value", "answer"), [(True, "on"), ("TRUE", "on"), (False, "not_by")])
def test_an_answer_may_be_true_or_false(value, answer):
    on = {"happened_on": "2017-07-10"} if answer == "on" else {}
    assert answer in read(**DUE, happened=value, **on)["rulings"][0]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"phrase": "may"}, "may commits to nothing"),
        ({"phrase": "hopes"}, "hopes: a wish or a plan is no forecast"),
        ({"phrase": "may", "probability": "0.4"}, None),
        ({"phrase": "probably"}, None),
    ],
)
def test_words_that_commit_to_nothing_are_taken_as_vague(fields, why):
    """May, might, could are never right or wrong: vague; the short way leaves them alone."""
    assert read(**fields).get("vague") == why


@pytest.mark.parametrize(
    "fields",
    [
        {"claim": "Kx won't fall", "negated": "no"},
        {"claim": "Kx falls", "negated": "yes"},
        {"claim": "The no-fly zone in Kx ends", "negated": "yes"},
        {"claim": 'The film "Never Again" is remade', "negated": "yes"},
        {"claim": "Kx falls now, in Norway"},
        {"claim": "Kx won't fall", "question_text": "Kx falls", "negated": "yes"},
    ],
    ids=str,
)
def test_a_claim_that_may_be_negative_is_taken_once_it_is_said(fields):
    """Without --not or --affirmative it is refused in a pipe: so is a row."""
    assert wrong_in(**fields) == []


@pytest.mark.parametrize(
    ("fields", "columns"),
    [
        ({"forecaster": None, "title": "T"}, ["forecaster", "title"]),
        ({"claim": None, "made_on": "2020-06-01"}, ["claim", "made_on"]),
        ({"forecaster": None, "happened": "yes", "made_on": "2020-06-01"},
         ["forecaster", "happened_on", "made_on"]),
        ({"deadline": "2016-01-01", "happened": "yes", "source": "AFP", "forecaster": None},
         ["forecaster", "happened_on"]),
        ({"made_on": None, "forecaster": None}, ["forecaster", "made_on"]),
    ],
    ids=str,
)  # fmt: skip
def test_a_missing_field_hides_no_other_problem_of_its_row(fields, columns):
    """Every problem is listed with line and column."""
    assert [path for path, _ in wrong_in(**fields)] == columns


def test_a_misspelt_deadline_is_a_problem_that_says_what_was_meant():
    """C1: no other date is read in its place, in rows neither."""
    expected = (
        'cannot read "by Septmber 2018" as a deadline: "Septmber" is not understood '
        "(did you mean September?); write year-month-day, or leave it empty and put the words into "
        "deadline_phrase"
    )
    assert wrong_in(deadline="by Septmber 2018") == [("deadline", expected)]


@pytest.mark.parametrize(
    "between", [" ", ", ", "; ", ",", ";", " ,", "\n", ",  "],
)  # fmt: skip
@pytest.mark.parametrize("end", ["", ",", ";", "; "])
def test_addresses_of_evidence_are_told_apart_however_they_are_separated(between, end):
    """Evidence: "web addresses", each of them one that can be opened."""
    cell = f"https://x.org/a,1{between}https://x.org/b{end}"
    doc = read(deadline="2018-01-01", happened="no", evidence=cell)
    urls = [item["url"] for item in doc["rulings"][0]["evidence"]]
    assert urls == ["https://x.org/a,1", "https://x.org/b"]


TIMES = ["2017-02-08T00:00:00Z", "2017-02-08 00:00:00", " 2017-02-08 ", "2017-02-08T10:05+03:00"]


@pytest.mark.parametrize("column", ["made_on", "deadline", "published_on", "happened_on"])
@pytest.mark.parametrize("day", TIMES)
def test_a_day_may_have_a_time_and_blanks_in_every_column(column, day):
    """Days: one rule for all columns; the day as written counts."""
    usual = {"deadline": "2017-02-08", "source": "AFP", "published_on": "2017-02-09",
             "happened": "yes", "happened_on": "2017-02-08"}  # fmt: skip
    assert read(**{**usual, column: day}) == read(**{**usual, column: "2017-02-08"})


@pytest.mark.parametrize("words", ["soon", "by Ramadan", "N/A", "TBD", "-"])
def test_words_that_give_no_day_are_told_where_they_can_stand(words):
    """A refusal says what is wrong, then what to do; what it says to do works."""
    ((column, message),) = wrong_in(deadline=words)
    assert column == "deadline"
    assert "leave it empty and put the words into deadline_phrase" in message
    assert read(deadline_phrase=words)["deadline_phrase"] == words


@pytest.mark.parametrize("word", ["none", "None"])
def test_a_deadline_of_none_is_none_as_ledger_add_takes_it(word):
    assert read(deadline=word) == read()
    assert ("deadline", NO_DEADLINE) in wrong_in(deadline=word, happened="no")


NO_DEADLINE = '"no" means not by the deadline; add one, or leave happened out'


def test_an_answer_that_is_neither_may_be_left_out():
    ((_, message),) = wrong_in(deadline="2017-08-08", happened="ambiguous")
    assert message == '"ambiguous" is neither yes nor no: write one, or leave it out'


@pytest.mark.parametrize("phrase", ["unlikely", "we don't believe", "out of the question"])
def test_words_that_deny_ask_whether_it_does_not_happen(phrase):
    """As `ledger add` does: --phrase unlikely is refused until the side is said."""
    ((column, message),) = wrong_in(phrase=phrase)
    assert (column, message.startswith(f'the phrase "{phrase}" denies')) == ("negated", True)
    assert read(phrase=phrase, negated="yes")["parts"][0]["negated"]
    assert "negated" not in read(phrase=phrase, negated="no")["parts"][0]


@pytest.mark.parametrize("fields", [{"probability": "0.1"}, {"question_text": "Mosul retaken"}])
def test_words_that_deny_need_no_answer_where_the_side_is_told(fields):
    """A number says how likely the claim is; an export words its question apart."""
    assert "negated" not in read(phrase="unlikely", **fields)["parts"][0]


SPANS = [
    ("2017-02", "2017-02-01", "2017-02-28"),
    ("2017", "2017-01-01", "2017-12-31"),
    ("2016-10..2016-12", "2016-10-01", "2016-12-31"),
    ("2016..2017-02-08", "2016-01-01", "2017-02-08"),
    ("2017-02-08..2017-02-10", "2017-02-08", "2017-02-10"),
    ("2017-02-08..2017-02-08", "2017-02-08", None),
]


@pytest.mark.parametrize(("said", "first", "last"), SPANS)
def test_the_day_of_a_statement_may_be_a_month_a_year_or_a_range(said, first, last):
    """WHEN is a date, a month, a year, a range; words that count from today are not read."""
    doc = read(made_on=said)
    assert (doc["made_on"], doc.get("made_on_latest")) == (first, last)


def test_a_span_is_the_row_with_both_its_days():
    assert read(made_on="2017-02") == read(made_on="2017-02-01", made_on_latest="2017-02-28")


@pytest.mark.parametrize(
    ("fields", "column", "message"),
    [
        ({"made_on": "2016-12..2016-10"}, "made_on", "write 2016-10..2016-12"),
        ({"made_on": "2017-13"}, "made_on", "no day"),
        ({"made_on": "last week"}, "made_on", "no day"),
        ({"made_on": "2020"}, "made_on", "write 2020-01-01..2020-01-01"),
        ({"made_on": "2017", "made_on_latest": "2017-03-01"}, "made_on_latest", "drop one"),
        ({"published_on": "2017-03"}, "published_on", "no day"),
    ],
)
def test_what_is_no_span_is_told(fields, column, message):
    found = wrong_in(**{"source": "AFP", **fields})
    assert [(where, message in said) for where, said in found] == [(column, True)]
