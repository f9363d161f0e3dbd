"""The hash chain: one text for a value, and a break wherever something was changed."""

import hashlib
import json

import pytest
from hypothesis import given, strategies as st

from ledger.core.chain import GENESIS, Entry, breaks, canonical, link

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def chain(*bodies: str) -> list[Entry]:
    """Return a good chain, a minute between two entries."""
    entries, previous = [], GENESIS
    for n, body in enumerate(bodies, 1):
        entry = Entry(n, f"2020-01-01T00:0{n}:00Z", "forecast", f"f{n}", "", body)
        entries.append(entry._replace(hash=link(previous, entry)))
        previous = entries[-1].hash
    return entries


GOOD = chain("{}", '{"a":1}', '{"b":2}', '{"c":3}')


def test_a_link_is_sha_256_over_the_hash_before_and_every_column():
    """The formula, written out once more by hand: lines joined by newlines, UTF-8."""
    entry = Entry(1, "2020-01-01T00:00:00Z", "mark", "f1", "r", '{"struck":"é"}')
    head = "0" * 64 + '\n1\n2020-01-01T00:00:00Z\nmark\nf1\nr\n{"struck":"é"}'
    assert link(GENESIS, entry) == hashlib.sha256(head.encode("utf-8")).hexdigest()


def test_a_good_chain_has_no_break():
    assert list(breaks(GOOD)) == []
    assert list(breaks([])) == []
    assert list(breaks(GOOD[:2])) == [], "a cut tail leaves a good chain: hence anchors"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ([GOOD[0], GOOD[1]._replace(body='{"a":2}'), *GOOD[2:]], [(2, "hash")]),
        ([GOOD[0], *GOOD[2:]], [(3, "entry 2 is missing"), (3, "hash")]),
        ([GOOD[1], *GOOD[2:]], [(2, "entry 1 is missing"), (2, "hash")]),
        ([*GOOD[:3], GOOD[3]._replace(seq=5)], [(5, "entry 4 is missing"), (5, "hash")]),
        (
            [*GOOD[:3], GOOD[3]._replace(recorded_at="2019-12-31T00:00:00Z")],
            [(4, "recorded before"), (4, "hash")],
        ),
        ([GOOD[0], GOOD[1]._replace(hash="0" * 64), *GOOD[2:]], [(2, "hash"), (3, "hash")]),
    ],
)
def test_a_break_is_named_with_its_entry(changed, told):
    found = list(breaks(changed))
    assert [b.seq for b in found] == [seq for seq, _ in told]
    assert all(words in b.problem for b, (_, words) in zip(found, told, strict=True))


FIELDS = {"seq": 9, "recorded_at": "2020-01-01T00:09:00Z", "kind": "mark", "about": "f9",
          "request": "r", "body": "[]", "hash": "f" * 64}  # fmt: skip


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("place", range(len(GOOD)))
def test_no_column_of_no_entry_can_be_changed_unseen(field, place):
    changed = [*GOOD]
    changed[place] = GOOD[place]._replace(**{field: FIELDS[field]})
    assert list(breaks(changed))


@given(JSON)
def test_the_canonical_text_is_json_and_stays_itself(value):
    text = canonical(value)
    assert json.loads(text) == value
    assert canonical(json.loads(text)) == text


@given(st.dictionaries(st.text(), st.integers(), min_size=2))
def test_the_order_in_which_keys_were_written_does_not_matter(doc):
    assert canonical(dict(reversed(doc.items()))) == canonical(doc)


def test_the_canonical_text_keeps_letters_and_sorts_keys():
    assert canonical({"b": 1, "a": ["é", None, True]}) == '{"a":["é",null,true],"b":1}'


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_numbers_that_json_does_not_have_are_refused(number):
    with pytest.raises(ValueError, match="JSON"):
        canonical({"probability": number})
