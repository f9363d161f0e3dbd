"""Seasons: three whole months each (C7); the hemisphere is a setting of the book."""

from dataclasses import replace

from ledger.core.deadlines.grammar import GRAMMAR, Captures, Context, Found, State
from ledger.core.deadlines.rolling import chosen, coming, nearest
from ledger.core.deadlines.units import SEASONS, Period, season
from ledger.core.deadlines.words import noun_follows

SEASON_NAMES = [f"{name}{tail}" for name in SEASONS for tail in ("", "time", "s")]
AFTER_OF = frozenset("next this last the '".split())


@GRAMMAR.terminal("SEASON", SEASON_NAMES)
def _name(state: State, i: int) -> Found:
    """A season's name; "the fall of the city" is none."""
    word = state.word(i).removesuffix("time").removesuffix("s")
    following = state.word(i + 2)
    dated = following in AFTER_OF or state.key(i + 2) in ("#num", "#iso")
    if state.word(i + 1) == "of" and not dated:
        return []
    if state.at.strict and _otherwise_meant(state, i):
        return []
    return [(i + 1, word)] if word in SEASONS else []


def _otherwise_meant(state: State, i: int) -> bool:
    """Whether it is a verb or belongs to a noun: "rates will fall", "the need for winter coats"."""
    dated = state.key(i + 1) in ("#num", "#iso") or state.word(i + 1) == "of"
    verb = state.word(i) in VERBS and state.word(i - 1) not in BEFORE_SEASONS
    belongs = state.word(i - 1) in ("for", "of", "with") and noun_follows(state, i + 1)
    plural = state.word(i) in ("falls", "springs")
    return plural or (not dated and (verb or (belongs and state.word(i + 1) not in SEASONAL)))


SEASONAL = frozenset("months season period recess break holiday holidays vacation".split())
VERBS = frozenset(("fall", "spring"))
BEFORE_SEASONS = frozenset(
    "in by this next last the that during until till before after of for late early mid come "
    "through throughout since and or from every each over to towards coming around about".split()
)
GRAMMAR.words("SEASONAL", "|".join(sorted(SEASONAL)))


@GRAMMAR.rule(
    "SEASONLIKE", "season and year", "C7",
    "[the] SEASON:season [of] YEARLIKE:year|YEARLIKE:year 's SEASON:season"
    "|[the] SEASON:season [of] (YEAR:first (-|/) YEARTAIL|ISO:joined)",
    example="by the summer of 2025",
)  # fmt: skip
def _of_year(c: Captures, at: Context) -> Period | None:
    if "joined" in c:
        return season_of(int(c["joined"][:4]), c["season"], at).freed()
    number = c["first"] if "first" in c else c["year"].start.year
    return season_of(number, c["season"], at).freed()


@GRAMMAR.rule("SEASONLIKE", "next spring", "C7", "WHICH:which SEASON:season [SEASONAL]",
              example="next spring")  # fmt: skip
def _which(c: Captures, at: Context) -> Period | None:
    return chosen(lambda y: season_of(y, c["season"], at), c["which"], at)


@GRAMMAR.rule("SEASONLIKE", "the next seasons", "C3, C7",
              "[the|these] (next|coming) NUM:n SEASON:season",
              example="for the next two winters")  # fmt: skip
def _next_seasons(c: Captures, at: Context) -> Period | None:
    first = coming(lambda y: season_of(y, c["season"], at), at)
    if first is None:
        return None
    last = season_of(first.start.year + int(c["n"]) - 1, c["season"], at)
    return replace(last, start=first.start, free=True)


@GRAMMAR.rule("SEASONLIKE", "season", "C6, C7", "[the] SEASON:season [SEASONAL]",
              example="in the autumn")  # fmt: skip
def _season(c: Captures, at: Context) -> Period | None:
    return nearest(lambda y: season_of(y, c["season"], at), at)


def season_of(number: int, name: str, at: Context) -> Period:
    """The season that begins in a year, in the book's hemisphere."""
    return season(number, name, southern=at.calendar.southern)
