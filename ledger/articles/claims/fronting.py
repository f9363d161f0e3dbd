"""Turn round what a word at the front turned: "Only then will rates rise" to "rates will rise"."""

import re

# What makes verb and subject change places when it opens a sentence.
FRONT = re.compile(r"[\"“‘']?(?:Only|Not (?:until|before|till)|Never|At no (?:time|point))\b")
_TURNED = re.compile(
    r"^\W*(?:(?:Only|Never|At no (?:time|point))\W+)?(?P<modal>will|would|can|could|may|might"
    r"|shall|should)\s+(?P<rest>\S.*)$",
    re.DOTALL,
)
_DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your any no some all every"
    " each".split()
)
_PRONOUNS = frozenset("it he she they we i you there this that nobody anyone anybody".split())
_VERBS = frozenset(
    "accept act agree approve arrive be become begin break build buy change climb close collapse"
    " come continue cut do drop ease end expand fall find finish follow get give go grow happen"
    " have hit hold improve increase join keep launch leave lift lose lower make meet move open"
    " pass pay quit raise reach recover reduce remain reopen resign resume return rise see sell"
    " settle shrink sign slow stabilise stand start stay stop strike succeed survive sink take"
    " turn vote win withdraw".split()
)


def turned_back(claim: str, sentence: str) -> str:
    """Give a claim whose sentence opens with "Only" or "Not until" in the order of a statement.

    It stays as it is where its subject has no clear end.
    """
    turned = _TURNED.match(claim) if FRONT.match(sentence) else None
    if turned is None:
        return claim
    words = turned["rest"].split()
    end = _subject_end(words)
    if end is None:
        return claim
    return " ".join([*words[:end], turned["modal"], *words[end:]])


def _subject_end(words: list[str]) -> int | None:
    if words[0].lower() in _PRONOUNS and words[1:2] and words[1].lower() not in _DETERMINERS:
        return 1
    least = 2 if words[0].lower() in _DETERMINERS else 1
    verbs = (i for i, word in enumerate(words) if i >= least and word.strip(",.") in _VERBS)
    return next(verbs, None)
