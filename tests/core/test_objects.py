"""JSON objects as documents use them: each field once, and nothing that says nothing."""

import json

import pytest

from ledger.core.objects import FieldError, once, without_empty

EMPTY = {"null": None, "no": False, "text": "", "list": [], "object": {}, "tuple": ()}
KEPT = {"zero": 0, "none of it": 0.0, "yes": True, "text": "0", "list": [None], "object": {"a": 0}}


def test_the_normal_form_leaves_out_what_says_nothing():
    """docs/format.md: null, false and empty lists say nothing; a probability of 0 does."""
    assert without_empty(EMPTY) == {}
    assert without_empty(KEPT) == KEPT


def test_a_field_that_stands_twice_is_refused_and_named():
    assert json.loads('{"a": 1, "b": {"a": 2}}', object_pairs_hook=once) == {"a": 1, "b": {"a": 2}}
    with pytest.raises(FieldError, match='"a" stands twice') as told:
        json.loads('{"b": {"a": 1, "a": 1}}', object_pairs_hook=once)
    assert told.value.field == "a"
