"""From a request to the document of a forecast: every word read, every rule checked.

The document is what the journal keeps. It holds days and not phrases to be read again,
so that a later version that reads words better leaves old records as they are.
"""

import datetime as dt
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from ledger.book import lookup, numbers, parts, polarity, whens
from ledger.book.days import publication_day, statement_day
from ledger.book.lookup import Named
from ledger.book.requests import Accepts, NewCitation, NewForecast
from ledger.core import answers, checks, deadlines
from ledger.core.deadlines import Calendar, Window
from ledger.core.objects import without_empty
from ledger.errors import InputError

DEADLINE = ("deadline", "deadline_earliest", "deadline_phrase", "deadline_rule", "deadline_note")
_LAST = "the last deadline of its parts"


@dataclass(frozen=True, slots=True)
class Draft:
    """A document ready to be recorded, and what the reply tells about how it was read."""

    doc: dict[str, Any]
    reading: str
    notes: tuple[str, ...]
    said: str | None = None  # how the day of saying was read, where it was not given as a day


@dataclass(frozen=True, slots=True)
class Drafting:
    """What is at hand when a document is written."""

    con: sqlite3.Connection
    today: dt.date
    calendar: Calendar
    ask: bool = False
    amending: bool = False  # what stands was agreed on when it was recorded


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a request as far as it names them: of publication, of saying, the deadline."""

    published: str | None = None
    made: Window | None = None
    deadline: str | None = None
    deadline_phrase: str | None = None


def draft(drafting: Drafting, new: NewForecast) -> Draft:
    """Return the document of a new forecast, or refuse the request."""
    key = checks.key(new.key) if new.key else secrets.token_hex(8)
    claim = checks.claim(_needed(new.claim, "a claim", "say what will happen"))
    said_by = checks.name(_needed(new.by, "a forecaster", "say who, with --by NAME"), "forecaster")
    by = lookup.known_name(drafting.con, "forecaster", said_by)
    cited = citation(new.citation, drafting) if new.citation else None
    made, said = _made(drafting, new, cited)
    when = _when(drafting, new, claim, made)
    asked = checks.claim(claim if new.accepts != Accepts() else when.claim or claim)  # "in July"
    side = polarity.side(new, claim, asked, turned=when.turned, stands=drafting.amending)
    doc = {
        "key": key, "claim": side.claim, "forecaster": _forecaster(new, by), **_days(made),
        **{k: v for k, v in when.fields.items() if k in DEADLINE}, **statement(new),
        **_parts(drafting, new, key, made, when, side), **_extras(drafting, new),
        "citations": [cited] if cited else [],
    }  # fmt: skip
    notes = [*_side_notes(new, asked, side), *_first_notes(new, when)]
    notes += [*_name_notes(new, said_by, by, cited)]
    notes += _kind_notes(drafting.con, by, doc["forecaster"].get("kind"))
    whole = complete(within(doc))
    last = whole.get("deadline")
    reading = when.reading if last == when.fields.get("deadline") else f"{last}: {_LAST}"
    return Draft(whole, reading, (*notes, *when.notes), said)


def days(drafting: Drafting, new: NewForecast) -> Days:
    """Read the citation and the days of a request that may lack the rest, or refuse them."""
    cited = citation(new.citation, drafting) if new.citation else {}
    published = cited.get("published")
    if new.citation and not (published or new.made):
        return Days()
    made, _ = _made(drafting, new, cited or None)
    fields = _when(drafting, new, new.claim, made).fields if new.claim else {}
    return Days(published, made, fields.get("deadline"), fields.get("deadline_phrase"))


def within(doc: dict[str, Any]) -> dict[str, Any]:
    """Return a document, or refuse a part that runs past the deadline of the whole."""
    for n, part in enumerate(doc["parts"], 1):
        if part.get("until", "") > doc.get("deadline", "9"):
            raise InputError(
                f"part {n} runs until {part['until']}, past the deadline {doc['deadline']}; "
                f"correct the part, or write --deadline {part['until']}"
            )
    return doc


def complete(doc: dict[str, Any]) -> dict[str, Any]:
    """Return a document without what is empty.

    When all its parts have a deadline of their own, the last of them is the forecast's.
    """
    ends = [part.get("until") for part in doc["parts"]]
    if all(ends) and doc.get("deadline") != max(ends):
        doc = {**doc, **dict.fromkeys(DEADLINE), "deadline": max(ends)}  # not as it was worded
    return without_empty({**doc, "negated": None}) | answers.side_apart(doc)


def _side_notes(new: NewForecast, said: str, side: polarity.Side) -> list[str]:
    """Tell what is asked where --not took the place of a denial in the words of the claim."""
    if side.text == said or new.question or new.all_of or new.any_of:
        return []
    return [f'worded as what --not denies: "{side.text}"']


def _first_notes(new: NewForecast, when: whens.Deadline) -> list[str]:
    """Tell that the first day of "between 2018 and 2020" counts only where --after says so."""
    day = when.first_named
    if day is None or new.after or new.accepts != Accepts():
        return []
    before = day - dt.timedelta(days=1)
    return [f"earlier than {day} counts too; write --after {before} if it should not"]


def _name_notes(new: NewForecast, said_by: str, by: str, cited: dict[str, Any] | None) -> list[str]:
    """Tell which names were taken as the book has them, and why a forecast is not scored."""
    notes = [] if said_by == by else [f'"{said_by}" is in the book as {by}']
    outlet = new.citation and checks.name(new.citation.source or "")
    if cited and cited["source"] != outlet:
        notes.append(f'"{outlet}" is in the book as {cited["source"]}')
    return [*notes, *([f"kept as vague: {new.vague}"] if new.vague else [])]


def _kind_notes(con: sqlite3.Connection, name: str, kind: str | None) -> list[str]:
    """Tell that a kind given here does not change the one on record."""
    found = con.execute("SELECT kind FROM forecaster WHERE name = ?", (name,)).fetchone()
    if not found or kind in (None, found[0]):
        return []
    fix = f'`ledger forecaster edit "{name}" --kind {kind}` changes that'
    return [f"{name} is on record as {found[0]}; {fix}"]


def citation(new: NewCitation, drafting: Drafting) -> dict[str, Any]:
    """Return the document of a citation, or refuse it."""
    if not new.source:
        raise InputError("a citation needs its outlet; say which with --source OUTLET")
    published = None
    if new.published:
        published = str(publication_day(new.published, drafting.today, drafting.calendar))
    return without_empty({
        "source": lookup.known_name(drafting.con, "source", checks.name(new.source, "source")),
        "published": published,
        "title": new.title and checks.line(new.title, "title"),
        "url": new.url and checks.address(new.url),
        "quote": new.quote and checks.text(new.quote, "quote"),
        "via": new.via and checks.name(new.via, "via"), "own_voice": new.own_voice or None,
    })  # fmt: skip


def statement(new: NewForecast) -> dict[str, Any]:
    """Return the number, the words or the distribution of a statement."""
    if new.probability is not None and new.phrase is not None:
        raise InputError("give --probability or --phrase: a number if one was said, else words")
    stated = None if new.probability is None else checks.probability(new.probability)
    phrase = new.phrase and checks.line(new.phrase, "phrase")
    spread = numbers.spread(new.accepts)
    said = {"probability": stated, "phrase": phrase, "spread": spread}
    answers.said_once(said)
    answers.not_denied(said, new.negated)
    return said


def _made(
    drafting: Drafting, new: NewForecast, cited: dict[str, Any] | None
) -> tuple[Window, str | None]:
    """Return the day of the statement: --made, else the day of publication, else today."""
    if new.made:
        return said_on(drafting, new.made, (cited or {}).get("published"))
    if cited is None:
        return Window(drafting.today, drafting.today), f"said today, {drafting.today}"
    if "published" not in cited:
        raise InputError("a forecast read somewhere needs a day; give --made or --published")
    published = statement_day(cited["published"], drafting.today, drafting.calendar, "--published")
    return published, f"said on {published.latest}, the day of publication"


def said_on(
    drafting: Drafting, text: str, published: str | None, what: str = "--made"
) -> tuple[Window, str | None]:
    """Read WHEN something was said; words count from the day that an outlet printed them.

    What today would have made of them is another day: then the reading is told.
    """
    told = dt.date.fromisoformat(published) if published else None
    day = statement_day(text, drafting.today, drafting.calendar, what, told)
    read = (
        deadlines.read_when(text, at, drafting.calendar)
        for at in (drafting.today, told or drafting.today)
    )
    if len(set(read)) == 1:
        return day, None
    days = day.earliest if day.earliest == day.latest else f"{day.earliest}..{day.latest}"
    return day, f'said {days}: "{checks.shown(text)}" as of {told}, the day of publication'


def _when(drafting: Drafting, new: NewForecast, claim: str, made: Window) -> whens.Deadline:
    if new.deadline is None:
        return whens.hinted(drafting.con, claim, whens.deadline_in(claim, made, drafting.calendar))
    hanging = whens.hanging(drafting.con, new.deadline, claim)
    if hanging:
        return hanging
    read = whens.deadline(new.deadline, made, drafting.calendar)
    said = whens.said_in(claim, made, drafting.calendar)
    same = said is not None and str(said) == read.fields.get("deadline")
    return replace(
        read, claim=whens.without_deadline(claim, made, drafting.calendar) if same else claim
    )


def _parts(
    drafting: Drafting,
    new: NewForecast,
    key: str,
    made: Window,
    when: whens.Deadline,
    side: polarity.Side,
) -> dict[str, Any]:
    limits = dict(when.fields.get("relative", {}))
    first = when.fields["deadline"] if when.fields.get("on_day") else when.fields.get("first_day")
    if first:
        limits["after"] = first
    if new.after:
        relative = whens.bound(drafting.con, new.after, "after")
        limits |= relative or whens.first_day_after(new.after, made, drafting.calendar)
    context = parts.Context(drafting.con, key, made, drafting.calendar, new, drafting.ask)
    if not drafting.amending and new.vague is None:
        polarity.committed(new.phrase)
    return parts.of(context, side.text, side.negated, limits)


def _extras(drafting: Drafting, new: NewForecast) -> dict[str, Any]:
    links = [("revises", new.revises), ("counters", new.counters)]
    return {
        "vague": None if new.vague is None else checks.line(new.vague, "reason for --vague"),
        "tags": list(dict.fromkeys(_tags(drafting, new.tags))),
        "note": new.note and checks.text(new.note, "note"),
        "links": [{"kind": kind, "key": _key_of(drafting.con, n)} for kind, n in links if n],
    }


def _tags(drafting: Drafting, tags: Iterable[str]) -> Iterator[str]:
    """Yield tags as the book has them, each once: case makes no other tag.

    A correction stands as it is written, so that a spelling can be put right.
    """
    met: dict[str, str] = {}
    for tag in (checks.name(tag, "tag") for tag in tags):
        known = tag if drafting.amending else lookup.known_tag(drafting.con, tag)
        yield met.setdefault(tag.casefold(), known)


def _key_of(con: sqlite3.Connection, named: Named) -> str:
    sql = "SELECT key FROM forecast WHERE id = :id"
    return str(con.execute(sql, {"id": lookup.forecast(con, named)}).fetchone()[0])


def _forecaster(new: NewForecast, name: str) -> dict[str, Any]:
    kind = new.forecaster_kind
    kind = kind and checks.one_of(kind, checks.FORECASTER_KINDS, "kind")
    role = new.role and checks.label(new.role, "role")
    return without_empty({"name": name, "kind": kind, "role": role})


def _days(made: Window) -> dict[str, str]:
    return {"made_on": made.earliest.isoformat(), "made_on_latest": made.latest.isoformat()}


def _needed(value: str | None, what: str, fix: str) -> str:
    if value is None or not value.strip():
        raise InputError(f"a forecast needs {what}; {fix}")
    return value
