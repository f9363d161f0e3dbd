"""Amounts of time: six months, two or three years, a few weeks, a year and a half (C2, C3, C13)."""

import datetime as dt
from dataclasses import dataclass, replace

from ledger.core.deadlines.grammar import GRAMMAR, Captures, Context, Found, State
from ledger.core.deadlines.units import quarter, shift, workdays

# What vague words are read as (C13), and the larger unit where their window ends.
FEW = {"second": 0, "minute": 0, "hour": 6, "day": 7, "week": 6, "fortnight": 3, "month": 6,
       "quarter": 3, "year": 5, "decade": 3, "generation": 2, "century": 3,
       "millennium": 3}  # fmt: skip
SEVERAL = FEW | {"day": 10, "week": 8, "month": 9, "year": 7}
LARGER = {"second": (1, "hour"), "minute": (1, "hour"), "hour": (1, "day"), "day": (2, "week"),
          "week": (3, "month"), "fortnight": (3, "month"), "month": (1, "year"),
          "quarter": (2, "year"), "year": (1, "decade"), "decade": (1, "century"),
          "generation": (1, "century"), "century": (1, "millennium"),
          "millennium": (6, "millennium")}  # fmt: skip
GENERATION = (20, 25, 33)  # years: the shortest, the one read, the longest
SIZES = {"second": "day", "minute": "day", "hour": "day", "fortnight": "week",
         "generation": "vague", "millennium": "century"}  # fmt: skip
