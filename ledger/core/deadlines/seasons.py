"""Seasons: three whole months each (C7); the hemisphere is a setting of the book."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ledger.core.deadlines.calendar_units import SEASONS, Period, season
from ledger.core.deadlines.grammar import GRAMMAR, Context, State
from ledger.core.deadlines.rolling import chosen

Captures = Mapping[str, Any]
MIDDLES = {"midsummer": "summer", "midwinter": "winter"}


@GRAMMAR.terminal("SEASON", [*SEASONS, "summertime", "wintertime", "springtime"])
def season_name(state: State, i: int) -> list[tuple[int, Any]]:
    """A season's name; "the fall of a city" is none."""
    word = state.tokens[i].text.removesuffix("time") if i < len(state.tokens) else ""
    if word not in SEASONS:
        return []
    after = [t.text for t in state.tokens[i + 1 : i + 3]]
    of_something = after[:1] == ["of"] and not _names_year(after[1:])
    return [] if of_something else [(i + 1, word)]


def _names_year(after: list[str]) -> bool:
    return bool(after) and (after[0].isdigit() or after[0] in ("next", "this", "last", "the", "'"))


GRAMMAR.words("SEASONAL", "months|season|period|recess|break|holiday|holidays|vacation|campaign")


@GRAMMAR.rule(
    "SEASONLIKE", "season and year", "C7",
    "[the] SEASON:season [of|in] YEARLIKE:year|[the] SEASON:season [of] YEAR:first (-|/) YEARTAIL|"
    "YEARLIKE:year 's SEASON:season", example="by the summer of 2015",
)  # fmt: skip
def season_of_year(c: Captures, at: Context) -> Period | None:
    year = c["first"] if "first" in c else c["year"].start.year
    return _season(year, c["season"], at).freed()


@GRAMMAR.rule(
    "SEASONLIKE", "season", "C6, C7", "[WHICH:which|the] SEASON:season [SEASONAL]", example="next spring",
)  # fmt: skip
def season_alone(c: Captures, at: Context) -> Period | None:
    return chosen(lambda y: _season(y, c["season"], at), c.get("which", ""), at)


def _season(year: int, name: str, at: Context) -> Period:
    return season(year, name, at.calendar.southern)
