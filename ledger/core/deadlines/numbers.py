"""Numbers in digits and in words: 12, 1.5, eighteen, two hundred and fifty, a thousand."""

from ledger.core.deadlines.grammar import GRAMMAR, Found, State, Terminal
from ledger.core.deadlines.words import CARDINALS

MULTIPLES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
             "trillion": 10**12}  # fmt: skip
LARGE = frozenset(MULTIPLES) - {"dozen", "hundred"}


@GRAMMAR.terminal("NUM", [*CARDINALS, *MULTIPLES, "a", "#num"])
def number(state: State, i: int) -> Found:
    """A count, the longest first.

    A number that goes on after an "and" is read up to it too: of "between one hundred and two
    hundred" both.
    """
    if state.word(i) == "a" and state.word(i + 1) not in MULTIPLES:
        return []
    found: Found = []
    for end, count in _hundreds(state, i + (state.word(i) == "a")):
        if state.word(end) in LARGE:
            found += _with_rest(state, end + 1, count * MULTIPLES[state.word(end)], _hundreds)
        else:
            found.append((end, count))
    return found


@GRAMMAR.terminal("BELOW", [*CARDINALS, "#num"])
def below_hundred(state: State, i: int) -> Found:
    """Digits, or words below a hundred: eighteen, twenty-five."""
    if state.key(i) == "#num":
        return [(i + 1, float(state.word(i).replace(",", "")))]
    count, ones = CARDINALS.get(state.word(i), 0), CARDINALS.get(state.word(i + 1), 0)
    if count >= 20 and 0 < ones < 10:
        return [(i + 2, float(count + ones))]
    return [(i + 1, float(count))] if count else []


@GRAMMAR.terminal("FIGURE", ["("])
def figure(state: State, i: int) -> Found:
    """The same number again in brackets, as contracts have it: ninety (90) days."""
    if state.key(i + 1) != "#num" or state.word(i + 2) != ")":
        return []
    return [(i + 3, float(state.word(i + 1).replace(",", "")))]


@GRAMMAR.terminal("MULTIPLE", MULTIPLES)
def multiple(state: State, i: int) -> Found:
    """A word that multiplies the number before it."""
    word = state.word(i)
    return [(i + 1, MULTIPLES[word])] if word in MULTIPLES else []


def _hundreds(state: State, i: int) -> Found:
    """Two hundred and fifty, twelve hundred, two dozen; without a number before it, one of them."""
    heads = below_hundred(state, i)
    heads = heads or ([(i, 1.0)] if state.word(i) in MULTIPLES else [])
    found: Found = []
    for end, count in heads:
        word = state.word(end)
        if word == "hundred":
            found += _with_rest(state, end + 1, count * 100, below_hundred)
        else:
            found.append((end + 1, count * 12) if word == "dozen" else (end, count))
    return found


def _with_rest(state: State, i: int, count: float, read: Terminal) -> Found:
    """A round number with what may follow it: [and] fifty."""
    joined = state.word(i) == "and"
    if state.key(i + joined) == "#num":
        return [(i, count)]  # another number: between a hundred and 120
    rest = [(end, count + n) for end, n in read(state, i + joined)
            if n < count and state.word(end) not in ("hundred", "dozen")]  # fmt: skip
    return [*rest, (i, count)] if joined or not rest else rest
