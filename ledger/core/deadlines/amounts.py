"""Amounts of time: six months, two or three years, a few weeks, a year and a half (C2, C3, C13)."""

from dataclasses import replace

from ledger.core.deadlines.durations import (
    FEW_TIMES,
    SEVERAL_TIMES,
    Amount,
    between,
    exactly,
    spelt,
    together,
    vaguely,
)
from ledger.core.deadlines.grammar import GRAMMAR, Captures, Context, Found, State
from ledger.core.deadlines.numbers import MULTIPLES
from ledger.core.deadlines.units import plural

MULTIPLE_NAMES = {number: word for word, number in MULTIPLES.items()}
JOINING = frozenset("in within for over after and or by to of than".split())
# The order is that of preference between readings of the same words.
GRAMMAR.alias("AMOUNT", "EXACTLY RANGE VAGUELY")

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


GRAMMAR.words("SHARE", "a half|half|a quarter|one quarter|(three quarters|three quarter)")
SHARES = {"three": 0.75, "quarter": 0.25, "half": 0.5}


def share(words: str) -> float:
    """The part of a unit that words name: a half, three quarters."""
    return next(part for word, part in SHARES.items() if word in words)


@GRAMMAR.rule("COUNT", "a number and a half", "C2", "NUM:n [and SHARE:share]",
              example="in two and a half years")  # fmt: skip
def _count(c: Captures, _at: Context) -> float:
    n: float = c["n"]
    return n + share(c["share"]) if "share" in c else n


@GRAMMAR.rule(
    "EXACTLY",
    "N units",
    "C2",
    "[ROUGHLY] COUNT:n [FIGURE:again] [full|whole|calendar|short|long|odd|- odd|or so] (ANYUNIT)",
    example="within six months",
)
def _n_units(c: Captures, _at: Context) -> Amount | None:
    return exactly(c["n"], c["unit"]) if c.get("again", c["n"]) == c["n"] else None


@GRAMMAR.rule("EXACTLY", "a unit", "C2", "[ROUGHLY] ONEUNIT", example="within a year")
def _one_unit(c: Captures, _at: Context) -> Amount | None:
    unit = c["unit"]
    return vaguely("generation", unit) if unit == "generation" else exactly(1, unit)


@GRAMMAR.rule(
    "EXACTLY", "a year and a half", "C2",
    "[ROUGHLY] (ONEUNIT|NUM:n (ANYUNIT)) and SHARE:share",
    example="in a year and a half",
)  # fmt: skip
def _and_a_half(c: Captures, _at: Context) -> Amount | None:
    return exactly(c.get("n", 1) + share(c["share"]), c["unit"])


@GRAMMAR.rule(
    "EXACTLY", "half a year", "C2",
    "[ROUGHLY] [a|another] (half [a|an]|quarter [of] [a]|three quarters of (a|an)):share UNIT:unit",
    example="within half a year",
)  # fmt: skip
def _half_a(c: Captures, _at: Context) -> Amount | None:
    return exactly(share(c["share"]), c["unit"])


@GRAMMAR.rule(
    "EXACTLY",
    "a couple, half a dozen",
    "C13",
    "[ROUGHLY] ([a] couple [of]|a pair of|[a] half [a] dozen|a score [of]):word "
    "[more|further|short|extra] [MULTIPLE:by] UNITS:unit",
    example="in a couple of weeks",
)
def _couple(c: Captures, _at: Context) -> Amount | None:
    counts = {"half": 6, "score": 20, "couple": 2, "pair": 2}
    n = next(n for word, n in counts.items() if word in c["word"])
    return exactly(n * c.get("by", 1), c["unit"])


@GRAMMAR.rule(
    "AMOUNT", "working days", "C2",
    "[ROUGHLY] [NUM (to|or|-)] (NUM:n|ONE) (working|business|trading) (ANYUNIT)",
    example="within ten working days",
)  # fmt: skip
def _working_days(c: Captures, _at: Context) -> Amount | None:
    n, unit = c.get("n", 1), c["unit"]
    words = f"{spelt(n)} working {unit if n == 1 else plural(unit)}"
    return replace(exactly(n, unit), working=unit == "day", words=words)


# A range is joined by "and" only after "between": "in five and ten years" names two days.
@GRAMMAR.rule(
    "RANGE",
    "two to three hundred units",
    "C3",
    "[ROUGHLY] (BELOW:low (to|or|-|PERHAPS|or PERHAPS)|between BELOW:low and) BELOW:high "
    "MULTIPLE:by (ANYUNIT)",
    example="in two to three hundred days",
)
def _multiples(c: Captures, _at: Context) -> Amount | None:
    low, high, by = c["low"], c["high"], c["by"]
    return between(low * by, high * by, c["unit"]) if low < high else None


