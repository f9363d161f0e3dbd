"""Forecasts of several parts: whether the claim is denied, apart from whether its parts are."""

import json
import tempfile
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from ledger.book import Filter, Ledger, NewForecast, ScorecardRequest
from ledger.errors import ConflictError, InputError
from tests.book.builders import RECORDED, TODAY, add, listed, rule, shown, verdict

NEITHER = ("not: Tikrit falls", "not: Hawija falls")
EITHER = ("Tikrit falls", "Hawija falls")


def exported(book: Ledger) -> list[dict[str, Any]]:
    return [json.loads(line) for line in book.export()]


@pytest.mark.parametrize(
    ("fields", "denied", "parts"),
    [
        ({"all_of": NEITHER}, False, [True, True]),
        ({"all_of": NEITHER, "negated": False}, False, [True, True]),
        ({"any_of": EITHER, "negated": True}, True, [True, True]),
        ({"all_of": NEITHER, "negated": True}, True, [False, False]),
        ({"all_of": ("not: Tikrit falls", "Hawija falls"), "negated": True}, True, [False, True]),
        ({"all_of": ("not: Tikrit falls", "Hawija falls")}, False, [True, False]),
        ({"all_of": NEITHER[:1]}, False, [True]),
        ({"all_of": EITHER}, False, [False, False]),
    ],
)
def test_a_claim_is_denied_where_not_was_given_whatever_its_parts_are(book, fields, denied, parts):
    """`--not` denies the claim; "not:" in front of a part denies that part."""
    add(book, "Both cities are kept within six months", **fields)
    assert listed(book).negated is denied
    assert [part.negated for part in shown(book).parts] == parts
    says_so = denied is not all(parts)
    assert exported(book)[0].get("negated") is (denied if says_so else None)


@pytest.mark.parametrize(
    ("fields", "answer", "came_true"),
    [
        ({"all_of": NEITHER}, "never", True),
        ({"all_of": NEITHER}, "on", False),
        ({"any_of": EITHER, "negated": True}, "never", True),
        ({"any_of": EITHER, "negated": True}, "on", False),
        ({"any_of": NEITHER, "negated": True}, "never", False),
        ({"any_of": NEITHER, "negated": True}, "on", True),
    ],
)
@pytest.mark.parametrize(
    "said", [{"phrase": "unlikely"}, {"phrase": "likely"}, {"probability": "80 %"}]
)
def test_the_side_of_words_is_that_of_the_claim_as_recorded(book, fields, answer, came_true, said):
    """ "Unlikely" denies the claim, but of "not X" it says that X will not come; a probability is
    of the claim as recorded."""
    add(book, "It is so within six months", **{"negated": False, **fields}, **said)
    for question in ("q1", "q2"):
        rule(book, question, **({"never": True} if answer == "never" else {"on": "2017-05-01"}))
    assert verdict(book) == str(came_true).lower()
    denies = said.get("phrase") == "unlikely" and not fields.get("negated")
    card = book.scorecard(ScorecardRequest(name="Ann"), TODAY)
    assert (card.everyone.hits, card.everyone.sided) == (int(came_true is not denies), 1)
    if "probability" in said:
        assert card.everyone.brier == pytest.approx(0.04 if came_true else 0.64)


def test_an_amendment_keeps_the_side_of_the_claim(book):
    add(book, "Both cities are kept within six months", all_of=NEITHER)
    book.amend(1, NewForecast(note="from the radio"), "forgotten", TODAY)
    assert listed(book).negated is False
    book.amend(1, NewForecast(all_of=("not: q1", "not: q2 by 2017-06")), "w", TODAY)
    assert listed(book).negated is False


def test_an_amendment_turns_claim_and_parts(book):
    """Negation swaps true and false, and twice is as before."""
    add(book, "Both cities are kept within six months", all_of=NEITHER)
    before = exported(book)
    rule(book, "q1", on="2017-05-01")
    assert verdict(book) == "false"
    book.amend(1, NewForecast(negated=True), "the other way round", TODAY)
    assert [listed(book).negated, verdict(book)] == [True, "true"]
    assert [part.negated for part in shown(book).parts] == [False, False]
    book.amend(1, NewForecast(negated=False), "as it was", TODAY)
    assert [{**exported(book)[0], "rulings": None}] == [{**before[0], "rulings": None}]
    with pytest.raises(ConflictError, match="reads so already"):
        book.amend(1, NewForecast(negated=False), "again", TODAY)


def test_only_the_side_of_the_claim_can_be_put_right(book):
    """The same parts are those of "neither" and of a denied "either"."""
    add(book, "Both cities are kept within six months", any_of=EITHER, negated=True)
    book.amend(1, NewForecast(negated=False, all_of=("not: q1", "not: q2")), "w", TODAY)
    assert listed(book).negated is False
    assert [part.negated for part in shown(book).parts] == [True, True]
    (change,) = shown(book).history[-1].changes
    assert (change.field, change.before, change.after) == ("denied", "yes", "no")


def document(denied: bool | None, parts: tuple[bool, ...], join: str, said: str) -> dict[str, Any]:
    return {
        "key": "f", "claim": "c", "forecaster": {"name": "Ann", "kind": "person"},
        "made_on": "2016-12-01", "deadline": "2017-06-30", "join": join, "phrase": said,
        **({} if denied is None else {"negated": denied}),
        "parts": [{"question": {"key": key, "text": key.upper()}, "negated": no}
                  for key, no in zip("ab", parts, strict=False)],
    }  # fmt: skip


@given(
    st.sampled_from([None, True, False]),
    st.sampled_from([*product([True, False], repeat=2), (True,), (False,)]),
    st.sampled_from(["all", "any"]),
    st.sampled_from(["likely", "unlikely"]),
)
@settings(max_examples=50, deadline=None)
def test_the_side_of_a_claim_goes_through_export_and_import(denied, parts, join, said):
    """NDJSON loses nothing; without the field a claim is denied where all its parts are."""
    doc = document(denied, parts, join, said)
    with tempfile.TemporaryDirectory() as folder:
        one, two = (Ledger.create(Path(folder) / f"{n}.db", clock=lambda: RECORDED) for n in "12")
        with one, two:
            assert one.import_lines([json.dumps(doc)], today=TODAY).problems == ()
            rule(one, "q1", on="2017-03-01")
            assert listed(one).negated is (all(parts) if denied is None else denied)
            assert two.import_lines(one.export(), today=TODAY).problems == ()
            again = two.import_lines([json.dumps(doc)], today=TODAY)
            assert (again.problems, again.added) == ((), 0)
            assert two.list(Filter(), TODAY) == one.list(Filter(), TODAY)
            assert exported(two) == exported(one)
            assert (one.verify(), two.verify()) == ((), ())


def test_csv_names_what_it_cannot_carry(book):
    add(book, "Both cities are kept within six months", all_of=NEITHER[:1])
    with pytest.raises(InputError, match="a side that the part does not tell"):
        list(book.export("csv"))


def test_a_forecast_without_parts_says_in_a_part_that_it_is_denied(book):
    """Without parts the claim is what is asked: that it is denied is for the part to say."""
    doc = {name: value for name, value in document(True, (), "all", "likely").items() if value}
    (problem,) = book.import_lines([json.dumps(doc)], today=TODAY).problems
    assert (problem.column, "parts" in problem.message) == ("negated", True)
    assert book.import_lines([json.dumps({**doc, "negated": False})], today=TODAY).added == 1
