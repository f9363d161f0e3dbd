"""Flat rows, one forecast each, as data sets and spreadsheets have them.

`claim`, `forecaster` and `made_on` are needed. `happened` answers the question in its
positive form, whatever was predicted: "yes" needs `happened_on`, "no" means that it had not
happened by the deadline. Rows with the same claim and deadline ask the same question, so that
a panel of forecasters is a panel; `question` names one instead. Rows that say the same of who
said what when are one forecast, carried by several outlets.
"""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from ledger.core import checks
from ledger.core.chain import canonical
from ledger.core.deadlines import Calendar, Reading, Window, read_deadline
from ledger.core.denials import denial, unquoted_denial
from ledger.core.lexicons import denies, why_vague
from ledger.core.plain import content_key
from ledger.errors import InputError
from ledger.exchange import documents, fields, rules, spans
from ledger.exchange.documents import DAY, KEY, NOTE, PROBABILITY, QUESTION_KEY, Doc
from ledger.exchange.fields import Wrong
from ledger.exchange.rules import ImportContext


def _line(what: str) -> fields.Checker:
    return fields.text(lambda text: checks.line(text, what))


def _name(what: str) -> fields.Checker:
    return fields.text(lambda text: checks.name(text, what))


def _label(what: str) -> fields.Checker:
    return fields.text(lambda text: checks.label(text, what))


def _flag(value: Any, path: str, wrong: Wrong) -> bool | None:
    """Read yes or no, true or false, 1 or 0; no is not kept."""
    return _answer(value, path, wrong) == "yes" or None


def _answer(value: Any, path: str, wrong: Wrong) -> str | None:
    """Read yes or no, true or false, 1 or 0; return yes or no."""
    found = fields.YES.get(str(value).strip().lower())
    if found is None:
        wrong.append(
            (
                path,
                f'"{checks.shown(str(value))}" is neither yes nor no: write one, or leave it out',
            )
        )
        return None
    return "yes" if found else "no"


def _tags(value: Any, path: str, wrong: Wrong) -> Any:
    """Read a list of tags, or tags with semicolons between them."""
    if isinstance(value, str):
        value = [tag for tag in value.split(";") if tag.strip()]
    return fields.many(documents.TAG)(value, path, wrong)


def _addresses(value: Any, path: str, wrong: Wrong) -> Any:
    """Read a list of addresses, or a cell with several."""
    if isinstance(value, str):
        return fields.text(checks.addresses)(value, path, wrong) or None
    return fields.many(documents.ADDRESS)(value, path, wrong)


NEEDED = ("claim", "forecaster", "made_on")
ROW = fields.record({
    "key": KEY, "claim": fields.text(checks.claim), "forecaster": _name("forecaster"),
    "role": _label("role"),
    "forecaster_kind": fields.word(checks.FORECASTER_KINDS, "kind of forecaster"),
    "made_on": DAY, "made_on_latest": DAY, "deadline": _line("deadline"),
    "deadline_earliest": DAY, "deadline_phrase": _line("deadline"),
    "deadline_rule": _line("reading"), "deadline_note": _line("reading"),
    "probability": PROBABILITY, "phrase": _line("phrase"), "negated": _flag,
    "question": QUESTION_KEY, "question_text": _line("question"),
    "source": _name("source"), "title": _line("title"), "url": documents.ADDRESS,
    "published_on": DAY, "quote": fields.text(lambda text: checks.text(text, "quote")),
    "via": _name("via"), "own_voice": _flag, "tags": _tags,
    "happened": _answer, "happened_on": DAY,
    "happened_on_latest": DAY, "evidence": _addresses, "note": NOTE,
}, NEEDED)  # fmt: skip

CITATION = {"source": "source", "title": "title", "url": "url", "published_on": "published",
            "quote": "quote", "via": "via", "own_voice": "own_voice"}  # fmt: skip
_SAME = ("claim", "made_on", "made_on_latest", "deadline", "deadline_earliest",
         "deadline_phrase", "deadline_rule", "deadline_note", "probability",
         "phrase", "tags", "note")  # fmt: skip
