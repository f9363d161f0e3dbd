"""The parts of a new forecast: which questions it asks, and which answers it accepts."""

import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ledger.book import lookup, numbers, polarity, whens
from ledger.book.requests import Accepts, Condition, NewForecast
from ledger.core import checks, deadlines, wording
from ledger.core.deadlines import Calendar, Window
from ledger.errors import InputError, SameQuestionError

_NOT = re.compile(r"not(?::\s*|\s+)", re.IGNORECASE)
_QUESTION_FIRST = re.compile(rf"{whens.QUESTION}\s*(?P<rest>.*)", re.DOTALL)
_QUARTER = re.compile(r"Q[1-4]")


@dataclass(frozen=True, slots=True)
class Context:
    """What reading the parts of one forecast needs to know."""

    con: sqlite3.Connection
    key: str
    made: Window
    calendar: Calendar
    new: NewForecast
    ask: bool = False


def of(context: Context, text: str, negated: bool, limits: dict[str, Any]) -> dict[str, Any]:
    """Return `join`, `parts`, `negated` and `given` of a forecast's document.

    `text` is the claim without its deadline, `limits` what --after says. A negated
    compound is turned inside out: not (A and B) is not A, or not B.
    """
    new = context.new
    if new.all_of and new.any_of:
        raise InputError("join parts by --all-of or by --any-of; add two forecasts for both")
    texts = new.all_of or new.any_of
    if texts and (new.question or new.accepts != Accepts()):
        raise InputError("--all-of and --any-of name their own questions; leave out the other")
    if not texts:
        doc: dict[str, Any] = {"parts": [_single(context, text, negated, limits)]}
    else:
        parts = [_compound(context, n, part, limits) for n, part in enumerate(texts, 1)]
        _each_once(parts, texts)
        turned = [{**part, "negated": part["negated"] != negated} for part in parts]
        doc = {"parts": turned, "negated": negated,
               "join": "all" if bool(new.all_of) != negated else "any"}  # fmt: skip
    if new.given:
        doc["given"] = _condition(context, new.given)
    return doc


def _condition(context: Context, given: Condition) -> dict[str, Any]:
    try:
        return _part(context, "given", given.what, given.by)
    except InputError as error:
        if not given.by:
            raise
        raise InputError(str(error).replace("--deadline", "--if-by")) from None


def _each_once(parts: Sequence[dict[str, Any]], texts: Sequence[str]) -> None:
    """Refuse the same part twice: it would say no more, and look like two."""
    seen = []
    for part, text in zip(parts, texts, strict=True):
        asked = part["question"]
        same = {**part, "question": str(asked.get("text", asked["key"])).casefold()}
        if same in seen:
            raise InputError(f'the part "{checks.shown(text)}" is named twice; leave out one')
        seen.append(same)


def _single(context: Context, text: str, negated: bool, limits: dict[str, Any]) -> dict[str, Any]:
    new = context.new
    ends, (options, _) = numbers.interval(new.accepts), numbers.chosen(new.accepts)
    spread = numbers.distributed(new.accepts)
    kind = "number" if ends or spread else "choice" if options else "event"
    _fitting(new, kind, several=bool(ends or spread) and bool(options))
    if spread and ends:
        raise InputError("quantiles take no side; leave out --at-least and the like, or add them "
                         "as a forecast of their own")  # fmt: skip
    if spread:
        ends = _outer(new)
    asked = _existing(context, kind) if new.question else _asked(context, text, kind)
    if kind == "event":
        return {"question": asked, "negated": negated, **limits}
    return {"question": asked, "negated": negated, **({"options": options} if options else ends)}


def _fitting(new: NewForecast, kind: str, *, several: bool) -> None:
    """Refuse options that the kind of question has no use for, instead of dropping them."""
    if several:
        raise InputError("a forecast is about a number or about an option; leave out the other")
    if kind != "choice" and (new.accepts.options or new.accepts.ordered):
        raise InputError("--options declares a choice; say with --option which one is forecast")
    if kind != "number" and new.accepts.unit:
        raise InputError("--unit belongs to a number; give --at-least or the like as well")
    if kind != "event" and new.after:
        raise InputError("--after belongs to events; put the period into the claim's words")


def _outer(new: NewForecast) -> dict[str, str]:
    """Accept the numbers between the outer quantiles: what the forecaster takes for likely."""
    values = list(numbers.quantiles(new.accepts).values())
    return {"at_least": values[0], "at_most": values[-1]}


