"""Words that name no date: soon, one day, for years to come; events; the past (C14)."""

from collections.abc import Mapping
from typing import Any

from ledger.core.deadlines.grammar import GRAMMAR, Context, State
from ledger.core.deadlines.reading import Draft

Captures = Mapping[str, Any]

GRAMMAR.words(
    "VERY",
    "very|pretty|quite|fairly|rather|relatively|too|really|so|all too|as|that|any time|anytime|some time|sometime|any|how|the",
)
GRAMMAR.words(
    "SPAN",
    "future|term|run|haul|long run|long term|short term|medium term|near term|near future|distance|hurry|horizon",
)
GRAMMAR.words(
    "LENGTH",
    "near|nearer|nearest|foreseeable|distant|not too distant|not so distant|not distant|long|longer|short|shorter|medium|immediate|very near|near or medium|very long|medium to long|short to medium|indefinite|not very distant|more distant|far",
)
GRAMMAR.words(
    "SOON",
    "soon|sooner|soon enough|as soon as possible|asap|as quickly as possible|sooner or later|sooner rather than later|eventually|ultimately|"
    "one day|some day|someday|one of these days|some fine day|any day|any day now|any minute|any minute now|any moment|any moment now|any hour now|any week now|any month now|at any moment|at any minute|at any time|"
    "any time now|anytime now|any time|anytime|before long|before too long|before very long|ere long|shortly|imminent|imminently|momentarily|presently|"
    "in due course|in due time|in good time|in time|in the end|at the end of the day|in the fullness of time|at some point|at some stage|at some time|at some future date|at a later date|at a later stage|at a later time|at a later point|"
    "some time|sometime|never|never ever|forever|for ever|forevermore|indefinitely|for good|permanently|for all time|for the time being|for now|for some time|for some time to come|for quite some time|for a while|for a while yet|in a while|"
    "for a long time|for a long time to come|for a very long time|for a considerable time|for long|in no time|at short notice|over time|with time|as time goes on|down the road|down the line|down the track|further down the road|in the making|"
    "straight away|right away|immediately|at once|overnight success|quickly|until further notice|when the time comes|when the time is right|when conditions allow|in a heartbeat|"
    "at the earliest opportunity|at the first opportunity|as soon as practicable|as soon as we can|as soon as they can|in the years and decades to come|"
    "later|later on|in future|in the future|the future|down the pike|at length|by and by|once and for all|for generations|for generations to come|for decades|ever again|ever|again|near|near at hand|around the corner|just around the corner|on the horizon|within reach|within sight|in sight|a matter of time|only a matter of time|just a matter of time|for the duration|the day after never|until the end of time|till kingdom come|"
    "in (our|my|your|his|her|their|one 's|a) (lifetime|lifetimes|own lifetime|children 's lifetime|children 's lifetimes)|within (our|my|your|his|her|their|a|living) (lifetime|lifetimes|memory)|during (our|my|your|his|her|their) (lifetime|lifetimes)|"
    "in this lifetime|within this lifetime|within a lifetime|a lifetime|in the lifetime of anyone alive today",
)


@GRAMMAR.rule("NODATE", "soon", "C14", "[VERY] [VERY] SOON", example="any day now")
def soon(c: Captures, at: Context) -> Draft | None:
    return _none("these words name no date")


@GRAMMAR.rule(
    "NODATE",
    "in the near future",
    "C14",
    "(in|over|for|during|within|into) [the|a] [LENGTH] [to|or|and] [LENGTH] SPAN",
    example="for the foreseeable future",
)
def near_future(c: Captures, at: Context) -> Draft | None:
    return _none("these words name no date")


@GRAMMAR.rule(
    "NODATE", "a bare duration", "C14",
    "[for|at least|some|many|long|after|over] [some|many|long|more|countless|untold|dozens of|scores of|hundreds of|thousands of] UNITS [and UNITS|or UNITS|, [or] [perhaps|even|possibly|maybe|if not] UNITS] [longer|more|yet|on end|to come|at least|if not UNITS|of NOUN|of NOUN NOUN]", example="for years to come",
)  # fmt: skip
def bare_duration(c: Captures, at: Context) -> Draft | None:
    return Draft(
        None, "a duration without a number is no date", "none", vague=True, strength=0, loose=True
    )


