"""Forecasts that share a question share its fate, also where each asks several questions.

"Both will happen" shares the fate of whoever forecast one of the two, and joins them: what
is independent is not a question then, but a group of questions that such forecasts connect.
"""

from collections.abc import Collection, Iterable, Mapping


def joined(asked: Iterable[Collection[int]]) -> dict[int, int]:
    """Return for each question the lowest of those that forecasts connect with it.

    `asked` are the questions of each forecast that asks several, its condition among them. A
    question that no such forecast asks stands by itself and is not in it.
    """
    leader: dict[int, int] = {}

    def find(question: int) -> int:
        leader.setdefault(question, question)
        while leader[question] != question:
            leader[question] = leader[leader[question]]
            question = leader[question]
        return question

    for questions in asked:
        ends = {find(question) for question in questions}
        for end in ends:
            leader[end] = min(ends)
    return {question: find(question) for question in leader}


def connections(found: Mapping[int, int]) -> int:
    """Return how many questions more there are than groups of them."""
    return len(found) - len(set(found.values()))
