"""Lexicons by name, and those that users bring."""

import math

import pytest

from ledger.core.lexicons import (
    LEXICONS,
    find_lexicon,
    lookup,
    parse_lexicon,
)
from ledger.errors import InputError


def test_an_unknown_lexicon_lists_those_there_are():
    with pytest.raises(InputError, match=r"icd203, phia.*inferred-only"):
        find_lexicon("icd-203")


def test_a_users_own_table():
    data = {
        "name": "desk",
        "title": "Our desk",
        "bands": {"Likely|a good bet": [0.6, 0.8], "toss-up": [0.4, 0.5, 0.6]},
    }
    own = parse_lexicon(data, LEXICONS)
    assert own.kind == "user"
    assert lookup(own, "likely").middle == pytest.approx(0.7)
    assert lookup(own, "a good bet").source == "desk: a good bet"
    assert lookup(own, "toss up").high == 0.6
    assert lookup(own, "expects").inferred


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], "JSON object"),
        ({"bands": {"likely": [0, 1]}}, "name is a text"),
        ({"name": "A B", "bands": {"likely": [0, 1]}}, "lower-case"),
        ({"name": "icd203", "bands": {"likely": [0, 1]}}, "built in"),
        ({"name": "own"}, "no bands"),
        ({"name": "own", "bands": {}}, "no bands"),
        ({"name": "own", "band": {}}, "no key 'band'"),
        ({"name": "own", "title": 3, "bands": {"likely": [0, 1]}}, "title is a text"),
        ({"name": "own", "bands": {"likely": [0.8, 0.6]}}, "must rise"),
        ({"name": "own", "bands": {"likely": [60, 80]}}, "must rise"),
        ({"name": "own", "bands": {"likely": [math.nan, 1]}}, "must rise"),
        ({"name": "own", "bands": {"likely": [True, 1]}}, "is not"),
        ({"name": "own", "bands": {"likely": 0.7}}, "is not"),
        ({"name": "own", "bands": {"likely": [0.7]}}, "is not"),
        ({"name": "own", "bands": {"likely|likely": [0, 1]}}, "given twice"),
        ({"name": "own", "bands": {"likely|": [0, 1]}}, "empty"),
    ],
)
def test_a_table_that_cannot_be_used_says_what_to_correct(data, message):
    with pytest.raises(InputError, match=message):
        parse_lexicon(data, LEXICONS)
