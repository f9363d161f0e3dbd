"""The plain forecast: one event, one deadline, at most one outlet and one answer.

Data sets hold them by the million. They take a short way through the program, which gives
the same journal and the same tables as the long one; this is what travels on it.
"""

import hashlib
from typing import Final

# What a plain row says. Days are ISO text, the probability is decimal text; "" stands for what
# is not said. The answer is "on" or "not_by" with its day, so many days late (after the
# deadline; negative: before it; 0 where there is none). The body is the normal form of the
# row's document as canonical JSON. A bare tuple, since it is made and sent by the million:
#
#   line, key, claim, forecaster, made on, deadline, probability, source, question,
#   answer, its day, days late, body
Plain = tuple[int, str, str, str, str, str, str, str, str, str, str, int, str]

# Places of what is looked up alone.
KEY: Final = 1
QUESTION: Final = 8
BODY: Final = 12


def content_key(text: str) -> str:
    """Return the key of something that has none: the same content has the same key."""
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
