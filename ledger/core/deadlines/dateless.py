"""Words that name no date: soon, one day, for years to come; events; the past (C14)."""

from dataclasses import replace

from ledger.core.deadlines.grammar import GRAMMAR, Captures, Context, Found, State
from ledger.core.deadlines.reading import Draft, event_anchor

GRAMMAR.words(
    "SOON",
    "soon [enough]|sooner [or later|rather than later]|as (soon|quickly|early) as (possible|"
    "practicable)|asap|eventually|ultimately|shortly|imminent|imminently|presently|momentarily|"
    "straight away|right away|in no time|(ere|before) [too|very] long|in [due|good] (course|time)",
)
GRAMMAR.words(
    "ONEDAY",
    "(one|some) [fine] day|someday|one of these days|(any|every) (day|minute|moment|hour|week|"
    "month) [now]|at any (moment|minute|time|point)|any time [now]|anytime [now]|"
    "at some (point|stage|time|future date)|at a later (date|stage|time|point)|later on|"
    "in a while|when the time (comes|is right)|at the (earliest|first) opportunity|"
    "in the (end|making|offing|pipeline|fullness of time)|at the end of the day|"
    "[further] down the (road|line|track|pike)|[only|just] a matter of time|over time|with time|"
    "as time goes on|in [the] future|[close|near] at hand|[just] around the corner|"
    "on the horizon|within (reach|sight)|in sight",
)
GRAMMAR.words(
    "LASTS",
    "forever|for ever|indefinitely|for all time|for now|for the (time being|moment|duration)|"
    "for (some|quite some|a long|a very long|a considerable|a short) time [to come|yet]|"
    "for [quite] a while [yet|longer]|[not] for long|for (generations|ages|eternity) [to come]|"
    "until (further notice|the end of time)|"
    "(in|within|during) [OWNER|living|this|a] [own] [children 's|grandchildren 's] (lifetime|"
    "lifetimes|memory)|in the lifetime of THING",
)
# A sentence has these for other reasons: "he will never leave", "rates rose again".
GRAMMAR.words(
    "OFTENIDLE",
    "never [again|ever]|ever [again]|again|near|quickly|immediately|at once|later|some time|"
    "sometime|permanently|for good|once and for all|the future|to date",
)
GRAMMAR.words("OWNER", "our|my|your|his|her|its|their|one 's|[most|many] people 's")
GRAMMAR.words(
    "VERY",
    "very|pretty|quite|fairly|rather|relatively|too|really|so|all too|as|that|any time|"
    "anytime|how|not",
)
GRAMMAR.words(
    "LENGTH",
    "[not] [too|so|very] (near|nearer|foreseeable|distant|far|long|longer|short|shorter|medium|"
    "immediate|"
    "indefinite|nearest|mid|remote)",
)
GRAMMAR.words("HORIZON", "future|term|run|haul|hurry|horizon|distance")


@GRAMMAR.rule("NODATE", "soon", "C14", "[VERY] (SOON|ONEDAY|LASTS)", example="any day now")
def _soon(_c: Captures, _at: Context) -> Draft | None:
    return none("these words name no date")


@GRAMMAR.rule("NODATE", "never, again", "C14", "[VERY] OFTENIDLE", example="never")
def _often_idle(_c: Captures, _at: Context) -> Draft | None:
    return replace(none("these words name no date"), loose=True)


@GRAMMAR.rule(
    "NODATE",
    "in the near future",
    "C14",
    "(in|over|for|during|within|into|on) [the|a] [LENGTH] [to|or|and] [LENGTH] [-] HORIZON",
    example="for the foreseeable future",
)
def _near_future(_c: Captures, _at: Context) -> Draft | None:
    return none("these words name no date")


GRAMMAR.words(
    "MANY", "some|many|long|more|countless|untold|(dozens|scores|hundreds|thousands|tens) of"
)


@GRAMMAR.rule(
    "NODATE", "a bare duration", "C14",
    "[for|after|over|at least] [MANY] UNITS [(and|or|if not|, if not|, perhaps|, or even) UNITS] "
    "[longer|more|yet|on end|to come|at least|of [NOUN] NOUN]",
    example="for years to come",
)  # fmt: skip
def _bare_duration(_c: Captures, _at: Context) -> Draft | None:
    return replace(none("a duration without a number is no date"), loose=True)


def none(why: str) -> Draft:
    """Words of time without a date."""
    return Draft(None, why, "none", vague=True, strength=0)


GRAMMAR.words("LINK", "of|after|following|from")
GRAMMAR.words("BEFOREEVENT", "before|ahead of|prior to|into|in advance of")


