"""Which forecasts a report counts: names looked up, days read, filters put together."""

import datetime as dt
import json
import sqlite3
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ledger.book import lookup
from ledger.book.requests import ScorecardRequest
from ledger.core import checks
from ledger.errors import InputError, LedgerError, NotFoundError
from ledger.lazy import lazy
from ledger.store.clock import stamp
from ledger.store.score_groups import GROUPINGS
from ledger.store.score_queries import Wanted

if TYPE_CHECKING:
    import zoneinfo

    from ledger.book import prospective
    from ledger.book.ledger import Ledger
    from ledger.store import past
else:
    # They bring the writer.
    prospective, past = lazy("ledger.book.prospective"), lazy("ledger.store.past")
    zoneinfo = lazy("zoneinfo")

PER = tuple(name for name in GROUPINGS if name != "all")


@dataclass(frozen=True, slots=True)
class Selection:
    """The rows to count, the day up to which, and the filters in words for the report.

    `whose` is the one forecaster or source that was asked for, if any.
    """

    wanted: Wanted
    as_of: dt.date
    described: tuple[str, ...]
    whose: str | None = None

    @property
    def per(self) -> str:
        """How the rows are grouped."""
        return self.wanted.per

    @property
    def voiced(self) -> bool:
        """Whether what an outlet carried and what it said itself are told apart."""
        return GROUPINGS[self.per].voice != "0"

    def field(self) -> "Selection":
        """Return the same without the filter that names the one row asked for."""
        named = self.per if self.per in {"forecaster", "source"} else ""
        filters = tuple(name for name in self.wanted.filters if name != named)
        return self.rewritten(filters=filters)

    def own_voices(self) -> Wanted:
        """Return what each outlet said itself."""
        return replace(self.wanted, filters=(*self.wanted.filters, "own_voice"))

    def everyone(self) -> Wanted:
        """Return the same forecasts as one group, each once."""
        filters = [*self.wanted.filters]
        if self.per in {"source", "article"} and "source" not in filters:
            filters.append("cited")
        return replace(self.wanted, per="all", filters=tuple(filters))

    def own_voice(self) -> Wanted:
        """Return what outlets said themselves, as one group, each forecast once."""
        everyone = self.everyone()
        return replace(everyone, filters=(*everyone.filters, "own_voice"))

    def rewritten(self, **changes: Any) -> "Selection":
        """Return the same selection with other words, scores or statements."""
        return replace(self, wanted=replace(self.wanted, **changes))


def select(con: sqlite3.Connection, asked: ScorecardRequest, today: dt.date) -> Selection:
    """Read a request; refuse names that are unknown or fit several, and days that are none."""
    asked = named(con, asked)
    as_of = _as_of(asked.as_of, today)
    per = _per(asked)
    values: dict[str, Any] = {"as_of": str(as_of)}
    words: list[str] = []
    name = None
    if asked.by is not None:
        values["forecaster"], name = lookup.forecaster(con, asked.by)
        words.append(f"by {name}")
    if asked.source is not None:
        values["source"], name = lookup.source(con, asked.source)
        words.append(f"carried by {name}")
    if asked.tag is not None:
        tags = lookup.tags(con, asked.tag)
        values["tag"] = json.dumps(tags)
        words.append(f"tagged {tags[0]}")
    _days(asked, values, words)
    if asked.prospective:
        words.append("recorded before their answer was known")
    filters = tuple(
        f for f in _FILTERS if f in values or (f == "prospective" and asked.prospective)
    )
    return Selection(Wanted(per, values, filters), as_of, tuple(words), name)


def _as_of(text: str | None, today: dt.date) -> dt.date:
    """Return the day on which forecasts are due; of a day to come only early answers are known.

    A forecast that can come true early, and false only at its deadline, would count as a hit or
    not at all.
    """
    if text is None:
        return today
    day = checks.iso_day(text)
    if day > today:
        raise InputError(
            f"--as-of {day} lies after {today}, up to which answers are known: what is due later "
            f"would count only where it came early; write {today} or an earlier day"
        )
    return day


_FILTERS = ("forecaster", "source", "tag", "made_from", "made_to", "prospective")


