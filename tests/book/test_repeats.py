"""What is in the book already is refused in one line, and nothing is recorded."""

import json

import pytest

from ledger.book import Filter, NewCitation, NewForecast, NewRuling, NewUpdate
from ledger.errors import ConflictError, InputError, SameForecastError
from ledger.store.journal import writing
from tests.book.builders import TODAY, add, asked, fingerprint, listed, rule, shown

CLAIM = "Mosul retaken by 2017-08-08"


def same(book, *args, **fields):
    return book.add(asked(*args, **fields), TODAY)


def test_the_same_forecast_is_refused_naming_the_one_that_stands_and_cite(book):
    add(book)
    with pytest.raises(SameForecastError, match=r"forecast 1 says the same already.*ledger cite 1"):
        same(book, CLAIM.upper())
    added = book.add(asked(), TODAY, again=True)
    assert (added.id, added.repeats) == (2, 1)
    assert "forecast 1 says the same; if it is one statement, `ledger strike 2" in added.notes[-1]
    assert book.add(asked(by="Bob"), TODAY, again=True).repeats is None


@pytest.mark.parametrize(
    "other",
    [
        {"by": "Bob"}, {"made": "2017-02-09"}, {"deadline": "2017-08-07"}, {"negated": True},
        {"given": "The siege holds"}, {"claim": "Mosul is retaken by 2017-08-08"},
        {"accepts": {"at_least": "4"}},
    ],
)  # fmt: skip
def test_another_forecaster_claim_day_deadline_side_or_condition_is_another_forecast(book, other):
    add(book)
    fields = dict(other)
    assert same(book, fields.pop("claim", CLAIM), **fields).id == 2


def test_two_thresholds_of_one_number_are_two_forecasts(book):
    for n, limit in enumerate(("4.5", "5"), 1):
        fields = {"deadline": "2017-12-31", "accepts": {"at_most": limit}}
        assert same(book, "Inflation in 2017", **fields).id == n


def test_a_struck_forecast_may_be_recorded_anew_and_a_key_stays_idempotent(book):
    add(book)
    book.strike(1, "a slip", TODAY)
    assert same(book, key="k").id == 2
    again = same(book, key="k")
    assert (again.id, again.new) == (2, False)


MAIL = NewCitation("Daily Mail", "A title", "https://example.org/1", "2017-03-01", "he said")


def cite(**changes):
    fields = {name: getattr(MAIL, name) for name in NewCitation.__dataclass_fields__}
    return lambda book: book.cite(1, NewCitation(**{**fields, **changes}), TODAY)


def update(**changes):
    fields = {"probability": "0.8", "made": "2017-03-01"}
    return lambda book: book.update(1, NewUpdate(**{**fields, **changes}), TODAY)


def amend(**changes):
    return lambda book: book.amend(1, NewForecast(**changes), "why", TODAY)


REPEATS = [
    ("cite", cite(), "has that citation of Daily Mail already"),
    ("cite, in other letters", cite(source="DAILY MAIL"), "has that citation of Daily Mail"),
    ("cite, without the quote", cite(quote=None), "has that citation of Daily Mail already"),
    ("update", update(), "has that statement of 2017-03-01 already"),
    ("update, as odds", update(probability="4:1"), "has that statement of 2017-03-01 already"),
    ("the first statement", update(probability=None, phrase="sure", made="2017-02-08"),
     "has that statement of 2017-02-08 already"),
    ("update, taken back", update(made="2017-06-02"), "taken back on 2017-06-01"),
    ("retract", lambda book: book.retract(1, "2017-06-02", TODAY), "taken back already"),
    ("amend, the same day", amend(made="2017-02-08"), "reads so already"),
    ("amend, all of it", amend(claim=CLAIM, by="Ann", tags=("war",)), "reads so already"),
    ("amend, not vague", amend(checkable=True), "reads so already"),
    ("strike", lambda book: book.strike(2, "another reason", TODAY), "is struck already: a slip"),
    ("void", lambda book: book.answer(3, "void", "forged", NewRuling(), TODAY), "is void already"),
]  # fmt: skip


@pytest.mark.parametrize(("_name", "repeat", "text"), REPEATS, ids=[name for name, *_ in REPEATS])
def test_what_stands_already_is_refused_and_leaves_the_book_untouched(
    book, path, _name, repeat, text
):
    add(book, CLAIM, phrase="sure", tags=("war",), citation=MAIL)
    update()(book)
    book.retract(1, "2017-06-01", TODAY)
    add(book, "Raqqa retaken")
    book.strike(2, "a slip", TODAY)
    add(book, "Tikrit retaken")
    book.answer(3, "void", "forged", NewRuling(), TODAY)
    before = fingerprint(path)
    with pytest.raises(ConflictError, match=text):
        repeat(book)
    assert fingerprint(path) == before


