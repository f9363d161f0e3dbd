"""Words of number, month, weekday and unit: the terminals of the grammar."""

from typing import Any

from ledger.core.deadlines.grammar import GRAMMAR, State

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        range(20, 100, 10),
        strict=True,
    )
)
CARDINALS = {word: n for n, word in enumerate(SMALL) if n} | TENS
ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        1,
    )
}
TENTHS = {"twentieth": 20, "thirtieth": 30}
TEENTHS = dict(
    zip(
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        range(13, 20),
        strict=True,
    )
)
ORDINALS |= TENTHS | TEENTHS
LAST = dict.fromkeys("last final closing".split(), -1)
MONTHS = {
    name: n
    for n, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
# Words that are also something else: in running text they are months and days only in capitals.
DOUBTFUL = frozenset("may march mar jan jun dec sat sun wed mon fri".split())
WEEKDAYS = {
    name: n
    for n, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu",
            "friday fri", "saturday sat", "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip
SINGULAR = {
    "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "day": "day", "night": "day",
    "week": "week", "wk": "week", "fortnight": "fortnight", "month": "month", "quarter": "quarter",
    "half": "half", "year": "year", "yr": "year", "decade": "decade", "generation": "generation",
    "century": "century", "millennium": "millennium",
}  # fmt: skip
PLURAL = {
    "seconds": "second", "minutes": "minute", "mins": "minute", "hours": "hour", "hrs": "hour",
    "days": "day", "nights": "day", "weeks": "week", "wks": "week", "fortnights": "fortnight",
    "months": "month", "quarters": "quarter", "years": "year", "yrs": "year", "decades": "decade",
    "generations": "generation", "centuries": "century", "millennia": "millennium",
}  # fmt: skip
# What may follow a day number or a bare year that stands for a date, not for a count of things.
CONTINUES = frozenset(
    "a an and are as at be before but by can could for from had has he however if in is it may might "
    "of on or per she should so than that the then there they this to unless until was we were when "
    "where which while who will with would you after said says , . ; : ! ? ) ( \" ” “ - ' 's".split()
)

Found = list[tuple[int, Any]]
_ENDLESS = frozenset(("#num", "#ord", "#iso", "#dec"))


@GRAMMAR.terminal("NUM", [*CARDINALS, "#num", "hundred"])
def number(state: State, i: int) -> Found:
    """A count in digits or words: 12, 1.5, eighteen, twenty-five, a hundred."""
    tokens = state.tokens
    if i >= len(tokens):
        return []
    if tokens[i].key == "#num":
        value = float(tokens[i].text.replace(",", ""))
        return [(i + 1, value)] if value < 1e6 else []
    words = [t.text for t in tokens[i : i + 2]]
    value = CARDINALS.get(words[0], 0)
    if value >= 20 and len(words) == 2 and 0 < CARDINALS.get(words[1], 0) < 10:
        return [(i + 2, float(value + CARDINALS[words[1]]))]
    if value and words[1:] == ["hundred"]:
        return [(i + 2, 100.0 * value)]
    return [(i + 1, float(value))] if value else []


@GRAMMAR.terminal("ORD", [*ORDINALS, *LAST, "#ord", *TENS])
def ordinal(state: State, i: int) -> Found:
    """A place in a row: first, 2nd, twenty-first; the last is -1."""
    tokens = state.tokens
    if i >= len(tokens):
        return []
    text = tokens[i].text
    if tokens[i].key == "#ord":
        return [(i + 1, int(text[:-2]))]
    if text in TENS and i + 1 < len(tokens) and 0 < ORDINALS.get(tokens[i + 1].text, 0) < 10:
        return [(i + 2, TENS[text] + ORDINALS[tokens[i + 1].text])]
    value = ORDINALS.get(text) or LAST.get(text)
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
    if i >= len(state.tokens) or state.tokens[i].text not in table:
        return []
    token = state.tokens[i]
    if state.at.strict and token.text in DOUBTFUL and not token.capital:
        return []
    found: Found = [(i + 1, table[token.text])]
    if len(token.text) <= 5 and i + 1 < len(state.tokens) and state.tokens[i + 1].text == ".":
        found.insert(0, (i + 2, table[token.text]))
    return found


@GRAMMAR.terminal("YEAR", ["#num"])
def year(state: State, i: int) -> Found:
    """Four digits that are a year: in running text only 1900-2199."""
    if i >= len(state.tokens) or state.tokens[i].key != "#num":
        return []
    text = state.tokens[i].text
    low, high = (1900, 2200) if state.at.strict else (1000, 3001)
    return (
        [(i + 1, int(text))]
        if len(text) == 4 and text.isdigit() and low <= int(text) < high
        else []
    )


@GRAMMAR.terminal("DOM", ["#num", "#ord", *ORDINALS, *TENS])
def day_of_month(state: State, i: int) -> Found:
    """A day of the month: 21, 21st, twenty-first."""
    if i >= len(state.tokens):
        return []
    text = state.tokens[i].text
    if state.tokens[i].key == "#num":
        return [(i + 1, int(text))] if text.isdigit() and 1 <= int(text) <= 31 else []
    return [(j, n) for j, n in ordinal(state, i) if 1 <= n <= 31]


@GRAMMAR.terminal("DECADE", ["#dec"])
def decade(state: State, i: int) -> Found:
    """The 2030s, the '30s: the first year of the decade."""
    if i >= len(state.tokens) or state.tokens[i].key != "#dec":
        return []
    digits = "".join(c for c in state.tokens[i].text if c.isdigit())
    first = int(digits) if len(digits) == 4 else state.at.anchor.year // 100 * 100 + int(digits)
    return [(i + 1, first)] if len(digits) in (2, 4) and first % 10 == 0 else []


@GRAMMAR.terminal("UNIT", SINGULAR)
def unit(state: State, i: int) -> Found:
    """One unit of time."""
    word = state.tokens[i].text if i < len(state.tokens) else ""
    return [(i + 1, SINGULAR[word])] if word in SINGULAR else []


@GRAMMAR.terminal("UNITS", PLURAL)
def units(state: State, i: int) -> Found:
    """Several units of time."""
    word = state.tokens[i].text if i < len(state.tokens) else ""
    return [(i + 1, PLURAL[word])] if word in PLURAL else []


@GRAMMAR.terminal("ISO", ["#iso"])
def iso(state: State, i: int) -> Found:
    """2016-10-31 or 2016-10."""
    if i < len(state.tokens) and state.tokens[i].key == "#iso":
        return [(i + 1, state.tokens[i].text)]
    return []


@GRAMMAR.terminal("SLASHED", ["#slash"])
def slashed(state: State, i: int) -> Found:
    """31/10/2016 or 10/31/2016."""
    if i < len(state.tokens) and state.tokens[i].key == "#slash":
        return [(i + 1, state.tokens[i].text)]
    return []


@GRAMMAR.terminal("EDGE", [""])
def edge(state: State, i: int) -> Found:
    """Nothing, but only where no noun follows that the number would count."""
    if i >= len(state.tokens) or state.tokens[i].text in CONTINUES or not state.at.strict:
        return [(i, True)]
    return []
