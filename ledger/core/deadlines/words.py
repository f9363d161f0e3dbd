"""Words of place, month, weekday and unit: the terminals of the grammar."""

from ledger.core.deadlines.grammar import GRAMMAR, Found, State


def _count(names: str, start: int = 0, step: int = 1) -> dict[str, int]:
    """Words in a row as numbers; words joined by a slash are the same number."""
    rows = enumerate(names.split())
    return {word: start + step * n for n, row in rows for word in row.split("/")}


CARDINALS = _count(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen",
    1,
)
TENS = _count("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
CARDINALS |= TENS
ORDINALS = _count(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    1,
) | {"thirtieth": 30, "last": -1, "final": -1, "closing": -1, "opening": 1, "initial": 1}
MONTHS = _count(
    "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug "
    "september/sept/sep october/oct november/nov december/dec",
    1,
)
WEEKDAYS = _count(
    "monday/mon tuesday/tues/tue wednesday/wed thursday/thurs/thur/thu friday/fri saturday/sat "
    "sunday/sun"
)
WHOLE_NAMES = frozenset(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
# Words that are also something else: in running text they are months and days only in capitals.
DOUBTFUL = frozenset("may march mar jan jun dec sat sun wed mon fri".split())
SINGULAR = {
    "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "day": "day", "night": "day",
    "week": "week", "wk": "week", "fortnight": "fortnight", "month": "month", "quarter": "quarter",
    "year": "year", "yr": "year", "decade": "decade", "generation": "generation",
    "century": "century", "millennium": "millennium",
}  # fmt: skip
PLURAL = {f"{word}s": unit for word, unit in SINGULAR.items()} | {
    "seconds": "second", "centuries": "century", "millennia": "millennium",
}  # fmt: skip
# What follows a number that counts things, so that it is no year and no day of a month.
COUNTABLE = frozenset(
    "% percent per people million billion trillion points seats votes troops jobs dollars euros "
    "pounds tonnes tons barrels miles kilometres kilometers km homes cases deaths more".split()
) | frozenset(PLURAL)
# Before these a bare number of four digits is a year only when no noun follows it.
AMBIGUOUS = frozenset("over around about to some than nearly almost least for up roughly".split())
FUNCTION = frozenset(
    "a an and are as at be before but by can could for from had has he however if in is it may "
    "might of on or she should so than that the then there they this to unless until was we were "
    "when where which while who will with would you after said says".split()
)


def noun_follows(state: State, i: int) -> bool:
    """Whether the token is a plain word that a number before it could count or number."""
    word = state.word(i)
    return word.isalpha() and word not in FUNCTION


@GRAMMAR.terminal("ORD", [*ORDINALS, *TENS, "#ord"])
def ordinal(state: State, i: int) -> Found:
    """A place in a row: first, 2nd, twenty-first; the last is -1."""
    if state.key(i) == "#ord":
        return [(i + 1, int(state.word(i)[:-2]))]
    tens, ones = TENS.get(state.word(i), 0), ORDINALS.get(state.word(i + 1), 0)
    if tens and 0 < ones < 10:
        return [(i + 2, tens + ones)]
    value = ORDINALS.get(state.word(i))
    return [(i + 1, value)] if value else []


@GRAMMAR.terminal("MONTH", MONTHS)
def month(state: State, i: int) -> Found:
    """A month's name or its abbreviation, with or without a full stop."""
    return _named(MONTHS, state, i)


@GRAMMAR.terminal("WEEKDAY", WEEKDAYS)
def weekday(state: State, i: int) -> Found:
    """A day of the week, Monday is 0."""
    return _named(WEEKDAYS, state, i)


def _named(table: dict[str, int], state: State, i: int) -> Found:
    word = state.word(i)
    if word not in table or (state.at.strict and word in DOUBTFUL and not state.tokens[i].capital):
        return []
    if word not in WHOLE_NAMES and state.word(i + 1) == ".":
        return [(i + 2, table[word]), (i + 1, table[word])]
    return [(i + 1, table[word])]


@GRAMMAR.terminal("YEAR", ["#num"])
def year(state: State, i: int) -> Found:
    """Four digits that are a year; in running text only 1900-2399, and not a count of things."""
    text = state.word(i)
    if state.key(i) != "#num" or len(text) != 4 or not text.isdigit():
        return []
    if not state.at.strict or state.word(i - 1) == "year":
        return [(i + 1, int(text))] if int(text) >= 1000 else []
    counts = state.word(i + 1) in COUNTABLE or (
        (state.word(i - 1) in AMBIGUOUS or int(text) >= 2200) and noun_follows(state, i + 1)
    )
    return [(i + 1, int(text))] if 1900 <= int(text) < 2400 and not counts else []


@GRAMMAR.terminal("YEARTAIL", ["#num"])
def year_tail(state: State, i: int) -> Found:
    """Two or four digits: the second year of 2026/27, the year of FY25."""
    text = state.word(i)
    return [(i + 1, int(text))] if text.isdigit() and len(text) in (2, 4) else []


@GRAMMAR.terminal("DOM", ["#num", "#ord", *ORDINALS, *TENS])
def day_of_month(state: State, i: int) -> Found:
    """A day of the month: 21, 21st, twenty-first."""
    text = state.word(i)
    if state.key(i) == "#num":
        ok = text.isdigit() and 1 <= int(text) <= 31 and state.word(i + 1) not in COUNTABLE
        return [(i + 1, int(text))] if ok else []
    return [(j, n) for j, n in ordinal(state, i) if 1 <= n <= 31]


@GRAMMAR.terminal("DOMALONE", ["#ord"])
def numbered_day(state: State, i: int) -> Found:
    """21st without a month; "the 21st floor" is none."""
    if state.at.strict and noun_follows(state, i + 1):
        return []
    return day_of_month(state, i) if state.key(i) == "#ord" else []


@GRAMMAR.terminal("DECADE", ["#dec"])
def decade(state: State, i: int) -> Found:
    """The 2030s, the '30s: the first year of the decade."""
    if state.key(i) != "#dec":
        return []
    digits = "".join(c for c in state.word(i) if c.isdigit())
    first = int(digits) if len(digits) == 4 else state.at.anchor.year // 100 * 100 + int(digits)
    return [(i + 1, first)] if len(digits) in (2, 4) and first % 10 == 0 else []


@GRAMMAR.terminal("UNIT", SINGULAR)
def unit(state: State, i: int) -> Found:
    """One unit of time."""
    word = state.word(i)
    return [(i + 1, SINGULAR[word])] if word in SINGULAR else []


@GRAMMAR.terminal("UNITS", PLURAL)
def units(state: State, i: int) -> Found:
    """Several units of time."""
    word = state.word(i)
    return [(i + 1, PLURAL[word])] if word in PLURAL else []


@GRAMMAR.terminal("ISO", ["#iso"])
def iso(state: State, i: int) -> Found:
    """2016-10-31 or 2016-10."""
    return [(i + 1, state.word(i))] if state.key(i) == "#iso" else []


@GRAMMAR.terminal("SLASHED", ["#slash"])
def slashed(state: State, i: int) -> Found:
    """31/10/2016, 10/31/2016, 31.10.2016 or 31-10-2016; two digits of a year are enough."""
    text = state.word(i)
    if state.at.strict and ("-" in text or not text[-4:].isdigit()):
        return []  # a score, a telephone number
    return [(i + 1, text)] if state.key(i) == "#slash" else []


@GRAMMAR.terminal("HOUR", ["#clock"])
def hour(state: State, i: int) -> Found:
    """5:30 or 17.30."""
    return [(i + 1, state.word(i))] if state.key(i) == "#clock" else []


@GRAMMAR.terminal("NOUN", [""])
def noun(state: State, i: int) -> Found:
    """A word that can name a thing."""
    return [(i + 1, state.word(i))] if noun_follows(state, i) and len(state.word(i)) > 2 else []