@pytest.mark.parametrize(
    "change",
    [cite(), update(), amend(probability="0.5"),
     lambda book: book.retract(1, "2017-06-01", TODAY),
     lambda book: book.answer(1, "no", None, NewRuling(), TODAY),
     lambda book: book.answer(1, "vague", "no day", NewRuling(), TODAY)],
)  # fmt: skip
def test_a_record_that_was_struck_is_not_gone_on_with(book, path, change):
    """`a record that was wrong is struck with a reason (out of the counts)`."""
    add(book, CLAIM)
    book.strike(1, "a slip", TODAY)
    before = fingerprint(path)
    with pytest.raises(ConflictError, match="forecast 1 was struck: a slip; nothing recorded"):
        change(book)
    assert fingerprint(path) == before


def test_another_passage_of_an_article_and_another_article_are_cited(book):
    add(book, CLAIM, citation=MAIL)
    cite(quote="he said again")(book)
    cite(url="https://example.org/2")(book)
    assert len(shown(book).citations) == 3


def test_a_name_in_other_letters_is_the_name_in_the_book(book):
    add(book, by="Michael Fallon", citation="Daily Mail")
    added = add(book, "Raqqa falls", by="MICHAEL FALLON", citation=NewCitation("daily mail"))
    assert added.forecaster == "Michael Fallon"
    assert '"MICHAEL FALLON" is in the book as Michael Fallon' in added.notes
    assert '"daily mail" is in the book as Daily Mail' in added.notes
    assert [one.name for one in book.forecasters()] == ["Michael Fallon"]
    assert listed(book, 2).sources == ("Daily Mail",)
    amended = book.amend(1, NewForecast(by="michael fallon", made="2017-02-09"), "a slip", TODAY)
    assert amended.forecast.forecaster == "Michael Fallon"


def test_a_name_with_other_blanks_is_the_name_in_the_book(book):
    """What looks alike is one outlet and one forecaster, also where an old entry has two blanks."""
    with writing(book.con, book.clock) as journal:
        journal.new_forecast({
            "key": "old", "claim": "Raqqa falls", "forecaster": {"name": "B  B"},
            "made_on": "2017-02-08", "tags": ["a  b"],
            "parts": [{"question": {"key": "q", "text": "Raqqa falls"}}],
            "citations": [{"source": "Daily  Post"}],
        })  # fmt: skip
    added = add(book, by="B B", citation="Daily   Post")
    assert (added.forecaster, listed(book, 2).sources) == ("B  B", ("Daily  Post",))
    assert len(book.list(Filter(by="b b", source="daily post"), TODAY)) == 2
    assert book.verify() == ()


def test_vague_needs_words_and_can_be_taken_back(book):
    with pytest.raises(InputError, match="reason for --vague is empty"):
        add(book, vague="")
    assert "kept as vague: who knows" in add(book, vague="who knows").notes
    assert book.amend(1, NewForecast(checkable=True), "a date", TODAY).vague is None
    assert listed(book).status == "due"
    with pytest.raises(InputError, match="contradict each other"):
        book.amend(1, NewForecast(checkable=True, vague="x"), "why", TODAY)


def test_one_level_has_one_quantile(book):
    quantiles = ("0.05=1", "5 %=2", "0.95=3")
    with pytest.raises(InputError, match="two quantiles have the same level"):
        add(book, accepts={"quantiles": quantiles})


def test_days_in_the_wrong_order_are_told_in_the_right_one(book):
    add(book)
    with pytest.raises(InputError, match=r"swap the ends: 2017-07-01\.\.2017-07-10"):
        rule(book, "q1", on="2017-07-10..2017-07-01")
    with pytest.raises(InputError, match=r"--made .* swap the ends: 2016-10\.\.2016-12"):
        add(book, made="2016-12..2016-10")


TWO_WRITINGS = (("Raqqa falls", "Michael Fallon"), ("Mosul falls", "MICHAEL FALLON"))


def test_names_in_flat_rows_that_differ_by_case_are_one_as_in_add(book):
    rows = ({"claim": c, "forecaster": n, "made_on": "2017-02-08"} for c, n in TWO_WRITINGS)
    book.import_lines(json.dumps(row) + "\n" for row in rows)
    for _, name in TWO_WRITINGS:
        found = [f.claim for f in book.list(Filter(by=name), TODAY)]
        assert sorted(found) == ["Mosul falls", "Raqqa falls"]


def test_names_that_documents_brought_in_are_found_as_they_are_written(book):
    with writing(book.con, book.clock) as journal:
        for n, (claim, name) in enumerate(TWO_WRITINGS):
            asked = {"key": f"q{n}", "text": claim, "kind": "event"}
            journal.new_forecast({
                "key": f"f{n}", "claim": claim, "forecaster": {"name": name, "kind": "person"},
                "made_on": "2017-02-08", "parts": [{"question": asked}],
            })  # fmt: skip
    for claim, name in TWO_WRITINGS:
        assert [f.claim for f in book.list(Filter(by=name), TODAY)] == [claim]
