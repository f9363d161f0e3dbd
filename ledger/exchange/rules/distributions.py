"""Distributions: over the answers of their question, beside no other number, never denied."""

from collections.abc import Mapping
from functools import partial

from ledger.core import answers
from ledger.exchange.fields import Wrong
from ledger.exchange.rules.shared import Doc, ask, known_option, numbered

_KINDS = {"options": "choice", "quantiles": "number"}


def check(doc: Doc, wrong: Wrong) -> None:
    """Check the distributions of a statement and of its updates, and what stands beside them."""
    for path, said in (("", doc), *numbered(doc, "updates")):
        _spread(said, path, wrong)
    if "spread" in doc:
        _contradictions(doc, wrong)


def belong(doc: Doc, asked: Mapping[str, Doc], wrong: Wrong) -> None:
    """Check that a distribution is over the answers of its question, and its side the top one."""
    for name, shares in doc.get("spread", {}).items():
        for path, part in numbered(doc, "parts"):
            question = asked[part["question"]["key"]]
            kind = question.get("kind", "event")
            if kind != _KINDS[name]:
                message = f"{name} belong to a {_KINDS[name]}, not to a question of the kind {kind}"
                wrong.append((f"spread.{name}", f"{message}; correct one of them"))
            elif name == "options":
                _top(shares, part, path, wrong)
                for option in shares:
                    known_option(option, question.get("options", ()), "spread.options", wrong)


def _spread(said: Doc, path: str, wrong: Wrong) -> None:
    spread: Mapping[str, Mapping[str, str]] = said.get("spread", {})
    if "options" in spread:
        shares = list(spread["options"].items())
        ask(partial(answers.shares, shares), f"{path}spread.options", wrong)
    if "quantiles" in spread:
        ask(partial(answers.quantiles, spread["quantiles"]), f"{path}spread.quantiles", wrong)


def _contradictions(doc: Doc, wrong: Wrong) -> None:
    """Refuse a number or words beside a distribution, and a distribution that is denied."""
    for path, said in (("", doc), *numbered(doc, "updates")):
        name = "probability" if "probability" in said else "phrase"
        beside = {**said, "spread": doc["spread"]}
        ask(partial(answers.said_once, beside), f"{path}{name}", wrong)
    for path, part in numbered(doc, "parts"):
        ask(partial(answers.not_denied, doc, part.get("negated")), f"{path}negated", wrong)


def _top(shares: Mapping[str, str], part: Doc, path: str, wrong: Wrong) -> None:
    top = answers.top(shares)
    taken = {option.casefold() for option in part.get("options", ())}
    if len(top) == 1 and taken != {top[0].casefold()}:
        message = f'the top option is "{top[0]}": accept that one, or correct the probabilities'
        wrong.append((f"{path}options", message))