# Where a rule names a field of the document, the problem names the column of the row.
_COLUMNS = {
    "rulings[1].on": "happened_on", "rulings[1].on_latest": "happened_on_latest",
    "rulings[1].not_by": "happened", "citations[1].published": "published_on",
    "parts[1].question.text": "question", "parts[1].question.kind": "question",
}  # fmt: skip


def is_flat(raw: Mapping[str, Any]) -> bool:
    """Say whether a row is flat: its forecaster is a name and no object."""
    return not isinstance(raw.get("forecaster"), dict) and "parts" not in raw


def read(raw: Mapping[str, Any], context: ImportContext, wrong: Wrong) -> Doc:
    """Return the document of a flat row; what is wrong with it joins `wrong`."""
    given = {name: value for name, value in raw.items() if value != ""}
    spans.said(given, context.today, wrong)
    row = ROW(given, "", wrong)
    if wrong and not _stand_ins(row, wrong):
        return {}
    missing = list(wrong)
    _named(row, context)
    _deadline(row, context.calendar, wrong)
    _combined(row, wrong)
    _polarity(row, wrong, said=raw.get("negated") not in {None, ""})
    if wrong != missing:  # what is wrong with the statement alone is told all the same
        row = {name: row[name] for name in NEEDED}
    doc = documents.complete(document(row))
    found: Wrong = []
    rules.check(doc, context, found)
    wrong.extend((_COLUMNS.get(path, path), message) for path, message in found)
    return doc


def _named(row: Doc, context: ImportContext) -> None:
    """Give forecaster and outlet the names that the book has for them."""
    row["forecaster"] = context.forecaster(row["forecaster"])
    if "source" in row:
        row["source"] = context.source(row["source"])


def _stand_ins(row: Doc, wrong: Wrong) -> bool:
    """Stand in for a missing claim or forecaster, so that what else is wrong is found as well."""
    missing = [name for name in ("claim", "forecaster") if name not in row]
    if "made_on" not in row or [path for path, _ in wrong] != missing:
        return False
    row.update(dict.fromkeys(missing, "?"))
    return True


def document(row: Doc) -> Doc:
    """Return the document of a row whose fields have been checked."""
    forecaster = {"name": row["forecaster"], "role": row.get("role"),
                  "kind": row.get("forecaster_kind")}  # fmt: skip
    doc = {name: row[name] for name in _SAME if name in row}
    doc["key"] = forecast_key(row)
    why = why_vague(row.get("phrase")) if "probability" not in row else None
    if why:
        doc["vague"] = why
    doc["forecaster"] = {name: value for name, value in forecaster.items() if value}
    key = question_key(row)
    part: Doc = {"question": {"key": key, "text": row.get("question_text", row["claim"])}}
    if row.get("negated"):
        part["negated"] = True
    doc["parts"] = [part]
    if "source" in row:
        doc["citations"] = [{new: row[old] for old, new in CITATION.items() if old in row}]
    if "happened" in row:
        doc["rulings"] = [_ruling(row, key)]
    return doc


def forecast_key(row: Doc) -> str:
    """Return the key of a row: its own, or one from who said what when.

    Outlets and answers come later, and more than one of them: they are no part of it.
    """
    if "key" in row:
        return str(row["key"])
    said = [row.get(name, "") for name in _SAID]
    return content_key(canonical([*said, bool(row.get("negated")), row.get("question", "")]))


_SAID = ("claim", "forecaster", "made_on", "made_on_latest", "deadline", "deadline_earliest",
         "probability", "phrase")  # fmt: skip


def question_key(row: Doc) -> str:
    """Return the key of a row's question: its own, or one from claim and deadline."""
    if "question" in row:
        return str(row["question"])
    names = ("claim", "deadline", "deadline_earliest")
    return content_key(canonical([row.get(name, "") for name in names]))


