"""Rulings: each one answer, of the kind that its question asks for, known by now."""

from collections.abc import Mapping
from decimal import Decimal

from ledger.core.rulings import FORMS
from ledger.exchange.fields import Wrong
from ledger.exchange.rules.shared import Doc, ImportContext, in_order, known_option, past


def check(doc: Doc, asked: Mapping[str, Doc], context: ImportContext, wrong: Wrong) -> None:
    """Check the rulings of a document against the questions that it asks, and today."""
    for n, ruling in enumerate(doc.get("rulings", ()), 1):
        path, question = f"rulings[{n}]", asked.get(ruling["question"])
        if question is None:
            message = (
                f'no part asks the question "{ruling["question"]}"; name one that is asked here'
            )
            wrong.append((f"{path}.question", message))
            continue
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
        past(ruling, name, f"{path}.", context.today.isoformat(), wrong)
    if ruling.get("not_by", "") >= context.today.isoformat():
        message = f"{ruling['not_by']} is not over; rule on a day that has passed"
        wrong.append((f"{path}.not_by", message))
    in_order(ruling, "on", "on_latest", f"{path}.on_latest", wrong)
    if "low" in ruling and Decimal(ruling["low"]) > Decimal(ruling["high"]):
        wrong.append((f"{path}.low", f"{ruling['low']} is above {ruling['high']}; swap them"))
    for option in (*ruling.get("not_options", ()), *filter(None, [ruling.get("option")])):
        known_option(option, question.get("options", ()), path, wrong)
