"""JSON: the documented shapes of issue and manual, readable by any parser."""

import json
from decimal import Decimal

import pytest

from ledger.formats.due import due
from ledger.formats.json_text import json_text, jsonable
from ledger.formats.listing import listing
from ledger.formats.showing import showing
from tests.formats.builders import listed, shown, waiting

LIST_KEYS = [
    "id", "key", "claim", "forecaster", "role", "sources", "made_on", "made_on_latest",
    "deadline", "deadline_earliest", "probability", "phrase", "negated", "question", "status",
    "verdict", "days_late", "tags",
]  # fmt: skip


def test_list_is_an_array_of_objects_with_the_documented_keys():
    found = json.loads(listing([listed(), listed(id=2)], "json"))
    assert [list(one) for one in found] == [LIST_KEYS, LIST_KEYS]
    assert found[0]["made_on"] == "2017-02-08"
    assert found[0]["sources"] == ["Daily Mail"]
    assert found[0]["probability"] is None


def test_due_is_like_list_with_what_it_waits_for():
    (found,) = json.loads(due([waiting(206)], "json"))
    assert list(found) == [
        *LIST_KEYS, "waits_for", "text", "criteria", "judge", "agreed", "days_over", "waiting",
        "due_on",
    ]  # fmt: skip
    named = {"question": "q2", "text": "Raqqa retaken", "criteria": None, "judge": None}
    assert found["waiting"] == [{**named, "deadline": "2017-08-08"}]
    assert (found["waits_for"], found["agreed"], found["days_over"]) == ("q2", False, 206)


def test_show_is_like_list_with_everything_else():
    found = json.loads(showing(shown(), "json"))
    assert list(found)[: len(LIST_KEYS)] == LIST_KEYS
    assert {"parts", "given", "citations", "updates", "rulings", "links", "history"} <= set(found)
    assert {"question", "text", "accepts", "deadline", "verdict", "answer"} <= set(
        found["parts"][0]
    )


def test_empty_lists_are_empty_arrays():
    assert listing([], "json") == "[]"
    assert due([], "json") == "[]"


@pytest.mark.parametrize("text", ["\x1b[31m", "\x9b", "\u202e", "\u2028", "\x7f", "a\nb", "é – “”"])
def test_texts_survive_and_never_reach_a_terminal_raw(text):
    printed = json_text({"claim": text})
    assert json.loads(printed)["claim"] == text
    assert not set("\x1b\x9b\u202e\u2028\x7f") & set(printed)


def test_other_characters_stay_readable():
    assert "é – “”" in json_text("é – “”")


def test_numbers_are_numbers():
    assert jsonable({"low": Decimal("4.45"), "n": (1, 2)}) == {"low": 4.45, "n": [1, 2]}
    with pytest.raises(ValueError, match="Out of range"):
        json_text(float("nan"))
