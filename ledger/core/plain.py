"""The plain forecast: one event, one deadline, at most one outlet and one answer.

Data sets hold them by the million. They take a short way through the program, which gives
the same journal and the same tables as the long one; this record is what travels on it.
"""

from typing import NamedTuple


class Plain(NamedTuple):
    """What a plain row says, and in which line. `body` is the normal form of its document, as canonical JSON.

    Days are ISO text, the probability is decimal text; "" stands for what is not said.
    `answer` is "on" or "not_by" with its day in `answer_day`, `late` days after the deadline
    (negative: before it; 0 where there is no deadline).
    """

    line: int
    key: str
    claim: str
    forecaster: str
    made_on: str
    deadline: str
    probability: str
    source: str
    question: str
    answer: str
    answer_day: str
    late: int
    body: str
