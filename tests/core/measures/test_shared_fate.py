"""What forecasts on several questions connect."""

from hypothesis import given, strategies as st

from ledger.core.measures.shared_fate import connections, joined

ASKED = st.lists(st.sets(st.integers(1, 12), min_size=1, max_size=4), max_size=8)


def test_a_chain_of_forecasts_connects_its_ends():
    assert joined([{1, 2}, {2, 3}, {5, 4}]) == {1: 1, 2: 1, 3: 1, 4: 4, 5: 4}
    assert connections(joined([{1, 2}, {2, 3}, {5, 4}])) == 3


@given(asked=ASKED)
def test_questions_are_connected_when_there_is_a_way_from_one_to_the_other(asked):
    """Against the slow way: spread from each question to all that a forecast asks with it."""
    found = joined(asked)
    assert found.keys() == set().union(*asked)
    for question in found:
        reached, before = {question}, set()
        while reached != before:
            before = set(reached)
            reached = reached.union(*(a for a in asked if a & reached))
        assert {q for q in found if found[q] == found[question]} == reached
        assert found[question] == min(reached)


@given(asked=ASKED, data=st.data())
def test_the_order_of_forecasts_changes_nothing(asked, data):
    assert joined(data.draw(st.permutations(asked))) == joined(asked)
