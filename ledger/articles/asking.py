"""Ask a language model of the user's choice for candidates: sentences and phrases, never dates.

The model only points: a sentence that is not verbatim in the article is dropped with a warning,
a deadline phrase must stand in its sentence, and the days are read by the same rules as ever.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from ledger.articles.claims.clauses import compound_parts
from ledger.articles.claims.trimming import worth_resolving
from ledger.articles.days.timing import Deadline, readings
from ledger.articles.records import NARRATOR, Article, Candidate
from ledger.articles.signs.odds import find_odds
from ledger.core.deadlines import Calendar
from ledger.errors import InputError, MissingExtraError, NotFoundError

SYSTEM = (
    "You find forecasts in a news article: statements about a future state or event that somebody"
    " asserts, expects, hedges, doubts or conditions, including forecasts reported from the past."
    " Not forecasts: past and present states, commands, questions, wishes. Answer with JSON only:"
    ' {"forecasts": [{"sentence": the whole sentence copied exactly, "forecaster": name or null for'
    ' the article itself, "role": text or null, "kind": "person", "organisation", "anonymous",'
    ' "crowd" or "narrator", "claim": the proposition in a few words, "phrase": the words of belief'
    ' such as "expects", "deadline_phrase": the words of the deadline copied exactly or null,'
    ' "condition": text or null, "polarity": "affirmative" or "negative"}]}. Never write a date'
    " that is not in the article."
)
_KINDS = frozenset({"person", "organisation", "anonymous", "crowd", NARRATOR})
_CONFIDENCE = 0.6


def ask_model(
    article: Article,
    model_name: str,
    calendar: Calendar = Calendar(),  # noqa: B008 - frozen
) -> tuple[tuple[Candidate, ...], tuple[str, ...]]:
    """Give the candidates that a model of the `llm` library points at, and warnings.

    Raises MissingExtraError without the library, NotFoundError for an unknown model, InputError
    when the model fails or its answer is not the JSON that was asked for.
    """
    found: list[Candidate] = []
    warnings: list[str] = []
    for item in _items(_answer(article.text, model_name), model_name):
        candidate = _candidate(article, item, calendar, warnings)
        if candidate is not None:
            found.append(candidate)
    return tuple(sorted(found, key=lambda c: c.start)), tuple(warnings)


def _answer(text: str, model_name: str) -> str:
    try:
        import llm  # noqa: PLC0415 - an extra, slow to import
    except ImportError:
        raise MissingExtraError(
            "asking a model needs the llm library: pip install 'prediction-ledger[llm]'"
        ) from None
    try:
        model = llm.get_model(model_name)
    except llm.UnknownModelError:
        raise NotFoundError(
            f"no model {model_name!r}: `llm models` lists those installed"
        ) from None
    try:
        return str(model.prompt(text, system=SYSTEM, stream=False).text())
    except Exception as error:  # noqa: BLE001 - a plugin may raise anything
        raise InputError(
            f"model {model_name} failed: {error}; try again or choose another"
        ) from None


def _items(answer: str, model_name: str) -> list[Mapping[str, Any]]:
    block = re.search(r"[\[{].*[\]}]", answer, re.DOTALL)
    try:
        data = json.loads(block.group()) if block else None
    except ValueError:
        data = None
    items = data.get("forecasts") if isinstance(data, dict) else data
    if not isinstance(items, list):
        raise InputError(f"model {model_name} did not answer in JSON: try again or choose another")
    return [item for item in items if isinstance(item, dict)]


def _span(text: str, sentence: str) -> tuple[int, int] | None:
    """Find a sentence in the article; runs of spaces and line ends count as one space."""
    words = sentence.split()
    if not words:
        return None
    match = re.search(r"\s+".join(re.escape(word) for word in words), text)
    return match.span() if match else None


def _text(item: Mapping[str, Any], key: str) -> str | None:
    value = item.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _candidate(
    article: Article, item: Mapping[str, Any], calendar: Calendar, warnings: list[str]
) -> Candidate | None:
    said = _text(item, "sentence") or ""
    span = _span(article.text, said)
    if span is None:
        warnings.append(f"dropped, not in the article: {said[:80]!r}")
        return None
    sentence = article.text[slice(*span)]
    deadline = _deadline(article, sentence, _text(item, "deadline_phrase"), calendar, warnings)
    forecaster, kind = _text(item, "forecaster"), _text(item, "kind")
    claim = _text(item, "claim") or sentence
    odds = find_odds(sentence)
    return Candidate(
        doc_id=article.name,
        sentence=sentence,
        start=span[0],
        end=span[1],
        forecaster=forecaster,
        role=_text(item, "role"),
        kind=NARRATOR if forecaster is None else kind if kind in _KINDS else "person",
        claim=claim,
        phrase=_text(item, "phrase"),
        probability=odds.value if odds else None,
        deadline_phrase=deadline.phrase if deadline else None,
        reading=deadline.reading if deadline else None,
        condition=_text(item, "condition"),
        polarity="negative" if item.get("polarity") == "negative" else "affirmative",
        parts=compound_parts(claim),
        resolvable=worth_resolving(
            claim,
            dated=deadline is not None and deadline.dated,
            words=None if odds else _text(item, "phrase"),
        ),
        confidence=_CONFIDENCE,
    )


def _deadline(
    article: Article, sentence: str, phrase: str | None, calendar: Calendar, warnings: list[str]
) -> Deadline | None:
    if phrase is None:
        return None
    at = sentence.find(phrase)
    if at < 0:
        warnings.append(f"deadline ignored, not in its sentence: {phrase[:60]!r}")
        return None
    inside = [
        d
        for d in readings(sentence, article.published, calendar)
        if d.span[0] < at + len(phrase) and at < d.span[1]
    ]
    return inside[0] if inside else Deadline(phrase, None, (at, at + len(phrase)))
