"""Writes docs/deadlines.md from the rules themselves: every rule with an example that is read."""

import datetime as dt
import inspect
import sys
from itertools import groupby

from ledger.core.deadlines import Calendar, read_deadline, read_statement, read_when
from ledger.core.deadlines.grammar import GRAMMAR

ANCHOR = dt.date(2022, 6, 15)
CALENDAR = Calendar(fiscal_year_end=(9, 30))
INTRODUCTION = """\
# Deadlines in words

This page is generated from the rules by `make docs`, and every example on it is read by a test.

A deadline is the last calendar day on which the event may happen and the forecast is still on
time. Words are read against an *anchor*: the day of the statement or, if that is not known, of the
article. `ledger when PHRASE --from DATE` prints a reading, `--statement` reads a day of saying.

## Conventions

| | what is read | why |
|---|---|---|
| C1 | the end of a period is its last day: "by the end of 2024" is 2024-12-31 | people name the last day on time, not the first one late. A date that is none (31 June), that can be two (3/4/2018), that lies past the year 9999, or beside which a word is not understood (Septmber 2026), is no other date: the reading says what is wrong |
| C2 | counted words are the anchor plus so many calendar units, years and months before days ("a year and a day"); the end of a month is clipped (31 January + 1 month is 28 February) | a "next three months" that began with the next calendar month would jump with the day of saying |
| C3 | of a range the upper end counts | a forecast is late only when nobody can call it on time |
| C4 | "by", "in" and "during" a period mean its end; for "by" the day before it starts is noted as the other reading | the same benefit of the doubt |
| C5 | "before" a period is the day before it starts, "until" a year, season or month too; "before the end of" and "through" are its end | |
| C6 | a month, weekday or holiday without a year is the first that ends on or after the anchor; a weekday is the first after it | |
| C7 | seasons are three whole months, of the hemisphere in the book's settings; winter ends in the next year | meteorological seasons, and they end with a month |
| C8 | early, mid and late in a month are the 10th, the 20th and the last day; the first half ends on the 15th, the Nth week on day 7N | |
| C9 | early, mid and late in a year end with March, July and December; its start with January | inside what published conventions say |
| C10 | weeks end on Sunday; early in a week is Wednesday, mid Thursday | ISO weeks |
| C11 | decades end with the year in 9; early, mid, late are its 4th, 7th, 10th year; "the next decade" is ten years from the anchor; mid-century is 2050 | |
| C12 | quarters and halves are those of the calendar; fiscal years need the book's fiscal year end, and are vague without | |
| C13 | vague amounts are marked: a few or bare days, weeks, months, years, decades are 7, 6, 6, 5, 3 of them, several 10, 8, 9, 7; their window runs from three units to the next larger unit; a couple is two. A few hundred, dozen or thousand are six of them, several eight, in a window from three to ten. "Around" a day, a week or a month is a window too, a week or a quarter of it wider on either side | the upper end of ordinary use |
| C14 | no date is invented for "soon", for events (by the World Cup 2026), for bare durations or for lower bounds, whose day is kept as `not_before` | asking is better than inventing |
| C15 | words of lasting, and lower bounds whose verb is negated, mean the last day on which the state must hold | that day decides |
| C16 | a day of saying may be a window; deadlines counted from one are windows that end where its latest day leads | |
| C17 | words with two readings take the later day, the other one is noted | |

## Rules

The examples are read on Wednesday 15 June 2022, in a book whose fiscal year ends on 30 September.
In the patterns `[x]` may be missing, `(a|b)` are alternatives, and NAMES are other rules, the word
lists below, or terminals such as NUM, MONTH and YEAR (`words.py`). Between rules that read the
same words, those that read more of them win.
"""  # noqa: E501 - the rows of a table are as long as they are


def answer(rule):
    """What the rule's example is read as, in a few words."""
    if rule.symbol in ("SAYING", "TYPED"):
        window = (read_statement if rule.symbol == "SAYING" else read_when)(rule.example, ANCHOR)
        days = (window.earliest.isoformat(), window.latest.isoformat())
        return days[0] if days[0] == days[1] else f"{days[0]} to {days[1]}"
    reading = read_deadline(rule.example, ANCHOR, CALENDAR)
    if reading is not None and reading.problem:
        return reading.problem
    if reading is None or (reading.deadline is None and reading.not_before is None):
        return "no date"
    if reading.deadline is None:
        return f"not before {reading.not_before}"
    window = f" ({reading.earliest} to {reading.latest})" if reading.vague else ""
    return f"{reading.deadline}{window}"


def cell(text):
    return text.replace("|", "\\|")


def shown_rules():
    """The rules with words of their own, family by family."""
    rules = [rule for rule in GRAMMAR.rules if rule.example]
    return groupby(rules, key=lambda rule: rule.build.__module__)


def page():
    """The whole page."""
    lines = [INTRODUCTION]
    for module, rules in shown_rules():
        title = inspect.getdoc(sys.modules[module]).splitlines()[0]
        lines += [f"### {title}", "", f"`{module.replace('.', '/')}.py`", ""]
        lines += ["| reads | rule | | example | is | words |", "|---|---|---|---|---|---|"]
        lines += [
            f"| {rule.symbol} | {rule.name} | {rule.conventions} | {rule.example} "
            f"| {answer(rule)} | `{cell(rule.pattern)}` |"
            for rule in rules
        ]
        lines.append("")
    lines += ["## Word lists", "", "| name | words |", "|---|---|"]
    lines += [f"| {name} | `{cell(words)}` |" for name, words in GRAMMAR.word_lists().items()]
    return "\n".join(lines) + "\n"