def named(con: sqlite3.Connection, asked: ScorecardRequest) -> ScorecardRequest:
    """Put a bare name where it belongs: --by or --source; refuse one that is both."""
    if not asked.name:
        return asked
    if asked.by or asked.source:
        raise InputError("a name stands for --by or --source; leave one of them out")
    found = {what: _found(con, what, asked.name) for what in ("forecaster", "source")}
    exact = [what for what, one in found.items() if _same(one, asked.name)] or [
        what for what, one in found.items() if isinstance(one, tuple)
    ]
    names = {what: one[1] for what, one in found.items() if isinstance(one, tuple)}
    if len(exact) == 2:
        raise InputError(
            f'"{asked.name}" is a forecaster and an outlet; '
            f'write `ledger scorecard --by "{names["forecaster"]}"` '
            f'or `ledger scorecard --source "{names["source"]}"`'
        )
    if not exact:
        raise _why_not(found, asked.name)
    name = names[exact[0]]
    if exact == ["forecaster"]:
        return replace(asked, name=None, by=name)
    return replace(asked, name=None, source=name)


def _found(con: sqlite3.Connection, what: str, name: str) -> tuple[str, str] | LedgerError:
    """Return the name that is meant and the one under which it counts, or why there is none."""
    try:
        if what == "source":
            return (lookup.source(con, name)[1],) * 2
        row = lookup.forecaster_itself(con, name)
        return str(row["name"]), str(row["same_as_name"] or row["name"])
    except LedgerError as error:
        return error


def _same(found: tuple[str, str] | LedgerError, name: str) -> bool:
    return isinstance(found, tuple) and checks.folded(found[0]) == checks.folded(name)


def _why_not(found: dict[str, Any], name: str) -> LedgerError:
    """Return the refusal that helps: a name that fits several before one that fits none."""
    several = [error for error in found.values() if isinstance(error, InputError)]
    if several:
        return several[0]
    return NotFoundError(
        f'no forecaster or source is called "{checks.shown(name)}"; `ledger list` shows the names'
    )


def _per(asked: ScorecardRequest) -> str:
    if asked.per is None:
        return "source" if asked.source and not asked.by else "forecaster"
    return checks.one_of(asked.per, PER, "grouping for --per")


def _days(asked: ScorecardRequest, values: dict[str, Any], words: list[str]) -> None:
    for name, text, word in (
        ("made_from", asked.made_from, "from"), ("made_to", asked.made_to, "until"),
    ):  # fmt: skip
        if text:
            values[name] = str(checks.iso_day(text))
            words.append(f"made {word} {values[name]}")
    if values.get("made_from", "") > values.get("made_to", "9"):
        raise InputError("--made-from is after --made-to; swap them")


def as_recorded(
    book: "Ledger", asked: ScorecardRequest, today: dt.date
) -> tuple[sqlite3.Connection, dt.date]:
    """Return the book to read and the day to take for today.

    With --recorded-by both are those of that time, so that the same is printed for ever; with
    --prospective it holds what was recorded in time.
    """
    con = book.con
    if asked.recorded_by:
        utc, today = moment(asked.recorded_by, book.settings.time_zone)
        con = past.as_recorded(con, utc)
    if asked.prospective:
        con = prospective.only(con, book.settings.time_zone)
    return con, today


def moment(text: str, time_zone: str) -> tuple[str, dt.date]:
    """Read a time: as the journal writes it (UTC), and the day it is in the book's zone.

    A day means its last moment; a time without a zone is in the book's.
    """
    zone = zoneinfo.ZoneInfo(time_zone)
    try:
        found = dt.datetime.fromisoformat(text.strip())
        if "T" not in text and ":" not in text:
            found = dt.datetime.combine(found.date(), dt.time.max)
        found = found if found.tzinfo else found.replace(tzinfo=zone)
        return stamp(found), found.astimezone(zone).date()
    except (ValueError, OverflowError):  # the last where the zone leads out of the calendar
        raise InputError(
            f'cannot read "{checks.shown(text)}" as a time; write 2026-05-01 or 2026-05-01T12:00Z'
        ) from None