SPELT = "no one two three four five six seven eight nine ten eleven twelve".split()
JOINING = frozenset("in within for over after and or by to of than".split())
FINER = {"year": "month", "decade": "year", "century": "year", "month": "day", "week": "day"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time from `low` to `high` units; `vague` names the kind of vague word, if any.

    `bare` marks units without any number ("weeks"), `working` days that are Monday to Friday.
    """

    low: float
    high: float
    unit: str
    words: str
    vague: str = ""
    bare: bool = False
    working: bool = False

    @property
    def precision(self) -> str:
        """How coarse a day is that lies this far away."""
        if self.vague:
            return "vague"
        fraction = self.high != int(self.high)
        return FINER.get(self.unit, "day") if fraction else coarseness(self.unit)

    def after(self, day: dt.date, *, calendar_quarters: bool = False) -> dt.date:
        """The day this long after another: the upper end of the amount (C3)."""
        if self.working:
            return workdays(day, int(self.high))
        if self.unit == "quarter" and calendar_quarters and self.high == int(self.high):  # C12
            return quarter(day.year, (day.month + 2) // 3 + int(self.high)).end
        return shift(day, self.high, self.unit)

    def window(self, day: dt.date) -> tuple[dt.date, dt.date]:
        """The days between which it may end; the same day twice when it is not vague."""
        end = self.after(day)
        if not self.vague:
            return end, end
        if self.unit == "generation":
            low, _, high = GENERATION
            return shift(day, low * self.low, "year"), shift(day, high * self.high, "year")
        count, larger = LARGER[self.unit]
        return min(shift(day, 3, self.unit), end), max(shift(day, count, larger), end)


def coarseness(unit: str) -> str:
    """The precision of a day that is a unit away: that of the nearest unit that readings have."""
    return SIZES.get(unit, unit)


GRAMMAR.words(
    "ROUGHLY",
    "about|around|roughly|approximately|approx|some|nearly|almost|just over|just under|up to|under|"
    "a little (over|under|more than|less than)|perhaps|maybe|possibly|probably|at [the] most|"
    "(no|not|little) more than|less than|fewer than|(no|not) longer than|exactly|precisely|only|"
    "just|"
    "as (little|few|much|many|long) as|close to|(anywhere|anything) (from|between)|say|a good|"
    "barely|"
    "a mere|well (under|within)|the (best|better) part of|(the|a) (space|span|period|matter) of|"
    "[a] maximum of|fully|possibly as (little|few) as",
)
GRAMMAR.words("ONEUNIT", "ONE [full|whole|single|calendar|short|further|mere] UNIT:unit")
# After a sum or a count, "a month" says how often: 420 crowns a month, three times a week.
OFTEN = frozenset(
    "% percent cent dollars euros pounds crowns pence cents yen yuan rupees rubles "
    "roubles francs pesos bn m k million billion trillion times once twice".split()
)


@GRAMMAR.terminal("ONE", ["a", "an", "one"])
def _one(state: State, i: int) -> Found:
    """One, or the article; but not "a month" after a sum, which says how often."""
    counted = state.key(i - 2) == "#num" and state.word(i - 1).isalpha()
    often = state.word(i - 1) in OFTEN or state.key(i - 1) == "#num" or counted
    rate = state.at.strict and state.word(i) != "one" and often
    return [] if rate and state.word(i - 1) not in JOINING else [(i + 1, True)]


GRAMMAR.words("ANYUNIT", "UNITS:unit|UNIT:unit")
GRAMMAR.words("PERHAPS", "perhaps|maybe|possibly|even|if not|more likely")


def spelt(n: float) -> str:
    """A number as people write it: in letters up to twelve, then in digits."""
    if n in range(len(SPELT)):
        return SPELT[int(n)]
    return f"{n:,.0f}" if n >= 10**5 else f"{n:g}"


def exactly(n: float, unit: str) -> Amount:
    """An amount of a known number of units."""
    return between(n, n, unit)


def between(low: float, high: float, unit: str) -> Amount:
    """An amount between two numbers of units."""
    count = spelt(high) if low == high else f"{spelt(low)} to {spelt(high)}"
    return Amount(low, high, unit, f"{count} {unit}{'' if high == 1 else 's'}")


def vaguely(kind: str, unit: str) -> Amount:
    """An amount in vague words: few, several, bare units, a generation."""
    if kind == "generation":
        return Amount(1, 1, unit, f"one {unit} (read as {GENERATION[1]} years)", vague=kind)
    n = (SEVERAL if kind == "several" else FEW)[unit]
    words = f"{'' if kind == 'bare' else kind + ' '}{unit}s (read as {n})"
    return Amount(n, n, unit, words, vague=kind, bare=kind == "bare")


@GRAMMAR.rule(
    "AMOUNT",
    "N units",
    "C2",
    "[ROUGHLY] NUM:n [full|whole|calendar|short|long] (ANYUNIT)",
    example="within six months",
)
def _n_units(c: Captures, _at: Context) -> Amount | None:
    return exactly(c["n"], c["unit"])


@GRAMMAR.rule("AMOUNT", "a unit", "C2", "[ROUGHLY] ONEUNIT", example="within a year")
def _one_unit(c: Captures, _at: Context) -> Amount | None:
    unit = c["unit"]
    return vaguely("generation", unit) if unit == "generation" else exactly(1, unit)


@GRAMMAR.rule(
    "AMOUNT", "working days", "C2",
    "[ROUGHLY] [NUM (to|or|-)] NUM:n (working|business|trading) (ANYUNIT)",
    example="within ten working days",
)  # fmt: skip
def _working_days(c: Captures, _at: Context) -> Amount | None:
    found = exactly(c["n"], c["unit"])
    return replace(found, working=c["unit"] == "day", words=f"{c['n']:g} working {c['unit']}s")


@GRAMMAR.rule(
    "AMOUNT",
    "N to M units",
    "C3",
    "[ROUGHLY] [between] NUM:low [UNITS:first] [,] (to|or|and|-|PERHAPS|or PERHAPS) NUM:high [,] "
    "(ANYUNIT)",
    example="in two or three years",
)
def _n_to_m(c: Captures, _at: Context) -> Amount | None:
    low, high = sorted((c["low"], c["high"]))
    if low * 100 < high:  # "in 2023 and three years later"
        return None
    return between(low, high, c["unit"]) if c.get("first", c["unit"]) == c["unit"] else None


GRAMMAR.words("TIGHT", "[ROUGHLY] (ONEUNIT|NUM:n (ANYUNIT))")


@GRAMMAR.rule(
    "AMOUNTONE", "one amount of several", "C3", "TIGHT", example="in six weeks to two months"
)
def _one_amount(c: Captures, at: Context) -> Amount | None:
    return exactly(c["n"], c["unit"]) if "n" in c else _one_unit(c, at)


@GRAMMAR.rule(
    "AMOUNT", "one amount to another", "C3",
    "AMOUNTONE:low [,] (to|or|-) [PERHAPS] AMOUNTONE:high|between AMOUNTONE:low and AMOUNTONE:high",
    example="in six weeks to two months",
)  # fmt: skip
def _across_units(c: Captures, _at: Context) -> Amount | None:
    low: Amount = c["low"]
    high: Amount = c["high"]
    return replace(high, words=f"{low.words} to {high.words}")


@GRAMMAR.rule(
    "AMOUNT",
    "a year or two",
    "C3",
    "[ROUGHLY] (ONEUNIT|another UNIT:unit|NUM:low (ANYUNIT)) [,] (or|PERHAPS|or PERHAPS) NUM:high",
    example="in a year or two",
)
def _or_two(c: Captures, _at: Context) -> Amount | None:
    low = c.get("low", 1)
    return between(low, c["high"], c["unit"]) if c["high"] > low else None


@GRAMMAR.rule(
    "AMOUNT", "a year and a half", "C2",
    "[ROUGHLY] (NUM:n and a half (ANYUNIT)|ONEUNIT and a half|NUM:n (ANYUNIT) and a half)",
    example="in a year and a half",
)  # fmt: skip
def _and_a_half(c: Captures, _at: Context) -> Amount | None:
    return exactly(c.get("n", 1) + 0.5, c["unit"])


@GRAMMAR.rule(
    "AMOUNT", "half a year", "C2",
    "[ROUGHLY] [a|another] (half [a|an]|quarter [of] [a]|three quarters of a):share UNIT:unit",
    example="within half a year",
)  # fmt: skip
def _half_a(c: Captures, _at: Context) -> Amount | None:
    share = {"half": 0.5, "quarter": 0.25, "three": 0.75}[c["share"].split()[0]]
    return exactly(share, c["unit"])


@GRAMMAR.rule("AMOUNT", "a year and three months", "C2", "AMOUNTONE:big and AMOUNTONE:small",
              example="in a year and three months")  # fmt: skip
def _mixed(c: Captures, _at: Context) -> Amount | None:
    sizes = {"year": 12, "month": 1, "decade": 120, "quarter": 3}
    big: Amount = c["big"]
    small: Amount = c["small"]
    if sizes.get(big.unit, 0) <= sizes.get(small.unit, 999):
        return None
    n = big.high * sizes[big.unit] + small.high * sizes[small.unit]
    return replace(exactly(n, "month"), words=f"{big.words} and {small.words}")


@GRAMMAR.rule(
    "AMOUNT",
    "a couple, a dozen",
    "C13",
    "[ROUGHLY] ([a] couple [of]|a pair of|[a] dozen|[a] half [a] dozen|two dozen|a score "
    "[of]):word "
    "[more|further|short|extra] UNITS:unit",
    example="in a couple of weeks",
)
def _dozen(c: Captures, _at: Context) -> Amount | None:
    counts = {"half": 6, "two": 24, "dozen": 12, "score": 20, "couple": 2, "pair": 2}
    return exactly(next(n for word, n in counts.items() if word in c["word"]), c["unit"])


GRAMMAR.words(
    "AFEW", "[a] [very|precious|good] few|(a|some) [small] number of|some|a matter of [a] [few]"
)


@GRAMMAR.rule("AMOUNT", "a few units", "C13", "[ROUGHLY] AFEW [more|short|short more] UNITS:unit",
              example="in a few weeks")  # fmt: skip
def _few(c: Captures, _at: Context) -> Amount | None:
    return vaguely("a few", c["unit"])


@GRAMMAR.rule("AMOUNT", "several units", "C13",
              "[ROUGHLY] (several|many|[a] good many|quite a few|numerous) [more|long] UNITS:unit",
              example="within several weeks")  # fmt: skip
def _several(c: Captures, _at: Context) -> Amount | None:
    return vaguely("several", c["unit"])


@GRAMMAR.rule("AMOUNT", "a handful of units", "C13", "[ROUGHLY] [a] handful of [more] UNITS:unit",
              example="in the next handful of years")  # fmt: skip
def _handful(c: Captures, _at: Context) -> Amount | None:
    return replace(exactly(5, c["unit"]), vague="handful", words=f"a handful of {c['unit']}s")


@GRAMMAR.rule(
    "AMOUNT", "units without a number", "C13",
    "[mere|just|only] UNITS:unit "
    "[[,] (or|not|rather than|and not|or PERHAPS|PERHAPS) UNITS:other [,]]",
    example="within days",
)  # fmt: skip
def _bare(c: Captures, _at: Context) -> Amount | None:
    return vaguely("bare", c["unit"])