def _none(why: str) -> Draft:
    return Draft(None, why, "none", vague=True, strength=0)


@GRAMMAR.rule(
    "EVENTS", "an amount after an event", "C14",
    "[INSIDE|by|at least|not] [the] [ROUGHLY] [next] (AMOUNT|UNITS|SOONER) (from|after|of|following|before|ahead of|prior to|into) EVENT",
    example="within 60 days of the ruling",
)  # fmt: skip
def amount_after_event(c: Captures, at: Context) -> Draft | None:
    return event_anchor()


GRAMMAR.words("SOONER", "shortly|soon|immediately|not long|long|right|days|weeks|months")
GRAMMAR.words(
    "EVENTHEAD",
    "[by|until|only|even|not] (by the time|before|after|once|when|whenever|as soon as|until|till|ahead of|prior to|following|upon|pending|while|as long as|so long as|unless and until|the moment|the day|on completion of|in the run up to|in the wake of|in advance of|the minute|the instant|the day after|by the day)",
)


@GRAMMAR.rule(
    "EVENTS",
    "an event",
    "C14",
    "[shortly|soon|well|long|just|immediately|right|days|weeks|months] EVENTHEAD EVENT",
    example="before he leaves office",
)
def event(c: Captures, at: Context) -> Draft | None:
    return event_anchor()


@GRAMMAR.rule(
    "EVENTS",
    "the end of an event",
    "C14",
    "(by|at|before|until|till|through|for|towards|near|in|during|within|from|over|after) [the] (ENDNOUN|STARTNOUN|rest|remainder|duration|course|middle|height|first half|second half|lifetime|early days|last days|life) of EVENT",
    example="by the end of her term",
)
def event_end(c: Captures, at: Context) -> Draft | None:
    return event_anchor()


@GRAMMAR.rule(
    "EVENTPHRASE",
    "at an event",
    "C14",
    "(by|at|in|on|during|for|within|in time for|around|over|come|this|next|from|through|under|into|to) EVENT",
    example="at the next summit",
)
def at_event(c: Captures, at: Context) -> Draft | None:
    return event_anchor()


def event_anchor() -> Draft:
    """The day of an event is not known to these rules, and none is invented."""
    return Draft(None, "the day of the event is not known", "event", vague=True, strength=0)


STOPS = frozenset(',;:.!?()"”“')
LONGEST_EVENT = 10


@GRAMMAR.terminal("EVENT", [""])
def event_words(state: State, i: int) -> list[tuple[int, Any]]:
    """Words up to the next stop: the name of something that happens. The longest comes first."""
    j = i
    while j < len(state.tokens) and j - i < LONGEST_EVENT and state.tokens[j].text not in STOPS:
        j += 1
    if state.at.strict:
        return [(j, True)] if j > i else []
    whole = len(state.tokens)
    return [(whole, True)] if whole > i else []


@GRAMMAR.rule(
    "PAST", "the past", "C14",
    "[INSIDE|just|only|some|nearly] [the|a] [ROUGHLY] AMOUNT (ago|earlier|previously|before|back|beforehand)|long ago|"
    "[INSIDE] [the|these] (last|past|previous|preceding|prior) [ROUGHLY] [AMOUNT|UNIT]|since [FILL] PERIOD|earlier (PERIOD|in PERIOD)|"
    "[INSIDE|on|by|until|since|from] (yesterday|last night|the day before yesterday)|so far this (year|month|week|quarter|decade)|"
    "[in|on|by|since|until|from|early|late|during|over] [early|late|mid|the end of] last (week|month|year|quarter|decade|century|SEASON|MONTH|WEEKDAY|weekend|HOLIDAY)",
    example="three weeks ago",
)  # fmt: skip
def the_past(c: Captures, at: Context) -> Draft | None:
    return Draft(None, "these words are about the past", "none", vague=True, strength=0, past=True)
