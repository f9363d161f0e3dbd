"""Tell the "and" inside the name of a body from one between two names."""

import itertools
import re
from collections.abc import Sequence

from ledger.articles.words.nouns import ORGANISATION

# What the second half of the name of a body may be; a person's name is neither.
_MATTER = re.compile(
    r"(?:\w+\s)*\w*(?:tion|ment|ity|ture|ing|ogy|ics|ance|ence|ship|airs|ices|ies|fare"
    r"|care|trade|sports?|works|arts|education|control|policy|drugs?|safety|health|aid|water"
    r"|energy|media|innovation)s?\b",
    re.IGNORECASE,
)


def one_name(words: Sequence[str], j: int) -> bool:
    """Say whether "and" at word j stands inside a name: "Department of Health and Social Care".

    A body's name goes on after "of" or "for"; after "and" follow a single word, or a matter.
    """
    ahead = list(itertools.takewhile(_capital, reversed(words[:j])))
    k = j - len(ahead) - 1
    while k > 0 and words[k].lower() == "the":
        k -= 1
    body = k > 0 and words[k] in {"of", "for"} and words[k - 1] in ORGANISATION
    after = list(itertools.takewhile(_capital, words[j + 1 :]))
    goes_on = len(after) == 1 or _MATTER.match(" ".join(after)) is not None
    return bool(ahead and body and after) and goes_on


def _capital(word: str) -> bool:
    return word[:1].isupper() and word[-1] not in ",;:.)"
