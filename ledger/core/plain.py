"""The plain forecast: one event, at most one outlet and one answer, no windows of days.

Data sets hold them by the million. They take a short way through the program, which gives
the same journal and the same tables as the long one; this is what travels on it.
"""

import hashlib
from typing import Final

# Of the outlet: source, title, url, day of publication, quote.
Cited = tuple[str, str, str, str, str]

# What a plain row says. Days are ISO text, the probability is decimal text; "" stands for what
# is not said. The answer is "on" or "not_by" with its day, so many days late (after the
# deadline; negative: before it; 0 where there is none). The body is the normal form of the
# row's document as canonical JSON. A bare tuple, since it is made and sent by the million:
#
#   line, key, claim, forecaster, kind, role, made on, deadline, probability, phrase, negated,
#   citation, question, answer, its day, days late, evidence, tags, note, body
Plain = tuple[
    int, str, str, str, str, str, str, str, str, str, bool,
    Cited | None, str, str, str, int, tuple[str, ...], tuple[str, ...], str, str,
]  # fmt: skip

# Places of what is looked up alone.
LINE: Final = 0
KEY: Final = 1
QUESTION: Final = 12
ANSWER: Final = 13
DAY: Final = 14
BODY: Final = 19


def content_key(text: str) -> str:
    """Return the key of something that has none: the same content has the same key."""
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