@GRAMMAR.rule(
    "RANGE",
    "N to M units",
    "C3",
    "[ROUGHLY] (COUNT:low [UNITS:first] [,] (to|or|-|PERHAPS|or PERHAPS)"
    "|between COUNT:low [UNITS:first] [,] (and|to|-)) COUNT:high [,] (ANYUNIT)",
    example="in two or three years",
)
def _n_to_m(c: Captures, _at: Context) -> Amount | None:
    low, high = sorted((c["low"], c["high"]))
    return between(low, high, c["unit"]) if c.get("first", c["unit"]) == c["unit"] else None


@GRAMMAR.rule(
    "RANGE", "one amount to another", "C3",
    "EXACTLY:low [,] (to|or|-) [PERHAPS] EXACTLY:high|between EXACTLY:low and EXACTLY:high",
    example="in six weeks to two months",
)  # fmt: skip
def _across_units(c: Captures, _at: Context) -> Amount | None:
    low: Amount = c["low"]
    high: Amount = c["high"]
    return replace(high, words=f"{low.words} to {high.words}")


@GRAMMAR.rule(
    "RANGE",
    "a year or two",
    "C3",
    "(EXACTLY:low|[ROUGHLY] another UNIT:unit) [,] (or|PERHAPS|or PERHAPS) NUM:high",
    example="in a year or two",
)
def _or_two(c: Captures, _at: Context) -> Amount | None:
    low: Amount = c["low"] if "low" in c else exactly(1, c["unit"])
    return between(low.low, c["high"], low.unit) if c["high"] > low.low else None


GRAMMAR.words(
    "AFEW", "[a] [very|precious|good] few|(a|some) [small] number of|some|a matter of [a] [few]"
)
GRAMMAR.words("SEVERAL", "several|many|[a] good many|quite a few|numerous")


@GRAMMAR.rule("VAGUELY", "a few units", "C13", "[ROUGHLY] AFEW [more|short|short more] UNITS:unit",
              example="in a few weeks")  # fmt: skip
def _few(c: Captures, _at: Context) -> Amount | None:
    return vaguely("a few", c["unit"])


@GRAMMAR.rule("VAGUELY", "several units", "C13", "[ROUGHLY] SEVERAL [more|long] UNITS:unit",
              example="within several weeks")  # fmt: skip
def _several(c: Captures, _at: Context) -> Amount | None:
    return vaguely("several", c["unit"])


@GRAMMAR.rule(
    "VAGUELY", "a few hundred units", "C13",
    "[ROUGHLY] ([a] [very|good] few|(a|some) small number of|SEVERAL:several) MULTIPLE:by [more] "
    "UNITS:unit",
    example="within a few hundred days",
)  # fmt: skip
def _few_hundred(c: Captures, _at: Context) -> Amount | None:
    kind, times = ("several", SEVERAL_TIMES) if "several" in c else ("a few", FEW_TIMES)
    n, by, unit = times * c["by"], c["by"], c["unit"]
    words = f"{kind} {MULTIPLE_NAMES[by]} {plural(unit)} (read as {spelt(n)})"
    return replace(exactly(n, unit), vague=kind, times=by, words=words)


@GRAMMAR.rule("VAGUELY", "a handful of units", "C13", "[ROUGHLY] [a] handful of [more] UNITS:unit",
              example="in the next handful of years")  # fmt: skip
def _handful(c: Captures, _at: Context) -> Amount | None:
    words = f"a handful of {plural(c['unit'])}"
    return replace(exactly(5, c["unit"]), vague="handful", words=words)


GRAMMAR.words("SMALLER", "EXACTLY:small|RANGE:small|VAGUELY:small")


@GRAMMAR.rule(
    "AMOUNT", "a year and three months", "C2",
    "EXACTLY:big [and|plus] (SMALLER)|EXACTLY:big [,|and] EXACTLY:middle [,] (and|plus) (SMALLER)",
    example="in a year and three months",
)  # fmt: skip
def _mixed(c: Captures, _at: Context) -> Amount | None:
    middle = (c["middle"],) if "middle" in c else ()
    return together(c["big"], *middle, c["small"])


@GRAMMAR.rule("ONEMORE", "another year and a half", "C2",
              "UNIT:unit and (SHARE:share|SMALLER)",
              example="over the next year and a half")  # fmt: skip
def _one_more(c: Captures, _at: Context) -> Amount | None:
    if "share" in c:
        return exactly(1 + share(c["share"]), c["unit"])
    return together(exactly(1, c["unit"]), c["small"])


@GRAMMAR.rule(
    "AMOUNT", "units without a number", "C13",
    "[mere|just|only] UNITS:unit "
    "[[,] (or|not|rather than|and not|or PERHAPS|PERHAPS) UNITS:other [,]]",
    example="within days",
)  # fmt: skip
def _bare(c: Captures, _at: Context) -> Amount | None:
    return vaguely("bare", c["unit"])
