"""WHEN: days as users write them, read by the core and checked against the day of reading."""

import datetime as dt
import re
import sqlite3
from dataclasses import dataclass, replace
from typing import Any

from ledger.book import lookup, questions
from ledger.book.days import NONE
from ledger.core import checks, deadlines, wording
from ledger.core.deadlines import Calendar, Reading, Window
from ledger.core.deadlines.words import CARDINALS, SINGULAR
from ledger.errors import InputError, NotFoundError, QuarterError

# Q4 is a quarter, q4 a question, as is Q24.
QUESTION = r"\b(?P<question>(?-i:q[0-9]{1,18}|Q(?:[5-9]|[1-9][0-9]{1,17})))\b"
_COUNTED = rf"(?P<n>[0-9]{{1,5}}|{'|'.join(CARDINALS)}|an?)\s+(?P<unit>[a-z]+?)s?\s+"
_COUNTED += "(?:of|after|from|following)"
_RELATIVE = re.compile(
    rf"(?:(?P<side>before|by|until|after|since|)|(?:within\s+)?{_COUNTED})\s*{QUESTION}",
    re.IGNORECASE,
)
_IN_CLAIM = re.compile(rf"\b(?:within\s+)?{_COUNTED}\s+{QUESTION}(?=\.?$)", re.IGNORECASE)
_QUARTERS = frozenset(("q1", "q2", "q3", "q4"))
_UNSURE = re.compile(r"(?<![0-9] )(?<![\w-])q[1-4]\b(?!,? (?:of )?['’]?[0-9])")  # no year beside it
_DAYS = {"hour": 24, "day": 1, "week": 7, "fortnight": 14}
_LIMIT = re.compile(r"\b(?:by|before|until|till|no later than)\s.*", re.IGNORECASE)
_ON = re.compile(r"on\b", re.IGNORECASE)
_NOT_BEFORE = re.compile(r"(?:not|no)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as recorded: the fields of the document, and the reading in words."""

    fields: dict[str, Any]
    reading: str
    claim: str | None = None  # the claim without the words of the deadline
    notes: tuple[str, ...] = ()
    first_named: dt.date | None = None  # of "between 2018 and 2020"; narrows no verdict (C3)
    turned: bool = False  # "not before 2021" is read as: not by the end of 2020


def deadline(phrase: str, made: Window, calendar: Calendar) -> Deadline:
    """Read the words of --deadline; "none" keeps the claim from being searched for one."""
    phrase = checks.line(phrase, "deadline")
    if phrase.casefold() == NONE:
        return Deadline({}, "no deadline: undated")
    reading = deadlines.read_deadline(phrase, made, calendar)
    if reading is None:
        raise InputError(
            f'cannot read "{phrase}" as a deadline; write 2017-08-08, 2017, '
            '"within six months" or "by the end of 2017"'
        )
    _refuse_none(reading)
    # A bare day is the last day on time; "on 21 May" is that day and no other.
    on_day = reading.on_day and _ON.match(phrase) is not None
    return _checked(replace(reading, on_day=on_day), made, None)


def deadline_in(claim: str, made: Window, calendar: Calendar) -> Deadline:
    """Search a claim for its deadline; a limit that was over when it was said is refused."""
    reading = deadlines.find_deadline(claim, made, calendar)
    if reading is None:
        over = _LIMIT.search(claim)
        past = over and deadlines.read_deadline(over[0], made, calendar)
        if past and past.deadline:
            return _checked(past, made, claim)
        return Deadline({}, "no deadline in these words: undated", claim)
    _refuse_none(reading)
    unsure = _UNSURE.search(reading.phrase)
    if unsure:
        hangs = _RELATIVE.fullmatch(reading.phrase)
        hanging = checks.shown(reading.phrase) if hangs else f"by {unsure[0]}"
        raise QuarterError(
            f'"{unsure[0]}" in the claim is the quarter or the question of that name; write '
            f'{unsure[0].upper()} with its year, or --deadline "{hanging}" for the question'
        )
    return _checked(reading, made, without_deadline(claim, made, calendar))


def _refuse_none(reading: Reading) -> None:
    """Refuse a date that is none or two: 31 June is not read as another day, nor as no deadline."""
    if reading.problem:
        raise InputError(
            f'"{checks.shown(reading.phrase)}" is no deadline: {reading.problem}; '
            "correct it, or write --deadline none"
        )


def said_in(claim: str, made: Window, calendar: Calendar) -> dt.date | None:
    """Return the deadline that the words of a claim give, if they give one."""
    reading = deadlines.find_deadline(claim, made, calendar)
    return reading.deadline if reading else None


def without_deadline(claim: str, made: Window, calendar: Calendar) -> str:
    """Return what a claim says without the words that say by when; whole where these give no day.

    "After the ceasefire" and "soon" say what is claimed, for nothing else would keep them.
    """
    reading = deadlines.find_deadline(claim, made, calendar)
    if reading is None or not (reading.deadline or reading.not_before):
        return claim
    return deadlines.without(claim, reading) or claim


def bound(con: sqlite3.Connection, phrase: str, name: str) -> dict[str, Any] | None:
    """Read a bound that hangs on another question: "before q4", "within 72 hours of q4"."""
    found = _hanging(con, phrase)
    if not found:
        return None
    key = {"key": lookup.question_key(con, found["question"])}
    side = (found["side"] or "").lower() or {"after": "after"}.get(name, "by")
    if name == "after" and side not in {"after", "since"}:
        raise InputError(f'"{phrase}" is no first day; write --after q4, or --deadline "before q4"')
    offset = {"before": -1, "after": 1}.get(side, 0)
    if found["n"]:
        ends = {"after_question": key, "after_offset": 0}
        return {**ends, "until_question": key, "until_offset": _days(found)}
    name = "after" if side in {"after", "since"} else name
    return {f"{name}_question": key, f"{name}_offset": offset}


def _hanging(con: sqlite3.Connection, phrase: str) -> re.Match[str] | None:
    """Match a phrase that names a question; q1 to q4 count as quarters where there is none.

    "By q3" alone is never taken for the quarter, so that a question to come does not change it.
    """
    found = _RELATIVE.fullmatch(phrase.strip())
    if not found or (found["n"] and found["unit"].lower() not in SINGULAR):
        return None
    name = found["question"].lower()
    if name in _QUARTERS and not is_asked(con, name):
        if found["n"]:
            return None
        raise NotFoundError(
            f"there is no question {name}; write {name.upper()} for the quarter "
            "(`ledger question list` shows the questions)"
        )
    return found


def is_asked(con: sqlite3.Connection, name: str) -> bool:
    """Say whether there is a question of that name, as in q7."""
    found = con.execute("SELECT 1 FROM question WHERE id = ?", (int(name[1:]),))
    return found.fetchone() is not None


def _days(found: re.Match[str]) -> int:
    """Return the days that are counted from a question's day, hours rounded up."""
    number, unit = found["n"].lower(), SINGULAR[found["unit"].lower()]
    amount = int(number) if number.isdigit() else CARDINALS.get(number, 1)
    if unit not in _DAYS:
        raise InputError(
            f'"{checks.shown(found[0])}" cannot be counted from the day of {found["question"]}; '
            f'write hours, days or weeks: "within 26 weeks of {found["question"]}"'
        )
    return -(-amount // _DAYS["hour"]) if unit == "hour" else amount * _DAYS[unit]


def hanging(con: sqlite3.Connection, phrase: str, claim: str) -> Deadline | None:
    """Read a deadline that hangs on another question; say which, and what is known of its day."""
    relative = bound(con, phrase, "until")
    found = _hanging(con, phrase)
    if not relative or not found:
        return None
    name = f"q{lookup.question(con, found['question'])}"
    asked, known, annulled = questions.Stored(con).all(int(name[1:]))
    day = wording.answer(asked, known, annulled)
    words = {"deadline_phrase": checks.line(phrase, "deadline"), "relative": relative}
    quarter = found["question"] in _QUARTERS
    note = f"{found['question'].upper()} in capitals is the quarter" if quarter else ""
    reading = f'{phrase}: the day of {name} "{checks.shown(asked.text)}" ({day})'
    return Deadline(words, reading, claim, (note,) if note else ())


def hinted(con: sqlite3.Connection, claim: str, read: Deadline) -> Deadline:
    """Tell how a claim that names a question at its end gets its deadline from that."""
    found = None if "deadline" in read.fields else _IN_CLAIM.search(claim)
    if not found or not is_asked(con, found["question"]):
        return read
    return replace(read, notes=(*read.notes, f'if meant, write --deadline "{found[0]}"'))


def first_day_after(phrase: str, made: Window, calendar: Calendar) -> dict[str, Any]:
    """Read --after: the first day that a forecast accepts is the day after WHEN."""
    reading = deadlines.read_deadline(phrase, made, calendar)
    if reading is None or reading.deadline in (None, dt.date.max):
        raise InputError(f'cannot read "{phrase}" as a day; write --after 2016 or 2016-12-31')
    return {"after": (reading.deadline + dt.timedelta(days=1)).isoformat()}


def _checked(reading: Reading, made: Window, claim: str | None) -> Deadline:
    fields: dict[str, Any] = {"deadline_phrase": reading.phrase}
    if reading.not_before and not reading.deadline:
        return _not_before(reading, reading.not_before, made, claim)
    if reading.deadline is None:
        return Deadline(fields, f'no date in "{reading.phrase}": undated', claim, _notes(reading))
    if reading.deadline < made.earliest:
        raise InputError(
            f"the deadline {reading.deadline} lies before the day of the statement, "
            f"{made.earliest}; correct --made or --deadline"
        )
    fields["deadline"] = reading.deadline.isoformat()
    if reading.earliest and reading.earliest != reading.deadline:
        fields["deadline_earliest"] = max(reading.earliest, made.earliest).isoformat()
    if reading.on_day:
        fields["on_day"] = True
    shown = _shown(reading)
    words = shown if reading.rule == shown else f"{shown}: {reading.rule}"
    fields |= {} if reading.rule == shown else {"deadline_rule": reading.rule}
    fields |= {"deadline_note": _other(reading)} if reading.note else {}
    first = reading.not_before if (reading.not_before or made.earliest) > made.earliest else None
    return Deadline(fields, words, claim, _notes(reading), first_named=first)


def _not_before(reading: Reading, day: dt.date, made: Window, claim: str | None) -> Deadline:
    """Read "not before 2021" as "not by 2020-12-31", and "after 2018" as a first day."""
    words = {"deadline_phrase": reading.phrase}
    if day == dt.date.min or not _NOT_BEFORE.match(reading.phrase):
        first = {**words, "first_day": day.isoformat()}
        return Deadline(first, f"from {day} on, undated: {reading.rule}", claim, _notes(reading))
    last = day - dt.timedelta(days=1)
    if last < made.earliest:
        raise InputError(
            f'"{reading.phrase}" says nothing on {made.earliest}; correct --made or the day'
        )
    fields = {**words, "deadline": last.isoformat(), "deadline_rule": reading.rule}
    return Deadline(fields, f"not by {last}: {reading.rule}", claim, turned=True)


def _shown(reading: Reading) -> str:
    if reading.earliest in (None, reading.deadline):
        return str(reading.deadline)
    return f"{reading.earliest}..{reading.deadline}"


def _notes(reading: Reading) -> tuple[str, ...]:
    notes = []
    if reading.vague and reading.deadline:
        notes.append("these words are vague: the deadline is a window")
    if reading.on_day:
        notes.append(f"on {reading.deadline} only; write --deadline {reading.deadline} for by")
    if reading.note:
        notes.append(_other(reading))
    return tuple(notes)


def _other(reading: Reading) -> str:
    """Say how else the words can be read, or what else there is to know of them."""
    note = str(reading.note)
    return f"can also be read: {note[3:]}" if note.startswith("or ") else note
