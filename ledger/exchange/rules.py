"""What the fields of a document must be to each other; each rule is one function.

The rules know nothing of the book but what the context hands them: the day it is, and the
questions that stand already.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any

from ledger.core import answers
from ledger.core.bounds import Bounded, circular
from ledger.core.deadlines import Calendar
from ledger.core.rulings import FORMS
from ledger.errors import InputError
from ledger.exchange.fields import Wrong

Doc = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ImportContext:
    """What is at hand when a document is checked.

    `question` returns the document of a question that stands in the book or in an earlier
    line, by its key; `forecaster` and `source` a name as the book has it.
    """

    today: dt.date
    question: Callable[[str], Doc | None] = lambda _: None
    calendar: Calendar = field(default_factory=Calendar)
    forecaster: Callable[[str], str] = str
    source: Callable[[str], str] = str


def check(doc: Doc, context: ImportContext, wrong: Wrong) -> None:
    """Check the fields of a document against each other, the day and the questions."""
    _days(doc, context, wrong)
    _spread(doc, "", wrong)
    _contradictions(doc, wrong)
    _proven(doc, wrong)
    for n, update in enumerate(doc.get("updates", ()), 1):
        _update(doc, update, f"updates[{n}]", context, wrong)
    asked = _questions(doc, context, wrong)
    for path, part in parts(doc):
        _part(part, path, asked, wrong)
    _circles(doc, wrong)
    if not wrong:
        _distributed(doc, asked, wrong)
    for n, ruling in enumerate(doc.get("rulings", ()), 1):
        _ruling(ruling, f"rulings[{n}]", asked.get(ruling["question"]), context, wrong)


def parts(doc: Doc) -> Iterator[tuple[str, Doc]]:
    """Yield the path and the document of each part, the condition last."""
    for n, part in enumerate(doc.get("parts", ()), 1):
        yield f"parts[{n}]", part
    if "given" in doc:
        yield "given", doc["given"]


def _days(doc: Doc, context: ImportContext, wrong: Wrong) -> None:
    today = context.today.isoformat()
    made = doc["made_on"]
    if made > today:
        wrong.append(("made_on", f"{made} lies in the future (today is {today}); correct the day"))
    _in_order(doc, "made_on", "made_on_latest", "made_on_latest", wrong)
    _in_order(doc, "deadline_earliest", "deadline", "deadline_earliest", wrong)
    if "deadline_earliest" in doc and "deadline" not in doc:
        wrong.append(("deadline_earliest", "there is no deadline beside it; add deadline"))
    first = doc.get("deadline_earliest", doc.get("deadline", made))
    if first < made:
        message = f"the deadline {first} lies before the statement of {made}; correct one of them"
        wrong.append(("deadline", message))
    retracted = doc.get("retracted", {}).get("on")
    if retracted and not made <= retracted <= today:
        message = f"{retracted} does not lie between the statement and today; correct the day"
        wrong.append(("retracted.on", message))
    for n, citation in enumerate(doc.get("citations", ()), 1):
        _past(citation, "published", f"citations[{n}].", today, wrong)


def _circles(doc: Doc, wrong: Wrong) -> None:
    """Refuse a bound that is its own day, and a link of a forecast to itself."""
    bounds = [
        Bounded(f"{path}.{side}_question", side, f'"{part["question"]["key"]}"',
                f'"{part[f"{side}_question"]["key"]}"', part.get(f"{side}_offset", 0))
        for path, part in parts(doc) for side in ("after", "until") if f"{side}_question" in part
    ]  # fmt: skip
    for path, why in circular(bounds):
        wrong.append((path, f"{why}; name another question or a day"))
    for n, link in enumerate(doc.get("links", ()), 1):
        if link["key"] == doc["key"]:
            message = f"the forecast {link['kind']} itself; name another key, or drop the link"
            wrong.append((f"links[{n}].key", message))


def _in_order(doc: Doc, first: str, last: str, path: str, wrong: Wrong) -> None:
    if first in doc and last in doc and doc[first] > doc[last]:
        message = f"{doc[first]} lies after {doc[last]}; put the earlier day first"
        wrong.append((path, message))


def _past(doc: Doc, name: str, path: str, today: str, wrong: Wrong) -> None:
    if doc.get(name, "") > today:
        message = f"{doc[name]} lies in the future (today is {today}); correct the day"
        wrong.append((f"{path}{name}", message))


def _update(doc: Doc, update: Doc, path: str, context: ImportContext, wrong: Wrong) -> None:
    _past(update, "made_on", f"{path}.", context.today.isoformat(), wrong)
    _in_order(update, "made_on", "made_on_latest", f"{path}.made_on_latest", wrong)
    _spread(update, f"{path}.", wrong)
    if update["made_on"] < doc["made_on"]:
        message = f"an update cannot be older than the statement of {doc['made_on']}; correct it"
        wrong.append((f"{path}.made_on", message))


def _spread(doc: Doc, before: str, wrong: Wrong) -> None:
    spread: Mapping[str, Mapping[str, str]] = doc.get("spread", {})
    if "options" in spread:
        _ask(
            partial(answers.shares, list(spread["options"].items())),
            f"{before}spread.options",
            wrong,
        )
    if "quantiles" in spread:
        _ask(partial(answers.quantiles, spread["quantiles"]), f"{before}spread.quantiles", wrong)


def _ask(check: Callable[[], None], path: str, wrong: Wrong) -> None:
    """Add what a check refuses to the problems."""
    try:
        check()
    except InputError as error:
        wrong.append((path, str(error)))


def _contradictions(doc: Doc, wrong: Wrong) -> None:
    """Refuse a number or words beside a distribution, and a distribution that is denied."""
    if "spread" not in doc:
        return
    for path, said in (("", doc), *_numbered(doc, "updates")):
        name = "probability" if "probability" in said else "phrase"
        beside = {**said, "spread": doc["spread"]}
        _ask(partial(answers.said_once, beside), f"{path}{name}", wrong)
    for path, part in _numbered(doc, "parts"):
        _ask(partial(answers.not_denied, doc, part.get("negated")), f"{path}negated", wrong)


def _proven(doc: Doc, wrong: Wrong) -> None:
    """Refuse what proves a mark that is not there."""
    for name in ("void", "vague"):
        if f"{name}_proof" in doc and name not in doc:
            wrong.append((f"{name}_proof", f"it proves nothing here; add {name} with the reason"))


def _numbered(doc: Doc, name: str) -> list[tuple[str, Doc]]:
    return [(f"{name}[{n}].", one) for n, one in enumerate(doc.get(name, ()), 1)]


def _distributed(doc: Doc, asked: Mapping[str, Doc], wrong: Wrong) -> None:
    """Check that a distribution is over the answers of its question, and its side the top one."""
    kinds = {"options": "choice", "quantiles": "number"}
    for name, shares in doc.get("spread", {}).items():
        for path, part in _numbered(doc, "parts"):
            question = asked[part["question"]["key"]]
            kind = question.get("kind", "event")
            if kind != kinds[name]:
                message = f"{name} belong to a {kinds[name]}, not to a question of the kind {kind}"
                wrong.append((f"spread.{name}", f"{message}; correct one of them"))
            elif name == "options":
                _top(shares, part, path, wrong)
                for option in shares:
                    _option(option, question.get("options", ()), "spread.options", wrong)


def _top(shares: Mapping[str, str], part: Doc, path: str, wrong: Wrong) -> None:
    top = answers.top(shares)
    taken = {option.casefold() for option in part.get("options", ())}
    if len(top) == 1 and taken != {top[0].casefold()}:
        message = f'the top option is "{top[0]}": accept that one, or correct the probabilities'
        wrong.append((f"{path}options", message))


def _questions(doc: Doc, context: ImportContext, wrong: Wrong) -> dict[str, Doc]:
    """Return the questions of a document by key, each as it stands or as it is new."""
    asked: dict[str, Doc] = {}
    for path, part in parts(doc):
        for name in ("question", "after_question", "until_question"):
            if name in part:
                key = part[name]["key"]
                known = asked.get(key) or context.question(key)
                asked[key] = question(part[name], known, f"{path}.{name}", wrong)
    return asked


def question(doc: Doc, known: Doc | None, path: str, wrong: Wrong) -> Doc:
    """Check a question by itself and against the one that stands; return the one that counts."""
    options = doc.get("options", ())
    if known is None and "text" not in doc:
        message = f'the question "{doc["key"]}" is new here; add its text'
        wrong.append((f"{path}.text", message))
    if known is not None and "text" in doc:
        for name in ("kind", "options"):
            if doc.get(name) != known.get(name):
                message = f'the question "{doc["key"]}" stands with another {name}; use its own'
                wrong.append((f"{path}.{name}", message))
    if doc.get("kind") == "choice":
        _ask(partial(answers.options, options), f"{path}.options", wrong)
    if doc.get("kind") != "choice" and options:
        wrong.append((f"{path}.options", 'only a choice has options; set kind to "choice"'))
    return known or doc


def _part(part: Doc, path: str, asked: Mapping[str, Doc], wrong: Wrong) -> None:
    _in_order(part, "after", "after_latest", f"{path}.after_latest", wrong)
    _in_order(part, "until_earliest", "until", f"{path}.until_earliest", wrong)
    for name, other in (("after", "after_latest"), ("until", "until_earliest")):
        if other in part and name not in part:
            wrong.append((f"{path}.{other}", f"there is no {name} beside it; add it"))
        if f"{name}_question" in part and name in part:
            wrong.append((f"{path}.{name}", "a bound is a day or a question's day; drop one"))
        bound = asked.get(part.get(f"{name}_question", {}).get("key"), {})
        if bound.get("kind", "event") != "event":
            message = "only an event has a day; name a question that asks for an event"
            wrong.append((f"{path}.{name}_question", message))
    question = asked[part["question"]["key"]]
    kind = question.get("kind", "event")
    ends = [name for name in answers.ENDS if name in part]
    if bool(ends) != (kind == "number"):
        message = f"it asks for a{'n' * (kind == 'event')} {kind}; {_NEEDS[kind]}"
        wrong.append((f"{path}.{ends[0] if ends else 'at_least'}", message))
    _ask(partial(answers.interval, part), path, wrong)
    _options(part, question, path, wrong)


_NEEDS = {
    "number": "say which numbers are accepted: at_least, more_than, at_most or less_than",
    "event": "leave the numbers out",
    "choice": "leave the numbers out",
}


def _options(part: Doc, question: Doc, path: str, wrong: Wrong) -> None:
    chosen, known = part.get("options", ()), question.get("options", ())
    if bool(chosen) != (question.get("kind") == "choice"):
        message = "options are what a part on a choice accepts, one or more; correct them"
        wrong.append((f"{path}.options", message))
        return
    for option in chosen:
        _option(option, known, f"{path}.options", wrong)


def _option(option: str, known: Any, path: str, wrong: Wrong) -> None:
    if option.casefold() not in {name.casefold() for name in known}:
        names = ", ".join(known)
        wrong.append((path, f'there is no option "{option}"; the options are: {names}'))


def _ruling(
    ruling: Doc, path: str, question: Doc | None, context: ImportContext, wrong: Wrong
) -> None:
    if question is None:
        message = f'no part asks the question "{ruling["question"]}"; name one that is asked here'
        wrong.append((f"{path}.question", message))
        return
    said: Doc | None = ruling
    while said is not None:
        _answer(said, path, question, context, wrong)
        said, path = said.get("replaces"), f"{path}.replaces"


def _answer(ruling: Doc, path: str, question: Doc, context: ImportContext, wrong: Wrong) -> None:
    kind = question.get("kind", "event")
    forms = [form for form in FORMS if form in ruling]
    if len(forms) != 1 or ("high" in ruling) != ("low" in ruling):
        message = f"a ruling says one thing: {', '.join(FORMS)} (with high); correct it"
        wrong.append((path, message))
        return
    if FORMS[forms[0]] not in (kind, None):
        message = f'"{forms[0]}" does not answer a question of the kind {kind}; correct it'
        wrong.append((f"{path}.{forms[0]}", message))
        return
    for name in ("on", "on_latest"):
        _past(ruling, name, f"{path}.", context.today.isoformat(), wrong)
    if ruling.get("not_by", "") >= context.today.isoformat():
        message = f"{ruling['not_by']} is not over; rule on a day that has passed"
        wrong.append((f"{path}.not_by", message))
    _in_order(ruling, "on", "on_latest", f"{path}.on_latest", wrong)
    if "low" in ruling and Decimal(ruling["low"]) > Decimal(ruling["high"]):
        wrong.append((f"{path}.low", f"{ruling['low']} is above {ruling['high']}; swap them"))
    for option in (*ruling.get("not_options", ()), *filter(None, [ruling.get("option")])):
        _option(option, question.get("options", ()), path, wrong)
