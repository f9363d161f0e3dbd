"""Read what a sentence is about from its opening: the noun phrase before its first verb."""

import re

from ledger.articles.speakers.discourse import without_dateline
from ledger.articles.speakers.parties import read_party, strip_lead
from ledger.articles.speakers.subjects import PHRASE
from ledger.articles.words.nouns import BETWEEN
from ledger.articles.words.verbs import IRREGULAR_PAST, MODALS, verb_classes

_PRESENT = frozenset(
    "goes does has says sees wants plans remains faces makes takes calls runs"
    " puts gives gets keeps holds stands comes looks seems appears costs owns works lives"
    " realise realize want need remain".split()
)


_NO_VERB = [[word] for word in "and or of the a an its his her their for to in with at by".split()]
_ANOTHER_CLAUSE = frozenset("i he she it they we".split())
# "In a presentation dated January 2020, it told": not what the sentence is about.
_AT_FIRST = re.compile(
    r"^(?:In|At|On|With|By|Under|After|For|During|From|Over|Since|Within|Among|Across|Amid|To)\b"
    r"[^,;:]{2,80},\s+(?=\S)"
)
_TO_WHOM = re.compile(
    r"^(?:To|For) (?P<who>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)+),"
    r"(?: (?:an?|the|its|his|her) [^,;:]{3,80},)? (?=(?:the|this|that|it|there|all)\b)"
)
_FRONTED = re.compile(
    r"^(?:If|Even if|Unless|Although|Though|Whether|Because|Until|Should|Despite|Without|With)\b"
    r"[^,]*,\s+"
)


def opening_subject(text: str) -> str | None:
    """Give the noun phrase before the first finite verb of a sentence; None when unsure."""
    bare = _FRONTED.sub("", strip_lead(without_dateline(text)))
    judge = _TO_WHOM.match(bare)
    return judge["who"] if judge else first_noun(_AT_FIRST.sub("", bare))


def first_noun(bare: str) -> str | None:
    """Give the noun phrase before the first finite verb of words that begin with it."""
    verbs = verb_classes()
    taken: list[str] = []
    for token in bare.split()[:14]:
        low = token.strip("\"“”'’,.")
        named = len(taken) > 1 and all(t[:1].isupper() for t in taken) and token.islower()
        finite = low in IRREGULAR_PAST or low in MODALS or low in verbs or low in _PRESENT
        finite = finite or (named and re.fullmatch(r"[a-z]{3,}(?<!s)s", low) is not None)
        if taken and low in _ANOTHER_CLAUSE:
            return None
        like_a_verb = re.fullmatch(r"[a-z]{3,}(?:ed|ies|es)", low) and taken[-1:] not in _NO_VERB
        if taken and (finite or like_a_verb):
            return _bare_noun(taken)
        taken.append(token)
        if token.endswith(","):
            return _apposed(bare, " ".join(taken).rstrip(","))
        if token[-1] in ".;:—–" or token[-2:] in {',"', ",”", ",’", "?”", '?"'}:
            return None
    return None


def _bare_noun(words: list[str]) -> str | None:
    """Drop adverbs after a noun phrase and "In its outlook" before it."""
    while words and words[-1].lower() in BETWEEN:
        words = words[:-1]
    phrase = " ".join(words)
    inner = re.match(
        r"(?:In|At|On|With|By|Under|After|For)\s.*\s((?:the|a|an|it|he|she|they)\b.*)$", phrase
    )
    return (inner.group(1) if inner else phrase) or None


def _apposed(text: str, head: str) -> str | None:
    """Choose between "Marta Oriol, the chief," and "The chief, Marta Oriol,": the name."""
    if len(head.split()) > 8:
        return None
    following = re.match(rf",\s+({PHRASE}+),", text[len(head) :])
    party, named = read_party(head), read_party(following.group(1)) if following else None
    person = named is not None and named.kind == "person"
    return (
        following.group(1)
        if following and person and (party is None or party.kind != "person")
        else head
    )


def opening_owner(text: str) -> str | None:
    """Give X of an opening "X's message" that the sentence goes on to call him or her."""
    match = re.match(r"([A-ZÀ-Þ][\w.-]+(?: [A-ZÀ-Þ][\w.-]+){0,2})['’]s [a-z]", text)
    return (
        match.group(1)
        if match and re.search(r"\b(?:him|her|his|himself|herself)\b", text)
        else None
    )
