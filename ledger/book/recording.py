"""Recording: add, cite, update, amend, retract, strike. Validate, then one entry each."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ledger.book import amending, lookup, questions, reading, repeats, undecided
from ledger.book.days import statement_day
from ledger.book.documents import Days, Draft, Drafting, citation, days, draft, said_on, statement
from ledger.book.lookup import Named
from ledger.book.requests import NewCitation, NewForecast, NewUpdate
from ledger.core import checks, counting, reports, wording
from ledger.core.chain import canonical
from ledger.core.deadlines import Window
from ledger.errors import ConflictError, InputError
from ledger.lazy import lazy
from ledger.store import queries
from ledger.store.journal import writing
from ledger.store.queries import rows

if TYPE_CHECKING:
    from ledger.book.ledger import Ledger
    from ledger.core import lexicons
else:
    lexicons = lazy("ledger.core.lexicons")


def add(
    book: "Ledger", new: NewForecast, today: dt.date, *, ask: bool = False, again: bool = False
) -> reports.Added:
    """Record a forecast; one that is recorded already under the same key is given back.

    SameForecastError: the same statement stands under another key; where it is meant `again` it
    is recorded, and `repeats` of the reply names the one that stands.
    """
    made = draft(drafting(book, today, ask=ask), new)
    _carried_later(made.doc)
    with writing(book.con, book.clock) as journal:
        known = _known(book, made.doc) if new.key else None
        same = None if known else repeats.forecast(book.con, made.doc, refuse=not again)
        number = known or journal.new_forecast(made.doc)
        if known is None:
            undecided.check(journal, [number], "correct --after or --deadline", new=True)
    added = _added(book, number, made, today, new=known is None, dated=new.after is not None)
    return added if same is None else _repeating(added, same)


def check(book: "Ledger", new: NewForecast, today: dt.date) -> None:
    """Refuse the words that `add` would refuse, and record nothing: to tell while one types."""
    draft(drafting(book, today), new)


def read_days(book: "Ledger", new: NewForecast, today: dt.date) -> Days:
    """Read the days of a request that is still being typed."""
    return days(drafting(book, today), new)


def cite(book: "Ledger", forecast: Named, new: NewCitation, today: dt.date) -> reports.Shown:
    """Record that another outlet carried a forecast."""
    shown = reading.shown(book.con, _standing(book, forecast), today)
    doc = citation(new, drafting(book, today))
    repeats.citation(shown, doc)
    _carried_later({"made_on": str(shown.forecast.made_on), "citations": [doc]})
    return _record(book, "citation", shown.forecast.id, doc, today)


def update(
    book: "Ledger",
    forecast: Named,
    new: NewUpdate,
    today: dt.date,
) -> reports.Shown:
    """Record a later statement of the same claim."""
    number = _standing(book, forecast)
    if new.probability is None and new.phrase is None:
        raise InputError("an update needs --probability P or --phrase WORDS")
    said = statement(NewForecast(probability=new.probability, phrase=new.phrase))
    _still_committed(new)
    day = Window(today, today)
    if new.made:
        day = statement_day(new.made, today, book.settings.calendar(), "--made")
    shown = reading.shown(book.con, number, today)
    if shown.spread:
        raise InputError(
            f"forecast {number} is a distribution, which one number does not change; record the "
            f"new one as a forecast of its own, with `ledger add --revises {number}`"
        )
    if day.latest < shown.forecast.made_on:
        raise InputError(
            "an update cannot be older than the forecast of "
            f"{shown.forecast.made_on}; correct --made"
        )
    repeats.update(shown, day, said)
    doc = {"made_on": str(day.earliest), "made_on_latest": str(day.latest), **said}
    return _record(book, "update", number, {k: v for k, v in doc.items() if v}, today)


def _still_committed(new: NewUpdate) -> None:
    """Refuse an update to words that commit to nothing: the claim would be taken back."""
    why = lexicons.why_vague(new.phrase) if new.phrase else None
    if why:
        raise InputError(
            f"{why}; if the forecast was taken back, write `ledger retract`, else give a number "
            "or words that do commit"
        )


def amend(
    book: "Ledger", forecast: Named, new: NewForecast, why: str, today: dt.date
) -> reports.Shown:
    """Put a record right: what is named in the request takes the place of what stood."""
    number = _standing(book, forecast)
    corrected = amending.corrected(drafting(book, today), number, new)
    if new.made or new.citation:
        _carried_later(corrected.doc)
    repeats.amendment(number, amending.standing(book.con, number), corrected.doc)
    doc = {"forecast": corrected.doc, "why": checks.line(why, "reason")}
    with writing(book.con, book.clock) as journal:
        journal.record("amend", doc, about=f"f{number}")
        if corrected.question:
            asked, text = corrected.question
            journal.record("question", {"set": {"text": text}}, about=f"q{asked}")
        undecided.check(journal, [number], "correct --after or --deadline")
    return reading.shown(book.con, number, today)


def retract(
    book: "Ledger", forecast: Named, on: str, source: NewCitation | None, today: dt.date
) -> reports.Shown:
    """Record that the forecaster took a forecast back."""
    number = _standing(book, forecast)
    at = drafting(book, today)
    where = {"source": citation(source, at)} if source else {}
    printed = where.get("source", {}).get("published")
    day, _ = said_on(at, on, printed, "--on")
    if day.earliest != day.latest:
        raise InputError(
            f'--on "{checks.shown(on)}" is more than one day; write the day, as in {day.latest}'
        )
    if printed and printed < str(day.earliest):
        raise InputError(
            f"what is printed on {printed} is older than the retraction of {day.earliest}; "
            "correct --published or --on"
        )
    if day.latest < reading.shown(book.con, number, today).forecast.made_on:
        raise InputError("a forecast cannot be taken back before it was made; correct --on")
    return mark(book, number, {"retracted": {"on": str(day.latest), **where}}, today)


def mark(book: "Ledger", forecast: Named, doc: dict[str, Any], today: dt.date) -> reports.Shown:
    """Mark one forecast: struck, void or vague with a reason, or retracted."""
    checked = {k: checks.line(v, "reason") if isinstance(v, str) else v for k, v in doc.items()}
    number = lookup.forecast(book.con, forecast) if "struck" in doc else _standing(book, forecast)
    shown = reading.shown(book.con, number, today)
    repeats.mark(book.con, shown, checked)
    return _record(book, "mark", number, checked, today)


def _carried_later(doc: dict[str, Any]) -> None:
    """Refuse a citation older than the statement: no outlet carries what is yet to be said."""
    for cited in doc.get("citations") or ():
        if cited.get("published", "9") < doc["made_on"]:
            raise InputError(
                f"{cited['source']} of {cited['published']} is older than the statement of "
                f"{doc['made_on']}; correct --published or --made"
            )


def _standing(book: "Ledger", forecast: Named) -> int:
    """Return the number of a forecast that was not struck."""
    number = lookup.forecast(book.con, forecast)
    repeats.struck(book.con, number)
    return number


def drafting(book: "Ledger", today: dt.date, *, ask: bool = False) -> Drafting:
    """Return what documents are written with."""
    return Drafting(book.con, today, book.settings.calendar(), ask)


def _record(
    book: "Ledger", kind: str, number: int, doc: dict[str, Any], today: dt.date
) -> reports.Shown:
    with writing(book.con, book.clock) as journal:
        journal.record(kind, doc, about=f"f{number}")
    return reading.shown(book.con, number, today)


def _known(book: "Ledger", doc: dict[str, Any]) -> int | None:
    """Return the forecast with this key; refuse when it says something else."""
    found = book.con.execute(
        "SELECT f.id, e.body FROM forecast f JOIN entry e ON e.seq = f.entry WHERE f.key = :key",
        {"key": doc["key"]},
    ).fetchone()
    if found is None:
        return None
    if json.loads(found[1]) != json.loads(canonical(doc)):
        raise ConflictError(
            f'key "{doc["key"]}" is forecast {found[0]}, which says something else; '
            "use `ledger amend` to correct it or another key"
        )
    return int(found[0])


def _added(
    book: "Ledger", number: int, made: Draft, today: dt.date, *, new: bool, dated: bool
) -> reports.Added:
    row = reading.row(book.con, number, today)
    asked = book.con.execute(
        "SELECT question_id FROM part WHERE forecast_id = ? ORDER BY n", (number,)
    )
    stored = next(rows(book.con, queries.FORECAST, id=number))
    parts = questions.parts(book.con, number, stored)
    return reports.Added(
        number, row.key, row.claim, row.forecaster, row.made_on, row.made_on_latest,
        row.deadline, row.deadline_earliest, made.reading,
        tuple(f"q{q}" for (q,) in asked), made.notes, new, row.negated,
        _accepts(parts, stored["joined"], made.doc.get("spread") or {}, dated=dated), made.said,
        forecast=row,
    )  # fmt: skip


def _repeating(added: reports.Added, same: int) -> reports.Added:
    """Tell that a forecast says what another one says, and what to do if it is one statement."""
    note = (
        f"forecast {same} says the same; if it is one statement, `ledger strike {added.id} "
        f'--why "twice"` and `ledger cite {same} --source OUTLET`'
    )
    return replace(added, notes=(*added.notes, note), repeats=same)


def _accepts(
    parts: Sequence[reports.PartShown], join: str, spread: Mapping[str, Any], *, dated: bool
) -> tuple[str, ...]:
    """Say what a forecast accepts, where its claim and its deadline do not say it all.

    `dated`: a first day was named.
    """
    if len(parts) == 1:
        (only,) = parts
        said = wording.accepting(only)
        if "options" in spread and counting.takes_side(spread):
            return (f"{said}: {wording.shares(spread)}",)
        return (said,) if dated or only.kind != "event" else ()
    ordered = sorted(parts, key=lambda part: part.n or len(parts))
    before = {1: "", 0: "if "}
    more = "and " if join == "all" else "or "
    return tuple(
        f"{before.get(part.n, more)}{part.question}: {part.text}, {wording.accepting(part)}"
        for part in ordered
    )