@GRAMMAR.rule(
    "COUNTEDEVENT", "an amount after an event", "C14",
    "[INSIDE|at least|not|by|next] ([the|THENEXT] (AMOUNT|UNITS)|(the|THENEXT|next) UNIT) "
    "(LINK|BEFOREEVENT) THING",
    example="within 60 days of the ruling",
)  # fmt: skip
def _amount_after(_c: Captures, _at: Context) -> Draft | None:
    return event_anchor()


GRAMMAR.words(
    "WHEN",
    "by the time|before|after|once|when|whenever|as soon as|until|till|ahead of|prior to|"
    "following|upon|"
    "pending|while|(as|so) long as|the (moment|day|minute|instant) [after|before|that]|on "
    "completion of|"
    "in the ((run|lead) up to|wake of|aftermath of|event of)|in advance of|unless and until|in "
    "time for|beyond|past",
)


@GRAMMAR.rule(
    "EVENT",
    "an event",
    "C14",
    "[not|shortly|soon|well|long|just|immediately|right|only|even] [until|by|on] WHEN THING",
    example="before he leaves office",
)
def _event(_c: Captures, _at: Context) -> Draft | None:
    return event_anchor()


GRAMMAR.words(
    "PREP",
    "by|at|in|on|during|for|within|around|over|come|from|through|throughout|under|until|before|"
    "after|till|towards|near|into|in time for",
)


@GRAMMAR.rule(
    "EVENT",
    "the end of an event",
    "C14",
    "PREP [the] (ENDNOUN|STARTNOUN|REST|middle|height|first half|second half|[early|first|last|"
    "final] (days|weeks|months|years|stages)) of THING",
    example="by the end of her term",
)
def _event_end(_c: Captures, _at: Context) -> Draft | None:
    return event_anchor()


@GRAMMAR.rule("NODATE", "before an event of a period", "C14",
              "(BEFORE|AFTER|until|till) PERIOD 's NOUN [NOUN]",
              example="before next year's election")  # fmt: skip
def _before_event(_c: Captures, _at: Context) -> Draft | None:
    return event_anchor()


GRAMMAR.words("SAINT", "(st|saint) [.] NOUN")


@GRAMMAR.rule("EVENT", "the day of a saint that is not listed", "C14",
              "(by|before|until|on|after) (the feast of SAINT|SAINT ['s|'] day)",
              example="by St Oswin's Day")  # fmt: skip
def _saint(_c: Captures, _at: Context) -> Draft | None:
    return event_anchor()


@GRAMMAR.rule("EVENT", "an event of a year", "C14", "PREP (the|its|their) [next] YEAR NOUN [THING]",
              example="by the 2026 World Cup")  # fmt: skip
def _event_of_year(_c: Captures, _at: Context) -> Draft | None:
    return event_anchor()


@GRAMMAR.rule(
    "EVENT",
    "somebody's first days",
    "C14",
    "PREP (his|her|my|your|(the|its|their|our) first) THING",
    example="in his first 100 days",
)
def _somebodys(_c: Captures, _at: Context) -> Draft | None:
    return event_anchor()


@GRAMMAR.rule(
    "ANYEVENT", "at something", "C14", "(PREP|this|next|to|as) THING", example="at the next summit"
)
def _at_something(_c: Captures, _at: Context) -> Draft | None:
    return event_anchor()


THING_ENDS = frozenset(',;:.!?()[]"”“*')
LONGEST_THING = 10


@GRAMMAR.terminal("THING", [""])
def _thing(state: State, i: int) -> Found:
    """What happens: the rest of a phrase, or in running text the words up to the next stop."""
    if not state.at.strict:
        return [(len(state.tokens), True)] if i < len(state.tokens) else []
    j = i
    while state.word(j) and state.word(j) not in THING_ENDS and j - i < LONGEST_THING:
        j += 1
    return [(j, True)] if j > i else []


GRAMMAR.words("AGO", "ago|earlier|previously|back|beforehand|before")


@GRAMMAR.rule(
    "PAST",
    "the past",
    "C14",
    "[INSIDE|just|only] [the] AMOUNT AGO|long ago|so far this (UNIT)|earlier PERIOD|in the past|"
    "[INSIDE] (the|these) (last|past|previous|preceding|prior) [ROUGHLY] (AMOUNT|UNIT|UNITS)|"
    "since [FILL] PERIOD|[PREP|since] (yesterday|last night|the day before yesterday)|"
    "[PREP|since] [early|late|mid|[the] (ENDNOUN|STARTNOUN) of] last (UNIT|SEASON|MONTH|WEEKDAY|"
    "HOLIDAY|weekend)",
    example="three weeks ago",
)
def _past(_c: Captures, _at: Context) -> Draft | None:
    why = "these words are about the past"
    return Draft(None, why, "none", vague=True, strength=0, past=True)
