"""Parts and the condition: the questions they ask, the answers they accept, their bounds."""

from collections.abc import Iterator, Mapping
from functools import partial

from ledger.core import answers
from ledger.core.bounds import Bounded, circular
from ledger.exchange.fields import Wrong
from ledger.exchange.rules.shared import Doc, ImportContext, ask, in_order, known_option, numbered


def check(doc: Doc, context: ImportContext, wrong: Wrong) -> dict[str, Doc]:
    """Check the parts of a document; return its questions by key, as they stand or are new."""
    asked = _asked(doc, context, wrong)
    for path, part in parts(doc):
        _part(part, path, asked, wrong)
    _within(doc, wrong)
    _denied(doc, wrong)
    _circles(doc, wrong)
    return asked


def parts(doc: Doc) -> Iterator[tuple[str, Doc]]:
    """Yield the path and the document of each part, the condition last."""
    for n, part in enumerate(doc.get("parts", ()), 1):
        yield f"parts[{n}]", part
    if "given" in doc:
        yield "given", doc["given"]


def _within(doc: Doc, wrong: Wrong) -> None:
    """Refuse a part that runs past the deadline of the whole: they contradict each other."""
    for path, part in numbered(doc, "parts"):
        if part.get("until", "") > doc.get("deadline", "9"):
            message = f"{part['until']} lies past the deadline {doc['deadline']} of the forecast"
            wrong.append((f"{path}until", f"{message}; correct one of them"))


def _denied(doc: Doc, wrong: Wrong) -> None:
    """Refuse to deny a claim that is its own question: what is accepted would stay as it is."""
    if doc.get("negated") and "parts" not in doc:
        message = "the claim is what is asked here; name the question and negated in parts"
        wrong.append(("negated", message))


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


def _asked(doc: Doc, context: ImportContext, wrong: Wrong) -> dict[str, Doc]:
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
        ask(partial(answers.options, options), f"{path}.options", wrong)
    if doc.get("kind") != "choice" and options:
        wrong.append((f"{path}.options", 'only a choice has options; set kind to "choice"'))
    return known or doc


def _part(part: Doc, path: str, asked: Mapping[str, Doc], wrong: Wrong) -> None:
    in_order(part, "after", "after_latest", f"{path}.after_latest", wrong)
    in_order(part, "until_earliest", "until", f"{path}.until_earliest", wrong)
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
    ask(partial(answers.interval, part), path, wrong)
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
        known_option(option, known, f"{path}.options", wrong)
