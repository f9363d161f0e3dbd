"""Holidays in words: by Christmas, before Lunar New Year, next Easter (C6)."""

from dataclasses import replace

from ledger.core.deadlines.grammar import GRAMMAR, Captures, Context, Found, State
from ledger.core.deadlines.holiday_dates import NAMES, PLAIN, UNWRITTEN, holiday
from ledger.core.deadlines.rolling import chosen, freed, nearest
from ledger.core.deadlines.units import Period, year

LONGEST = max(len(name) for name in NAMES) + 3  # marks that the tables leave out
DOUBTFUL = frozenset(("labour day", "independence day", "republic day"))  # differ by country


@GRAMMAR.terminal("HOLIDAY", {name[0] for name in NAMES} | {"#ord", "saint"})
def _name(state: State, i: int) -> Found:
    """The longest name of a holiday that stands here, with or without its apostrophes and dots."""
    words = tuple(t.text for t in state.tokens[i : i + LONGEST])
    for n in range(len(words), 0, -1):
        plain = tuple("st" if w == "saint" else w for w in words[:n] if w not in UNWRITTEN)
        name = NAMES.get(words[:n]) or PLAIN.get(plain)
        if name and (words[:n] in NAMES or words[n - 1] not in UNWRITTEN):
            return [(i + n, name)]
    return []


def _noted(name: str, period: Period | None) -> Period | None:
    if period is None or name not in DOUBTFUL:
        return period
    return replace(period, note=f"{name} is another day in other countries")


@GRAMMAR.rule(
    "HOLIDAYLIKE",
    "holiday and year",
    "C6",
    "[the] HOLIDAY:name [,] [of|in] YEARLIKE:year",
    example="before Christmas 2024",
)
def _of_year(c: Captures, _at: Context) -> Period | None:
    return freed(_noted(c["name"], holiday(c["name"], c["year"].start.year)))


@GRAMMAR.rule("HOLIDAYLIKE", "holiday", "C6", "[the] HOLIDAY:name [holiday|holidays|break|weekend]",
              example="before Lunar New Year")  # fmt: skip
def _holiday(c: Captures, at: Context) -> Period | None:
    return _noted(c["name"], nearest(lambda y: holiday(c["name"], y), at))


@GRAMMAR.rule(
    "HOLIDAYLIKE", "next Easter", "C6", "WHICH:which HOLIDAY:name", example="by next Easter"
)
def _which(c: Captures, at: Context) -> Period | None:
    return _noted(c["name"], chosen(lambda y: holiday(c["name"], y), c["which"], at))


@GRAMMAR.rule(
    "NEWYEAR", "the new year as a year", "C9", "[the] new year", example="early in the new year"
)
def _new_year(_c: Captures, at: Context) -> Period | None:
    return year(at.anchor.year + 1)