def _existing(context: Context, kind: str) -> dict[str, Any]:
    assert context.new.question is not None  # noqa: S101 - the caller looked
    number = lookup.question(context.con, context.new.question)
    sql = "SELECT key, kind, options FROM question WHERE id = :id"
    key, asks, options = context.con.execute(sql, {"id": number}).fetchone()
    if context.new.criteria or context.new.judge or context.new.accepts.options:
        raise InputError(f"q{number} stands already; change it with `ledger question edit`")
    if asks != kind:
        wanted = {"number": "--at-least or the like", "choice": "--option"}.get(asks, "no number")
        raise InputError(f"q{number} asks for {wording.QUESTION_KINDS[asks]}; give {wanted}")
    for name in _named(context.new.accepts):
        checks.one_of(name, json.loads(options), f"option of q{number}")
    return {"key": key}


def _asked(context: Context, text: str, kind: str, name: str = "") -> dict[str, Any]:
    """Return a new question; where one with the same text stands, ask about it first."""
    new = context.new
    same = lookup.questions_with_text(context.con, text) if context.ask and not name else []
    if same:
        raise SameQuestionError(f'q{same[0]} asks the same: "{text}"', f"q{same[0]}")
    asked: dict[str, Any] = {"key": f"{context.key}{name}", "text": text, "kind": kind}
    if kind == "choice":
        asked["options"] = numbers.declared_options(new.accepts)
        asked["ordered"] = new.accepts.ordered
        for option in _named(new.accepts):
            checks.one_of(option, asked["options"], "option; declare all with --options")
    if new.accepts.unit:
        asked["unit"] = checks.name(new.accepts.unit, "unit")
    if new.criteria:
        asked["criteria"] = checks.line(new.criteria, "criteria")
    if new.judge:
        asked["judge"] = checks.label(new.judge, "judge")
    return {**asked, "new": True}


def _named(accepts: Accepts) -> Iterable[str]:
    """Return the options that were named: accepted, or only given a probability."""
    accepted, spread = numbers.chosen(accepts)
    return spread or accepted


def _compound(context: Context, n: int, text: str, limits: dict[str, Any]) -> dict[str, Any]:
    return {**limits, **_part(context, str(n), text, None)}


def _part(context: Context, name: str, text: str, by: str | None) -> dict[str, Any]:
    """Read one part: TEXT or qN, with "not" in front and its own deadline behind."""
    plain = _NOT.sub("", text.strip(), count=1) if _NOT.match(text.strip()) else text.strip()
    if not plain.strip():
        raise InputError("a part or condition is empty; write what it says, or name a question qN")
    denied = plain != text.strip()
    found = _QUESTION_FIRST.fullmatch(plain)
    if found and _names_one(context, found):
        asked = {"key": _event_key(context.con, found["question"])}
        ends = _until(context, by or found["rest"] or None)
        return {"question": asked, "negated": denied, **ends}
    read = whens.deadline_in(plain, context.made, context.calendar)
    own = _until(context, by) if by else _as_until(read.fields)
    text = checks.claim(plain if by else read.claim or plain)
    if _QUARTER.fullmatch(text) or text == read.fields.get("deadline_phrase"):
        raise InputError(
            f'"{checks.shown(plain)}" says only by when; write what happens, or name a question '
            "as in q4 (Q4 is a quarter)"
        )
    polarity.part(text, denied=denied)
    denied = denied or (read.turned and not by)  # "not before 2021"
    return {"question": _asked(context, text, "event", f".{name}"), "negated": denied, **own}


def _names_one(context: Context, found: re.Match[str]) -> bool:
    """Say whether words that begin as q7 does name that question, and no product or quarter.

    Nothing follows its name but by when; other words are refused where the question stands.
    """
    rest = found["rest"]
    return (
        not rest
        or whens.is_asked(context.con, found["question"])
        or deadlines.read_deadline(rest, context.made, context.calendar) is not None
    )


def _event_key(con: sqlite3.Connection, name: str) -> str:
    """Return the key of a question that can be a part: what it accepts must be days."""
    number = lookup.question(con, name)
    found = con.execute("SELECT key, kind FROM question WHERE id = ?", (number,)).fetchone()
    if found[1] != "event":
        what = wording.QUESTION_KINDS[found[1]]
        raise InputError(f"q{number} asks for {what}; only events can be parts or conditions")
    return str(found[0])


def _until(context: Context, phrase: str | None) -> dict[str, Any]:
    if not phrase:
        return {}
    relative = whens.bound(context.con, phrase, "until")
    if relative:
        return relative
    return _as_until(whens.deadline(phrase, context.made, context.calendar).fields)


def _as_until(fields: dict[str, Any]) -> dict[str, Any]:
    """Return a deadline's fields as those of a part's own deadline."""
    names = {"deadline": "until", "deadline_earliest": "until_earliest"}
    return {names[name]: value for name, value in fields.items() if name in names}
