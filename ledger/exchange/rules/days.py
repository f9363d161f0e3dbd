"""Days: of statements, deadlines, citations and marks, each in its order and none to come."""

from ledger.exchange.fields import Wrong
from ledger.exchange.rules.shared import Doc, ImportContext, in_order, numbered, past


def check(doc: Doc, context: ImportContext, wrong: Wrong) -> None:
    """Check the days of a document against each other and today, and what proves its marks."""
    today = context.today.isoformat()
    _statement(doc, today, wrong)
    _deadline(doc, wrong)
    _marks(doc, today, wrong)
    for path, citation in numbered(doc, "citations"):
        past(citation, "published", path, today, wrong)
    for path, update in numbered(doc, "updates"):
        _update(doc, update, path, today, wrong)


def _statement(doc: Doc, today: str, wrong: Wrong) -> None:
    made = doc["made_on"]
    if made > today:
        wrong.append(("made_on", f"{made} lies in the future (today is {today}); correct the day"))
    in_order(doc, "made_on", "made_on_latest", "made_on_latest", wrong)


def _deadline(doc: Doc, wrong: Wrong) -> None:
    made = doc["made_on"]
    in_order(doc, "deadline_earliest", "deadline", "deadline_earliest", wrong)
    if "deadline_earliest" in doc and "deadline" not in doc:
        wrong.append(("deadline_earliest", "there is no deadline beside it; add deadline"))
    first = doc.get("deadline_earliest", doc.get("deadline", made))
    if first < made:
        message = f"the deadline {first} lies before the statement of {made}; correct one of them"
        wrong.append(("deadline", message))


def _marks(doc: Doc, today: str, wrong: Wrong) -> None:
    """Refuse a day of taking back that cannot be, and what proves a mark that is not there."""
    retracted = doc.get("retracted", {}).get("on")
    if retracted and not doc["made_on"] <= retracted <= today:
        message = f"{retracted} does not lie between the statement and today; correct the day"
        wrong.append(("retracted.on", message))
    for name in ("void", "vague"):
        if f"{name}_proof" in doc and name not in doc:
            wrong.append((f"{name}_proof", f"it proves nothing here; add {name} with the reason"))


def _update(doc: Doc, update: Doc, path: str, today: str, wrong: Wrong) -> None:
    past(update, "made_on", path, today, wrong)
    in_order(update, "made_on", "made_on_latest", f"{path}made_on_latest", wrong)
    if update["made_on"] < doc["made_on"]:
        message = f"an update cannot be older than the statement of {doc['made_on']}; correct it"
        wrong.append((f"{path}made_on", message))