def _ruling(row: Doc, key: str) -> Doc:
    ruling: Doc = {"question": key}
    if row["happened"] == "yes":
        ruling["on"] = row["happened_on"]
        if "happened_on_latest" in row:
            ruling["on_latest"] = row["happened_on_latest"]
    else:
        ruling["not_by"] = row["deadline"]
    if "evidence" in row:
        ruling["evidence"] = [{"url": url} for url in row["evidence"]]
    return ruling


_TOO_OLD = (
    "what is printed on {published_on} is older than the statement of {made_on}; correct one of "
    "them"
)


def _combined(row: Doc, wrong: Wrong) -> None:
    """Check the fields of a row that need one another."""
    for name in CITATION:
        if name in row and "source" not in row:
            wrong.append((name, f"{name} needs an outlet; add source"))
    if "question_text" not in row and row.get("published_on", "9") < row["made_on"]:
        wrong.append(("published_on", _TOO_OLD.format_map(row)))
    for name in ("happened_on", "happened_on_latest", "evidence"):
        if name in row and "happened" not in row:
            wrong.append((name, f'{name} needs an answer; add happened ("yes" or "no")'))
    answer = row.get("happened")
    if answer == "yes" and "happened_on" not in row:
        wrong.append(("happened_on", '"yes" needs the day it happened; add happened_on'))
    if answer == "no" and "happened_on" in row:
        wrong.append(("happened_on", '"no" has no day; leave happened_on out'))
    if answer == "no" and "deadline" not in row:
        wrong.append(("deadline", '"no" means not by the deadline; add one, or leave happened out'))


def _polarity(row: Doc, wrong: Wrong, *, said: bool) -> None:
    """Ask, as `ledger add` does, where words leave it open whether something will not happen.

    A row that words its question apart from its claim, as `ledger export` does, says it all.
    """
    word = None if "question_text" in row else denial(row["claim"])
    twice = unquoted_denial(row["claim"]) if word and row.get("negated") else None
    if twice:
        message = (
            f'"{twice}" in the claim: with negated "yes" it is denied twice; word it positively, '
            "or put words that belong to a name in quotation marks"
        )
        wrong.append(("negated", message))
    elif word and not said:
        message = (
            f'"{word}" in the claim: is the forecast that something does not happen? If so word '
            'it positively with negated "yes", else write negated "no"'
        )
        wrong.append(("negated", message))
    elif not said and denies(_words_alone(row), negated=False):
        message = (
            f'the phrase "{row["phrase"]}" denies: is the forecast that it does not happen? '
            'If so write negated "yes" and keep the words, else negated "no"'
        )
        wrong.append(("negated", message))


def _words_alone(row: Doc) -> str | None:
    """Return the hedge words where nothing else tells the side; a number beside them does."""
    told = "question_text" in row or "probability" in row
    return None if told else row.get("phrase")


_NO_DAY = "write year-month-day, or leave it empty and put the words into deadline_phrase"


def _deadline(row: Doc, calendar: Calendar, wrong: Wrong) -> None:
    """Read a deadline in words; a day stays as it is, and "none" says that there is none."""
    words = row.get("deadline")
    if words is None or words.casefold() == "none":
        row.pop("deadline", None)
        return
    try:
        row["deadline"] = checks.iso_day(words).isoformat()
    except InputError:
        reading = _reading(words, row["made_on"], row.get("made_on_latest"), calendar)
        if reading is None or reading.deadline is None:
            why = reading.problem if reading else ""
            cannot = f'cannot read "{checks.shown(words)}" as a deadline'
            wrong.append(("deadline", f"{cannot}{why and ': '}{why}; {_NO_DAY}"))
            return
        row["deadline_phrase"] = row.get("deadline_phrase", words)
        row["deadline"] = reading.deadline.isoformat()
        if reading.earliest and reading.earliest != reading.deadline:
            first = max(reading.earliest.isoformat(), row["made_on"])
            row.setdefault("deadline_earliest", first)


@lru_cache(maxsize=10_000)
def _reading(words: str, first: str, last: str | None, calendar: Calendar) -> Reading | None:
    window = Window(dt.date.fromisoformat(first), dt.date.fromisoformat(last or first))
    return read_deadline(words, window, calendar)
