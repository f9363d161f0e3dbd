"""How much the words of a sentence speak for a forecast, counted in annotated articles.

The rules find signs; no list of signs is complete, and many a sign means nothing in its place.
So every sentence is weighed once more: its words and pairs of words, with names, numbers and days
made alike, where it stands, and what the rules say of it and of the sentences around it. Each has
a weight; their sum gives the probability that the sentence is a forecast (logistic regression).
Then the article is weighed in: where little else looks ahead, "will" is mostly a manner of speech.
`weights.json` holds the weights; `benchmarks/evidence.py` counts them from the articles beside the
tests, and tells how well they do on articles that were left out.
"""

import datetime as dt
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from ledger.articles.days.timing import readings
from ledger.articles.texts.sentences import Sentence
from ledger.core.deadlines import Calendar
from ledger.core.deadlines.holiday_dates import NAMES

PASSAGE = 8  # sentences: too few to tell what kind of article they are from
_TOKEN = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’][a-z]+)?|[$£€]?\d+(?:[.,]\d+)*|%|[\"“”?;:—–]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MARKS = {"“": '"', "”": '"', "—": "-", "–": "-"}
_MONTHS = frozenset(
    "january february march april june july august september october november december".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_EXPLICIT = re.compile(
    r"\b(?:expect(?:s|ed|ing)?|forecast(?:s|ed|ing)?|predict(?:s|ed|ing|ions?)?|project(?:s|ed)"
    r"|projections?|likely|unlikely|likelihood|chances?|odds|probab(?:le|ly|ility))\b",
    re.IGNORECASE,
)
# Without one of these no day is read; to look for one takes longer than all the rest.
_TIMES = (
    "years months weeks days hours quarters seasons decades centuries fortnights terms generations"
    " springs summers autumns winters falls nights mornings evenings weekends halves half century"
    " today tomorrow tonight midnight noon lifetime"
)
_HOLIDAYS = {word for name in NAMES for word in name if len(word) > 3}
_TIMELY = re.compile(
    r"\d|\b(?:"
    + "|".join(sorted({*(f"{w}?" for w in _TIMES.split()), *_MONTHS, *_DAYS, *_HOLIDAYS}))
    + r")\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:was|were|had|did|[a-z]{3,}ed)\b")
_MODAL = re.compile(r"\b(?:will|would|may|might|could|should|shall|won't|[a-z]+'ll)\b")
_SURE = 0.85  # of the rules
_SHORT = 6  # words
_LONG = 50
_OPENING = 3  # sentences
_FEW, _MANY = 2, 6  # forecasts in an article
_TINY = 1e-4


Weights = Mapping[str, float]


def probabilities(
    sentences: Sequence[Sentence],
    found: Mapping[int, float],
    published: dt.date | None,
    calendar: Calendar,
) -> list[float]:
    """Give for each sentence how probable it is (0..1) that it makes a forecast.

    `found` says how sure the rules are of sentences, by their place in the article.
    """
    words, article = _weights()
    alone = [
        probability(words, features)
        for features in features_of(sentences, found, published, calendar)
    ]
    if len(sentences) <= PASSAGE:
        return alone
    seen = [i in found for i in range(len(sentences))]
    explicit = [is_explicit(sentence.text) for sentence in sentences]
    return [probability(article, around) for around in among(alone, seen, explicit)]


def is_explicit(text: str) -> bool:
    """Say whether a sentence says in so many words that it looks ahead."""
    return _EXPLICIT.search(text) is not None


def probability(weights: Weights, features: Iterable[tuple[str, float]]) -> float:
    """Give the logistic function of the weighed sum."""
    total = sum(weights.get(name, 0.0) * value for name, value in features)
    return 1 / (1 + math.exp(-total))


@cache
def _weights() -> tuple[Weights, Weights]:
    """Return the weights of what is counted of a sentence, and of the article around it."""
    text = (files(__package__) / "weights.json").read_text(encoding="utf-8")
    both = json.loads(text)
    return both["sentence"], both["article"]


def among(
    alone: Sequence[float], found: Iterable[bool], explicit: Iterable[bool]
) -> Iterator[list[tuple[str, float]]]:
    """Yield what is counted for each sentence of the article around it.

    `alone` are the probabilities of its sentences taken alone; `found` says where the rules
    found something, `explicit` where words of forecasting stand.
    """
    expected, ordered = sum(alone), sorted(alone, reverse=True)
    for chance, by_rule, said_so in zip(alone, found, explicit, strict=True):
        others = expected - chance
        best = ordered[0] if chance < ordered[0] else ordered[1] if len(ordered) > 1 else 0.0
        near = min(max(chance, _TINY), 1 - _TINY)
        yield [
            ("always", 1.0),
            ("alone", math.log(near / (1 - near))),
            ("others", min(others, _MANY) / _MANY),
            ("found", float(by_rule)),
            ("explicit", float(said_so)),
            ("explicit and found", float(said_so and by_rule)),
            ("found among others", by_rule * min(others, _MANY) / _MANY),
            ("best other", best),
            ("density", others / max(len(alone) - 1, 1)),
            ("lonely", float(others < _FEW)),
        ]


def features_of(
    sentences: Sequence[Sentence],
    found: Mapping[int, float],
    published: dt.date | None,
    calendar: Calendar,
) -> Iterator[list[tuple[str, float]]]:
    """Yield what is counted of each sentence: names and values."""
    others = max(len(sentences) - 1, 1)
    for i, sentence in enumerate(sentences):
        words = _words(sentence.text, published.year if published else None)
        yield [
            ("always", 1.0),
            *((name, 1.0) for name in _runs(words)),
            *_placed(sentence, words, published, calendar, sure=found.get(i, 0.0)),
            ("place", i / len(sentences)),
            ("opening", float(i < _OPENING)),
            ("found around", (len(found) - (i in found)) / others),
            ("found before", float(i - 1 in found)),
            ("found after", float(i + 1 in found)),
        ]


def _placed(
    sentence: Sentence,
    words: Sequence[str],
    published: dt.date | None,
    calendar: Calendar,
    *,
    sure: float,
) -> Iterator[tuple[str, float]]:
    """Yield what holds of a sentence as a whole, and two such things together."""
    timely = _TIMELY.search(sentence.text) is not None
    days = [
        d.reading.deadline for d in (readings(sentence.text, published, calendar) if timely else ())
        if d.reading and d.reading.deadline
    ]  # fmt: skip
    plain = " ".join(words)
    holds = {
        "found": sure > 0,
        "sure": sure > _SURE,
        "future": published is not None and any(day >= published for day in days),
        "over": published is not None and any(day < published for day in days),
        "quoted": bool(sentence.quotes),
        "past": _PAST.search(plain) is not None,
        "modal": _MODAL.search(plain) is not None,
        "short": len(words) < _SHORT,
    }
    true = [name for name, value in holds.items() if value]
    yield from ((name, 1.0) for name in true)
    yield from ((f"{one} and {two}", 1.0) for k, one in enumerate(true) for two in true[k + 1 :])
    yield "sureness", sure
    yield "length", min(len(words), _LONG) / _LONG


def _runs(words: Sequence[str]) -> set[str]:
    """Return words and pairs of words, with the sentence's ends."""
    pairs = (f"{one} {two}" for one, two in pairwise(["^", *words, "$"]))
    return {f"={run}" for run in (*words, *pairs)}


def _words(text: str, year: int | None) -> list[str]:
    """Return the words of a sentence, with names, numbers, years and days made alike."""
    found = [m.group().replace("’", "'") for m in _TOKEN.finditer(text)]
    words: list[str] = []
    for k, said in enumerate(found):
        opens = k == 0 or found[k - 1] == '"' or found[k - 1] in _MARKS
        named = said[0].isupper() and said.partition("'")[0] != "I"
        alone = opens and not (k + 1 < len(found) and found[k + 1][0].isupper())
        word = _kind(said, year) or ("NAME" if named and not alone else said.lower())
        if word != "NAME" or words[-1:] != ["NAME"]:
            words.append(word)
    return words


def _kind(said: str, year: int | None) -> str:
    """Return what a word is one of many of; empty for a word of its own."""
    if said[0] in "$£€" or said[0].isdigit():
        if _YEAR.fullmatch(said) and year:
            return "YEAR+" if int(said) > year else "YEAR" if int(said) == year else "YEAR-"
        return "MONEY" if said[0] in "$£€" else "#"
    if said in _MARKS:
        return _MARKS[said]
    low = said.lower()
    return "MONTH" if low in _MONTHS else "WEEKDAY" if low in _DAYS else ""
