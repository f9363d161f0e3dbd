"""Words of time without a preposition that the words beside them show to be one, in sentences.

"Tuesday will bring rain", "he is to resign Tuesday", "it won't see out 2018", "it will take up to
a fortnight": what a phrase may be alone is in a sentence often something else.
"""

from ledger.core.deadlines.grammar import State
from ledger.core.deadlines.words import FUNCTION, WEEKDAYS, WHOLE_NAMES, noun_follows

MODALS = frozenset("will would could may might should can shall look looks promises is are".split())
FUTURE = frozenset(
    "will would could may might should can shall to due expected set scheduled likely".split()
) | frozenset(("ll", "d"))
SAYING = frozenset(
    "said says told tells announced added wrote reported confirmed warned claimed say tell".split()
)
TAKING = frozenset("take takes need needs last lasts require requires".split())
SURELY = frozenset("will ll should could may might can to shall".split())
NOT = frozenset("not never t".split())  # "it won't last the week"
QUOTES = frozenset("\"“”'")
INTO = frozenset("in within by over during for".split())
OUTLASTING = frozenset("survive survives surviving outlast outlasts outlive outlives".split())
# Verbs of which "up" is a part: "pick up until June", unlike "closed up until June"
WITH_UP = frozenset(
    "pick picks picked go goes went going gone open opens ramp ramps turn turns move moves speed"
    " speeds come comes start starts build builds set sets give gives wake wakes show shows step"
    " steps catch catches keep keeps dry dries wind winds shape shapes heat heats warm warms cheer"
    " grow grows make makes end ends stay stays hold holds".split()
)
CLAUSE_MARKS = frozenset(',;:.!?()[]"”“*-—')
BACK = 8  # tokens in which the verb of a day stands


def stands(state: State, i: int, end: int) -> bool:
    """Whether the words from `i` to `end` serve as a deadline for what stands beside them."""
    name = state.word(i + (state.word(i) in ("either", "both")))
    day = (name in WEEKDAYS and name in WHOLE_NAMES) or name == "overnight"
    return (
        (day and (_subject(state, i, end) or _adverb(state, i, end)))
        or _outlasted(state, i)
        or _taken(state, i)
        or _quoted(state, i)
    )


def _subject(state: State, i: int, end: int) -> bool:
    """Such as "Tuesday will bring rain"; not "Sheffield Wednesday will"."""
    begins = i == 0 or state.word(i - 1) in CLAUSE_MARKS or state.word(i - 1) in FUNCTION
    return begins and (state.word(end) in MODALS or state.word(end + 1) == "ll")


def _adverb(state: State, i: int, end: int) -> bool:
    """Such as "he is to resign Tuesday, aides said"; not "Tuesday's vote", "said Tuesday"."""
    verb = state.word(i - 1)
    if not verb.isalpha() or verb in FUNCTION or verb in SAYING or state.tokens[i - 1].capital:
        return False
    if state.word(end) == "'s" or state.word(end) == "'" or noun_follows(state, end):
        return False
    return bool(FUTURE.intersection(_clause_before(state, i - 1)))


def _outlasted(state: State, i: int) -> bool:
    """Such as "the chancellor won't see out 2018", "survive the winter"."""
    seeing = state.word(i - 1) == "out" and state.word(i - 2) in ("see", "sees", "seeing", "last")
    return seeing or state.word(i - 1) in OUTLASTING


def _taken(state: State, i: int) -> bool:
    """Such as "it will take up to a fortnight to clear"."""
    return state.word(i - 1) in TAKING and state.word(i - 2) in SURELY | NOT


def _quoted(state: State, i: int) -> bool:
    """The preposition before a quotation mark: back in "five, maybe six weeks"."""
    return state.word(i - 1) in QUOTES and state.word(i - 2) in INTO


def verbs_ahead(state: State, i: int) -> int:
    """How many words at the start of a deadline are the verb of its sentence.

    "will end this year" ends this year, "would come around 2050" comes around 2050, "to pick up
    until June" picks up: of "by the end of", "come June" and "up until June" they are part.
    """
    if state.word(i) == "up":
        return int(state.word(i - 1) in WITH_UP)
    to = state.word(i) == "to" and state.word(i + 1) == "end"
    if to and state.word(i + 2) in ("this", "next", "the"):
        return 2
    j = i - 1 - (state.word(i - 1).endswith("ly") or state.word(i - 1) in ("soon", "also", "still"))
    verb = state.word(j) in SURELY | NOT or state.word(j) in ("would", "cannot")
    return int(verb and state.word(i) in ("end", "come"))


def _clause_before(state: State, i: int) -> list[str]:
    words: list[str] = []
    for j in range(i, max(-1, i - BACK), -1):
        if state.word(j) in CLAUSE_MARKS:
            break
        words.append(state.word(j))
    return words
